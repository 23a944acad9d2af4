"""One spelling for what reads the same, with the way back to the text's own offsets."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimledger.domain.text import Span
from claimledger.splitting.cutting.plain import plain

INVISIBLE = (
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff"
    "\u202a\u202b\u202c\u202d\u202e"
)
"""Soft hyphens, joiners, zero-width spaces and marks of direction."""

_SOFT, _NOTHING = "\u00ad", "\u200b"
_ONE_FOR_ONE = (
    dict.fromkeys(map(ord, INVISIBLE.replace(_SOFT, "")), _NOTHING)
    | dict.fromkeys(map(ord, "\u2013\u2014\u2043\ufe58\ufe63\uff0d"), "-")
    | dict.fromkeys(map(ord, "\u02bc\u2039\u203a\u2035\uff07\uff40"), "'")
    | dict.fromkeys(map(ord, "\u301d\u301e\u301f\uff02"), '"')
    | {0x3000: " "}
)
_GUILLEMETS = re.compile(r"(?<!\S)«(\s+)|(?<!\s)\s+»(?!\w)")
_BREAK = rf"{_SOFT}[ \t]*+\n[ \t]*+(?=\w)"
_GAP = rf"[\s{_SOFT}{_NOTHING}]"
_IRREGULAR = re.compile(
    # The first line only saves time: most of a text is nothing of the kind.
    r"(?=[^A-Za-z0-9\"'(,])(?! [A-Za-z0-9\"'(])"
    rf"(?:(?P<ellipsis>{_GAP}*+(?:…|\.{_GAP}?\.{_GAP}?\.)[\s.…{_SOFT}{_NOTHING}]*+)"
    rf"|(?P<dash>{_GAP}*+-[\s\-{_SOFT}{_NOTHING}]*+)"
    rf"|(?P<nothing>{_BREAK}|{_GAP}++(?=[;:!?%)\]]|[.,](?!\d))|[{_SOFT}{_NOTHING}]++)"
    rf"|(?P<space>\s{_GAP}++|[^\S ])"
    rf"|(?P<letters>[^\x00-\x7f\s…{_SOFT}{_NOTHING}]++))"
)
_MENDED = re.compile(r"-[ \t]*\n[ \t]*")
_STANDS_FOR = {"ellipsis": "...", "dash": "-", "nothing": "", "space": " "}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its folded spelling, in pieces that know where they come from."""

    text: str
    _at: list[int]
    """Where each piece starts in the folded text; an empty piece is not listed."""
    _from: list[int]
    _to: list[int]
    """Its place in the original; a piece of the same length corresponds one to one."""

    def span(self, start: int, end: int) -> Span | None:
        """Return the original's place, or None where it would cut a character in two."""
        first, last = bisect_right(self._at, start) - 1, bisect_right(self._at, end - 1) - 1
        into, length = start - self._at[first], end - self._at[last]
        if not (into == 0 or self._is_even(first)):
            return None
        if length == self._length(last):
            return Span(self._from[first] + into, self._to[last])
        if not self._is_even(last):
            return None
        return Span(self._from[first] + into, self._from[last] + length)

    def _length(self, piece: int) -> int:
        end = self._at[piece + 1] if piece + 1 < len(self._at) else len(self.text)
        return end - self._at[piece]

    def _is_even(self, piece: int) -> bool:
        return self._length(piece) == self._to[piece] - self._from[piece]


def fold(text: str, *, mend: bool = False) -> Folded:
    """Fold case, white space, invisible characters, and the shape of marks and letters.

    Compatible letters (ligatures, full width) become the plain ones; a superscript or a
    fraction does not, for then it would be another number. With ``mend``, a word that was
    divided at a line's end is put together.
    """
    written: list[str] = []
    at, start, end = [], [], []
    length = 0
    for piece, begin, stop in _pieces(text, mend=mend):
        if piece:
            written.append(piece)
            at.append(length)
            start.append(begin)
            end.append(stop)
            length += len(piece)
    return Folded("".join(written), at, start, end)


def divided(text: str) -> bool:
    """Tell whether a word may have been divided at a line's end."""
    return "\n" in text and _MENDED.search(text.translate(_ONE_FOR_ONE)) is not None


def _pieces(text: str, *, mend: bool) -> Iterator[tuple[str, int, int]]:
    """Yield what each stretch of the text becomes, and where it is."""
    even = plain(_GUILLEMETS.sub(_tight, text).translate(_ONE_FOR_ONE))
    done = 0
    for found in _IRREGULAR.finditer(even):
        begin, stop = found.span()
        if done < begin and _continues(even[begin]):
            begin -= 1
        if done < begin:
            yield even[done:begin].lower(), done, begin
        if found.lastgroup == "letters":
            yield from _letters(even[begin:stop], begin)
        elif mend and found.lastgroup == "dash" and _divides(even, begin, stop):
            pass
        else:
            yield _STANDS_FOR[found.lastgroup or ""], begin, stop
        done = stop
    if done < len(even):
        yield even[done:].lower(), done, len(even)


def _tight(found: re.Match[str]) -> str:
    """Take the space inside a pair of guillemets for none."""
    inside = _NOTHING * (len(found[0]) - 1)
    return f"«{inside}" if found[1] else f"{inside}»"


def _divides(text: str, begin: int, stop: int) -> bool:
    return (
        text[begin - 1 : begin].isalpha()
        and text[stop : stop + 1].islower()
        and _MENDED.fullmatch(text, begin, stop) is not None
    )


def _letters(run: str, begin: int) -> Iterator[tuple[str, int, int]]:
    """Fold a run of letters, all at once where each stays one character."""
    folded = run.casefold()
    if (
        len(folded) == len(run)
        and unicodedata.is_normalized("NFKC", run)
        and unicodedata.is_normalized("NFKC", folded)
    ):
        yield folded, begin, begin + len(run)
        return
    start = 0
    for i in range(1, len(run) + 1):
        if i == len(run) or not _continues(run[i]):
            yield _letter(run[start:i]), begin + start, begin + i
            start = i


def _continues(char: str) -> bool:
    """Tell whether a character belongs to the one before: an accent, or part of a syllable."""
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"


@lru_cache(maxsize=4096)
def _letter(cluster: str) -> str:
    """Fold one letter with its accents; a Turkish dotted capital I becomes a plain i."""
    composed = unicodedata.normalize("NFC", cluster)
    compatible = "".join(map(_compatible, composed))
    folded = unicodedata.normalize("NFC", compatible.casefold())
    return folded.replace("i\u0307", "i")


def _compatible(char: str) -> str:
    if unicodedata.category(char) == "No":
        return char
    plainer = unicodedata.normalize("NFKC", char)
    return char if plainer[:1].isspace() else plainer
