"""Whatever reviewers do, the tables are what the events say, and can be made again from them."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimledger.domain.acts import (
    ArticleRevised,
    EvidenceArchived,
    EvidenceAttached,
    EvidenceChecked,
    KeptClaim,
)
from claimledger.domain.articles import article_id
from claimledger.domain.evidence import ArchiveState, LinkState, Stance
from claimledger.domain.scales import MappedRating
from claimledger.domain.verdicts import Relation
from claimledger.errors import ClaimLedgerError
from claimledger.ledger import Ledger
from claimledger.ledger.sourcing import Source
from claimledger.store import connections
from claimledger.store.schema import PROJECTIONS, SCHEMA_VERSION

REVIEWERS = ("Ana", "Bo")
Play = Callable[[Ledger, str, str], object]
CHECKED = EvidenceChecked(
    run="r",
    state=LinkState.GONE,
    status=404,
    final_url=None,
    redirects=(),
    raw=None,
    media_type=None,
    etag=None,
    last_modified=None,
    missing=(),
    detail="Not there.",
)
ARCHIVED = EvidenceArchived(
    service="wayback", state=ArchiveState.FAILED, url=None, job=None, detail="Busy."
)


def revise(ledger: Ledger, gone: str) -> None:
    """Record a new version of the article, which makes all of its claims but one."""
    article, journal = ledger.article("1"), ledger._journal
    text = f"{ledger.text_of(article)}Corrected: {gone}.\n"
    act = ArticleRevised(
        text=article_id(text),
        raw=None,
        media_type="text/plain",
        source="bridge.txt",
        splitter="by hand",
        kept=tuple(
            KeptClaim(id=claim.id, spans=claim.spans, sentence=claim.sentence, speaker_span=None)
            for claim in ledger.claims()
            if claim.ref != gone
        ),
        added=(),
    )
    with journal.writing():
        journal.keep(text.encode(), "text/plain")
        journal.record(act, subject=article.id)


PLAYS: dict[str, Play] = {
    "rates it true": lambda x, a, _: x.give_verdict(a, "true", because="Seen."),
    "rates it false": lambda x, a, _: x.give_verdict(a, "false", because="Not seen."),
    "withdraws a verdict": lambda x, a, _: x.withdraw_verdict(a, because="Too early."),
    "settles": lambda x, a, _: x.settle(a, "false", because="The diary."),
    "reopens": lambda x, a, _: x.reopen(a, because="A new diary."),
    "publishes": lambda x, a, _: x.publish([a]),
    "corrects": lambda x, a, _: x.correct(a, "true", because="So.", note="We erred."),
    "takes back": lambda x, a, _: x.correct(a, None, because="So.", note="A hoax."),
    "splits": lambda x, a, _: x.split_claim(a, [f"First of {a}.", f"Second of {a}."]),
    "merges": lambda x, a, b: x.merge_claims(a, [b]),
    "retracts": lambda x, a, _: x.retract_claim(a, because="A headline."),
    "restores": lambda x, a, _: x.restore_claim(a, because="It is one."),
    "edits": lambda x, a, _: x.edit_claim(a, text=f"Other words of {a}."),
    "assigns": lambda x, a, b: x.assign([a], REVIEWERS[: int(b[-1]) % 3]),
    "tags": lambda x, a, b: x.tag([a], add=[b], remove=[a]),
    "links": lambda x, a, b: x.link(a, b, Relation.SUPPORTS),
    "unlinks": lambda x, a, b: x.unlink(a, b, Relation.SUPPORTS),
    "attaches support": lambda x, a, _: x.attach(a, source(Stance.SUPPORTS)),
    "attaches a refutation": lambda x, a, _: x.attach(a, source(Stance.REFUTES)),
    "withdraws evidence": lambda x, a, _: x.withdraw_evidence(f"{a}.1", because="Old."),
    "adds a claim": lambda x, a, b: x.add_claim("1", f"A claim about {a} and {b}."),
    "asks for one": lambda x, _, __: x.set_policy(reviewers=1, blind=False),
    "asks for two": lambda x, _, __: x.set_policy(reviewers=2),
    "makes it blind": lambda x, _, __: x.set_policy(reviewers=2, blind=True),
    "takes another scale": lambda x, _, __: x.use_scale("politifact"),
    "takes the first scale": lambda x, _, __: x.use_scale("default"),
    "maps": lambda x, _, __: x.map_scale(
        "default", "politifact", [MappedRating(code="true", to="true")]
    ),
    "revises the article": lambda x, a, _: revise(x, a),
    "checks a link": lambda x, a, _: x.note_checks([(x.one_evidence(f"{a}.1").id, CHECKED)]),
    "archives": lambda x, a, _: x.note_archive(x.one_evidence(f"{a}.1").id, ARCHIVED),
    "renames a scale": lambda x, a, _: x.define_scale(replace(x.scale(), title=f"Scale {a}")),
    "switches a rule": lambda x, a, _: x.switch_lint_rule("origin", on=a > "1.2", because="So."),
    "undoes": lambda x, _, __: x.undo(),
}

refs = st.sampled_from(["1.1", "1.2", "1.3", "1.4", "1.5"])
plays = st.lists(
    st.tuples(st.sampled_from(REVIEWERS), st.sampled_from(sorted(PLAYS)), refs, refs),
    min_size=4,
    max_size=30,
)


def source(stance: Stance) -> Source:
    address = "https://alder.example/accounts"
    return Source(act=EvidenceAttached(source=address, stance=stance, url=address, capture=None))


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as sql:
        return {
            table: sorted(sql.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608
            for table in PROJECTIONS
        }


@pytest.fixture
def copied(ledger: Ledger, tmp_path: Path) -> Callable[[], Path]:
    """Make a fresh copy of a small ledger each time."""
    start, numbers = tmp_path / "start.db", count()
    ledger._sql.execute("VACUUM INTO ?", (str(start),))

    def copy() -> Path:
        path = tmp_path / f"copy-{next(numbers)}.db"
        shutil.copy(start, path)
        return path

    return copy


@given(story=plays)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_reviewers_do_the_tables_are_what_the_events_say(
    copied: Callable[[], Path], story: list[tuple[str, str, str, str]]
) -> None:
    path = copied()
    with Ledger.open(path, reviewer="Ana") as ana, Ledger.open(path, reviewer="Bo") as bo:
        for ledger in (ana, bo):
            ledger._sql.execute("PRAGMA synchronous = OFF")
        for reviewer, play, one, other in story:
            with suppress(ClaimLedgerError):
                PLAYS[play](ana if reviewer == "Ana" else bo, one, other)
        before = tables(path)

        assert ana.verify() == []
        ana.rebuild()

        assert tables(path) == before
        assert len(ana.queue()) == len(ana.claims())


def everything(ledger: Ledger) -> None:
    """Do one of everything that makes a claim point at another claim."""
    ledger.split_claim("1.3", ["The repairs took months.", "The months were nine."])
    ledger.merge_claims("1.2", ["1.4"])
    ledger.merge_claims("1.1", ["1.2"])
    ledger.link("1.1", "1.5", Relation.SUPPORTS)
    ledger.give_verdict("1.1", "true", because="Seen.")
    ledger.publish(["1.1"])


def test_claims_that_point_at_claims_can_be_made_again(ledger: Ledger, path: Path) -> None:
    everything(ledger)
    before = tables(path)
    ledger.rebuild()

    assert tables(path) == before
    assert ledger.verify() == []


def test_claims_that_point_at_claims_survive_a_new_format(ledger: Ledger, path: Path) -> None:
    everything(ledger)
    before = tables(path)
    ledger.close()
    with closing(sqlite3.connect(path)) as sql:
        sql.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    with closing(connections.open_for_writing(path)) as upgraded:
        assert upgraded.execute("PRAGMA foreign_key_check").fetchall() == []

    assert tables(path) == before
