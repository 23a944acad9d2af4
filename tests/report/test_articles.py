from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import RenderableType

from claimledger.domain.evidence import Stance
from claimledger.domain.records import (
    ArticleReport,
    ClaimRecord,
    DecisionRecord,
    EvidenceRecord,
    VerdictRecord,
)
from claimledger.domain.verdicts import ClaimStatus, DecisionKind
from claimledger.report import article_report, articles_report, articles_table

Printer = Callable[[RenderableType, int], str]


def test_no_articles_says_what_to_type(plain: Printer) -> None:
    for nothing in (articles_report([], width=80), articles_table([], width=80)):
        assert plain(nothing, 80) == "No articles yet. Add one: claimledger add ARTICLE"


def test_an_article_without_claims_says_what_to_type(report: ArticleReport, plain: Printer) -> None:
    shown = plain(article_report(replace(report, claims=()), width=80), 80)

    assert "Half the ferries are late" in shown
    assert shown.endswith('No claims in this article. Add one: claimledger claim add 3 "TEXT"')


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_a_claim_has_room_to_be_read(width: int, report: ArticleReport, plain: Printer) -> None:
    heading = re.search(
        r"^no\. +(claim +)", plain(article_report(report, width=width), width), re.MULTILINE
    )
    assert heading is not None
    assert len(heading[1]) >= 34


@pytest.mark.parametrize("width", [30, 44, 64, 80, 120])
def test_nothing_is_left_out_where_room_is_short(
    width: int, report: ArticleReport, plain: Printer
) -> None:
    words = plain(article_report(report, width=width), width).split()

    for word in ("3.2", "crossings", "Lindqvist", "▴", "Mostly", "Ana", "2024-03-04", "+1", "·1"):
        assert word in words


def test_a_dispute_names_each_reviewers_rating(report: ArticleReport, plain: Printer) -> None:
    shown = plain(article_report(report, width=120), 120)

    assert "≠ disputed" in shown
    assert re.search(r"◆ Half true +Ana Sousa +2024-03-04", shown)
    assert re.search(r"\? Not enough evidence +Ben Haddad +2024-03-05", shown)


def test_reviewers_stay_beside_their_ratings_where_a_name_is_too_long(
    report: ArticleReport,
    claim_with: Callable[..., ClaimRecord],
    verdict_of: Callable[..., VerdictRecord],
    plain: Printer,
) -> None:
    long = verdict_of("false", "Maximiliane von Hohenstein-Waldburg")
    disputed = claim_with(verdicts=(verdict_of("true", "Ben"), long), status=ClaimStatus.DISPUTED)

    shown = plain(article_report(replace(report, claims=(disputed,)), width=120), 120)

    assert shown.index("✓ True") < shown.index("Ben, 2024") < shown.index("✗ False")
    assert shown.index("✗ False") < shown.index("Maximiliane")


def test_a_retracted_claim_is_only_counted(report: ArticleReport, plain: Printer) -> None:
    shown = plain(article_report(report, width=80), 80)

    assert "The mayor spoke" not in shown
    assert "1 retracted claim not shown." in shown
    assert "5 claims · 2 checked · 1 disputed · 2 open" in shown


def test_withdrawn_evidence_is_not_counted(
    report: ArticleReport,
    claim_with: Callable[..., ClaimRecord],
    evidence_of: Callable[..., EvidenceRecord],
    plain: Printer,
) -> None:
    one = evidence_of("3.4.1", Stance.REFUTES)
    gone = evidence_of("3.4.2", Stance.REFUTES, withdrawn_because="moved")

    shown = plain(
        article_report(replace(report, claims=(claim_with(evidence=(one, gone)),)), width=80), 80
    )

    assert "−1" in shown
    assert "−2" not in shown


def test_a_settled_claim_says_so_beside_its_rating(
    report: ArticleReport,
    claim_with: Callable[..., ClaimRecord],
    verdict_of: Callable[..., VerdictRecord],
    plain: Printer,
) -> None:
    verdict = verdict_of("false")
    decision = DecisionRecord(
        event="a" * 64,
        kind=DecisionKind.SETTLED,
        by="Cleo Marsh",
        time="2024-03-06T10:30:00.000Z",
        scale=verdict.scale,
        rating=verdict.rating,
        because="Three sources say so.",
        note=None,
        url=None,
    )
    settled = claim_with(
        verdicts=(verdict,),
        status=ClaimStatus.SETTLED,
        rating=verdict.rating,
        decisions=(decision,),
    )

    shown = plain(article_report(replace(report, claims=(settled,)), width=120), 120)

    assert re.search(r"settled +Cleo Marsh +2024-03-06", shown)
    assert "Settled: Three sources say so." in shown
    assert "1 claim · 0 checked · 1 settled · 0 disputed · 0 open" in shown


def test_articles_follow_each_other(report: ArticleReport, plain: Printer) -> None:
    shown = plain(articles_report([report, report], width=80), 80)

    assert shown.count("Half the ferries are late, says mayor") == 2


def test_thousands_of_claims_are_shown(report: ArticleReport, plain: Printer) -> None:
    many = tuple(
        replace(report.claims[number % 5], ref=f"3.{number}", number=number)
        for number in range(1, 5001)
    )

    shown = plain(article_report(replace(report, claims=many), width=80), 80)

    assert "3.5000" in shown
    assert "5,000 claims · 2,000 checked · 1,000 disputed · 2,000 open" in shown
