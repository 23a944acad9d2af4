from __future__ import annotations

from collections.abc import Callable

Mended = Callable[[str], list[str]]


def test_a_clause_with_a_copula_is_no_part_of_an_object(mended: Mended) -> None:
    assert mended("""
        HFCs HFCs NOUN nsubj 4 Number=Plur
        do do AUX aux 4 VerbForm=Fin Tense=Pres Mood=Ind Number=Plur
        not not PART advmod 4 Polarity=Neg
        harm harm VERB root 0 VerbForm=Inf
        the the DET det 7 PronType=Art
        ozone ozone NOUN compound 7 Number=Sing
        layer layer NOUN obj 4 Number=Sing
        , , PUNCT punct 14
        but but CCONJ cc 14
        they they PRON nsubj 14 Number=Plur PronType=Prs
        are be AUX cop 14 VerbForm=Fin Tense=Pres Mood=Ind Number=Plur
        powerful powerful ADJ amod 14 Degree=Pos
        greenhouse greenhouse NOUN compound 14 Number=Sing
        gases gas NOUN conj 7 Number=Plur
        . . PUNCT punct 4
    """) == [
        "HFCs do not harm the ozone layer.",
        "They are powerful greenhouse gases.",
    ]


def test_a_superlative_after_a_comma_is_an_apposition(mended: Mended) -> None:
    assert mended("""
        The the DET det 2 PronType=Art
        hole hole NOUN nsubj 7 Number=Sing
        was be AUX cop 7 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        about about ADV advmod 5
        30 30 NUM nummod 6
        percent percent NOUN obl:unmarked 7 Number=Sing
        smaller small ADJ root 0 Degree=Cmp
        than than ADP case 10
        the the DET det 10 PronType=Art
        one one NOUN obl 7 Number=Sing
        of of ADP case 12
        2006 2006 NUM nmod 10
        , , PUNCT punct 17
        the the DET det 17 PronType=Art
        largest large ADJ advmod 17 Degree=Sup
        ever ever ADV advmod 17 PronType=Ind
        observed observe VERB conj 7 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        , , PUNCT punct 22
        and and CCONJ cc 22
        the the DET det 21 PronType=Art
        agencies agency NOUN nsubj 22 Number=Plur
        ranked rank VERB conj 17 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        it it PRON obj 22 Number=Sing PronType=Prs
        the the DET det 26 PronType=Art
        fifth fifth ADJ amod 26 Degree=Pos
        smallest small ADJ obl:unmarked 22 Degree=Sup
        since since ADP case 28
        1992 1992 NUM obl 22
        . . PUNCT punct 7
    """) == [
        "The hole was about 30 percent smaller than the one of 2006.",
        "The one of 2006 is the largest ever observed.",
        "The agencies ranked it the fifth smallest since 1992.",
    ]


def test_a_clause_with_but_stands_beside_the_one_before(mended: Mended) -> None:
    assert mended("""
        Clinton Clinton PROPN nsubj 3 Number=Sing entity=PERSON
        had have AUX aux 3 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        told tell VERB root 0 VerbForm=Part Tense=Past
        officials official NOUN iobj 3 Number=Plur
        that that SCONJ mark 9
        she she PRON nsubj 9 Number=Sing PronType=Prs
        did do AUX aux 9 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        not not PART advmod 9 Polarity=Neg
        want want VERB ccomp 3 VerbForm=Inf
        the the DET det 11 PronType=Art
        escort escort NOUN obj 9 Number=Sing
        at at ADP case 13
        all all DET obl 9 PronType=Tot
        , , PUNCT punct 18
        but but CCONJ cc 18
        the the DET det 17 PronType=Art
        NYPD NYPD PROPN nsubj 18 Number=Sing
        overruled overrule VERB advcl 24 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        that that DET det 20 Number=Sing PronType=Dem
        request request NOUN obj 18 Number=Sing
        , , PUNCT punct 18
        the the DET det 23 PronType=Art
        source source NOUN nsubj 24 Number=Sing
        added add VERB ccomp 3 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        . . PUNCT punct 3
    """) == [
        "She did not want the escort at all.",
        "The NYPD overruled that request.",
    ]
