from __future__ import annotations

from collections.abc import Callable

Claimed = Callable[[str], list[str]]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"


def test_a_name_after_a_description_of_one_of_many_tells_who_it_is(claimed: Claimed) -> None:
    assert claimed(f"""
        A a DET det 3
        younger young ADJ amod 3
        boy boy NOUN nsubj 7 Number=Sing
        , , PUNCT punct 5
        Roe Roe PROPN appos 3 entity=PERSON
        , , PUNCT punct 3
        wept weep VERB root 0 {PAST}
        . . PUNCT punct 7
    """) == ["Roe is a younger boy.", "A younger boy, Roe, wept."]


def test_the_known_thing_is_the_subject_of_what_describes_it(claimed: Claimed) -> None:
    assert claimed(f"""
        Another another DET det 3
        religious religious ADJ amod 3
        garment garment NOUN nsubj:pass 9 Number=Sing
        , , PUNCT punct 6
        the the DET det 6
        veil veil NOUN appos 3 Number=Sing
        , , PUNCT punct 3
        was be AUX aux:pass 9 {PAST}
        banned ban VERB root 0 VerbForm=Part Tense=Past
        . . PUNCT punct 9
    """) == [
        "The veil is another religious garment.",
        "Another religious garment, the veil, was banned.",
    ]


def test_a_state_beside_its_governor_is_the_place_named_before(claimed: Claimed) -> None:
    assert claimed(f"""
        The the DET det 2
        governor governor NOUN nsubj 9 Number=Sing
        of of ADP case 4
        Ohio Ohio PROPN nmod 2 entity=PLACE
        , , PUNCT punct 7
        a a DET det 7
        state state NOUN appos 2 Number=Sing
        , , PUNCT punct 2
        left leave VERB root 0 {PAST}
        . . PUNCT punct 9
    """) == ["Ohio is a state.", "The governor of Ohio left."]


def test_a_time_beside_a_thing_is_not_what_the_thing_is(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        caught catch VERB root 0 {PAST}
        a a DET det 4
        cold cold NOUN obj 2 Number=Sing
        , , PUNCT punct 7
        the the DET det 7
        week week NOUN appos 4 Number=Sing
        of of ADP case 10
        the the DET det 10
        show show NOUN nmod 7 Number=Sing
        . . PUNCT punct 2
    """) == ["Roe caught a cold, the week of the show."]


def test_a_thing_named_again_is_no_claim(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        saw see VERB root 0 {PAST}
        an a DET det 4
        ibis ibis NOUN obj 2 Number=Sing
        , , PUNCT punct 8
        a a DET det 8
        black black ADJ amod 8
        ibis ibis NOUN appos 4 Number=Sing
        . . PUNCT punct 2
    """) == ["Roe saw an ibis, a black ibis."]
