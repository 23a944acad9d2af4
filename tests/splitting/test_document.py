"""Trees stay trees, whatever a repair would do to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimledger.domain.text import Span
from claimledger.splitting.document import Sentence, Token, rehung

Texts = Callable[[str], list[str]]
Tree = Callable[[str], Sentence]


def tree() -> Sentence:
    """Return "The mayor left": the verb, its subject, a determiner."""
    words = [("The", "det", 1), ("mayor", "nsubj", 2), ("left", "root", 2)]
    tokens = tuple(
        Token(i=i, text=word, lemma=word, pos="X", dep=dep, head=head, span=Span(i * 6, i * 6 + 5))
        for i, (word, dep, head) in enumerate(words)
    )
    return Sentence(span=Span(0, 17), tokens=tokens, paragraph=0)


@pytest.mark.parametrize(
    "moves",
    [
        {1: (1, "nsubj")},  # its own head, and no root
        {2: (1, "acl")},  # a ring
        {2: (0, "root")},  # a root under another word
        {1: (1, "root"), 0: (0, "det")},
    ],
)
def test_a_move_that_makes_no_tree_is_not_made(moves: dict[int, tuple[int, str]]) -> None:
    sentence = tree()
    assert rehung(sentence, moves) is sentence


def test_a_root_can_change() -> None:
    moved = rehung(tree(), {1: (1, "root"), 2: (1, "acl")})
    assert moved.root == 1


def test_a_clause_in_a_question_that_goes_on_is_split_in_time(texts: Texts) -> None:
    found = texts(
        "Can I say, if I could just say a word about the road that you did not ask about,"
        " but the bridge closed a couple of years ago, just before I was elected."
    )
    assert any("bridge closed" in text for text in found)


def test_a_tree_is_asked_by_label_by_dependents_and_by_lemma(tree: Tree) -> None:
    sentence = tree("""
        Roe Roe PROPN nsubj:pass 3
        was be AUX aux:pass 3
        seen see VERB root 0
        in in ADP case 5
        York York PROPN obl 3
    """)
    assert [t.text for t in sentence.labelled("nsubj", "obl")] == ["Roe", "York"]
    assert [t.text for t in sentence.labelled("aux:pass")] == ["was"]
    assert [t.text for t in sentence.over("case", "aux")] == ["seen", "York"]
    assert [t.text for t in sentence.of_lemma(frozenset({"see", "york"}))] == ["seen", "York"]
