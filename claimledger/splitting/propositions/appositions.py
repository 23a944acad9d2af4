"""Appositions as statements: "X, the mayor of Y," says that X is the mayor of Y."""

from __future__ import annotations

from collections.abc import Iterator

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.nouns import TIMES
from claimledger.splitting.english.people import PLACES
from claimledger.splitting.english.words import DETERMINERS
from claimledger.splitting.propositions.phrases import (
    after_break,
    belongs_to_name,
    is_age,
    is_in_brackets,
    noun_phrase,
    phrase_tokens,
    with_commas,
)
from claimledger.splitting.propositions.values import Hidden

_INDEFINITE = frozenset({"a", "an", "another", "one"})
_DESCRIBING = ("amod", "nmod", "acl", "compound")
_ONCE = frozenset({"then", "formerly", "once"})


def apposition(s: Sentence, noun: int, child: int) -> Iterator[Hidden]:
    """Read "X, the mayor of Y," as "X is the mayor of Y"."""
    tokens = s.subtree(child)
    if s[child].text.isdecimal() and is_age(s, noun, child):
        yield Hidden(head=child, subject=noun_phrase(s, noun), cut=with_commas(s, child))
        return
    if not after_break(s, tokens) or s[child].pos not in {"NOUN", "PROPN", "ADJ"}:
        return
    if is_in_brackets(s, tokens[0]) or s[child].lemma in TIMES:
        return
    named = belongs_to_name(s, noun, child)
    if named or (_is_indefinite(s, noun) and _has(s, child, {"the"})):
        known = _is_definite(s, noun) or _is_indefinite(s, noun)
        if s[noun].pos == "NOUN" and known and (s[child].entity or not named):
            # "his client, Gary Franklin," says who the client is.
            whole = set(phrase_tokens(s, noun)) - with_commas(s, child)
            yield Hidden(head=noun, subject=noun_phrase(s, child), only=frozenset(whole))
        return
    if s[noun].lemma == s[child].lemma and _has(s, child, _INDEFINITE):
        return  # "a cat, a black cat"
    of = _place_before(s, noun, child)
    if of is None and s[noun].pos != "PROPN" and not _reads_alone(s, noun, child):
        return
    yield Hidden(
        head=child, subject=noun_phrase(s, noun if of is None else of),
        plural=s[noun].has("Number", "Plur"), cut=with_commas(s, child),
        past=any(s[c].lower in _ONCE for c in s.kids(child, "advmod")),
    )  # fmt: skip


def _reads_alone(s: Sentence, noun: int, child: int) -> bool:
    """Tell whether two common nouns name one thing and are not a list."""
    opening = next((s[i].lower for i in s.subtree(child) if s[i].pos != "PUNCT"), "")
    same = s[noun].has("Number", "Plur") == s[child].has("Number", "Plur")
    listed = s.kids(child, "conj") or s.kids(noun, "conj")
    return opening in DETERMINERS and same and not listed


def _place_before(s: Sentence, noun: int, child: int) -> int | None:
    """Return the place of "the governor of X, a state," which is what the state is."""
    if s[child].lemma not in PLACES or s[noun].lemma in PLACES or s[noun].entity == "PLACE":
        return None
    last = [k for k in s.kids(noun, "nmod") if noun < k < child]
    return last[-1] if last and s[last[-1]].pos == "PROPN" else None


def _has(s: Sentence, noun: int, words: set[str] | frozenset[str]) -> bool:
    return any(s[c].lower in words for c in s.kids(noun, "det"))


def _is_indefinite(s: Sentence, noun: int) -> bool:
    """Tell whether a noun phrase says what one of many is like."""
    ordinal = any(s[c].has("NumType", "Ord") for c in s.kids(noun, "amod"))
    return _has(s, noun, _INDEFINITE) and s.kid(noun, *_DESCRIBING) is not None and not ordinal


def _is_definite(s: Sentence, noun: int) -> bool:
    """Tell whether a noun phrase speaks of one certain thing."""
    owned = s.kid(noun, "nmod:poss") is not None
    return owned or any(s[c].has("Poss", "Yes") or s[c].lower == "the" for c in s.kids(noun, "det"))
