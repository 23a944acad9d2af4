"""Tokens: a text as words, numbers and signs, in the order it has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from claimledger.matching.english import FUNCTION
from claimledger.matching.lists import words_in
from claimledger.matching.terms import plain


class Sort(StrEnum):
    """What a token is, which decides what it means that two claims differ in it."""

    WORD = "word"
    FUNCTION = "function"
    """It holds a sentence together; what it is told by, the other words have to say."""
    NAME = "name"
    NUMBER = "number"
    AMOUNT = "amount"
    """A quantity in a word, such as "all", or the bound of one, such as "more than"."""
    DATE = "date"
    DENIAL = "denial"
    PAUSE = "pause"


class Token(NamedTuple):
    """A word, a number or a sign."""

    key: str
    """Equal for all spellings of the same."""
    sort: Sort
    written: str
    """As the text has it."""
    opens: bool = False
    """Whether it is the first of a sentence, where a capital tells nothing."""
    glued: bool = False
    """Whether nothing stands between it and the token before."""


_SIGNS: Final = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "–": "-", "—": "-", "−": "-", "‐": "-", "\u2011": "-"}
    | {"“": '"', "”": '"', "\u00ad": "", "\u200b": ""}
)
_VULGAR: Final = {"½": "half", "¼": "quarter", "¾": "three quarters"}
_TOKEN: Final = re.compile(
    r"""
      \d{4}-\d\d-\d\d\b
    | \d{1,2}[:/]\d{1,2}(?:[:/]\d{2,4})?\b
    | (?P<sign>(?<![\w.)%])[-+](?=[$€£¥₹]?\d))              # of a number
    | (?:\b[A-Z]{1,2})?\$ | [€£¥₹]
    | \d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?(?![\d,])  # thousands kept apart
    | '?\d+s\b | \d+(?:st|nd|rd|th)\b
    | \d+(?:[.,]\d+)*
    | (?:[^\W\d_]\.){2,}[^\W\d_]?                          # letters with points: U.S.
    | [^\W\d_]\w*(?:'[^\W\d_]+)*
    | \w+
    | [^\w\s]
    """,
    re.VERBOSE,
)
_SAYING: Final = frozenset("%°?&")
"""Signs that say something, besides those of mathematics and currencies."""
_ENDS: Final = frozenset(".!?")
_PAUSES: Final = frozenset(",;:()!.")
_CLIPPED: Final = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_SHORT: Final = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_IS: Final = words_in("he she it that there here what who where how")
_ACCENTS: Final = re.compile("(?<=[a-z])[\u0300-\u036f]+")
_SMALL: Final = FUNCTION | words_in(
    "after before over under between during against through until since without near off up down"
)
"""Words that a headline in capitals may have without."""
_FEW: Final = 4
"""Words of a text in which that many capitals may still be names."""


def bare(text: str) -> str:
    """Return a word in small letters, without accents."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", _ACCENTS.sub("", letters))


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text; those with a capital that tells something are names."""
    spelled = plain(text).translate(_SIGNS)
    for sign, word in _VULGAR.items():
        spelled = re.sub(rf"(?<=\d)\s?{sign}", f" and a {word}", spelled).replace(sign, f" {word} ")
    found: list[Token] = []
    opens, last = True, -1
    for match in _TOKEN.finditer(spelled):
        written, glued = match[0], match.start() == last
        last = match.end()
        if not (match["sign"] or any(map(str.isalnum, written)) or _says(written[0])):
            if written not in _PAUSES:
                continue
            found.append(Token(written, Sort.PAUSE, written))
            opens = opens or written in _ENDS or written == ":"
            continue
        for part, key in _parts(written):
            found.append(Token(key, Sort.WORD, part, opens, glued))
        opens = written in _ENDS
    while found and found[-1].sort is Sort.PAUSE:
        found.pop()
    return _named(found)


def _says(sign: str) -> bool:
    """Tell whether a claim without this sign would say something else."""
    return sign in _SAYING or unicodedata.category(sign) in {"Sc", "Sm"}


def _parts(written: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a contraction, or the one word that it is, with their keys."""
    key = unicodedata.normalize("NFC", written.lower())
    head, apostrophe, tail = key.rpartition("'")
    if key == "cannot":
        yield from (("can", "can"), ("not", "not"))
    elif key.endswith("n't"):
        yield written[:-3], _CLIPPED.get(key[:-3], key[:-3])
        yield "not", "not"
    elif head and apostrophe and (short := "'" + tail) in {*_SHORT, "'s", "'d"}:
        yield written[: len(head)], head
        is_verb = short == "'s" and head in _IS
        yield written[len(head) :], "is" if is_verb else _SHORT.get(short, short)
    else:
        yield written, key.replace(".", "") if key[:1].isalpha() else key


def _named(found: Sequence[Token]) -> list[Token]:
    """Mark the names: words with a capital that no sentence opens with."""
    words = [token for token in found if token.written[:1].isalpha()]
    if len(words) > _FEW and all(t.written[:1].isupper() or t.key in _SMALL for t in words):
        return list(found)  # a headline, where they are for looks
    return [
        token._replace(sort=Sort.NAME, key=bare(token.key))
        if token.written[:1].isupper() and not token.opens and token.key != "i"
        else token
        for token in found
    ]
