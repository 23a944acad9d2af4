"""Names of bodies that the parser cut at an "and": the Oceanic and Atmospheric Administration."""

from __future__ import annotations

from dataclasses import replace

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.people import BODIES

_BODIES = BODIES | {"administration", "service", "services", "centre", "center"}
_INSIDE = frozenset({"amod", "compound", "conj", "cc", "nmod", "flat"})
_SMALL = frozenset({"and", "&"})


def with_bodies_whole(s: Sentence) -> Sentence:
    """Mark the words before "Administration" that hang on it as one name with it."""
    tokens = list(s.tokens)
    for token in s.tokens:
        if token.pos != "PROPN" or token.lower not in _BODIES or not token.text[:1].isupper():
            continue
        first = token.i
        while first > 0 and _belongs(s, first - 1, token.i):
            first -= 1
        while s[first].lower in _SMALL:
            first += 1
        joined = any(s[i].lower in _SMALL for i in range(first, token.i))
        if joined and {s[i].entity for i in range(first, token.i + 1)} - {"ORG"}:
            for i in range(first, token.i + 1):
                tokens[i] = replace(tokens[i], entity="ORG", entity_start=i == first)
    return replace(s, tokens=tuple(tokens)) if tokens != list(s.tokens) else s


def _belongs(s: Sentence, i: int, body: int) -> bool:
    """Tell whether a word hangs below the last word of a name, inside it."""
    word = s[i]
    fits = word.text[:1].isupper() or word.lower in _SMALL
    return fits and s.label(i) in _INSIDE and i != body and body in s.ancestors(i)
