"""The ranking of what a pronoun can stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimledger.splitting.document import Sentence
from claimledger.splitting.reference.memory import Memory, kind_of
from claimledger.splitting.reference.pronouns import Entity
from claimledger.splitting.reference.ranking import WEIGHTS, score_of, weights_of

Tree = Callable[[str], Sentence]

FIRST = """
Ann   Ann   PROPN  nsubj  2  entity=PERSON
met   meet  VERB   root   0
Eve   Eve   PROPN  obj    2  entity=PERSON
"""
SECOND = """
She   she    PRON  nsubj  2  Case=Nom
left  leave  VERB  root   0
"""


def person(text: str, gender: str = "Fem") -> Entity:
    return Entity(text=text, person=True, gender=gender, plural=False, named=True)


def remembered(tree: Tree, *people: tuple[Entity, int], k: int = 1) -> Memory:
    memory = Memory()
    for entity, token in people:
        memory.see(memory.add(entity), token, tree(FIRST), form="name")
    memory.go_to(k)
    return memory


def test_the_subject_before_is_preferred_to_the_object(tree: Tree) -> None:
    memory = remembered(tree, (person("Ann"), 0), (person("Eve"), 2))
    assert memory.antecedent(tree(SECOND), 0, None) == 0


def test_who_is_of_another_gender_is_not_asked(tree: Tree) -> None:
    memory = remembered(tree, (person("Al", "Masc"), 0), (person("Eve"), 2))
    assert memory.antecedent(tree(SECOND), 0, None) == 1


def test_what_lies_too_far_back_is_forgotten(tree: Tree) -> None:
    memory = remembered(tree, (person("Ann"), 0), k=9)
    assert memory.antecedent(tree(SECOND), 0, None) is None


def test_one_text_is_one_entity(tree: Tree) -> None:
    memory = remembered(tree, (person("Ann"), 0), (person("ann"), 2))
    assert memory.count == {0: 2}


@pytest.mark.parametrize("kind", ["he", "it", "they"])
def test_farther_back_is_less_likely(kind: str) -> None:
    assert score_of({"sentences back": 3.0}, kind) < score_of({"sentences back": 1.0}, kind)


def test_every_kind_of_pronoun_has_weights(tree: Tree) -> None:
    assert set(weights_of(WEIGHTS)) == {"he", "it", "they"}
    assert kind_of(tree(SECOND), 0) == "he"
