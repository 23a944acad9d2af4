"""The page on the ledger format says what the program writes, byte for byte."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import sqlite3
import types
from collections.abc import Callable
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from claimledger.capture.quotes import CONTEXT
from claimledger.domain.acts import ACTS, KeptClaim, SplitClaim, VerdictGiven
from claimledger.domain.articles import article_id
from claimledger.domain.claims import ClaimKind, claim_id
from claimledger.domain.events import VERSION, Event, decode, event_id
from claimledger.domain.evidence import (
    ArchiveState,
    Capture,
    Hop,
    Likeness,
    LinkState,
    QuoteResult,
    QuoteSelector,
    Stance,
)
from claimledger.domain.scales import MappedRating, Rating, Tone
from claimledger.domain.text import Span
from claimledger.domain.verdicts import Relation
from claimledger.ledger import Ledger
from claimledger.store import connections
from claimledger.store.schema import APPLICATION_ID, PROJECTIONS, SCHEMA_VERSION
from claimledger.store.verification import GUARDS

VALUES: dict[str, type[Any]] = {
    "claim": SplitClaim,
    "kept claim": KeptClaim,
    "capture": Capture,
    "hop": Hop,
    "quote": QuoteSelector,
    "rating": Rating,
    "mapped rating": MappedRating,
}
CHOICES: dict[str, type[StrEnum]] = {
    "kind of claim": ClaimKind,
    "stance": Stance,
    "result of a quote": QuoteResult,
    "likeness": Likeness,
    "state of a link": LinkState,
    "state of a copy": ArchiveState,
    "tone": Tone,
    "relation": Relation,
}
SECTIONS: dict[str, type[Any]] = {f"`{kind}`": act for kind, act in ACTS.items()} | VALUES
PLAIN = {str: "text", int: "integer", bool: "boolean", Span: "span"}


@pytest.fixture
def text(page: Callable[[str], str]) -> str:
    return page("docs/ledger-format.md")


@pytest.fixture
def example(text: str) -> Callable[[str], str]:
    """Return a worked example by its name, as it stands in the page."""

    def named(name: str) -> str:
        found = re.search(rf"<!-- example: {name} -->\n```\w+\n(.*?)\n```", text, re.DOTALL)
        assert found is not None
        return found[1]

    return named


def section(text: str, heading: str) -> str:
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def rows(text: str) -> list[list[str]]:
    """Return the cells of a section's tables, without their headings."""
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_worked_event_has_its_id_and_reads_back(example: Callable[[str], str]) -> None:
    body = example("body").encode()

    assert len(body) == 618
    assert hashlib.sha256(b"\0" + body).hexdigest() == example("id")
    assert event_id(body) == example("id")
    assert decode(body).encode() == body
    assert isinstance(decode(body).act, VerdictGiven)


def test_the_worked_article_and_claim_have_their_ids(example: Callable[[str], str]) -> None:
    article = example("article") + "\n"
    identity, spans, words = json.loads(example("claim"))

    assert article_id(article) == example("article id") == identity
    assert hashlib.sha256(article.encode()).hexdigest() == identity
    assert hashlib.sha256(example("claim").encode()).hexdigest() == example("claim id")
    assert claim_id(identity, [Span(*s) for s in spans], words) == example("claim id")
    assert [Span(*s).of(article) for s in spans] == ["The repairs cost 12 million euros"]
    assert decode(example("body").encode()).subject == example("claim id")


def test_the_envelope_has_these_fields(text: str, example: Callable[[str], str]) -> None:
    named = [row[0].strip("`") for row in rows(section(text, "The envelope"))]
    fields = {f.name for f in dataclasses.fields(Event)} - {"act"}

    assert named == sorted(named) == list(json.loads(example("body")))
    assert set(named) == fields | {"v", "kind", "data"}


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_field_is_described_with_its_type_and_default(text: str, heading: str) -> None:
    kind = SECTIONS[heading]
    hints = get_type_hints(kind)
    described = {row[0].strip("`"): row[1:3] for row in rows(section(text, heading))}

    assert described == {
        f.name: [spelled(hints[f.name]), default(f.default)] for f in dataclasses.fields(kind)
    }


def spelled(kind: Any) -> str:
    """Spell a type as the page does."""
    if get_origin(kind) in {Union, types.UnionType}:
        [inner] = [part for part in get_args(kind) if part is not type(None)]
        return f"{spelled(inner)} or null"
    if get_origin(kind) is tuple:
        inner = spelled(get_args(kind)[0])
        return f"list of {'spans' if inner == 'span' else inner}"
    kind = getattr(kind, "__supertype__", kind)
    names = {value: f"*{name}*" for name, value in VALUES.items()}
    names |= {choice: name for name, choice in CHOICES.items()}
    return names.get(kind) or PLAIN[kind]


def default(value: object) -> str:
    if value is dataclasses.MISSING:
        return ""
    shown: dict[object, str] = {None: "null", False: "false", 1: "1", 2: "2", (): "empty"}
    return {**shown, "": '`""`', 100: "`100`"}[value]


@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_lists_its_values(text: str, name: str) -> None:
    found = re.search(rf"^\| {name} \| (.+) \|$", text, re.MULTILINE)

    assert found is not None
    assert re.findall(r"`([^`]+)`", found[1]) == list(CHOICES[name])


def test_every_table_lists_its_columns(text: str, path: Path) -> None:
    described = {
        row[0].strip("`"): re.findall(r"`([^`]+)`", row[1].partition(":")[0])
        for row in rows(section(text, "The projections"))
    }
    record = {
        name: [row[0].strip("`") for row in rows(section(text, f"`{name}`"))]
        for name in ("events", "blobs")
    }
    with closing(connections.create(path)) as sql:
        tables = {name: columns_of(sql, name) for name in (*PROJECTIONS, "claims_fts")}

        assert described == tables
        assert record == {name: columns_of(sql, name) for name in record}


def columns_of(sql: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in sql.execute(f"PRAGMA table_info({table})")]


def test_the_file_is_marked_as_the_page_says(text: str, path: Path, ledger: Ledger) -> None:
    ledger.close()
    with closing(sqlite3.connect(path)) as sql:
        marks = [
            sql.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        ]

    assert marks == [APPLICATION_ID, SCHEMA_VERSION]
    assert f"`0x{APPLICATION_ID:X}`" in text
    assert f"| `PRAGMA user_version` | `{SCHEMA_VERSION}`" in text
    assert f"version of the event format, `{VERSION}`" in text
    assert f"up to {CONTEXT} code points" in text


def test_every_trigger_is_described(text: str) -> None:
    assert {row[0].strip("`") for row in rows(section(text, "Triggers"))} == GUARDS


def test_sqlite_and_sha_256_are_enough_to_read_a_ledger(
    text: str, path: Path, ledger: Ledger
) -> None:
    ledger.give_verdict("1.2", "false", because="18, not 12.")
    with closing(sqlite3.connect(path)) as sql:
        events = sql.execute("SELECT id, feed, n, prev, body FROM events ORDER BY seq").fetchall()
    last: dict[str, tuple[int, str | None]] = {}
    for identity, feed, n, prev, body in events:
        assert hashlib.sha256(b"\0" + body.encode()).hexdigest() == identity
        assert (n - 1, prev) == last.get(feed, (0, None))
        last[feed] = (n, identity)
        fields = json.loads(body)
        assert f"### `{fields['kind']}`" in text
        assert body == json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    assert json.loads(events[-1][4])["kind"] == "verdict_given"
