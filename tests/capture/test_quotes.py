from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimledger.capture import find_quote
from claimledger.capture.folding import fold
from claimledger.domain.evidence import Likeness

TEXT = "“We’re pleased,” said the mayor. The rate – five  percent –\nfell again. The rate fell."
anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
# A soft hyphen at the end of a line divides a word, so no word ends in one.
words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "M", "N", "Z"], exclude_characters="\u00ad"),
    min_size=1,
    max_size=8,
).filter(lambda word: fold(word).text.strip("\"' "))


@given(st.lists(words, min_size=1, max_size=20), st.data())
def test_whole_words_of_any_script_are_found_to_the_letter(
    said: list[str], data: st.DataObject
) -> None:
    text = " ".join(said)
    start = data.draw(st.integers(0, len(said) - 1))
    quote = " ".join(said[start : data.draw(st.integers(start + 1, len(said)))])

    found = find_quote(text, f" {quote}\n")

    assert found is not None
    assert (found.likeness, found.similarity) == (Likeness.EXACT, 100)
    assert found.exact == quote == found.span.of(text)


@given(st.lists(words, min_size=1, max_size=20), st.data())
def test_whole_words_of_any_script_are_found_in_another_setting(
    said: list[str], data: st.DataObject
) -> None:
    text = " ".join(said)
    start = data.draw(st.integers(0, len(said) - 1))
    quote = " ".join(said[start : data.draw(st.integers(start + 1, len(said)))])
    typed = quote.replace(" ", "\u00a0\n").replace("-", "\u2011")
    if data.draw(st.booleans()):
        typed = unicodedata.normalize("NFD", typed)

    found = find_quote(text, typed)

    assert found is not None
    assert found.likeness is not Likeness.FUZZY
    assert fold(found.exact).text.strip() == fold(typed).text.strip()


@given(anything, st.data())
def test_an_offset_is_always_the_texts_own(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    cut = text[start : data.draw(st.integers(start + 1, len(text)))]
    quote = data.draw(st.sampled_from([cut, cut.upper(), cut.casefold(), cut.title()]))
    assume(cut.strip())

    found = find_quote(text, quote, whole=False)

    assert found is not None or quote.strip() not in text
    if found is not None:
        assert found.exact == found.span.of(text)
        around = found.prefix + found.exact + found.suffix
        assert text.startswith(around, found.span.start - len(found.prefix))


@pytest.mark.parametrize(
    ("quote", "exact"),
    [
        ("We're pleased", "We’re pleased"),
        ("  We're pleased,\" said", "We’re pleased,” said"),
        ('"said the mayor"', "said the mayor"),
        ("the rate - FIVE percent -- fell", "The rate – five  percent –\nfell"),
        ("the rate—five percent—fell", "The rate – five  percent –\nfell"),
        ("THE RATE FELL.", "The rate fell."),
    ],
)
def test_typography_and_case_do_not_matter(quote: str, exact: str) -> None:
    found = find_quote(TEXT, quote)

    assert found is not None
    assert (found.exact, found.likeness) == (exact, Likeness.NORMALISED)


@pytest.mark.parametrize(
    ("text", "quote", "exact"),
    [
        ("in der Hauptstraße 5", "HAUPTSTRASSE", "Hauptstraße"),
        ("IN DER STRASSE", "in der straße", "IN DER STRASSE"),
        ("İstanbul’da kaldı", "istanbul'da", "İstanbul’da"),
        ("the ﬁnal ﬂoor ", "final floor", "ﬁnal ﬂoor"),
        ("a cafe\u0301 in Nice", "A CAFÉ", "a cafe\u0301"),
        ("한국어 text", unicodedata.normalize("NFD", "한국어"), "한국어"),
        ("Il dit : « C’est fini ! » hier", "Il dit: “C'est fini!”", "Il dit : « C’est fini ! »"),
        ("Er sagte »ja« gestern", 'er sagte "ja" gestern', "Er sagte »ja« gestern"),
        ("an inter-\nnational body", "an international body", "an inter-\nnational body"),
        ("a well-\nknown body", "a well-known body", "a well-\nknown body"),
        (
            "in\u00adter\u00adna\u00adtion\u00adal",
            "international",
            "in\u00adter\u00adna\u00adtion\u00adal",
        ),
        ("inter\u00ad\nnational", "international", "inter\u00ad\nnational"),
        ("well. . . maybe", "well… maybe", "well. . . maybe"),
        ("about 5\u202f% of", "about 5% of", "about 5\u202f% of"),
        ("the council , and", "the council, and", "the council , and"),
    ],
)
def test_letters_and_signs_have_one_spelling(text: str, quote: str, exact: str) -> None:
    found = find_quote(text, quote)

    assert found is not None
    assert (found.exact, found.likeness) == (exact, Likeness.NORMALISED)


@pytest.mark.parametrize(
    "quote", ["", " \n", "\u200b", "the rate fell sharply", "the rate rose", "(.*)", "."]
)
def test_nothing_else_is_forgiven_a_short_quote(quote: str) -> None:
    assert find_quote(TEXT.replace(".", ";"), quote) is None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("unable to pay", "able to pay"),
        ("we cannot go", "we can"),
        ("we can’t go", "we can"),
        ("non-violent protest", "violent protest"),
        ("45 percent", "5 percent"),
        ("rose to 1,500", "rose to 1"),
        ("1,500 people", "500 people"),
        ("10 000 people", "000 people"),
        ("it fell by -5", "5"),
        ("rose to 15%", "rose to 15"),
        ("rose to 15 million", "rose to 15"),
        ("two hundred people", "hundred people"),
        ("twenty-five people", "five people"),
        ("10² metres", "102 metres"),
        ("5½ metres", "51/2 metres"),
        ("Covid-19 deaths", "19 deaths"),
        ("a cafe\u0301", "a cafe"),
        ("Maßeinheit", "Mas"),
    ],
)
def test_neither_a_word_nor_a_number_is_cut_in_two(text: str, quote: str) -> None:
    assert find_quote(text, quote) is None


def test_a_caller_may_take_part_of_a_word() -> None:
    found = find_quote("unable to pay", "able to p", whole=False)

    assert found is not None
    assert found.span == (2, 11)


def test_the_very_spelling_wins_over_an_earlier_likeness() -> None:
    found = find_quote("FIVE PERCENT, then five percent.", "five percent")

    assert found is not None
    assert found.span == (19, 31)


@pytest.mark.parametrize("quote", ["five percent", "Five Percent"])
def test_the_surroundings_choose_among_several_places(quote: str) -> None:
    text = "Of men, five percent agreed. Of women, five percent agreed. Then five percent left."
    last, middle = text.rindex("five"), text.index("five", 20)

    for prefix, suffix, start in (
        ("", "", 8),
        ("Of women, ", "", middle),
        ("of  WOMEN,", " agreed", middle),
        ("", " left", last),
        ("nothing of the kind", "", 8),
    ):
        found = find_quote(text, quote, prefix=prefix, suffix=suffix)
        assert found is not None
        assert found.span.start == start


def test_surroundings_are_as_long_as_the_text_allows() -> None:
    found = find_quote("a" * 39 + " QUOTE" + " " * 5, "QUOTE")

    assert found is not None
    assert (found.prefix, found.suffix) == ("a" * 31 + " ", " " * 5)


@pytest.mark.parametrize(
    "unit", ["-", " ", "a", "a ", "- ", "“", "…", "a-\n", "the man is ", "é\u00ad"]
)
def test_a_monotonous_text_is_searched_quickly(unit: str) -> None:
    started = time.process_time()

    assert find_quote(unit * 200_000, f"{unit * 20}x that is not there and never was") is None
    assert time.process_time() - started < 10


def test_a_long_text_is_searched_quickly() -> None:
    text = " ".join(
        f"In year {n} the council of the town spent {n * 7} euros." for n in range(18_000)
    )
    quote = " ".join(text[900_000:902_000].split(" ")[1:-1])
    spoken = quote.replace("the council", "a council")
    started = time.process_time()

    for one, likeness in (
        (quote, Likeness.EXACT),
        (quote.upper(), Likeness.NORMALISED),
        (spoken, Likeness.FUZZY),
    ):
        found = find_quote(text, one)
        assert found is not None
        assert found.likeness is likeness
    assert time.process_time() - started < 10


def test_any_space_inside_guillemets_is_none() -> None:
    found = find_quote("Il dit « oui » et part.", "dit «\u00a0\noui\u00a0\n» et")
    assert found is not None
    assert found.exact == "dit « oui » et"
