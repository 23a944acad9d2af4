from __future__ import annotations

from collections.abc import Callable

from claimledger.splitting.document import Sentence, rehung
from claimledger.splitting.repairs.order import repaired

Tree = Callable[[str], Sentence]

PAST = "VerbForm=Fin Tense=Past"


def place(sentence: Sentence, word: str) -> tuple[str, str]:
    """Return the label of a word and the word it hangs on."""
    token = next(t for t in sentence.tokens if t.text == word)
    return token.dep, sentence[token.head].text


def test_a_tree_that_is_right_stays_as_it_is(tree: Tree) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        said say VERB root 0 {PAST}
        that that SCONJ mark 6
        it it PRON nsubj:pass 6
        was be AUX aux:pass 6 {PAST}
        closed close VERB ccomp 2 VerbForm=Part
        . . PUNCT punct 2
    """)
    assert repaired(sentence) == sentence


def test_a_second_subject_is_an_apposition(tree: Tree) -> None:
    sentence = tree(
        f"""
        Roe Roe PROPN nsubj 5
        , , PUNCT punct 4
        the the DET det 4
        mayor mayor NOUN nsubj 6
        , , PUNCT punct 6
        left leave VERB root 0 {PAST}
    """.replace("nsubj 5", "nsubj 6")
    )
    assert place(repaired(sentence), "mayor") == ("appos", "Roe")


def test_a_clause_is_no_object(tree: Tree) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        said say VERB root 0 {PAST}
        rain rain NOUN obj 2
        fell fall VERB acl 3 {PAST}
    """)
    fixed = repaired(sentence)
    assert place(fixed, "fell") == ("ccomp", "said")
    assert place(fixed, "rain") == ("nsubj", "fell")


def test_a_verb_is_joined_to_a_verb(tree: Tree) -> None:
    sentence = tree(f"""
        It it PRON nsubj 2
        opened open VERB root 0 {PAST}
        in in ADP case 4
        May May PROPN obl 2
        and and CCONJ cc 6
        closed close VERB conj 4 {PAST}
    """)
    assert place(repaired(sentence), "closed") == ("conj", "opened")


def test_what_follows_a_comma_and_but_belongs_to_the_main_clause(tree: Tree) -> None:
    sentence = tree(f"""
        It it PRON nsubj 2
        began begin VERB root 0 {PAST}
        after after SCONJ mark 5
        he he PRON nsubj 5
        left leave VERB advcl 2 {PAST}
        , , PUNCT punct 9
        but but CCONJ cc 9
        it it PRON nsubj 9
        ended end VERB conj 5 {PAST}
    """)
    assert place(repaired(sentence), "ended") == ("conj", "began")


def test_no_move_makes_a_ring(tree: Tree) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        left leave VERB root 0 {PAST}
        York York PROPN obj 2
    """)
    assert rehung(sentence, {1: (2, "obj")}) == sentence


def test_a_finite_verb_is_joined_to_a_finite_one(tree: Tree) -> None:
    sentence = tree(f"""
        They they PRON nsubj 2
        helped help VERB root 0 {PAST}
        put put VERB xcomp 2 VerbForm=Inf
        it it PRON obj 3
        out out ADP compound:prt 3
        and and CCONJ cc 8
        are be AUX aux 8 VerbForm=Fin
        working work VERB conj 3 VerbForm=Part
    """)
    assert place(repaired(sentence), "working") == ("conj", "helped")


def test_a_name_before_a_verb_of_saying_is_its_subject(tree: Tree) -> None:
    sentence = tree(f"""
        Speaking speak VERB advcl 6 VerbForm=Part
        in in ADP case 3
        court court NOUN obl 1
        , , PUNCT punct 5
        Roe Roe PROPN appos 3
        said say VERB root 0 {PAST}
        it it PRON nsubj 8
        rained rain VERB ccomp 6 {PAST}
    """)
    assert place(repaired(sentence), "Roe") == ("nsubj", "said")
