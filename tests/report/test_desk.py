"""Several reviewers and a desk that decides: what of it a checker and a reader see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from rich.console import RenderableType

from claimledger.domain.claims import ClaimId
from claimledger.domain.evidence import Stance
from claimledger.domain.records import (
    ArticleReport,
    ClaimRecord,
    DecisionRecord,
    EvidenceRecord,
    LinkRecord,
    LogEntry,
    VerdictRecord,
)
from claimledger.domain.scales import Scale, ScaleId
from claimledger.domain.verdicts import ClaimStatus, DecisionKind, Relation
from claimledger.report import (
    article_report,
    articles_table,
    claim_report,
    claims_table,
    log_table,
)

ANA, BEN, CLEO = "Ana Sousa <ana@desk.example>", "Ben Haddad <ben@desk.example>", "Cleo Marsh"
SAME_PIER = "The port has had one pier since 1994."

Printer = Callable[[RenderableType, int], str]
Decide = Callable[..., DecisionRecord]


@pytest.fixture
def decide(scale: Scale) -> Decide:
    def build(kind: DecisionKind, rating: str | None, day: int, **changes: Any) -> DecisionRecord:
        values: dict[str, Any] = {
            "event": "a" * 64,
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
            "log": lambda: log_table(LOG, width=width),
        }[view]()
    golden(f"desk-{view}", shown, width)


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
    three = replace(disputed, verdicts=(*disputed.verdicts, verdict_of("true", CLEO)))

    assert "✓ True: Ana Sousa, Cleo Marsh" in show(three)


def test_beside_a_settlement_each_verdict_tells_whether_it_agreed(
    desk: ArticleReport, show: Callable[[ClaimRecord], str]
) -> None:
    shown = show(desk.claims[0])

    assert "settled as ? Not enough evidence  Ana Sousa" in shown
    assert "The log gives no causes." in shown
    assert "◆ Half true  Ana Sousa, differed" in shown
    assert "? Not enough evidence  Ben Haddad, agreed" in shown


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


def test_an_act_that_is_kept_back_says_what_kind_it_was(plain: Printer) -> None:
    shown = plain(log_table(LOG, width=120), 120)

    assert "verdict given, kept back until all reviewers have spoken" in shown
