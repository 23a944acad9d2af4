"""Acts: what the events of a ledger record, one dataclass for each kind.

Field names and types are the ledger format: they are never renamed, retyped or removed.
A field may be added with a default. No floats: check-worthiness counts hundredths.

An act that takes another one back names it in ``undoes``.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from claimledger.domain.acts.articles import (
    ArticleAdded,
    ArticleRevised,
    ClaimsSplit,
    KeptClaim,
    SplitClaim,
)
from claimledger.domain.acts.claims import (
    ClaimAdded,
    ClaimAssigned,
    ClaimDivided,
    ClaimEdited,
    ClaimLinked,
    ClaimRestored,
    ClaimRetracted,
    ClaimsMerged,
    ClaimTagged,
    ClaimUnlinked,
)
from claimledger.domain.acts.evidence import (
    EvidenceArchived,
    EvidenceAttached,
    EvidenceChecked,
    EvidenceRestored,
    EvidenceWithdrawn,
)
from claimledger.domain.acts.rules import (
    LintRuleSwitched,
    PolicySet,
    ScaleDefined,
    ScaleMapped,
)
from claimledger.domain.acts.verdicts import (
    ClaimPublished,
    ClaimReopened,
    ClaimSettled,
    CorrectionPublished,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.evidence import Capture

__all__ = [
    "ACTS",
    "KINDS",
    "LEDGER",
    "Act",
    "ArticleAdded",
    "ArticleRevised",
    "ClaimAdded",
    "ClaimAssigned",
    "ClaimDivided",
    "ClaimEdited",
    "ClaimLinked",
    "ClaimPublished",
    "ClaimReopened",
    "ClaimRestored",
    "ClaimRetracted",
    "ClaimSettled",
    "ClaimTagged",
    "ClaimUnlinked",
    "ClaimsMerged",
    "ClaimsSplit",
    "CorrectionPublished",
    "EvidenceArchived",
    "EvidenceAttached",
    "EvidenceChecked",
    "EvidenceRestored",
    "EvidenceWithdrawn",
    "KeptClaim",
    "LintRuleSwitched",
    "PolicySet",
    "ScaleDefined",
    "ScaleMapped",
    "SplitClaim",
    "VerdictGiven",
    "VerdictWithdrawn",
    "blobs_of",
]

Act: TypeAlias = (
    ArticleAdded
    | ArticleRevised
    | ClaimsSplit
    | ClaimAdded
    | ClaimEdited
    | ClaimDivided
    | ClaimsMerged
    | ClaimRetracted
    | ClaimRestored
    | ClaimAssigned
    | ClaimTagged
    | ClaimLinked
    | ClaimUnlinked
    | EvidenceAttached
    | EvidenceWithdrawn
    | EvidenceRestored
    | EvidenceChecked
    | EvidenceArchived
    | VerdictGiven
    | VerdictWithdrawn
    | ClaimSettled
    | ClaimReopened
    | ClaimPublished
    | CorrectionPublished
    | ScaleDefined
    | ScaleMapped
    | PolicySet
    | LintRuleSwitched
)

ACTS: Final[dict[str, type[Act]]] = {
    "article_added": ArticleAdded,
    "article_revised": ArticleRevised,
    "claims_split": ClaimsSplit,
    "claim_added": ClaimAdded,
    "claim_edited": ClaimEdited,
    "claim_divided": ClaimDivided,
    "claims_merged": ClaimsMerged,
    "claim_retracted": ClaimRetracted,
    "claim_restored": ClaimRestored,
    "claim_assigned": ClaimAssigned,
    "claim_tagged": ClaimTagged,
    "claim_linked": ClaimLinked,
    "claim_unlinked": ClaimUnlinked,
    "evidence_attached": EvidenceAttached,
    "evidence_withdrawn": EvidenceWithdrawn,
    "evidence_restored": EvidenceRestored,
    "evidence_checked": EvidenceChecked,
    "evidence_archived": EvidenceArchived,
    "verdict_given": VerdictGiven,
    "verdict_withdrawn": VerdictWithdrawn,
    "claim_settled": ClaimSettled,
    "claim_reopened": ClaimReopened,
    "claim_published": ClaimPublished,
    "correction_published": CorrectionPublished,
    "scale_defined": ScaleDefined,
    "scale_mapped": ScaleMapped,
    "policy_set": PolicySet,
    "lint_rule_switched": LintRuleSwitched,
}
"""Every kind of event, by the name it is stored under."""

LEDGER: Final = "ledger"
"""The subject of acts that are about the ledger as a whole."""

KINDS: Final = {act: kind for kind, act in ACTS.items()}


def blobs_of(act: Act) -> tuple[str, ...]:
    """Return the keys of the blobs that an act speaks of."""
    keys: tuple[str | None, ...]
    match act:
        case ArticleAdded(text=text, raw=raw) | ArticleRevised(text=text, raw=raw):
            keys = (text, raw)
        case EvidenceAttached(capture=Capture(text=text, raw=raw)):
            keys = (text, raw)
        case _:
            keys = ()
    return tuple(key for key in keys if key is not None)
