"""The "it" that stands for nothing, or for what was said to happen."""

from __future__ import annotations

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.people import TOLD_OF_EVENTS, WEATHER, WEATHER_VERBS
from claimledger.splitting.english.words import IMPERSONAL

_POSTPONED = frozenset({"to", "for", "that", "whether", "if", "when"})
_FOLLOWING = ("csubj", "ccomp", "xcomp", "advcl", "acl", "nsubj", "cop")


def is_empty_it(s: Sentence, i: int) -> bool:
    """Tell whether an "it" stands for nothing, as of weather and of what follows."""
    head = s[i].head
    if s.label(i) == "expl":
        return bool(s.kids(head, *_FOLLOWING))
    if s[i].lower != "it" or s.label(i) != "nsubj":
        return s[i].lower == "it" and s.label(i) == "obj" and _is_idiom(s, head)
    if s.kid(head, "cop") is None or s.kids(head, "csubj"):
        return bool(s.kids(head, "csubj")) or _has_empty_subject(s, head)
    if s[head].pos in {"NOUN", "PROPN"}:
        told = s[head].lemma.lower() in IMPERSONAL and s.kids(head, "acl", "advcl", "ccomp")
        return bool(told) or _is_cleft(s, head)
    if s[head].pos != "ADJ":
        return s[head].pos in {"SCONJ", "ADV", "ADP"} or s.kid(head, "mark") is not None
    return s[head].lemma.lower() in WEATHER or _is_postponed(s, head)


def _has_empty_subject(s: Sentence, verb: int) -> bool:
    """Tell whether a verb has no real subject: "it rained", "it was said that", "it takes"."""
    if s[verb].lemma.lower() in {"take", "cost"}:
        return any(
            s[m].lower == "to" for c in s.kids(verb, "xcomp", "advcl") for m in s.kids(c, "mark")
        )
    passive = s.kid(verb, "aux:pass") is not None and s.kid(verb, "ccomp") is not None
    return passive or s[verb].lemma.lower() in WEATHER_VERBS


def _is_postponed(s: Sentence, adjective: int) -> bool:
    """Tell whether what an adjective is said of comes after it: "it is hard to see"."""
    return bool(s.kids(adjective, "ccomp", "xcomp", "csubj")) or any(
        s[m].lower in _POSTPONED for c in s.kids(adjective, "advcl") for m in s.kids(c, "mark")
    )


def _is_cleft(s: Sentence, head: int) -> bool:
    """Tell whether a noun is only set before what is told of it: "It is the town that paid"."""
    det = s.kid(head, "det")
    definite = s[head].pos == "PROPN" or (det is not None and s[det].lower == "the")
    return definite and any(
        s[t].has("PronType", "Rel") or s[t].lower in {"that", "who"}
        for c in s.kids(head, "acl", "advcl", "ccomp")
        for t in s.subtree(c)[:1]
    )


def _is_idiom(s: Sentence, head: int) -> bool:
    """Tell whether "it" belongs to its verb: "hit it off", "make it clear that"."""
    if s[head].lemma.lower() in {"hit", "call"} and s.kid(head, "compound") is not None:
        return True
    return bool(s.kids(head, "xcomp")) and bool(
        s.kids(head, "ccomp")
        or any(s.kids(c, "csubj", "ccomp", "advcl") for c in s.kids(head, "xcomp"))
    )


def is_of_events(s: Sentence, i: int) -> bool:
    """Tell whether an "it" speaks of what was said to happen: "he did it", "it is true"."""
    head = s[i].head
    if s[i].lower != "it":
        return False
    if s.label(i) == "obj":
        return s[head].lemma.lower() == "do"
    told = s.label(i) == "nsubj" and s[head].pos == "ADJ" and s.kid(head, "cop") is not None
    return told and s[head].lemma.lower() in TOLD_OF_EVENTS
