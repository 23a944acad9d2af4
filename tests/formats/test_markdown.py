from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimledger.domain.outside import line
from claimledger.domain.records import ArticleReport, ClaimRecord
from claimledger.domain.verdicts import ClaimStatus
from claimledger.formats import CLAIMS, FORMATS, article_markdown, claim_markdown, claim_object
from claimledger.formats.markdown import escape

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
    )
    article = replace(report.article, title=words, author=words, source=words, url=words)
    return replace(report, article=article, claims=(claim,))


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
