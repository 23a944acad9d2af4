"""What stands before the first sentence of a paragraph: datelines and the marks of lists."""

from __future__ import annotations

import re

_FARTHEST = 200
"""Characters within which a dateline ends."""

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_AGENCY = (
    r"(?:Reuters|AP|The\ Associated\ Press|AFP|CNN(?:\ Business)?|UPI|PTI|IANS|ANI|UNI|Xinhua|"
    r"TASS|Interfax|dpa|DPA|EFE|ANSA|Lusa|Belga|ANP|APA|Kyodo(?:\ News)?|Yonhap|Bernama|Antara|"
    r"KUNA|WAM|SPA|Anadolu|AA|MENA|Bloomberg(?:\ News)?|BBC|VOA|RFE/RL|NPR|CBS|NBC|ABC|JTA|"
    r"UKRINFORM|Ukrinform|BUSINESS\ WIRE|PRNewswire|GLOBE\ NEWSWIRE)"
)
_DASH = r"(?:\s+(?:--|[-\u2013\u2014_])\s*|\.?\s*(?:--|[\u2013\u2014])\s+|--|\.?-\s+)"
_CAPITALS = r"[^\W\d_a-z][A-Z.'\u2019/\u00c0-\u00de-]+(?:\ [A-Z][A-Z.'\u2019/\u00c0-\u00de-]+){0,3}"
_NAME = r"[^\W\d_a-z][\w.'\u2019/-]+(?:\ [^\W\d_a-z][\w.'\u2019/-]+){0,3}"
_DATELINE = re.compile(
    rf"""
    (?: # ST. PAUL, Minn., March 3 (Reuters) -
        {_CAPITALS}(?:,\s+{_NAME}){{0,2}}(?:,\s+{_DATE})?
        (?:\s*\([\w\ ,.'/-]{{2,40}}\)|\.?\s+/{_AGENCY}/\.?)?(?:{_DASH}{_DATE}:\s+|{_DASH})
      | # Paris (AFP) -
        {_NAME}(?:,\s+{_NAME}){{0,2}}(?:,\s+{_DATE})?\s+\({_AGENCY}\){_DASH}
      | # Moscow, March 3. /TASS/.
        {_NAME},\s+{_DATE}\.?\s+(?:/{_AGENCY}/|\({_AGENCY}\))\.?(?:{_DASH}|\s+)
      | # Kyiv, Ukraine -
        {_NAME}(?:,\s+{_NAME}){{1,2}}\s+(?:--|[\u2013\u2014])\s+
      | # March 3 (Reuters) -
        {_DATE}(?:\s+\({_AGENCY}\){_DASH}|\s+(?:--|[\u2013\u2014])\s+)
      | # (CNN)
        \({_AGENCY}\)(?:{_DASH}|\s*)
      | # NEW DELHI: - a word in capitals before a colon is a speaker elsewhere
        (?:NEW\ DELHI|MUMBAI|KOLKATA|CHENNAI|BENGALURU|HYDERABAD|ISLAMABAD|KARACHI|LAHORE|PESHAWAR|
           QUETTA|RAWALPINDI|DHAKA|KATHMANDU|COLOMBO|KUALA\ LUMPUR|PETALING\ JAYA):\s+
    )
    (?=[\"'\u2018\u201c(\[]*[^\W_a-z])
    """,
    re.VERBOSE,
)
_MARK = re.compile(r"(?:[-\u2013\u2014*+>\u2022\u25aa\u25cf\u25e6\u00b7\u203a]+|\(?\d{1,2}\))\s+")


def opening_of(text: str, start: int, end: int) -> int:
    """Return where the first sentence of a paragraph starts.

    Whoever files from a place writes on in a capital after the dash: "NASA - the agency -"
    and "COVID-19 cases" stay.
    """
    mark = _MARK.match(text, start, end)
    if mark and mark.end() < end:
        start = mark.end()
    found = _DATELINE.match(text, start, min(end, start + _FARTHEST))
    return found.end() if found else start
