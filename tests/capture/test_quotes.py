from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimledger.capture import find_quote
from claimledger.splitting.cutting.plain import plain

TEXT = "“We’re pleased,” said the mayor. The rate – five  percent –\nfell again. The rate fell."

prose = st.text(st.sampled_from("ab Cé\n\t“”\"'’–—-.…ß  ğI,"), min_size=1)


def reading(text: str) -> str:
    """Spell a passage as someone would who cares for none of its typography."""
    dashes = plain(text).replace("–", "-").replace("—", "-").replace("…", "...")
    while "--" in dashes:
        dashes = dashes.replace("--", "-")
    return " ".join(dashes.split()).lower()


@given(prose, st.data())
def test_a_quote_cut_from_the_text_is_found_where_it_reads_the_same(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))]
    assume(quote.strip())

    found = find_quote(text, quote)

    assert found is not None
    assert found.exact == quote.strip() == found.span.of(text)
    assert text.startswith(
        found.prefix + found.exact + found.suffix, found.span.start - len(found.prefix)
    )


@given(prose, st.data())
def test_a_quote_typed_by_hand_is_found_where_it_reads_the_same(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))]
    assume(quote.strip())
    typed = "\n ".join(plain(quote).split())

    found = find_quote(text, typed)

    assert found is not None
    assert reading(found.exact) == reading(quote)
    assert found.exact == found.span.of(text)


@pytest.mark.parametrize(
    ("quote", "exact"),
    [
        ("We’re pleased", "We’re pleased"),
        ("  We're pleased,\" said", "We’re pleased,” said"),
        ("the rate - FIVE percent -- fell", "The rate – five  percent –\nfell"),
        ("THE RATE FELL.", "The rate fell."),
    ],
)
def test_typography_and_case_do_not_matter(quote: str, exact: str) -> None:
    found = find_quote(TEXT, quote)

    assert found is not None
    assert found.exact == exact


@pytest.mark.parametrize(
    "quote", ["", " \n", "the rate fell sharply", "the rate rose", "(.*)", "."]
)
def test_nothing_else_is_forgiven(quote: str) -> None:
    found = find_quote(TEXT.replace(".", ";"), quote)

    assert found is None


def test_the_very_spelling_wins_over_an_earlier_likeness() -> None:
    found = find_quote("FIVE PERCENT, then five percent.", "five percent")

    assert found is not None
    assert found.span == (19, 31)


def test_surroundings_are_as_long_as_the_text_allows() -> None:
    found = find_quote("a" * 40 + "QUOTE" + "b" * 5, "QUOTE")

    assert found is not None
    assert (found.prefix, found.suffix) == ("a" * 32, "b" * 5)


@pytest.mark.parametrize("unit", ["-", " ", "a ", "- ", "“", "…"])
def test_a_monotonous_text_is_searched_quickly(unit: str) -> None:
    assert find_quote(unit * 200_000, f"{unit * 20}x") is None
