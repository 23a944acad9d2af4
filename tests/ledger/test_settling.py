"""Settling, publishing, correcting: what the desk decides, and what stands in its way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimledger.domain.evidence import Stance
from claimledger.domain.scales import MappedRating
from claimledger.domain.verdicts import ClaimStatus, DecisionKind
from claimledger.errors import ConflictError, UnknownRatingError, UsageError
from claimledger.ledger import Ledger
from claimledger.ledger.selection import Selection
from claimledger.ledger.sourcing import Source

AddressedSource = Callable[..., Source]


@pytest.fixture
def disputed(ana: Ledger, bo: Ledger) -> Ledger:
    """Ana's ledger, in which she and Bo differ about 1.1."""
    ana.give_verdict("1.1", "true", because="Seen.")
    bo.give_verdict("1.1", "false", because="Not seen.")
    return ana


@pytest.fixture
def published(disputed: Ledger) -> Ledger:
    """The same, settled as false and published."""
    disputed.settle("1.1", "false", because="The photographs.")
    disputed.publish(["1.1"], url="https://desk.example/1")
    return disputed


def test_a_settlement_decides_between_verdicts_and_keeps_them(disputed: Ledger) -> None:
    claim = disputed.settle("1.1", "mostly-f", because="The photographs.")

    assert claim.status is ClaimStatus.SETTLED
    assert claim.rating is not None
    assert claim.rating.code == "mostly-false"
    assert [v.rating.code for v in claim.standing_verdicts] == ["true", "false"]
    assert claim.settlement is not None
    assert (claim.settlement.kind, claim.settlement.by, claim.settlement.because) == (
        DecisionKind.SETTLED,
        "Ana",
        "The photographs.",
    )


def test_a_settlement_stands_whatever_verdicts_come(disputed: Ledger, bo: Ledger) -> None:
    disputed.settle("1.1", "false", because="The photographs.")
    claim = bo.give_verdict("1.1", "true", because="I changed my mind.")

    assert (claim.status, claim.rating and claim.rating.code) == (ClaimStatus.SETTLED, "false")


def test_only_those_whom_the_policy_names_settle_and_publish(disputed: Ledger, bo: Ledger) -> None:
    bo.set_policy(settlers=["Bo"])
    for act in (
        lambda: disputed.settle("1.1", "true", because="So."),
        lambda: disputed.reopen("1.1", because="So."),
        lambda: disputed.publish(["1.1"]),
        lambda: disputed.correct("1.1", "true", because="So.", note="So."),
    ):
        with pytest.raises(ConflictError, match="Ana may not settle") as caught:
            act()
        assert "Bo" in caught.value.hint

    assert bo.settle("1.1", "true", because="So.").status is ClaimStatus.SETTLED


def test_what_nobody_has_rated_is_not_settled(ana: Ledger) -> None:
    with pytest.raises(ConflictError, match="0 of 1 reviewers"):
        ana.settle("1.1", "true", because="So.")


def test_a_blind_claim_is_not_settled_before_enough_have_spoken(ana: Ledger, bo: Ledger) -> None:
    ana.set_policy(reviewers=2, blind=True)
    bo.give_verdict("1.1", "true", because="Seen.")
    with pytest.raises(ConflictError, match="1 of 2 reviewers"):
        ana.settle("1.1", "true", because="So.")
    ana.give_verdict("1.1", "false", because="Not seen.")

    assert ana.settle("1.1", "true", because="So.").status is ClaimStatus.SETTLED


def test_a_settlement_needs_a_rating_of_the_scale_and_a_reason(disputed: Ledger) -> None:
    before = disputed.size()
    with pytest.raises(UnknownRatingError):
        disputed.settle("1.1", "purple", because="So.")
    with pytest.raises(UsageError, match="reason is empty"):
        disputed.settle("1.1", "true", because=" ")

    assert disputed.size() == before


def test_a_reopened_claim_stands_as_its_verdicts_say(disputed: Ledger) -> None:
    disputed.settle("1.1", "false", because="The photographs.")
    claim = disputed.reopen("1.1", because="They are of 2019.")

    assert (claim.status, claim.rating, claim.settlement) == (ClaimStatus.DISPUTED, None, None)
    assert [d.kind for d in claim.decisions] == [DecisionKind.SETTLED, DecisionKind.REOPENED]
    with pytest.raises(ConflictError, match="is not settled"):
        disputed.reopen("1.1", because="Again.")


def test_only_a_claim_with_one_rating_is_published(disputed: Ledger) -> None:
    with pytest.raises(ConflictError, match="it is disputed"):
        disputed.publish(["1.1"])
    with pytest.raises(ConflictError, match="it is open"):
        disputed.publish(["1.2"])
    with pytest.raises(UsageError, match="no web address"):
        disputed.publish(["1.1"], url="javascript:alert(1)")

    with pytest.raises(ConflictError, match="Nothing of 1 is ready"):
        disputed.publishable(["1"])


def test_what_was_rated_on_other_words_is_not_published(ana: Ledger) -> None:
    ana.give_verdict("1.1", "true", because="Seen.")
    ana.edit_claim("1.1", speaker="The mayor")

    with pytest.raises(ConflictError, match="on other words or for another speaker"):
        ana.publish(["1.1"])
    ana.give_verdict("1.1", "true", because="Seen again.")
    assert ana.publish(["1.1"])[0].published


def test_an_address_can_be_added_to_what_is_published(published: Ledger) -> None:
    [claim] = published.publish(["1.1"], url="https://desk.example/later")

    assert claim.published is not None
    assert claim.published.url == "https://desk.example/later"


def test_fewer_verdicts_than_needed_are_not_settled(ana: Ledger) -> None:
    ana.set_policy(reviewers=2)
    ana.give_verdict("1.1", "true", because="Seen.")

    with pytest.raises(ConflictError, match="1 of 2 reviewers"):
        ana.settle("1.1", "true", because="So.")


@pytest.mark.parametrize(
    "act",
    [
        lambda x: x.edit_claim("1.1", text="Other words."),
        lambda x: x.retract_claim("1.1", because="No."),
        lambda x: x.split_claim("1.1", ["One.", "Two."]),
        lambda x: x.merge_claims("1.2", ["1.1"]),
    ],
    ids=["edit", "retract", "split", "merge"],
)
def test_a_settled_claim_is_reopened_before_its_words_change(
    disputed: Ledger, act: Callable[[Ledger], object]
) -> None:
    disputed.settle("1.1", "true", because="So.")

    with pytest.raises(ConflictError, match="is settled, on these words"):
        act(disputed)


def test_publishing_several_happens_wholly_or_not_at_all(disputed: Ledger) -> None:
    disputed.give_verdict("1.2", "true", because="Seen.")
    before = disputed.size()
    with pytest.raises(ConflictError):
        disputed.publish(["1.2", "1.1"])

    assert disputed.size() == before


def test_a_published_claim_is_frozen(published: Ledger, bo: Ledger) -> None:
    assert published.claim("1.1").published is not None
    before = published.size()
    for act in (
        lambda: bo.give_verdict("1.1", "true", because="So."),
        lambda: bo.withdraw_verdict("1.1", because="So."),
        lambda: bo.edit_claim("1.1", text="It reopened on Tuesday."),
        lambda: bo.retract_claim("1.1", because="So."),
        lambda: bo.split_claim("1.1", ["It reopened.", "It was Monday."]),
        lambda: bo.merge_claims("1.2", ["1.1"]),
        lambda: bo.settle("1.1", "true", because="So."),
        lambda: bo.reopen("1.1", because="So."),
        lambda: bo.publish(["1.1"]),
    ):
        with pytest.raises(ConflictError, match=r'published as "False"') as caught:
            act()
        assert "claimledger correct 1.1" in caught.value.hint

    assert published.size() == before


def test_a_published_rating_outlives_scales_and_policy(ana: Ledger, bo: Ledger) -> None:
    ana.give_verdict("1.1", "mostly-true", because="Seen.")
    ana.use_scale("politifact")
    bo.map_scale("default", "politifact", [MappedRating(code="mostly-true", to="half-true")])
    bo.give_verdict("1.1", "half-true", because="In part.")
    bo.publish(["1.1"])
    bo.map_scale("default", "politifact", [MappedRating(code="mostly-true", to="true")])
    bo.set_policy(reviewers=3)
    claim = bo.claim("1.1")

    assert (claim.status, claim.rating and claim.rating.code) == (ClaimStatus.CHECKED, "half-true")


def test_a_correction_changes_the_rating_and_tells_readers_why(published: Ledger) -> None:
    claim = published.correct("1.1", "true", because="A new source.", note="We erred.")

    assert (claim.status, claim.rating and claim.rating.code) == (ClaimStatus.SETTLED, "true")
    assert claim.published is not None
    assert claim.published.url == "https://desk.example/1"
    assert [(c.kind, c.note, c.because) for c in [d for _, d in claim.public_changes]] == [
        (DecisionKind.CORRECTED, "We erred.", "A new source.")
    ]


def test_a_correction_needs_something_published_a_reason_and_a_note(
    published: Ledger, bo: Ledger
) -> None:
    with pytest.raises(ConflictError, match="not published"):
        bo.correct("1.2", "true", because="So.", note="So.")
    with pytest.raises(UsageError, match="public note is empty"):
        bo.correct("1.1", "true", because="So.", note=" ")
    with pytest.raises(UsageError, match="reason is empty"):
        published.correct("1.1", "true", because="", note="So.")


def test_a_check_that_is_taken_back_stands_as_its_verdicts_say(
    published: Ledger, bo: Ledger
) -> None:
    claim = published.correct("1.1", None, because="A hoax.", note="We take this back.")

    assert (claim.status, claim.rating, claim.published) == (ClaimStatus.DISPUTED, None, None)
    assert claim.public_changes[0][1].kind is DecisionKind.UNPUBLISHED
    assert bo.give_verdict("1.1", "true", because="So.").status is ClaimStatus.CHECKED


def test_contrary_evidence_after_a_settlement_challenges_it(
    disputed: Ledger, source: AddressedSource
) -> None:
    disputed.attach("1.1", source(Stance.SUPPORTS, "before"))
    disputed.settle("1.1", "false", because="The photographs.")
    assert not disputed.claim("1.1").challenged
    for stance in (Stance.REFUTES, Stance.CONTEXT):
        disputed.attach("1.1", source(stance, "alike"))
        assert not disputed.claim("1.1").challenged

    [contrary] = disputed.attach("1.1", source(Stance.SUPPORTS, "after"))

    assert disputed.claim("1.1").challenged
    assert [c.ref for c in disputed.claims(Selection(challenged=True))] == ["1.1"]
    disputed.withdraw_evidence(contrary.ref, because="A forgery.")
    assert not disputed.claim("1.1").challenged


def test_settling_anew_weighs_the_evidence_that_challenged(
    disputed: Ledger, source: AddressedSource
) -> None:
    disputed.settle("1.1", "false", because="The photographs.")
    disputed.attach("1.1", source(Stance.SUPPORTS))

    assert not disputed.settle("1.1", "false", because="It is about another bridge.").challenged


def test_contrary_evidence_after_publication_challenges_it_until_it_is_corrected(
    published: Ledger, source: AddressedSource
) -> None:
    published.attach("1.1", source(Stance.SUPPORTS))
    assert published.claim("1.1").challenged

    assert not published.correct("1.1", "true", because="Right.", note="We erred.").challenged


def test_an_open_or_a_checked_claim_is_not_challenged(ana: Ledger, source: AddressedSource) -> None:
    ana.attach("1.1", source(Stance.REFUTES))
    ana.give_verdict("1.1", "true", because="Seen.")
    ana.attach("1.1", source(Stance.REFUTES, "more"))

    assert not ana.claim("1.1").challenged


def test_evidence_that_was_withdrawn_at_the_settlement_challenges_when_it_comes_back(
    disputed: Ledger, bo: Ledger, source: AddressedSource
) -> None:
    [contrary] = bo.attach("1.1", source(Stance.SUPPORTS))
    bo.withdraw_evidence(contrary.ref, because="A forgery.")
    disputed.settle("1.1", "false", because="The photographs.")
    bo.undo()

    assert bo.claim("1.1").challenged


def test_evidence_that_was_weighed_does_not_challenge_when_it_comes_back(
    disputed: Ledger, bo: Ledger, source: AddressedSource
) -> None:
    [contrary] = bo.attach("1.1", source(Stance.SUPPORTS))
    disputed.settle("1.1", "false", because="The photographs.")
    bo.withdraw_evidence(contrary.ref, because="A forgery.")
    bo.undo()

    assert not bo.claim("1.1").challenged


def test_a_merged_claims_evidence_challenges_what_was_settled_before(
    disputed: Ledger, source: AddressedSource
) -> None:
    disputed.attach("1.2", source(Stance.SUPPORTS))
    disputed.settle("1.1", "false", because="The photographs.")
    assert disputed.merge_claims("1.1", ["1.2"]).challenged

    disputed.restore_claim("1.2", because="It says another thing.")
    assert not disputed.claim("1.1").challenged


def test_a_settlement_weighs_the_evidence_of_merged_claims(
    disputed: Ledger, bo: Ledger, source: AddressedSource
) -> None:
    disputed.attach("1.2", source(Stance.SUPPORTS))
    disputed.merge_claims("1.1", ["1.2"])

    assert not bo.settle("1.1", "false", because="The photographs.").challenged
    assert bo.verify() == []
