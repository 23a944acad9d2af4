from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimledger.capture import find_quote
from claimledger.capture.alignments import ALIKE
from claimledger.domain.evidence import Likeness

BRIDGE = (
    "The council said on Monday that the repairs of the old Alder Bridge had cost $12.5 million, "
    "and the deputy mayor, Ana Núñez, did not attend. Critics aren't convinced that the new colour "
    "scheme will help all of the shops, which cannot afford the higher rent. Police shot at "
    "protesters near the harbour in 2019, but prices rose by only 5% before the election."
)


@pytest.mark.parametrize(
    ("quote", "exact"),
    [
        (
            "The council said on Monday that repairs of the Alder Bridge had cost $12.5 million",
            BRIDGE[: BRIDGE.index(", and")],
        ),
        (
            "Critics are not convinced that the new color scheme will help all of the shops.",
            "Critics aren't convinced that the new colour scheme will help all of the shops",
        ),
        (
            "And the deputy mayor, Ana Nuñez, didn't attend",
            "and the deputy mayor, Ana Núñez, did not attend",
        ),
        (
            "near the harbor in 2019 but prices rose by only 5%",
            "near the harbour in 2019, but prices rose by only 5%",
        ),
        (
            "that the repairs of an old Alder Bridge had cost $12.5 million",
            "that the repairs of the old Alder Bridge had cost $12.5 million",
        ),
    ],
)
def test_a_few_light_words_may_differ(quote: str, exact: str) -> None:
    found = find_quote(BRIDGE, quote)

    assert found is not None
    assert (found.exact, found.likeness) == (exact, Likeness.FUZZY)
    assert ALIKE <= found.similarity < 100
    assert find_quote(BRIDGE, quote, fuzzy=False) is None


def test_a_very_short_quote_must_be_to_the_letter_but_for_its_setting() -> None:
    assert find_quote(BRIDGE, "of an old Alder Bridge") is not None
    assert find_quote(BRIDGE, "of an Alder Bridge") is None


@pytest.mark.parametrize(
    ("said", "misquoted"),
    [
        ("$12.5 million", "$12.6 million"),
        ("$12.5 million", "€12.5 million"),
        ("$12.5 million", "$12.5 billion"),
        ("$12.5 million", "$12,5 million"),
        ("$12.5 million", "12.5 million"),
        ("did not attend", "did attend"),
        ("had cost", "had not cost"),
        ("aren't convinced", "are convinced"),
        ("cannot afford", "can afford"),
        ("Ana Núñez", "Eva Núñez"),
        ("Ana Núñez", "ana perez"),
        ("Alder Bridge", "Bridge"),
        ("deputy mayor", "mayor"),
        ("all of the shops", "some of the shops"),
        ("all of the shops", "the shops"),
        ("will help", "may help"),
        ("will help", "will hardly help"),
        ("rose by", "fell by"),
        ("only 5%", "5%"),
        ("5%", "five percent"),
        ("before the", "after the"),
        ("higher rent", "rent"),
        ("Police shot at protesters", "Protesters shot at police"),
        ("the harbour", "the prison"),
        ("said on Monday", "denied on Monday"),
        ("had cost", "will cost"),
        ("in 2019", "in 2018"),
        ("on Monday", "on Tuesday"),
    ],
)
def test_a_word_that_weighs_is_never_forgiven(said: str, misquoted: str) -> None:
    assert said in BRIDGE

    for quote in (BRIDGE, *BRIDGE.split(". ")):
        if said in quote:
            assert find_quote(BRIDGE, quote.replace(said, misquoted)) is None


@pytest.mark.parametrize(
    ("text", "misquoted"),
    [
        ("It said the Green party is to open an office.", "The party is to open an office."),
        ("It is not the case that rates rise in a boom.", "It is the case that rates rise in boom"),
        ("Who knows whether the plan of the town is or not.", "whether a plan of the town is or."),
        ("The bank paid the old mayor of the town.", "The mayor of the town paid the old bank."),
        ("It is the largest bridge in the country.", "It is the bridge in the country."),
        ("It is a big old bridge in the town.", "It is a big big bridge in the town."),
    ],
)
def test_a_gap_that_weighs_is_seen_wherever_it_is(text: str, misquoted: str) -> None:
    assert find_quote(text, misquoted) is None


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.sampled_from(["{}", "{:,}", "{}%", "${}"]))
def test_another_number_is_never_found(one: int, other: int, form: str) -> None:
    assume(one != other)
    text = "The council of the town spent {} on the repairs of the old bridge, and in the end {}."
    said, quoted = form.format(one), form.format(other)

    for misquoted in ((said, quoted), (quoted, said), (quoted, quoted)):
        assert find_quote(text.format(said, said), text.format(*misquoted)) is None


def test_what_weighs_is_known_for_english_alone() -> None:
    text = (
        "Der Stadtrat hat am Montag dem alten Plan für die neue Brücke am Hafen nicht zugestimmt."
    )

    assert find_quote(text, text.replace("nicht ", "")) is None
    assert find_quote(text, text.replace("alten ", "")) is None
