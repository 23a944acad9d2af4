from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.console import RenderableType

from claimledger.domain.records import (
    ArticleReport,
    LogEntry,
)
from claimledger.report import (
    article_report,
    articles_table,
    claim_report,
    claims_table,
    log_table,
)


@pytest.mark.parametrize("width", [44, 60, 80, 120])
@pytest.mark.parametrize(
    "view",
    [
        *("report", "list", "articles", "log", "settled", "disputed", "corrected", "challenged"),
        *("blind", "taken-back", "divided"),
    ],
)
def test_every_state_looks_as_it_was_last_seen(
    view: str,
    width: int,
    desk: ArticleReport,
    log: list[LogEntry],
    golden: Callable[[str, RenderableType, int], None],
) -> None:
    single = dict(
        zip(
            (
                "settled",
                "disputed",
                "corrected",
                "challenged",
                "blind",
                "",
                "taken-back",
                "divided",
            ),
            desk.claims,
            strict=True,
        )
    )
    if view in single:
        shown: RenderableType = claim_report(
            single[view], text=desk.text, article=desk.article, width=width
        )
    else:
        shown = {
            "report": lambda: article_report(desk, width=width),
            "list": lambda: claims_table(desk.claims, width=width),
            "articles": lambda: articles_table([desk.article], width=width),
            "log": lambda: log_table(log, width=width),
        }[view]()
    golden(f"desk-{view}", shown, width)
