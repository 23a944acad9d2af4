from __future__ import annotations

from collections.abc import Callable

import pytest

Claimed = Callable[[str], list[str]]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"


@pytest.mark.parametrize("verb", ["dismissed dismiss", "hailed hail"])
def test_what_somebody_judges_a_thing_to_be_is_the_claim(verb: str, claimed: Claimed) -> None:
    assert claimed(f"""
        Poe Poe PROPN nsubj 2
        {verb} VERB root 0 {PAST}
        the the DET det 4
        plan plan NOUN obj 2 Number=Sing
        as as ADP case 7
        too too ADV advmod 7
        bold bold ADJ advcl 2
        . . PUNCT punct 2
    """) == ["The plan was too bold."]


def test_an_office_after_as_is_no_description(claimed: Claimed) -> None:
    assert claimed(f"""
        Poe Poe PROPN nsubj 2
        rejected reject VERB root 0 {PAST}
        Roe Roe PROPN obj 2
        as as ADP case 5
        mayor mayor NOUN obl 2 Number=Sing
        . . PUNCT punct 2
    """) == ["Poe rejected Roe as mayor."]


def test_a_relative_clause_may_describe_its_noun(claimed: Claimed) -> None:
    assert claimed(f"""
        Poe Poe PROPN nsubj 2
        wrote write VERB root 0 {PAST}
        Dawn Dawn PROPN obj 2
        , , PUNCT punct 7
        which which PRON obj 7 PronType=Rel
        Roe Roe PROPN nsubj 7
        called call VERB acl:relcl 3 {PAST}
        a a DET det 9
        triumph triumph NOUN obj 7 Number=Sing
        . . PUNCT punct 2
    """) == ["Poe wrote Dawn.", "Dawn was a triumph."]
