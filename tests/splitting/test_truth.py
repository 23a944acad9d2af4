"""Nothing that carries truth may be lost: the small words, the numbers, the conditions.

The sentences stand in ``truth``, a file for each sort of word, with what must hold of their
claims in indented lines:

- ``+ WORDS``: some claim has these words;
- ``A => B``: some claim has A, and each that has it has B too;
- ``- WORDS``: no claim has these words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from claimledger.domain.claims import Claim

Texts = Callable[[str], list[str]]
Claims = Callable[[str], list[Claim]]

SENTENCES = Path(__file__).parent / "truth"

KNOWN = {
    "The company is said to be planning a takeover and to have hired bankers.": (
        "«be» of the first infinitive put before the second"
    ),
    "The firm plans to open two plants in Ohio and hire 300 people.": "«plans» taken for a noun",
    "The claim has been made, perhaps wrongly, that the tower leans.": (
        "the content of a noun told as a fact"
    ),
    "The dam never broke, contrary to a report that three villages had been flooded.": (
        "«contrary to» taken for a predicate"
    ),
    "The mayor, said to be ill, and his wife, who may stand for office, did not attend.": (
        "the first of two subjects lost behind an aside"
    ),
}
"""Sentences that the rules do not read yet, each with the reason."""

SMALL_WORDS = {
    "negation": (
        "not never no none nobody nothing neither nor hardly barely without failed refused denied"
    ),
    "hedge": (
        "may might could would should reportedly allegedly apparently possibly probably likely "
        "appears seems suspected expected believed thought about nearly almost roughly around "
        "least most up"
    ),
    "number": (
        "one two three four five six seven eight nine ten twelve hundred million billion first "
        "second third half quarter twice"
    ),
    "quantifier": "all most few some each every several many any only just even less more fewer",
    "condition": "if unless provided until once except",
}
NUMBER = re.compile(r"[$€£]?\d+(?:[.,:]\d+)*")


def blocks() -> Iterator[tuple[str, list[str]]]:
    """Yield every sentence with the lines that say what must hold of its claims."""
    for path in sorted(SENTENCES.glob("*.txt")):
        for block in path.read_text("utf-8").split("\n\n"):
            sentence, *expected = block.strip("\n").split("\n")
            yield sentence, [line.strip() for line in expected]


CASES = dict(blocks())


def cases(sentences: Iterable[str], failing: Mapping[str, str]) -> list[object]:
    """Return sentences as parameters, those that are known to fail marked with the reason."""
    return [
        pytest.param(
            sentence,
            marks=[pytest.mark.xfail(strict=True, reason=failing[sentence])]
            if sentence in failing
            else [],
        )
        for sentence in sentences
    ]


def holds(expected: str, texts: list[str]) -> bool:
    """Tell whether one line holds of the claims of its sentence."""
    if expected.startswith("- "):
        return all(expected[2:] not in text for text in texts)
    words, _, needed = expected.removeprefix("+ ").partition(" => ")
    having = [text for text in texts if has(text, words)]
    return bool(having) and all(has(text, needed) for text in having)


def has(text: str, words: str) -> bool:
    """Tell whether a text has some words, whole and in any case."""
    return re.search(rf"(?i)(?<!\w){re.escape(words)}(?!\w)", text) is not None or (
        words.startswith("n't") and words in text
    )


@pytest.mark.parametrize("sentence", cases([s for s, expected in CASES.items() if expected], KNOWN))
def test_what_carries_truth_is_kept_and_the_opposite_is_not_said(
    sentence: str, texts: Texts
) -> None:
    found = texts(sentence)
    wrong = [line for line in CASES[sentence] if not holds(line, found)]
    assert not wrong, found


def test_there_are_enough_sentences_of_every_sort() -> None:
    assert sum(bool(expected) for expected in CASES.values()) >= 120
    assert sum(not expected for expected in CASES.values()) >= 40
    assert set(KNOWN) <= set(CASES)


def small_words(sentence: str) -> Iterator[tuple[int, str]]:
    """Yield the words that carry truth, each with its place."""
    listed = "|".join(" ".join(SMALL_WORDS.values()).split())
    for word in re.finditer(rf"(?i)(?<!\w)(?:{listed})(?!\w)|n['’]t(?!\w)", sentence):
        yield word.start(), word.group()
    for number in NUMBER.finditer(sentence):
        yield number.start(), number.group()


LOST = {
    "The firm plans to open two plants in Ohio and hire 300 people.": "see above",
    "“We have not been told anything,” said Nora Lind, whose son was among the 43 passengers.": (
        "a relative clause on a speaker who stands behind the verb is not read"
    ),
}
"""Sentences that lose a small word yet, each with the reason."""


@pytest.mark.parametrize("sentence", cases(CASES, LOST))
def test_every_small_word_is_in_a_claim_or_names_its_source(sentence: str, claims: Claims) -> None:
    found = claims(sentence)
    places = [span for c in found for span in (*c.spans, c.speaker_span) if span is not None]

    lost = [
        word
        for at, word in small_words(sentence)
        if not any(start <= at < end for start, end in places)
    ]

    assert not lost, [c.text for c in found]


def test_a_condition_stays_with_every_predicate(texts: Texts) -> None:
    found = texts("The plan, if it survives, could lower costs and create jobs.")
    assert all("if" in text.lower().split() for text in found)


def test_a_question_is_no_claim(texts: Texts) -> None:
    assert texts("Is the bridge safe?") == []
    assert texts("“Is the bridge safe?” the mayor asked.") == []


def test_a_command_is_no_claim_but_a_statement_taken_for_one_is(texts: Texts) -> None:
    assert texts("Tell us about the bridge.") == []
    assert texts("The rebels, led by a former general, hold the port and threaten two villages.")
