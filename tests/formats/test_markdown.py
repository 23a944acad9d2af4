from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimledger.domain.outside import line
from claimledger.domain.records import ArticleReport, ClaimRecord, DecisionRecord
from claimledger.domain.scales import ScaleId
from claimledger.domain.verdicts import ClaimStatus, DecisionKind
from claimledger.formats import CLAIMS, FORMATS, article_markdown, claim_markdown, claim_object
from claimledger.formats.markdown import escape
from claimledger.formats.markdown_text import linked

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
MARKUP = [
    *("[x](javascript:alert(1))", "![i](u)", "<https://a.b>", "<script>", "&lt;", "|", "\\"),
    *("*b*", "_i_", "`c`", "~~", "# ", "- ", "+ ", "=", "---", "1. ", "2) ", "> ", "\n"),
]
markup = st.lists(st.one_of(st.sampled_from(MARKUP), st.text(max_size=3)), max_size=6).map("".join)


@given(markup)
@example("1. one")
@example("12345. x")
@example("a \\| b")
def test_escaped_text_shows_exactly_its_words(words: str) -> None:
    tokens = list(inline(escape(words)))

    assert {token.type for token in tokens} <= {"text", "text_special"}
    assert "".join(token.content for token in tokens) == line(words)


@given(markup)
def test_escaped_text_stays_in_its_cell(words: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {escape(words)} | end |\n"

    cells = [token.content for token in READER.parse(table) if token.type == "inline"]

    assert len(cells) == 4
    assert cells[3] == "end"


def inline(text: str) -> Iterator[Token]:
    for token in READER.parse(text):
        assert token.type in {"paragraph_open", "inline", "paragraph_close"}
        yield from token.children or ()


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words, 12.5% - and more.", "plain words, 12.5% - and more."),
        ("- item", "\\- item"),
        ("1984. A year", "1984\\. A year"),
        ("3.2", "3.2"),
        ("a*b_c`d", "a\\*b\\_c\\`d"),
        ("<b> & [x]", "&lt;b&gt; &amp; \\[x\\]"),
        ("https://a.example", "https\\://a.example"),
        ("www.a.example", "www\\.a.example"),
        ("two\nlines", "two lines"),
    ],
)
def test_only_what_could_be_markup_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_a_report_can_be_pasted(report: ArticleReport) -> None:
    assert (
        article_markdown(report)
        == """\
# Late ferries

N. Okafor · 2024-03-01 (guessed) · ferries.txt

**1 claim**: 1 checked.

| No. | Claim | Speaker | Verdict | Evidence |
| --- | --- | --- | --- | --- |
| 3.2 | Half of all crossings left late. | the mayor | **False** | 1 refutes |

## 3.2 Half of all crossings left late.

**False** (Ana Sousa, 2024-03-04)

The log has 12%.

1\\. It counts \\*every\\* departure.

The article says, citing the mayor:

> Half of all crossings left late

Evidence:

- **Refutes**: [Departures \\[2023\\] \\| the log](https://port.example/log%282023%29), \
2024-01-15. “12% of trips” (found in the snapshot). Captured 2024-03-03, text/html, \
SHA-256 9f2c9f2c9f2c9f2c9f2c9f2c9f2c9f2c9f2c9f2c9f2c9f2c9f2c9f2c9f2c9f2c.
"""
    )


@given(words=markup)
@example(words="a](javascript:alert(1)) <img src=x onerror=alert(1)>")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_adds_html_or_a_link(words: str, report: ArticleReport) -> None:
    shown = list(tokens_of(article_markdown(filled(report, words))))

    assert not {"html_inline", "html_block", "image"} & {token.type for token in shown}
    links = [token.attrGet("href") for token in shown if token.type == "link_open"]
    assert all(str(target).startswith(("https://", "http://")) for target in links)


@given(words=markup)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_changes_the_shape_of_a_report(words: str, report: ArticleReport) -> None:
    assert shape(filled(report, "Words " + words)) == shape(filled(report, "Words"))


def filled(report: ArticleReport, words: str) -> ArticleReport:
    """Put the same words wherever text from outside can stand."""
    [claim] = report.claims
    verdicts = tuple(
        replace(v, reviewer=words, because=line(words), rating=replace(v.rating, label=words))
        for v in claim.verdicts
    )
    evidence = tuple(
        replace(e, url=words, source=words, title=words, author=words, note=words)
        for e in claim.evidence
    )
    assert claim.rating is not None
    claim = replace(
        claim,
        text=words,
        quote=words,
        speaker=words,
        verdicts=verdicts,
        evidence=evidence,
        rating=replace(claim.rating, label=words),
        status=ClaimStatus.SETTLED,
        challenged=True,
        decisions=tuple(
            decision(
                kind,
                by=words,
                because=line(words),
                note=line(words),
                url=words,
                rating=replace(claim.rating, label=words),
            )
            for kind in (DecisionKind.PUBLISHED, DecisionKind.CORRECTED, DecisionKind.SETTLED)
        ),
    )
    article = replace(report.article, title=words, author=words, source=words, url=words)
    return replace(report, article=article, claims=(claim,))


def decision(kind: DecisionKind, day: int = 6, **changes: Any) -> DecisionRecord:
    values: dict[str, Any] = {
        "event": "a" * 64,
        "kind": kind,
        "by": "Cleo Marsh",
        "time": f"2024-03-{day:02}T10:30:00.000Z",
        "scale": ScaleId("truth"),
        "rating": None,
        "because": "",
        "note": None,
        "url": None,
    }
    return DecisionRecord(**(values | changes))


def shape(report: ArticleReport) -> list[str]:
    return [token.type for token in READER.parse(article_markdown(report))]


def tokens_of(markdown: str) -> Iterator[Token]:
    for token in READER.parse(markdown):
        yield token
        yield from token.children or ()


def test_an_open_claim_has_a_row_and_no_section(report: ArticleReport) -> None:
    [claim] = report.claims
    untouched = replace(claim, verdicts=(), rating=None, status=ClaimStatus.OPEN)

    shown = article_markdown(replace(report, claims=(untouched,)))

    assert "| 3.2 | Half of all crossings left late. | the mayor | open | 1 refutes |" in shown
    assert "## " not in shown


def test_a_disputed_claim_names_who_said_what(report: ArticleReport) -> None:
    [claim] = report.claims
    old, new = claim.verdicts
    verdicts = (replace(old, standing=True, reviewer="Ben"), new)
    disputed = replace(claim, verdicts=verdicts, rating=None, status=ClaimStatus.DISPUTED)

    shown = article_markdown(replace(report, claims=(disputed,)))

    assert "| **disputed**: True (Ben), False (Ana Sousa) |" in shown


def test_a_settlement_gives_its_reason_and_who_differed(claim: ClaimRecord) -> None:
    old, new = claim.verdicts
    settled = replace(
        claim,
        verdicts=(replace(old, standing=True, reviewer="Ben"), new),
        status=ClaimStatus.SETTLED,
        decisions=(
            decision(DecisionKind.SETTLED, rating=claim.rating, because="Trips\n\nare counted."),
        ),
    )

    assert claim_markdown(settled).startswith(
        """\
## 3.2 Half of all crossings left late.

**False** (settled by Cleo Marsh, 2024-03-06)

Trips

are counted.

True (Ben, 2024-03-02, differed)

First look.

False (Ana Sousa, 2024-03-04, agreed)
"""
    )


@pytest.fixture
def corrected(claim: ClaimRecord) -> ClaimRecord:
    """Return the claim, published as true at first."""
    true = claim.verdicts[0].rating
    decisions = (
        decision(DecisionKind.PUBLISHED, rating=true, url="https://desk.example/a_b"),
        decision(
            DecisionKind.CORRECTED,
            9,
            rating=claim.rating,
            because="A mail from the port.",
            note="We counted *trips*.",
        ),
    )
    return replace(claim, status=ClaimStatus.SETTLED, decisions=decisions)


def test_a_correction_comes_first_with_both_ratings_and_its_note(
    corrected: ClaimRecord, report: ArticleReport
) -> None:
    shown = article_markdown(replace(report, claims=(corrected,)))

    assert "**1 claim**: 1 settled. 1 published. **Corrected: 3.2.**" in shown
    assert "| **False**, published, corrected 2024-03-09 (was True) |" in shown
    assert (
        """\
## 3.2 Half of all crossings left late.

**False** (corrected 2024-03-09)

**Corrected 2024-03-09: True → False**

We counted \\*trips\\*.

Published 2024-03-06: <https://desk.example/a_b>

False (Ana Sousa, 2024-03-04)
"""
        in shown
    )
    assert "A mail from the port." not in shown


def test_the_last_correction_gives_the_final_rating(corrected: ClaimRecord) -> None:
    true = corrected.verdicts[0].rating
    back = decision(DecisionKind.CORRECTED, 12, rating=true, because="Inside.", note="It is so.")

    shown = claim_markdown(replace(corrected, rating=true, decisions=(*corrected.decisions, back)))

    assert shown.startswith(
        "## 3.2 Half of all crossings left late.\n\n**True** (corrected 2024-03-12)\n"
    )
    assert "It is so." in shown
    assert "Inside." not in shown


@pytest.mark.parametrize(
    ("text", "address", "shown"),
    [
        ("https://a.example/b_c", "https://a.example/b_c", "<https://a.example/b_c>"),
        ("https://a.example/(b)|c", "https://a.example/(b)|c", "<https://a.example/(b)%7Cc>"),
        ("The [log]", "https://a.example/(b)", "[The \\[log\\]](https://a.example/%28b%29)"),
        ("a.txt", None, "a.txt"),
        ("https://a@b.example/", "https://a@b.example/", "https\\://a\\@b.example/"),
    ],
)
def test_an_address_is_a_link_as_it_stands(text: str, address: str | None, shown: str) -> None:
    assert linked(text, address) == shown
    links = [t.attrGet("href") for t in inline(shown) if t.type == "link_open"]
    assert len(links) == (shown[0] in "<[")


def test_a_check_that_was_taken_back_says_what_it_was(
    corrected: ClaimRecord, report: ArticleReport
) -> None:
    gone = decision(DecisionKind.UNPUBLISHED, 12, scale=None, note="We look again.")
    taken_back = replace(
        corrected, status=ClaimStatus.CHECKED, decisions=(*corrected.decisions, gone)
    )

    shown = article_markdown(replace(report, claims=(taken_back,)))

    assert "**Taken back: 3.2.**" in shown
    assert "**Taken back 2024-03-12: was False**\n\nWe look again." in shown
    assert "\nPublished" not in shown


def test_a_correction_may_keep_the_rating(corrected: ClaimRecord) -> None:
    again = decision(DecisionKind.CORRECTED, 12, rating=corrected.rating, note="A name.")

    shown = claim_markdown(replace(corrected, decisions=(*corrected.decisions, again)))

    assert "**Corrected 2024-03-12: still False**" in shown


def test_a_challenge_is_told(claim: ClaimRecord, report: ArticleReport) -> None:
    challenged = replace(
        claim, challenged=True, decisions=(decision(DecisionKind.PUBLISHED, rating=claim.rating),)
    )

    shown = article_markdown(replace(report, claims=(challenged,)))

    assert "**Challenged by evidence that came later: 3.2.**" in shown
    assert "| **False**, published, **challenged** |" in shown
    assert "\n\nPublished 2024-03-06\n\n**Challenged**: contrary evidence came" in shown


def test_what_a_blind_review_keeps_back_is_told(claim: ClaimRecord, report: ArticleReport) -> None:
    blind: dict[str, Any] = {"status": ClaimStatus.OPEN, "rating": None, "hidden": True}
    waiting = replace(claim, **blind, spoken=2, needed=3)

    shown = article_markdown(replace(report, claims=(waiting,)))

    assert "| open: False (Ana Sousa), 2 of 3 reviewers have spoken |" in shown
    assert "1 claim in blind review: others' verdicts and evidence are kept back" in shown
    assert "\n\n**Open**: 2 of 3 reviewers have spoken; others' verdicts" in shown
    assert "\n\nFalse (Ana Sousa, 2024-03-04)\n\n" in shown


def test_nothing_is_kept_back_where_nobody_else_has_spoken(
    claim: ClaimRecord, report: ArticleReport
) -> None:
    blind: dict[str, Any] = {"status": ClaimStatus.OPEN, "rating": None, "hidden": True}
    alone = replace(claim, **blind, spoken=1, needed=2)
    untouched = replace(claim, **blind, spoken=0, needed=2, verdicts=())

    assert "1 of 2 reviewers have spoken" in article_markdown(replace(report, claims=(alone,)))
    for one in (alone, untouched):
        assert "kept back" not in article_markdown(replace(report, claims=(one,)))
        assert "kept back" not in claim_markdown(one)


def test_a_retracted_claim_is_left_out(report: ArticleReport) -> None:
    [claim] = report.claims
    gone = replace(claim, retracted_because="A duplicate.", status=ClaimStatus.RETRACTED)

    shown = article_markdown(replace(report, claims=(gone,)))

    assert "crossings" not in shown
    assert "**0 claims**." in shown


def test_one_claim_is_the_section_it_has_in_a_report(report: ArticleReport) -> None:
    [claim] = report.claims

    assert article_markdown(report).endswith("\n\n" + claim_markdown(claim))


def test_a_claim_without_a_verdict_says_how_it_stands(claim: ClaimRecord) -> None:
    untouched = replace(claim, verdicts=(), rating=None, status=ClaimStatus.OPEN)
    gone = replace(claim, retracted_because="A duplicate.", status=ClaimStatus.RETRACTED)

    assert "\n\n**Open**\n\n" in claim_markdown(untouched)
    assert "\n\n**Retracted**: A duplicate.\n\n" in claim_markdown(gone)


def test_a_list_is_a_table_of_the_columns_worth_reading(claim: ClaimRecord) -> None:
    stream = io.StringIO()

    FORMATS["markdown"]([claim_object(claim)], stream, listing=CLAIMS)

    assert stream.getvalue() == (
        "| ref | text | speaker | checkworthiness | status | verdict |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| 3.2 | Half of all crossings left late. | the mayor | 0.92 | checked | False |\n"
    )
