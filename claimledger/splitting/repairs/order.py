"""Repairs of trees: slips that parsers make often and that grammar alone can undo.

Each repair looks for a shape that a right tree does not have, or hardly ever has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from claimledger.splitting.document import Sentence, before, rehung
from claimledger.splitting.repairs.clauses import (
    absolute_as_clause,
    charge_joined_to_noun,
    charges_in_a_row,
    clause_after_semicolon,
    partitive_relative,
    possessor_with_preposition,
    second_object,
    subject_in_another_list,
    tail_of_last_clause,
)
from claimledger.splitting.repairs.contents import conjunct_of_content
from claimledger.splitting.repairs.cues import (
    content_on_place,
    cue_as_noun,
    noun_as_content,
    object_before_content,
    quoted_clause_in_nested,
    relative_of_content,
    subject_joined_to_source,
    that_as_subject,
    that_before_content,
    trailing_cue,
)
from claimledger.splitting.repairs.joints import (
    clause_after_comma,
    clause_joined_to_noun,
    clause_with_and,
    finite_joined_to_infinitive,
    hyphenated_modifier,
    list_after_apposition,
    list_as_appositions,
    parallel_phrases,
    superlative_as_conjunct,
    verb_joined_to_noun,
)
from claimledger.splitting.repairs.lists import (
    age_as_conjunct,
    examples_on_verb,
    joined_subjects,
    verb_as_modifier,
    verb_in_list,
)
from claimledger.splitting.repairs.openings import words_to_the_listener
from claimledger.splitting.repairs.participles import (
    object_of_participle,
    participle_after_object,
    participle_as_aside,
    verb_as_adjective,
)
from claimledger.splitting.repairs.predicates import (
    base_form_with_subject,
    gerund_as_finite,
    noun_as_conjunct,
    participle_as_past,
    participle_joined_to_past,
    predicate_noun_in_front,
    predicate_on_nominal,
    predicate_on_title,
    subject_as_modifier,
)
from claimledger.splitting.repairs.speech import (
    clause_as_object,
    content_over_cue,
    cue_after_quotation,
    interposed_cue,
    interrupted_content,
    opening_of_content,
    quotation_after_cue,
    reason_after_cue,
    second_content,
    subject_before_cue,
    subject_split_from_content,
)
from claimledger.splitting.repairs.unmarked_verbs import noun_with_subject, unmarked_past

_NOMINAL = frozenset({"NOUN", "PROPN"})
_PAIR = 2
_OF_THE_CLAUSE = frozenset(
    {"case", "cc", "punct", "appos", "acl", "conj", "nsubj", "csubj", "cop", "aux", "mark"}
    | {"advcl", "parataxis", "obl", "expl", "discourse"}
)


def repaired(sentence: Sentence) -> Sentence:
    """Return a sentence with the slips undone that can be told without doubt."""
    for repair in REPAIRS:
        sentence = repair(sentence)
    return sentence


def repairs_of(sentence: Sentence) -> Iterator[tuple[str, Sentence]]:
    """Yield the repairs that change a sentence, named in words, each with what came of it."""
    for repair in REPAIRS:
        mended = repair(sentence)
        if mended != sentence:
            yield repair.__name__.strip("_").replace("_", " "), mended
        sentence = mended


def _second_subject(s: Sentence) -> Sentence:
    """Read "X, the mayor of Y, left" as one subject with an apposition."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.over("nsubj"):
        subjects = s.kids(token.i, "nsubj")
        if len(subjects) != _PAIR:
            continue
        first, second = subjects
        start, end = s.subtree(second)[0], s.subtree(second)[-1]
        closed = s[end].text == "," or (end + 1 < len(s.tokens) and s[end + 1].text == ",")
        if (
            s[first].pos == "PROPN"
            and s[second].pos in _NOMINAL
            and (s[start - 1].text == "," or s[start].text == ",")
            and closed
            and second < token.i
        ):
            moves[second] = (first, "appos")
    return rehung(s, moves)


def _name_after_title(s: Sentence) -> Sentence:
    """Hang a title on the name that follows it, where the parser did the reverse."""
    for token in s.over("appos", "flat", "nmod"):
        if token.pos not in _NOMINAL or token.entity == "PERSON":
            continue
        for name in s.kids(token.i, "appos", "flat", "nmod"):
            if not _is_name_after(s, token.i, name):
                continue
            moves: dict[int, tuple[int, str]] = {}
            for child in s.kids(token.i):
                label = s.label(child)
                if (
                    child != name
                    and label in _OF_THE_CLAUSE
                    and not (label == "punct" and child < name)
                ) or (child != name and label == "nmod" and child > name):
                    moves[child] = (name, s[child].dep)
            head = name if token.head == token.i else token.head
            moves[name] = (head, token.dep)
            moves[token.i] = (name, "nmod:desc")
            return rehung(s, moves)
    return s


def _is_name_after(s: Sentence, title: int, name: int) -> bool:
    """Tell whether a person's name directly follows a title without a mark between."""
    if s[name].entity != "PERSON" and not s.kids(name, "flat"):
        return False
    if s[name].pos != "PROPN" or s.kid(name, "case", "det") is not None or name < title:
        return False
    if s.kid(title, "det", "nmod:poss") is not None:
        return False
    if s[s.subtree(name)[0]].pos == "PUNCT":
        return False
    between = range(title + 1, s.subtree(name)[0])
    inside = set(s.subtree(title))
    return all(i in inside and s[i].text not in {",", "(", "-", "\u2014", ":"} for i in between)


_TIMES = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|evening|morning|afternoon|night|year|month|week|day|"
    r"[12]\d{3}|century|decade|\d{1,2}"
)


def _time_with_when(s: Sentence) -> Sentence:
    """Hang ", when X happened" on the time named just before it."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("advcl"):
        if token.dep != "advcl" or before(s, token.i) != ",":
            continue
        start = next((i for i in s.subtree(token.i) if s[i].pos != "PUNCT"), token.i)
        if s[start].lower != "when" or start < _PAIR or start < token.head:
            continue
        time = start - _PAIR
        while s[time].head < start and s.label(time) in {"nummod", "compound", "flat", "nmod"}:
            if _TIMES.fullmatch(s[time].lower) and not _TIMES.fullmatch(s[s[time].head].lower):
                break  # "since October, 1805, when": the month hangs on what began then
            time = s[time].head
        if _TIMES.fullmatch(s[time].lower) and time not in s.subtree(token.i):
            moves[token.i] = (time, "acl:relcl")
    return rehung(s, moves)


def _clause_on_modifier(s: Sentence) -> Sentence:
    """Hang a subject and a copula on the noun, not on a word before it."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.over("cop"):
        if token.dep not in {"compound", "amod", "nmod:poss", "nummod", "det"}:
            continue
        parts = s.kids(token.i, "nsubj", "cop", "aux")
        if s.kid(token.i, "cop") is None or any(p > token.i for p in parts):
            continue
        top = token.head
        while s[top].dep in {"compound", "amod", "nmod:poss", "nummod"} and s[top].head > token.i:
            top = s[top].head
        if s.kid(top, "cop") is None and s.kid(top, "nsubj") is None:
            moves |= {p: (top, s[p].dep) for p in parts}
    return rehung(s, moves)


REPAIRS: tuple[Callable[[Sentence], Sentence], ...] = (
    hyphenated_modifier,
    noun_with_subject,
    predicate_on_title,
    words_to_the_listener,
    participle_as_past,
    verb_as_modifier,
    verb_in_list,
    participle_joined_to_past,
    joined_subjects,
    age_as_conjunct,
    examples_on_verb,
    predicate_noun_in_front,
    interposed_cue,
    gerund_as_finite,
    unmarked_past,
    subject_as_modifier,
    trailing_cue,
    predicate_on_nominal,
    base_form_with_subject,
    noun_as_conjunct,
    second_object,
    possessor_with_preposition,
    subject_in_another_list,
    charge_joined_to_noun,
    charges_in_a_row,
    clause_after_semicolon,
    partitive_relative,
    relative_of_content,
    object_before_content,
    quoted_clause_in_nested,
    tail_of_last_clause,
    absolute_as_clause,
    content_on_place,
    subject_joined_to_source,
    cue_as_noun,
    noun_as_content,
    that_before_content,
    that_as_subject,
    clause_joined_to_noun,
    clause_with_and,
    content_over_cue,
    second_content,
    reason_after_cue,
    opening_of_content,
    subject_split_from_content,
    superlative_as_conjunct,
    conjunct_of_content,
    interrupted_content,
    _clause_on_modifier,
    subject_before_cue,
    parallel_phrases,
    object_of_participle,
    verb_as_adjective,
    clause_as_object,
    _second_subject,
    _name_after_title,
    list_after_apposition,
    list_as_appositions,
    verb_joined_to_noun,
    finite_joined_to_infinitive,
    participle_as_aside,
    cue_after_quotation,
    participle_after_object,
    clause_after_comma,
    _time_with_when,
    quotation_after_cue,
)
"""In their order: a later one may need what an earlier one put right."""
