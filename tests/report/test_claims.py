from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import RenderableType

from claimledger.domain.evidence import Stance
from claimledger.domain.records import ArticleReport, ClaimRecord, EvidenceRecord
from claimledger.domain.text import Span
from claimledger.report import claim_report, claims_table, evidence_table, split_table
from claimledger.report.contexts import in_context

Printer = Callable[[RenderableType, int], str]


@pytest.fixture
def show(report: ArticleReport, plain: Printer) -> Callable[[ClaimRecord], str]:
    def shown(claim: ClaimRecord) -> str:
        return plain(claim_report(claim, text=report.text, article=report.article, width=80), 80)

    return shown


def test_an_open_claim_says_what_to_type(
    report: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    shown = show(report.claims[3])

    assert "No evidence yet. Attach some: claimledger attach 3.4 SOURCE" in shown
    assert 'No verdicts yet. Give one: claimledger verdict 3.4 RATING --because "TEXT"' in shown


def test_a_claim_without_a_place_in_the_text_has_no_context(
    claim_with: Callable[..., ClaimRecord], show: Callable[[ClaimRecord], str]
) -> None:
    assert "In the article" not in show(claim_with(spans=(), quote="", sentence=None))


def test_a_retracted_claim_gives_the_reason_and_asks_for_no_verdict(
    report: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    shown = show(report.claims[5])

    assert "× retracted" in shown
    assert "No one would check it." in shown
    assert "claimledger verdict" not in shown


def test_evidence_without_a_snapshot_says_so(
    report: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    shown = show(report.claims[1])

    assert "no snapshot: link only" in shown
    assert "captured 2024-03-03 16:20 UTC · text/html" in shown
    assert "snapshot 9f2c9f2c9f2c" in shown


def test_withdrawn_evidence_and_old_verdicts_stay_in_sight(
    report: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    shown = show(report.claims[1])

    assert "withdrawn: It is about buses." in shown
    assert "✗ False  Ana Sousa, superseded" in shown


def test_a_redirect_is_shown(
    claim_with: Callable[..., ClaimRecord],
    evidence_of: Callable[..., EvidenceRecord],
    show: Callable[[ClaimRecord], str],
) -> None:
    moved = evidence_of("3.4.1", Stance.CONTEXT, url="https://old.example/")

    assert "redirected to https://port.example/log/2023" in show(claim_with(evidence=(moved,)))


def test_only_a_web_address_becomes_a_hyperlink(
    evidence_of: Callable[..., EvidenceRecord], printed: Printer
) -> None:
    web = evidence_of("1.1.1", Stance.SUPPORTS, url="https://a.example/")
    script = evidence_of("1.1.2", Stance.SUPPORTS, url="javascript:alert(1)")

    assert "\x1b]8;id=0;https://a.example/\x1b\\" in printed(evidence_table([web], width=80), 80)
    assert "\x1b]8" not in printed(evidence_table([script], width=80), 80)


def test_the_claims_words_are_marked_in_their_paragraph(report: ArticleReport) -> None:
    claim = report.claims[1]

    shown = in_context(report.text, claim.spans)

    marked = [shown.plain[s.start : s.end] for s in shown.spans if "underline" in str(s.style)]
    assert marked == ["Half of all crossings left late"]
    assert shown.plain.startswith("The city's ferries carried")
    assert shown.plain.endswith('second pier".')


def test_every_fragment_is_marked() -> None:
    shown = in_context("One two three four.", [Span(0, 3), Span(8, 13)])

    marked = [shown.plain[s.start : s.end] for s in shown.spans if "underline" in str(s.style)]
    assert marked == ["One", "three"]
    assert shown.plain == "One two three four."


def test_a_long_paragraph_is_cut_between_words() -> None:
    text = "before " * 200 + "the claim" + " after" * 200
    start = text.index("the claim")

    shown = in_context(text, [Span(start, start + len("the claim"))]).plain

    assert shown.startswith("… before before")
    assert "before the claim after" in shown
    assert shown.endswith("after …")
    assert len(shown) < 700


def test_empty_lists_say_so(plain: Printer) -> None:
    assert plain(claims_table([], width=80), 80).startswith("No claims to show. Split an article:")
    assert plain(evidence_table([], width=80), 80).startswith("No evidence yet. Attach some:")
    assert plain(split_table([], "Only three words", width=80), 80) == "No claims in 3 words."


def test_square_brackets_are_words_not_markup(
    claim_with: Callable[..., ClaimRecord], show: Callable[[ClaimRecord], str]
) -> None:
    assert "[bold]He said[/x] :smile:" in show(claim_with(text="[bold]He said[/x] :smile:"))


def test_an_article_longer_than_its_claims_place_is_no_trouble(
    report: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    beyond = replace(report.claims[0], spans=(Span(10_000, 10_010),))

    assert "In the article" in show(beyond)
