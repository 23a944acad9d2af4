from __future__ import annotations

from collections.abc import Callable

Mended = Callable[[str], list[str]]


def test_a_verb_that_hangs_on_the_subject_is_the_predicate(mended: Mended) -> None:
    assert mended("""
        Reportedly reportedly ADV advmod 4
        over over ADV advmod 3
        400 400 NUM nummod 4
        firefighters firefighter NOUN root 0 Number=Plur
        participated participate VERB acl 4 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        in in ADP case 8
        the the DET det 8 PronType=Art
        rescue rescue NOUN obl 5 Number=Sing
        and and CCONJ cc 12
        were be AUX aux 12 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        still still ADV advmod 12
        working work VERB conj 5 VerbForm=Part Tense=Pres
        at at ADP case 14
        midnight midnight NOUN obl 12 Number=Sing
        . . PUNCT punct 5
    """) == [
        "Reportedly over 400 firefighters participated in the rescue.",
        "Reportedly over 400 firefighters were still working at midnight.",
    ]


def test_a_description_that_opens_a_sentence_is_a_claim(mended: Mended) -> None:
    assert mended("""
        Scion scion NOUN root 0 Number=Sing
        of of ADP case 6
        the the DET det 6 PronType=Art
        wealthy wealthy ADJ amod 5 Degree=Pos
        Roe Roe PROPN compound 6 Number=Sing
        family family NOUN nmod 1 Number=Sing
        , , PUNCT punct 10
        she she PRON nsubj 10 Number=Sing PronType=Prs
        later late ADV advmod 10 Degree=Cmp
        became become VERB parataxis 1 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        a a DET det 12 PronType=Art
        performer performer NOUN xcomp 10 Number=Sing
        . . PUNCT punct 1
    """) == [
        "She was scion of the wealthy Roe family.",
        "She later became a performer.",
    ]


def test_a_name_with_a_description_is_the_subject(mended: Mended) -> None:
    assert mended("""
        Kofi Kofi PROPN root 0 Number=Sing entity=PERSON
        Annan Annan PROPN flat 1 Number=Sing entity=PERSON
        , , PUNCT punct 11
        then then ADV advmod 11 PronType=Dem
        the the DET det 9 PronType=Art
        UN UN PROPN compound 9 Number=Sing
        secretary secretary NOUN compound 9 Number=Sing
        - - PUNCT punct 7
        general general ADJ nsubj 11 Degree=Pos
        , , PUNCT punct 9
        described describe VERB parataxis 1 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        it it PRON obj 11 Number=Sing PronType=Prs
        as as ADP case 15
        a a DET det 15 PronType=Art
        success success NOUN obl 11 Number=Sing
        . . PUNCT punct 1
    """) == [
        "Kofi Annan was the UN secretary- general.",
        "It was a success.",
    ]


def test_a_name_before_a_verb_is_its_subject(mended: Mended) -> None:
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


def test_a_base_form_with_a_subject_is_finite(mended: Mended) -> None:
    assert mended("""
        In in ADP case 2
        June June PROPN obl 10 Number=Sing
        1974 1974 NUM nmod:unmarked 2
        , , PUNCT punct 2
        Mario Mario PROPN nsubj 10 Number=Sing entity=PERSON
        Molina Molina PROPN flat 5 Number=Sing entity=PERSON
        and and CCONJ cc 9
        Sherwood Sherwood PROPN compound 9 Number=Sing entity=PERSON
        Rowland Rowland PROPN conj 5 Number=Sing entity=PERSON
        wrote write VERB root 0 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        in in ADP case 13
        the the DET det 13 PronType=Art
        journal journal NOUN obl 10 Number=Sing
        Nature nature PROPN appos 13 Number=Sing
        that that DET det 16 Number=Sing PronType=Dem
        chlorofluorocarbons chlorofluorocarbon NOUN nsubj 21 Number=Plur
        , , PUNCT punct 19
        or or CCONJ cc 19
        CFCs CFCs NOUN conj 16 Number=Plur
        , , PUNCT punct 19
        break break VERB ccomp 10 VerbForm=Inf
        apart apart ADV advmod 21 Degree=Pos
        in in ADP case 25
        the the DET det 25 PronType=Art
        stratosphere stratosphere NOUN obl 21 Number=Sing
        and and CCONJ cc 27
        release release VERB conj 21 VerbForm=Fin Tense=Pres Mood=Ind Number=Plur
        chlorine chlorine NOUN obj 27 Number=Sing
        , , PUNCT punct 31
        which which PRON nsubj 31 PronType=Rel
        destroys destroy VERB acl:relcl 28 VerbForm=Fin Tense=Pres Mood=Ind Number=Sing
        ozone ozone NOUN obj 31 Number=Sing
        . . PUNCT punct 10
    """) == [
        "Chlorofluorocarbons, or CFCs, break apart in the stratosphere.",
        "Chlorofluorocarbons, or CFCs release chlorine.",
        "Chlorine destroys ozone.",
    ]


def test_a_verb_taken_for_a_noun_has_its_object(mended: Mended) -> None:
    assert mended("""
        We we PRON nsubj 2 Number=Plur PronType=Prs
        held hold VERB root 0 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        hearings hearing NOUN obj 2 Number=Plur
        and and CCONJ cc 5
        subpoenaed subpoenaed NOUN conj 3 Number=Sing
        documents document NOUN nmod 3 Number=Plur
        . . PUNCT punct 2
    """) == [
        "We held hearings.",
        "We subpoenaed documents.",
    ]


def test_a_past_that_looks_like_a_noun_is_a_verb(mended: Mended) -> None:
    assert mended("""
        The the DET det 6 PronType=Art
        repairs repair NOUN compound 3 Number=Plur
        cost cost NOUN compound 6 Number=Sing
        12 12 NUM compound 5
        million million NUM nummod 6
        euros euro NOUN root 0 Number=Plur
        . . PUNCT punct 6
    """) == [
        "The repairs cost 12 million euros.",
    ]


def test_a_past_that_looks_like_a_noun_is_what_was_said(mended: Mended) -> None:
    assert mended("""
        The the DET det 2 PronType=Art
        mayor mayor NOUN nsubj 3 Number=Sing
        said say VERB root 0 VerbForm=Fin Tense=Past Mood=Ind Number=Sing
        the the DET det 6 PronType=Art
        bridge bridge NOUN compound 6 Number=Sing
        cost cost NOUN ccomp 3 Number=Sing
        3 3 NUM compound 8
        million million NUM nummod 9
        euros euro NOUN obj 6 Number=Plur
        . . PUNCT punct 3
    """) == [
        "The bridge cost 3 million euros.",
    ]


def test_a_participle_tagged_as_an_adjective_tells_of_an_event(mended: Mended) -> None:
    assert mended("""
        Over over ADV advmod 2
        80 80 NUM nummod 3
        % % SYM nsubj 7 Number=Sing
        of of ADP case 6
        the the DET det 6 PronType=Art
        seats seat NOUN nmod 3 Number=Plur
        went go VERB root 0 VerbForm=Fin Tense=Past Mood=Ind Number=Plur
        to to ADP case 10
        new new ADJ amod 10 Degree=Pos
        candidates candidate NOUN obl 7 Number=Plur
        , , PUNCT punct 13
        often often ADV advmod 13
        ousting ouste VERB parataxis 7 VerbForm=Fin Tense=Pres Mood=Ind Number=Plur
        old old ADJ amod 15 Degree=Pos
        candidates candidate NOUN obj 13 Number=Plur
        . . PUNCT punct 7
    """) == [
        "Over 80% of the seats went to new candidates.",
        "Over 80% of the seats often ousted old candidates.",
    ]


def test_a_participle_after_a_noun_is_the_verb(mended: Mended) -> None:
    assert mended("""
        The the DET det 4
        police police NOUN compound 4
        released release VERB amod 4 VerbForm=Part Tense=Past
        video video NOUN root 0 Number=Sing
        of of ADP case 6
        it it PRON nmod 4
        . . PUNCT punct 4
    """) == ["The police released video of it."]
