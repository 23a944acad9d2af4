from __future__ import annotations

from collections.abc import Callable

import pytest

from claimledger.domain.claims import Claim

Claims = Callable[[str], list[Claim]]
Mended = Callable[[str], list[str]]


def test_a_source_after_the_last_comma_says_all_before_it(mended: Mended) -> None:
    assert mended("""
        Nearly nearly ADV advmod 2
        99 99 NUM nummod 3
        percent percent NOUN nsubj:pass 9 Number=Sing
        of of ADP case 6
        the the DET det 6 PronType=Art
        gases gas NOUN nmod 3 Number=Plur
        have have AUX aux 9 VerbForm=Fin Tense=Pres Mood=Ind Number=Plur
        been be AUX aux:pass 9 VerbForm=Part Tense=Past
        phased phase VERB root 0 VerbForm=Part Tense=Past Voice=Pass
        out out ADP compound:prt 9
        , , PUNCT punct 13
        a a DET det 13 PronType=Art
        panel panel NOUN parataxis 9 Number=Sing
        of of ADP case 15
        scientists scientist NOUN nmod 13 Number=Plur
        found find VERB acl 13 VerbForm=Part Tense=Past Voice=Pass
        in in ADP case 19
        its its PRON nmod:poss 19 Number=Sing PronType=Prs
        report report NOUN obl 16 Number=Sing
        . . PUNCT punct 9
    """) == [
        "Nearly 99 percent of the gases have been phased out.",
    ]


def test_a_source_with_an_aside_says_what_stands_before_it(mended: Mended) -> None:
    assert mended("""
        Trump Trump PROPN nmod:poss 3 Number=Sing entity=PERSON
        's 's PART case 1
        obsession obsession NOUN nsubj 9 Number=Sing
        with with ADP case 6
        the the DET det 6 PronType=Art
        birth birth NOUN nmod 3 Number=Sing
        is be AUX cop 9 VerbForm=Fin Tense=Pres Mood=Ind Number=Sing
        an a DET det 9 PronType=Art
        insult insult NOUN root 0 Number=Sing
        to to ADP case 11
        all all DET nmod 9 PronType=Tot
        , , PUNCT punct 11
        top top ADJ amod 15 Degree=Pos
        black black ADJ amod 15 Degree=Pos
        lawmakers lawmaker NOUN nsubj 16 Number=Plur
        said say VERB acl:relcl 9 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        Friday Friday PROPN compound 18 Number=Sing
        afternoon afternoon NOUN obl:unmarked 16 Number=Sing
        , , PUNCT punct 22
        as as SCONJ mark 22
        they they PRON nsubj 22 Number=Plur PronType=Prs
        bristled bristl VERB advcl 16 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        at at ADP case 25
        the the DET det 25 PronType=Art
        questions question NOUN obl 22 Number=Plur
        . . PUNCT punct 16
    """) == [
        "Trump's obsession with the birth is an insult to all.",
    ]


def test_a_clause_before_a_source_is_not_lost(mended: Mended) -> None:
    assert mended("""
        Clinton Clinton PROPN nsubj 3 Number=Sing entity=PERSON
        had have AUX aux 3 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        told tell VERB root 0 VerbForm=Part Tense=Past
        police police NOUN compound 5 Number=Sing
        officials official NOUN iobj 3 Number=Plur
        that that PRON mark 10 PronType=Rel
        she she PRON nsubj 10 Number=Sing PronType=Prs
        did do AUX aux 10 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        not not PART advmod 10 Polarity=Neg
        want want VERB ccomp 3 VerbForm=Inf
        the the DET det 12 PronType=Art
        escort escort NOUN obj 10 Number=Sing
        at at ADP case 14
        all all DET obl 10 PronType=Tot
        , , PUNCT punct 19
        but but CCONJ cc 19
        the the DET det 18 PronType=Art
        NYPD NYPD PROPN nsubj 19 Number=Sing
        overruled overrule VERB advcl 25 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        that that DET det 21 Number=Sing PronType=Dem
        request request NOUN obj 19 Number=Sing
        , , PUNCT punct 19
        the the DET det 24 PronType=Art
        source source NOUN nsubj 25 Number=Sing
        added add VERB parataxis 3 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        . . PUNCT punct 3
    """) == [
        "She did not want the escort at all.",
        "The NYPD overruled that request.",
    ]


def test_what_is_written_in_a_journal_is_the_content(mended: Mended) -> None:
    assert mended("""
        Mary Mary PROPN nsubj 6 Number=Sing entity=PERSON
        Poe Poe PROPN flat 1 Number=Sing entity=PERSON
        and and CCONJ cc 4
        John John PROPN conj 1 Number=Sing entity=PERSON
        Roe Roe PROPN flat 4 Number=Sing entity=PERSON
        wrote write VERB root 0 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        in in ADP case 9
        a a DET det 9 PronType=Art
        journal journal NOUN obl 6 Number=Sing
        that that PRON obj 12 PronType=Rel
        gases gas NOUN nsubj 12 Number=Plur
        break break VERB acl 9 VerbForm=Fin Tense=Pres Mood=Ind Number=Plur
        apart apart ADV advmod 12
        in in ADP case 16
        the the DET det 16 PronType=Art
        air air NOUN obl 12 Number=Sing
        and and CCONJ cc 18
        release release VERB conj 12 VerbForm=Inf
        chlorine chlorine NOUN obj 18 Number=Sing
        . . PUNCT punct 6
    """) == [
        "Gases break apart in the air and release chlorine.",
    ]


def test_that_opens_a_content(mended: Mended) -> None:
    assert mended("""
        NOAA NOAA PROPN compound 2 Number=Sing entity=PERSON
        notes note VERB root 0 VerbForm=Fin Tense=Pres Mood=Ind Number=Sing
        that that PRON nsubj 4 PronType=Rel
        winds wind VERB ccomp 2 VerbForm=Fin Tense=Pres Mood=Ind Number=Sing
        mix mix VERB xcomp 4 VerbForm=Fin Tense=Pres Mood=Ind Number=Plur
        the the DET det 7 PronType=Art
        air air NOUN obj 5 Number=Sing
        . . PUNCT punct 2
    """) == [
        "Winds mix the air.",
    ]


def test_a_relative_pronoun_is_the_subject_of_what_is_said(mended: Mended) -> None:
    assert mended("""
        The the DET det 2 PronType=Art
        attacks attack NOUN nsubj 3 Number=Plur
        triggered trigger VERB root 0 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        fires fire NOUN obj 3 Number=Plur
        , , PUNCT punct 9
        which which PRON dep 9 PronType=Rel
        state state NOUN compound 8 Number=Sing
        media media NOUN nsubj 9 Number=Sing
        said say VERB acl:relcl 4 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        were be AUX cop 12 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        under under ADP case 12
        control control NOUN ccomp 9 Number=Sing
        . . PUNCT punct 3
    """) == [
        "The attacks triggered fires.",
        "Fires were under control.",
    ]


def test_the_object_of_a_cue_is_the_subject_of_its_content(mended: Mended) -> None:
    assert mended("""
        NBC NBC PROPN compound 2 Number=Sing
        News News PROPN nsubj 3 Number=Sing
        reported report VERB root 0 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        Avenatti Avenatti PROPN obj 3 Number=Sing
        is be AUX cop 8 VerbForm=Fin Tense=Pres Mood=Ind Number=Sing
        to to PART mark 8
        be be AUX aux:pass 8 VerbForm=Inf
        sentenced sentence VERB ccomp 3 VerbForm=Part Tense=Past Voice=Pass
        in in ADP case 10
        June June PROPN obl 8 Number=Sing
        . . PUNCT punct 3
    """) == [
        "Avenatti is to be sentenced in June.",
    ]


def test_a_quoted_clause_stands_beside_the_main_one(mended: Mended) -> None:
    assert mended("""
        By by ADP case 3
        the the DET det 3 PronType=Art
        end end NOUN obl 9 Number=Sing
        , , PUNCT punct 3
        her her PRON nmod:poss 6 Number=Sing PronType=Prs
        eczema eczema NOUN nsubj 9 Number=Sing
        was be AUX cop 9 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        so so ADV advmod 9
        severe severe ADJ root 0 Degree=Pos
        that that SCONJ mark 13
        her her PRON nmod:poss 12 Number=Sing PronType=Prs
        skin skin NOUN nsubj 13 Number=Sing
        broke break VERB ccomp 9 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        every every DET det 15 PronType=Tot
        time time NOUN obj 13 Number=Sing
        she she PRON nsubj 17 Number=Sing PronType=Prs
        moved move VERB acl:relcl 15 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        , , PUNCT punct 29
        and and CCONJ cc 29
        in in ADP case 22
        the the DET det 22 PronType=Art
        words word NOUN obl 29 Number=Plur
        of of ADP case 25
        the the DET det 25 PronType=Art
        prosecutor prosecutor NOUN nmod 22 Number=Sing
        , , PUNCT punct 22
        " " PUNCT punct 22
        she she PRON nsubj 29 Number=Sing PronType=Prs Q
        spent spend VERB conj 13 VerbForm=Fin Tense=Past Mood=Ind Number=Sing Q
        the the DET det 33 PronType=Art Q
        last last ADJ amod 33 Degree=Pos Q
        five five NUM nummod 33 Q
        months month NOUN obj 29 Number=Plur Q
        of of ADP case 37 Q
        her her PRON nmod:poss 37 Number=Sing PronType=Prs Q
        life life NOUN compound 37 Number=Sing Q
        crying cry NOUN nmod 33 Number=Sing Q
        . . PUNCT punct 9 Q
        " " PUNCT punct 9
    """) == [
        "By the end, her eczema was so severe that her skin broke every time she moved.",
        "She spent the last five months of her life crying.",
    ]


def test_a_conjunct_in_the_present_goes_on_with_the_content(mended: Mended) -> None:
    assert mended("""
        Roe Roe PROPN nsubj 2
        wrote write VERB root 0 VerbForm=Fin Tense=Past Mood=Ind
        that that SCONJ mark 5
        gases gas NOUN nsubj 5 Number=Plur
        break break VERB ccomp 2 VerbForm=Fin Tense=Pres Mood=Ind
        apart apart ADV advmod 5
        and and CCONJ cc 8
        release release VERB conj 2 VerbForm=Fin Tense=Pres Mood=Ind
        chlorine chlorine NOUN obj 8 Number=Sing
        . . PUNCT punct 2
    """) == ["Gases break apart.", "Gases release chlorine."]


def test_that_before_a_plural_opens_a_content(mended: Mended) -> None:
    assert mended("""
        Roe Roe PROPN nsubj 2
        wrote write VERB root 0 VerbForm=Fin Tense=Past Mood=Ind
        that that DET det 4
        gases gas NOUN nsubj 5 Number=Plur
        break break VERB ccomp 2 VerbForm=Fin Tense=Pres Mood=Ind
        apart apart ADV advmod 5
        . . PUNCT punct 2
    """) == ["Gases break apart."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "According to the researchers, sacrifice and burial of birds was common in Egypt.",
            [("Sacrifice and burial of birds was common in Egypt.", "the researchers")],
        ),
        ("The bridge, Mary Poe said, is safe.", [("The bridge is safe.", "Mary Poe")]),
    ],
)
def test_a_source_that_interrupts_is_no_part_of_what_it_says(
    text: str, said: list[tuple[str, str]], claims: Claims
) -> None:
    assert [(claim.text, claim.speaker) for claim in claims(text)] == said


def test_a_cue_taken_for_a_noun_has_its_content(mended: Mended) -> None:
    assert mended("""
        NOAA NOAA PROPN compound 2
        notes note NOUN root 0 Number=Plur
        that that PRON nsubj 5
        winds wind NOUN nsubj 5 Number=Plur
        mix mix VERB acl:relcl 2 VerbForm=Fin Tense=Pres
        air air NOUN obj 5 Number=Sing
        . . PUNCT punct 2
    """) == ["Winds mix air."]


def test_a_subject_taken_for_a_verb_is_part_of_its_content(mended: Mended) -> None:
    assert mended("""
        Roe Roe PROPN nsubj 2
        wrote write VERB root 0 VerbForm=Fin Tense=Past
        today today NOUN obl:unmarked 2
        that that PRON nsubj 5
        hydrocarbons hydrocarbon VERB ccomp 2 VerbForm=Fin Tense=Pres
        , , PUNCT punct 7
        or or CCONJ cc 8
        HCs HC NOUN conj 5 Number=Plur
        , , PUNCT punct 10
        break break VERB conj 5 VerbForm=Inf
        apart apart ADV advmod 10
        . . PUNCT punct 2
    """) == ["Hydrocarbons, or HCs, break apart."]
