from __future__ import annotations

from collections.abc import Callable

Claimed = Callable[[str], list[str]]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"


def test_what_something_means_is_said_too(claimed: Claimed) -> None:
    assert claimed(f"""
        It it PRON nsubj 2
        rained rain VERB root 0 {PAST}
        , , PUNCT punct 4
        meaning mean VERB advcl 2 VerbForm=Part Tense=Pres
        we we PRON nsubj 6
        lost lose VERB ccomp 4 {PAST}
        . . PUNCT punct 2
    """) == ["It rained.", "We lost."]


def test_what_something_is_made_may_be_told_with_two_objects(claimed: Claimed) -> None:
    assert claimed(f"""
        Poe Poe PROPN nsubj 2
        chose choose VERB root 0 {PAST}
        Roe Roe PROPN obj 2
        , , PUNCT punct 5
        making make VERB advcl 2 VerbForm=Part Tense=Pres
        her she PRON iobj 5
        the the DET det 8
        mayor mayor NOUN obj 5 Number=Sing
        . . PUNCT punct 2
    """) == ["Poe chose Roe.", "She was the mayor."]
