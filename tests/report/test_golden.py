from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.console import RenderableType

from claimledger.domain.claims import Claim
from claimledger.domain.records import ArticleReport, LogEntry
from claimledger.domain.scales import Scale
from claimledger.domain.text import Span
from claimledger.report import (
    article_report,
    articles_table,
    claim_report,
    claims_table,
    evidence_table,
    log_table,
    scale_detail,
    scales_table,
    split_table,
)

LOG = [
    LogEntry(
        seq=1,
        id="1" * 64,
        time="2024-03-01T08:00:00.000Z",
        author="Ana Sousa <ana@desk.example>",
        kind="article_added",
        subject="b" * 64,
        ref="3",
        summary="added the article “Half the ferries are late, says mayor”",
    ),
    LogEntry(
        seq=2,
        id="2" * 64,
        time="2024-03-02T10:00:00.000Z",
        author="Ben",
        kind="policy_set",
        subject="policy",
        ref=None,
        summary="",
    ),
]


def views(report: ArticleReport, scale: Scale, width: int) -> dict[str, RenderableType]:
    split = [
        Claim(
            id=c.id,
            text=c.text,
            quote=c.quote,
            spans=c.spans,
            sentence=c.sentence or Span(0, 1),
            speaker=c.speaker,
            speaker_span=None,
            cue=c.cue,
            kind=c.kind,
            checkable=c.checkable,
            checkworthiness=c.checkworthiness,
            reasons=c.reasons,
        )
        for c in report.claims
    ]
    return {
        "report": article_report(report, width=width),
        "claim": claim_report(
            report.claims[1], text=report.text, article=report.article, width=width
        ),
        "list": claims_table(report.claims, width=width),
        "articles": articles_table([report.article], width=width),
        "evidence": evidence_table(report.claims[1].evidence, width=width),
        "scales": scales_table([scale], width=width, current=scale.id),
        "scale": scale_detail(scale, width=width),
        "log": log_table(LOG, width=width),
        "split": split_table(split, report.text, width=width),
    }


@pytest.mark.parametrize("width", [44, 80, 120])
@pytest.mark.parametrize(
    "view",
    ["report", "claim", "list", "articles", "evidence", "scales", "scale", "log", "split"],
)
def test_every_view_looks_as_it_was_last_seen(
    view: str,
    width: int,
    report: ArticleReport,
    scale: Scale,
    golden: Callable[[str, RenderableType, int], None],
) -> None:
    golden(view, views(report, scale, width)[view], width)
