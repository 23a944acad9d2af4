"""The history says in words what was done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimledger.domain.acts import (
    ACTS,
    Act,
    ArticleAdded,
    ArticleRevised,
    ClaimAdded,
    ClaimAssigned,
    ClaimDivided,
    ClaimEdited,
    ClaimLinked,
    ClaimPublished,
    ClaimReopened,
    ClaimRestored,
    ClaimRetracted,
    ClaimSettled,
    ClaimsMerged,
    ClaimsSplit,
    ClaimTagged,
    ClaimUnlinked,
    CorrectionPublished,
    EvidenceArchived,
    EvidenceAttached,
    EvidenceChecked,
    EvidenceRestored,
    EvidenceWithdrawn,
    LintRuleSwitched,
    PolicySet,
    ScaleDefined,
    ScaleMapped,
    SplitClaim,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.articles import ArticleId
from claimledger.domain.claims import ClaimId, ClaimKind
from claimledger.domain.evidence import ArchiveState, EvidenceId, LinkState, Stance
from claimledger.domain.scales import MappedRating, ScaleId
from claimledger.domain.verdicts import Relation
from claimledger.ledger.telling import summary

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
        ClaimDivided(article=ArticleId("a"), parts=(CLAIM, replace(CLAIM, text="It is old."))),
        "divided into The bridge is open. / It is old.",
    ),
    (
        ClaimsMerged(merged=(ClaimId("d" * 64), ClaimId("e" * 64)), because="The same."),
        "merged 2 claims into it: The same.",
    ),
    (ClaimAssigned(reviewers=("Ana <ana@desk.example>", "Bo")), "assigned to Ana, Bo"),
    (ClaimTagged(added=("roads",), removed=("cost",)), "tagged roads, not cost"),
    (
        ClaimLinked(to=ClaimId("d" * 64), relation=Relation.SAME, note="In part."),
        "linked: same dddddddddddd: In part.",
    ),
    (
        ClaimUnlinked(to=ClaimId("d" * 64), relation=Relation.SAME),
        "unlinked: same dddddddddddd",
    ),
    (
        EvidenceAttached(source="a.pdf", stance=Stance.REFUTES, url=None, capture=None),
        "attached, refutes: a.pdf",
    ),
    (
        EvidenceWithdrawn(evidence=EvidenceId("e" * 64), because="A forgery."),
        "withdrew eeeeeeeeeeee: A forgery.",
    ),
    (
        EvidenceRestored(evidence=EvidenceId("e" * 64), because="It is genuine."),
        "restored eeeeeeeeeeee: It is genuine.",
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
        ClaimSettled(scale=ScaleId("default"), version=1, rating="true", because="Seen."),
        "settled as true: Seen.",
    ),
    (ClaimReopened(because="News."), "reopened: News."),
    (
        ClaimPublished(scale=ScaleId("default"), version=1, rating="true", url="https://a.b"),
        "published as true: https://a.b",
    ),
    (
        CorrectionPublished(
            scale=ScaleId("default"), version=1, rating="false", because="So.", note="We erred."
        ),
        "corrected to false: We erred.",
    ),
    (
        ScaleDefined(version=1, title="Stars", ordered=True, ratings=()),
        "defined: Stars, 0 ratings",
    ),
    (
        ScaleMapped(target=ScaleId("stars"), pairs=(MappedRating(code="true", to=None),)),
        "mapped 1 rating to the scale stars",
    ),
    (PolicySet(scale=ScaleId("stars")), "chose the scale stars"),
    (
        LintRuleSwitched(rule="two-sources", on=False, because="Too strict."),
        "switched the rule two-sources off: Too strict.",
    ),
]


MORE: list[tuple[Act, str]] = [
    (ClaimAssigned(reviewers=()), "assigned to nobody"),
    (ClaimsMerged(merged=(ClaimId("d" * 64),), because=""), "merged 1 claim into it"),
    (
        ClaimPublished(scale=ScaleId("default"), version=1, rating="true", url=None),
        "published as true",
    ),
    (
        CorrectionPublished(
            scale=ScaleId("default"), version=1, rating=None, because="So.", note="A hoax."
        ),
        "taken back: A hoax.",
    ),
    (
        PolicySet(
            scale=ScaleId("stars"),
            reviewers=2,
            blind=True,
            settlers=("Ana <ana@desk.example>",),
            because="Agreed on Monday.",
        ),
        "chose the scale stars, 2 reviewers a claim, blind, settled by Ana: Agreed on Monday.",
    ),
]


@pytest.mark.parametrize(("act", "words"), MORE)
def test_what_is_left_out_is_not_told(act: Act, words: str) -> None:
    assert summary(act) == words


@pytest.mark.parametrize(("act", "words"), TOLD, ids=[type(act).__name__ for act, _ in TOLD])
def test_an_act_is_told_by_what_was_done(act: Act, words: str) -> None:
    assert summary(act) == words


def test_every_kind_of_act_is_told() -> None:
    assert {type(act) for act, _ in TOLD} == set(ACTS.values())
