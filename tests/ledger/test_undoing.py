"""Undo takes the reviewer's own last act back: what was before is again, and nothing is erased."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimledger.domain.claims import ClaimKind
from claimledger.domain.evidence import Stance
from claimledger.domain.policies import Policy
from claimledger.domain.records import ClaimRecord
from claimledger.domain.verdicts import ClaimStatus, Relation
from claimledger.errors import ClaimLedgerError, ConflictError
from claimledger.ledger import Ledger
from claimledger.ledger.selection import Selection
from claimledger.ledger.sourcing import Source

MakeSource = Callable[..., Source]
EVERYTHING = Selection(retracted=True, outdated=True)


def picture(ledger: Ledger) -> tuple[Policy, dict[str, ClaimRecord]]:
    """Return what the ledger says of each claim, without when it came to be so.

    Left out are claims that were taken out by undoing how they came in.
    """
    return ledger.policy(), {
        claim.ref: timeless(claim)
        for claim in ledger.claims(EVERYTHING)
        if claim.retracted_because != "undone"
    }


def timeless(claim: ClaimRecord) -> ClaimRecord:
    settled = claim.settlement
    return replace(
        claim,
        edited=False,
        verdicts=tuple(
            replace(verdict, event="", time="")
            for verdict in sorted(claim.standing_verdicts, key=lambda v: v.reviewer)
        ),
        evidence=tuple(e for e in claim.evidence if e.withdrawn_because != "undone"),
        decisions=() if settled is None else (replace(settled, event="", time="", by=""),),
        links=tuple(
            replace(link, time="", by="")
            for link in sorted(claim.links, key=lambda x: (x.inward, x.ref, x.relation))
        ),
    )


ACTS: dict[str, Callable[[Ledger, MakeSource], object]] = {
    "a verdict": lambda x, _: x.give_verdict("1.1", "true", because="Seen."),
    "another verdict": lambda x, _: x.give_verdict("1.3", "true", because="Seen."),
    "a withdrawal": lambda x, _: x.withdraw_verdict("1.3", because="Too early."),
    "an edit": lambda x, _: x.edit_claim("1.2", text="It took ten months.", speaker=""),
    "a second edit": lambda x, _: x.edit_claim("1.2", text="It cost 13 million.", checkable=False),
    "a claim added": lambda x, _: x.add_claim("1", "The bridge is old."),
    "a retraction": lambda x, _: x.retract_claim("1.2", because="A duplicate."),
    "a restoration": lambda x, _: x.restore_claim("1.4", because="It is one."),
    "a split": lambda x, _: x.split_claim("1.2", ["It took months.", "They were nine."]),
    "a merger": lambda x, _: x.merge_claims("1.1", ["1.2"], because="The same."),
    "an assignment": lambda x, _: x.assign(["1.2"], ["Cy"]),
    "nobody assigned": lambda x, _: x.assign(["1.2"], []),
    "tags": lambda x, _: x.tag(["1.2"], add=["cost", "euros"], remove=["bridge"]),
    "a link": lambda x, _: x.link("1.1", "1.3", Relation.SUPPORTS, note="In part."),
    "a link taken away": lambda x, _: x.unlink("1.2", "1.1", Relation.SAME),
    "evidence": lambda x, source: x.attach("1.3", source(Stance.REFUTES, "mine")),
    "evidence withdrawn": lambda x, _: x.withdraw_evidence("1.2.1", because="A forgery."),
    "a settlement": lambda x, _: x.settle("1.2", "false", because="The accounts."),
    "another settlement": lambda x, _: x.settle("1.3", "false", because="The accounts."),
    "a reopening": lambda x, _: x.reopen("1.3", because="New minutes."),
    "a policy": lambda x, _: x.set_policy(reviewers=2, settlers=["Ana"], sources=5),
    "blindness": lambda x, _: x.set_policy(reviewers=2, blind=True),
    "a scale": lambda x, _: x.use_scale("politifact"),
}
"""One act of each kind that can be undone, on the ledger that ``started`` makes."""


@pytest.fixture
def started(ana: Ledger, bo: Ledger, source: MakeSource) -> Ledger:
    """Ana's ledger, in which there is something of everything to change."""
    bo.add_claim("1", "The bridge is dear.")
    bo.retract_claim("1.4", because="An opinion.")
    bo.edit_claim("1.2", text="The repairs cost 12 million euros.", kind=ClaimKind.QUANTITY)
    bo.attach("1.2", source(Stance.REFUTES, "accounts"))
    bo.tag(["1.2"], add=["bridge"])
    bo.assign(["1.2"], ["Ana", "Bo"])
    bo.link("1.2", "1.1", Relation.SAME, note="But for the words.")
    bo.give_verdict("1.2", "true", because="Read.")
    ana.give_verdict("1.3", "mostly-true", because="About so.")
    ana.edit_claim("1.3", text="The repairs took nine whole months.")
    ana.give_verdict("1.3", "false", because="It was ten.")
    ana.settle("1.3", "true", because="The minutes.")
    bo.attach("1.3", source(Stance.REFUTES, "minutes"))
    assert ana.claim("1.3").challenged
    return ana


NUMBERED = {"a claim added", "evidence"}
"""Acts that give a number, which is not given again."""


@pytest.mark.parametrize("name", ACTS)
def test_what_was_before_is_again_and_can_be_done_again(
    started: Ledger, source: MakeSource, name: str
) -> None:
    before, size = picture(started), started.size()
    ACTS[name](started, source)
    done = picture(started)
    assert started.size() > size
    assert done != before

    started.undo()
    assert picture(started) == before
    if name not in NUMBERED:
        ACTS[name](started, source)
        assert picture(started) == done
        started.undo()
        assert picture(started) == before
    assert started.verify() == []


def test_undo_goes_further_back_each_time(ana: Ledger) -> None:
    ana.give_verdict("1.1", "true", because="First.")
    ana.tag(["1.1"], add=["bridge"])
    ana.give_verdict("1.1", "false", because="Second.")

    told = [ana.undo() for _ in range(3)]

    assert [(undone.refs, undone.what) for undone in told] == [
        (("1.1",), "verdict false: Second."),
        (("1.1",), "tagged bridge"),
        (("1.1",), "verdict true: First."),
    ]
    assert ana.claim("1.1").status is ClaimStatus.OPEN
    with pytest.raises(ConflictError, match="nothing of Ana to undo"):
        ana.undo()


def test_what_one_command_did_to_several_claims_is_undone_at_once(ana: Ledger) -> None:
    ana.tag(["1.1", "1.2", "1.3"], add=["bridge"])
    undone = ana.undo()

    assert undone.refs == ("1.1", "1.2", "1.3")
    assert all(claim.tags == () for claim in ana.claims())


def test_undo_is_an_act_of_its_own_in_the_history(ana: Ledger) -> None:
    ana.give_verdict("1.1", "true", because="Seen.")
    ana.undo()

    assert [entry.summary for entry in ana.log("1.1")][-2:] == [
        "verdict true: Seen.",
        "undid: verdict true: Seen.",
    ]
    assert [verdict.standing for verdict in ana.claim("1.1").verdicts] == [False]


def test_the_acts_of_others_are_never_undone(ana: Ledger, bo: Ledger) -> None:
    ana.give_verdict("1.1", "true", because="Seen.")
    bo.give_verdict("1.1", "false", because="Not seen.")
    ana.undo()

    assert [v.reviewer for v in ana.claim("1.1").standing_verdicts] == ["Bo"]
    with pytest.raises(ConflictError, match="nothing of Ana"):
        ana.undo()


def test_a_verdict_given_before_a_withdrawal_does_not_come_back(ana: Ledger) -> None:
    ana.give_verdict("1.1", "true", because="First.")
    ana.withdraw_verdict("1.1", because="Too early.")
    ana.give_verdict("1.1", "false", because="Second.")
    ana.undo()

    assert ana.claim("1.1").standing_verdicts == ()


def test_a_verdict_that_comes_back_is_on_the_words_that_it_was_given_on(ana: Ledger) -> None:
    ana.give_verdict("1.1", "true", because="Seen.")
    ana.edit_claim("1.1", text="The bridge reopened on Tuesday.")
    ana.give_verdict("1.1", "false", because="It was Monday.")
    ana.undo()

    [verdict] = ana.claim("1.1").standing_verdicts
    assert (verdict.rating.code, verdict.reworded) == ("true", True)
    ana.undo()
    [verdict] = ana.claim("1.1").standing_verdicts
    assert not verdict.reworded


OVERTAKEN: dict[str, tuple[Callable[[Ledger], object], Callable[[Ledger], object]]] = {
    "edited": (
        lambda x: x.edit_claim("1.1", text="It opened."),
        lambda x: x.edit_claim("1.1", text="It opened late."),
    ),
    "restored": (
        lambda x: x.retract_claim("1.1", because="A duplicate."),
        lambda x: x.restore_claim("1.1", because="It is none."),
    ),
    "retracted": (
        lambda x: x.add_claim("1", "The bridge is old."),
        lambda x: x.retract_claim("1.4", because="An opinion."),
    ),
    "rated": (
        lambda x: x.add_claim("1", "The bridge is old."),
        lambda x: x.give_verdict("1.4", "true", because="Seen."),
    ),
    "a part rated": (
        lambda x: x.split_claim("1.1", ["It reopened.", "It was Monday."]),
        lambda x: x.give_verdict("1.5", "true", because="Seen."),
    ),
    "parted again": (
        lambda x: x.merge_claims("1.1", ["1.2"]),
        lambda x: x.restore_claim("1.2", because="Not the same."),
    ),
    "assigned": (lambda x: x.assign(["1.1"], ["Cy"]), lambda x: x.assign(["1.1"], ["Di"])),
    "tag taken away": (
        lambda x: x.tag(["1.1"], add=["bridge"]),
        lambda x: x.tag(["1.1"], remove=["bridge"]),
    ),
    "unlinked": (
        lambda x: x.link("1.1", "1.2", Relation.SAME),
        lambda x: x.unlink("1.1", "1.2", Relation.SAME),
    ),
    "settled": (
        lambda x: x.settle("1.3", "true", because="So."),
        lambda x: x.settle("1.3", "false", because="Not so."),
    ),
    "policy": (lambda x: x.set_policy(reviewers=2), lambda x: x.set_policy(sources=7)),
}
"""What Ana does, and what Bo does then that undoing it would destroy."""


@pytest.mark.parametrize("name", OVERTAKEN)
def test_what_others_have_changed_or_built_on_since_is_not_undone(
    ana: Ledger, bo: Ledger, name: str
) -> None:
    bo.give_verdict("1.3", "true", because="Read.")
    first, then = OVERTAKEN[name]
    first(ana)
    then(bo)
    before = picture(ana)
    with pytest.raises(ConflictError, match=r"changed since|worked on") as caught:
        ana.undo()

    assert caught.value.hint
    assert picture(ana) == before


def test_what_others_did_beside_it_is_left_alone(
    ana: Ledger, bo: Ledger, source: MakeSource
) -> None:
    [mine] = ana.attach("1.1", source(name="mine"))
    [theirs] = bo.attach("1.1", source(name="theirs"))
    ana.withdraw_evidence(mine.ref, because="Old.")
    ana.tag(["1.1"], add=["bridge"])
    bo.withdraw_evidence(theirs.ref, because="Old too.")
    bo.tag(["1.1"], add=["cost"])
    bo.link("1.1", "1.2", Relation.SAME)
    ana.undo()
    ana.undo()

    claim = bo.claim("1.1")
    assert claim.tags == ("cost",)
    assert [e.withdrawn_because for e in claim.evidence] == [None, "Old too."]
    assert [link.ref for link in claim.links] == ["1.2"]


def test_evidence_that_somebody_else_withdrew_keeps_their_reason(
    ana: Ledger, bo: Ledger, source: MakeSource
) -> None:
    ana.attach("1.1", source())
    bo.withdraw_evidence("1.1.1", because="A forgery.")
    with pytest.raises(ConflictError, match="changed since"):
        ana.undo()

    assert ana.one_evidence("1.1.1").withdrawn_because == "A forgery."


def test_a_verdict_that_was_replaced_from_another_device_stays(ana: Ledger, path: Path) -> None:
    from claimledger.ledger.journal import Surroundings

    ana.give_verdict("1.1", "true", because="At my desk.")
    away = Ledger.open(path, reviewer="Ana", world=Surroundings(device=lambda: "laptop"))
    with away:
        away.give_verdict("1.1", "false", because="On the train.")
    with pytest.raises(ConflictError, match="changed since"):
        ana.undo()


def test_what_was_published_is_corrected_and_not_undone(ana: Ledger) -> None:
    ana.give_verdict("1.1", "true", because="Seen.")
    ana.publish(["1.1"])
    with pytest.raises(ConflictError, match=r"published is not undone: 1\.1") as caught:
        ana.undo()

    assert "claimledger correct 1.1" in caught.value.hint


def test_a_verdict_is_not_taken_from_under_what_somebody_published(ana: Ledger, bo: Ledger) -> None:
    ana.give_verdict("1.1", "true", because="Seen.")
    bo.publish(["1.1"])
    with pytest.raises(ConflictError, match="is published"):
        ana.undo()


def test_how_a_published_claim_is_sorted_can_be_undone(ana: Ledger, bo: Ledger) -> None:
    ana.give_verdict("1.1", "true", because="Seen.")
    bo.publish(["1.1"])
    ana.link("1.1", "1.2", Relation.RELATED)
    ana.assign(["1.1"], ["Cy"])
    ana.undo()
    ana.undo()

    claim = ana.claim("1.1")
    assert (claim.links, claim.assigned) == ((), ())


def test_a_settlement_after_a_check_was_taken_back_leaves_nothing_when_undone(
    ana: Ledger,
) -> None:
    ana.give_verdict("1.1", "true", because="Seen.")
    ana.settle("1.1", "true", because="First.")
    ana.publish(["1.1"])
    ana.correct("1.1", None, because="A hoax.", note="We erred.")
    ana.settle("1.1", "false", because="Second.")
    ana.undo()

    claim = ana.claim("1.1")
    assert (claim.status, claim.settlement) == (ClaimStatus.CHECKED, None)


def test_who_may_settle_no_more_undoes_no_settlement(ana: Ledger, bo: Ledger) -> None:
    ana.give_verdict("1.1", "true", because="Seen.")
    ana.settle("1.1", "false", because="So.")
    bo.set_policy(settlers=["Bo"])
    with pytest.raises(ConflictError, match="may not settle"):
        ana.undo()


def test_a_restored_claim_that_had_been_merged_is_merged_again_by_hand(ana: Ledger) -> None:
    ana.retract_claim("1.2", because="Long ago.")
    ana.restore_claim("1.2", because="Not so.")
    ana.merge_claims("1.1", ["1.2"])
    ana.restore_claim("1.2", because="Not the same.")
    with pytest.raises(ConflictError, match="merged or divided before"):
        ana.undo()

    assert ana.claim("1.2").retracted_because is None


def test_how_a_ledger_began_is_not_undone(ledger: Ledger, path: Path) -> None:
    with pytest.raises(ConflictError, match="cannot be undone: split"):
        ledger.undo()
    fresh = Ledger.open(path.with_name("fresh.db"), reviewer="Ana", create=True)
    with fresh, pytest.raises(ConflictError, match="cannot be undone: chose the scale"):
        fresh.undo()


def test_checks_of_links_are_passed_over(ana: Ledger, source: MakeSource) -> None:
    from claimledger.domain.acts import EvidenceArchived
    from claimledger.domain.evidence import ArchiveState

    [evidence] = ana.attach("1.1", source())
    noted = EvidenceArchived(
        service="own", state=ArchiveState.FAILED, url=None, job=None, detail="Busy."
    )
    ana.note_archive(evidence.id, noted)

    assert ana.undo().what.startswith("attached")


PLAYS: tuple[Callable[[Ledger, MakeSource], object], ...] = (
    *ACTS.values(),
    lambda x, _: x.give_verdict("1.1", "false", because="Not seen."),
    lambda x, _: x.withdraw_verdict("1.1", because="Too early."),
    lambda x, _: x.settle("1.1", "true", because="The photographs."),
    lambda x, _: x.settle("1.1", "false", because="The diary."),
    lambda x, _: x.reopen("1.1", because="A new diary."),
    lambda x, source: x.attach("1.1", source(Stance.REFUTES, "diary")),
    lambda x, source: x.attach("1.1", source(Stance.SUPPORTS, "log")),
    lambda x, _: x.withdraw_evidence("1.1.1", because="A copy."),
    lambda x, _: x.edit_claim("1.1", text="It opened."),
    lambda x, _: x.edit_claim("1.1", text="It opened late."),
    lambda x, _: x.merge_claims("1.1", ["1.2"]),
    lambda x, _: x.retract_claim("1.1", because="A headline."),
    lambda x, _: x.tag(["1.1"], add=["bridge"]),
    lambda x, _: x.tag(["1.1"], remove=["bridge"]),
    lambda x, _: x.assign(["1.1"], ["Ana"]),
)


@pytest.fixture
def copied(started: Ledger, tmp_path: Path) -> Callable[[], Ledger]:
    """Open a fresh copy of the ledger each time."""
    start, numbers = tmp_path / "start.db", count()
    started._sql.execute("VACUUM INTO ?", (str(start),))

    def opened() -> Ledger:
        copy = tmp_path / f"copy-{next(numbers)}.db"
        shutil.copy(start, copy)
        ledger = Ledger.open(copy, reviewer="Ana")
        ledger._sql.execute("PRAGMA synchronous = OFF")
        return ledger

    return opened


@given(plays=st.lists(st.sampled_from(PLAYS), min_size=1, max_size=12))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_as_many_undos_as_acts_lead_back_to_the_start(
    copied: Callable[[], Ledger],
    source: MakeSource,
    plays: list[Callable[[Ledger, MakeSource], object]],
) -> None:
    with copied() as ledger:
        before, acts = picture(ledger), 0
        for play in plays:
            size = ledger.size()
            with suppress(ClaimLedgerError):
                play(ledger, source)
            acts += ledger.size() > size
        for _ in range(acts):
            ledger.undo()

        assert picture(ledger) == before
        assert ledger.verify() == []
