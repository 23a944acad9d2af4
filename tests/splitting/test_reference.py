from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimledger.domain.claims import Claim

Claims = Callable[[str], list[Claim]]
Texts = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Mary Poe won the race. She left on Monday.", "Mary Poe left on Monday."),
        ("Mary Poe won the race. Poe left on Monday.", "Mary Poe left on Monday."),
        ("Parker won. Mary Parker is a runner.", "Mary Parker won."),
        ("John Roe met Mary Poe. She left on Monday.", "Mary Poe left on Monday."),
        ("Mary Poe won the race. Mr. Roe saw her.", "Mr. Roe saw Mary Poe."),
        ("Mary Poe won the race. Her car broke down.", "Mary Poe's car broke down."),
        ("“I won the race,” said Mary Poe.", "Mary Poe won the race."),
        ("“I am a runner,” said Mary Poe.", "Mary Poe is a runner."),
        ("Mary Poe said she would leave.", "Mary Poe would leave."),
        ("The council met on Monday. It closed the bridge.", "The council closed the bridge."),
    ],
)
def test_pronouns_and_short_names_become_the_fullest_name(
    text: str, claim: str, texts: Texts
) -> None:
    assert claim in texts(text)


def test_a_possessive_of_the_subject_stays(texts: Texts) -> None:
    assert "Mary Poe sold her car." in texts("Mary Poe won the race. She sold her car.")


def test_when_nobody_fits_the_words_stay_and_context_is_asked_for(claims: Claims) -> None:
    (claim,) = claims("He left the town on Monday.")
    assert claim.text == "He left the town on Monday."
    assert claim.needs_context


def test_two_people_of_one_surname_are_not_confused(texts: Texts) -> None:
    found = texts("John Roe met Mary Roe. The mayor saw Roe on Monday.")
    assert "The mayor saw Roe on Monday." in found


def test_the_speaker_is_not_he_in_his_own_quotation(texts: Texts) -> None:
    found = texts("John Roe spoke on Monday. “He is a thief,” Mark Poe said.")
    assert "John Roe is a thief." in found


def test_an_abbreviation_takes_the_name_that_explains_it(texts: Texts) -> None:
    found = texts(
        "The National Bridge Office (NBO) opened in May. On Monday, NBO closed the bridge."
    )
    assert any("National Bridge Office (NBO) closed the bridge" in text for text in found)


def test_this_before_a_noun_becomes_the(texts: Texts) -> None:
    assert texts("This vote was close.") == ["The vote was close."]
    assert texts("The vote is this week.") == ["The vote is this week."]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # A stretch of time is nothing to speak of again.
        (
            "The hole opens every spring. It covered the town on Monday.",
            "The hole covered the town on Monday.",
        ),
        # Two things that hang on one verb differ.
        (
            "The parents used the drugs. They soon dropped them.",
            "The parents soon dropped the drugs.",
        ),
        # A reason is no subject that comes late.
        (
            "The hole closed in May. It was small because the wind turned.",
            "The hole was small because the wind turned.",
        ),
        # What something is called is not a second thing.
        (
            "The falcon is the fastest animal with wings. It hunts at night.",
            "The falcon hunts at night.",
        ),
        # Letters with a small "s" are many.
        (
            "A post says that CFCs are heavy and that they never reach the town.",
            "CFCs never reach the town.",
        ),
    ],
)
def test_a_pronoun_takes_the_one_thing_that_can_be_meant(
    text: str, claim: str, texts: Texts
) -> None:
    assert claim in texts(text)


def test_we_in_a_speech_is_the_body_that_speaks(texts: Texts) -> None:
    found = texts("By a vote of this House, the law passed. We held hearings in May.")
    assert "The House held hearings in May." in found


def test_that_before_one_of_a_kind_is_the_subject_named_before(texts: Texts) -> None:
    found = texts("Cyclone Phailin has strong winds. That is a dangerous storm.")
    assert "Cyclone Phailin is a dangerous storm." in found


def test_it_before_what_comes_later_stays(claims: Claims) -> None:
    (claim,) = claims("It is crucial that children eat well.")
    assert claim.text == "It is crucial that children eat well."
    assert not claim.needs_context


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # A treaty takes effect, a parliament does not.
        (
            "The US Senate and China signed the treaty. It took effect in May.",
            "The treaty took effect in May.",
        ),
        # Officials close an office, results do not.
        ("Officials read the results. They said the town was safe.", "The town was safe."),
        # Places have no parents and no children.
        (
            "Ann Poe and her husband Tom Poe from Ham, Australia, fled. Their child died.",
            "Ann Poe and Tom Poe's child died.",
        ),
        # A description leads to the name in the predicate.
        ("The oldest judge was Ann Poe. She retired in May.", "Ann Poe retired in May."),
        ("The fastest animal is the falcon. It hunts at night.", "The falcon hunts at night."),
        # A name that the parser does not know is a person's where the article says so.
        ("Ines Roe is a doctor. She lives in Ham.", "Ines Roe lives in Ham."),
        # A nickname stands inside a name.
        ('Edward "Ned" Poe wrote a song. Poe died in May.', 'Edward "Ned" Poe died in May.'),
        # A storm keeps the word that says what it is.
        ("Hurricane Lorenzo hit Ham. Lorenzo killed two men.", "Hurricane Lorenzo killed two men."),
        (
            "Hurricane Lorenzo hit Ham. The storm broke a bridge.",
            "Hurricane Lorenzo broke a bridge.",
        ),
        # What is told of a name goes with it when it comes back bare.
        (
            "Mary Poe lives in the province of North Ham. The province was hit by a storm.",
            "The province of North Ham was hit by a storm.",
        ),
    ],
)
def test_what_a_word_stands_for_is_of_the_sort_that_its_place_asks_for(
    text: str, claim: str, texts: Texts
) -> None:
    assert claim in texts(text)


def test_a_report_speaks_for_those_who_wrote_it_and_not_as_a_result(claims: Claims) -> None:
    found = claims("Officials read the results. They said the town was safe.")
    assert found[-1].speaker == "officials"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The Senate and the House met. It is a law.", "It is a law."),
        ("Tom Roe robbed the bank. Mary Poe said he did it in May.", "Tom Roe did it in May."),
    ],
)
def test_where_nothing_fits_the_pronoun_stays_and_asks_for_context(
    text: str, claim: str, claims: Claims
) -> None:
    (found,) = [c for c in claims(text) if c.text == claim]
    assert found.needs_context


@pytest.mark.parametrize(
    "text",
    [
        "It was reported that the bridge fell.",
        "It is the town that paid for the bridge.",
        "It takes an hour to cross the bridge.",
        "It rained in Ham on Monday.",
    ],
)
def test_an_it_that_stands_for_nothing_stays(text: str, claims: Claims) -> None:
    found = claims(f"The council bought a bridge. {text}")
    assert text in [c.text for c in found]
    assert not found[-1].needs_context


def test_a_possessive_before_its_subject_stays_with_it(texts: Texts) -> None:
    found = texts("Ships sailed. To save its forest, the town paid a fee.")
    assert "To save its forest, the town paid a fee." in found


def test_any_storm_is_not_the_storm_that_the_article_is_about(texts: Texts) -> None:
    found = texts(
        "Cyclone Phailin hit Ham. Once a storm moves over land, the storm begins to weaken."
    )
    assert not any("Phailin begins" in text for text in found)


def test_a_document_is_not_i(texts: Texts) -> None:
    found = texts("The attack was described by a witness: “I saw a man.” It lasted an hour.")
    assert not any(text.startswith("The attack saw") for text in found)


WORDS = [
    "Ann Poe", "Tom Roe", "the Senate", "the treaty", "they", "it", "he", "she", "his", "their",
    "its", "this", "we", "I", "said", "took", "effect", "is", "and", "of", "the", '"', "(", ")",
    ",", ".", "’s", "-", "COVID-19", "Sydney", "?", "…",
]  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=40))
def test_no_order_of_words_stops_the_splitter(claims: Claims, words: list[str]) -> None:
    for claim in claims(" ".join(words)):
        assert any(c.isalpha() for c in claim.text)
        assert claim.text == claim.text.strip()
