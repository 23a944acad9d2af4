"""Circumstances: what a claim's words leave to where, when and by whom it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from claimledger.matching.english import PERIODS, ROLES, SPEAKERS, THIRD, UNTIL_NAMED, WITHIN
from claimledger.matching.lists import words_in
from claimledger.matching.readings import Reading
from claimledger.matching.tokens import Sort, Token

_FULL: Final = re.compile(r"@\d{4}-\d+-\d+")
_ONE_PERSON: Final = words_in("he she him her his hers")
_NAMES_IT: Final = frozenset({"to", "that", "for"})


def unsettled(
    reading: Reading,
    *,
    said: str | None,
    earlier_said: str | None,
    same_speaker: bool,
    same_article: bool,
) -> tuple[bool, str] | None:
    """Return why two claims in these same words may still differ, None where they do not.

    The first value tells whether it is for the time at which they were made.
    """
    if about_time := _time(reading.tokens, said, earlier_said):
        return True, about_time
    for place, token in enumerate(reading.tokens):
        if token.key in SPEAKERS and token.sort is Sort.FUNCTION and not same_speaker:
            return False, f"“{token.written}” depends on who said it"
        if token.key in THIRD and not _is_settled(reading.tokens, place):
            return False, f"“{token.written}” may mean another here than there"
    if not same_article and (role := _nobody_in_particular(reading.tokens)):
        return False, f"“{role}” may be another here than there"
    return None


def _time(tokens: Sequence[Token], said: str | None, earlier_said: str | None) -> str | None:
    """Return why two claims in these words may be of different times."""
    if not any(_FULL.fullmatch(token.key) for token in tokens):
        for words, within in _times(tokens):
            if not _are_within(said, earlier_said, within):
                return f"“{words}” depends on when it was said"
    sorts = {token.sort for token in tokens}
    known = said is not None and earlier_said is not None
    if known and sorts & {Sort.NUMBER, Sort.DATE} == {Sort.NUMBER}:
        number = next(token.written for token in tokens if token.sort is Sort.NUMBER)
        if not _are_within(said, earlier_said, "year"):
            return f"“{number}” was said in another year"
    return None


def _nobody_in_particular(tokens: Sequence[Token]) -> str | None:
    """Return words such as "the council" of a claim that does not name which one."""
    if any(token.sort is Sort.NAME for token in tokens):
        return None
    for one, other in pairwise(tokens):
        if one.key == "the" and other.key in ROLES:
            return f"{one.written} {other.written}"
    return None


def _times(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Yield the words for times that depend on the day, and how far off that day may be."""
    for place, token in enumerate(tokens):
        if (key := token.key.removeprefix("@")) in WITHIN:
            yield token.written, WITHIN[key]
        elif token.key.startswith("@?-"):
            yield token.written, "year"
        elif ":" in token.key and token.sort is Sort.DATE:
            yield token.written, "day"
        elif token.key in UNTIL_NAMED:
            ahead = tokens[place + 1 : place + 4]
            period = next((t for t in ahead if t.key in PERIODS or t.key.startswith("@")), None)
            if period is not None:
                words = " ".join(t.written for t in tokens[place : tokens.index(period, place) + 1])
                yield words, PERIODS.get(period.key, "day")
        elif token.key == "ago":
            yield f"{tokens[place - 1].written} ago" if place else "ago", "day"


def _are_within(said: str | None, earlier: str | None, within: str) -> bool:
    """Tell whether two days are of one year, month, week, or the same."""
    if said is None or earlier is None:
        return False
    try:
        one, other = date.fromisoformat(said[:10]), date.fromisoformat(earlier[:10])
    except ValueError:
        return False
    if within == "week":
        return one.isocalendar()[:2] == other.isocalendar()[:2]
    parts = {"year": 1, "month": 2, "day": 3}[within]
    return (one.year, one.month, one.day)[:parts] == (other.year, other.month, other.day)[:parts]


def _is_settled(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a pronoun's meaning is in the claim itself: something is named before it."""
    token = tokens[place]
    if token.key in {"this", "these"}:
        return place + 1 < len(tokens) and tokens[place + 1].key in PERIODS
    if token.key == "it" and not place and _NAMES_IT & {t.key for t in tokens[2:]}:
        return True  # "it is illegal to …" has no other "it" in mind
    before = [t for t in tokens[:place] if t.sort in {Sort.NAME, Sort.WORD}]
    if token.key in _ONE_PERSON:
        return any(t.sort is Sort.NAME or (t.opens and t.key[-1] != "s") for t in before)
    return bool(before)
