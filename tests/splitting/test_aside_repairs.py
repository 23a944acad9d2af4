from __future__ import annotations

from collections.abc import Callable

from claimledger.splitting.document import Sentence

Tree = Callable[[str], Sentence]
Mended = Callable[[str], list[str]]
Told = Callable[[Sentence], list[tuple[str | None, str]]]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"
PRESENT = "VerbForm=Fin Tense=Pres Mood=Ind"


def test_a_cue_after_a_condition_and_a_but_is_interposed(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        But but CCONJ cc 7
        to to PART mark 3
        save save VERB advcl 7 VerbForm=Inf
        money money NOUN obj 3
        , , PUNCT punct 3
        he he PRON nsubj 7
        said say VERB advcl 12 {PAST}
        , , PUNCT punct 7
        the the DET det 10
        council council NOUN nsubj 12
        should should AUX aux 12 VerbForm=Fin
        wait wait VERB root 0 VerbForm=Inf
        . . PUNCT punct 12
    """)
    assert told(sentence) == [("he", "wait")]


def test_what_a_cue_interrupts_keeps_its_subject(mended: Mended) -> None:
    assert mended(f"""
        Acts act NOUN nsubj 7 Number=Plur
        of of ADP case 3
        kindness kindness NOUN nmod 1
        , , PUNCT punct 1
        Mrs. Mrs. PROPN nmod:desc 6
        Poe Poe PROPN nsubj 7
        said say VERB parataxis 10 {PAST}
        , , PUNCT punct 7
        are be AUX cop 10 {PRESENT}
        gifts gift NOUN root 0 Number=Plur
        . . PUNCT punct 10
    """) == ["Acts of kindness are gifts."]


def test_a_cue_before_its_source_holds_for_all_before_it(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        The the DET det 2
        meeting meeting NOUN nsubj 4
        was be AUX cop 4 {PAST}
        short short ADJ root 0
        , , PUNCT punct 6
        noted note VERB conj 4 {PAST}
        the the DET det 8
        club club NOUN nmod:poss 11
        's 's PART case 8
        Dana Dana PROPN compound 11
        Poe Poe PROPN obj 6
        . . PUNCT punct 4
    """)
    assert told(sentence) == [("Poe", "short")]


def test_a_cue_between_two_clauses_holds_for_both(mended: Mended, tree: Tree, told: Told) -> None:
    table = f"""
        The the DET det 2
        richest rich ADJ nsubj 3
        paid pay VERB advcl 9 VerbForm=Part Tense=Past
        9 9 NUM nummod 5
        percent percent NOUN obj 3
        , , PUNCT punct 3
        the the DET det 8
        agency agency NOUN nsubj 9
        said say VERB root 0 {PAST}
        on on ADP case 11
        Monday Monday PROPN obl 9
        , , PUNCT punct 15
        and and CCONJ cc 15
        others other NOUN nsubj 15 Number=Plur
        fled flee VERB conj 9 {PAST}
        . . PUNCT punct 9
    """
    assert told(tree(table)) == [("agency", "paid")]
    assert mended(table) == ["The richest paid 9 percent.", "Others fled."]


def test_as_many_say_names_those_who_say_it(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        As as SCONJ case 3
        many many ADJ amod 3
        doctors doctor NOUN obl 5 Number=Plur
        have have AUX aux 5 {PRESENT}
        pointed point VERB advcl 11 VerbForm=Part Tense=Past
        out out ADP compound:prt 5
        , , PUNCT punct 5
        the the DET det 9
        drug drug NOUN nsubj 11
        is be AUX cop 11 {PRESENT}
        safe safe ADJ root 0
        . . PUNCT punct 11
    """)
    assert told(sentence) == [("doctors", "safe")]


def test_a_cue_taken_for_a_plural_is_a_verb(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        We we PRON nsubj:pass 3
        are be AUX aux:pass 3 {PRESENT}
        bound bind VERB root 0 VerbForm=Part Tense=Past
        , , PUNCT punct 8
        as as SCONJ mark 8
        the the DET det 7
        oath oath NOUN nsubj 8
        states state NOUN advcl 3 Number=Plur
        . . PUNCT punct 3
    """)
    assert told(sentence) == [("oath", "bound")]


def test_a_lemma_that_the_parser_made_up_does_not_hide_a_cue(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        insisted insiste VERB root 0 {PAST}
        it it PRON nsubj 4
        rained rain VERB ccomp 2 {PAST}
    """)
    assert told(sentence) == [("Roe", "rained")]
