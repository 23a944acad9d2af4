from __future__ import annotations

from collections.abc import Callable

import pytest

from claimledger.splitting.document import Sentence
from claimledger.splitting.propositions.values import Word, runs_of, words_of
from claimledger.splitting.wording.inflection import past, possessive, present
from claimledger.splitting.wording.standalone import Replacement, render, whole_text

Tree = Callable[[str], Sentence]

SENTENCE = """
    However however ADV advmod 6
    , , PUNCT punct 1
    he he PRON nsubj 6
    ate eat VERB root 0
    a a DET det 6
    plum plum NOUN obj 4
    ( ( PUNCT punct 8
    twice twice ADV advmod 4
    ) ) PUNCT punct 8
    . . PUNCT punct 4
"""


def test_a_claim_has_a_capital_and_one_full_stop(tree: Tree) -> None:
    sentence = tree(SENTENCE)
    assert render(sentence, words_of(sentence, [2, 3, 4, 5]), {}) == "He ate a plum."
    assert render(sentence, words_of(sentence, [2, 3, 4, 5, 9]), {}) == "He ate a plum."


def test_a_word_that_opened_the_sentence_loses_its_capital(tree: Tree) -> None:
    sentence = tree(SENTENCE)
    words = [*words_of(sentence, [2, 3]), *words_of(sentence, [0])]
    assert render(sentence, words, {}) == "He ate however."


def test_marks_without_their_partner_go(tree: Tree) -> None:
    sentence = tree(SENTENCE)
    assert render(sentence, words_of(sentence, [2, 3, 4, 5, 6, 7]), {}) == "He ate a plum twice."
    assert render(sentence, words_of(sentence, range(2, 10)), {}) == "He ate a plum (twice)."


def test_a_name_takes_the_place_of_a_pronoun_once(tree: Tree) -> None:
    sentence = tree(SENTENCE)
    words = words_of(sentence, [2, 3, 4, 5])
    name = Replacement("Mary Poe", 1, pronoun=True)
    assert render(sentence, words, {2: name}) == "Mary Poe ate a plum."
    assert render(sentence, [*words, *words_of(sentence, [2])], {2: name}) == (
        "Mary Poe ate a plum he."
    )


def test_an_article_fits_the_word_that_follows(tree: Tree) -> None:
    sentence = tree(SENTENCE)
    words = [*words_of(sentence, [2, 3, 4]), Word("egg")]
    assert render(sentence, words, {}) == "He ate an egg."


@pytest.mark.parametrize(
    ("text", "whole"),
    [("it rained", "It rained."), ("It “rained.”", "It “rained”."), ("It\n rained!", "It rained.")],
)
def test_a_sentence_kept_whole_is_tidied(text: str, whole: str) -> None:
    assert whole_text(text) == whole


def test_runs_bridge_marks_but_not_words(tree: Tree) -> None:
    sentence = tree(SENTENCE)
    assert list(runs_of(sentence, [0, 2, 3])) == [(0, 3)]
    assert list(runs_of(sentence, [2, 3, 5])) == [(2, 3), (5, 5)]


@pytest.mark.parametrize(
    ("name", "owned"),
    [("Mary Poe", "Mary Poe's"), ("James", "James's"), ("three candidates", "three candidates'")],
)
def test_names_own_things(name: str, owned: str) -> None:
    assert possessive(name) == owned


@pytest.mark.parametrize(
    ("lemma", "then", "now"),
    [("focus", "focused", "focuses"), ("win", "won", "wins"), ("be", "was", "is")],
)
def test_verbs_are_inflected(lemma: str, then: str, now: str) -> None:
    assert past(lemma, plural=False) == then
    assert present(lemma, plural=False) == now
