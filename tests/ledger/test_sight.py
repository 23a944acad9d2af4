"""In a blind review each reviewer sees the own work alone, until enough have spoken."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimledger.domain.acts import EvidenceArchived
from claimledger.domain.evidence import ArchiveState, Stance
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import ConflictError
from claimledger.ledger import Ledger
from claimledger.ledger.history import KEPT_BACK
from claimledger.ledger.selection import Selection
from claimledger.ledger.sourcing import Source

MakeSource = Callable[..., Source]
SECRETS = ("Ana saw it", "anas-source", "true", "supports")
"""What would tell the others what Ana thinks of 1.1."""


@pytest.fixture
def nobody(as_reviewer: Callable[[str | None], Ledger]) -> Ledger:
    return as_reviewer(None)


@pytest.fixture
def blind(ana: Ledger, source: MakeSource) -> Ledger:
    """Ana's ledger, reviewed blind by two; she alone has spoken, on 1.1."""
    ana.set_policy(reviewers=2, blind=True)
    [evidence] = ana.attach("1.1", source(Stance.SUPPORTS, "anas-source"))
    ana.give_verdict("1.1", "true", because="Ana saw it.")
    noted = EvidenceArchived(
        service="own", state=ArchiveState.FAILED, url=None, job=None, detail="anas-source"
    )
    ana.note_archive(evidence.id, noted)
    return ana


def verdicts(ledger: Ledger, ref: str = "1.1") -> list[str]:
    return [verdict.reviewer for verdict in ledger.claim(ref).verdicts]


def sources(ledger: Ledger, ref: str = "1.1") -> list[str]:
    return [evidence.ref for evidence in ledger.claim(ref).evidence]


READINGS: dict[str, Callable[[Ledger], object]] = {
    "claim": lambda x: x.claim("1.1"),
    "claims": lambda x: x.claims(Selection(retracted=True, outdated=True)),
    "report": lambda x: list(x.report()),
    "search": lambda x: x.search("bridge"),
    "evidence": lambda x: x.evidence(),
    "evidence of a claim": lambda x: x.evidence("1.1"),
    "queue": lambda x: [(e.ref, e.rating, e.tone, e.status, e.challenged) for e in x.queue()],
    "log": lambda x: [e.summary for e in x.log() if e.ref is not None],
    "log of a claim": lambda x: [e.summary for e in x.log("1.1")],
    "log of an article": lambda x: [e.summary for e in x.log("1")],
}


@pytest.mark.parametrize("name", READINGS)
def test_no_reading_tells_others_what_a_reviewer_thinks(
    blind: Ledger, bo: Ledger, nobody: Ledger, name: str
) -> None:
    read = READINGS[name]
    for other in (bo, nobody):
        told = repr(read(other))
        assert not [secret for secret in SECRETS if secret in told]
    if name != "queue":
        assert "anas-source" in repr(read(blind)) or "Ana saw it" in repr(read(blind))


def test_that_others_have_spoken_is_no_secret(blind: Ledger, bo: Ledger) -> None:
    claim = bo.claim("1.1")

    assert (claim.hidden, claim.spoken, claim.needed) == (True, 1, 2)
    assert (claim.status, claim.rating) == (ClaimStatus.OPEN, None)
    kept = [entry for entry in bo.log("1.1") if entry.summary == KEPT_BACK]
    assert [(entry.author, entry.kind) for entry in kept] == [
        ("Ana", "evidence_attached"),
        ("Ana", "verdict_given"),
    ]
    assert blind.claim("1.1").hidden


def test_hidden_evidence_is_named_as_kept_back_and_not_as_missing(
    blind: Ledger, bo: Ledger
) -> None:
    hidden = blind.one_evidence("1.1.1")
    for ref in ("1.1.1", hidden.id, hidden.id[:12]):
        with pytest.raises(ConflictError, match="kept back from you until"):
            bo.one_evidence(ref)
    for act in (
        lambda: bo.withdraw_evidence("1.1.1", because="So."),
        lambda: list(bo.log("1.1.1")),
        lambda: bo.evidence("1.1.1"),
    ):
        with pytest.raises(ConflictError, match="kept back"):
            act()


def test_each_sees_the_own_work(blind: Ledger, bo: Ledger, source: MakeSource) -> None:
    [mine] = bo.attach("1.1", source(Stance.REFUTES, "bos-source"))

    assert mine.ref == "1.1.2"
    assert (sources(blind), verdicts(blind)) == (["1.1.1"], ["Ana"])
    assert (sources(bo), verdicts(bo)) == (["1.1.2"], [])
    assert [e.mine for e in blind.queue()] == [True, False, False]
    assert [e.mine for e in bo.queue()] == [False, False, False]


def test_all_is_open_once_enough_have_spoken(
    blind: Ledger, bo: Ledger, nobody: Ledger, source: MakeSource
) -> None:
    bo.attach("1.1", source(Stance.REFUTES, "bos-source"))
    claim = bo.give_verdict("1.1", "false", because="Bo did not.")

    assert (claim.status, claim.hidden) == (ClaimStatus.DISPUTED, False)
    for reader in (blind, bo, nobody):
        assert verdicts(reader) == ["Ana", "Bo"]
        assert sources(reader) == ["1.1.1", "1.1.2"]
        assert KEPT_BACK not in [entry.summary for entry in reader.log("1.1")]
    assert bo.one_evidence("1.1.1").url is not None


@pytest.mark.usefixtures("blind")
def test_what_was_opened_stays_open_when_a_verdict_is_withdrawn(bo: Ledger) -> None:
    bo.give_verdict("1.1", "false", because="Bo did not.")
    bo.withdraw_verdict("1.1", because="I was not there.")
    claim = bo.claim("1.1")

    assert (claim.hidden, claim.spoken, claim.status) == (False, 1, ClaimStatus.OPEN)
    assert verdicts(bo) == ["Ana", "Bo"]
    bo.rebuild()
    assert verdicts(bo) == ["Ana", "Bo"]


@pytest.mark.usefixtures("blind")
def test_undoing_a_verdict_does_not_close_what_was_seen(bo: Ledger) -> None:
    bo.give_verdict("1.1", "false", because="Bo did not.")
    bo.undo()

    assert not bo.claim("1.1").hidden


def test_one_reviewer_who_speaks_twice_opens_nothing(blind: Ledger, bo: Ledger) -> None:
    blind.give_verdict("1.1", "false", because="On second thoughts.")

    assert bo.claim("1.1").hidden
    assert verdicts(bo) == []


def test_what_cannot_be_told_apart_is_not_told_by_a_status(blind: Ledger, bo: Ledger) -> None:
    blind.set_policy(reviewers=3)
    bo.give_verdict("1.1", "false", because="Bo did not.")

    assert bo.claim("1.1").status is ClaimStatus.OPEN
    assert bo.article("1").disputed == 0
    assert verdicts(bo) == ["Bo"]


def test_a_merged_claims_evidence_is_hidden_like_the_survivors(
    blind: Ledger, bo: Ledger, nobody: Ledger, source: MakeSource
) -> None:
    bo.attach("1.2", source(name="bos-source"))
    bo.merge_claims("1.2", ["1.1"])

    assert sources(blind, "1.2") == ["1.1.1"]
    assert sources(bo, "1.2") == ["1.2.1"]
    assert sources(nobody, "1.2") == []
    for reader in (blind, bo):
        reader.give_verdict("1.2", "true", because="Seen.")
    for reader in (blind, bo, nobody):
        assert sources(reader, "1.2") == ["1.2.1", "1.1.1"]
        assert reader.one_evidence("1.1.1").ref == "1.1.1"
        assert "attached, supports: https://alder.example/anas-source" in [
            entry.summary for entry in reader.log("1.1")
        ]


def test_a_claim_in_blind_review_is_not_merged_into_one_that_is_open(
    blind: Ledger, bo: Ledger
) -> None:
    for reader in (blind, bo):
        reader.give_verdict("1.2", "true", because="Seen.")
    with pytest.raises(ConflictError, match="would show what is kept back"):
        bo.merge_claims("1.2", ["1.1"])

    assert verdicts(bo, "1.1") == []


def test_what_was_merged_into_a_claim_opens_with_it_for_good(blind: Ledger, bo: Ledger) -> None:
    bo.merge_claims("1.2", ["1.1"])
    assert (verdicts(bo, "1.1"), sources(bo, "1.2")) == ([], [])
    for reader in (blind, bo):
        reader.give_verdict("1.2", "true", because="Seen.")
    bo.restore_claim("1.1", because="They differ.")

    assert verdicts(bo, "1.1") == ["Ana"]
    assert not bo.claim("1.1").hidden


def test_turning_blind_on_late_hides_what_is_not_decided(
    ana: Ledger, bo: Ledger, source: MakeSource
) -> None:
    ana.attach(["1.1", "1.2"], source())
    ana.give_verdict("1.1", "true", because="Seen.")
    ana.give_verdict("1.2", "true", because="Seen.")
    bo.give_verdict("1.2", "false", because="Not.")
    ana.give_verdict("1.3", "true", because="Seen.")
    ana.publish(["1.3"])
    assert verdicts(bo) == ["Ana"]
    ana.set_policy(reviewers=2, blind=True)

    assert (verdicts(bo), sources(bo)) == ([], [])
    assert (verdicts(bo, "1.2"), sources(bo, "1.2")) == (["Ana", "Bo"], ["1.2.1"])
    assert verdicts(bo, "1.3") == ["Ana"]
    ana.set_policy(blind=False)
    assert (verdicts(bo), sources(bo)) == (["Ana"], ["1.1.1"])


def test_fewer_reviewers_open_what_they_have_all_spoken_on(blind: Ledger, bo: Ledger) -> None:
    blind.set_policy(reviewers=1)
    assert verdicts(bo) == ["Ana"]
    blind.set_policy(reviewers=2)

    assert verdicts(bo) == ["Ana"]


@pytest.mark.usefixtures("blind")
def test_reviewers_are_told_apart_by_their_whole_name(
    as_reviewer: Callable[[str | None], Ledger],
) -> None:
    assert verdicts(as_reviewer("ana")) == verdicts(as_reviewer("Ana ")) == []


@pytest.mark.usefixtures("blind")
def test_who_is_looking_can_be_changed(bo: Ledger) -> None:
    bo.see_as("Ana")
    assert verdicts(bo) == ["Ana"]
    bo.see_as("Bo")

    assert verdicts(bo) == []


def test_an_accent_typed_as_two_characters_is_the_same_reviewer(
    blind: Ledger, as_reviewer: Callable[[str | None], Ledger]
) -> None:
    as_reviewer("Jose\u0301").give_verdict("1.2", "true", because="Seen.")

    assert verdicts(as_reviewer("Jos\u00e9"), "1.2") == ["Jos\u00e9"]
    assert verdicts(blind, "1.2") == []


def test_a_reader_who_may_not_write_sees_no_more(blind: Ledger) -> None:
    with Ledger.open(blind.path, reviewer="Bo", read_only=True) as reader:
        assert (verdicts(reader), sources(reader)) == ([], [])
        reader.see_as("Ana")
        assert verdicts(reader) == ["Ana"]


def test_a_conflict_in_undoing_tells_nothing_of_hidden_work(
    blind: Ledger, bo: Ledger, source: MakeSource
) -> None:
    bo.attach("1.1", source(name="bos-source"))
    bo.withdraw_evidence("1.1.2", because="Bo erred.")
    blind.withdraw_evidence("1.1.1", because="Ana erred.")
    bo.undo()

    assert [e.withdrawn_because for e in bo.claim("1.1").evidence] == [None]
    assert [e.withdrawn_because for e in blind.claim("1.1").evidence] == ["Ana erred."]


def test_verification_sees_it_all(blind: Ledger, bo: Ledger) -> None:
    assert bo.verify() == blind.verify() == []
