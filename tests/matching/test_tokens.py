from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.matching.readings import read
from claimledger.matching.tokens import Sort, tokens


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("3.4%", "#3.4%"),
        ("3.4 percent", "#3.4%"),
        ("3,4 per cent", "#3.4%"),
        ("1,000", "#1000"),
        ("1\u202f000", "#1000"),
        ("one thousand", "#1000"),
        ("a thousand", "#1000"),
        ("1k", "#1000"),
        ("twenty-five", "#25"),
        ("three hundred and five", "#305"),
        ("two million three hundred thousand", "#2300000"),
        ("two and a half million", "#2500000"),
        ("2½ million", "#2500000"),
        ("half a million", "#500000"),
        ("£5m", "#5000000£"),
        ("€2.50", "#2.5€"),
        ("2.50", "#2.50"),
        ("5 dollars", "#5$"),
        ("US$5", "#5US$"),
        ("-3", "#-3"),
        ("a dozen", "#12"),
        ("two dozen", "#24"),
        ("two thirds", "#2/3"),
        ("half", "#50%"),
        ("3rd", "#3th"),
        ("third", "#3th"),
        ("1.000", "#1.000?"),
        ("3 May 2020", "@2020-5-3"),
        ("May 3rd, 2020", "@2020-5-3"),
        ("the 3rd of May, 2020", "@2020-5-3"),
        ("2020-05-03", "@2020-5-3"),
        ("May 2020", "@2020-5"),
        ("Sept. 2020", "@2020-9"),
        ("3 p.m.", "@3:00pm"),
        ("15:30", "@15:30"),
        ("'90s", "@90s"),
        ("U.S.", "usa"),
        ("United States of America", "usa"),
        ("per cent", "%"),
        ("metres", "meters"),
        ("neighbour", "neighbor"),
        ("organised", "organized"),
    ],
)
def test_a_quantity_a_date_or_a_name_is_one_key_in_all_spellings(text: str, key: str) -> None:
    assert read(text).statement == (key,)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("It isn't, they won't", ("it", "is", "not", "they", "will", "not")),
        ("Berg's dogs", ("berg", "'s", "dogs")),
        ("one two", ("#1", "#2")),
        ("3-4", ("#3", "#4")),
        ("4 x 4", ("#4", "x", "#4")),
        ("COVID-19", ("covid", "#19")),
        ("the four hours", ("#4", "hours")),
        ("you may march", ("you", "may", "march")),
        (
            "#IronBridge by @AnnaBerg https://example.org/x",
            ("iron", "bridge", "by", "anna", "berg"),
        ),
    ],
)
def test_a_text_is_read_word_by_word(text: str, statement: tuple[str, ...]) -> None:
    assert read(text).statement == statement


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The mayor of Ghent met Anna Berg.", ["Ghent", "Anna", "Berg"]),
        ("It rained. Then Berg left.", ["Berg"]),
        ("Mayor of Ghent Meets Berg in Town", []),
        ("In Ghent, Berg beat Lund.", ["Ghent", "Berg", "Lund"]),
    ],
)
def test_a_capital_makes_a_name_where_it_tells_something(text: str, names: list[str]) -> None:
    assert [t.written for t in tokens(text) if t.sort is Sort.NAME] == names


@given(st.text(st.sampled_from("abcÉ1230 .,'’-%$€½'°()!?\n½⅓é漢x²"), max_size=30))
def test_no_letter_and_no_digit_is_lost(text: str) -> None:
    kept = "".join(token.written for token in tokens(text))

    for sign, words in (("½", "half"),):
        text = text.replace(sign, words)
    lost = [char for char in text if char.isalnum() and char not in kept]
    assert not lost
    assert sum(map(str.isdecimal, kept)) == sum(map(str.isdecimal, text))
