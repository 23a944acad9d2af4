"""Acts on claims: added, corrected, divided, merged, sorted."""

from __future__ import annotations

from dataclasses import dataclass

from claimledger.domain.acts.articles import SplitClaim
from claimledger.domain.articles import ArticleId
from claimledger.domain.claims import ClaimId, ClaimKind
from claimledger.domain.verdicts import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAdded:
    """A person added a claim to an article."""

    article: ArticleId
    claim: SplitClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEdited:
    """A person corrected a claim; every field is the value from now on."""

    text: str
    speaker: str | None
    kind: ClaimKind
    checkable: bool
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDivided:
    """A claim that asserted several things was taken out for its parts."""

    article: ArticleId
    parts: tuple[SplitClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsMerged:
    """Claims that say the same were taken out for the one that is the subject.

    Their evidence counts for it; their verdicts were given on other words and do not.
    """

    merged: tuple[ClaimId, ...]
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRetracted:
    """A claim was taken out of the review: a duplicate, or no claim at all."""

    because: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRestored:
    """A retracted claim was taken back into the review, as it was before."""

    because: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAssigned:
    """From now on these reviewers, and no others, are to check the claim."""

    reviewers: tuple[str, ...]
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTagged:
    """A claim got tags, or lost some."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLinked:
    """A claim was put into a relation to another one of the ledger."""

    to: ClaimId
    relation: Relation
    note: str | None
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimUnlinked:
    """A relation between two claims was taken back."""

    to: ClaimId
    relation: Relation
    undoes: str | None = None
