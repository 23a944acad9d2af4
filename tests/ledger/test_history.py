"""The history says in words what was done."""

from __future__ import annotations

import pytest

from claimledger.domain.acts import (
    ACTS,
    Act,
    ArticleAdded,
    ArticleRevised,
    ClaimAdded,
    ClaimEdited,
    ClaimRestored,
    ClaimRetracted,
    ClaimsSplit,
    EvidenceArchived,
    EvidenceAttached,
    EvidenceChecked,
    EvidenceWithdrawn,
    PolicySet,
    ScaleDefined,
    SplitClaim,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.articles import ArticleId
from claimledger.domain.claims import ClaimId, ClaimKind
from claimledger.domain.evidence import ArchiveState, EvidenceId, LinkState, Stance
from claimledger.domain.scales import ScaleId
from claimledger.ledger.history import summary

CLAIM = SplitClaim(
    id=ClaimId("c" * 64),
    text="The bridge is open.",
    spans=(),
    sentence=None,
    speaker=None,
    speaker_span=None,
    cue=None,
    kind=ClaimKind.FACT,
    checkable=True,
    checkworthiness=50,
    reasons=(),
)
TOLD: list[tuple[Act, str]] = [
    (
        ArticleAdded(
            title="Bridge", source="-", text="t", language="en", media_type="text/plain", raw=None
        ),
        "added: Bridge",
    ),
    (
        ArticleRevised(
            text="t",
            raw=None,
            media_type="text/plain",
            source="-",
            splitter="rules/1",
            kept=(),
            added=(CLAIM,),
        ),
        "revised: 0 claims kept, 1 added",
    ),
    (ClaimsSplit(splitter="rules/1", claims=(CLAIM,)), "split: 1 claim by rules/1"),
    (ClaimAdded(article=ArticleId("a"), claim=CLAIM), "added: The bridge is open."),
    (
        ClaimEdited(text="It is shut.", speaker=None, kind=ClaimKind.FACT, checkable=True),
        "reworded: It is shut.",
    ),
    (ClaimRetracted(because="Same as 1.2."), "retracted: Same as 1.2."),
    (ClaimRestored(because="It is not."), "restored: It is not."),
    (
        EvidenceAttached(source="a.pdf", stance=Stance.REFUTES, url=None, capture=None),
        "attached, refutes: a.pdf",
    ),
    (
        EvidenceWithdrawn(evidence=EvidenceId("e" * 64), because="A forgery."),
        "withdrew eeeeeeeeeeee: A forgery.",
    ),
    (
        EvidenceChecked(
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
        ),
        "checked, gone: Not there.",
    ),
    (
        EvidenceArchived(
            service="wayback", state=ArchiveState.FAILED, url=None, job=None, detail="Busy."
        ),
        "archived, wayback failed: Busy.",
    ),
    (
        VerdictGiven(scale=ScaleId("default"), version=1, rating="true", because="Seen."),
        "verdict true: Seen.",
    ),
    (VerdictWithdrawn(because="Too early."), "verdict withdrawn: Too early."),
    (
        ScaleDefined(version=1, title="Stars", ordered=True, ratings=()),
        "defined: Stars, 0 ratings",
    ),
    (PolicySet(scale=ScaleId("stars")), "chose the scale stars"),
]


@pytest.mark.parametrize(("act", "words"), TOLD, ids=[type(act).__name__ for act, _ in TOLD])
def test_an_act_is_told_by_what_was_done(act: Act, words: str) -> None:
    assert summary(act) == words


def test_every_kind_of_act_is_told() -> None:
    assert {type(act) for act, _ in TOLD} == set(ACTS.values())
