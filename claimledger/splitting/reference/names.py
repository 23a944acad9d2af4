"""The people an article names, each under the fullest name it gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimledger.splitting.document import Document, Sentence
from claimledger.splitting.english.given_names import FEMALE, MALE, gender_of
from claimledger.splitting.english.words import (
    ANIMATE,
    DROPPED,
    FEMALE_NOUNS,
    MALE_NOUNS,
    OTHER_TITLES,
)
from claimledger.splitting.reference.abbreviations import bodies_of
from claimledger.splitting.reference.name_repairs import (
    things_named,
    with_names_joined,
    with_plurals_marked,
    without_false_people,
)

TITLES = {
    "mr": "Masc", "mr.": "Masc", "sir": "Masc", "lord": "Masc", "king": "Masc", "prince": "Masc",
    "pope": "Masc", "mrs": "Fem", "mrs.": "Fem", "ms": "Fem", "ms.": "Fem", "miss": "Fem",
    "dame": "Fem", "lady": "Fem", "queen": "Fem", "princess": "Fem", "madam": "Fem",
    "congressman": "Masc", "congresswoman": "Fem", "sister": "Fem", "father": "Masc",
}  # fmt: skip
_LONGEST = 5
_INITIALS = 3
_LONG = 5
_MOST = 0.6
"""The share of a word's uses that must look like a name before it is one everywhere."""

_WHOLE = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "conj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name as one sentence has it."""

    first: int
    last: int
    text: str
    """The name without its title."""
    title: int | None
    """Where a title before the name begins."""


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
    things: frozenset[str] = frozenset()
    """Names of storms, ships and the like, without the word that says what they are."""

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
    return Names(
        full=full, gender=gender, known=frozenset(full) | single, bodies=bodies_of(document)
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
        if len(top) == 1 or (leads and total[top[0]] > total[top[1]]):
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
    sentences = [with_plurals_marked(s) for s in sentences]
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
    a, b = short.split(), name.split()
    if len(a) >= len(b):
        return False
    return (a[-1] == b[-1] or (len(a) == 1 and a[0] == b[0])) and set(a) <= set(b)


def mentions_of(sentence: Sentence, known: Container[str] = ()) -> Iterator[Mention]:
    """Yield the names of people in a sentence, in order.

    A name shows by its label, by a title before it, by a surname tied to a first name,
    or because it is one of the ``known`` short names.
    """
    done = -1
    for start, end in sorted({*_labelled(sentence), *_tied(sentence), *_short(sentence, known)}):
        if start <= done:
            continue
        for mention in _mention(sentence, start, end):
            done = mention.last
            yield mention


def _labelled(s: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the stretches that the parser labels as people."""
    start: int | None = None
    for token in (*s.tokens, None):
        inside = token is not None and token.entity == "PERSON" and token.text != ","
        if start is not None and (not inside or (token is not None and token.entity_start)):
            yield start, len(s.tokens) if token is None else token.i
            start = None
        if inside and start is None and token is not None:
            start = token.i


def _tied(s: Sentence) -> Iterator[tuple[int, int]]:
    """Yield names that a title or a known first name shows."""
    for token in s.tokens:
        if token.pos != "PROPN" or token.entity in {"PERSON", "PLACE", "EVENT", "WORK"}:
            continue
        if not token.text[:1].isupper() or s.label(token.i) in {"flat", "compound"}:
            continue
        flat = s.kids(token.i, "flat")
        end = max([token.i, *flat]) + 1
        titled = any(_is_title(s[c].lower) and c == token.i - 1 for c in s.kids(token.i, "nmod"))
        first = flat and (token.lower in MALE | FEMALE or not token.entity)
        if (titled or first) and all(s[i].pos == "PROPN" for i in range(token.i, end)):
            yield token.i, end


def _short(s: Sentence, known: Container[str]) -> Iterator[tuple[int, int]]:
    """Yield single words that are the short name of someone known."""
    for token in s.tokens:
        if token.pos != "PROPN" or token.text not in known or token.entity == "PERSON":
            continue
        around = [token.i - 1, token.i + 1]
        if any(0 <= i < len(s.tokens) and s[i].pos == "PROPN" and not _is_title(s[i].lower)
               for i in around):  # fmt: skip
            continue
        yield token.i, token.i + 1


def _mention(s: Sentence, start: int, end: int) -> Iterator[Mention]:
    """Trim a stretch to the name in it."""
    first, last = start, end - 1
    while first <= last and (_is_role(s[first].lower) or s[first].pos in {"DET", "ADP", "ADJ"}):
        first += 1
    while last >= first and (not s[last].text[:1].isalpha() or s[last].lower == "'s"):
        last -= 1
    if first > last or not s[first].text[:1].isupper() or s[last].pos not in {"PROPN", "NOUN"}:
        return
    if s[last].has("Number", "Plur") and (s[last].pos == "NOUN" or _is_role(s[last].lemma.lower())):
        return
    title = first
    while title > 0 and _is_title(s[title - 1].lower):
        title -= 1
    text = "".join(
        (" " if s[i].space_before and i > first else "") + s[i].text for i in range(first, last + 1)
    )
    if (
        re.search(r"[^\w .'\u2019-]", text)
        or len(text.split()) > _LONGEST
        or (text.isupper() and len(text) > _INITIALS - (" " not in text))
    ):
        return
    yield Mention(first=first, last=last, text=text, title=title if title < first else None)


def _is_title(word: str) -> bool:
    return word in TITLES or word in OTHER_TITLES


def _is_role(word: str) -> bool:
    return _is_title(word) or word in ANIMATE


def is_courtesy(word: str) -> bool:
    """Tell whether a title says no more than a full name does."""
    return word.lower() in DROPPED


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
