"""Repairs of predicates: verbs that the parser hung on a noun or did not see."""

from __future__ import annotations

from dataclasses import replace

from claimledger.splitting.attribution import finite_of, is_clause
from claimledger.splitting.document import Sentence, before, rehung
from claimledger.splitting.english import AUXILIARIES

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_THINGS = _NOMINAL | {"NUM", "SYM", "DET"}
_OUTSIDE = frozenset({"obl", "advmod", "discourse", "parataxis", "advcl", "punct", "mark", "cc"})
_PAIR = 2


def as_finite(s: Sentence, verb: int) -> Sentence:
    """Return the tree with a token made a finite verb."""
    token = s[verb]
    features = {**token.features, "VerbForm": "Fin", "Mood": "Ind"}
    if token.lower.endswith("ed"):
        features["Tense"] = "Past"
    fixed = replace(token, pos="VERB", features=features)
    return replace(s, tokens=tuple(fixed if t.i == verb else t for t in s.tokens))


def predicate_on_nominal(s: Sentence) -> Sentence:
    """Read "the album peaked at 19" as a clause where "peaked" hangs on the album.

    A sentence that is no clause, but holds a verb that may be finite, is misread.
    """
    top = s.root
    if top is None or s[top].pos not in _THINGS or s.kid(top, "nsubj", "cop", "aux") is not None:
        return s
    verbs = [v for v in _below(s, top) if _may_be_predicate(s, top, v)]
    if not verbs or s[0].lower in {"if", "when", "although", "though", "while", "as"}:
        return s
    verb = verbs[-1]
    moves: dict[int, tuple[int, str]] = {verb: (verb, "root"), top: (verb, "nsubj")}
    if s.kid(verb, "aux:pass") is not None:
        moves[top] = (verb, "nsubj:pass")
    for child in s.kids(top):
        if child == verb:
            continue
        outside = s.label(child) in _OUTSIDE
        closing = child == s.subtree(top)[-1] and s[child].pos == "PUNCT"
        opening = child < top and outside and s[child].pos != "PUNCT" and _opens(s, top, child)
        if closing or (child > verb and outside) or opening:
            moves[child] = (verb, s[child].dep)
    return as_finite(rehung(s, moves), verb)


def _opens(s: Sentence, top: int, child: int) -> bool:
    """Tell whether an adverbial before a noun belongs to the clause: a comma parts them."""
    edge = max(s.subtree(child))
    return s[child].lower == "reportedly" or (
        edge + 1 < top and (s[edge].text == "," or s[edge + 1].text == ",")
    )


def _below(s: Sentence, top: int) -> list[int]:
    """Return the clauses that hang on a noun or on the last noun of its phrase."""
    found: list[int] = []
    for noun in [top, *s.kids(top, "nmod", "conj")]:
        found += s.kids(noun, "acl")
        found += [c for c in s.kids(noun, "parataxis", "conj", "dep") if noun == top]
    return sorted(found)


def _may_be_predicate(s: Sentence, top: int, verb: int) -> bool:
    """Tell whether a verb on a noun may be the predicate of a sentence without one."""
    token = s[verb]
    if token.pos not in {"VERB", "AUX"} or verb < top or token.dep == "acl:relcl":
        return False
    if s.kid(verb, "nsubj", "csubj", "mark", "obl:agent") is not None or s.kids(verb, "expl"):
        return False
    if any(s[c].has("PronType", "Rel") for c in s.subtree(verb) if c < verb):
        return False
    if s[s.subtree(verb)[0]].pos == "CCONJ" or s.kid(verb, "cc") is not None:
        return False
    if is_clause(s, verb):
        return True
    bare = s.kid(verb, "aux", "cop") is None
    return bare and token.lower.endswith("ed")


def subject_as_modifier(s: Sentence) -> Sentence:
    """Give a finite verb the name or noun before it as its subject."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.tokens:
        if token.pos != "VERB" or not is_clause(s, token.i) or token.dep == "conj":
            continue
        if s.kid(token.i, "nsubj", "csubj", "expl") is not None:
            continue
        for child in s.kids(token.i, "compound", "aux", "amod"):
            named = s[child].dep == "aux" and s[child].lower not in AUXILIARIES
            noun = s[child].dep != "aux" and s[child].pos in _NOMINAL
            if child < token.i and (noun or named) and s[child].dep != "compound:prt":
                moves[child] = (token.i, "nsubj")
    return rehung(s, moves)


def base_form_with_subject(s: Sentence) -> Sentence:
    """Read "that CFCs break apart" as finite: an infinitive has no subject of its own."""
    for token in s.tokens:
        if token.pos != "VERB" or not token.has("VerbForm", "Inf"):
            continue
        subject = s.kid(token.i, "nsubj")
        if subject is None or subject > token.i or s.label(token.i) not in {"ccomp", "root"}:
            continue
        if s.kid(token.i, "aux", "cop") is not None or s[subject].has("Number", "Sing"):
            continue
        if any(s[m].lower in {"to", "for"} for m in s.kids(token.i, "mark")):
            continue
        fixed = replace(
            token, features={**token.features, "VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres"}
        )
        s = replace(s, tokens=tuple(fixed if t.i == token.i else t for t in s.tokens))
    return s


def noun_as_conjunct(s: Sentence) -> Sentence:
    """Read "held hearings and subpoenaed documents" as two verbs with their objects."""
    for token in s.tokens:
        if token.dep != "conj" or token.pos not in {"NOUN", "ADJ"}:
            continue
        cc = s.kid(token.i, "cc")
        if not token.lower.endswith("ed") or cc != token.i - 1 or s.label(token.head) != "obj":
            continue
        thing = next(
            (t for t in s.tokens[token.i + 1 :] if t.head in {token.i, token.head}
             and t.pos in _NOMINAL and s.kid(t.i, "case") is None), None
        )  # fmt: skip
        verb = s[token.head].head
        if thing is None or finite_of(s, verb) is None or s[s.subtree(thing.i)[0]].pos == "PUNCT":
            continue
        moved = rehung(s, {token.i: (verb, "conj"), thing.i: (token.i, "obj")})
        return as_finite(moved, token.i)
    return s


def second_object(s: Sentence) -> Sentence:
    """Read "chose X, a small dinosaur" as one object with an apposition."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.tokens:
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
    for token in s.tokens:
        case = s.kid(token.i, "case")
        if token.dep != "nmod:poss" or case is None or case > token.i or s[case].lower != "of":
            continue
        noun = token.head
        moves[case] = (noun, "case")
        quantity = case - 1
        if s[noun].dep == "obj" and s[quantity].head == s[noun].head and quantity > s[noun].head:
            moves[noun] = (quantity, "nmod")
    return rehung(s, moves)


def subject_in_another_list(s: Sentence) -> Sentence:
    """Read "by 83 votes, and the president, who signed it, called" as two clauses.

    A verb joined to another has an "and" of its own, or else a subject that took it.
    """
    for token in s.tokens:
        if token.dep != "conj" or token.pos != "VERB" or not is_clause(s, token.i):
            continue
        if s.kid(token.i, "cc", "nsubj", "expl") is not None:
            continue
        for noun in range(token.i - 1, s[token.i].head, -1):
            cc = s.kid(noun, "cc")
            if s[noun].dep != "conj" or s[noun].pos not in _NOMINAL or cc is None:
                continue
            phrase = s.subtree(noun)
            last = phrase[-1] if phrase[-1] < token.i else noun
            gap = {s[i].text for i in range(last + 1, token.i)}
            if before(s, noun) in {","} | {s[cc].text} and s[cc - 1].text == "," and gap <= {","}:
                return rehung(s, {noun: (token.i, "nsubj"), cc: (token.i, "cc")})
            break
    return s


def charges_in_a_row(s: Sentence) -> Sentence:
    """Read "of taking A, leaving B and giving C" as three conjuncts."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.tokens:
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
    for token in s.tokens:
        subject = s.kid(token.i, "nsubj")
        if token.dep != "parataxis" or not token.lower.endswith("ing") or subject is None:
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
    for token in s.tokens:
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
