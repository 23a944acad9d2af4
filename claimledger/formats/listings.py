"""Listings: which columns each sort of record has where a format has rows.

Columns are a contract with spreadsheets and scripts: none is renamed, moved or removed,
and a new one goes to the end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final

from claimledger.domain.evidence import Stance
from claimledger.domain.outside import person
from claimledger.formats.records import Record


@dataclass(frozen=True, slots=True)
class Column:
    """A name at the head of a column, and how to read its value from a record."""

    name: str
    read: Callable[[Record], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """How one sort of record is listed."""

    key: str
    """The field by which commands name a record."""
    columns: tuple[Column, ...]
    brief: tuple[str, ...]
    """The columns to read, where all of them would be too many."""

    @property
    def brief_columns(self) -> tuple[Column, ...]:
        """The columns to read, in their order."""
        by_name = {column.name: column for column in self.columns}
        return tuple(by_name[name] for name in self.brief)


def _fields(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, itemgetter(name)) for name in names)


def _standing(claim: Record) -> list[Record]:
    return [verdict for verdict in claim["verdicts"] if verdict["standing"]]


def _verdict(claim: Record) -> str | list[str]:
    """Return the rating, or each reviewer's where they differ."""
    if claim["rating"] is not None:
        return str(claim["rating"]["label"])
    return [f"{v['rating']['label']} ({person(v['reviewer'])})" for v in _standing(claim)]


def _decided(claim: Record) -> str | None:
    return max((verdict["time"] for verdict in _standing(claim)), default=None)


def _count(stance: Stance) -> Callable[[Record], int]:
    def count(claim: Record) -> int:
        evidence = [e for e in claim["evidence"] if e["withdrawn_because"] is None]
        return sum(e["stance"] == stance for e in evidence)

    return count


def _capture(field: str) -> Column:
    def read(evidence: Record) -> Any:
        return None if evidence["capture"] is None else evidence["capture"][field]

    return Column(field, read)


def _check(field: str) -> Column:
    def read(evidence: Record) -> Any:
        return None if evidence["last_check"] is None else evidence["last_check"][field]

    return Column(f"checked_{field}", read)


_CLAIM: Final = (
    "text",
    "quote",
    "spans",
    "sentence",
    "speaker",
    "speaker_span",
    "attribution_span",
    "cue",
    "kind",
    "checkable",
    "checkworthiness",
    "reasons",
    "needs_context",
)

SPLIT: Final = Listing(
    key="id",
    columns=_fields("source", "id", *_CLAIM),
    brief=("text", "speaker", "kind", "checkworthiness"),
)

CLAIMS: Final = Listing(
    key="ref",
    columns=(
        *_fields("ref", "id", "article", *_CLAIM, "status"),
        Column("verdict", _verdict),
        Column("reviewers", lambda claim: [v["reviewer"] for v in _standing(claim)]),
        Column("because", lambda claim: [v["because"] for v in _standing(claim)]),
        Column("decided", _decided),
        *(Column(stance, _count(stance)) for stance in Stance),
        *_fields("edited", "retracted_because", "version", "outdated"),
        *_fields("published", "challenged", "spoken", "needed", "hidden", "tags", "assigned"),
        *_fields("merged_into", "part_of"),
    ),
    brief=("ref", "text", "speaker", "checkworthiness", "status", "verdict"),
)

ARTICLES: Final = Listing(
    key="number",
    columns=_fields(
        "number",
        "id",
        "title",
        "source",
        "url",
        "author",
        "published",
        "published_guessed",
        "language",
        "media_type",
        "added_by",
        "added_at",
        "splitter",
        "version",
        "text",
        "capture",
        "claims",
        "checked",
        "disputed",
        "open",
    ),
    brief=("number", "title", "claims", "checked", "disputed", "open"),
)

EVIDENCE: Final = Listing(
    key="ref",
    columns=(
        *_fields("ref", "id", "claim", "source", "stance", "url", "title", "author", "published"),
        *_fields("guessed"),
        Column("quotes", lambda evidence: [q["exact"] for q in evidence["quotes"]]),
        Column("quote_results", lambda evidence: [q["result"] for q in evidence["quotes"]]),
        *map(_capture, ("media_type", "raw", "retrieved", "final_url", "status")),
        *_fields("note", "attached_by", "attached_at", "withdrawn_because", "copy_of"),
        *map(_check, ("state", "time", "detail")),
        *_fields("failing_since"),
        Column("archived", lambda evidence: [a["url"] for a in evidence["archives"] if a["url"]]),
    ),
    brief=("ref", "stance", "title", "url", "quote_results", "retrieved"),
)

SCALES: Final = Listing(
    key="id",
    columns=(
        *_fields("id", "version", "title", "ordered"),
        Column("ratings", lambda scale: [rating["code"] for rating in scale["ratings"]]),
        Column("labels", lambda scale: [rating["label"] for rating in scale["ratings"]]),
    ),
    brief=("id", "title", "labels"),
)

PRECEDENTS: Final = Listing(
    key="ref",
    columns=(
        *_fields("ref", "id", "text", "label", "similarity", "reasons"),
        Column("status", lambda one: one["claim"]["status"]),
        Column("verdict", lambda one: _verdict(one["claim"])),
        *_fields("decided", "said"),
    ),
    brief=("ref", "text", "label", "similarity", "reasons", "verdict"),
)

POLICY: Final = Listing(
    key="scale",
    columns=_fields("scale", "reviewers", "blind", "settlers", "sources"),
    brief=("scale", "reviewers", "blind", "settlers", "sources"),
)

MAPPING: Final = Listing(
    key="code",
    columns=_fields("source", "target", "code", "label", "decided", "to", "suggested"),
    brief=("label", "to", "suggested"),
)

LOG: Final = Listing(
    key="id",
    columns=_fields("seq", "id", "time", "author", "kind", "subject", "ref", "summary"),
    brief=("seq", "time", "author", "ref", "summary"),
)
