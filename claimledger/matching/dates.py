"""Dates: days, months, years and hours of a text, each as one token however it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claimledger.matching.lists import words_in
from claimledger.matching.tokens import Sort, Token

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        [
            *("january jan", "february feb", "march mar", "april apr", "may", "june jun"),
            *("july jul", "august aug", "september sep sept", "october oct", "november nov"),
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: Final = words_in("monday tuesday wednesday thursday friday saturday sunday")

_WORDS_TOO: Final = frozenset({"may", "march", "mar", "jan", "dec", "sep"})
"""Months that are other words or names besides."""
_BEFORE_A_MONTH: Final = words_in(
    "in since by until till last next this early mid late from to of during before after"
)
_BEFORE_A_YEAR: Final = _BEFORE_A_MONTH | {"year", "and", "(", "between"}
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SLASHED: Final = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
_DAY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR: Final = re.compile(r"1[0-9]{3}|2[01][0-9]{2}")
_DECADE: Final = re.compile(r"'?(\d{2,4})s")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d\d)")
_HALVES: Final = frozenset({"am", "pm"})
_LAST_DAY: Final = 31


def with_dates(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with each date as one."""
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        taken, key = _date_at(tokens, place)
        if taken:
            parts = tokens[place : place + taken]
            found.append(Token(key, Sort.DATE, _written(parts), parts[0].opens))
        else:
            found.append(tokens[place])
        place += taken or 1
    return found


def is_year(token: Token, before: str) -> bool:
    """Tell whether a number is a year, by what stands before it."""
    return before in _BEFORE_A_YEAR and bool(_YEAR.fullmatch(token.written))


def _date_at(tokens: Sequence[Token], place: int) -> tuple[int, str]:
    """Return how many tokens from here are a date, none where there is no date, and its key."""
    token = tokens[place]
    if iso := _ISO.fullmatch(token.written):
        return 1, "@" + "-".join(str(int(part)) for part in iso.groups())
    if _SLASHED.fullmatch(token.written):
        return 1, f"@{token.written}"  # which is the month depends on the country
    if token.key in WEEKDAYS:
        return 1, f"@{token.key}"
    if decade := _DECADE.fullmatch(token.written):
        return 1, f"@{decade[1]}s"
    for read in (_clock, _day_first, _month_first):
        taken, key = read(tokens, place)
        if taken:
            return taken, key
    return 0, ""


def _clock(tokens: Sequence[Token], place: int) -> tuple[int, str]:
    hour, minutes = tokens[place].written, ""
    if clock := _CLOCK.fullmatch(hour):
        hour, minutes = clock[1], clock[2]
    half = _key(tokens, place + 1)
    if half in _HALVES and hour.isdecimal():
        return 2, f"@{int(hour)}:{minutes or '00'}{half}"
    return (1, f"@{int(hour)}:{minutes}") if minutes else (0, "")


def _day_first(tokens: Sequence[Token], place: int) -> tuple[int, str]:
    """Read "3 May 2020", "3rd of May"."""
    day = _day(tokens, place)
    after = place + (2 if _key(tokens, place + 1) == "of" else 1)
    if not day or not _is_month(tokens, after):
        return 0, ""
    end, year = _year(tokens, after + 1)
    return end - place, _dated(year, MONTHS[tokens[after].key], day)


def _month_first(tokens: Sequence[Token], place: int) -> tuple[int, str]:
    """Read "May 3, 2020", "May 2020", and "in May"."""
    if not _is_month(tokens, place):
        return 0, ""
    month, after = MONTHS[tokens[place].key], place + 1
    if day := _day(tokens, after):
        end, year = _year(tokens, after + 1)
        return end - place, _dated(year, month, day)
    end, year = _year(tokens, after)
    before = _key(tokens, place - 1) if place else ""
    if year or before in _BEFORE_A_MONTH or tokens[place].key not in _WORDS_TOO:
        return end - place, _dated(year, month)
    return 0, ""


def _is_month(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place] if place < len(tokens) else None
    return token is not None and token.key in MONTHS and token.written[:1].isupper()


def _day(tokens: Sequence[Token], place: int) -> int:
    day = _DAY.fullmatch(tokens[place].written) if place < len(tokens) else None
    return int(day[1]) if day and int(day[1]) <= _LAST_DAY else 0


def _year(tokens: Sequence[Token], place: int) -> tuple[int, str]:
    """Return where a date ends that may go on with a year, and the year."""
    for at in (place, place + 1):
        if at < len(tokens) and _YEAR.fullmatch(tokens[at].written):
            return at + 1, tokens[at].written
        if at < len(tokens) and tokens[at].key not in {",", ".", "of"}:
            break
    return place, ""


def _dated(year: str, month: int, day: int = 0) -> str:
    return f"@{year or '?'}-{month}" + (f"-{day}" if day else "")


def _key(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].key if 0 <= place < len(tokens) else ""


def _written(parts: Sequence[Token]) -> str:
    return " ".join(token.written for token in parts).replace(" ,", ",")
