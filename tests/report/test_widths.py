from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from claimledger.domain.claims import ClaimId
from claimledger.domain.records import ArticleReport, DecisionRecord, LinkRecord, LogEntry
from claimledger.domain.scales import Rating, Scale, ScaleId
from claimledger.domain.verdicts import DecisionKind, Relation
from claimledger.report import (
    article_report,
    articles_table,
    claim_report,
    claims_table,
    evidence_table,
    log_table,
    scale_detail,
    scales_table,
)

SHOWN = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")
"""What Rich itself writes: colours and hyperlinks."""

PIECES = [
    *("a", " ", "a long word ", "[/x]", "x" * 50, "漢字かな", "عربي ", "👩‍👩‍👧", "🇵🇹", "e\u0301"),
    *("\t", "\n", "\u202e", "\x1b[2J", "\x9b", "\u200d", "\ufe0f", "\ud800"),
]
words = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=12).map("".join)


@given(text=words, name=words, width=st.integers(24, 160))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_text_breaks_out_of_any_view(
    text: str, name: str, width: int, report: ArticleReport, printed: Callable[..., str]
) -> None:
    rating = replace(report.claims[0].verdicts[0].rating, label=name, meaning=text, code=name)
    filled = fill(report, text, name, rating)
    claim = filled.claims[1]
    scale = Scale(id=ScaleId(name), version=1, title=text, ordered=True, ratings=(rating, rating))
    entry = LogEntry(
        seq=1, id="1" * 64, time=name, author=name, kind="x", subject="y", ref="3.1", summary=text
    )

    for view in (
        article_report(filled, width=width),
        articles_table([filled.article], width=width),
        claim_report(claim, text=text + report.text, article=filled.article, width=width),
        claims_table(filled.claims, width=width),
        evidence_table(claim.evidence, width=width),
        log_table([entry], width=width),
        scales_table([scale], width=width, current=scale.id),
        scale_detail(scale, width=width),
    ):
        check(printed(view, width), width)


def fill(report: ArticleReport, text: str, name: str, rating: Rating) -> ArticleReport:
    """Put the same words wherever text from outside can stand."""
    told: dict[str, Any] = {"author": name, "title": text}
    claims = tuple(
        replace(
            claim,
            text=text,
            speaker=name,
            cue=name,
            reasons=(text, name),
            **decided(text, name, rating),
            verdicts=tuple(
                replace(v, reviewer=name, because=text, rating=rating, time=name)
                for v in claim.verdicts
            ),
            evidence=tuple(
                replace(e, **told, source=text, url=text, note=text, attached_by=name)
                for e in claim.evidence
            ),
        )
        for claim in report.claims
    )
    return replace(report, claims=claims, article=replace(report.article, **told, url=text))


def decided(text: str, name: str, rating: Rating) -> dict[str, Any]:
    """Put the same words wherever the desk and its sorting can say something."""
    decisions = tuple(
        DecisionRecord(
            event=str(kind),
            kind=kind,
            by=name,
            time=name,
            scale=ScaleId(name),
            rating=rating,
            because=text,
            note=text,
            url=text,
        )
        for kind in (DecisionKind.SETTLED, DecisionKind.PUBLISHED, DecisionKind.CORRECTED)
    )
    link = LinkRecord(
        ref=name,
        id=ClaimId("1" * 64),
        text=text,
        relation=Relation.CONTRADICTS,
        inward=True,
        note=text,
        by=name,
        time=name,
    )
    sorting = {"tags": (name, text), "assigned": (name,), "parts": (name,), "part_of": name}
    waiting = {"spoken": 1, "needed": 2, "hidden": True, "challenged": True, "merged_into": name}
    return {"decisions": decisions, "links": (link,), **sorting, **waiting}


def check(output: str, width: int) -> None:
    shown = SHOWN.sub("", output)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    for row in shown.split("\n"):
        assert cell_len(row) <= width, row


@pytest.mark.parametrize("output", ["x" * 25, "漢" * 13, "a\x1b[2J", "\u202e"])
def test_the_check_sees_what_breaks_out(output: str) -> None:
    with pytest.raises(AssertionError):
        check(output, 24)
