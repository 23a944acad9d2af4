"""Repairs of where a phrase or a clause hangs."""

from __future__ import annotations

from claimledger.splitting.document import Sentence, before, rehung
from claimledger.splitting.sources.attribution import is_clause

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_PAIR = 2


def second_object(s: Sentence) -> Sentence:
    """Read "chose X, a small dinosaur" as one object with an apposition."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.over("obj", "iobj"):
        things = s.kids(token.i, "obj", "iobj")
        if len(things) != _PAIR:
            continue
        first, second = things
        det = s.kid(second, "det")
        if (
            token.i < first
            and s[first].pos in {"NOUN", "PROPN"}
            and det is not None
            and s[det - 1].text == ","
            and s[det].lower in {"a", "an", "the"}
        ):
            moves[second] = (first, "appos")
    return rehung(s, moves)


def possessor_with_preposition(s: Sentence) -> Sentence:
    """Hang "of" in "most of the sun's light" on the light, and the light on "most"."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("nmod:poss"):
        case = s.kid(token.i, "case")
        if token.dep != "nmod:poss" or case is None or case > token.i or s[case].lower != "of":
            continue
        noun = token.head
        moves[case] = (noun, "case")
        quantity = case - 1
        if s[noun].dep == "obj" and s[quantity].head == s[noun].head and quantity > s[noun].head:
            moves[noun] = (quantity, "nmod")
    return rehung(s, moves)


def charges_in_a_row(s: Sentence) -> Sentence:
    """Read "of taking A, leaving B and giving C" as three conjuncts."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("advcl"):
        if token.dep != "advcl" or not token.lower.endswith("ing") or before(s, token.i) != ",":
            continue
        first = token.head
        mark = s.kid(first, "mark")
        joined = [c for c in s.kids(token.i, "conj") if s.kid(c, "cc") is not None]
        joined += [c for c in s.kids(first, "conj") if c > token.i]
        if mark is None or not s[first].lower.endswith("ing") or first > token.i:
            continue
        if any(s[c].lower.endswith("ing") for c in joined):
            moves[token.i] = (first, "conj")
    return rehung(s, moves)


def absolute_as_clause(s: Sentence) -> Sentence:
    """Read ", with X coming fourth" as an adverbial where it hangs as a sentence."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("parataxis", "xcomp", "conj"):
        subject = s.kid(token.i, "nsubj")
        hung = token.dep in {"parataxis", "xcomp", "conj"}
        if not hung or not token.lower.endswith("ing") or subject is None:
            continue
        case = s.kid(subject, "case", "mark")
        if case is None or s[case].lower != "with" or s.kid(token.i, "aux") is not None:
            continue
        moves[token.i] = (token.head, "advcl")
        moves[case] = (token.i, "mark")
    return rehung(s, moves)


def charge_joined_to_noun(s: Sentence) -> Sentence:
    """Join "for lying to them and obstructing justice" at the lying, not at the noun."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("conj"):
        if token.dep != "conj" or not token.lower.endswith("ing"):
            continue
        if token.pos != "VERB" or s[token.head].pos not in _NOMINAL or s[token.head].dep == "conj":
            continue
        verb = s[token.head].head
        if s[verb].lower.endswith("ing") and s[verb].pos == "VERB" and verb < token.i and (
            s.kid(token.i, "obj", "obl", "xcomp") is not None
        ):  # fmt: skip
            moves[token.i] = (verb, "conj")
    return rehung(s, moves)


def clause_after_semicolon(s: Sentence) -> Sentence:
    """Hang a clause after a semicolon beside the main clause."""
    for mark in s.tokens:
        if mark.text != ";" or mark.i in s.quoted:
            continue
        after = [t.i for t in s.tokens[mark.i + 1 :] if t.head <= mark.i and t.pos != "PUNCT"]
        top = s.root
        if top is None or top > mark.i or len(after) != 1:
            continue
        clause = after[0]
        if is_clause(s, clause) and s.kid(clause, "nsubj", "expl") is not None:
            s = rehung(s, {clause: (top, "parataxis"), mark.i: (clause, "punct")})
    return s


def subject_in_another_list(s: Sentence) -> Sentence:
    """Read "by 83 votes, and the president, who signed it, called" as two clauses.

    A verb joined to another has an "and" of its own, or else a subject that took it.
    """
    for token in s.labelled("conj"):
        if token.dep != "conj" or token.pos != "VERB" or not is_clause(s, token.i):
            continue
        if s.kid(token.i, "cc", "nsubj", "expl") is not None:
            continue
        for noun in range(token.i - 1, s[token.i].head, -1):
            cc = s.kid(noun, "cc")
            if s[noun].dep not in {"conj", "dep", "appos"} or s[noun].pos not in _NOMINAL:
                continue
            if cc is None:
                continue
            phrase = s.subtree(noun)
            last = phrase[-1] if phrase[-1] < token.i else noun
            gap = {s[i].text for i in range(last + 1, token.i)}
            if before(s, noun) in {","} | {s[cc].text} and s[cc - 1].text == "," and gap <= {","}:
                return rehung(s, {noun: (token.i, "nsubj"), cc: (token.i, "cc")})
            break
    return s


def tail_of_last_clause(s: Sentence) -> Sentence:
    """Hang the last words of a sentence on its last clause, not on one before it."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.over("parataxis", "conj"):
        later = [
            c
            for c in s.kids(token.i, "parataxis", "conj")
            if c > token.i and is_clause(s, c) and s.kid(c, "nsubj", "expl") is not None
        ]
        for child in s.kids(token.i, "advmod", "obl", "advcl", "xcomp"):
            before_it = [c for c in later if c < child]
            opening = s.subtree(child)[0]
            if before_it and s[opening - 1].pos != "PUNCT" and s[opening].pos != "PUNCT":
                moves[child] = (before_it[-1], s[child].dep)
    return rehung(s, moves)


def partitive_relative(s: Sentence) -> Sentence:
    """Read ", some of which are closed" as a relative clause about what stands before."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("parataxis", "conj", "advcl", "acl"):
        subject = s.kid(token.i, "nsubj")
        if token.dep not in {"parataxis", "conj", "advcl", "acl"} or subject is None:
            continue
        first = s.subtree(subject)[0]
        of = [n for n in s.kids(subject, "nmod", "obl") if s[n].lower in {"which", "whom"}]
        if not of or first < _PAIR or s[first - 1].text != "," or subject > token.i:
            continue
        many = [i for i in range(first) if s[i].has("Number", "Plur") and s[i].pos in _NOMINAL]
        noun = many[-1] if many else first - _PAIR
        if s[noun].pos in _NOMINAL and noun not in s.subtree(token.i):
            moves[token.i] = (noun, "acl:relcl")
    return rehung(s, moves)
