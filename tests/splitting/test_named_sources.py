from __future__ import annotations

from collections.abc import Callable

from claimledger.splitting.document import Sentence

Tree = Callable[[str], Sentence]
Mended = Callable[[str], list[str]]
Told = Callable[[Sentence], list[tuple[str | None, str]]]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"
PRESENT = "VerbForm=Fin Tense=Pres Mood=Ind"


def test_the_words_of_someone_go_with_what_follows(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        The the DET det 2
        roof roof NOUN nsubj 3
        leaked leak VERB root 0 {PAST}
        and and CCONJ cc 7
        in in ADP case 7
        the the DET det 7
        words word NOUN conj 3
        of of ADP case 9
        Roe Roe PROPN nmod 7
        , , PUNCT punct 7
        the the DET det 12
        hall hall NOUN nsubj 14
        is be AUX cop 14 {PRESENT}
        unsafe unsafe ADJ parataxis 3
        . . PUNCT punct 3
    """)
    assert told(sentence) == [("Roe", "unsafe")]


def test_a_source_with_a_day_is_no_subject(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        According accord VERB case 3
        to to ADP fixed 1
        clerk clerk NOUN nmod:desc 4
        John John PROPN nsubj 11
        on on ADP case 6
        Friday Friday PROPN nmod 4
        , , PUNCT punct 4
        the the DET det 9
        driver driver NOUN nsubj:pass 11
        was be AUX aux:pass 11 {PAST}
        named name VERB root 0 VerbForm=Part Tense=Past
        . . PUNCT punct 11
    """)
    assert told(sentence) == [("John", "named")]


def test_a_source_without_a_second_comma_opens_the_second_clause(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        While while SCONJ mark 3
        some some DET nsubj 3
        fed feed VERB advcl 12 {PAST}
        birds bird NOUN obj 3
        , , PUNCT punct 8
        according accord VERB case 8
        to to ADP fixed 6
        Poe Poe PROPN nmod 4
        nobody nobody PRON nsubj 12
        has have AUX aux 12 {PRESENT}
        ever ever ADV advmod 12
        bred breed VERB root 0 VerbForm=Part Tense=Past
        them they PRON obj 12
        . . PUNCT punct 12
    """)
    assert told(sentence) == [("Poe", "bred")]


def test_some_can_say_something(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        left leave VERB root 0 {PAST}
        , , PUNCT punct 8
        while while SCONJ mark 8
        some some DET det 6
        say say VERB nsubj 8 {PRESENT}
        he he PRON nsubj 8
        stayed stay VERB advcl 2 {PAST}
        . . PUNCT punct 2
    """)
    assert told(sentence) == [("some", "stayed")]


def test_a_co_author_is_one_word(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        Co co NOUN nsubj 6
        - - PUNCT punct 1
        author author NOUN nmod:desc 4
        Dana Dana PROPN nsubj 6
        Poe Poe PROPN flat 4
        said say VERB root 0 {PAST}
        it it PRON nsubj 8
        rained rain VERB ccomp 6 {PAST}
        . . PUNCT punct 6
    """)
    assert told(sentence) == [("Dana", "rained")]


def test_the_spokesman_speaks_and_not_whose_spokesman_he_is(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        Chancellor Chancellor PROPN nsubj 9
        Anna Anna PROPN nmod:poss 4
        's 's PART case 2
        aide aide NOUN appos 1
        , , PUNCT punct 6
        Dana Dana PROPN appos 4
        Poe Poe PROPN flat 6
        , , PUNCT punct 4
        said say VERB root 0 {PAST}
        it it PRON nsubj 11
        rained rain VERB ccomp 9 {PAST}
        . . PUNCT punct 9
    """)
    assert told(sentence) == [("aide", "rained")]


def test_a_cue_behind_an_apposition_is_no_adjective(tree: Tree, told: Told) -> None:
    sentence = tree("""
        Mary Mary PROPN nsubj 11
        Poe Poe PROPN flat 1
        , , PUNCT punct 5
        the the DET det 5
        mayor mayor NOUN appos 1
        , , PUNCT punct 1
        announced announce VERB amod 8 VerbForm=Part Tense=Past
        classes class NOUN nsubj:pass 11 Number=Plur
        would would AUX aux 11 VerbForm=Fin
        be be AUX aux:pass 11 VerbForm=Inf
        cut cut VERB root 0 VerbForm=Part Tense=Past
        . . PUNCT punct 11
    """)
    assert told(sentence) == [("Mary", "cut")]
