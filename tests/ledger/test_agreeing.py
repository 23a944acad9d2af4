"""How far reviewers of a real ledger agree, and what is told of what is left out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from claimledger.domain.agreement import ClaimAgreement, LeftOut
from claimledger.domain.scales import MappedRating
from claimledger.errors import UsageError
from claimledger.ledger import Ledger
from claimledger.ledger.agreeing import agreement, by_mappings, named_reviewers
from claimledger.ledger.journal import Surroundings

FIRST, SECOND, THIRD = "First reader", "Second reader <second@desk.example>", "Third reader"
MARCH, MAY = datetime(2026, 3, 4, 23, 59, tzinfo=UTC), datetime(2026, 5, 6, tzinfo=UTC)


@pytest.fixture
def ledger(ledger: Ledger) -> Ledger:
    """Return a ledger of one article with five claims, 1.1 to 1.5."""
    for text in ("The bridge is 200 metres long.", "The bridge was built in 1911."):
        ledger.add_claim("1", text)
    return ledger


def rate(path: Path, reviewer: str, *given: str, at: datetime = MARCH) -> None:
    """Give verdicts, each written as ``1.1 true``, in March 2026."""
    with Ledger.open(path, reviewer=reviewer, world=Surroundings(now=lambda: at)) as opened:
        for verdict in given:
            ref, rating = verdict.split()
            opened.give_verdict(ref, rating, because="So it says.")


def measured(path: Path, viewer: str = FIRST, **asked: Any) -> ClaimAgreement:
    with Ledger.open(path, reviewer=viewer) as opened:
        claims = opened.claims(opened.select([], retracted=True))
        return agreement(claims, opened.scale(), **asked)


def left_out(found: ClaimAgreement) -> dict[LeftOut, tuple[tuple[str, ...], int]]:
    """Return what was left out, having checked that nothing went without being told."""
    omitted = sum(len(omission.claims) for omission in found.omissions)
    assert found.claims == found.agreement.items + omitted
    return {o.reason: (o.claims, o.verdicts) for o in found.omissions}


@pytest.mark.usefixtures("ledger")
def test_every_claim_is_compared_or_left_out_for_a_reason(path: Path) -> None:
    rate(path, FIRST, "1.1 true", "1.2 true", "1.3 false", "1.4 true")
    rate(path, SECOND, "1.1 true", "1.2 false", "1.4 half-true")
    with Ledger.open(path, reviewer=FIRST) as opened:
        opened.retract_claim("1.4", because="It is an opinion.")

    found = measured(path)

    assert (found.claims, found.agreement.items, found.agreement.judgements) == (5, 2, 4)
    assert found.agreement.raw == Fraction(1, 2)
    assert left_out(found) == {
        LeftOut.UNRATED: (("1.5",), 0),
        LeftOut.RATED_ONCE: (("1.3",), 1),
        LeftOut.RETRACTED: (("1.4",), 2),
    }


@pytest.mark.usefixtures("ledger")
def test_a_verdict_that_was_replaced_or_withdrawn_does_not_count(path: Path) -> None:
    rate(path, FIRST, "1.1 true", "1.2 true")
    rate(path, SECOND, "1.1 false", "1.1 true", "1.2 true")
    with Ledger.open(path, reviewer=SECOND) as opened:
        opened.withdraw_verdict("1.2", because="I misread.")

    found = measured(path)

    assert (found.agreement.items, found.agreement.unanimous) == (1, 1)
    assert left_out(found)[LeftOut.RATED_ONCE] == (("1.2",), 1)


@pytest.mark.usefixtures("ledger")
def test_first_verdicts_show_what_reviewers_thought_before_they_gave_way(path: Path) -> None:
    rate(path, FIRST, "1.1 true", "1.2 false")
    rate(path, SECOND, "1.1 false", "1.2 false", "1.1 true")

    assert measured(path).agreement.raw == 1
    assert measured(path, first=True).agreement.raw == Fraction(1, 2)
    [differing] = measured(path, first=True).disagreements
    assert [(name, rating.code) for name, rating in differing.ratings] == [
        (FIRST, "true"),
        (SECOND, "false"),
    ]


def test_claims_in_blind_review_are_counted_and_kept_back(ledger: Ledger, path: Path) -> None:
    ledger.set_policy(reviewers=3, blind=True)
    rate(path, FIRST, "1.1 true", "1.2 true")
    rate(path, SECOND, "1.1 false", "1.2 true")
    rate(path, THIRD, "1.2 true")

    found = measured(path)

    assert found.agreement.items == 1
    assert found.disagreements == ()
    assert left_out(found)[LeftOut.HIDDEN] == (("1.1",), 2)


def test_verdicts_on_another_scale_are_told_until_a_mapping_reaches_them(
    ledger: Ledger, path: Path
) -> None:
    ledger.use_scale("politifact")
    rate(path, FIRST, "1.1 pants-on-fire", "1.2 true", "1.3 true")
    ledger.use_scale("default")
    rate(path, SECOND, "1.1 false", "1.2 true")
    rate(path, THIRD, "1.2 true", "1.3 half-true")

    found = measured(path)
    assert left_out(found) == {
        LeftOut.UNRATED: (("1.4", "1.5"), 0),
        LeftOut.RATED_ONCE: ((), 2),
        LeftOut.OTHER_SCALE: (("1.1", "1.3"), 3),
    }
    assert (found.agreement.items, found.translated) == (1, 0)

    ledger.map_scale(
        "politifact",
        "default",
        [MappedRating(code="pants-on-fire", to="false"), MappedRating(code="true", to="true")],
    )
    found = measured(path, translate=by_mappings(ledger, ledger.scale()))
    assert (found.agreement.items, found.agreement.judgements, found.translated) == (3, 7, 3)
    assert [d.ref for d in found.disagreements] == ["1.3"]
    assert LeftOut.OTHER_SCALE not in left_out(found)


def test_one_verdict_alone_counts_as_such_whatever_its_scale_or_time(
    ledger: Ledger, path: Path
) -> None:
    ledger.use_scale("politifact")
    rate(path, FIRST, "1.1 true")
    ledger.use_scale("default")
    rate(path, FIRST, "1.2 true")

    for since in (None, date(2099, 1, 1)):
        assert left_out(measured(path, since=since)) == {
            LeftOut.UNRATED: (("1.3", "1.4", "1.5"), 0),
            LeftOut.RATED_ONCE: (("1.1", "1.2"), 2),
        }


def test_a_code_that_the_scale_does_not_have_is_no_rating_on_it(ledger: Ledger, path: Path) -> None:
    rate(path, FIRST, "1.1 true")
    rate(path, SECOND, "1.1 true")

    found = measured(path, translate=lambda _: "purple")

    assert left_out(found)[LeftOut.OTHER_SCALE] == (("1.1",), 2)
    assert ledger.claim("1.1").spoken == 2


def test_verdicts_on_different_words_are_not_compared(ledger: Ledger, path: Path) -> None:
    rate(path, FIRST, "1.1 true", "1.2 true")
    rate(path, SECOND, "1.2 true")
    ledger.edit_claim("1.1", text="The bridge reopened on Tuesday.")
    ledger.edit_claim("1.2", text="The repairs cost 13 million euros.")
    rate(path, SECOND, "1.1 false")

    found = measured(path)

    assert left_out(found)[LeftOut.OTHER_WORDS] == (("1.1",), 1)
    assert found.agreement.items == 1, "both rated 1.2 on the same words"


def test_a_first_verdict_on_words_that_were_edited_later_is_not_compared_with_one_on_the_new(
    ledger: Ledger, path: Path
) -> None:
    rate(path, FIRST, "1.1 true", "1.1 half-true")
    ledger.edit_claim("1.1", text="The bridge reopened on Tuesday.")
    rate(path, SECOND, "1.1 false")

    assert left_out(measured(path, first=True))[LeftOut.OTHER_WORDS] == (("1.1",), 1)


@pytest.mark.usefixtures("ledger")
def test_only_verdicts_of_the_days_asked_about_count_both_days_included(path: Path) -> None:
    rate(path, FIRST, "1.1 true", "1.2 true", at=MARCH)
    rate(path, SECOND, "1.1 false", at=MARCH)
    rate(path, SECOND, "1.2 false", at=MAY)

    until = measured(path, until=date(2026, 3, 4))
    assert [d.ref for d in until.disagreements] == ["1.1"]
    assert left_out(until)[LeftOut.OTHER_TIME] == (("1.2",), 1)

    since = measured(path, since=date(2026, 3, 5))
    assert since.agreement.items == 0
    assert left_out(since)[LeftOut.OTHER_TIME] == (("1.1", "1.2"), 3)

    assert measured(path, since=date(2026, 3, 4), until=date(2026, 5, 6)).agreement.items == 2


@pytest.mark.usefixtures("ledger")
def test_reviewers_who_are_not_asked_about_count_nowhere(path: Path) -> None:
    rate(path, FIRST, "1.1 true", "1.2 true")
    rate(path, SECOND, "1.1 false", "1.2 true")
    rate(path, THIRD, "1.1 true")

    found = measured(path, reviewers=[FIRST, THIRD])

    assert [pair.reviewers for pair in found.agreement.pairs] == [(FIRST, THIRD)]
    assert found.agreement.raw == 1
    assert left_out(found)[LeftOut.RATED_ONCE] == (("1.2",), 1)


@pytest.mark.usefixtures("ledger")
def test_disagreements_come_the_farthest_apart_first(path: Path) -> None:
    rate(path, FIRST, "1.1 true", "1.2 true", "1.3 true", "1.4 mostly-true", "1.5 true")
    rate(path, SECOND, "1.1 mostly-true", "1.2 unproven", "1.3 false", "1.4 true", "1.5 true")
    rate(path, THIRD, "1.1 true", "1.2 unproven", "1.3 unproven", "1.4 half-true")

    assert [(d.ref, d.apart) for d in measured(path).disagreements] == [
        ("1.3", 4),
        ("1.4", 2),
        ("1.1", 1),
        ("1.2", None),
    ]


@pytest.mark.usefixtures("ledger")
def test_a_reviewer_is_named_as_a_person_would_type_it(path: Path) -> None:
    rate(path, FIRST, "1.1 true")
    rate(path, SECOND, "1.1 true")
    with Ledger.open(path, reviewer=FIRST) as opened:
        claims = opened.claims()

    assert named_reviewers(claims, ["second READER", "fi", "First reader"]) == (SECOND, FIRST)
    assert named_reviewers(claims, []) == ()


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["Karl"], 'Nobody called "Karl" gave a verdict here'),
        ([""], 'Nobody called "" gave a verdict here'),
        (["First reader"], "One reviewer alone"),
        (["second", "SECOND READER"], "One reviewer alone"),
        (["second", "f"], "could be"),
    ],
)
def test_a_name_that_means_nobody_or_several_is_refused(
    path: Path, typed: list[str], says: str
) -> None:
    for reviewer in (FIRST, SECOND, "Fifth reader"):
        rate(path, reviewer, "1.1 true")
    with Ledger.open(path, reviewer=FIRST) as opened:
        claims = opened.claims()

    with pytest.raises(UsageError, match=says) as caught:
        named_reviewers(claims, typed)
    assert "Fifth reader" in caught.value.message + caught.value.hint or says == "could be"
