"""Repairs of how a sentence opens: a word to the listener, a subject without a verb."""

from __future__ import annotations

from dataclasses import replace

from claimledger.splitting.document import Sentence, rehung
from claimledger.splitting.english.words import UNMARKED, words_in
from claimledger.splitting.repairs.predicates import as_finite

_TO_THE_LISTENER = words_in(
    "look listen remember see excuse forgive pardon note mind understand believe"
)
"""What one says to be heard, before one says it."""

_PAST = words_in(
    """
    lost held made had left led built spent sent won told paid bought brought found kept met said
    sold felt got heard taught caught thought meant dealt fed bred shot stood understood laid
    """
)
"""Pasts of irregular verbs that are spelled as their participles."""


def words_to_the_listener(s: Sentence) -> Sentence:
    """Read "look, it has been a year" as the clause, with "look" as an aside."""
    top = s.root
    if top is None or s[top].lemma.lower() not in _TO_THE_LISTENER or s[top].pos != "VERB":
        return s
    if s.kid(top, "nsubj", "aux") is not None or s[top].lower.endswith("s"):
        return s
    said = [c for c in s.kids(top, "parataxis", "ccomp", "conj") if c > top]
    clause = next((c for c in said if _asserts(s, c)), None)
    if clause is None or s.kid(clause, "mark") is not None:
        return s
    first = s.subtree(clause)[0]
    apart = any(t.text in {",", ":", "-", "\u2013", "\u2014", "--"} for t in s.tokens[top:first])
    if not apart and s[top].lemma.lower() not in {"remember", "note"}:
        return s
    moves: dict[int, tuple[int, str]] = {clause: (clause, "root"), top: (clause, "discourse")}
    for child in s.kids(top):
        if child > clause or (child < top and s.label(child) in {"cc", "discourse"}):
            moves[child] = (clause, s[child].dep)
    aside = replace(s[top], pos="INTJ", features={})
    return rehung(replace(s, tokens=(*s.tokens[:top], aside, *s.tokens[top + 1 :])), moves)


def _asserts(s: Sentence, clause: int) -> bool:
    """Tell whether a clause says something of a subject of its own."""
    finite = s[clause].has("VerbForm", "Fin") or s.kid(clause, "aux", "cop") is not None
    return finite and s.kid(clause, "nsubj", "expl") is not None


def past_after_subject(s: Sentence) -> Sentence:
    """Read "the kids lost a year" as a clause: a participle of the passive has no object."""
    top = s.root
    if top is None or s[top].pos not in {"NOUN", "PROPN", "PRON"}:
        return s
    if any(t.has("VerbForm", "Fin") for t in s.tokens) or s.kid(top, "nsubj", "cop") is not None:
        return s
    verb = next((c for c in s.kids(top, "acl") if c > top and s[c].pos == "VERB"), None)
    if verb is None or s.kid(verb, "obj") is None or s.kid(verb, "mark", "obl:agent") is not None:
        return s
    word = s[verb].lower
    if not (word.endswith("ed") or word in _PAST or word in UNMARKED):
        return s
    moves: dict[int, tuple[int, str]] = {verb: (verb, "root"), top: (verb, "nsubj")}
    for child in s.kids(top):
        if child > verb or (child < top and s.label(child) in {"cc", "punct", "discourse"}):
            moves[child] = (verb, s[child].dep)
    return as_finite(rehung(s, moves), verb)
