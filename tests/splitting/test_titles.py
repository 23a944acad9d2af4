from __future__ import annotations

from collections.abc import Callable

import pytest

Claimed = Callable[[str], list[str]]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"


@pytest.mark.parametrize(
    ("description", "claim"),
    [
        ("Brown/PROPN/compound historian/NOUN", "Jane Roe is a Brown historian."),
        ("MIT/PROPN/compound historian/NOUN", "Jane Roe is an MIT historian."),
        ("US/PROPN/compound historian/NOUN", "Jane Roe is a US historian."),
        ("Army/PROPN/compound spokesman/NOUN", "Jane Roe is Army spokesman."),
    ],
)
def test_a_description_before_a_name_is_a_claim(
    description: str, claim: str, claimed: Claimed
) -> None:
    first, noun = (word.split("/") for word in description.split())
    assert (
        claimed(f"""
        {first[0]} {first[0]} {first[1]} {first[2]} 2
        {noun[0]} {noun[0]} {noun[1]} nsubj 5 Number=Sing
        Jane Jane PROPN appos 2 entity=PERSON
        Roe Roe PROPN flat 3 entity=PERSON
        left leave VERB root 0 {PAST}
        . . PUNCT punct 5
    """)[0]
        == claim
    )


def test_a_relation_before_a_name_is_a_claim(claimed: Claimed) -> None:
    assert claimed(f"""
        Poe Poe PROPN nsubj 2
        met meet VERB root 0 {PAST}
        his he PRON nmod:poss 4 Poss=Yes
        sister sister NOUN obj 2 Number=Sing
        Ann Ann PROPN appos 4 entity=PERSON
        . . PUNCT punct 2
    """) == ["Poe met his sister Ann.", "Ann is his sister."]


def test_a_kind_before_the_name_of_a_thing_is_no_claim(claimed: Claimed) -> None:
    assert claimed(f"""
        Poe Poe PROPN nsubj 2
        sold sell VERB root 0 {PAST}
        the the DET det 4
        novel novel NOUN obj 2 Number=Sing
        Dawn Dawn PROPN appos 4
        . . PUNCT punct 2
    """) == ["Poe sold the novel Dawn."]


def test_a_name_after_another_noun_may_belong_to_that_one(claimed: Claimed) -> None:
    assert claimed(f"""
        Poe Poe PROPN nsubj 2
        saw see VERB root 0 {PAST}
        the the DET det 4
        roof roof NOUN obj 2 Number=Sing
        of of ADP case 7
        the the DET det 7
        capital capital NOUN nmod 4 Number=Sing
        Paris Paris PROPN appos 4
        . . PUNCT punct 2
    """) == ["Poe saw the roof of the capital Paris."]


def test_whoever_is_named_is_what_the_noun_says(claimed: Claimed) -> None:
    assert claimed(f"""
        A a DET det 2
        student student NOUN nsubj 5 Number=Sing
        named name VERB acl 2 VerbForm=Part Tense=Past
        Roe Roe PROPN xcomp 3
        wept weep VERB root 0 {PAST}
        . . PUNCT punct 5
    """) == ["Roe is a student.", "A student named Roe wept."]


def test_where_somebody_is_from_stands_between_commas(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 6 entity=PERSON
        , , PUNCT punct 4
        of of ADP case 4
        Ghent Ghent PROPN nmod 1
        , , PUNCT punct 1
        left leave VERB root 0 {PAST}
        . . PUNCT punct 6
    """) == ["Roe is of Ghent.", "Roe left."]
