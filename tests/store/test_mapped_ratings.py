"""Verdicts on two scales count as one where somebody has said what is the same on both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimledger.domain.scales import MappedRating
from claimledger.domain.verdicts import ClaimStatus
from claimledger.ledger import Ledger


@pytest.fixture
def ana(ledger: Ledger, path: Path) -> Iterator[Ledger]:
    """Ana's ledger: she rated 1.1 on the one scale, and Bo on the other, which is in use."""
    with Ledger.open(path, reviewer="Ana") as ana, Ledger.open(path, reviewer="Bo") as bo:
        ana.give_verdict("1.1", "mostly-true", because="Seen.")
        ledger.use_scale("politifact")
        bo.give_verdict("1.1", "half-true", because="In part.")
        yield ana


def outcome(ledger: Ledger, ref: str = "1.1") -> tuple[str, str | None]:
    claim = ledger.claim(ref)
    return claim.status.value, None if claim.rating is None else claim.rating.code


def map_to(ledger: Ledger, to: str | None) -> None:
    ledger.map_scale("default", "politifact", [MappedRating(code="mostly-true", to=to)])


def test_verdicts_that_nobody_has_mapped_differ(ana: Ledger) -> None:
    assert outcome(ana) == ("disputed", None)


def test_a_mapping_that_makes_verdicts_agree_makes_the_claim_checked(ana: Ledger) -> None:
    map_to(ana, "half-true")

    assert outcome(ana) == ("checked", "half-true")
    assert [(v.scale, v.rating.code) for v in ana.claim("1.1").verdicts] == [
        ("default", "mostly-true"),
        ("politifact", "half-true"),
    ]
    assert ana.verify() == []


@pytest.mark.parametrize("to", ["true", None])
def test_a_mapping_to_something_else_or_to_nothing_leaves_a_dispute(
    ana: Ledger, to: str | None
) -> None:
    map_to(ana, "half-true")
    map_to(ana, to)

    assert outcome(ana) == ("disputed", None)


def test_a_mapping_counts_for_the_scale_in_use_alone(ana: Ledger) -> None:
    map_to(ana, "half-true")
    ana.use_scale("default")
    assert outcome(ana) == ("disputed", None)
    ana.map_scale("politifact", "default", [MappedRating(code="half-true", to="mostly-true")])
    assert outcome(ana) == ("checked", "mostly-true")

    ana.use_scale("politifact")
    assert outcome(ana) == ("checked", "half-true")
    assert ana.verify() == []


def test_verdicts_on_one_scale_are_taken_as_they_were_given(ana: Ledger, path: Path) -> None:
    map_to(ana, "half-true")
    with Ledger.open(path, reviewer="Bo") as bo:
        bo.withdraw_verdict("1.1", because="Not sure.")

    assert outcome(ana) == ("checked", "mostly-true")


def test_a_settlement_keeps_its_scale(ana: Ledger) -> None:
    ana.settle("1.1", "half-true", because="So.")
    ana.use_scale("default")
    claim = ana.claim("1.1")

    assert (claim.status, claim.rating and claim.rating.label) == (
        ClaimStatus.SETTLED,
        "Half True",
    )


def test_a_rebuilt_ledger_says_the_same(ana: Ledger) -> None:
    map_to(ana, "half-true")
    ana.rebuild()

    assert outcome(ana) == ("checked", "half-true")
