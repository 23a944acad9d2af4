from __future__ import annotations

from collections.abc import Callable

Mended = Callable[[str], list[str]]


def test_a_second_object_is_an_apposition(mended: Mended) -> None:
    assert mended("""
        For for ADP case 3
        the the DET det 3 PronType=Art
        study study NOUN obl 7 Number=Sing
        , , PUNCT punct 3
        the the DET det 6 PronType=Art
        researchers researcher NOUN nsubj 7 Number=Plur
        chose choose VERB root 0 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        Caudipteryx Caudipteryx PROPN compound 9 Number=Sing
        zoui zoui PROPN obj 7 Number=Sing
        , , PUNCT punct 12
        a a DET det 12 PronType=Art
        dinosaur dinosaur NOUN obj 7 Number=Sing
        about about ADP case 15
        the the DET det 15 PronType=Art
        size size NOUN nmod 12 Number=Sing
        of of ADP case 18
        a a DET det 18 PronType=Art
        peacock peacock NOUN nmod 15 Number=Sing
        . . PUNCT punct 7
    """) == [
        "For the study, the researchers chose Caudipteryx zoui.",
        "Caudipteryx zoui is a dinosaur about the size of a peacock.",
    ]


def test_of_before_an_owner_belongs_to_what_is_owned(mended: Mended) -> None:
    assert mended("""
        Yet yet CCONJ cc 3
        it it PRON nsubj 3 Number=Sing PronType=Prs
        absorbs absorb VERB root 0 VerbForm=Fin Tense=Pres Mood=Ind Number=Sing
        most most ADJ obj 3 Degree=Sup
        of of ADP case 7
        the the DET det 7 PronType=Art
        sun sun NOUN nmod:poss 11 Number=Sing
        's 's PART case 7
        harmful harmful ADJ amod 11 Degree=Pos
        ultraviolet ultraviolet ADJ amod 11 Degree=Pos
        radiation radiation NOUN obj 3 Number=Sing
        , , PUNCT punct 15
        which which PRON nsubj 15 PronType=Rel
        can can AUX aux 15 VerbForm=Fin
        cause cause VERB acl:relcl 11 VerbForm=Inf
        skin skin NOUN compound 17 Number=Sing
        cancer cancer NOUN obj 15 Number=Sing
        and and CCONJ cc 19
        cataracts cataract NOUN conj 17 Number=Plur
        . . PUNCT punct 3
    """) == [
        "It absorbs most of the sun's harmful ultraviolet radiation.",
        "The sun's harmful ultraviolet radiation can cause skin cancer.",
        "The sun's harmful ultraviolet radiation can cause cataracts.",
    ]


def test_a_verb_without_and_has_the_subject_before_it(mended: Mended) -> None:
    assert mended("""
        The the DET det 3 PronType=Art
        US US PROPN compound 3 Number=Sing
        Senate Senate PROPN nsubj 4 Number=Sing
        approved approve VERB root 0 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        the the DET det 6 PronType=Art
        treaty treaty NOUN obj 4 Number=Sing
        by by ADP case 9
        83 83 NUM nummod 9
        votes vote NOUN nmod 6 Number=Plur
        to to PART case 11
        0 0 NUM obl 4
        the the DET det 14 PronType=Art
        following follow VERB amod 14 VerbForm=Ger
        March March PROPN nmod:unmarked 11 Number=Sing
        , , PUNCT punct 18
        and and CCONJ cc 18
        President President PROPN nmod:desc 18 Number=Sing
        Ronald Ronald PROPN conj 11 Number=Sing entity=PERSON
        Reagan Reagan PROPN flat 18 Number=Sing entity=PERSON
        , , PUNCT punct 22
        who who PRON nsubj 22 PronType=Rel
        signed sign VERB acl:relcl 18 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        the the DET det 24 PronType=Art
        ratification ratification NOUN obj 22 Number=Sing
        on on ADP case 27
        April April PROPN compound 27 Number=Sing
        5 5 NUM obl 22
        , , PUNCT punct 29
        1988 1988 NUM nmod:unmarked 27
        , , PUNCT punct 31
        called call VERB conj 4 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        it it PRON obj 31 Number=Sing PronType=Prs
        a a DET det 34 PronType=Art
        breach breach NOUN xcomp 31 Number=Sing
        . . PUNCT punct 4
    """) == [
        "The US Senate approved the treaty by 83 votes to 0 the following March.",
        "President Ronald Reagan signed the ratification on April 5, 1988.",
        "It was a breach.",
    ]


def test_charges_in_a_row_are_split(mended: Mended) -> None:
    assert mended("""
        The the DET det 2 PronType=Art
        parents parent NOUN nsubj:pass 5 Number=Plur
        are be AUX aux:pass 5 VerbForm=Fin Tense=Pres Mood=Ind Number=Plur
        also also ADV advmod 5
        accused accuse VERB root 0 VerbForm=Part Tense=Past Voice=Pass
        of of SCONJ mark 7
        putting put VERB advcl 5 VerbForm=Ger
        their their PRON nmod:poss 10 Number=Plur PronType=Prs
        social social ADJ amod 10 Degree=Pos
        life life NOUN obj 7 Number=Sing
        ahead ahead ADV advmod 7
        of of ADP case 14
        their their PRON nmod:poss 14 Number=Plur PronType=Prs
        child child NOUN obl 11 Number=Sing
        , , PUNCT punct 16
        taking take VERB advcl 7 VerbForm=Part Tense=Pres
        her she PRON obj 16 Number=Sing PronType=Prs
        on on ADP case 20
        a a DET det 20 PronType=Art
        trip trip NOUN obl 16 Number=Sing
        to to ADP case 22
        India India PROPN nmod 20 Number=Sing
        and and CCONJ cc 24
        giving give VERB conj 16 VerbForm=Part Tense=Pres
        her she PRON nmod:poss 27 Number=Sing PronType=Prs
        homeopathic homeopathic ADJ amod 27 Degree=Pos
        drops drop VERB obj 24 VerbForm=Fin Tense=Pres Mood=Ind Number=Sing
        . . PUNCT punct 5
    """) == [
        "The parents are also accused of putting their social life ahead of their child.",
        "The parents are also accused of taking her on a trip to India.",
        "The parents are also accused of giving her homeopathic drops.",
    ]


def test_a_second_charge_is_split(mended: Mended) -> None:
    assert mended("""
        In in ADP case 2
        1998 1998 NUM obl 7
        , , PUNCT punct 2
        Bill Bill PROPN nsubj:pass 7 Number=Sing
        Clinton Clinton PROPN flat 4 Number=Sing
        was be AUX aux:pass 7 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        impeached impeach VERB root 0 VerbForm=Part Tense=Past Voice=Pass
        for for SCONJ mark 9
        lying ly VERB advcl 7 VerbForm=Part Tense=Pres
        to to ADP case 11
        investigators investigator NOUN obl 9 Number=Plur
        and and CCONJ cc 13
        obstructing obstructe VERB conj 11 VerbForm=Ger
        justice justice NOUN obj 13 Number=Sing
        during during ADP case 18
        the the DET det 18 PronType=Art
        Lewinsky Lewinsky PROPN compound 18 Number=Sing
        affair affair NOUN nmod 11 Number=Sing
        . . PUNCT punct 7
    """) == [
        (
            "In 1998, Bill Clinton was impeached for lying to investigators during "
            "the Lewinsky affair."
        ),
        "In 1998, Bill Clinton was impeached for obstructing justice.",
    ]


def test_a_clause_after_a_semicolon_is_a_claim(mended: Mended) -> None:
    assert mended("""
        The the DET det 2 PronType=Art
        incident incident NOUN nsubj 3 Number=Sing
        left leave VERB root 0 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        seven seven NUM nummod 5
        motorcyclists motorcyclist NOUN obj 3 Number=Plur
        dead dead ADJ amod 5 Degree=Pos
        ; ; PUNCT punct 16
        the the DET det 10 PronType=Art
        official official ADJ amod 10 Degree=Pos
        cause cause NOUN nsubj 16 Number=Sing
        of of ADP case 12
        death death NOUN nmod 10 Number=Sing
        reportedly reportedly ADV advmod 16
        was be AUX cop 16 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        an a DET det 16 PronType=Art
        injury injury NOUN appos 5 Number=Sing
        . . PUNCT punct 3
    """) == [
        "The incident left seven motorcyclists dead.",
        "The official cause of death reportedly was an injury.",
    ]


def test_a_clause_after_with_is_a_claim(mended: Mended) -> None:
    assert mended("""
        None none PRON nsubj 5 PronType=Neg
        of of ADP case 4
        the the DET det 4 PronType=Art
        others other NOUN nmod 1 Number=Plur
        won win VERB root 0 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        seats seat NOUN obj 5 Number=Plur
        , , PUNCT punct 10
        with with ADP case 10
        Senator Senator PROPN nmod:desc 10 Number=Sing
        Mary Mary PROPN nsubj 12 Number=Sing entity=PERSON
        Poe Poe PROPN flat 10 Number=Sing entity=PERSON
        coming come VERB xcomp 5 VerbForm=Ger
        in in ADP case 14
        fourth fourth ADJ obl 12 Degree=Pos
        . . PUNCT punct 5
    """) == [
        "None of the others won seats.",
        "Senator Mary Poe came in fourth.",
    ]


def test_the_last_words_belong_to_the_last_clause(mended: Mended) -> None:
    assert mended("""
        Although although SCONJ mark 7
        Hong Hong PROPN nmod:poss 6 Number=Sing
        Kong Kong PROPN flat 2 Number=Sing
        's 's PART case 2
        district district NOUN compound 6 Number=Sing
        elections election NOUN nsubj 7 Number=Plur
        are be AUX advcl 12 VerbForm=Fin Tense=Pres Mood=Ind Number=Plur
        , , PUNCT punct 7
        reportedly reportedly ADV advmod 12
        , , PUNCT punct 9
        usually usually ADV advmod 12 Degree=Pos
        quiet quiet ADJ root 0 Degree=Pos
        , , PUNCT punct 12
        this this DET det 15 Number=Sing PronType=Dem
        year year NOUN obl:unmarked 22 Number=Sing
        not not PART advmod 21 Polarity=Neg
        even even ADV advmod 21
        one one NUM nummod 21
        district district NOUN compound 21 Number=Sing
        council council NOUN compound 21 Number=Sing
        candidate candidate NOUN nsubj 22 Number=Sing
        ran run VERB parataxis 12 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        unopposed unopposed VERB advmod 12 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        . . PUNCT punct 12
    """) == [
        "This year not even one district council candidate ran unopposed.",
    ]


def test_some_of_which_speaks_of_what_stands_before(mended: Mended) -> None:
    assert mended("""
        An a DET det 2 PronType=Art
        array array NOUN nsubj 7 Number=Sing
        of of ADP case 4
        classes class NOUN nmod 2 Number=Plur
        were be AUX cop 7 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        on on ADP case 7
        offer offer NOUN root 0 Number=Sing
        , , PUNCT punct 12
        one one NUM nsubj 12
        of of ADP case 11
        which which PRON nmod 9 PronType=Rel
        allowed allow VERB parataxis 7 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        visitors visitor NOUN iobj 12 Number=Plur
        to to PART mark 15
        make make VERB xcomp 12 VerbForm=Inf
        a a DET det 17 PronType=Art
        mask mask NOUN obj 15 Number=Sing
        . . PUNCT punct 7
    """) == [
        "An array of classes were on offer.",
        "One of the classes allowed visitors to make a mask.",
    ]
