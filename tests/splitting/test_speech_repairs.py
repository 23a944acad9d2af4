from __future__ import annotations

from collections.abc import Callable

Mended = Callable[[str], list[str]]


def test_what_is_admitted_stands_below_the_verb(mended: Mended) -> None:
    assert mended("""
        The the DET det 2 PronType=Art
        campaign campaign NOUN nsubj 3 Number=Sing
        planned plan VERB root 0 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        to to PART mark 5
        stage stage VERB xcomp 3 VerbForm=Inf
        a a DET det 7 PronType=Art
        protest protest NOUN obj 5 Number=Sing
        , , PUNCT punct 11
        though though SCONJ mark 11
        she she PRON nsubj 11 Number=Sing PronType=Prs
        acknowledged acknowledge VERB advcl 14 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        it it PRON nsubj 14 Number=Sing PronType=Prs
        was be AUX cop 14 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        unlikely unlikely ADJ parataxis 3 Degree=Pos
        to to PART mark 16
        work work VERB xcomp 14 VerbForm=Inf
        . . PUNCT punct 3
    """) == [
        "The campaign planned to stage a protest.",
        "She acknowledged it was unlikely to work.",
    ]


def test_two_subjects_of_a_content_stay_in_it(mended: Mended) -> None:
    assert mended("""
        The the DET det 3 PronType=Art
        Indiana Indiana PROPN compound 3 Number=Sing
        governor governor NOUN nsubj 4 Number=Sing
        said say VERB root 0 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        Democrats Democrat PROPN obj 4 Number=Plur entity=PERSON
        and and CCONJ cc 11
        the the DET det 8 PronType=Art
        media media NOUN nsubj:outer 11 Number=Sing
        are be AUX cop 11 VerbForm=Fin Tense=Pres Mood=Ind Number=Plur
        to to PART mark 11
        blame blame VERB conj 4 VerbForm=Inf
        for for SCONJ mark 13
        focusing focus VERB advcl 11 VerbForm=Part Tense=Pres
        on on ADP case 16
        the the DET det 16 PronType=Art
        tweets tweet NOUN obl 13 Number=Plur
        . . PUNCT punct 4
    """) == [
        "Democrats are to blame for focusing on the tweets.",
        "The media is to blame for focusing on the tweets.",
    ]


def test_a_second_content_goes_with_the_first(mended: Mended) -> None:
    assert mended("""
        Connecticut Connecticut PROPN nmod:poss 4 Number=Sing entity=PERSON
        's 's PART case 1
        tax tax NOUN compound 4 Number=Sing
        commissioner commissioner NOUN nsubj 5 Number=Sing
        says say VERB root 0 VerbForm=Fin Tense=Pres Mood=Ind Number=Sing
        an a DET det 8 PronType=Art
        internal internal ADJ amod 8 Degree=Pos
        review review NOUN nsubj 9 Number=Sing
        shows show VERB ccomp 5 VerbForm=Fin Tense=Pres Mood=Ind Number=Sing
        no no DET det 11 PronType=Neg
        one one NOUN obj 9 Number=Sing
        from from ADP case 14
        the the DET det 14 PronType=Art
        department department NOUN nmod 11 Number=Sing
        released release VERB ccomp 5 VerbForm=Part Tense=Past Voice=Pass
        part part NOUN obj 15 Number=Sing
        of of ADP case 19
        the the DET det 19 PronType=Art
        filings filing NOUN nmod 16 Number=Plur
        to to ADP case 24
        the the DET det 24 PronType=Art
        New New ADJ amod 23 Degree=Pos
        York York PROPN compound 24 Number=Sing
        Times Times PROPN nmod 19 Number=Sing
        . . PUNCT punct 5
    """) == [
        (
            "An internal review shows no one from the department released part of "
            "the filings to the New York Times."
        ),
        "No one from the department released part of the filings to the New York Times.",
    ]


def test_a_reason_after_a_cue_belongs_to_the_content(mended: Mended) -> None:
    assert mended("""
        Support support NOUN nsubj 3 Number=Sing
        has have AUX aux 3 VerbForm=Fin Tense=Pres Mood=Ind Number=Sing
        fallen fall VERB root 0 VerbForm=Part Tense=Past
        with with ADP case 6
        young young ADJ amod 6 Degree=Pos
        voters voter NOUN obl 3 Number=Plur
        , , PUNCT punct 3
        Graham Graham PROPN nsubj 9 Number=Sing
        said say VERB parataxis 3 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        , , PUNCT punct 15
        because because SCONJ mark 15
        most most ADJ nsubj 15 Degree=Sup
        of of ADP case 14
        them they PRON nmod 12 Number=Plur PronType=Prs
        accept accept VERB advcl 9 VerbForm=Inf
        the the DET det 17 PronType=Art
        science science NOUN obj 15 Number=Sing
        . . PUNCT punct 3
    """) == [
        "Support has fallen with young voters because most of them accept the science.",
    ]


def test_a_condition_before_an_interposed_cue_belongs_to_the_content(mended: Mended) -> None:
    assert mended("""
        If if SCONJ mark 3
        it it PRON nsubj 3
        rains rain VERB advcl 6 VerbForm=Fin Tense=Pres
        , , PUNCT punct 3
        Roe Roe PROPN nsubj 6
        said say VERB root 0 VerbForm=Fin Tense=Past
        , , PUNCT punct 6
        it it PRON nsubj 10
        may may AUX aux 10 VerbForm=Fin
        fall fall VERB ccomp 6 VerbForm=Inf
        . . PUNCT punct 6
    """) == ["If it rains it may fall."]


def test_a_time_before_a_cue_that_opens_its_content_belongs_to_the_cue(mended: Mended) -> None:
    assert mended("""
        Monday Monday PROPN obl 4
        , , PUNCT punct 1
        Roe Roe PROPN nsubj 4
        said say VERB root 0 VerbForm=Fin Tense=Past
        that that SCONJ mark 7
        it it PRON nsubj 7
        fell fall VERB ccomp 4 VerbForm=Fin Tense=Past
        . . PUNCT punct 4
    """) == ["It fell."]


def test_a_cue_between_commas_is_an_aside(mended: Mended) -> None:
    assert mended("""
        It it PRON nsubj 6
        , , PUNCT punct 4
        Roe Roe PROPN nsubj 4
        said say VERB advcl 6 VerbForm=Fin Tense=Past
        , , PUNCT punct 4
        fell fall VERB root 0 VerbForm=Fin Tense=Past
        . . PUNCT punct 6
    """) == ["It fell."]


def test_a_condition_after_a_cue_belongs_to_the_content(mended: Mended) -> None:
    assert mended("""
        It it PRON nsubj 3
        may may AUX aux 3 VerbForm=Fin
        fall fall VERB ccomp 6 VerbForm=Inf
        , , PUNCT punct 3
        Roe Roe PROPN nsubj 6
        said say VERB root 0 VerbForm=Fin Tense=Past
        , , PUNCT punct 10
        if if SCONJ mark 10
        it it PRON nsubj 10
        rains rain VERB ccomp 6 VerbForm=Fin Tense=Pres
        . . PUNCT punct 6
    """) == ["It may fall if it rains."]
