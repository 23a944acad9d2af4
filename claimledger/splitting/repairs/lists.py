"""Repairs of lists: which words stand side by side, and what a list explains."""

from __future__ import annotations

from claimledger.splitting.document import Sentence, before, rehung

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_OLDEST = 120
_PAIR = 2


def examples_on_verb(s: Sentence) -> Sentence:
    """Hang "including A and B" on the noun before it, not on the verb."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("obl"):
        case = s.kid(token.i, "case")
        if token.dep != "obl" or case is None or token.head > case or not 1 < case < token.i:
            continue
        such = s[case].lower == "such" and s[case + 1].lower == "as"
        if s[case].lower != "including" and not such:
            continue
        noun = case - 1 - (s[case - 1].text == ",")
        while s[noun].head < case and s[noun].head > token.head and s[noun].pos != "VERB":
            if s.label(noun) in {"obj", "obl", "nsubj"}:
                break
            noun = s[noun].head
        if s[noun].pos in _NOMINAL and s[noun].head == token.head and noun != token.i:
            moves[token.i] = (noun, "nmod")
    return rehung(s, moves)


def age_as_conjunct(s: Sentence) -> Sentence:
    """Read "Roe, 42, and his wife Ann Roe, 36, are" with the ages as ages."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("conj", "appos"):
        if not (token.text.isdecimal() and token.i > 1 and 0 < int(token.text[:4]) < _OLDEST):
            continue
        closed = token.i + 1 < len(s.tokens) and s[token.i + 1].text in {",", "."}
        if token.dep not in {"conj", "appos"} or s[token.i - 1].text != "," or not closed:
            continue
        if s.kid(token.i, "cc", "conj", "nmod", "case") is not None:
            continue
        name = token.i - _PAIR
        while s.label(name) in {"flat", "compound"} and s[name].pos == "PROPN":
            name = s[name].head
        if s[name].entity == "PERSON" and s[name].pos == "PROPN" and name < token.i:
            moves[token.i] = (name, "nmod:unmarked")
    return rehung(s, moves)


def joined_subjects(s: Sentence) -> Sentence:
    """Read "A, and B, fell" with one subject of two parts, where the verb got two."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.over("cc"):
        subjects = [c for c in s.kids(token.i, "nsubj") if s[c].pos in _NOMINAL and c < token.i]
        joints = [c for c in s.kids(token.i, "cc") if s[c].lower == "and" and c < token.i]
        if len(subjects) != _PAIR or len(joints) != 1:
            continue
        first, second = subjects
        if s.subtree(second)[0] == joints[0] + 1 and first < joints[0]:
            moves |= {second: (first, "conj"), joints[0]: (second, "cc")}
    return rehung(s, moves)


def verb_in_list(s: Sentence) -> Sentence:
    """Read "held A, called B, and took C" as three verbs, not as A called B."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("acl"):
        noun = token.head
        if token.dep != "acl" or token.pos != "VERB" or s.label(noun) != "obj":
            continue
        verb = s[noun].head
        later = [c for c in s.kids(verb, "conj") if c > token.i and s.kid(c, "cc") is not None]
        listed = before(s, token.i) == "," and any(
            s[c].pos == "VERB" and s[s.kids(c, "cc")[0] - 1].text == "," for c in later
        )
        own = s.kid(token.i, "nsubj", "mark", "aux", "obl:agent") is None
        if listed and own and s.kid(token.i, "obj") is not None and not token.lower.endswith("ing"):
            moves[token.i] = (verb, "conj")
    return rehung(s, moves)


def verb_as_modifier(s: Sentence) -> Sentence:
    """Read "shouted at Roe and threw stones" as two verbs, not as thrown stones."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("amod"):
        noun, cc = token.head, s.kid(token.i, "cc")
        if token.dep != "amod" or token.pos != "VERB" or cc is None or noun < token.i:
            continue
        verb = s[noun].head
        joined = s[cc].lower in {"and", "but"} and cc + 1 == token.i and verb < cc
        if joined and s[verb].pos == "VERB" and s.label(noun) == "obj":
            moves |= {token.i: (verb, "conj"), noun: (token.i, "obj")}
            moves |= {c: (token.i, "obl") for c in s.kids(noun, "nmod") if s.kid(c, "case")}
    return rehung(s, moves)
