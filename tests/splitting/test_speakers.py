from __future__ import annotations

from collections.abc import Callable

import pytest

from claimledger.domain.claims import Claim

Claims = Callable[[str], list[Claim]]


def speakers(found: list[Claim]) -> list[str | None]:
    return [c.speaker for c in found]


@pytest.mark.parametrize(
    "text",
    [
        "Mary Poe said the bridge is safe.",
        "“The bridge is safe,” Mary Poe said.",
        "“The bridge is safe,” said Mary Poe.",
        "The bridge is safe, according to Mary Poe.",
        "The bridge, Mary Poe said, is safe.",
    ],
)
def test_the_content_is_claimed_and_its_speaker_named(text: str, claims: Claims) -> None:
    (claim,) = claims(text)
    assert claim.text == "The bridge is safe."
    assert claim.speaker == "Mary Poe"


def test_a_quotation_that_goes_on_keeps_its_speaker(claims: Claims) -> None:
    found = claims("“The bridge is safe,” Mary Poe said. “The road is open.”")
    assert speakers(found) == ["Mary Poe", "Mary Poe"]


def test_a_quotation_over_paragraphs_keeps_its_speaker(claims: Claims) -> None:
    found = claims("“The bridge is safe,” Mary Poe said. “The road is open.\n\n“The park is too.”")
    assert speakers(found) == ["Mary Poe"] * 3


def test_a_speaker_named_with_a_pronoun_is_found_before(claims: Claims) -> None:
    found = claims("Mary Poe came on Monday. “The bridge is safe,” she said.")
    assert speakers(found) == [None, "Mary Poe"]


def test_a_source_without_a_name_is_named_as_written(claims: Claims) -> None:
    (claim,) = claims("Officials said the bridge is safe.")
    assert claim.speaker == "officials"


def test_a_word_between_marks_is_no_quotation_of_someone(claims: Claims) -> None:
    (claim,) = claims("The so-called “bridge” is a road.")
    assert claim.speaker is None


def test_a_question_is_attributed_by_a_sentence_of_its_own(claims: Claims) -> None:
    found = claims("“How often must we see this?” Mary Poe said. “The bridge is unsafe.”")
    assert [c.speaker for c in found if c.text == "The bridge is unsafe."] == ["Mary Poe"]


def test_whoever_acts_before_a_colon_speaks_in_the_next_sentences(claims: Claims) -> None:
    found = claims("Mary Poe spoke to reporters: “The bridge is safe. The road is open.”")
    assert speakers(found) == [None, "Mary Poe", "Mary Poe"]


def test_a_quotation_with_an_opening_of_its_own_does_not_go_on(claims: Claims) -> None:
    found = claims(
        "Mary Poe wrote, “The bridge is safe.” In a later book, “the bridge is said to be a ruin.”"
    )
    assert speakers(found)[0] == "Mary Poe"
    assert "Mary Poe" not in speakers(found)[1:]


def test_a_name_after_a_dash_speaks(claims: Claims) -> None:
    found = claims("“The bridge is safe. The road is open.” ― Mary Poe")
    assert [(c.text, c.speaker) for c in found] == [
        ("The bridge is safe.", "Mary Poe"),
        ("The road is open.", "Mary Poe"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The mayor told reporters the bridge was safe, and that it would reopen in May.",
            ["The bridge was safe.", "The bridge would reopen in May."],
        ),
        (
            "Mary Poe said costs had doubled, and that the council had hidden it.",
            ["Costs had doubled.", "The council had hidden it."],
        ),
        (
            "Mary Poe said on Monday that costs had doubled, and that nobody had been told.",
            ["Costs had doubled.", "Nobody had been told."],
        ),
        (
            "Mary Poe said costs had doubled, that the council knew and that nobody had been told.",
            ["Costs had doubled.", "The council knew.", "Nobody had been told."],
        ),
    ],
)
def test_what_goes_on_with_and_that_is_said_by_the_same_speaker(
    text: str, said: list[str], claims: Claims
) -> None:
    found = claims(text)

    assert [claim.text for claim in found] == said
    assert len({claim.speaker for claim in found}) == 1
    assert found[0].speaker is not None
