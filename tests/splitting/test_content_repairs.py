from __future__ import annotations

from collections.abc import Callable

from claimledger.splitting.document import Sentence

Tree = Callable[[str], Sentence]
Mended = Callable[[str], list[str]]
Told = Callable[[Sentence], list[tuple[str | None, str]]]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"
PRESENT = "VerbForm=Fin Tense=Pres Mood=Ind"


def test_a_content_without_a_verb_has_its_participle_for_one(mended: Mended) -> None:
    assert mended(f"""
        The the DET det 2
        survey survey NOUN nsubj 3
        found find VERB root 0 {PAST}
        that that SCONJ mark 6
        most most ADJ amod 6
        farmers farmer NOUN ccomp 3 Number=Plur
        lived live VERB acl 6 VerbForm=Part Tense=Past
        near near ADP case 10
        a a DET det 10
        mine mine NOUN obl 7
        . . PUNCT punct 3
    """) == ["Most farmers lived near a mine."]


def test_what_is_told_does_not_describe_who_is_told(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        The the DET det 2
        panel panel NOUN nsubj 4
        is be AUX aux 4 {PRESENT}
        telling tell VERB root 0 VerbForm=Part Tense=Pres
        a a DET det 6
        club club NOUN obj 4
        that that SCONJ mark 11
        the the DET det 9
        river river NOUN nsubj 11
        is be AUX cop 11 {PRESENT}
        dirty dirty ADJ acl:relcl 6
        . . PUNCT punct 4
    """)
    assert told(sentence) == [("panel", "dirty")]


def test_a_club_that_has_a_name_is_no_content(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        told tell VERB root 0 {PAST}
        Dana Dana PROPN ccomp 2
        Poe Poe PROPN flat 3
        that that SCONJ mark 7
        it it PRON nsubj 7
        rained rain VERB ccomp 2 {PAST}
        . . PUNCT punct 2
    """)
    assert told(sentence) == [("Roe", "rained")]


def test_a_quotation_finds_its_own_verb(mended: Mended) -> None:
    assert mended(f"""
        " " PUNCT punct 2
        Many many ADJ nsubj 11 Q
        of of ADP case 5 Q
        the the DET det 5 Q
        talks talk NOUN nmod 2 Q
        come come VERB acl 2 {PRESENT} Q
        too too ADV advmod 8 Q
        late late ADV advmod 6 Q
        , , PUNCT punct 2 Q
        she she PRON nsubj 11
        said say VERB root 0 {PAST}
        . . PUNCT punct 11
    """) == ["Many of the talks come too late."]


def test_a_content_may_wait_for_an_aside(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        continues continue VERB root 0 {PRESENT}
        to to PART mark 4
        insist insist VERB xcomp 2 VerbForm=Inf
        , , PUNCT punct 7
        in in ADP case 7
        talks talk NOUN obl 4
        , , PUNCT punct 11
        that that SCONJ mark 11
        it it PRON nsubj 11
        rained rain VERB parataxis 2 {PAST}
        . . PUNCT punct 2
    """)
    assert told(sentence) == [("Roe", "rained")]


def test_few_if_any_opens_a_content(tree: Tree, told: Told) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        says say VERB root 0 {PRESENT}
        that that SCONJ mark 4
        few few ADJ ccomp 2
        if if SCONJ mark 8
        any any DET det 7
        mills mill NOUN nsubj 8
        close close VERB advcl 4 {PRESENT}
        . . PUNCT punct 2
    """)
    assert told(sentence) == [("Roe", "few")]
