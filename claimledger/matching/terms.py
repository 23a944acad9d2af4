"""Terms: the words by which claims are found and ranked.

A term is the stem of a word that tells something. The stems are crude, since all they do
is bring claims together: what two claims say is for ``labels`` to decide.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from claimledger.matching.lists import listed, words_in

LOOKED_UP: Final = 64
"""Terms of a text that are looked up, from its first: a claim has fewer."""

_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)\S+|\b(?:pic\.twitter\.com|t\.co)/\w+", re.IGNORECASE
)
_POSTED: Final = re.compile(r"(?<=\w\))\s*[A-Z][a-z]+ \d{1,2}, \d{4}\s*$")
"""The day after ``Name (@handle)``, with which a post ends where it is quoted."""
_TAG: Final = re.compile(r"[#@](\w+)")
_HUMP: Final = re.compile(r"(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_")
_WORD: Final = re.compile(r"\d+(?:[.,]\d+)+|\w+")
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+")
_LONG_NUMBER: Final = 4
_APOSTROPHES: Final = re.compile("['’ʼ]")

_EMPTY: Final = words_in("""
    a about after all also am amp an and any are as at be been before being but by can could d
    did do does down for from had has have he her here him his how i if in into is it its just
    ll m may me might more most must my no not of on or our out over re s shall she should so t
    than that the their them then there these they this those to up us ve via was we were what
    when where which who why will with would you your
    """)
"""Words that are in too many claims to tell any apart."""

_NUMERALS: Final = {
    word: str(number)
    for number, word in enumerate(
        listed("zero one two three four five six seven eight nine ten eleven twelve")
    )
}
_WORDS_OF: Final = {number: word for word, number in _NUMERALS.items()}

_IRREGULAR: Final = {
    form: stem
    for stem, forms in {
        "become": "became becomes",
        "begin": "began begun",
        "build": "built",
        "buy": "bought",
        "child": "children",
        "drive": "drove driven",
        "fall": "fell fallen",
        "find": "found",
        "give": "gave given",
        "go": "went gone",
        "grow": "grew grown",
        "hold": "held",
        "kill": "killed",
        "know": "knew known",
        "lead": "led",
        "leave": "left",
        "lose": "lost",
        "make": "made",
        "man": "men",
        "meet": "met",
        "pay": "paid",
        "person": "people persons",
        "rise": "rose risen",
        "run": "ran",
        "say": "said",
        "see": "saw seen",
        "sell": "sold",
        "send": "sent",
        "show": "shown",
        "shoot": "shot",
        "shrink": "shrank shrunk",
        "sink": "sank sunk",
        "speak": "spoke spoken",
        "spend": "spent",
        "steal": "stole stolen",
        "take": "took taken",
        "tell": "told",
        "think": "thought",
        "win": "won",
        "woman": "women",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}
_ENDINGS: Final = (
    ("ies", "y"),
    ("sses", "ss"),
    ("ing", ""),
    ("edly", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
    ("ly", ""),
)
_SHORTEST: Final = 3
"""Letters that an ending leaves at least."""
_DOUBLED_STAY: Final = "lsz"
_FORMS_OF: Final = {
    stem: [form for form, of in _IRREGULAR.items() if of == stem] for stem in _IRREGULAR.values()
}


def plain(text: str) -> str:
    """Return a text without web addresses, its tags and handles as the words they hold."""
    text = _ADDRESS.sub(" ", text)
    return _TAG.sub(lambda tag: f" {_HUMP.sub(' ', tag[1])} ", text)


def fold(text: str) -> str:
    """Return a text in small letters without accents, as the index has it."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text)
    return "".join(char for char in letters if not unicodedata.combining(char)).lower()


def terms(text: str) -> list[str]:
    """Return the terms of a text in its order, repeated where it repeats them."""
    return [stem(word) for word in told(text)]


def told(text: str) -> Iterator[str]:
    """Yield the folded words of a text that tell something."""
    for found in _WORD.finditer(_APOSTROPHES.sub(" ", fold(plain(_POSTED.sub("", text))))):
        if _GROUPED.fullmatch(word := found[0]):
            yield word.replace(",", "")
        elif word not in _EMPTY:
            yield word.replace(",", ".")


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Return what the forms of a folded word have in common; a numeral in digits."""
    if word in _NUMERALS or word[:1].isdecimal():
        return _NUMERALS.get(word, word)
    word = _IRREGULAR.get(word, word)
    for ending, rest in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word if word.endswith("ss") else word.removesuffix(ending) + rest
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in _DOUBLED_STAY:
        word = word[:-1]
    return word[:-1] if len(word) > _SHORTEST and word.endswith("e") else word


def spellings(word: str) -> list[str]:
    """Return the forms of a folded word that a claim may have in its place.

    Some of them are no words at all: the index does not have those. A space parts the
    words that the index makes of a number such as 3.4 or 3,400.
    """
    if word[0].isdecimal() and ("." in word or len(word) >= _LONG_NUMBER):
        spelled = {word.replace(".", " ")}
        if word.isdecimal() and word[0] != "0":
            spelled.add(f"{int(word):,}".replace(",", " "))
        return sorted(spelled)
    root = stem(word)
    bases = {root, root + "e", root + root[-1], root + "ee"}
    if root.endswith("y"):
        bases.add(root[:-1] + "i")
    guesses = {
        base + ending for base in bases for ending in ("", "s", "es", "ed", "d", "ing", "ly")
    }
    guesses |= {word, _WORDS_OF.get(root, root), *_FORMS_OF.get(root, ())}
    guesses |= {*_FORMS_OF.get(root + "e", ())}
    return sorted(form for form in guesses if stem(form) == root)
