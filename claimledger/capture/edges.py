"""Where a passage may start and end: not inside a word, and not inside a number."""

from __future__ import annotations

import re
import unicodedata

from claimledger.capture.folding import INVISIBLE

_AROUND = 24
"""Code points on each side that tell whether a place is inside something."""

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen"
)
_HUGE = "hundred|thousand|million|billion|trillion"
_SCALE = rf"(?:{_HUGE}|percent|per\scent|percentage|dozen|m|bn|tn)\b"
_NUMBER = rf"(?:\d|\b(?:{_ONES}|{_TENS}|{_HUGE}))"
_DASH = "[-\u2010-\u2013\u2212]"
_INSIDE = re.compile(
    rf"""
      \w\0\d | \d\0\w                                # 4|5, B|12, 1990|s
    | \d[.,:/'’]\0\d | \d\0[.,:/'’]\d                # 1,|500
    | (?<!\d)\d{{1,3}}(?:\0\s|\s\0)\d{{3}}(?!\d)     # 10 |000
    | {_DASH}\0\d | \d\0{_DASH}\w                    # -|5, 5|-10, Covid-|19
    | \d\0\s?[%‰°]
    | {_NUMBER}(?:\0[\s-]|[\s-]\0){_SCALE}           # 5 |million, two |hundred
    | \b(?:{_TENS})(?:\0{_DASH}|{_DASH}\0)\w         # twenty-|five
    | \b(?:{_HUGE})(?:\s(?:and\s)?\0|\0\s(?:and\s)?){_NUMBER}
    | n\0['’]t\b                                     # can|'t
    | \b(?:non|un|anti|in|dis|de|pseudo|quasi|semi){_DASH}\0\w
    """,
    re.VERBOSE,
)
_UNSEEN = dict.fromkeys(map(ord, INVISIBLE + "\0"))


def is_cut(text: str, place: int) -> bool:
    """Tell whether a passage that starts or ends here would cut a word or number in two.

    "able to pay" does not stand in "unable to pay", nor "5 percent" in "45 percent".
    Scripts without capitals, some of which write no spaces, are cut anywhere.
    """
    before = text[max(0, place - _AROUND) : place].translate(_UNSEEN).lower()
    after = text[place : place + _AROUND].translate(_UNSEEN).lower()
    if not before or not after:
        return False
    if unicodedata.category(after[0])[0] == "M":
        return True
    letters = before[-1].isalpha() and after[0].isalpha()
    if letters and before[-1] != before[-1].upper() and after[0] != after[0].upper():
        return True
    return _INSIDE.search(f"{before}\0{after}") is not None
