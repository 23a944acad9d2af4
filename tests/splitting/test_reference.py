from __future__ import annotations

from collections.abc import Callable

import pytest

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
