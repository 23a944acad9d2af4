"""Claims that share telling words with a text: the candidates for its precedents.

What bounds the work is the number of entries read from the full-text index, whatever the
size of the ledger: the rarest terms are read first, for as long as the budget lasts.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from typing import Final, NamedTuple

from claimledger.domain.claims import ClaimId
from claimledger.domain.verdicts import ClaimStatus
from claimledger.matching.ranking import rarity
from claimledger.matching.terms import LOOKED_UP, spellings, stem, told
from claimledger.store.connections import for_itself, one_moment

BUDGET: Final = 8_000
"""Entries of the index that are read at most, but for those of the rarest term."""
CANDIDATES: Final = 100
"""Claims whose words are compared at most."""
_JOINS: Final = 2
"""Terms in too many claims that are looked for among the claims found."""
DECIDED: Final = (ClaimStatus.CHECKED, ClaimStatus.DISPUTED, ClaimStatus.SETTLED)


class Candidate(NamedTuple):
    """A claim that may be near a text."""

    key: int
    id: ClaimId
    article: int
    text: str
    speaker: str | None
    said: str | None
    """The day its article was published."""
    language: str


class Candidates(NamedTuple):
    """Claims that may be near a text, and how much each term of the text tells."""

    claims: list[Candidate]
    rarities: dict[str, float]
    """By term, those that no claim has too."""


class _Term(NamedTuple):
    root: str
    forms: tuple[str, ...]
    """Those that the index has."""
    found: int
    """Claims that have one of them, those counted twice that have two."""


def candidates(
    sql: sqlite3.Connection,
    text: str,
    *,
    exclude: Collection[str] = (),
    decided: bool = False,
    most: int = CANDIDATES,
    budget: int = BUDGET,
) -> Candidates:
    """Return the claims that share the most telling terms of a text.

    Retracted claims are left out, and so are those whose ids are in ``exclude``. With
    ``decided``, so are claims that have no outcome yet.
    """
    _see_words(sql)
    with one_moment(sql):
        [total] = sql.execute("SELECT coalesce(max(key), 0) FROM claims").fetchone()
        known = sorted(_terms(sql, text), key=lambda term: term.found)
        rarities = {term.root: rarity(term.found, total) for term in known}
        weights = _weights(sql, known, rarities, budget)
        ranked = iter(nlargest(len(weights), weights, key=weights.__getitem__))
        found: list[Candidate] = []
        while len(found) < most and (keys := list(islice(ranked, most))):
            claims = _claims(sql, keys, DECIDED if decided else (*DECIDED, ClaimStatus.OPEN))
            found += (claim for claim in claims if claim.id not in exclude)
    return Candidates(found[:most], rarities)


def _see_words(sql: sqlite3.Connection) -> None:
    """Make the words of the index and their counts readable; the table holds nothing itself."""
    with for_itself(sql):
        sql.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.claims_terms "
            "USING fts5vocab(main, claims_fts, row)"
        )


def _terms(sql: sqlite3.Connection, text: str) -> Iterator[_Term]:
    """Yield the terms of a text with how many claims have them, none for some."""
    words = {stem(word): word for word in told(text)}
    for root, word in islice(words.items(), LOOKED_UP):
        forms = spellings(word)
        parts = sorted({part for form in forms for part in form.split()})
        rows = sql.execute(
            f"SELECT term, doc FROM temp.claims_terms WHERE term IN ({_marks(parts)})",  # noqa: S608
            parts,
        )
        having = dict(rows.fetchall())
        found = {form: min(having.get(part, 0) for part in form.split()) for form in forms}
        known = tuple(form for form, claims in found.items() if claims)
        yield _Term(root, known, sum(found.values()))


def _weights(
    sql: sqlite3.Connection, known: Iterable[_Term], rarities: Mapping[str, float], budget: int
) -> dict[int, float]:
    """Add up, for each claim, the rarity of the terms it has, as far as the budget goes.

    A term that is in too many claims is looked for among those that were found by then.
    """
    weights: defaultdict[int, float] = defaultdict(float)
    read: list[str] = []
    joins = _JOINS
    for term in known:
        if not term.forms:
            continue
        forms = _either(term.forms)
        if not read or term.found <= budget:
            read += term.forms
            budget -= term.found
            for key in _having(sql, forms):
                weights[key] += rarities[term.root]
        elif joins:
            joins -= 1
            least = rarities[term.root]  # of what it was found by, which the limit may hide
            for key in _having(sql, f"{_either(read)} AND {forms}"):
                weights[key] = weights.get(key, least) + rarities[term.root]
    return weights


def _either(forms: Iterable[str]) -> str:
    return "({})".format(" OR ".join(f'"{form}"' for form in forms))


def _having(sql: sqlite3.Connection, query: str) -> Iterator[int]:
    rows = sql.execute(
        "SELECT rowid FROM claims_fts WHERE claims_fts MATCH ? LIMIT ?",
        (f"text : ({query})", BUDGET),
    )
    return (key for (key,) in rows)


def _claims(
    sql: sqlite3.Connection, keys: Sequence[int], statuses: Sequence[ClaimStatus]
) -> list[Candidate]:
    """Return the claims with these keys, in their order, that have one of these statuses."""
    rows = sql.execute(
        f"""SELECT c.key, c.id, c.article, c.text, c.speaker, a.published, a.language
            FROM claims c JOIN articles a ON a.number = c.article
            WHERE c.key IN ({_marks(keys)}) AND c.status IN ({_marks(statuses)})""",  # noqa: S608
        (*keys, *statuses),
    )
    found = {key: Candidate(key, ClaimId(own), *rest) for key, own, *rest in rows}
    return [found[key] for key in keys if key in found]


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
