"""The policy of a ledger: what it asks of a claim, and what changing it does."""

from __future__ import annotations

import pytest

from claimledger.domain.policies import Policy
from claimledger.domain.scales import ScaleId
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import ConflictError, UsageError
from claimledger.ledger import Ledger
from claimledger.ledger.queueing import is_to_do
from claimledger.ledger.selection import Selection


def test_a_new_ledger_asks_for_one_reviewer_and_hides_nothing(ana: Ledger) -> None:
    assert ana.policy() == Policy(
        scale=ScaleId("default"), reviewers=1, blind=False, settlers=(), sources=2
    )


def test_what_is_not_named_stays(ana: Ledger) -> None:
    ana.set_policy(reviewers=2, settlers=[" Bo  Day ", "Ana", "Ana"])
    policy = ana.set_policy(blind=True, sources=0)

    assert policy == ana.policy()
    assert policy == Policy(
        scale=ScaleId("default"), reviewers=2, blind=True, settlers=("Bo Day", "Ana"), sources=0
    )
    assert ana.set_policy(settlers=[]).settlers == ()
    assert ana.use_scale("politifact").id == "politifact"
    assert (ana.policy().reviewers, ana.policy().blind) == (2, True)


def test_whoever_may_not_settle_may_not_change_the_policy_either(ana: Ledger, bo: Ledger) -> None:
    ana.set_policy(blind=True, settlers=["Ana"])

    with pytest.raises(ConflictError, match="nor set the rules"):
        bo.set_policy(blind=False)
    assert bo.policy().blind


def test_the_same_policy_again_is_no_event(ana: Ledger) -> None:
    ana.set_policy(reviewers=2)
    before = ana.size()
    ana.set_policy(reviewers=2, blind=False)

    assert ana.size() == before


@pytest.mark.parametrize(
    "wrong", [{"reviewers": 0}, {"reviewers": 100}, {"sources": -1}, {"settlers": [" "]}]
)
def test_a_policy_that_makes_no_sense_is_refused(ana: Ledger, wrong: dict[str, int]) -> None:
    before = ana.size()
    with pytest.raises(UsageError):
        ana.set_policy(**wrong)  # type: ignore[arg-type]

    assert ana.size() == before


def test_a_claim_is_open_until_as_many_agree_as_the_policy_asks_for(
    ana: Ledger, bo: Ledger
) -> None:
    ana.set_policy(reviewers=2)
    first = ana.give_verdict("1.1", "true", because="Seen.")
    assert (first.status, first.rating, first.spoken, first.needed) == (
        ClaimStatus.OPEN,
        None,
        1,
        2,
    )

    second = bo.give_verdict("1.1", "true", because="Read.")
    assert (second.status, second.spoken) == (ClaimStatus.CHECKED, 2)
    assert second.rating is not None


def test_a_difference_is_seen_at_once_unless_the_review_is_blind(ana: Ledger, bo: Ledger) -> None:
    ana.set_policy(reviewers=3)
    ana.give_verdict("1.1", "true", because="Seen.")
    assert bo.give_verdict("1.1", "false", because="Not.").status is ClaimStatus.DISPUTED
    bo.set_policy(blind=True)

    assert bo.claim("1.1").status is ClaimStatus.OPEN


def test_changing_the_policy_looks_at_every_claim_anew(ana: Ledger, bo: Ledger) -> None:
    ana.give_verdict("1.1", "true", because="Seen.")
    ana.give_verdict("1.2", "true", because="Seen.")
    bo.give_verdict("1.2", "true", because="Read.")
    bo.give_verdict("1.3", "true", because="Read.")
    bo.settle("1.3", "true", because="So.")

    def statuses() -> list[str]:
        return [claim.status.value for claim in bo.claims()]

    assert statuses() == ["checked", "checked", "settled"]
    ana.set_policy(reviewers=2)
    assert statuses() == ["open", "checked", "settled"]
    assert ana.article("1").checked == 2
    ana.set_policy(reviewers=3)
    assert statuses() == ["open", "open", "settled"]
    ana.set_policy(reviewers=1)
    assert statuses() == ["checked", "checked", "settled"]
    assert ana.verify() == []


def test_a_retracted_claim_stays_out_whatever_the_policy(ana: Ledger) -> None:
    ana.give_verdict("1.1", "true", because="Seen.")
    ana.retract_claim("1.1", because="A headline.")
    ana.set_policy(reviewers=2)

    assert ana.claim("1.1").status is ClaimStatus.RETRACTED


def test_the_queue_tells_who_has_spoken_and_whose_turn_it_is(ana: Ledger, bo: Ledger) -> None:
    ana.set_policy(reviewers=2)
    ana.give_verdict("1.1", "true", because="Seen.")
    ana.assign(["1.2"], ["Bo"])
    mine, theirs = ana.queue(), bo.queue()

    assert [(e.ref, e.spoken, e.needed, e.mine, e.assigned) for e in mine] == [
        ("1.1", 1, 2, True, False),
        ("1.2", 0, 2, False, False),
        ("1.3", 0, 2, False, False),
    ]
    assert [(e.ref, e.mine, e.assigned) for e in theirs] == [
        ("1.1", False, False),
        ("1.2", False, True),
        ("1.3", False, False),
    ]
    assert [e.ref for e in mine if is_to_do(e)] == ["1.2", "1.3"]
    assert [e.ref for e in bo.queue(Selection(unrated_by="Ana"))] == ["1.2", "1.3"]


def test_the_queue_tells_how_a_claim_came_out(ana: Ledger) -> None:
    ana.give_verdict("1.1", "true", because="Seen.")
    ana.publish(["1.1"])
    first = ana.queue()[0]

    assert (first.status, first.rating, first.tone, first.worth, first.published) == (
        ClaimStatus.CHECKED,
        "True",
        "true",
        80,
        True,
    )
    assert first.id == ana.claim("1.1").id
    assert [e.rating for e in ana.queue()[1:]] == [None, None]


def test_a_rule_is_switched_with_a_reason(ana: Ledger) -> None:
    ana.switch_lint_rule("two-sources", on=False, because="Wire reports.")
    rule = ana.lint_rules()["two-sources"]

    assert (rule.on, rule.because, rule.by) == (False, "Wire reports.", "Ana")
    with pytest.raises(UsageError, match="reason is empty"):
        ana.switch_lint_rule("two-sources", on=True, because=" ")
