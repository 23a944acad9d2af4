"""Which claims wait for whom, and in which order."""

from __future__ import annotations

import pytest

from claimledger.domain.claims import ClaimId
from claimledger.domain.records import QueueEntry
from claimledger.domain.verdicts import ClaimStatus
from claimledger.ledger.queueing import (
    Show,
    belongs,
    holds,
    in_order,
    is_to_do,
    progress,
    upnext,
)

PLAIN = QueueEntry(
    key=1,
    ref="1.1",
    id=ClaimId("1"),
    article=1,
    text="The bridge is open.",
    speaker="The mayor",
    status=ClaimStatus.OPEN,
    rating=None,
    tone=None,
    worth=50,
    checkable=True,
    spoken=0,
    needed=1,
    mine=False,
    assigned=False,
    challenged=False,
    published=False,
)
RATED = PLAIN._replace(mine=True, status=ClaimStatus.CHECKED, spoken=1)


def queue(*entries: QueueEntry) -> list[QueueEntry]:
    return [
        entry._replace(id=ClaimId(str(n)), ref=f"1.{n}") for n, entry in enumerate(entries, start=1)
    ]


@pytest.mark.parametrize(
    ("entry", "waits"),
    [
        (PLAIN, True),
        (RATED, False),
        (PLAIN._replace(status=ClaimStatus.CHECKED), False),
        (PLAIN._replace(status=ClaimStatus.DISPUTED), False),
        (PLAIN._replace(checkable=False), False),
        (PLAIN._replace(checkable=False, assigned=True), True),
        (PLAIN._replace(status=ClaimStatus.DISPUTED, assigned=True), True),
        (PLAIN._replace(status=ClaimStatus.RETRACTED, assigned=True), False),
        (PLAIN._replace(spoken=1, needed=2), True),
        (PLAIN._replace(mine=True, spoken=1, needed=2), False),
    ],
)
def test_a_claim_waits_until_enough_have_spoken_or_one_has_oneself(
    entry: QueueEntry, *, waits: bool
) -> None:
    assert is_to_do(entry) is waits
    assert belongs(entry, Show.TO_DO) is waits


def test_what_is_assigned_comes_first() -> None:
    entries = queue(PLAIN, PLAIN._replace(assigned=True), PLAIN)

    assert [entry.ref for entry in in_order(entries)] == ["1.2", "1.1", "1.3"]


def test_next_goes_down_before_it_comes_back_to_what_was_passed_over() -> None:
    entries = queue(PLAIN, RATED, PLAIN)

    assert upnext(entries) == entries[0]
    assert upnext(entries, after=0) == entries[2]
    assert upnext(entries, after=2) == entries[0]
    assert upnext(queue(RATED)) is None


def test_progress_counts_what_can_be_checked() -> None:
    entries = queue(
        PLAIN,
        RATED,
        PLAIN._replace(status=ClaimStatus.DISPUTED, mine=True),
        PLAIN._replace(checkable=False),
        PLAIN._replace(status=ClaimStatus.RETRACTED),
    )

    found = progress(entries)

    assert (found.total, found.done, found.disputed, found.to_do) == (3, 1, 1, 1)


def test_progress_goes_on_with_what_changed() -> None:
    entries = queue(PLAIN, PLAIN, RATED)
    changed = RATED._replace(id=entries[0].id)

    after = progress(entries).after(progress(entries[:1]), progress([changed]))

    assert after == progress([changed, *entries[1:]])


@pytest.mark.parametrize("show", list(Show))
def test_no_choice_but_one_shows_what_was_retracted(show: Show) -> None:
    entry = PLAIN._replace(
        status=ClaimStatus.RETRACTED, mine=True, assigned=True, challenged=True, published=True
    )

    assert belongs(entry, show) is (show is Show.RETRACTED)


def test_a_claim_holds_words_in_its_text_its_speaker_and_its_number() -> None:
    assert holds(PLAIN, ["bridge", "mayor", "1.1"])
    assert not holds(PLAIN, ["bridge", "taxes"])
