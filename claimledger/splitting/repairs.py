"""Repairs of trees: slips that parsers make often and that grammar alone can undo.

Each repair looks for a shape that a right tree does not have, or hardly ever has.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claimledger.splitting.cue_repairs import (
    conjunct_of_content,
    relative_of_content,
    that_before_content,
    trailing_cue,
)
from claimledger.splitting.document import Sentence, before, rehung
from claimledger.splitting.joint_repairs import (
    clause_after_comma,
    finite_joined_to_infinitive,
    list_after_apposition,
    list_as_appositions,
    parallel_phrases,
    verb_joined_to_noun,
)
from claimledger.splitting.predicate_repairs import (
    absolute_as_clause,
    base_form_with_subject,
    charge_joined_to_noun,
    charges_in_a_row,
    clause_after_semicolon,
    noun_as_conjunct,
    possessor_with_preposition,
    predicate_on_nominal,
    second_object,
    subject_as_modifier,
    subject_in_another_list,
)
from claimledger.splitting.speech_repairs import (
    clause_as_object,
    cue_after_quotation,
    interrupted_content,
    quotation_after_cue,
    subject_before_cue,
)

_NOMINAL = frozenset({"NOUN", "PROPN"})
_PAIR = 2
_OF_THE_CLAUSE = frozenset(
    {"case", "cc", "punct", "appos", "acl", "conj", "nsubj", "csubj", "cop", "aux", "mark"}
    | {"advcl", "parataxis", "obl", "expl", "discourse"}
)


def repaired(sentence: Sentence) -> Sentence:
    """Return a sentence with the slips undone that can be told without doubt."""
    for repair in (
        subject_as_modifier,
        predicate_on_nominal,
        base_form_with_subject,
        noun_as_conjunct,
        second_object,
        possessor_with_preposition,
        subject_in_another_list,
        charge_joined_to_noun,
        charges_in_a_row,
        clause_after_semicolon,
        relative_of_content,
        absolute_as_clause,
        that_before_content,
        conjunct_of_content,
        trailing_cue,
        interrupted_content,
        _clause_on_modifier,
        subject_before_cue,
        parallel_phrases,
        _object_of_participle,
        _verb_as_adjective,
        clause_as_object,
        _second_subject,
        _name_after_title,
        list_after_apposition,
        list_as_appositions,
        verb_joined_to_noun,
        finite_joined_to_infinitive,
        _participle_as_aside,
        cue_after_quotation,
        _participle_after_object,
        clause_after_comma,
        _time_with_when,
        quotation_after_cue,
    ):
        sentence = repair(sentence)
    return sentence


def _second_subject(s: Sentence) -> Sentence:
    """Read "X, the mayor of Y, left" as one subject with an apposition."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.tokens:
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
    for token in s.tokens:
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


def _participle_after_object(s: Sentence) -> Sentence:
    """Read ", coming in second" at the end of a clause as about its subject."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.tokens:
        if token.dep != "acl" or not token.lower.endswith("ing") or before(s, token.i) != ",":
            continue
        if s[token.head].entity == "PERSON" or s.kid(token.i, "nsubj", "mark") is not None:
            continue
        for verb in s.ancestors(token.i):
            if s[verb].pos == "VERB" and s.label(verb) not in {"acl", "amod"}:
                if verb < token.head and s.kid(verb, "nsubj") is not None:
                    moves[token.i] = (verb, "advcl")
                break
    return rehung(s, moves)


_TIMES = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|evening|morning|afternoon|night|year|month|week|day|"
    r"[12]\d{3}|century|decade|\d{1,2}"
)


def _time_with_when(s: Sentence) -> Sentence:
    """Hang ", when X happened" on the time named just before it."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.tokens:
        if token.dep != "advcl" or before(s, token.i) != ",":
            continue
        start = next((i for i in s.subtree(token.i) if s[i].pos != "PUNCT"), token.i)
        if s[start].lower != "when" or start < _PAIR or start < token.head:
            continue
        time = start - _PAIR
        while s[time].head < start and s.label(time) in {"nummod", "compound", "flat", "nmod"}:
            time = s[time].head
        if _TIMES.fullmatch(s[time].lower) and time not in s.subtree(token.i):
            moves[token.i] = (time, "acl:relcl")
    return rehung(s, moves)


def _participle_as_aside(s: Sentence) -> Sentence:
    """Read ", later moving to X" as an adverbial, not as a sentence of its own."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.tokens:
        if token.dep != "parataxis" or token.pos != "VERB" or before(s, token.i) != ",":
            continue
        bare = s.kid(token.i, "nsubj", "aux", "cop", "mark", "expl") is None
        if bare and token.lower.endswith("ing") and s[token.head].pos in {"VERB", "NOUN", "ADJ"}:
            moves[token.i] = (token.head, "advcl")
    return rehung(s, moves)


def _object_of_participle(s: Sentence) -> Sentence:
    """Hang what follows ", citing" on "citing", not on the verb before it."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.tokens:
        if s.label(token.i) == "advcl" and token.lower.endswith("ing") and token.head < token.i:
            if s.kid(token.i, "obj", "ccomp", "xcomp", "obl") is not None:
                continue
            for thing in s.kids(token.head, "obj"):
                if s.subtree(thing)[0] == token.i + 1:
                    moves[thing] = (token.i, "obj")
    return rehung(s, moves)


def _verb_as_adjective(s: Sentence) -> Sentence:
    """Read "and spanned roughly 35,000 feet" as a verb with its object.

    A participle never stands before an article or a number of its noun.
    """
    for token in s.tokens:
        if token.dep != "amod" or token.pos != "VERB" or not token.lower.endswith("ed"):
            continue
        noun = token.head
        late = [c for c in s.kids(noun, "det", "nummod", "nmod:poss") if c > token.i]
        cc = s.kid(noun, "cc")
        if not late or noun < token.i or s[noun].dep != "conj" or cc is None or cc > token.i:
            continue
        if s.subtree(noun)[0] < cc and s[s.subtree(noun)[0]].pos != "PUNCT":
            continue
        verb = next(
            (a for a in s.ancestors(noun) if s[a].pos == "VERB" and s.kid(a, "nsubj") is not None),
            None,
        )
        if verb is None or verb > token.i:
            continue
        moves = {token.i: (verb, "conj"), noun: (token.i, "obj"), cc: (token.i, "cc")}
        moved = rehung(s, moves)
        fixed = replace(
            moved[token.i], features={**token.features, "VerbForm": "Fin", "Mood": "Ind"}
        )
        return replace(moved, tokens=tuple(fixed if t.i == token.i else t for t in moved.tokens))
    return s


def _clause_on_modifier(s: Sentence) -> Sentence:
    """Hang a subject and a copula on the noun, not on a word before it."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.tokens:
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
