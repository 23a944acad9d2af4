from __future__ import annotations

from collections.abc import Callable

Claimed = Callable[[str], list[str]]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"


def test_when_a_study_was_published_is_a_claim(claimed: Claimed) -> None:
    assert claimed(f"""
        A a DET det 2
        study study NOUN nsubj 6 Number=Sing
        published publish VERB acl 2 VerbForm=Part Tense=Past
        on on ADP case 5
        Monday Monday PROPN obl 3
        blamed blame VERB root 0 {PAST}
        diesel diesel NOUN obj 6 Number=Sing
        . . PUNCT punct 6
    """) == ["A study was published on Monday.", "A study published on Monday blamed diesel."]


def test_findings_without_an_article_get_one(claimed: Claimed) -> None:
    assert (
        claimed(f"""
        In in ADP case 2
        findings finding NOUN obl 7 Number=Plur
        published publish VERB acl 2 VerbForm=Part Tense=Past
        in in ADP case 5
        Nature Nature PROPN obl 3
        they they PRON nsubj 7
        blamed blame VERB root 0 {PAST}
        diesel diesel NOUN obj 7 Number=Sing
        . . PUNCT punct 7
    """)[0]
        == "The findings were published in Nature."
    )


def test_some_of_which_takes_the_things_named_before(claimed: Claimed) -> None:
    assert claimed(f"""
        They they PRON nsubj 2
        held hold VERB root 0 {PAST}
        classes class NOUN obj 2 Number=Plur
        , , PUNCT punct 8
        some some DET nsubj 8
        of of ADP case 7
        which which PRON nmod 5 PronType=Rel
        failed fail VERB acl:relcl 3 {PAST}
        . . PUNCT punct 2
    """) == ["They held classes.", "Some of the classes failed."]
