from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.matching.ranking import rarity, score
from claimledger.matching.terms import spellings, stem, terms, told


@pytest.mark.parametrize(
    ("forms", "root"),
    [
        ("fall falls fell fallen falling", "fall"),
        ("rise rose risen rising rises", "ris"),
        ("city cities", "city"),
        ("stop stops stopped stopping", "stop"),
        ("three 3", "3"),
        ("vaccine vaccines", "vaccin"),
    ],
)
def test_forms_of_a_word_are_one_term(forms: str, root: str) -> None:
    assert {stem(form) for form in forms.split()} == {root}
    for form in forms.split():
        assert set(forms.split()) <= set(spellings(form))


def test_addresses_and_empty_words_are_no_terms_and_tags_are_words() -> None:
    text = "The bridge by @AnnaBerg is closed! #AlderBridge https://a.example/a pic.twitter.com/b1"

    assert terms(text) == ["bridg", "anna", "berg", "clos", "alder", "bridg"]


def test_the_day_of_a_quoted_post_is_no_term() -> None:
    assert terms("It fell — Anna Berg (@berg) May 3, 2020") == ["fall", "anna", "berg", "berg"]
    assert "2020" in terms("It fell on May 3, 2020")


@given(st.text(max_size=20))
def test_a_word_is_among_its_own_spellings(text: str) -> None:
    for word in told(text):
        forms = spellings(word)
        assert word.replace(".", " ") in forms
        assert {stem(form.replace(" ", "")) for form in forms} == {stem(word).replace(".", "")}


def test_the_rarer_a_term_the_more_it_tells() -> None:
    told = [rarity(found, 1000) for found in (0, 1, 10, 500, 1000, 1200)]

    assert told == sorted(told, reverse=True)
    assert told[-1] > 0


def test_a_claim_with_the_rarer_term_and_few_others_is_nearer() -> None:
    wanted = {"bridg": 2.0, "alder": 5.0}

    assert score(wanted, ["alder"]) > score(wanted, ["bridg"])
    assert score(wanted, ["alder"]) > score(wanted, ["alder", *["x"] * 20])
    assert score(wanted, ["alder", "bridg"]) > score(wanted, ["alder", "alder"])
    assert score(wanted, ["x"]) == 0
