from __future__ import annotations

from collections.abc import Callable

from claimledger.splitting.document import Sentence
from claimledger.splitting.sources.attribution import attributions_of

Tree = Callable[[str], Sentence]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"
PRESENT = "VerbForm=Fin Tense=Pres Mood=Ind"


def read(sentence: Sentence) -> list[tuple[str, str, str | None]]:
    """Return cue, head of the content and head of the speaker as words."""
    return [
        (a.lemma, sentence[a.content].text, None if a.speaker is None else sentence[a.speaker].text)
        for a in attributions_of(sentence)
    ]


def test_a_source_whose_first_noun_looks_like_a_verb_is_found(tree: Tree) -> None:
    sentence = tree(f"""
        It it PRON nsubj 2
        rained rain VERB root 0 {PAST}
        , , PUNCT punct 6
        according accord VERB mark 6
        to to ADP fixed 4
        show show VERB advcl 2
        insiders insider NOUN obj 6 Number=Plur
        . . PUNCT punct 2
    """)
    assert read(sentence) == [("according to", "rained", "insiders")]


def test_a_name_after_a_dash_signs_a_quotation(tree: Tree) -> None:
    sentence = tree(f"""
        “ “ PUNCT punct 3
        It it PRON nsubj 3 Q
        rained rain VERB root 0 {PAST} Q
        . . PUNCT punct 3 Q
        ” ” PUNCT punct 3
        — — PUNCT punct 7
        Dana Dana PROPN parataxis 3
        Poe Poe PROPN flat 7
    """)
    assert read(sentence) == [("—", "rained", "Dana")]
    assert attributions_of(sentence)[0].dropped == {5, 6, 7}


def test_a_dash_between_two_halves_of_a_sentence_signs_nothing(tree: Tree) -> None:
    sentence = tree(f"""
        “ “ PUNCT punct 3
        It it PRON nsubj 3 Q
        rained rain VERB root 0 {PAST} Q
        ” ” PUNCT punct 3
        — — PUNCT punct 6
        again again ADV advmod 3
        . . PUNCT punct 3
    """)
    assert read(sentence) == []


COLON = """
        {who} {who} {pos} nsubj 2
        {did} {did} VERB root 0 {past}
        back back ADV advmod 2
        : : PUNCT punct 7
        “ “ PUNCT punct 7
        It it PRON nsubj 7 Q
        rained rain VERB parataxis 2 {past} Q
        . . PUNCT punct 7 Q
        ” ” PUNCT punct 7
"""


def test_whoever_acts_before_a_colon_says_what_is_quoted(tree: Tree) -> None:
    table = COLON.format(who="She", pos="PRON", did="fired", past=PAST)
    assert read(tree(table)) == [("fired", "rained", "She")]


def test_a_thing_before_a_colon_says_nothing(tree: Tree) -> None:
    table = COLON.format(who="Rain", pos="NOUN", did="came", past=PAST)
    assert read(tree(table)) == []


def test_an_act_before_a_colon_is_still_claimed(claimed: Callable[[str], list[str]]) -> None:
    table = COLON.format(who="She", pos="PRON", did="fired", past=PAST)
    assert claimed(table) == ["She fired back.", "It rained."]


def test_what_a_quoted_person_reports_is_theirs(tree: Tree) -> None:
    sentence = tree(f"""
        “ “ PUNCT punct 3
        Roe Roe PROPN nsubj 3 Q
        said say VERB root 0 {PAST} Q
        it it PRON nsubj 5 Q
        rained rain VERB ccomp 3 {PAST} Q
        ” ” PUNCT punct 3
    """)
    assert read(sentence) == []


def test_what_a_quoted_person_thinks_is_said_by_who_is_quoted(tree: Tree) -> None:
    sentence = tree(f"""
        “ “ PUNCT punct 3
        I I PRON nsubj 3 Q
        think think VERB root 0 {PRESENT} Q
        it it PRON nsubj 5 Q
        rained rain VERB ccomp 3 {PAST} Q
        ” ” PUNCT punct 3
    """)
    assert read(sentence) == [("think", "rained", None)]


def test_a_charge_that_something_happened_is_a_report(tree: Tree) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        charges charge VERB root 0 {PRESENT}
        that that SCONJ mark 5
        it it PRON nsubj 5
        rained rain VERB ccomp 2 {PAST}
    """)
    assert read(sentence) == [("charge", "rained", "Roe")]


def test_as_someone_puts_it_names_a_source(tree: Tree) -> None:
    sentence = tree(f"""
        As as SCONJ mark 3
        Roe Roe PROPN nsubj 3
        put put VERB advcl 7 {PAST}
        it it PRON obj 3
        , , PUNCT punct 3
        it it PRON nsubj 7
        rained rain VERB root 0 {PAST}
    """)
    assert read(sentence) == [("put", "rained", "Roe")]
