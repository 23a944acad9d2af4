"""References: how a person names a claim, an article or a piece of evidence."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from claimledger.domain.records import ArticleRecord, ClaimRecord, EvidenceRecord
from claimledger.errors import ConflictError, UnknownReferenceError
from claimledger.store import queries, review_queries

SHORTEST_PREFIX = 4
"""Digits of an id that a reference must have at least."""

_ARTICLE = re.compile(r"(\d{1,9})\Z")
_CLAIM = re.compile(r"(\d{1,9})\.(\d{1,9})\Z")
_EVIDENCE = re.compile(r"(\d{1,9})\.(\d{1,9})\.(\d{1,9})\Z")
_PREFIX = re.compile(rf"[0-9a-fA-F]{{{SHORTEST_PREFIX},64}}\Z")
_NUMBERED = "c.article = ? AND c.number = ? AND e.number = ?"
_LISTED = 5


def article(sql: sqlite3.Connection, ref: str) -> ArticleRecord:
    """Return the article with this number, or whose id begins so.

    Raises:
        UnknownReferenceError: There is none, or several; candidates are listed.
    """
    if number := _ARTICLE.match(ref):
        found = queries.articles(sql, "a.number = ?", (int(number[1]),))
        if found:
            return found[0]
    found = queries.articles(sql, *_begins("a.id", ref)) if _PREFIX.match(ref) else []
    if len(found) == 1:
        return found[0]
    near = [f"{a.number} {a.title}" for a in found] or queries.first_titles(sql, _LISTED + 1)
    raise _unknown("article", ref, near, several=found)


def claim(sql: sqlite3.Connection, ref: str) -> ClaimRecord:
    """Return the claim with this ARTICLE.CLAIM number, or whose id begins so.

    Raises:
        UnknownReferenceError: There is none, or several; candidates are listed.
    """
    found: list[ClaimRecord] = []
    near: list[ClaimRecord] = []
    if numbers := _CLAIM.match(ref):
        found = queries.claims(
            sql, "c.article = ? AND c.number = ?", (int(numbers[1]), int(numbers[2]))
        )
        near = found or queries.claims(sql, "c.article = ?", (int(numbers[1]),), limit=_LISTED)
    elif _PREFIX.match(ref):
        found = queries.claims(sql, *_begins("c.id", ref), limit=_LISTED + 1)
    if len(found) == 1:
        return found[0]
    candidates = found or near
    raise _unknown("claim", ref, [f"{c.ref} {c.text}" for c in candidates], several=found)


def evidence(sql: sqlite3.Connection, ref: str) -> EvidenceRecord:
    """Return the evidence with this ARTICLE.CLAIM.EVIDENCE number, or whose id begins so.

    Raises:
        UnknownReferenceError: There is none, or several; candidates are listed.
        ConflictError: It is another reviewer's, in a review that is still blind.
    """
    found: list[EvidenceRecord] = []
    near: list[EvidenceRecord] = []
    named: tuple[str, Sequence[object]] = ("0", ())
    if numbers := _EVIDENCE.match(ref):
        named = _NUMBERED, tuple(map(int, numbers.groups()))
        of_claim = claim(sql, ref.rpartition(".")[0])
        near = queries.evidence(sql, "c.id = ?", (of_claim.id,))
        found = [one for one in near if one.ref == ".".join(str(int(n)) for n in numbers.groups())]
    elif _PREFIX.match(ref):
        named = _begins("e.id", ref)
        found = queries.evidence(sql, *named)
    if len(found) == 1:
        return found[0]
    if not found and (hidden := review_queries.kept_back(sql, *named)):
        raise ConflictError(
            f"Evidence {ref} is kept back from you until all reviewers of {hidden} have spoken.",
            hint=f"Give your own verdict first: claimledger verdict {hidden} RATING.",
        )
    listed = [f"{one.ref} {one.source}" for one in found or near]
    raise _unknown("evidence", ref, listed, several=found)


def _begins(column: str, prefix: str) -> tuple[str, Sequence[object]]:
    lower = prefix.lower()
    return f"{column} >= ? AND {column} < ?", (lower, lower + "g")


def _unknown(
    noun: str, ref: str, candidates: Sequence[str], *, several: Sequence[object]
) -> UnknownReferenceError:
    shown = "\n".join(f"  {_short(line)}" for line in candidates[:_LISTED])
    more = "\n  …" if len(candidates) > _LISTED else ""
    forms = {"article": "a number", "claim": "ARTICLE.CLAIM", "evidence": "ARTICLE.CLAIM.EVIDENCE"}
    lists = {"article": "article list", "claim": "list", "evidence": "evidence list"}
    if several:
        return UnknownReferenceError(
            f'"{ref}" could be more than one {noun}:\n{shown}{more}',
            hint="Type more digits of the id, or its number.",
        )
    return UnknownReferenceError(
        f'There is no {noun} "{ref}" in this ledger.'
        + (f" Candidates:\n{shown}{more}" if shown else ""),
        hint=f"Name it by {forms[noun]}, or by at least {SHORTEST_PREFIX} digits of its id; "
        f"claimledger {lists[noun]} shows them.",
    )


def _short(line: str, width: int = 76) -> str:
    flat = " ".join(line.split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"
