"""Lists that the parser joined in the wrong place, and verbs that it read as participles."""

from __future__ import annotations

from collections.abc import Callable

from claimledger.splitting.document import Sentence
from claimledger.splitting.repairs.lists import (
    age_as_conjunct,
    examples_on_verb,
    joined_subjects,
    verb_as_modifier,
    verb_in_list,
)
from claimledger.splitting.repairs.predicates import (
    participle_as_past,
    participle_joined_to_past,
    predicate_noun_in_front,
)

Mended = Callable[[str], list[str]]
Tree = Callable[[str], Sentence]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"
DONE = "VerbForm=Part Tense=Past"


def place(sentence: Sentence, word: str) -> tuple[str, str]:
    """Return the label of a word and the word it hangs on."""
    token = next(t for t in sentence.tokens if t.text == word)
    return token.dep, sentence[token.head].text


def test_examples_belong_to_the_noun_before_them(tree: Tree) -> None:
    fixed = examples_on_verb(
        tree(f"""
        They they PRON nsubj 2
        sold sell VERB root 0 {PAST}
        fruit fruit NOUN obj 2
        , , PUNCT punct 6
        including include VERB case 6
        apples apple NOUN obl 2
        and and CCONJ cc 8
        pears pear NOUN conj 6
        . . PUNCT punct 2
    """)
    )
    assert place(fixed, "apples") == ("nmod", "fruit")
    assert place(fixed, "pears") == ("conj", "apples")


def test_such_as_belongs_to_the_noun_before_it(tree: Tree) -> None:
    fixed = examples_on_verb(
        tree(f"""
        Crops crop NOUN nsubj 2
        grew grow VERB root 0 {PAST}
        in in ADP case 4
        regions region NOUN obl 2
        of of ADP case 6
        Spain Spain PROPN nmod 4
        such such ADJ case 9
        as as ADP fixed 7
        Murcia Murcia PROPN obl 2
        . . PUNCT punct 2
    """)
    )
    assert place(fixed, "Murcia") == ("nmod", "regions")


def test_a_preposition_that_gives_no_examples_stays_on_the_verb(tree: Tree) -> None:
    sentence = tree(f"""
        They they PRON nsubj 2
        sold sell VERB root 0 {PAST}
        fruit fruit NOUN obj 2
        , , PUNCT punct 6
        after after ADP case 6
        lunch lunch NOUN obl 2
        . . PUNCT punct 2
    """)
    assert examples_on_verb(sentence) == sentence


def test_ages_are_not_listed_with_names(tree: Tree) -> None:
    fixed = age_as_conjunct(
        tree(f"""
        Jon Jon PROPN nsubj 12 entity=PERSON
        Roe Roe PROPN flat 1 entity=PERSON
        , , PUNCT punct 4
        42 42 NUM conj 1
        , , PUNCT punct 7
        and and CCONJ cc 7
        Ann Ann PROPN conj 1 entity=PERSON
        Poe Poe PROPN flat 7 entity=PERSON
        , , PUNCT punct 10
        36 36 NUM appos 7
        , , PUNCT punct 10
        left leave VERB root 0 {PAST}
        . . PUNCT punct 12
    """)
    )
    assert place(fixed, "42") == ("nmod:unmarked", "Jon")
    assert place(fixed, "36") == ("nmod:unmarked", "Ann")
    assert place(fixed, "Ann") == ("conj", "Jon")


def test_a_number_after_a_thing_is_no_age(tree: Tree) -> None:
    sentence = tree(f"""
        They they PRON nsubj 2
        chose choose VERB root 0 {PAST}
        41 41 NUM obj 2
        , , PUNCT punct 5
        42 42 NUM conj 3
        , , PUNCT punct 8
        and and CCONJ cc 8
        43 43 NUM conj 3
        . . PUNCT punct 2
    """)
    assert age_as_conjunct(sentence) == sentence


def test_two_subjects_with_an_and_are_one(tree: Tree) -> None:
    fixed = joined_subjects(
        tree(f"""
        Wheat wheat NOUN nsubj 5
        , , PUNCT punct 5
        and and CCONJ cc 5
        rice rice NOUN nsubj 5
        fell fall VERB root 0 {PAST}
        . . PUNCT punct 5
    """)
    )
    assert place(fixed, "rice") == ("conj", "Wheat")
    assert place(fixed, "and") == ("cc", "rice")


def test_the_subject_of_a_second_clause_is_its_own(tree: Tree) -> None:
    sentence = tree(f"""
        Wheat wheat NOUN nsubj 2
        fell fall VERB root 0 {PAST}
        , , PUNCT punct 6
        and and CCONJ cc 6
        rice rice NOUN nsubj 6
        rose rise VERB conj 2 {PAST}
        . . PUNCT punct 2
    """)
    assert joined_subjects(sentence) == sentence


def test_verbs_in_a_row_share_their_subject(mended: Mended) -> None:
    assert mended(f"""
        Rebels rebel NOUN nsubj 2 Number=Plur
        held hold VERB root 0 {PAST}
        talks talk NOUN obj 2
        , , PUNCT punct 5
        called call VERB acl 3 {DONE}
        elections election NOUN obj 5
        , , PUNCT punct 9
        and and CCONJ cc 9
        took take VERB conj 2 {PAST}
        office office NOUN obj 9
        . . PUNCT punct 2
    """) == ["Rebels held talks.", "Rebels called elections.", "Rebels took office."]


def test_a_participle_outside_a_row_stays_on_its_noun(tree: Tree) -> None:
    sentence = tree(f"""
        Rebels rebel NOUN nsubj 2
        held hold VERB root 0 {PAST}
        talks talk NOUN obj 2
        called call VERB acl 3 {DONE}
        parleys parley NOUN obj 4
        . . PUNCT punct 2
    """)
    assert verb_in_list(sentence) == sentence


def test_a_verb_between_and_and_a_noun_has_the_noun_as_object(mended: Mended) -> None:
    assert mended(f"""
        Youths youth NOUN nsubj 2 Number=Plur
        shouted shout VERB root 0 {PAST}
        slogans slogan NOUN obj 2
        and and CCONJ cc 5
        threw throw VERB amod 6 {PAST}
        stones stone NOUN obj 2
        . . PUNCT punct 2
    """) == ["Youths shouted slogans.", "Youths threw stones."]


def test_joined_participles_stay_before_their_noun(tree: Tree) -> None:
    sentence = tree(f"""
        They they PRON nsubj 2
        sold sell VERB root 0 {PAST}
        dried dry VERB amod 6 {DONE}
        and and CCONJ cc 5
        salted salt VERB conj 3 {DONE}
        fish fish NOUN obj 2
        . . PUNCT punct 2
    """)
    assert verb_as_modifier(sentence) == sentence


def test_what_someone_was_opens_the_sentence(mended: Mended) -> None:
    assert mended(f"""
        A a DET det 3
        poor poor ADJ amod 3
        student student NOUN dislocated 6 Number=Sing
        , , PUNCT punct 3
        Roe Roe PROPN nsubj 6 Number=Sing
        left leave VERB root 0 {PAST}
        early early ADV advmod 6
        . . PUNCT punct 6
    """) == ["Roe was a poor student.", "Roe left early."]


def test_a_topic_that_is_no_description_stays_in_front(tree: Tree) -> None:
    sentence = tree("""
        That that DET det 2
        bridge bridge NOUN dislocated 5
        , , PUNCT punct 2
        it it PRON nsubj 5
        leaks leak VERB root 0 VerbForm=Fin Tense=Pres
        . . PUNCT punct 5
    """)
    assert predicate_noun_in_front(sentence) == sentence


def test_a_participle_with_an_active_subject_is_past(tree: Tree) -> None:
    fixed = participle_as_past(
        tree(f"""
        Roe Roe PROPN nsubj 2
        announced announce VERB root 0 {DONE}
        plans plan NOUN obj 2
        . . PUNCT punct 2
    """)
    )
    assert fixed[1].has("VerbForm", "Fin")
    assert fixed[1].has("Tense", "Past")


def test_a_participle_after_an_auxiliary_stays_one(tree: Tree) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 3
        has have AUX aux 3 VerbForm=Fin Tense=Pres
        announced announce VERB root 0 {DONE}
        plans plan NOUN obj 3
        . . PUNCT punct 3
    """)
    assert participle_as_past(sentence) == sentence


def test_a_participle_joined_to_a_past_is_past(mended: Mended) -> None:
    assert mended(f"""
        Rebels rebel NOUN nsubj 2 Number=Plur
        held hold VERB root 0 {PAST}
        talks talk NOUN obj 2
        and and CCONJ cc 5
        led lead VERB conj 2 {DONE} Voice=Pass
        marches march NOUN obj 5
        . . PUNCT punct 2
    """) == ["Rebels held talks.", "Rebels led marches."]


def test_a_participle_joined_to_a_participle_shares_its_auxiliary(tree: Tree) -> None:
    sentence = tree(f"""
        Rebels rebel NOUN nsubj 3
        have have AUX aux 3 VerbForm=Fin Tense=Pres
        held hold VERB root 0 {DONE}
        talks talk NOUN obj 3
        and and CCONJ cc 6
        led lead VERB conj 3 {DONE}
        marches march NOUN obj 6
        . . PUNCT punct 3
    """)
    assert participle_joined_to_past(sentence) == sentence


def test_when_tells_of_the_year_before_it(mended: Mended) -> None:
    assert mended(f"""
        Roe Roe PROPN nsubj 4 Number=Sing
        has have AUX aux 4 VerbForm=Fin Tense=Pres
        been be AUX cop 4 {DONE}
        here here ADV root 0
        since since ADP case 6
        May May PROPN obl 4
        , , PUNCT punct 8
        1805 1805 NUM nmod:unmarked 6
        , , PUNCT punct 12
        when when ADV advmod 12 PronType=Rel
        he he PRON nsubj 12 Number=Sing PronType=Prs
        left leave VERB advcl 4 {PAST}
        York York PROPN obj 12
        . . PUNCT punct 4
    """) == ["Roe has been here since May, 1805.", "He left York in May, 1805."]
