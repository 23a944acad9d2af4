"""What sort of thing a word names, and where pronouns of each sort can stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.people import is_person_noun
from claimledger.splitting.reference.places import cannot_be, leans_on
from claimledger.splitting.reference.sorts import ACT, BODY, PERSON, PLACE, sort_of, sorts_for

Tree = Callable[[str], Sentence]


@pytest.mark.parametrize(
    ("word", "sort"),
    [
        ("treaty treaty NOUN", ACT),
        ("researchers researcher NOUN", PERSON),
        ("geologist geologist NOUN", PERSON),
        ("checklist checklist NOUN", "thing"),
        ("company company NOUN", BODY),
        ("country country NOUN", PLACE),
        ("Sydney Sydney PROPN", PLACE),
    ],
)
def test_a_noun_tells_the_sort_of_what_it_names(word: str, sort: str, tree: Tree) -> None:
    label = "entity=PLACE" if word.startswith("Sydney") else ""
    sentence = tree(f"""
    {word} nsubj 2 {label}
    left leave VERB root 0
    """)
    assert sort_of(sentence, 0) == sort


@pytest.mark.parametrize("word", ["list", "playlist", "twist", "treaty"])
def test_not_every_ending_is_a_person_s(word: str) -> None:
    assert not is_person_noun(word)


def test_only_people_and_their_bodies_decide(tree: Tree) -> None:
    sentence = tree("""
    They they PRON nsubj 2
    decided decide VERB root 0
    """)
    sorts = sorts_for(sentence, 0)
    assert sorts is not None
    assert PERSON in sorts
    assert ACT not in sorts


def test_what_takes_effect_is_no_body(tree: Tree) -> None:
    sentence = tree("""
    It it PRON nsubj 2
    took take VERB root 0
    effect effect NOUN obj 2
    """)
    sorts = sorts_for(sentence, 0)
    assert sorts is not None
    assert BODY not in sorts


def test_a_place_has_no_child(tree: Tree) -> None:
    sentence = tree("""
    Their their PRON nmod:poss 2
    child child NOUN nsubj 3
    left leave VERB root 0
    """)
    sorts = sorts_for(sentence, 0)
    assert sorts is not None
    assert PLACE not in sorts


def test_a_pronoun_is_not_the_phrase_of_which_it_is_part(tree: Tree) -> None:
    sentence = tree("""
    questions question NOUN root 0
    they they PRON nsubj 3
    have have VERB acl:relcl 1
    """)
    assert cannot_be(sentence, 0, 1)


def test_a_pronoun_can_be_whom_its_relative_clause_tells_of(tree: Tree) -> None:
    sentence = tree("""
    voters voter NOUN nsubj 6
    who who PRON nsubj 3 PronType=Rel
    chose choose VERB acl:relcl 1
    their their PRON nmod:poss 5
    party party NOUN obj 3
    left leave VERB root 0
    """)
    assert not cannot_be(sentence, 0, 3)


def test_an_opening_without_a_subject_leans_on_the_one_that_follows(tree: Tree) -> None:
    sentence = tree("""
    To to PART mark 2
    save save VERB advcl 7
    its its PRON nmod:poss 4
    forest forest NOUN obj 2
    , , PUNCT punct 2
    Ham Ham PROPN nsubj 7
    paid pay VERB root 0
    """)
    assert leans_on(sentence, 2) == 5
    assert leans_on(sentence, 5) is None
