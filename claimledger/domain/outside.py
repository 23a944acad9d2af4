"""Text from outside, made safe to show: the one boundary that all of it passes.

An article, a page's title or a reviewer's name may hold sequences that move a terminal's
cursor, hide words, forge a link or turn the reading direction around. Storage and JSON
keep such text as it came; whatever people look at goes through here.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit

_SEQUENCE: Final = re.compile(
    r"""
    (?:\x1b\[|\x9b) [0-?]* [\x20-/]* [@-~]     # CSI: colours, cursor, clearing
    | (?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])     # OSC, DCS, SOS, PM, APC: links, titles …
      [^\x07\x1b\n\x80-\x9f]*                  # … within one line, so that none hides a page
      (?:\x07|\x1b\\|\x9c)
    | \x1b [\x20-/]* [0-~]                     # every other escape
    """,
    re.VERBOSE,
)
_BREAK: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL: Final = re.compile(
    "[\x00-\x08\x0d-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_LONE_JOINER: Final = re.compile(r"(^|[\s\u200d])\u200d+")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return ``text`` without what a terminal would obey instead of show.

    Escape sequences go whole, in both spellings (ESC and C1); so do control characters
    except newline and tab, and the characters that override or isolate a reading
    direction. Other line breaks become newlines, and half a character (a lone
    surrogate), which no output can encode, becomes U+FFFD. A joiner (U+200D) that has
    nothing before it to join goes too: no two programs agree on how wide it is.
    """
    if text.isprintable():
        return text
    text = _BREAK.sub("\n", _SEQUENCE.sub("", text))
    text = _LONE_JOINER.sub(r"\1", _CONTROL.sub("", text))
    return _SURROGATE.sub("\ufffd", text)


def line(text: str) -> str:
    """Return ``text`` cleaned and on one line, every run of white space a single space."""
    return " ".join(clean(text).split())


def person(reviewer: str) -> str:
    """Return a reviewer's name, without the e-mail address that follows it."""
    whole = line(reviewer)
    return whole.partition(" <")[0] or whole


def link(address: str | None) -> str | None:
    """Return ``address`` as it may stand behind a link, in printable ASCII.

    None unless it is http or https with a host. An address that names a user before the
    host is none either: ``https://bank.example@other.example`` reads as what it is not.
    """
    if address is None or not address.isprintable() or " " in address:
        return None
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
        if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
            return None
        if not host.isascii():
            ascii_host = host.encode("idna").decode()
            parts = parts._replace(netloc=ascii_host if port is None else f"{ascii_host}:{port}")
    except ValueError:
        return None
    return quote(parts.geturl(), safe="%/?#[]@!$&'()*+,;=:~-._")
