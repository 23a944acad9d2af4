from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.splitting.judging.kinds import read, wording
from claimledger.splitting.judging.worth import WEIGHTS, Assessment, assess, features


def article_says(text: str) -> Assessment:
    return assess(text, speaker=None, quoted=False)


def features_of(text: str) -> frozenset[str]:
    claim = wording(text)
    return features(claim, read(claim, speaker=None, quoted=False))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Almost half of all pupils are short of iodine.", "a share of a whole"),
        ("Turnout was 61%.", "a share of a whole"),
        ("The school cost €4 million.", "a sum of money"),
        ("The flood killed 27 people.", "a count of people"),
        ("Rents rose in every city.", "a rise or a fall"),
        ("Lyon is larger than Nice.", "a comparison"),
        ("The fire was caused by a cable.", "a cause is claimed"),
        ("The treaty was signed on 4 May 1998.", "a dated event"),
        ("Anna Berg accused the council of fraud.", "someone's words or accusation"),
        ("Anna Berg is the mayor of Lund.", "names a person or body"),
        ("The film is a wonderful surprise.", "an opinion: no fact to check"),
        ("Prices will rise again.", "a forecast: nothing to check yet"),
        ("The council should resign.", "a wish or demand: no fact to check"),
    ],
)
def test_a_claim_is_told_why_it_ranks_where_it_does(text: str, reason: str) -> None:
    assert reason in article_says(text).reasons


def test_a_sharper_reason_stands_without_the_plainer_one() -> None:
    assert "a number" not in article_says("The school cost €4 million.").reasons
    assert "an event" not in article_says("The treaty was signed on 4 May 1998.").reasons


def test_figures_rank_above_common_knowledge_and_that_above_opinion() -> None:
    figure = article_says("Unemployment rose by 12 percent to 4.1 million people in 2019.")
    fact = article_says("Anna Berg is a painter.")
    opinion = article_says("Anna Berg is a wonderful painter.")

    assert figure.checkworthiness > 0.9
    assert figure.checkworthiness > fact.checkworthiness > opinion.checkworthiness
    assert not opinion.checkable


def test_the_same_words_are_worth_less_as_someone_s_opinion() -> None:
    text = "The party always had strong support."

    report = assess(text, speaker="Reuters", quoted=False)
    boast = assess(text, speaker="Maria Lopez", quoted=True)

    assert report.checkable
    assert not boast.checkable
    assert boast.checkworthiness < report.checkworthiness


def test_who_it_is_about_makes_no_difference() -> None:
    assert features_of("Anna Berg voted against the bill.") == features_of(
        "Senator John P. Smith voted against the bill."
    )


def test_which_number_it_is_makes_no_difference() -> None:
    assert features_of("The town has 4,300 wells.") == features_of("The town has 17 wells.")


def test_the_weights_are_readable_and_say_where_they_come_from() -> None:
    stored = json.loads(WEIGHTS.read_text("utf-8"))

    assert "Arslan" in stored["about"]
    assert "CC BY 4.0" in stored["about"]
    assert stored["weights"]["*share"] > 0
    assert stored["weights"]["*uncheckable"] < 0
    assert WEIGHTS.stat().st_size < 300_000


@given(st.text(), st.none() | st.text(), st.booleans())
def test_any_text_has_a_worth(text: str, speaker: str | None, quoted: bool) -> None:  # noqa: FBT001 - drawn
    given_worth = assess(text, speaker=speaker, quoted=quoted)

    assert 0 <= given_worth.checkworthiness <= 1
    assert round(given_worth.checkworthiness, 2) == given_worth.checkworthiness
    assert 1 <= len(given_worth.reasons) <= 3
    assert assess(text, speaker=speaker, quoted=quoted) == given_worth


def test_the_sentence_around_a_claim_counts_as_much_as_the_claim() -> None:
    claim = "He did it in 2019."
    dull = assess(claim, speaker=None, quoted=False, sentence="Well, thank you, he did it in 2019.")
    rich = assess(
        claim,
        speaker=None,
        quoted=False,
        sentence="He did it in 2019, when 3 million jobs were lost and taxes rose by 12 percent.",
    )
    assert dull.checkworthiness < rich.checkworthiness
