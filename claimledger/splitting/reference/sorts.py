"""What sort of thing a phrase names, and which sorts suit the place of a pronoun."""

from __future__ import annotations

from claimledger.splitting.document import Sentence, once
from claimledger.splitting.english.nouns import NOT_PEOPLE
from claimledger.splitting.english.people import (
    ACTS,
    BODIES,
    EVENT_PHRASES,
    HAPPENING,
    HUMAN_VERBS,
    OWNED_BY_PEOPLE,
    PLACES,
    is_person_noun,
)
from claimledger.splitting.english.words import GROUPS, SAYING

PERSON, BODY, PLACE, ACT, THING = "person", "body", "place", "act", "thing"
_LABELS = {"PERSON": PERSON, "ORG": BODY, "PLACE": PLACE, "EVENT": ACT, "WORK": ACT}
_ACTING = frozenset({PERSON, BODY, PLACE, ""})
_NOT_ACTING = frozenset({ACT, THING, ""})
_OWNERS = frozenset({PERSON, ""})


@once
def sort_of(s: Sentence, i: int) -> str:
    """Return the sort of what a noun names, empty where nothing tells."""
    if s[i].pos == "PROPN":
        word = s[max([i, *s.kids(i, "flat")])].lower
        label = _LABELS.get(s[i].entity, "")
        found = _sort_of_word(word, common=False) if label != PERSON else PERSON
        return label if found == PERSON and label else found or label
    word = s[i].lemma.lower()
    if s[i].entity == "PLACE" and word not in PLACES:
        return PLACE
    return _sort_of_word(word, common=True) or _LABELS.get(s[i].entity, THING)


def _sort_of_word(word: str, *, common: bool) -> str:
    """Return the sort that a noun tells, ``common`` for one that is no name."""
    if word in ACTS:
        return ACT
    if word in PLACES:
        return PLACE
    if word in BODIES or word in GROUPS:
        return BODY if common or word in NOT_PEOPLE else ""
    return PERSON if is_person_noun(word) else ""


def sorts_for(s: Sentence, i: int) -> frozenset[str] | None:
    """Return the sorts of which a pronoun in its place can be, None for any."""
    one = s[i].lower in {"it", "its"}
    if s[i].dep == "nmod:poss":
        return _OWNERS if s[s[i].head].lemma.lower() in OWNED_BY_PEOPLE and not one else None
    if s.label(i) != "nsubj":
        return None
    head = s[i].head
    if s[i].dep != "nsubj:pass" and s[head].pos in {"VERB", "AUX"}:
        if acts(s, head) and not (one and s[head].lemma.lower() in SAYING):
            return _ACTING
        return _NOT_ACTING if happens(s, head) else None
    if s[head].pos == "NOUN" and s.kid(head, "cop") is not None:
        return _for_predicate(s[head].lemma.lower())
    return None


def acts(s: Sentence, verb: int) -> bool:
    """Tell whether only people and their bodies do what a verb says."""
    lemma = s[verb].lemma.lower()
    return lemma in HUMAN_VERBS or (lemma == "find" and bool(s.kids(verb, "ccomp", "xcomp")))


def happens(s: Sentence, verb: int) -> bool:
    """Tell whether a verb says that something took place or holds."""
    lemma = s[verb].lemma.lower()
    of_event = EVENT_PHRASES.get(lemma, ())
    return lemma in HAPPENING or any(
        s[c].lemma.lower() in of_event for c in s.kids(verb, "obj", "obl")
    )


def _for_predicate(noun: str) -> frozenset[str] | None:
    """Return what can be said to be what a noun names."""
    if noun in ACTS:
        return _NOT_ACTING
    if noun in BODIES:
        return frozenset({BODY, PERSON, PLACE, ""})
    if is_person_noun(noun):
        return _ACTING
    return frozenset({PLACE, ""}) if noun in PLACES else None
