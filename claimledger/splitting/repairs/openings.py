"""Repairs of how a sentence opens: a word to the listener is no command."""

from __future__ import annotations

from dataclasses import replace

from claimledger.splitting.document import Sentence, rehung
from claimledger.splitting.english.words import words_in

_TO_THE_LISTENER = words_in(
    "look listen remember see excuse forgive pardon note mind understand believe"
)
"""What one says to be heard, before one says it."""


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
