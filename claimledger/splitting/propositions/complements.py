"""What joined verbs share after them: "wrote and directed the film", "met and praised X"."""

from __future__ import annotations

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.verbs import INTRANSITIVE

_LOOSE = frozenset({"conj", "punct", "cc"})
_FORM = ("VerbForm", "Tense")
_BETWEEN = frozenset({"CCONJ", "PUNCT", "ADV", "AUX"})


def shared_complements(s: Sentence, verb: int, head: int) -> set[int]:
    """Return the tokens after joined verbs that serve this one too.

    ``head`` is the first of the verbs. What hangs on the first but stands after a later
    one belongs to both; a bare verb takes the object of the next one that has one.
    """
    out: set[int] = set()
    if verb != head:
        for child in s.kids(head, "obj", "obl"):
            if child > verb and not (s.label(child) == "obj" and s.kid(verb, "obj", "ccomp")):
                out |= set(s.subtree(child))
    owner = _owner(s, verb)
    if owner is not None:
        for child in s.kids(owner, "obj", "obl"):
            if child > owner:
                out |= set(s.subtree(child))
    return out


def _owner(s: Sentence, verb: int) -> int | None:
    """Return the joined verb right after a bare one that has the object of both."""
    while s[verb].pos == "VERB" and s[verb].lemma.lower() not in INTRANSITIVE:
        own = [c for c in s.kids(verb) if c > verb and s.label(c) not in _LOOSE]
        if own or s.kid(verb, "nsubj:pass", "aux:pass") is not None:
            return None
        top = s[verb].head if s.label(verb) == "conj" else verb
        following = [k for k in {*s.kids(verb, "conj"), *s.kids(top, "conj")} if k > verb]
        after = min(following, default=None)
        if after is None or any(s[i].pos not in _BETWEEN for i in range(verb + 1, after)):
            return None
        if not _alike(s, verb, after):
            return None
        if s.kid(after, "obj") is not None:
            return after
        verb = after
    return None


def _alike(s: Sentence, verb: int, after: int) -> bool:
    """Tell whether two verbs are joined by "and" and have one form and one subject."""
    if any(s[c].lower != "and" for c in s.kids(after, "cc")) or s.kid(after, "nsubj"):
        return False  # "is married and has five children" has two forms
    return all(s[verb].features.get(f) == s[after].features.get(f) for f in _FORM)
