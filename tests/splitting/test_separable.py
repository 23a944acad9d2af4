from __future__ import annotations

from collections.abc import Callable

Claimed = Callable[[str], list[str]]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"


def test_both_is_left_out_where_its_parts_are_told_one_by_one(claimed: Claimed) -> None:
    assert claimed(f"""
        Both both CCONJ cc:preconj 2
        Roe Roe PROPN nsubj 5
        and and CCONJ cc 4
        Poe Poe PROPN conj 2
        won win VERB root 0 {PAST}
        . . PUNCT punct 5
    """) == ["Roe won.", "Poe won."]


def test_what_follows_both_parts_holds_for_each(claimed: Claimed) -> None:
    assert claimed(f"""
        Both both DET det 2
        production production NOUN nsubj 7 Number=Sing
        and and CCONJ cc 4
        export export NOUN conj 2 Number=Sing
        of of ADP case 6
        oil oil NOUN nmod 4
        fell fall VERB root 0 {PAST}
        . . PUNCT punct 7
    """) == ["Production of oil fell.", "Export of oil fell."]


def test_a_description_in_quotation_marks_stays_whole(claimed: Claimed) -> None:
    assert (
        claimed(f"""
        It it PRON nsubj 4
        was be AUX cop 4 {PAST}
        " " PUNCT punct 4
        fine fine ADJ root 0 Q
        and and CCONJ cc 6 Q
        routine routine ADJ conj 4 Q
        " " PUNCT punct 4
        . . PUNCT punct 4
    """)[0].count("routine")
        == 1
    )


def test_adjectives_share_what_follows_the_last(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 3
        was be AUX cop 3 {PAST}
        honored honored ADJ root 0
        and and CCONJ cc 5
        humbled humbled ADJ conj 3
        by by ADP case 8
        the the DET det 8
        trust trust NOUN obl 5
        . . PUNCT punct 3
    """) == ["Roe was honored and humbled by the trust."]


def test_those_who_share_with_another_stay_together(claimed: Claimed) -> None:
    assert claimed(f"""
        Roe Roe PROPN nsubj 4
        and and CCONJ cc 3
        Poe Poe PROPN conj 1
        shared share VERB root 0 {PAST}
        it it PRON obj 4
        with with ADP case 7
        Zed Zed PROPN obl 4
        . . PUNCT punct 4
    """) == ["Roe and Poe shared it with Zed."]


def test_a_condition_after_but_stays(claimed: Claimed) -> None:
    assert claimed("""
        Roe Roe PROPN nsubj 3
        could could AUX aux 3 VerbForm=Fin
        sign sign VERB root 0 VerbForm=Inf
        , , PUNCT punct 10
        but but CCONJ cc 10
        only only ADV advmod 10
        if if SCONJ mark 10
        he he PRON nsubj:pass 10
        is be AUX aux:pass 10 VerbForm=Fin Tense=Pres
        convinced convince VERB conj 3 VerbForm=Part
        . . PUNCT punct 3
    """) == ["Roe could sign, but only if he is convinced."]


def test_a_dated_participle_is_past_beside_a_present(claimed: Claimed) -> None:
    assert claimed("""
        Halley Halley PROPN nsubj 9
        , , PUNCT punct 3
        built build VERB acl 1 VerbForm=Part Tense=Past
        in in ADP case 5
        1956 1956 NUM obl 3
        , , PUNCT punct 3
        is be AUX cop 9 VerbForm=Fin Tense=Pres
        a a DET det 9
        station station NOUN root 0 Number=Sing
        . . PUNCT punct 9
    """) == ["Halley was built in 1956.", "Halley is a station."]


def test_a_birth_in_brackets_is_a_claim(claimed: Claimed) -> None:
    assert claimed("""
        Roe Roe PROPN nsubj 8
        ( ( PUNCT punct 3
        born bear VERB acl 1 VerbForm=Part Tense=Past
        1975 1975 NUM obl 3
        ) ) PUNCT punct 3
        is be AUX cop 8 VerbForm=Fin Tense=Pres
        a a DET det 8
        poet poet NOUN root 0 Number=Sing
        . . PUNCT punct 8
    """) == ["Roe was born 1975.", "Roe is a poet."]


def test_a_participle_that_opens_a_sentence_tells_how(claimed: Claimed) -> None:
    assert claimed(f"""
        Using use VERB advcl 6 VerbForm=Part
        models model NOUN obj 1 Number=Plur
        , , PUNCT punct 1
        the the DET det 5
        team team NOUN nsubj 6 Number=Sing
        measured measure VERB root 0 {PAST}
        wings wing NOUN obj 6 Number=Plur
        . . PUNCT punct 6
    """) == ["Using models, the team measured wings."]


def test_an_office_held_then_is_past(claimed: Claimed) -> None:
    assert "Roe was the mayor." in claimed(f"""
        Roe Roe PROPN nsubj 7
        , , PUNCT punct 5
        then then ADV advmod 5
        the the DET det 5
        mayor mayor NOUN appos 1 Number=Sing
        , , PUNCT punct 5
        left leave VERB root 0 {PAST}
        . . PUNCT punct 7
    """)


def test_what_follows_a_list_belongs_to_all_of_it(claimed: Claimed) -> None:
    assert claimed(f"""
        They they PRON nsubj 2
        sold sell VERB root 0 {PAST}
        masks mask NOUN obj 2 Number=Plur
        and and CCONJ cc 5
        hats hat NOUN conj 3 Number=Plur
        used use VERB acl 3 VerbForm=Part Tense=Past
        in in ADP case 8
        plays play NOUN obl 6 Number=Plur
        . . PUNCT punct 2
    """) == ["They sold masks and hats used in plays."]


def test_two_roles_share_what_they_are_roles_of(claimed: Claimed) -> None:
    assert claimed("""
        Roe Roe PROPN nsubj 4
        is be AUX cop 4 VerbForm=Fin Tense=Pres Mood=Ind
        the the DET det 4
        founder founder NOUN root 0 Number=Sing
        and and CCONJ cc 6
        chief chief NOUN conj 4 Number=Sing
        of of ADP case 8
        Acme Acme PROPN nmod 4
        . . PUNCT punct 4
    """) == ["Roe is the founder of Acme.", "Roe is the chief of Acme."]


def test_one_quotation_of_two_words_is_kept_together(claimed: Claimed) -> None:
    (claim,) = claimed(f"""
        Roe Roe PROPN nsubj 2
        called call VERB root 0 {PAST}
        it it PRON obj 2
        " " PUNCT punct 5
        dull dull ADJ xcomp 2 Q
        and and CCONJ cc 7 Q
        slow slow ADJ conj 5 Q
        " " PUNCT punct 5
        . . PUNCT punct 2
    """)

    assert "dull and slow" in claim


def test_both_lets_a_list_after_a_preposition_fall_apart(claimed: Claimed) -> None:
    assert claimed(f"""
        It it PRON nsubj:pass 3
        was be AUX aux:pass 3 {PAST}
        seen see VERB root 0 VerbForm=Part Tense=Past
        by by ADP case 6
        both both CCONJ cc:preconj 6
        Roe Roe PROPN obl:agent 3
        and and CCONJ cc 9
        the the DET det 9
        police police NOUN conj 6 Number=Plur
        . . PUNCT punct 3
    """) == ["It was seen by Roe.", "It was seen by the police."]


def test_what_there_is_stays_together_with_where_it_is(claimed: Claimed) -> None:
    assert claimed(f"""
        There there PRON expl 2
        were be VERB root 0 {PAST}
        ten ten NUM nummod 4
        men man NOUN nsubj 2 Number=Plur
        and and CCONJ cc 7
        two two NUM nummod 7
        boys boy NOUN conj 4 Number=Plur
        aboard aboard ADP case 10
        the the DET det 10
        ship ship NOUN nmod 7 Number=Sing
        . . PUNCT punct 2
    """) == ["There were ten men and two boys aboard the ship."]
