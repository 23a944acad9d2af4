"""Quantities: numbers in digits and in words, with what they count in, each as one token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from claimledger.matching.dates import is_year
from claimledger.matching.english import AFTERTHOUGHTS, BOUNDS
from claimledger.matching.lists import listed, words_in
from claimledger.matching.tokens import Sort, Token

_ONES: Final = {
    word: number
    for number, word in enumerate(
        listed("""
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen
        """)
    )
}
_TENS: Final = {
    word: number * 10
    for number, word in enumerate(
        listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
_SCALES: Final = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}
_SUFFIXES: Final = {"k": 10**3, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_SUFFIXES_OF_MONEY: Final = {"m": 10**6, "b": 10**9}
_PARTS: Final = {
    word: number
    for words in (
        listed("half third quarter fifth sixth seventh eighth ninth tenth"),
        listed("halves thirds quarters fifths sixths sevenths eighths ninths tenths"),
    )
    for number, word in enumerate(words, start=2)
}
_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        listed("""
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
        thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        """),
        start=1,
    )
}
_ORDINAL: Final = re.compile(r"(\d+)(?:st|nd|rd|th)")
_APART: Final = re.compile("[,\u00a0\u2009\u202f]")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?")
_DECIMAL: Final = re.compile(r"\d+(?:\.\d+)?|\d+,\d{1,2}")
_NUMBERED: Final = re.compile(r"\d+\.\d*0")
"""What may count sections or versions, of which 3.1 and 3.10 are two."""
_UNCLEAR: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""A thousand or one, by where it was written."""
_SIGN: Final = re.compile(r"[A-Z]*\$|[€£¥₹]")
_CURRENCIES: Final = {
    **dict.fromkeys(("dollar", "dollars"), "$"),
    **dict.fromkeys(("euro", "euros", "eur"), "€"),
}
_TURNS: Final = words_in("""
    increased increases increase increasing decreased decreases decrease decreasing rose fell rises
    falls cut grew shrank dropped declined up down
    """)
"""Words after which "by" may stand before a number or not."""
_LONGEST_BOUND: Final = 4


def with_quantities(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with each number as one, and the bounds before it as one each."""
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        taken = 0
        if tokens[place].sort in {Sort.WORD, Sort.NAME}:
            taken, key = _quantity_at(tokens, place)
        if not taken:
            found.append(tokens[place])
            place += 1
            continue
        parts = tokens[place : place + taken]
        before = tokens[place - 1].key if place else ""
        sort = Sort.DATE if taken == 1 and is_year(parts[0], before) else Sort.NUMBER
        number = Token(key, sort, _written(parts), parts[0].opens)
        place += taken
        after = tuple(token.key for token in tokens[place : place + 2])
        if after in AFTERTHOUGHTS:
            written = _written(tokens[place : place + 2])
            found.append(Token(AFTERTHOUGHTS[after], Sort.AMOUNT, written))
            place += 2
        else:
            _bind(found, number)
        found.append(number)
    return found


def _bind(found: list[Token], number: Token) -> None:
    """Make one token of the words before a number that bound it."""
    if number.sort is Sort.DATE or number.key.endswith("th"):
        return
    for length in range(min(_LONGEST_BOUND, len(found)), 0, -1):
        words = tuple(token.key for token in found[-length:])
        if words in BOUNDS:
            written = _written(found[-length:])
            opens = found[-length].opens
            found[-length:] = [Token(BOUNDS[words], Sort.AMOUNT, written, opens)]
            break
    by = -2 if found and found[-1].sort is Sort.AMOUNT else -1
    if len(found) > -by and found[by].key == "by" and found[by - 1].key in _TURNS:
        del found[by]


def _quantity_at(tokens: Sequence[Token], place: int) -> tuple[int, str]:
    """Return how many tokens from here are a quantity, and its key."""
    start = place
    place, sign, currency = _before(tokens, place)
    if place >= len(tokens):
        return 0, ""
    if not (sign or currency) and (ordinal := _ordinal(tokens, place)):
        return 1, f"#{ordinal}th"
    if _UNCLEAR.fullmatch(tokens[place].written):
        return place + 1 - start, f"#{sign}{tokens[place].written}?{currency}"
    after, value = _value(tokens, place, money=bool(currency))
    if after == place:
        return 0, ""
    if value < 1 and 100 % value.denominator == 0 and not tokens[place].written[0].isdecimal():
        return after - start, f"#{_spelled(value * 100)}%"  # a half is half of a hundred per cent
    following = _key(tokens, after)
    if not currency and following in _CURRENCIES:
        currency, after = _CURRENCIES[following], after + 1
    elif following == "%":
        currency, after = "%", after + 1
    spelled = _spelled(value)
    if after == place + 1 and not currency and _NUMBERED.fullmatch(tokens[place].written):
        spelled = tokens[place].written
    return after - start, f"#{sign}{spelled}{currency}"


def _before(tokens: Sequence[Token], place: int) -> tuple[int, str, str]:
    """Return where a quantity's digits begin, and the signs before them."""
    sign = currency = ""
    if tokens[place].written in {"-", "+"}:
        sign, place = tokens[place].written.replace("+", ""), place + 1
    if place < len(tokens) and _SIGN.fullmatch(tokens[place].written):
        currency, place = tokens[place].written, place + 1
    return place, sign, currency


def _ordinal(tokens: Sequence[Token], place: int) -> int:
    word = tokens[place].key
    if found := _ORDINAL.fullmatch(word):
        return int(found[1])
    is_part = word in _PARTS and _key(tokens, place + 1) == "of" and _key(tokens, place - 1) == "a"
    return 0 if is_part else _ORDINALS.get(word, 0)


def _value(tokens: Sequence[Token], place: int, *, money: bool) -> tuple[int, Fraction]:
    """Return where a number ends that may begin here, and its value."""
    word, following = tokens[place].key, _key(tokens, place + 1)
    if word == "half":
        return _half(tokens, place)
    if word in {"a", "an"} and following in _SCALES:
        return _in_words(tokens, place + 1, Fraction(1))
    if word in {"a", "an"} and following in _PARTS and _key(tokens, place + 2) == "of":
        return place + 2, Fraction(1, _PARTS[following])
    if word in _ONES or word in _TENS:
        return _in_words(tokens, place, None)
    value = _in_digits(tokens[place].written)
    return (place, Fraction(0)) if value is None else _scaled(tokens, place + 1, value, money=money)


def _in_digits(written: str) -> Fraction | None:
    if _THOUSANDS.fullmatch(written):
        return Fraction(_APART.sub("", written))
    return Fraction(written.replace(",", ".")) if _DECIMAL.fullmatch(written) else None


def _half(tokens: Sequence[Token], place: int) -> tuple[int, Fraction]:
    after = place + (2 if _key(tokens, place + 1) in {"a", "an"} else 1)
    if scale := _SCALES.get(_key(tokens, after)):
        return after + 1, Fraction(scale, 2)
    return place + 1, Fraction(1, 2)


def _scaled(
    tokens: Sequence[Token], place: int, value: Fraction, *, money: bool
) -> tuple[int, Fraction]:
    """Return where a number in digits ends, with "million" and the like, and its value."""
    if place < len(tokens) and tokens[place].glued:
        suffixes = _SUFFIXES | (_SUFFIXES_OF_MONEY if money else {})
        if scale := suffixes.get(tokens[place].key):
            return place + 1, value * scale
    place, value = _and_a_part(tokens, place, value)
    while scale := _SCALES.get(_key(tokens, place)):
        place, value = place + 1, value * scale
    if place < len(tokens) and (scale := _SUFFIXES.get(tokens[place].key)):
        return place + 1, value * scale
    return place, value


def _and_a_part(tokens: Sequence[Token], place: int, value: Fraction) -> tuple[int, Fraction]:
    """Read on at "and a half"."""
    words = [_key(tokens, place + step) for step in range(3)]
    if words[0] == "and" and words[1] == "a" and words[2] in {"half", "quarter"}:
        return place + 3, value + Fraction(1, _PARTS[words[2]])
    return place, value


def _in_words(tokens: Sequence[Token], place: int, start: Fraction | None) -> tuple[int, Fraction]:
    """Read a number in words; with ``start``, one whose "a" was read."""
    total, current = Fraction(0), start
    begun = place
    while place < len(tokens):
        word = tokens[place].key
        if word in _TENS and (current is None or current % 100 == 0):
            current = (current or Fraction(0)) + _TENS[word]
        elif word in _ONES and (current is None or _takes(current, _ONES[word])):
            current = (current or Fraction(0)) + _ONES[word]
        elif word == "hundred" and current is not None:
            current *= 100
        elif word in _SCALES and (current is not None or total):
            total, current = total + (current or Fraction(1)) * _SCALES[word], None
        elif word in _PARTS and current is not None and place == begun + 1 and not total:
            is_part = word.endswith("s") or word == "halves" or _key(tokens, place + 1) == "of"
            if is_part:
                return place + 1, current / _PARTS[word]
            break
        elif word == "and" and _continues(tokens, place, current, total):
            if _key(tokens, place + 1) == "a":
                place, current = _and_a_part(tokens, place, current or Fraction(0))
                continue
        else:
            break
        place += 1
    return place, total + (current or Fraction(0))


def _takes(current: Fraction, one: int) -> bool:
    """Tell whether ones may follow: "twenty five", "hundred five", not "five six"."""
    tens = current % 100
    return tens == 0 if one >= 10 else tens % 10 == 0 and tens != 10  # noqa: PLR2004 - by tens


def _continues(
    tokens: Sequence[Token], place: int, current: Fraction | None, total: Fraction
) -> bool:
    following = _key(tokens, place + 1)
    if following == "a":
        return _key(tokens, place + 2) in {"half", "quarter"}
    is_round = bool(total) if current is None else current > 0 and current % 100 == 0
    return is_round and (following in _ONES or following in _TENS)


def _spelled(value: Fraction) -> str:
    """Return a value in its shortest spelling; a half is that wherever it stands."""
    if value.denominator == 1:
        return str(value.numerator)
    rest = value.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return str(value) if rest > 1 else format(float(value), ".12g")


def _key(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].key if 0 <= place < len(tokens) else ""


def _written(parts: Sequence[Token]) -> str:
    return "".join(
        token.written if token.glued or not at or token.written == "%" else f" {token.written}"
        for at, token in enumerate(parts)
    )
