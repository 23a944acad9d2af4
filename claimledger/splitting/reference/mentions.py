"""Where the sentences of an article name people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.given_names import FEMALE, MALE
from claimledger.splitting.english.nouns import RANKS, SHORT_TITLES
from claimledger.splitting.english.words import ANIMATE, DROPPED, OTHER_TITLES
from claimledger.splitting.reference.name_repairs import is_family

TITLES = {
    "mr": "Masc", "mr.": "Masc", "sir": "Masc", "lord": "Masc", "king": "Masc", "prince": "Masc",
    "pope": "Masc", "mrs": "Fem", "mrs.": "Fem", "ms": "Fem", "ms.": "Fem", "miss": "Fem",
    "dame": "Fem", "lady": "Fem", "queen": "Fem", "princess": "Fem", "madam": "Fem",
    "congressman": "Masc", "congresswoman": "Fem", "sister": "Fem", "father": "Masc",
}  # fmt: skip
_LONGEST = 5
_INITIALS = 3
_NICKNAMED = 5
_QUOTES = frozenset("\"\u201c\u201d'\u2018\u2019")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name as one sentence has it."""

    first: int
    last: int
    text: str
    """The name without its title."""
    title: int | None
    """Where a title before the name begins."""


def mentions_of(sentence: Sentence, known: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """Return the names of people in a sentence, in order.

    A name shows by its label, by a title before it, by a surname tied to a first name,
    or because it is one of the ``known`` short names.
    """
    key = (mentions_of, known)
    if key not in sentence.told:
        sentence.told[key] = tuple(_mentions(sentence, known))
    told: tuple[Mention, ...] = sentence.told[key]
    return told


def _mentions(sentence: Sentence, known: frozenset[str]) -> Iterator[Mention]:
    if not any(t.pos == "PROPN" or t.entity == "PERSON" for t in sentence.tokens):
        return
    done = -1
    for start, end in sorted({*_labelled(sentence), *_tied(sentence), *_short(sentence, known)}):
        if start <= done:
            continue
        for mention in _mention(sentence, start, _with_nickname(sentence, end)):
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
        titled = any(is_title(s[c].lower) and c == token.i - 1 for c in s.kids(token.i, "nmod"))
        first = flat and (token.lower in MALE | FEMALE or not token.entity)
        if (titled or first) and all(s[i].pos == "PROPN" for i in range(token.i, end)):
            yield token.i, end


def _short(s: Sentence, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield single words that are the short name of someone known."""
    for token in s.tokens:
        if token.pos != "PROPN" or token.text not in known or token.entity == "PERSON":
            continue
        around = [token.i - 1, token.i + 1]
        if any(0 <= i < len(s.tokens) and s[i].pos == "PROPN" and not is_title(s[i].lower)
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
    if first == last and (is_family(s, first) or _is_office(s, first)):
        return
    if s[last].has("Number", "Plur") and (s[last].pos == "NOUN" or _is_role(s[last].lemma.lower())):
        return
    title = first
    while title > 0 and is_title(s[title - 1].lower):
        title -= 1
    text = "".join(
        (" " if s[i].space_before and i > first else "") + s[i].text for i in range(first, last + 1)
    )
    if (
        re.search(r"[^\w .'\u2018\u2019\u201c\u201d\"-]|\d", text)
        or len(text.split()) > _LONGEST
        or (text.isupper() and len(text) > _INITIALS - (" " not in text))
    ):
        return
    yield Mention(first=first, last=last, text=text, title=title if title < first else None)


def _with_nickname(s: Sentence, end: int) -> int:
    """Return the end of a name with the nickname and the surname that follow: Ann "Nan" Poe."""
    rest = s.tokens[end : end + _NICKNAMED]
    if len(rest) < _NICKNAMED - 1 or rest[0].text not in _QUOTES:
        return end
    closing = next((t for t in rest[2:4] if t.text in _QUOTES), None)
    if closing is None or closing.i + 1 >= len(s.tokens) or s[end - 1].pos != "PROPN":
        return end
    last = closing.i + 1
    if any(not s[i].text[:1].isupper() for i in (end + 1, last)) or s[last].pos != "PROPN":
        return end
    while last + 1 < len(s.tokens) and s[last + 1].pos == "PROPN" and s[last].text[:1].isupper():
        last += 1
    return last + 1


def is_title(word: str) -> bool:
    """Tell whether a word, in lower case, is a title before a name."""
    return word in TITLES or word in OTHER_TITLES or word in SHORT_TITLES


def _is_role(word: str) -> bool:
    return is_title(word) or word in ANIMATE


def is_courtesy(word: str) -> bool:
    """Tell whether a title says no more than a full name does."""
    return word.lower() in DROPPED


def _is_office(s: Sentence, i: int) -> bool:
    """Tell whether a word is an office or a rank and no name: "Earl of Ham"."""
    return i + 1 < len(s.tokens) and s[i + 1].lower == "of" and s[i].lower in RANKS
