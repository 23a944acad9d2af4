from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.domain.claims import ClaimKind
from claimledger.splitting.judging.kinds import read, wording


def kind(text: str, speaker: str | None = None, *, quoted: bool = False) -> str:
    return read(wording(text), speaker=speaker, quoted=quoted).kind


def checkable(text: str, speaker: str | None = None, *, quoted: bool = False) -> bool:
    return read(wording(text), speaker=speaker, quoted=quoted).checkable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Almost half of all pupils are short of iodine.", ClaimKind.QUANTITY),
        ("The ministry employs 4,300 people.", ClaimKind.QUANTITY),
        ("The bridge collapsed on Monday.", ClaimKind.EVENT),
        ("The two banks were merged in 2014.", ClaimKind.QUANTITY),
        ("The tower was completed in the 13th century.", ClaimKind.EVENT),
        ("A memorial was held in Oslo.", ClaimKind.EVENT),
        ("Anna Berg is the mayor of Lund.", ClaimKind.FACT),
        ("Bats are mammals.", ClaimKind.FACT),
        ("Anna Berg accused the council of hiding the report.", ClaimKind.QUOTATION),
        ("Ambassador Li Wei expressed eagerness to work with Chile.", ClaimKind.QUOTATION),
        ('Critics called the plan a "fig leaf".', ClaimKind.QUOTATION),
        ("The fire was caused by a faulty cable.", ClaimKind.CAUSAL),
        ("Lack of iodine can lead to deafness.", ClaimKind.CAUSAL),
        ("Turnout was higher than in the last election.", ClaimKind.COMPARISON),
        ("Lake Baikal is the deepest lake and the largest by volume.", ClaimKind.COMPARISON),
        ("The governor opposes the bill.", ClaimKind.POSITION),
        ("Unions called for a general strike.", ClaimKind.POSITION),
        ("Prices will rise again.", ClaimKind.PREDICTION),
        ("The film is a wonderful surprise.", ClaimKind.OPINION),
    ],
)
def test_each_kind_has_its_signs(text: str, expected: ClaimKind) -> None:
    assert kind(text) == expected


def test_more_than_a_number_is_an_amount_and_not_a_comparison() -> None:
    assert kind("More than 300 houses burned down.") == ClaimKind.QUANTITY


def test_a_date_is_no_amount() -> None:
    assert kind("The treaty was signed on 4 May 1998.") == ClaimKind.EVENT


def test_being_called_something_is_no_quotation() -> None:
    assert kind("The illness was commonly called swine flu.") == ClaimKind.EVENT


@pytest.mark.parametrize(
    "text",
    [
        "The next election is scheduled for March 3.",
        "The trial will begin on Tuesday.",
        "Classes would be cancelled.",
        "Ten towns are to be connected by June.",
    ],
)
def test_what_is_scheduled_can_be_checked(text: str) -> None:
    assert checkable(text, "Maria Lopez")


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lopez hopes to win.",
        "The economy will recover.",
        "The council should resign.",
        "It is time for the country to heal.",
        "The vote was a disgrace.",
        'The inquiry is a "waste of money".',
        "We are going to be a great nation.",
    ],
)
def test_a_speaker_s_wish_forecast_demand_or_value_cannot(text: str) -> None:
    assert not checkable(text, "Maria Lopez", quoted=True)


def test_leaning_words_judge_in_a_speaker_s_mouth_and_not_in_a_report() -> None:
    text = "The party always had strong support."

    assert not checkable(text, "Maria Lopez", quoted=True)
    assert checkable(text, "Reuters")
    assert checkable(text)


def test_an_article_may_report_a_plan_or_a_demand() -> None:
    assert checkable("Maria Lopez urged the council to resign.")
    assert checkable("Maria Lopez intends to resign.")


def test_a_rule_is_a_fact_though_it_says_must() -> None:
    assert checkable("Under the law drivers must carry a licence.", "police")


def test_a_duty_inside_reported_content_is_not_the_claim() -> None:
    assert checkable("Maria Lopez convinced the board that all salt should be iodised.")


def test_the_country_is_not_the_pronoun() -> None:
    assert not wording("The US has 50 states.").first_person
    assert wording("They told us everything.").first_person


def test_curly_marks_read_like_straight_ones() -> None:
    assert kind("The deal is “a fraud”.", "Maria Lopez") == ClaimKind.OPINION
    assert not checkable("The party won’t last.", "Maria Lopez")


@given(st.text(), st.none() | st.text(), st.booleans())
def test_any_text_has_a_kind(text: str, speaker: str | None, quoted: bool) -> None:  # noqa: FBT001 - drawn
    reading = read(wording(text), speaker=speaker, quoted=quoted)

    assert reading.checkable or reading.kind in {
        ClaimKind.OPINION,
        ClaimKind.PREDICTION,
        ClaimKind.POSITION,
    }
