"""Whatever Bo does and reads in a blind review, it is the same whatever Ana thinks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimledger.domain.evidence import Stance
from claimledger.domain.verdicts import Relation
from claimledger.errors import ClaimLedgerError
from claimledger.ledger import Ledger
from claimledger.ledger.journal import Surroundings
from claimledger.ledger.selection import Selection
from claimledger.ledger.sourcing import Source

MakeSource = Callable[..., Source]
EVERYTHING = Selection(retracted=True, outdated=True)
NOW = Surroundings(now=lambda: datetime(2026, 3, 2, tzinfo=UTC))
IDS = re.compile(r"[0-9a-f]{12,}")

PLAYS: dict[str, Callable[[Ledger, MakeSource], object]] = {
    "rates another claim": lambda x, _: x.give_verdict("1.2", "true", because="Read."),
    "edits it": lambda x, _: x.edit_claim("1.1", text="The bridge is open."),
    "retracts it": lambda x, _: x.retract_claim("1.1", because="A headline."),
    "restores it": lambda x, _: x.restore_claim("1.1", because="It is one."),
    "splits it": lambda x, _: x.split_claim("1.1", ["It reopened.", "It was Monday."]),
    "merges it": lambda x, _: x.merge_claims("1.3", ["1.1"]),
    "merges it with a rated one": lambda x, _: x.merge_claims("1.2", ["1.1"]),
    "merges another into it": lambda x, _: x.merge_claims("1.1", ["1.3"]),
    "settles it": lambda x, _: x.settle("1.1", "true", because="So."),
    "publishes it": lambda x, _: x.publish(["1.1"]),
    "links it": lambda x, _: x.link("1.1", "1.2", Relation.SAME),
    "tags it": lambda x, _: x.tag(["1.1"], add=["bridge"]),
    "attaches to it": lambda x, source: x.attach("1.1", source(Stance.CONTEXT, "bos-source")),
    "withdraws hers": lambda x, _: x.withdraw_evidence("1.1.1", because="So."),
    "withdraws his": lambda x, _: x.withdraw_evidence("1.1.2", because="So."),
    "undoes": lambda x, _: x.undo(),
    "takes another scale": lambda x, _: x.use_scale("politifact"),
    "asks for three": lambda x, _: x.set_policy(reviewers=3),
    "rebuilds": lambda x, _: x.rebuild(),
}
"""What Bo can do without speaking on 1.1."""


@pytest.fixture
def worlds(ledger: Ledger, tmp_path: Path, source: MakeSource) -> Callable[[], list[Ledger]]:
    """Open copies of two ledgers, alike but for what Ana found and decided about 1.1."""
    ledger.set_policy(reviewers=2, blind=True)
    made, numbers = [], count()
    for rating, stance in (("true", Stance.SUPPORTS), ("false", Stance.REFUTES)):
        world = tmp_path / f"{rating}.db"
        ledger._sql.execute("VACUUM INTO ?", (str(world),))
        with Ledger.open(world, reviewer="Ana", world=NOW) as ana:
            ana.attach("1.1", source(stance, rating))
            ana.withdraw_evidence("1.1.1", because=f"It is not {rating}.")
            ana.undo()
            ana.give_verdict("1.1", rating, because=f"It is {rating}.")
            ana.give_verdict("1.2", "true", because="Read.")
        made.append(world)

    def opened() -> list[Ledger]:
        copies = []
        for world in made:
            copy = tmp_path / f"{world.stem}-{next(numbers)}.db"
            shutil.copy(world, copy)
            copies.append(Ledger.open(copy, reviewer="Bo", world=NOW))
            copies[-1]._sql.execute("PRAGMA synchronous = OFF")
        return copies

    return opened


def done(ledger: Ledger, play: Callable[[Ledger, MakeSource], object], source: MakeSource) -> str:
    """Let Bo act; return what he is told if he may not."""
    try:
        play(ledger, source)
    except ClaimLedgerError as error:
        return IDS.sub("#", f"{error.message} {error.hint}")
    return ""


def readings(ledger: Ledger) -> str:
    """Return all that Bo can read, but for ids."""
    all_of_it = (
        ledger.claims(EVERYTHING),
        ledger.evidence(),
        ledger.queue(EVERYTHING),
        ledger.articles(),
        ledger.policy(),
        [(entry.summary, entry.ref, entry.kind) for entry in ledger.log()],
    )
    return IDS.sub("#", repr(all_of_it))


@given(names=st.lists(st.sampled_from(sorted(PLAYS)), max_size=8))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_bo_reads_does_not_depend_on_what_ana_thinks(
    worlds: Callable[[], list[Ledger]], source: MakeSource, names: list[str]
) -> None:
    one, other = worlds()
    with one, other:
        assert one.claim("1.1").spoken == other.claim("1.1").spoken == 1
        for name in names:
            assert done(one, PLAYS[name], source) == done(other, PLAYS[name], source)
            if one.claim("1.1").merged_into == "1.2" and not one.claim("1.2").hidden:
                return  # its evidence counts for a claim that both have spoken on
            assert readings(one) == readings(other), name


def test_the_worlds_do_differ(worlds: Callable[[], list[Ledger]]) -> None:
    one, other = worlds()
    with one, other:
        for ledger in (one, other):
            ledger.give_verdict("1.1", "true", because="Seen.")

        assert readings(one) != readings(other)
