"""What verification sees, beyond changed bytes: gaps, nonsense, altered guards, damage."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event as Signal
from threading import Thread
from typing import Any

import pytest

from claimledger.domain.acts import (
    ArticleAdded,
    ClaimAdded,
    ClaimDivided,
    ClaimLinked,
    ClaimRetracted,
    ClaimSettled,
    ClaimsMerged,
    ClaimsSplit,
    CorrectionPublished,
    EvidenceRestored,
    EvidenceWithdrawn,
    LintRuleSwitched,
    PolicySet,
    ScaleMapped,
    SplitClaim,
    VerdictGiven,
)
from claimledger.domain.articles import ArticleId
from claimledger.domain.claims import ClaimId, claim_id
from claimledger.domain.events import Event, EventId, decode
from claimledger.domain.evidence import EvidenceId
from claimledger.domain.scales import ScaleId, Tone
from claimledger.domain.text import Span
from claimledger.domain.verdicts import Relation
from claimledger.errors import EventError, LedgerFileError
from claimledger.ledger import Ledger
from claimledger.ledger.selection import Selection
from claimledger.store import connections, event_log
from claimledger.store.projections import rebuild
from claimledger.store.verification import GUARDS, check

AWAY = "a" * 64
"""An id that is nowhere."""
LAST_REWORDED = (
    "UPDATE events SET body = replace(body, 'So.', 'No.') WHERE seq = (SELECT max(seq) FROM events)"
)
LAST_BROKEN = "UPDATE events SET body = '{' WHERE seq = (SELECT max(seq) FROM events)"


@pytest.fixture
def sql(ledger: Ledger, path: Path) -> Iterator[sqlite3.Connection]:
    """Open a second connection to a ledger in which Ann and Bob have given verdicts."""
    for reviewer, rating in (("Ann", "true"), ("Bob", "false"), ("Ann", "mostly-true")):
        with Ledger.open(path, reviewer=reviewer) as opened:
            opened.give_verdict("1.2" if rating == "mostly-true" else "1.1", rating, because="So.")
    with closing(connections.open_for_writing(path)) as connection:
        assert ledger.verify() == []
        yield connection


def told(connection: sqlite3.Connection) -> str:
    return "\n".join(f"{problem.where}: {problem.what}" for problem in check(connection))


def test_a_ledger_is_sound_while_somebody_writes_in_it(ledger: Ledger, path: Path) -> None:
    stop, given = Signal(), []

    def review() -> None:
        with Ledger.open(path, reviewer="Ann") as writer:
            while not stop.is_set():
                given.append(writer.give_verdict("1.1", "true", because="Seen."))

    thread = Thread(target=review)
    thread.start()
    try:
        found = [ledger.verify() for _ in range(25)]
    finally:
        stop.set()
        thread.join()

    assert len(given) > 5
    assert found == [[]] * 25


def test_a_reviewer_who_was_deleted_whole_leaves_a_gap(sql: sqlite3.Connection) -> None:
    before = event_log.size(sql)
    tamper(sql, "DELETE FROM events WHERE json_extract(body, '$.author') = 'Bob'")
    rebuild(sql)

    assert f"event {before} (" in told(sql)
    assert f"stands where event {before - 1} should" in told(sql)
    assert event_log.size(sql) == before - 1


FORGED: dict[str, tuple[Callable[[Event, Event], Event], str]] = {
    "rating": (
        lambda e, _: replace(e, act=verdict(rating="nonsense")),
        'gives the rating "nonsense"',
    ),
    "version": (lambda e, _: replace(e, act=verdict(version=7)), "version 7 of the scale"),
    "scale": (lambda e, _: replace(e, act=verdict(scale="moons")), 'the scale "moons"'),
    "policy": (
        lambda e, _: replace(e, subject="ledger", act=PolicySet(scale=ScaleId("moons"))),
        'chooses the scale "moons"',
    ),
    "author": (lambda e, _: replace(e, author="Bob"), 'is by "Bob" in the feed of "Ann"'),
    "time": (lambda e, _: replace(e, time="2020-01-01T00:00:00.000Z"), "is of 2020-01-01"),
    "no time": (lambda e, _: replace(e, time="2020-99-01T00:00:00.000Z"), "is of 2020-99-01"),
    "after": (lambda e, _: replace(e, after=(EventId(AWAY),)), "names an event in `after`"),
    "claim": (
        lambda e, _: replace(e, subject=AWAY, act=ClaimRetracted(because="So.")),
        "about a claim that is not there",
    ),
    "evidence": (
        lambda e, _: replace(e, act=EvidenceWithdrawn(evidence=EvidenceId(AWAY), because="So.")),
        "is about evidence that is not there",
    ),
    "evidence restored": (
        lambda e, _: replace(e, act=EvidenceRestored(evidence=EvidenceId(AWAY), because="So.")),
        "is about evidence that is not there",
    ),
    "merger": (
        lambda e, _: replace(e, act=ClaimsMerged(merged=(ClaimId(AWAY),), because="")),
        "merges a claim that is not there",
    ),
    "link": (
        lambda e, _: replace(
            e, act=ClaimLinked(to=ClaimId(AWAY), relation=Relation.SAME, note=None)
        ),
        "links to a claim that is not there",
    ),
    "part": (
        lambda e, s: replace(
            e, act=ClaimDivided(article=ArticleId(s.subject), parts=(strange_part(s),))
        ),
        "is not the hash of its content",
    ),
    "settlement": (
        lambda e, _: replace(
            e, act=ClaimSettled(scale=ScaleId("default"), version=1, rating="no", because="So.")
        ),
        'gives the rating "no"',
    ),
    "correction": (
        lambda e, _: replace(
            e,
            act=CorrectionPublished(
                scale=ScaleId("moons"), version=1, rating=None, because="So.", note="So."
            ),
        ),
        'the scale "moons"',
    ),
    "mapping": (
        lambda e, _: replace(
            e, subject="default", act=ScaleMapped(target=ScaleId("moons"), pairs=())
        ),
        'maps the scale "moons"',
    ),
    "rule": (
        lambda e, _: replace(e, act=LintRuleSwitched(rule="r", on=False, because="So.")),
        'its subject is not "ledger"',
    ),
    "claim id": (lambda e, s: adding(e, s, id=AWAY), "is not the hash of its content"),
    "worth": (lambda e, s: adding(e, s, checkworthiness=900), "has a worth of 900"),
    "span": (
        lambda e, s: adding(e, s, spans=(Span(5000, 6000),), sentence=Span(5000, 6000)),
        "points at what the text does not have",
    ),
    "order": (
        lambda e, s: adding(e, s, spans=(Span(20, 30), Span(10, 25))),
        "points at what the text does not have",
    ),
    "article": (
        lambda e, s: replace(e, subject=AWAY, act=article(text=s.subject)),
        "not the hash of its text",
    ),
    "no article": (
        lambda e, s: replace(e, subject=AWAY, act=s.act),
        "about an article that is not there",
    ),
}


@pytest.mark.parametrize("name", FORGED)
def test_an_event_that_breaks_a_rule_is_named_and_can_be_read(
    sql: sqlite3.Connection, ledger: Ledger, name: str
) -> None:
    forge, fault = FORGED[name]
    events = [decode(stored.body) for stored in event_log.read(sql) if stored.body]
    [split] = [event for event in events if isinstance(event.act, ClaimsSplit)]
    last = [event for event in events if event.author == "Ann"][-1]
    n, prev = event_log.head(sql, last.feed)
    heads = event_log.heads(sql, last.subject)
    size = event_log.size(sql)
    with connections.write(sql, Path("ledger.db")):
        event_log.append(sql, forge(replace(last, n=n + 1, prev=prev, after=heads), split))
        rebuild(sql)

    assert fault in told(sql)
    assert told(sql).startswith(f"event {size + 1} (")
    assert {claim.ref for claim in ledger.claims(Selection(retracted=True))} >= {
        "1.1",
        "1.2",
        "1.3",
    }
    assert [entry.seq for entry in ledger.log()] == list(range(1, size + 2))
    assert ledger.scale().id == "default"


def test_a_clock_that_steps_back_a_little_is_no_fault(sql: sqlite3.Connection) -> None:
    events = [decode(stored.body) for stored in event_log.read(sql) if stored.body]
    last = [event for event in events if event.author == "Ann"][-1]
    n, prev = event_log.head(sql, last.feed)
    heads = event_log.heads(sql, last.subject)
    early = replace(last, n=n + 1, prev=prev, after=heads, time=f"{last.time[:11]}00:00:00.000Z")
    with connections.write(sql, Path("ledger.db")):
        event_log.append(sql, early)
        rebuild(sql)

    assert early.time < last.time
    assert told(sql) == ""


def test_a_rating_that_its_scale_lacks_is_shown_by_its_code(
    sql: sqlite3.Connection, ledger: Ledger
) -> None:
    sql.execute("UPDATE verdicts SET rating = 'nonsense'")
    [verdict, _] = ledger.claim("1.1").verdicts

    assert (verdict.rating.label, verdict.rating.tone) == ("nonsense", Tone.NONE)


def test_a_scale_in_use_that_is_not_there_is_said_to_be(
    sql: sqlite3.Connection, ledger: Ledger
) -> None:
    sql.execute("UPDATE policy SET value = 'moons'")
    with pytest.raises(LedgerFileError, match='"moons"'):
        ledger.scale()


@pytest.mark.parametrize("guard", sorted(GUARDS))
def test_a_guard_that_never_acts_is_named(sql: sqlite3.Connection, guard: str) -> None:
    table = guard.partition("_")[0]
    sql.execute(f"DROP TRIGGER {guard}")
    sql.execute(f"CREATE TRIGGER {guard} BEFORE INSERT ON {table} WHEN 0 BEGIN SELECT 1; END")

    assert told(sql) == f"trigger {guard}: is not as the program made it"


def test_a_strange_trigger_on_our_tables_is_named_and_tables_of_others_are_not(
    sql: sqlite3.Connection,
) -> None:
    sql.execute("CREATE TABLE notes (note)")
    sql.execute("CREATE TRIGGER theirs AFTER INSERT ON notes BEGIN SELECT 1; END")
    assert told(sql) == ""
    sql.execute(
        "CREATE TRIGGER spy AFTER INSERT ON events BEGIN INSERT INTO notes VALUES (NEW.body); END"
    )

    assert told(sql) == "trigger spy: acts on events, but is not the program's"


@pytest.mark.parametrize("table", ["claims", "claims_fts", "events"])
def test_a_table_that_is_missing_is_named(sql: sqlite3.Connection, table: str) -> None:
    sql.execute("PRAGMA foreign_keys = OFF")
    sql.execute(f"ALTER TABLE {table} RENAME TO elsewhere")

    assert f"schema of table {table}: is missing" in told(sql)


def test_a_blob_of_another_sort_than_its_event_says_is_named(sql: sqlite3.Connection) -> None:
    tamper(sql, "UPDATE blobs SET media_type = 'text/evil'")

    assert 'is "text/evil", which no event says' in told(sql)


def test_a_search_index_is_checked_in_a_file_that_cannot_be_written(
    sql: sqlite3.Connection, path: Path, ledger: Ledger
) -> None:
    sql.execute("INSERT INTO claims_fts (claims_fts) VALUES ('delete-all')")
    sql.close()
    ledger.close()
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as frozen:
        assert told(frozen) == "table claims_fts: does not match the claims"


def test_text_that_is_no_text_is_damage_and_not_a_crash(
    sql: sqlite3.Connection, ledger: Ledger
) -> None:
    sql.execute("UPDATE claims SET text = CAST(x'ff61' AS TEXT)")
    with pytest.raises(LedgerFileError, match="damaged"):
        ledger.claims()
    tamper(sql, "UPDATE events SET subject = CAST(x'ff61' AS TEXT) WHERE seq = 3")
    with pytest.raises(LedgerFileError, match="damaged"):
        list(ledger.log())

    assert "file: Could not decode to UTF-8" in told(sql)


def test_forged_words_are_not_made_official(sql: sqlite3.Connection, ledger: Ledger) -> None:
    tamper(sql, LAST_REWORDED)
    with pytest.raises(EventError, match=rf"event {event_log.size(sql)} \(") as caught:
        ledger.rebuild()

    assert "claimledger verify" in caught.value.hint
    assert [v.because for v in ledger.claim("1.2").verdicts] == ["So."]
    assert [e.summary for e in ledger.log()][-1] == (
        "changed since it was written: verdict mostly-true: No."
    )


def test_an_event_that_cannot_be_read_is_named(sql: sqlite3.Connection, ledger: Ledger) -> None:
    tamper(sql, LAST_BROKEN)
    with pytest.raises(EventError, match=rf"event {event_log.size(sql)} \(.*no JSON") as caught:
        list(ledger.log())

    assert "claimledger verify" in caught.value.hint


def test_a_bad_event_stops_an_upgrade_but_not_verification(
    sql: sqlite3.Connection, path: Path, ledger: Ledger
) -> None:
    ledger.close()
    tamper(sql, LAST_BROKEN)
    sql.execute("PRAGMA user_version = 1")
    last = f"event {event_log.size(sql)} ("
    with pytest.raises(EventError, match=re.escape(last)):
        connections.open_for_reading(path)
    with closing(connections.open_for_reading(path, upgrade=False)) as reader:
        assert told(reader).startswith(last)
    assert sql.execute("PRAGMA user_version").fetchone() == (1,)


def verdict(scale: str = "default", version: int = 1, rating: str = "true") -> VerdictGiven:
    return VerdictGiven(scale=ScaleId(scale), version=version, rating=rating, because="So.")


def article(text: str) -> ArticleAdded:
    return ArticleAdded(
        title="Twice", source="-", text=text, language="en", media_type="text/plain", raw=None
    )


def strange_part(split: Event) -> SplitClaim:
    assert isinstance(split.act, ClaimsSplit)
    return replace(split.act.claims[0], id=ClaimId(AWAY))


def adding(event: Event, split: Event, **changes: Any) -> Event:
    """Make an event that adds a claim, right but for some fields."""
    assert isinstance(split.act, ClaimsSplit)
    claim = replace(split.act.claims[0], text="The bridge is shut.", **changes)
    if "id" not in changes:
        claim = replace(claim, id=claim_id(ArticleId(split.subject), claim.spans, claim.text))
    return replace(
        event, subject=claim.id, act=ClaimAdded(article=ArticleId(split.subject), claim=claim)
    )


def tamper(connection: sqlite3.Connection, statement: str) -> None:
    """Run a statement with the guards away, and put them back."""
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    guards = found.fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    for _, sql in guards:
        connection.execute(sql)
