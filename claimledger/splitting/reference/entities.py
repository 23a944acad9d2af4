"""What the noun phrases of an article name, in words that can be said again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimledger.splitting.document import Sentence, once
from claimledger.splitting.english.words import FEMALE_NOUNS, FOCUS, GROUPS, MALE_NOUNS
from claimledger.splitting.propositions.phrases import phrase_tokens
from claimledger.splitting.reference.name_repairs import is_family
from claimledger.splitting.reference.names import Names
from claimledger.splitting.reference.pronouns import Entity, is_body_name, phrase_text
from claimledger.splitting.reference.sorts import BODY, PERSON, sort_of
from claimledger.splitting.wording.standalone import Replacement

_LONGEST = 10
_NO_OPENING = frozenset({"ADP", "ADV", "PART", "CCONJ", "SCONJ", "PUNCT"})


def person_of(name: str, names: Names) -> Entity:
    """Return the person of a full name."""
    return Entity(
        text=name,
        person=True,
        gender=names.gender.get(name, ""),
        plural=False,
        named=True,
        sort=PERSON,
        weight=weight_of(name.rpartition(" ")[2], names),
    )


def entity_of(s: Sentence, i: int, out: Mapping[int, Replacement], names: Names) -> Entity:
    """Return what a noun phrase names; ``out`` has what stands in the place of its owner."""
    first, text = _named_by(s, i)
    owner = out.get(first)
    if owner is not None and owner.pronoun and s[first].pos in {"PRON", "DET"}:
        rest = text.partition(" ")[2]
        return _entity(s, i, f"{owner.text} {rest}" if rest else owner.text, names)
    known = s.told.get((entity_of, i))
    if known is None or known[0] is not names:
        known = s.told[entity_of, i] = names, _entity(s, i, text, names)
    entity: Entity = known[1]
    return entity


@once
def _named_by(s: Sentence, i: int) -> tuple[int, str]:
    """Return the first word of what a noun phrase names, and its text."""
    tokens = phrase_tokens(s, i)
    if len(tokens) > _LONGEST:
        tokens = [t for t in tokens if t <= i]
    while len(tokens) > 1 and tokens[0] < i and _is_no_opening(s, tokens[0]):
        tokens.pop(0)
    return tokens[0], phrase_text(s, tokens)


def _entity(s: Sentence, i: int, text: str, names: Names) -> Entity:
    text = names.things.get(text, text)
    lemma = s[i].lemma.lower()
    sort = sort_of(s, i)
    many = s[i].has("Number", "Plur") and s[i].entity != "PLACE"
    return Entity(
        text=text,
        person=sort == PERSON and not is_family(s, i),
        gender="Fem" if lemma in FEMALE_NOUNS else "Masc" if lemma in MALE_NOUNS else "",
        plural=is_family(s, i) or many,
        group=sort == BODY and (lemma in GROUPS or s[i].pos == "PROPN"),
        named=bool(s[i].entity) or is_body_name(s, i),
        label=s[i].entity,
        noun=lemma if s[i].pos == "NOUN" else "",
        sort=sort,
        weight=weight_of(lemma if s[i].pos == "NOUN" else s[i].text, names),
    )


def described(s: Sentence, i: int, text: str, names: Names) -> Entity:
    """Return what a fuller phrase for a noun names."""
    sort = sort_of(s, i)
    return Entity(
        text=text,
        person=sort == PERSON,
        gender="",
        plural=s[i].has("Number", "Plur"),
        noun=s[i].lemma.lower(),
        sort=sort,
        weight=weight_of(s[i].lemma, names),
    )


def body_of(s: Sentence, i: int, text: str, names: Names) -> Entity:
    """Return what an abbreviation stands for."""
    return Entity(
        text=text,
        person=False,
        gender="",
        plural=False,
        group=True,
        named=True,
        sort=sort_of(s, i) or BODY,
        weight=weight_of(s[i].text, names),
    )


def pair_of(s: Sentence, i: int, people: Sequence[str]) -> tuple[Entity, int]:
    """Return the whole of a coordination and the number of its words.

    ``people`` are the full names of those conjuncts that name one.
    """
    whole = phrase_tokens(s, i, conjuncts=True)
    text = phrase_text(s, whole)
    if len(people) == len(s.kids(i, "conj")) + 1:
        text = ", ".join(people[:-1]) + f" and {people[-1]}"
    sort = PERSON if people else sort_of(s, i)
    return Entity(text=text, person=False, gender="", plural=True, sort=sort), len(whole)


def weight_of(word: str, names: Names) -> int:
    """Return how often the article uses a word."""
    return max(1, names.counts.get(word.lower(), 1))


def _is_no_opening(s: Sentence, i: int) -> bool:
    """Tell whether a word before a noun is no part of what it names; "nearly all" is."""
    return s[i].pos in _NO_OPENING and s[i].lower not in FOCUS
