"""What rules are called, what they need to know, and what they find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from claimledger.domain.policies import Policy
from claimledger.domain.records import ArticleRecord


class Rule(StrEnum):
    """The name of a rule, as people switch it off."""

    ORIGIN = "origin"
    NO_EVIDENCE = "no-evidence"
    SOURCES = "sources"
    BOTH_SIDES = "both-sides"
    AGAINST_EVIDENCE = "against-evidence"
    MISSING_QUOTE = "missing-quote"
    DEAD_SOURCE = "dead-source"
    LATE_EVIDENCE = "late-evidence"
    CHALLENGED = "challenged"
    RATIONALE = "rationale"
    DISAGREEMENT = "disagreement"
    REWORDED = "reworded"
    LOADED_TEXT = "loaded-text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a claim's own record does not say."""

    policy: Policy
    article: ArticleRecord
    edited_at: str | None = None
    """When a person last edited the claim, where that makes a difference and is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend in one claim."""

    ref: str
    """ARTICLE.CLAIM in this ledger's numbers."""
    rule: Rule
    message: str
    hint: str
    """What to do about it."""
    tag: str | None = None
    """What to tag the claim with where it is right as it stands; None where it cannot be."""


class Problem(NamedTuple):
    """What a rule says of a claim."""

    message: str
    hint: str


Problems: TypeAlias = Iterator[Problem]
