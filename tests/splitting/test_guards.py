from __future__ import annotations

from collections.abc import Callable

import pytest

from claimledger.domain.text import Span
from claimledger.splitting.document import Sentence, Token
from claimledger.splitting.guards import bears_truth, stands, whole_because
from claimledger.splitting.propositions.values import Proposition, words_of

Tree = Callable[[str], Sentence]

NOT_SIGNED = """
The the DET det 2
mayor mayor NOUN nsubj 5
did do AUX aux 5 VerbForm=Fin
not not PART advmod 5 Polarity=Neg
sign sign VERB root 0 VerbForm=Inf
the the DET det 7
bill bill NOUN obj 5
on on ADP case 9
Monday Monday PROPN obl 5
. . PUNCT punct 5
"""


def of(s: Sentence, *tokens: int, head: int = 4) -> Proposition:
    """Return a proposition of some tokens of a sentence."""
    return Proposition(words=words_of(s, tokens), head=head)


def test_a_verb_without_its_not_does_not_stand(tree: Tree) -> None:
    s = tree(NOT_SIGNED)
    assert stands(s, of(s, 0, 1, 2, 3, 4, 5, 6))
    assert not stands(s, of(s, 0, 1, 2, 4, 5, 6))


def test_a_no_that_only_answers_may_go(tree: Tree) -> None:
    s = tree(NOT_SIGNED.replace("not not PART advmod", "no no INTJ discourse"))
    assert stands(s, of(s, 0, 1, 2, 4, 5, 6))


def test_a_condition_alone_does_not_stand(tree: Tree) -> None:
    s = tree("""
If if SCONJ mark 4
the the DET det 3
bill bill NOUN nsubj 4
passes pass VERB root 0 VerbForm=Fin
. . PUNCT punct 4
""")
    assert not stands(s, of(s, 0, 1, 2, 3, head=3))
    assert stands(s, of(s, 1, 2, 3, head=3))


def test_a_sentence_that_lost_a_small_word_is_kept_whole(tree: Tree) -> None:
    s = tree(NOT_SIGNED)
    assert whole_because(s, [], [of(s, *range(9))]) is None
    assert whole_because(s, [], [of(s, 0, 1, 2, 4, 5, 6, 7, 8)]) == '"not" came into no claim'


def test_a_sentence_that_lost_its_verb_or_most_of_its_words_is_kept_whole(tree: Tree) -> None:
    s = tree(NOT_SIGNED)
    assert whole_because(s, [], [of(s, 0, 1)]) == '"did" came into no claim'
    assert whole_because(s, [], [of(s, 2, 3)]) == "most of its words came into no claim"
    assert whole_because(s, [], []) == "no clause could be read"


@pytest.mark.parametrize(
    ("text", "pos", "dep", "bears"),
    [
        *(("not", "PART", "advmod", True), ("may", "AUX", "aux", True)),
        *(("allegedly", "ADV", "advmod", True), ("nearly", "ADV", "advmod", True)),
        *(("40", "NUM", "nummod", True), ("most", "ADJ", "amod", True)),
        *(("if", "SCONJ", "mark", True), ("no", "INTJ", "discourse", False)),
        *(("quickly", "ADV", "advmod", False), ("red", "ADJ", "amod", False)),
    ],
)
def test_small_words_bear_truth(text: str, pos: str, dep: str, *, bears: bool) -> None:
    word = Token(i=0, text=text, lemma=text, pos=pos, dep=dep, head=1, span=Span(0, len(text)))
    verb = Token(i=1, text="is", lemma="be", pos="AUX", dep="root", head=1, span=Span(50, 52))
    s = Sentence(span=Span(0, 52), tokens=(word, verb), paragraph=0)
    assert bears_truth(s, word) is bears


def test_what_was_not_understood_is_told_whole_and_not_in_doubtful_parts(
    texts: Callable[[str], list[str]],
) -> None:
    found = texts(
        "Reportedly, “COVI” stands for the virus, “D” is for “disease,” and “19” for 2019."
    )
    assert any("Reportedly" in text for text in found)
