from __future__ import annotations

from collections.abc import Callable

Claimed = Callable[[str], list[str]]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"


def test_joined_verbs_share_the_object_after_the_last(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        wrote write VERB root 0 {PAST}
        and and CCONJ cc 4
        directed direct VERB conj 2 {PAST}
        the the DET det 6
        film film NOUN obj 4 Number=Sing
        in in ADP case 8
        1990 1990 NUM obl 4
        . . PUNCT punct 2
    """) == ["Roe wrote the film in 1990.", "Roe directed the film in 1990."]


def test_what_hangs_on_the_first_verb_after_the_second_is_shared(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj:pass 3
        was be AUX aux:pass 3 {PAST}
        praised praise VERB root 0 VerbForm=Part Tense=Past
        and and CCONJ cc 5
        honoured honour VERB conj 3 VerbForm=Part Tense=Past
        by by ADP case 7
        Poe Poe PROPN obl:agent 3
        . . PUNCT punct 3
    """) == ["Roe was praised by Poe.", "Roe was honoured by Poe."]


def test_a_verb_that_takes_no_object_gets_none(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        came come VERB root 0 {PAST}
        and and CCONJ cc 4
        left leave VERB conj 2 {PAST}
        the the DET det 6
        city city NOUN obj 4 Number=Sing
        . . PUNCT punct 2
    """) == ["Roe came.", "Roe left the city."]


def test_a_verb_with_a_word_of_its_own_after_it_shares_nothing(claimed: Claimed) -> None:
    assert claimed(f"""
        Gases gas NOUN nsubj 2 Number=Plur
        broke break VERB root 0 {PAST}
        apart apart ADV advmod 2
        and and CCONJ cc 5
        released release VERB conj 2 {PAST}
        chlorine chlorine NOUN obj 5 Number=Sing
        . . PUNCT punct 2
    """) == ["Gases broke apart.", "Gases released chlorine."]


def test_an_aside_in_a_shared_object_is_told_once(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        bought buy VERB root 0 {PAST}
        and and CCONJ cc 4
        sold sell VERB conj 2 {PAST}
        Sea Sea PROPN obj 4
        , , PUNCT punct 8
        a a DET det 8
        boat boat NOUN appos 5 Number=Sing
        . . PUNCT punct 2
    """) == ["Roe bought Sea.", "Roe sold Sea.", "Sea is a boat."]


def test_verbs_of_different_forms_share_nothing(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj:pass 3
        is be AUX aux:pass 3 VerbForm=Fin Tense=Pres Mood=Ind
        married marry VERB root 0 VerbForm=Part Tense=Past
        and and CCONJ cc 5
        had have VERB conj 3 {PAST}
        children child NOUN obj 5 Number=Plur
        . . PUNCT punct 3
    """) == ["Roe is married.", "Roe had children."]
