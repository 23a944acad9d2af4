from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.domain.text import Span
from claimledger.splitting.document import Sentence, Token
from claimledger.splitting.propositions.values import Word, runs_of, words_of
from claimledger.splitting.wording.inflection import past, possessive, present, singular_form
from claimledger.splitting.wording.standalone import (
    Replacement,
    finished,
    keeps_capital,
    render,
)

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
    assert finished(text) == whole


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


@pytest.mark.parametrize(
    ("opening", "kept"),
    [
        ("Japanese japanese ADJ", True),
        ("New new ADJ", True),
        ("Local local ADJ", False),
        ("Police police PROPN", False),
    ],
)
def test_a_word_keeps_its_capital_where_it_is_part_of_a_name(
    opening: str, *, kept: bool, tree: Tree
) -> None:
    following = "Orleans" if opening.startswith("New") else "officials"
    sentence = tree(f"""
    {opening} amod 2
    {following} {following} {"PROPN" if following == "Orleans" else "NOUN"} nsubj 3
    left leave VERB root 0
    """)
    assert keeps_capital(sentence[0], sentence[1]) is kept


def test_a_shouted_verb_is_not_inflected(tree: Tree) -> None:
    sentence = tree("""
    I    I    PRON  nsubj  2
    WON  won  VERB  root   0  VerbForm=Fin Tense=Pres
    """)
    assert singular_form(sentence, 1) is None


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    """Draw trees that need not make sense."""
    words = draw(st.lists(st.sampled_from([*"(),.;:-\"'“”…", "a", "He", "'s", "ate"]), min_size=1))
    tokens = tuple(
        Token(
            i=i,
            text=word,
            lemma=word.lower(),
            pos=draw(st.sampled_from(["NOUN", "PROPN", "VERB", "PUNCT", "PRON", "ADJ"])),
            dep="root" if i == 0 else "dep",
            head=0 if i == 0 else draw(st.integers(0, i - 1)),
            span=Span(2 * i, 2 * i + 1),
            space_before=draw(st.booleans()),
        )
        for i, word in enumerate(words)
    )
    return Sentence(span=Span(0, 2 * len(words)), tokens=tokens, paragraph=0)


REPLACEMENTS = st.builds(
    Replacement,
    text=st.sampled_from(["", "Mary Poe", "the town's"]),
    referent=st.integers(-1, 3),
    pronoun=st.booleans(),
    thing=st.booleans(),
    kept_after=st.frozensets(st.integers(0, 3)),
)


@given(sentences(), st.data())
def test_any_words_with_any_names_in_their_place_become_text(
    s: Sentence, data: st.DataObject
) -> None:
    places = st.integers(0, len(s.tokens) - 1)
    tokens = data.draw(st.lists(places, unique=True))
    replaced = data.draw(st.dictionaries(places, REPLACEMENTS))
    text = render(s, words_of(s, tokens), replaced)
    assert not text or text.endswith((".", "…"))
