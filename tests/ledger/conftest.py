"""A desk of three on one ledger, and evidence that needs no network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from claimledger.domain.acts import EvidenceAttached
from claimledger.domain.evidence import Stance
from claimledger.ledger import Ledger
from claimledger.ledger.sourcing import Source


@pytest.fixture
def as_reviewer(ledger: Ledger) -> Iterator[Callable[[str | None], Ledger]]:
    """Open the ledger once more, under another name; all are closed in the end."""
    with ExitStack() as stack:
        yield lambda name: stack.enter_context(Ledger.open(ledger.path, reviewer=name))


@pytest.fixture
def ana(as_reviewer: Callable[[str | None], Ledger]) -> Ledger:
    return as_reviewer("Ana")


@pytest.fixture
def bo(as_reviewer: Callable[[str | None], Ledger]) -> Ledger:
    return as_reviewer("Bo")


@pytest.fixture
def source() -> Callable[..., Source]:
    """Make a source of a link alone; what it is called tells it from others."""

    def make(stance: Stance = Stance.SUPPORTS, name: str = "accounts") -> Source:
        address = f"https://alder.example/{name}"
        return Source(
            act=EvidenceAttached(source=address, stance=stance, url=address, capture=None)
        )

    return make
