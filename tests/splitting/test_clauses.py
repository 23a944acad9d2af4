from __future__ import annotations

from collections.abc import Callable

Claimed = Callable[[str], list[str]]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"


def test_two_predicates_share_their_subject(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        signed sign VERB root 0 {PAST}
        it it PRON obj 2
        and and CCONJ cc 5
        left leave VERB conj 2 {PAST}
        . . PUNCT punct 2
    """) == ["Roe signed it.", "Roe left."]


def test_a_time_before_the_subject_holds_for_every_predicate(claimed: Claimed) -> None:
    assert claimed(f"""
        In in ADP case 2
        2008 2008 NUM obl 5
        , , PUNCT punct 2
        Roe Roe PROPN nsubj 5
        came come VERB root 0 {PAST}
        and and CCONJ cc 7
        left leave VERB conj 5 {PAST}
        . . PUNCT punct 5
    """) == ["In 2008, Roe came.", "In 2008, Roe left."]


def test_an_auxiliary_is_shared_only_where_the_form_fits(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj:pass 3
        was be AUX aux:pass 3 {PAST}
        elected elect VERB root 0 VerbForm=Part Tense=Past
        and and CCONJ cc 5
        sworn swear VERB conj 3 VerbForm=Part Tense=Past
        in in ADP compound:prt 5
        and and CCONJ cc 8
        left leave VERB conj 3 {PAST}
        . . PUNCT punct 3
    """) == ["Roe was elected.", "Roe was sworn in.", "Roe left."]


def test_a_negated_auxiliary_is_not_shared(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 4
        did do AUX aux 4 {PAST}
        not not PART advmod 4 Polarity=Neg
        come come VERB root 0 VerbForm=Inf
        and and CCONJ cc 6
        vote vote VERB conj 4 VerbForm=Inf
        . . PUNCT punct 4
    """) == ["Roe did not come and vote."]


def test_alternatives_stay_together(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        bought buy VERB root 0 {PAST}
        bread bread NOUN obj 2
        or or CCONJ cc 5
        milk milk NOUN conj 3
        . . PUNCT punct 2
    """) == ["Roe bought bread or milk."]


def test_objects_are_split(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        bought buy VERB root 0 {PAST}
        the the DET det 4
        house house NOUN obj 2
        and and CCONJ cc 7
        a a DET det 7
        car car NOUN conj 4
        . . PUNCT punct 2
    """) == ["Roe bought the house.", "Roe bought a car."]


def test_objects_under_a_negation_stay_together(claimed: Claimed) -> None:
    assert claimed("""
        Roe Roe PROPN nsubj 4
        did do AUX aux 4 VerbForm=Fin
        not not PART advmod 4 Polarity=Neg
        buy buy VERB root 0 VerbForm=Inf
        the the DET det 6
        house house NOUN obj 4
        and and CCONJ cc 9
        the the DET det 9
        car car NOUN conj 6
        . . PUNCT punct 4
    """) == ["Roe did not buy the house and the car."]


def test_subjects_are_split_and_the_verb_agrees(claimed: Claimed) -> None:
    assert claimed("""
        Roe Roe PROPN nsubj 5 Number=Sing
        and and CCONJ cc 3
        Poe Poe PROPN conj 1 Number=Sing
        are be AUX cop 5 VerbForm=Fin Tense=Pres Number=Plur
        ill ill ADJ root 0
        . . PUNCT punct 5
    """) == ["Roe is ill.", "Poe is ill."]


def test_a_plural_predicate_speaks_of_all_its_subjects(claimed: Claimed) -> None:
    assert claimed("""
        Roe Roe PROPN nsubj 5 Number=Sing
        and and CCONJ cc 3
        Poe Poe PROPN conj 1 Number=Sing
        are be AUX cop 5 VerbForm=Fin Tense=Pres Number=Plur
        brothers brother NOUN root 0 Number=Plur
        . . PUNCT punct 5
    """) == ["Roe and Poe are brothers."]


def test_those_who_act_together_stay_together(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 4 Number=Sing
        and and CCONJ cc 3
        Poe Poe PROPN conj 1 Number=Sing
        agreed agree VERB root 0 {PAST}
        . . PUNCT punct 4
    """) == ["Roe and Poe agreed."]


def test_a_predicate_nominal_keeps_its_clause_for_every_conjunct(claimed: Claimed) -> None:
    assert claimed("""
        Roe Roe PROPN nsubj 5
        is be AUX cop 5 VerbForm=Fin Tense=Pres
        also also ADV advmod 5
        a a DET det 5
        poet poet NOUN root 0
        and and CCONJ cc 8
        a a DET det 8
        thief thief NOUN conj 5
        . . PUNCT punct 5
    """) == ["Roe is also a poet.", "Roe is also a thief."]


def test_an_apposition_is_a_claim(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 8
        , , PUNCT punct 4
        the the DET det 4
        mayor mayor NOUN appos 1 Number=Sing
        of of ADP case 6
        York York PROPN nmod 4
        , , PUNCT punct 4
        left leave VERB root 0 {PAST}
        . . PUNCT punct 8
    """) == ["Roe is the mayor of York.", "Roe left."]


def test_an_age_is_a_claim(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 5 entity=PERSON
        , , PUNCT punct 3
        42 42 NUM nmod:unmarked 1
        , , PUNCT punct 3
        left leave VERB root 0 {PAST}
        . . PUNCT punct 5
    """) == ["Roe is 42.", "Roe left."]


def test_a_loose_relative_clause_is_a_claim(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 7
        , , PUNCT punct 4
        who who PRON nsubj 4 PronType=Rel
        won win VERB acl:relcl 1 {PAST}
        twice twice ADV advmod 4
        , , PUNCT punct 4
        left leave VERB root 0 {PAST}
        . . PUNCT punct 7
    """) == ["Roe won twice.", "Roe left."]


def test_a_restrictive_relative_clause_stays(claimed: Claimed) -> None:
    assert claimed(f"""
        The the DET det 2
        man man NOUN nsubj 5
        who who PRON nsubj 4 PronType=Rel
        won win VERB acl:relcl 2 {PAST}
        left leave VERB root 0 {PAST}
        . . PUNCT punct 5
    """) == ["The man who won left."]


def test_where_becomes_a_place(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        went go VERB root 0 {PAST}
        to to ADP case 4
        York York PROPN obl 2
        , , PUNCT punct 8
        where where ADV advmod 8 PronType=Rel
        he he PRON nsubj 8
        died die VERB acl:relcl 4 {PAST}
        . . PUNCT punct 2
    """) == ["Roe went to York.", "He died in York."]


def test_a_participle_takes_the_tense_of_its_sentence(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        fell fall VERB root 0 {PAST}
        , , PUNCT punct 4
        breaking break VERB advcl 2 VerbForm=Part
        an a DET det 6
        arm arm NOUN obj 4
        . . PUNCT punct 2
    """) == ["Roe fell.", "Roe broke an arm."]


def test_what_is_said_is_the_claim(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        said say VERB root 0 {PAST}
        that that SCONJ mark 5
        it it PRON nsubj 5
        rained rain VERB ccomp 2 {PAST}
        . . PUNCT punct 2
    """) == ["It rained."]


def test_a_condition_holds_for_every_predicate(claimed: Claimed) -> None:
    assert claimed("""
        If if SCONJ mark 3
        it it PRON nsubj 3
        rains rain VERB advcl 7 VerbForm=Fin Tense=Pres
        , , PUNCT punct 3
        Roe Roe PROPN nsubj 7
        will will AUX aux 7 VerbForm=Fin
        come come VERB root 0 VerbForm=Inf
        and and CCONJ cc 9
        sing sing VERB conj 7 VerbForm=Inf
        . . PUNCT punct 7
    """) == ["If it rains, Roe will come.", "If it rains, Roe will sing."]


def test_a_hedge_holds_for_every_predicate(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 3
        allegedly allegedly ADV advmod 3
        stole steal VERB root 0 {PAST}
        it it PRON obj 3
        and and CCONJ cc 6
        fled flee VERB conj 3 {PAST}
        . . PUNCT punct 3
    """) == ["Roe allegedly stole it.", "Roe allegedly fled."]


def test_a_focus_word_keeps_its_list_together(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        bought buy VERB root 0 {PAST}
        only only ADV advmod 5
        the the DET det 5
        house house NOUN obj 2
        and and CCONJ cc 8
        the the DET det 8
        car car NOUN conj 5
        . . PUNCT punct 2
    """) == ["Roe bought only the house and the car."]


def test_a_list_of_examples_is_split_from_what_it_exemplifies(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        bought buy VERB root 0 {PAST}
        many many ADJ amod 4
        things thing NOUN obj 2 Number=Plur
        such such ADJ case 8
        as as ADP fixed 5
        a a DET det 8
        house house NOUN nmod 4
        and and CCONJ cc 11
        a a DET det 11
        car car NOUN conj 8
        . . PUNCT punct 2
    """) == ["Roe bought many things.", "Roe bought a house.", "Roe bought a car."]


def test_a_second_event_beside_the_first_is_a_claim(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        left leave VERB root 0 {PAST}
        , , PUNCT punct 7
        with with SCONJ mark 7
        the the DET det 6
        river river NOUN nsubj 7 Number=Sing
        rising rise VERB advcl 2 VerbForm=Part
        . . PUNCT punct 2
    """) == ["Roe left.", "The river rose."]


def test_a_description_is_what_someone_says(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        called call VERB root 0 {PAST}
        the the DET det 4
        plan plan NOUN obj 2 Number=Sing
        a a DET det 6
        breach breach NOUN xcomp 2
        . . PUNCT punct 2
    """) == ["The plan was a breach."]


def test_an_effect_on_someone_is_a_claim(claimed: Claimed) -> None:
    assert (
        claimed(f"""
        Roe Roe PROPN nsubj 2
        won win VERB root 0 {PAST}
        , , PUNCT punct 4
        making make VERB advcl 2 VerbForm=Part
        her she PRON obj 4
        a a DET det 7
        star star NOUN xcomp 4
        . . PUNCT punct 2
    """)[0]
        == "Roe won."
    )


def test_never_does_not_spread_to_the_next_predicate(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 3
        never never ADV advmod 3
        married marry VERB root 0 {PAST}
        and and CCONJ cc 5
        died die VERB conj 3 {PAST}
        . . PUNCT punct 3
    """) == ["Roe never married.", "Roe died."]


def test_a_clause_that_nothing_sets_off_stays_with_what_it_holds_for(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 2
        pleaded plead VERB root 0 {PAST}
        on on ADP case 4
        condition condition NOUN obl 2 Number=Sing
        they they PRON nsubj 6
        paid pay VERB parataxis 2 {PAST}
        . . PUNCT punct 2
    """) == ["Roe pleaded on condition they paid."]


def test_so_long_as_holds_for_every_clause(claimed: Claimed) -> None:
    assert claimed(f"""
        So so ADV advmod 2
        long long ADV advmod 8
        as as SCONJ mark 5
        it it PRON nsubj 5
        rains rain VERB advcl 8 VerbForm=Fin Tense=Pres Mood=Ind
        , , PUNCT punct 5
        we we PRON nsubj 8
        waited wait VERB root 0 {PAST}
        and and CCONJ cc 11
        they they PRON nsubj 11
        slept sleep VERB conj 8 {PAST}
        . . PUNCT punct 8
    """) == ["So long as it rains, we waited.", "So long as it rains, they slept."]


def test_even_though_is_no_fact_beside_the_main_one(claimed: Claimed) -> None:
    assert claimed(f"""
        Even even ADV advmod 4
        though though SCONJ mark 4
        it it PRON nsubj 4
        rained rain VERB advcl 7 {PAST}
        , , PUNCT punct 4
        we we PRON nsubj 7
        left leave VERB root 0 {PAST}
        . . PUNCT punct 7
    """) == ["Even though it rained, we left."]


def test_with_and_a_participle_tells_a_fact(claimed: Claimed) -> None:
    assert claimed(f"""
        It it PRON nsubj 2
        derailed derail VERB root 0 {PAST}
        , , PUNCT punct 7
        with with ADP mark 7
        thirty thirty NUM nummod 6
        people people NOUN nsubj 7 Number=Plur
        injured injure VERB advcl 2 {PAST}
        . . PUNCT punct 2
    """) == ["It derailed.", "Thirty people were injured."]
