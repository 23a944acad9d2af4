from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimledger.splitting.explaining.explain import explain
from claimledger.splitting.explaining.values import Made, Steps
from claimledger.splitting.repairs.order import REPAIRS
from claimledger.splitting.run import split

ARTICLE = """\
Bridge reopens after repairs

The Alder Bridge, which closed in May, reopened on Monday. “We are proud of the work,” said \
Mary Poe, the mayor of York. “It will stand for years.”

She did not say when the road would open. Will it last? Poe signed the bill and left the room.
"""

Explain = Callable[[str], list[Steps]]


@pytest.fixture
def explained(model: Path) -> Explain:
    """Return the steps of a text."""
    return lambda text: explain(text, model=model)


def made(steps: list[Steps], text: str) -> Made:
    """Return how the claim with this text was made."""
    return next(m for step in steps for m in step.claims if m.claim.text == text)


def step_of(steps: list[Steps], opening: str) -> Steps:
    """Return the steps of the sentence that opens so."""
    return next(step for step in steps if step.text.startswith(opening))


def test_an_explanation_has_the_claims_of_the_splitting(explained: Explain, model: Path) -> None:
    found = [m for step in explained(ARTICLE) for m in step.claims]
    assert [m.claim for m in found] == split(ARTICLE, model=model)
    assert [m.number for m in found] == list(range(1, len(found) + 1))


WORDS = st.sampled_from([
    *("The bridge", "Mary Poe", "said", "that", "she", "is closed", "not", "who", "and", "if"),
    *("according to", "the mayor", "its", "“", "”", ",", ".", "?", "\n\n", "closing", "12"),
])  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_can_be_explained(text: str, model: Path) -> None:
    steps = explain(text, model=model)
    assert [m.claim for s in steps for m in s.claims] == split(text, model=model)
    assert all(step.text == step.span.of(text) for step in steps)
    assert all(step.claims or step.repeated or step.silent for step in steps)


@pytest.mark.parametrize(
    ("sentence", "text", "origin"),
    [
        ("The bridge is closed.", "The bridge is closed.", "main clause"),
        (
            "The Alder Bridge, which closed in May, is old.",
            "The Alder Bridge closed in May.",
            "relative clause",
        ),
        ("Mary Poe, the mayor, left.", "Mary Poe is the mayor.", "appositive"),
        ("Poe signed the bill and left.", "Poe left.", "coordinated predicate"),
        ("Poe left and Roe wept.", "Roe wept.", "coordinated clause"),
        ("The mayor said the bridge is closed.", "The bridge is closed.", "reported clause"),
        (
            "Poe signed the bill and the letter.",
            "Poe signed the letter.",
            "main clause, part 2 of 2 of its list",
        ),
        ("Mary Poe, 54, left.", "Mary Poe is 54.", "age"),
    ],
)
def test_a_claim_names_the_construction_it_came_from(
    sentence: str, text: str, origin: str, explained: Explain
) -> None:
    assert made(explained(sentence), text).origin == origin


def test_words_from_elsewhere_and_words_put_in_are_named(explained: Explain) -> None:
    found = made(explained(ARTICLE), "Mary Poe is the mayor of York.")
    assert found.borrowed == "Mary Poe"
    assert found.put_in == ("is",)
    assert made(explained(ARTICLE), "Mary Poe left the room.").borrowed == "Poe"


def test_a_changed_form_is_shown_with_the_old_one(explained: Explain) -> None:
    steps = explained("The storm hit the coast, killing two people.")
    changed = [pair for step in steps for m in step.claims for pair in m.inflected]
    assert changed == [("killing", "killed")]


def test_a_report_names_cue_source_and_the_words_that_told(explained: Explain) -> None:
    [reported] = step_of(explained(ARTICLE), "“We are proud").reported
    assert (reported.cue, reported.source, reported.speaker) == ("say", "Mary Poe", "Mary Poe")
    assert reported.phrase == "said Mary Poe, the mayor of York"


def test_a_quotation_tells_whether_its_speaker_is_named_elsewhere(explained: Explain) -> None:
    steps = explained(ARTICLE)
    [here], [carried] = (step_of(steps, s).quotations for s in ("“We are", "“It will"))
    assert (here.speaker, here.carried) == ("Mary Poe", False)
    assert (carried.speaker, carried.carried) == ("Mary Poe", True)


def test_a_pronoun_shows_what_it_was_chosen_from(explained: Explain) -> None:
    [she] = step_of(explained(ARTICLE), "She did").references
    assert (she.words, she.name) == ("She", "Mary Poe")
    assert she.why
    assert she.candidates[0].name == "Mary Poe"
    scores = [candidate.score for candidate in she.candidates]
    assert scores == sorted(scores, reverse=True)


def test_a_short_name_and_we_have_plain_reasons(explained: Explain) -> None:
    steps = explained(ARTICLE)
    [poe] = step_of(steps, "Poe signed").references
    assert (poe.words, poe.name, poe.why) == ("Poe", "Mary Poe", "the fullest name in the article")
    [we] = step_of(steps, "“We are").references
    assert (we.words, we.name, we.why) == ("We", "Mary Poe", "who speaks")


def test_a_pronoun_that_nothing_fits_stays_and_says_so(explained: Explain) -> None:
    [step] = explained("He left the room.")
    [he] = step.references
    assert (he.words, he.name, he.why) == ("He", None, "nothing before it fits")
    assert step.claims[0].claim.needs_context


def test_what_makes_no_claim_tells_why(explained: Explain) -> None:
    steps = explained(ARTICLE)
    assert step_of(steps, "Will it").silent == "a question"
    assert (step_of(steps, "Bridge reopens").silent or "").startswith("no prose")
    [command] = explained("Tell us about the bridge.")
    assert command.silent == "a command"


def test_a_sentence_kept_whole_tells_why(explained: Explain) -> None:
    [step] = explained("The bridge is long, " + "and very long, " * 300 + "and safe.")
    assert step.whole == "it was not parsed"
    assert step.claims[0].origin == "whole sentence"


def test_a_claim_made_before_is_told_as_repeated(explained: Explain) -> None:
    first, second = explained("The bridge is closed.\n\nThe bridge is closed.")
    assert [m.claim.text for m in first.claims] == ["The bridge is closed."]
    assert second.repeated == ("The bridge is closed.",)
    assert second.silent is None


def test_a_word_that_was_hung_elsewhere_is_shown_with_both_places(explained: Explain) -> None:
    steps = explained(ARTICLE + "\n\n“The road will stand for 100 years,” she added.")
    slips = [mended for step in steps for mended in step.mended]
    assert slips
    assert all(slip.before != slip.after for slip in slips)


def test_a_word_that_was_hung_elsewhere_names_the_repairs_that_moved_it(explained: Explain) -> None:
    steps = explained(ARTICLE + "\n\n“The road will stand for 100 years,” she added.")
    slips = [mended for step in steps for mended in step.mended]
    named = {repair.__name__.strip("_").replace("_", " ") for repair in REPAIRS}
    assert slips
    assert all(slip.repairs and named.issuperset(slip.repairs) for slip in slips)


def test_a_language_without_a_pipeline_is_explained_too() -> None:
    [step] = explain("Die Brücke ist sicher.", language="de")
    assert step.whole == "it was not parsed"
