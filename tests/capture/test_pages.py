from __future__ import annotations

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimledger.capture import Limits, capture_bytes
from claimledger.capture.html import article_of, whole_page

PARAGRAPH = "The council said on Tuesday that it would spend more on the roads of the region."
ARTICLE = "".join(f"<p>{PARAGRAPH[:-1]}, {n} million of them.</p>" for n in range(9))
TAGS = ["<p>", "</p>", "<div>", "<b>", "</div>", "<!--", "-->", "<script>", "<table><td>", "<br>"]


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def text_of(body: str) -> str:
    return article_of(page(body))[0]


def test_inline_marks_do_not_part_words() -> None:
    assert text_of(f"<p>H<sub>2</sub>O and <em>five</em> percent.</p><p>{PARAGRAPH}</p>") == (
        f"H2O and five percent.\n\n{PARAGRAPH}"
    )


def test_a_quotation_within_a_sentence_keeps_its_marks() -> None:
    text = text_of(f"<p>{PARAGRAPH} He said <q>yes we can</q> to them.</p><p>{PARAGRAPH[:-1]}!</p>")

    assert "He said “yes we can” to them." in text


def test_lists_and_lines_come_apart() -> None:
    text = text_of(f"<p>{PARAGRAPH}</p><ul><li>One thing.</li><li>Another.</li></ul>")

    assert text == f"{PARAGRAPH}\n\nOne thing.\n\nAnother."


def test_a_table_row_is_a_paragraph() -> None:
    table = "<table><tr><td>2019</td><td>5%</td></tr><tr><td>2020</td><td>6%</td></tr></table>"

    assert text_of(f"<p>{PARAGRAPH}</p>{table}") == f"{PARAGRAPH}\n\n2019 | 5%\n\n2020 | 6%"


def test_a_page_without_an_article_is_read_whole() -> None:
    captured = capture_bytes(b"<html><title>Short</title><body>Five percent.</body>", name="a.html")

    assert (captured.text, captured.title) == ("Five percent.", "Short")


def test_the_paragraphs_of_a_short_page_stay_apart() -> None:
    assert text_of(f"<nav>Menu</nav><p>{PARAGRAPH}</p>") == f"Menu\n\n{PARAGRAPH}"


def test_a_page_with_too_many_elements_is_read_whole() -> None:
    body = f"<nav>Menu</nav>{ARTICLE}"

    assert "Menu" not in article_of(page(body))[0]
    assert "Menu" in article_of(page(body), limits=Limits(elements=3))[0]


def test_scripts_and_styles_are_never_text() -> None:
    text = whole_page(page("<style>p{}</style><script>var x</script><p>Five.<br>Six.</p>"))

    assert text == "Five.\nSix."


def test_the_whole_page_holds_what_the_article_left_out() -> None:
    data = page(ARTICLE).replace(b"<article>", b"<nav>Corrections</nav><article>")

    assert "Corrections" not in article_of(data)[0]
    assert "Corrections" in whole_page(data)


def test_a_fragment_is_a_page() -> None:
    assert capture_bytes(b"<p>Five percent.</p>", name="a.html").text == "Five percent."


def test_a_page_within_a_page_is_not_unpacked() -> None:
    packed = zlib.compress(page("<p>Five percent.</p>"))

    assert "Five" not in whole_page(packed)


def test_a_charset_that_nobody_names_is_guessed() -> None:
    words = (
        "Совет сообщил во вторник, что безработица в регионе за год снизилась до пяти процентов."
    )

    assert whole_page(page(f"<p>{words}</p>").decode().encode("cp1251")) == words


def test_dates_are_marked_as_guessed_only_when_there_is_one() -> None:
    _, none = article_of(b"<p>Five.</p>")

    assert (none.published, none.published_guessed) == (None, False)


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "utf-16", "koi8-r"])
def test_the_charset_a_page_names_is_used(charset: str) -> None:
    word = "тест" if charset == "koi8-r" else "Núñez"
    html = f'<html><head><meta charset="{charset}"></head><body><p>{word} said so.</p></body>'

    assert whole_page(html.encode(charset)) == f"{word} said so."


@pytest.mark.parametrize("charset", ["rot13", "unicode_escape", "nonsense", "utf-7", "idna"])
def test_a_charset_that_is_none_is_ignored(charset: str) -> None:
    data = page("<p>caf\\u0041\xe9</p>").replace("\xe9".encode(), b"\xe9")

    assert whole_page(data, charset=charset).startswith("caf\\u0041")


@pytest.mark.parametrize(
    "html", ["<div>" * 50_000 + "deep", "<b>" * 50_000 + "deep", "<table>" * 5_000, "<p" * 50_000]
)
def test_deep_nesting_ends_in_text_or_none(html: str) -> None:
    assert isinstance(article_of(html.encode())[0], str)


@settings(deadline=None)  # the first example loads the libraries
@given(st.lists(st.one_of(st.sampled_from(TAGS), st.text(max_size=20))).map("".join))
def test_tag_soup_becomes_text_that_can_be_stored(soup: str) -> None:
    text, _ = article_of(soup.encode("utf-8", "ignore"))

    assert text.encode().decode() == text
    assert text == text.strip()
