"""Which claims wait for whom, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimledger.domain.claims import ClaimId
from claimledger.domain.records import QueueEntry
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import ClaimLedgerError
from claimledger.ledger import Ledger
from claimledger.ledger.queueing import (
    Show,
    belongs,
    holds,
    in_order,
    is_to_do,
    progress,
    upnext,
    waiting,
)
from claimledger.ledger.selection import Order, Selection

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


DEEDS: tuple[Callable[[Ledger], object], ...] = (
    lambda x: x.give_verdict("1.1", "true", because="Seen."),
    lambda x: x.give_verdict("1.2", "false", because="Not so."),
    lambda x: x.withdraw_verdict("1.1", because="Too early."),
    lambda x: x.settle("1.2", "true", because="So."),
    lambda x: x.assign(["1.2", "1.3"], ["Ana"]),
    lambda x: x.assign(["1.1"], ["Ana", "Bo"]),
    lambda x: x.assign(["1.2"], []),
    lambda x: x.edit_claim("1.3", checkable=False),
    lambda x: x.edit_claim("1.1", checkable=False),
    lambda x: x.retract_claim("1.3", because="No."),
    lambda x: x.restore_claim("1.3", because="Yes."),
    lambda x: x.tag(["1.1", "1.3"], add=["bridge"]),
    lambda x: x.set_policy(reviewers=2),
    lambda x: x.add_claim("1", "The bridge carries 4,300 cars a day."),
)


@given(deeds=st.lists(st.tuples(st.booleans(), st.sampled_from(DEEDS)), max_size=12))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_waits_is_what_the_whole_queue_would_say(
    ana: Ledger, tmp_path: Path, deeds: list[tuple[bool, Callable[[Ledger], object]]]
) -> None:
    copy = tmp_path / f"{len(list(tmp_path.iterdir()))}.db"
    ana._sql.execute("VACUUM INTO ?", (str(copy),))
    with Ledger.open(copy, reviewer="Ana") as own, Ledger.open(copy, reviewer="Bo") as other:
        for ledger in (own, other):
            ledger._sql.execute("PRAGMA synchronous = OFF")
        for is_own, deed in deeds:
            with suppress(ClaimLedgerError):
                deed(own if is_own else other)
        for selection in (
            Selection(sort=Order.WORTH),
            Selection(sort=Order.WORTH, tag="bridge"),
            Selection(sort=Order.WORTH, assigned="Ana"),
            Selection(sort=Order.WORTH, assigned="Bo"),
        ):
            entries = in_order(own.queue(selection))
            found = waiting(own, "Ana", selection)

            assert (found.first, found.number) == (upnext(entries), progress(entries).to_do)
