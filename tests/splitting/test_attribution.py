from __future__ import annotations

from collections.abc import Callable

from claimledger.splitting.document import Sentence
from claimledger.splitting.sources.attribution import attributions_of

Tree = Callable[[str], Sentence]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"


def read(sentence: Sentence) -> list[tuple[str, str, str | None]]:
    """Return cue, head of the content and head of the speaker as words."""
    return [
        (a.lemma, sentence[a.content].text, None if a.speaker is None else sentence[a.speaker].text)
        for a in attributions_of(sentence)
    ]


def test_a_clause_after_a_verb_of_saying_is_said(tree: Tree) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        said say VERB root 0 {PAST}
        it it PRON nsubj 4
        rained rain VERB ccomp 2 {PAST}
    """)
    assert read(sentence) == [("say", "rained", "Roe")]


def test_the_verb_of_saying_can_stand_inside_what_is_said(tree: Tree) -> None:
    sentence = tree(f"""
        It it PRON nsubj 6
        , , PUNCT punct 4
        Roe Roe PROPN nsubj 4
        said say VERB parataxis 6 {PAST}
        , , PUNCT punct 4
        rained rain VERB root 0 {PAST}
    """)
    assert read(sentence) == [("say", "rained", "Roe")]
    assert attributions_of(sentence)[0].dropped == {1, 2, 3, 4}


def test_according_to_names_a_source(tree: Tree) -> None:
    sentence = tree(f"""
        It it PRON nsubj 2
        rained rain VERB root 0 {PAST}
        , , PUNCT punct 6
        according accord VERB case 6
        to to ADP fixed 4
        Roe Roe PROPN obl 2
        . . PUNCT punct 2
    """)
    assert read(sentence) == [("according to", "rained", "Roe")]


def test_what_is_denied_or_only_possible_is_not_said(tree: Tree) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 4
        did do AUX aux 4 {PAST}
        not not PART advmod 4 Polarity=Neg
        say say VERB root 0 VerbForm=Inf
        it it PRON nsubj 6
        rained rain VERB ccomp 4 {PAST}
    """)
    assert read(sentence) == []


def test_a_saying_inside_a_condition_is_not_said(tree: Tree) -> None:
    sentence = tree(f"""
        If if SCONJ mark 3
        Roe Roe PROPN nsubj 3
        says say VERB advcl 7 {PAST}
        it it PRON nsubj 5
        rains rain VERB ccomp 3 {PAST}
        we we PRON nsubj 7
        stay stay VERB root 0 {PAST}
    """)
    assert read(sentence) == []


def test_an_embedded_question_is_no_content(tree: Tree) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        said say VERB root 0 {PAST}
        whether whether SCONJ mark 5
        it it PRON nsubj 5
        rained rain VERB ccomp 2 {PAST}
    """)
    assert read(sentence) == []


def test_as_someone_says_is_an_attribution(tree: Tree) -> None:
    sentence = tree(f"""
        It it PRON nsubj 2
        rained rain VERB root 0 {PAST}
        , , PUNCT punct 6
        as as SCONJ mark 6
        Roe Roe PROPN nsubj 6
        said say VERB advcl 2 {PAST}
    """)
    assert read(sentence) == [("say", "rained", "Roe")]


def test_a_saying_participle_takes_its_speaker_from_the_clause(tree: Tree) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        left leave VERB root 0 {PAST}
        , , PUNCT punct 4
        saying say VERB advcl 2 VerbForm=Part
        it it PRON nsubj 6
        rained rain VERB ccomp 4 {PAST}
    """)
    assert read(sentence) == [("say", "rained", "Roe")]
