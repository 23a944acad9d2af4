from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import RenderableType

from claimledger.domain.records import (
    ArticleReport,
    ClaimRecord,
    DecisionRecord,
    LogEntry,
    VerdictRecord,
)
from claimledger.domain.scales import ScaleId
from claimledger.domain.verdicts import ClaimStatus, DecisionKind, Relation
from claimledger.report import (
    article_report,
    claim_report,
    claims_table,
    log_table,
)

Printer = Callable[[RenderableType, int], str]
Decide = Callable[..., DecisionRecord]


@pytest.fixture
def show(desk: ArticleReport, plain: Printer) -> Callable[[ClaimRecord], str]:
    def shown(claim: ClaimRecord) -> str:
        return plain(claim_report(claim, text=desk.text, article=desk.article, width=120), 120)

    return shown


def test_a_list_says_who_said_what_of_a_disputed_claim(desk: ArticleReport, plain: Printer) -> None:
    shown = plain(claims_table(desk.claims[6:7], width=80), 80)

    assert "≠ disputed" in shown
    assert "✓ True: Ana Sousa" in shown
    assert "✗ False: Ben Haddad" in shown


def test_reviewers_who_said_the_same_stand_together(
    desk: ArticleReport,
    verdict_of: Callable[..., VerdictRecord],
    show: Callable[[ClaimRecord], str],
) -> None:
    disputed = desk.claims[6]
    three = replace(disputed, verdicts=(*disputed.verdicts, verdict_of("true", "Cleo Marsh")))

    assert "✓ True: Ana Sousa, Cleo Marsh" in show(three)


def test_beside_a_settlement_each_verdict_tells_whether_it_agreed(
    desk: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    shown = show(desk.claims[0])

    assert "settled as ? Not enough evidence  Ana Sousa" in shown
    assert "The log gives no causes." in shown
    assert "◆ Half true  Ana Sousa, differed" in shown
    assert "? Not enough evidence  Ben Haddad, agreed" in shown


def test_a_verdict_agreed_though_its_scale_was_worded_anew_since(
    desk: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    settled = desk.claims[0]
    verdicts = tuple(
        replace(v, rating=replace(v.rating, meaning="As it was.")) for v in settled.verdicts
    )

    assert "Ben Haddad, agreed" in show(replace(settled, verdicts=verdicts))


def test_verdicts_on_another_scale_are_not_compared_with_a_settlement(
    desk: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    settled = desk.claims[0]
    verdicts = tuple(replace(v, scale=ScaleId("local")) for v in settled.verdicts)

    shown = show(replace(settled, verdicts=verdicts))

    assert "differed" not in shown
    assert "agreed" not in shown


def test_a_reopened_claim_is_not_called_settled(
    desk: ArticleReport, decide: Decide, show: Callable[[ClaimRecord], str]
) -> None:
    settled = desk.claims[0]
    reopened = replace(
        settled,
        status=ClaimStatus.DISPUTED,
        rating=None,
        decisions=(*settled.decisions, decide(DecisionKind.REOPENED, None, 9, because="News.")),
    )

    shown = show(reopened)

    assert "  settled  by" not in shown
    assert "reopened  Ana Sousa" in shown
    assert "differed" not in shown


@pytest.mark.parametrize("width", [30, 60, 80, 120])
def test_a_reader_sees_what_a_published_rating_was_and_why_it_changed(
    width: int, desk: ArticleReport, plain: Printer
) -> None:
    corrected = replace(desk, claims=desk.claims[2:3])

    words = " ".join(plain(article_report(corrected, width=width), width).split())

    assert "Corrected 2024-03-10" in words
    for word in ("→", "Mostly", "rated", "million."):
        assert word in words.split()


def test_a_correction_that_keeps_the_rating_says_so(
    desk: ArticleReport, decide: Decide, show: Callable[[ClaimRecord], str]
) -> None:
    corrected = desk.claims[2]
    again = decide(DecisionKind.CORRECTED, "mostly-false", 12, note="A name was misspelt.")

    shown = show(replace(corrected, decisions=(*corrected.decisions, again)))

    assert "corrected: ✓ True → ▾ Mostly false" in shown
    assert "corrected: still ▾ Mostly false" in shown


def test_only_a_web_address_of_a_publication_becomes_a_hyperlink(
    desk: ArticleReport, printed: Printer
) -> None:
    corrected = desk.claims[2]
    published, correction = corrected.decisions
    script = replace(published, url="javascript:alert(1)")
    replaced = replace(corrected, decisions=(script, correction), evidence=())

    def shown(claim: ClaimRecord) -> str:
        return printed(article_report(replace(desk, claims=(claim,)), width=120), 120)

    assert "\x1b]8;id=0;https://desk.example/checks/ferries-12\x1b\\" in shown(corrected)
    assert "javascript:alert(1)\x1b\\" not in shown(replaced)


def test_evidence_from_before_the_decision_is_no_news(
    desk: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    challenged = desk.claims[3]
    *_, later = challenged.evidence
    early = replace(later, ref="3.4.9", attached_at="2024-03-01T00:00:00.000Z")
    withdrawn = replace(later, ref="3.4.10", withdrawn_because="Another port.")

    shown = show(replace(challenged, evidence=(early, later, withdrawn)))

    assert "Contrary evidence came after it was published: 3.4.3\n" in shown


def test_what_a_blind_review_keeps_back_is_not_called_missing(
    desk: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    shown = show(replace(desk.claims[4], verdicts=()))

    assert "1 of 2 reviewers have spoken" in shown
    assert "others' verdicts and evidence are kept back until all have spoken" in shown
    assert "No evidence of yours yet." in shown
    assert "No verdict of yours yet." in shown


def test_a_retracted_claim_does_not_call_missing_what_is_kept_back(
    desk: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    gone = replace(
        desk.claims[4],
        status=ClaimStatus.RETRACTED,
        retracted_because="A duplicate.",
        verdicts=(),
        evidence=(),
    )

    others = show(gone)
    assert "No verdict of yours; others' are kept back." in others
    assert "No evidence of yours." in others
    assert "No verdict of yours.\n" in show(replace(gone, spoken=0)) + "\n"
    assert "No verdicts.\n" in show(replace(gone, spoken=0, hidden=False)) + "\n"


def test_a_report_counts_as_kept_back_only_where_another_has_spoken(
    desk: ArticleReport, plain: Printer
) -> None:
    mine = desk.claims[4]

    def shown(*claims: ClaimRecord) -> str:
        return " ".join(plain(article_report(replace(desk, claims=claims), width=80), 80).split())

    assert "kept back" not in shown(mine, replace(mine, spoken=0, verdicts=()))
    assert "1 claim in blind review: others' verdicts" in shown(mine, replace(mine, verdicts=()))


def test_a_verdict_that_was_taken_away_is_not_called_superseded(
    desk: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    first, second = desk.claims[6].verdicts
    replaced = replace(second, standing=False)
    gone = replace(first, standing=False)

    shown = show(replace(desk.claims[6], verdicts=(gone, replaced, second)))

    assert "✓ True  Ana Sousa, withdrawn" in shown
    assert "✗ False  Ben Haddad, superseded" in shown


def test_one_reviewer_a_claim_is_not_counted(
    desk: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    assert "have spoken" not in show(replace(desk.claims[5], needed=1))
    assert "0 of 2 reviewers have spoken" in show(desk.claims[5])


@pytest.mark.parametrize(
    ("relation", "inward", "words"),
    [
        (Relation.CONTRADICTS, False, "contradicts 1.7"),
        (Relation.CONTRADICTS, True, "contradicted by 1.7"),
        (Relation.SUPPORTS, False, "supports 1.7"),
        (Relation.SUPPORTS, True, "supported by 1.7"),
        (Relation.SAME, True, "same as 1.7"),
        (Relation.RELATED, True, "related to 1.7"),
    ],
)
def test_a_link_reads_from_either_side(
    relation: Relation,
    inward: bool,  # noqa: FBT001 - a case of a table
    words: str,
    desk: ArticleReport,
    show: Callable[[ClaimRecord], str],
) -> None:
    waiting = desk.claims[4]
    link = replace(waiting.links[0], relation=relation, inward=inward)

    assert words in show(replace(waiting, links=(link,)))


def test_where_a_claim_went_is_told_once(
    desk: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    merged = replace(
        desk.claims[7], parts=(), merged_into="3.1", retracted_because="merged into 3.1"
    )

    assert show(merged).count("3.1\n") == 1
    assert "now in   3.1" in show(replace(merged, retracted_because="A duplicate."))
    assert "parts    3.9, 3.10" in show(replace(desk.claims[7], retracted_because="Too much."))


def test_an_act_that_is_kept_back_says_what_kind_it_was(
    log: list[LogEntry], plain: Printer
) -> None:
    shown = plain(log_table(log, width=120), 120)

    assert "verdict given, kept back until all reviewers have spoken" in shown
