"""An article that three people checked, two a claim, one of them deciding for the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from claimledger.domain.claims import ClaimId
from claimledger.domain.evidence import Stance
from claimledger.domain.records import (
    ArticleReport,
    DecisionRecord,
    EvidenceRecord,
    LinkRecord,
    LogEntry,
    VerdictRecord,
)
from claimledger.domain.scales import Scale, ScaleId
from claimledger.domain.verdicts import ClaimStatus, DecisionKind, Relation

ANA, BEN, CLEO = "Ana Sousa <ana@desk.example>", "Ben Haddad <ben@desk.example>", "Cleo Marsh"
SAME_PIER = "The port has had one pier since 1994."

Decide = Callable[..., DecisionRecord]


@pytest.fixture
def decide(scale: Scale) -> Decide:
    def build(kind: DecisionKind, rating: str | None, day: int, **changes: Any) -> DecisionRecord:
        values: dict[str, Any] = {
            "event": f"{kind} {day}",
            "kind": kind,
            "by": ANA,
            "time": f"2024-03-{day:02}T10:30:00.000Z",
            "scale": None if rating is None else ScaleId("truth"),
            "rating": None if rating is None else scale.rating(rating),
            "because": "",
            "note": None,
            "url": None,
        }
        return DecisionRecord(**(values | changes))

    return build


@pytest.fixture
def desk(
    report: ArticleReport,
    scale: Scale,
    decide: Decide,
    verdict_of: Callable[..., VerdictRecord],
    evidence_of: Callable[..., EvidenceRecord],
) -> ArticleReport:
    """Return an article that three people checked, two a claim, one of them deciding."""
    later = {"attached_at": "2024-03-11T09:00:00.000Z"}
    ben = {"time": "2024-03-05T11:15:00.000Z"}
    one, two, three, four, five, six = report.claims
    settled = replace(
        three,
        ref="3.1",
        number=1,
        status=ClaimStatus.SETTLED,
        rating=scale.rating("unproven"),
        decisions=(
            decide(
                DecisionKind.SETTLED,
                "unproven",
                6,
                because="The log gives no causes.\n\nThe mayor's office could not name a source.",
            ),
        ),
        tags=("ferries", "port"),
    )
    disputed = replace(three, ref="3.2", number=2)
    corrected = replace(
        one,
        ref="3.3",
        number=3,
        status=ClaimStatus.SETTLED,
        rating=scale.rating("mostly-false"),
        decisions=(
            decide(DecisionKind.PUBLISHED, "true", 7, url="https://desk.example/checks/ferries-12"),
            decide(
                DecisionKind.CORRECTED,
                "mostly-false",
                10,
                because="The port wrote to us: the count is of 2022.",
                note="We first rated this True. The figure is from 2022; for 2023 it was 0.9 "
                "million.",
            ),
        ),
    )
    challenged = replace(
        two,
        ref="3.4",
        number=4,
        status=ClaimStatus.CHECKED,
        challenged=True,
        decisions=(decide(DecisionKind.PUBLISHED, "mostly-true", 8),),
        evidence=(*two.evidence[:2], evidence_of("3.4.3", Stance.REFUTES, **later)),
    )
    waiting = replace(
        four,
        ref="3.5",
        number=5,
        verdicts=(verdict_of("true", because="The port's own history says 1994."),),
        spoken=1,
        hidden=True,
        tags=("history",),
        assigned=(ANA, BEN),
        links=(
            LinkRecord(
                ref="1.7",
                id=ClaimId("9" * 64),
                text="The pier opened in 1996.",
                relation=Relation.CONTRADICTS,
                inward=True,
                note="The two articles count from different ceremonies.",
                by=BEN,
                time="2024-03-04T10:00:00.000Z",
            ),
            LinkRecord(
                ref="3.9",
                id=ClaimId("8" * 64),
                text=SAME_PIER,
                relation=Relation.SUPPORTS,
                inward=False,
                note=None,
                by=ANA,
                time="2024-03-04T10:05:00.000Z",
            ),
        ),
    )
    untouched = replace(five, ref="3.6", number=6, assigned=(CLEO,))
    taken_back = replace(
        two,
        ref="3.7",
        number=7,
        text="Crossings take an hour.",
        speaker=None,
        status=ClaimStatus.DISPUTED,
        rating=None,
        spoken=2,
        verdicts=(verdict_of("true"), verdict_of("false", BEN, **ben)),
        evidence=(),
        decisions=(
            decide(DecisionKind.SETTLED, "true", 5, because="Timed on five crossings."),
            decide(DecisionKind.PUBLISHED, "true", 6),
            decide(
                DecisionKind.UNPUBLISHED,
                None,
                12,
                because="The crossings were timed on a holiday.",
                note="We take this check back and look again.",
            ),
        ),
    )
    divided = replace(
        six,
        ref="3.8",
        number=8,
        retracted_because="divided into 3.9 and 3.10",
        parts=("3.9", "3.10"),
    )
    claims = (settled, disputed, corrected, challenged, waiting, untouched, taken_back, divided)
    article = replace(report.article, claims=7, checked=3, disputed=2, open=2)
    return replace(
        report, article=article, claims=tuple(replace(claim, needed=2) for claim in claims)
    )


LOG = [
    LogEntry(
        seq=seq,
        id=f"{seq}" * 64,
        time="2024-03-01T08:00:00.000Z",
        author=author,
        kind=kind,
        subject="b" * 64,
        ref="3.1",
        summary=summary,
    )
    for seq, author, kind, summary in [
        (1, ANA, "verdict_given", "verdict true: The log says so."),
        (2, ANA, "verdict_withdrawn", "undid: verdict withdrawn: undone"),
        (3, BEN, "verdict_given", "kept back until all reviewers have spoken"),
        (4, BEN, "evidence_attached", "kept back until all reviewers have spoken"),
    ]
]


@pytest.fixture
def log() -> list[LogEntry]:
    """Return a history of acts undone and acts kept back."""
    return LOG
