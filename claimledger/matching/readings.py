"""Readings: what a claim says, so that one claim in two spellings reads the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claimledger.matching.dates import with_dates
from claimledger.matching.english import (
    AMOUNTS,
    CLAUSES,
    DENIALS,
    DIRECTIONS,
    EQUIVALENT,
    FRONTED,
    FUNCTION,
    JOINED,
    LIGHT,
    PARTICIPLES,
    TWO_FACED,
    UPPER,
)
from claimledger.matching.lists import words_in
from claimledger.matching.quantities import with_quantities
from claimledger.matching.tokens import Sort, Token, tokens

_VARIANTS: Final = [
    (re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|able|ite|ites|hood|hoods|less)?$)"), "or"),
    (re.compile(r"(?<=\w{2}[iy])s(?=(?:e|ed|es|ing|ation|ations|er|ers)$)"), "z"),
]
"""Spellings of one country and of another."""
_LONGEST_JOINED: Final = 4
_LONGEST_ADJUNCT: Final = 5
_WERE: Final = frozenset({"was", "were"})
_STARTS: Final = words_in("the a an his her its their")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A claim as tokens, in the order in which it would be said without emphasis."""

    tokens: tuple[Token, ...]

    @property
    def statement(self) -> tuple[str, ...]:
        """The keys of all that weighs: two claims with the same ones say the same."""
        return tuple(t.key for t in self.tokens if not _is_light(t) and t.sort is not Sort.PAUSE)


def _is_light(token: Token) -> bool:
    is_letter = token.key == "a" and token.written == "A" and not token.opens  # vitamin A
    return token.key in LIGHT and not is_letter


@lru_cache(maxsize=64)
def read(text: str) -> Reading:
    """Read a claim."""
    found = with_quantities(with_dates(_spelled_alike(tokens(text))))
    found = _directed([_sorted(token) for token in found])
    return Reading(tokens=tuple(_active(_unfronted(found))))


def words(text: str) -> list[str]:
    """Return the words and signs of a text in any language, in small letters."""
    return [token.written.lower() for token in tokens(text) if token.sort is not Sort.PAUSE]


def _spelled_alike(found: Sequence[Token]) -> list[Token]:
    """Give words that are the same the same key, and make one of those that are one."""
    alike: list[Token] = []
    place = 0
    while place < len(found):
        for length in range(_LONGEST_JOINED, 0, -1):
            parts = found[place : place + length]
            keys = tuple(token.key for token in parts)
            if keys in JOINED:
                written = " ".join(token.written for token in parts)
                sort, opens = parts[0].sort, parts[0].opens
                alike.append(Token(JOINED[keys], sort, written, opens))
                break
        else:
            length = 1
            alike.append(found[place]._replace(key=_key(found[place])))
        place += length
    return alike


def _key(token: Token) -> str:
    key = token.key
    if key in UPPER and ("." in token.written or token.written.isupper()):
        return UPPER[key]
    if token.written != token.written.lower():
        return key  # names are spelled one way
    key = EQUIVALENT.get(key, key)
    for pattern, spelling in _VARIANTS:
        key = pattern.sub(spelling, key)
    return key


def _sorted(token: Token) -> Token:
    if token.sort not in {Sort.WORD, Sort.NAME}:
        return token
    for sort, words in ((Sort.DENIAL, DENIALS), (Sort.AMOUNT, AMOUNTS), (Sort.FUNCTION, FUNCTION)):
        if token.key in words or (token.key == "no-one" and sort is Sort.DENIAL):
            return token._replace(sort=sort)
    if token.key in TWO_FACED and token.sort is Sort.NAME:
        return token._replace(key=f"^{token.key}")
    return token


def _directed(found: Sequence[Token]) -> list[Token]:
    """Give the verbs that say which way a number went one key for each way."""
    directed = list(found)
    for place, token in enumerate(found):
        if token.key not in DIRECTIONS:
            continue
        after = [t for t in found[place + 1 : place + 4] if t.sort is not Sort.AMOUNT]
        is_change = bool(after) and after[0].key in {"by", "to", "from"}
        number = after[1:2] if is_change else after[:1]
        # "declined 3 offers" is not "dropped 3 offers"
        if number and number[0].sort is Sort.NUMBER and (is_change or number[0].key[-1] == "%"):
            directed[place] = token._replace(key=DIRECTIONS[token.key])
    return directed


def _unfronted(found: Sequence[Token]) -> list[Token]:
    """Move a time or place with which the sentence opens, as in "In 2019, …", to its end."""
    first = next((at for at, token in enumerate(found) if token.sort is Sort.PAUSE), 0)
    rest = found[first + 1 :]
    moves = (
        0 < first <= _LONGEST_ADJUNCT
        and bool(rest)
        and found[first].key == ","
        and found[0].key in FRONTED
        and not any(token.key in CLAUSES or token.sort is Sort.PAUSE for token in rest)
        and rest[-1].key != "?"
    )
    return [*rest, *found[:first]] if moves else list(found)


def _active(found: Sequence[Token]) -> list[Token]:
    """Turn "A was attacked by B" into "B attacked A", where nothing else can be meant."""
    keys = [token.key for token in found]
    at = next((place for place, key in enumerate(keys) if key in _WERE), 0)
    turns = (
        0 < at < len(found) - 3
        and keys[at + 2] == "by"
        and keys.count("by") == 1
        and CLAUSES.isdisjoint(keys)
        and all(token.sort not in {Sort.PAUSE, Sort.DENIAL} for token in found)
        and (keys[at + 1].endswith("ed") or keys[at + 1] in PARTICIPLES)
        and (found[at + 3].sort is Sort.NAME or keys[at + 3] in _STARTS)
    )
    if not turns:
        return list(found)
    end = at + 4
    while end < len(found) and found[end].key not in FRONTED and found[end].sort is not Sort.DATE:
        end += 1
    verb = found[at + 1]._replace(key=PARTICIPLES.get(keys[at + 1], keys[at + 1]))
    return [*found[at + 3 : end], verb, *found[:at], *found[end:]]
