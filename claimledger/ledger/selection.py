"""Selections: which claims, in which order, how many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from claimledger.domain.names import tag_of
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import UsageError


class Order(StrEnum):
    """The order of a list of claims."""

    WORTH = "worth"
    """The most check-worthy first; what cannot be checked last."""
    TEXT = "text"
    """By article, in the order of the text."""


_TAGGED = "c.key IN (SELECT claim FROM tags WHERE tag = ?)"
_ASSIGNED = "c.key IN (SELECT claim FROM assignments WHERE reviewer = ?)"
_UNRATED = (
    "NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.claim = c.key AND v.standing AND v.reviewer = ?)"
)
_HOLDS = "c.key IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Claims chosen by where they are and how they stand; empty fields choose all."""

    articles: tuple[int, ...] = ()
    """Article numbers; a claim of any of these, or one of ``claims``, is chosen."""
    claims: tuple[str, ...] = ()
    """Claim ids."""
    status: ClaimStatus | None = None
    retracted: bool = False
    """Whether retracted claims are chosen too."""
    outdated: bool = False
    """Whether claims are chosen too that only an earlier version of their article makes."""
    tag: str | None = None
    assigned: str | None = None
    """A reviewer to whom the claim is assigned."""
    unrated_by: str | None = None
    """A reviewer who has no standing verdict on the claim."""
    checkable: bool = False
    """Whether only those are chosen that evidence could decide."""
    challenged: bool = False
    """Whether only those are chosen that contrary evidence has come for since a decision."""
    words: str = ""
    """Words that the claim must hold; the last may be a beginning."""
    sort: Order = Order.TEXT
    limit: int = -1
    """At most so many; -1 for all."""

    def condition(self) -> tuple[str, tuple[object, ...]]:
        """Return a condition on the table ``claims c`` and its values."""
        conditions: list[str] = []
        values: list[object] = []
        places = [f"c.article IN ({_marks(self.articles)})"] if self.articles else []
        places += [f"c.id IN ({_marks(self.claims)})"] if self.claims else []
        if places:
            conditions.append(f"({' OR '.join(places)})")
            values += [*self.articles, *self.claims]
        if self.status is not None:
            conditions.append("c.status = ?")
            values.append(self.status)
        elif not self.retracted:
            conditions.append("c.status <> 'retracted'")
        if not self.outdated and not self.claims:
            conditions.append(
                "c.version = (SELECT a.version FROM articles a WHERE a.number = c.article)"
            )
        words = full_text_query(self.words) if self.words else None
        for value, condition in (
            (None if self.tag is None else tag_of(self.tag), _TAGGED),
            (self.assigned, _ASSIGNED),
            (self.unrated_by, _UNRATED),
            (words, _HOLDS),
        ):
            if value is not None:
                conditions.append(condition)
                values.append(value)
        if self.checkable:
            conditions.append("c.checkable")
        if self.challenged:
            conditions.append("c.key IN (SELECT key FROM claims WHERE challenged)")
        return " AND ".join(conditions) or "1", tuple(values)

    def order(self) -> str:
        """Return the ORDER BY terms."""
        if self.sort is Order.WORTH:
            return "c.checkable DESC, c.checkworthiness DESC, c.key"
        return "c.article, coalesce(c.sentence_start, 1e18), c.number"


def full_text_query(words: str) -> str:
    """Return an FTS5 query for all of a person's words, none of them an operator.

    Raises:
        UsageError: There is no word to look for.
    """
    plain = words.replace("\0", " ")
    terms = [phrase or word for phrase, word in re.findall(r'"([^"]+)"|([^\s"]+)', plain)]
    terms = [term for term in terms if re.search(r"\w", term)]
    if not terms:
        raise UsageError("There is no word to search for.", hint="Name at least one word.")
    return " ".join(f'"{term}"' for term in terms) + "*"


def _marks(values: tuple[object, ...]) -> str:
    return ",".join("?" * len(values))
