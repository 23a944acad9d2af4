from __future__ import annotations

from collections.abc import Callable

from claimledger.splitting.document import Sentence
from claimledger.splitting.sources.attribution import attributions_of
from claimledger.splitting.sources.wholes import voice_of_whole

Tree = Callable[[str], Sentence]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"


def left_and_speaker(sentence: Sentence) -> tuple[str, str | None] | None:
    """Return what is left of a sentence kept whole, and its speaker."""
    voice = voice_of_whole(sentence, attributions_of(sentence))
    if voice is None:
        return None
    left = [t.text for t in sentence.tokens if t.i not in voice.dropped]
    return " ".join(left), None if voice.speaker is None else sentence[voice.speaker].text


def test_a_whole_sentence_leaves_its_cue_out(tree: Tree) -> None:
    assert left_and_speaker(tree(f"""
        Roe Roe PROPN nsubj 2
        said say VERB root 0 {PAST}
        that that SCONJ mark 5
        it it PRON nsubj 5
        rained rain VERB ccomp 2 {PAST}
    """)) == ("it rained", "Roe")  # fmt: skip


def test_what_stands_beside_a_cue_is_not_said(tree: Tree) -> None:
    assert left_and_speaker(tree(f"""
        Roe Roe PROPN nsubj 2
        said say VERB root 0 {PAST}
        it it PRON nsubj 4
        rained rain VERB ccomp 2 {PAST}
        and and CCONJ cc 6
        left leave VERB conj 2 {PAST}
    """)) is None  # fmt: skip


def test_a_cue_at_the_end_needs_no_clause_before_it(tree: Tree) -> None:
    assert left_and_speaker(tree(f"""
        Late late ADJ amod 2
        rains rain NOUN dep 8 Number=Plur
        had have AUX dep 2
        spoilt spoil VERB dep 2 VerbForm=Part
        crops crop NOUN dep 4
        , , PUNCT punct 8
        Roe Roe PROPN nsubj 8
        said say VERB root 0 {PAST}
        . . PUNCT punct 8
    """)) == ("Late rains had spoilt crops", "Roe")  # fmt: skip


def test_a_fragment_in_quotation_marks_stays_with_its_cue(tree: Tree) -> None:
    assert left_and_speaker(tree(f"""
        Roe Roe PROPN nsubj 2
        said say VERB root 0 {PAST}
        : : PUNCT punct 6
        “ “ PUNCT punct 6
        Poor poor ADJ amod 6 Q
        Lund Lund PROPN ccomp 2 Q
        . . PUNCT punct 6 Q
        ” ” PUNCT punct 6
    """)) is None  # fmt: skip
