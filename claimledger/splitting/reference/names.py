"""The people an article names, each under the fullest name it gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimledger.splitting.document import Document, Sentence
from claimledger.splitting.english.given_names import gender_of
from claimledger.splitting.english.words import FEMALE_NOUNS, MALE_NOUNS
from claimledger.splitting.reference.abbreviations import bodies_of
from claimledger.splitting.reference.body_names import with_bodies_whole
from claimledger.splitting.reference.mentions import TITLES, Mention, mentions_of
from claimledger.splitting.reference.name_repairs import (
    kinds_named,
    things_named,
    with_names_joined,
    with_people_told,
    with_plurals_marked,
    without_false_people,
)

_LONG = 5
_OFTEN = 3
_QUOTES = "\"'\u2018\u2019\u201c\u201d"
_MOST = 0.6
"""The share of a word's uses that must look like a name before it is one everywhere."""

_WHOLE = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "conj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The people of an article by the parts of their names."""

    full: dict[str, str]
    """From a short name to the one full name that it can stand for."""
    gender: dict[str, str]
    """From a full name to ``Masc`` or ``Fem``, where something tells."""
    known: frozenset[str]
    """Single words that name someone."""
    bodies: dict[str, str]
    """From an abbreviation to the name that the article explains it with."""
    things: Mapping[str, str] = field(default_factory=dict)
    """From the name of a storm or a ship to that name with what it is."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How often the article uses each of its nouns and names, in lower case."""

    def fullest(self, name: str) -> str:
        """Return the fullest form of a name, itself where none is known."""
        return self.full.get(name, name)


def names_of(document: Document) -> Names:
    """Collect the names of people and match short ones to full ones."""
    seen: Counter[str] = Counter()
    gender: dict[str, str] = {}
    for sentence in document.sentences:
        for mention in mentions_of(sentence):
            seen[mention.text] += 1
            told = _gender(sentence, mention)
            if told:
                gender.setdefault(mention.text, told)
    full = _fullest(seen)
    for name in seen:
        if " " not in name and name not in full and gender_of(name):
            gender.setdefault(name, gender_of(name))
    for name in list(gender):
        gender.setdefault(full.get(name, name), gender[name])
    words = Counter(t.text for s in document.sentences for t in s.tokens)
    single = {name for name in seen if " " not in name and 1 < seen[name] > _MOST * words[name]}
    nouns = [t for s in document.sentences for t in s.tokens if t.pos in {"NOUN", "PROPN"}]
    return Names(
        full=full,
        gender=gender,
        known=frozenset(full) | single,
        bodies=bodies_of(document),
        things=kinds_named(document.sentences),
        counts=Counter(t.lemma.lower() if t.pos == "NOUN" else t.lower for t in nouns),
    )


def _fullest(seen: Counter[str]) -> dict[str, str]:
    """Match names to the one longer name that they can stand for."""
    full: dict[str, str] = {}
    parts: dict[str, list[str]] = {}
    for name in seen:
        words = name.split()
        if len(words) > 1:
            for part in dict.fromkeys((words[-1], words[0])):
                parts.setdefault(part, []).append(name)
    for name in seen:
        words = name.split()
        near = dict.fromkeys(parts.get(words[-1], []) + parts.get(words[0], []))
        fits = [other for other in near if other != name and _stands_for(name, other)]
        longest = [f for f in fits if not any(f != g and _stands_for(f, g) for g in fits)]
        if len(longest) == 1:
            full[name] = longest[0]
    order = list(seen)
    total: Counter[str] = Counter()
    for name, count in seen.items():
        total[full.get(name, name)] += count
    for part, holders in parts.items():
        top = sorted({full.get(h, h) for h in holders}, key=lambda h: (-total[h], order.index(h)))
        first = next(name for name in order if full.get(name, name) in top)
        leads = full.get(first, first) == top[0] and part == top[0].split()[-1]
        if len(top) == 1 or (leads and (total[top[0]] > total[top[1]] or seen[part] >= _OFTEN)):
            # A surname alone is whom the article is about.
            full.setdefault(part, top[0])
    full |= _slips(seen, full, parts)
    return full


def _slips(seen: Counter[str], full: Mapping[str, str], parts: Container[str]) -> dict[str, str]:
    """Match surnames that the article misspells to the names that they stand for."""
    out = {}
    for name in seen:
        near = {full[part] for part in full if part in parts and _is_slip(name, part)}
        if " " not in name and name not in full and name not in parts and len(near) == 1:
            out[name] = near.pop()
    return out


def _is_slip(name: str, other: str) -> bool:
    """Tell whether two spellings differ in one letter, as a surname misspelt once does."""
    if len(name) != len(other) or len(name) < _LONG or name[0] != other[0]:
        return False
    return sum(a != b for a, b in zip(name, other, strict=True)) == 1


def with_names_marked(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Mark a person's full name wherever it stands, also where the parser took it for another."""
    sentences = [with_people_told(with_bodies_whole(with_plurals_marked(s))) for s in sentences]
    things = things_named(sentences)
    sentences = [with_names_joined(without_false_people(s, things)) for s in sentences]
    seen = Counter(m.text for s in sentences for m in mentions_of(s))
    known: dict[str, list[tuple[str, ...]]] = {}
    for name, count in seen.items():
        words = tuple(name.split())
        if count > 1 and len(words) > 1:
            known.setdefault(words[0], []).append(words)
    short = {name.split()[-1] for name in seen if " " in name}
    return [_marked(s, known, short) for s in sentences]


def _marked(
    s: Sentence, known: Mapping[str, list[tuple[str, ...]]], short: Container[str]
) -> Sentence:
    """Mark the known names of one sentence."""
    tokens = list(s.tokens)
    for token in s.tokens:
        for words in known.get(token.text, []):
            stretch = s.tokens[token.i : token.i + len(words)]
            if tuple(t.text for t in stretch) != words or token.entity == "PERSON":
                continue
            for t in stretch:
                tokens[t.i] = replace(t, entity="PERSON", entity_start=t.i == token.i)
        if token.text in short and token.pos == "NOUN" and s.label(token.i) in _WHOLE:
            tokens[token.i] = replace(token, pos="PROPN", entity="PERSON", entity_start=True)
    return replace(s, tokens=tuple(tokens)) if tokens != list(s.tokens) else s


def _stands_for(short: str, name: str) -> bool:
    """Tell whether a name can be a shorter form of another."""
    a, b = short.split(), [word.strip(_QUOTES) for word in name.split()]
    if len(a) >= len(b):
        return False
    return (a[-1] == b[-1] or (len(a) == 1 and a[0] == b[0])) and set(a) <= set(b)


def _gender(s: Sentence, mention: Mention) -> str:
    """Return the gender that a title or a first name tells."""
    if mention.title is not None:
        for i in range(mention.title, mention.first):
            if s[i].lower in TITLES:
                return TITLES[s[i].lower]
    for i in _roles(s, mention):
        if s[i].lemma.lower() in FEMALE_NOUNS | MALE_NOUNS:
            return "Fem" if s[i].lemma.lower() in FEMALE_NOUNS else "Masc"
    return "" if " " not in mention.text else gender_of(mention.text.split()[0])


def _roles(s: Sentence, mention: Mention) -> Iterator[int]:
    """Yield the nouns that say who a name is: "her son Tom", "Ann, his wife"."""
    if mention.first:
        yield mention.first - 1
    for i in range(mention.first, mention.last + 1):
        yield from s.kids(i, "appos")
        if s.label(i) == "appos":
            yield s[i].head
