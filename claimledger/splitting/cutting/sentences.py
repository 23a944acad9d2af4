"""The sentences of a paragraph, by the rules of punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimledger.domain.text import Span
from claimledger.splitting.cutting.languages import ANY, STOPS, Stops
from claimledger.splitting.cutting.plain import plain
from claimledger.splitting.english.words import words_in

_FEW = 3
_AHEAD = 500
_FINITE = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|"
    r"said|says|isn't|aren't|wasn't|weren't|won't|don't|didn't|can't)\b"
)
_STOP = re.compile(
    r";(?=\s)|\[(?:\.{3}|\u2026)\](?=\s)"
    r"|[.!?\u2026\u061f\u06d4\u0964\u0965]+[\"')\]]*(?:\s*\[\d{1,3}\])*(?=[\sA-Z])"
)
_GLUED = re.compile(r"[A-Z][a-z']*\s[a-z]")
"""How a sentence goes on that follows a full stop without a space."""
_WIDE_STOP = re.compile(r"[\u3002\uff01\uff1f\uff61]+[\u300d\u300f\u201d\u2019\uff09\u3011\u300b]*")
_WIDE_OPEN = re.compile(r"[\u300c\u300e\u201c]")
_WIDE_CLOSE = re.compile(r"[\u300d\u300f\u201d]")
_GOES_ON = re.compile(
    r"\u3068|\u3063\u3066|[^\u3002\uff01\uff1f]{0,8}[\u8bf4\u8aaa\u9053\u79f0\u7a31\u95ee\u554f\u66f0]"
    r"|[^\u3002\uff01\uff1f]{0,8}\u8868\u793a"
)
"""Verbs of saying, Chinese and Japanese, after the words said."""
_GUILLEMET = re.compile(r"\s\u00bb(?=[\s.,;:!?)]|$)")
_STARTS = re.compile(r"\s*(?:[\"'(\[\u00bf\u00a1]+\s?)?(?:[^\W\d_]|\d)|\s*[\"(\[]+\w")
_WORD = re.compile(r"[\w.&'-]*$")
_INITIAL = re.compile(r"\b[A-Z]\.\s?I\.$")
"""Where "I" is an initial: "T. I. Poe"."""
_NUMBERED = re.compile(r"\d{1,2}$")
_ZONES = words_in(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december est edt pst pdt cst cdt mst mdt gmt utc
    bst cet cest ist jst eastern pacific central mountain greenwich et pt ct
    """
)
"""What a clock time goes on with, though it has a capital."""
_ASKS = re.compile(
    r"\s+(?:(?:The|A|An|One)\s(?:[\w.'-]+\s){1,3}|(?:[A-Z][\w.'-]*\s){1,3})"
    r"(?:asked|told\s|(?:said|added|wrote|tweeted|replied|shouted|cried|exclaimed|yelled|wondered)"
    r"(?:[.,]|\s(?:on|in|at|during|after|to|from|of)\s|\s\w+day\b))"
)
"""Who asked or cried what stands between quotation marks before it."""


def sentences_of(text: str, paragraph: Span, *, language: str = "en") -> list[Span]:
    """Return the sentences of one paragraph, closing quotation marks included."""
    original = text[paragraph.start : paragraph.end]
    stretch = plain(original)
    out: list[Span] = []
    start = 0
    for end in _cuts(stretch, original, STOPS.get(language, ANY)):
        if end <= start:
            continue
        out.append(Span(start, end))
        start = end
        while start < len(stretch) and stretch[start].isspace():
            start += 1
    if start < len(stretch):
        out.append(Span(start, len(stretch)))
    return [
        Span(paragraph.start + s.start, paragraph.start + s.end) for s in out if s.end > s.start
    ]


def _cuts(stretch: str, original: str, stops: Stops) -> Iterator[int]:
    """Yield the offsets at which a sentence ends."""
    if _WIDE_STOP.search(original):
        yield from _wide_cuts(original)
        return
    start = 0
    for stop in _STOP.finditer(stretch):
        end = stop.end()
        if stop.group().startswith(";"):
            ends = _joins_sentences(stretch[start : stop.start()], stretch[end : end + _AHEAD])
        elif stop.group().startswith("["):
            # Where words are left out and a capital follows, a new sentence begins.
            ends = re.match(r"\s+[A-Z]", stretch[end : end + 9]) is not None
        elif not stretch[end].isspace():
            ends = _glued(stretch, stop)
        else:
            closing = _GUILLEMET.match(original, end)
            end = closing.end() if closing else end
            ends = _starts(stretch, end) and not _inside(original, stretch, stop, end, stops)
        if ends:
            start = end
            yield end


def _glued(stretch: str, stop: re.Match[str]) -> bool:
    """Tell whether a sentence ends though no space follows: "It rained.The river rose"."""
    if stop.group().endswith("]"):
        return True
    word = stretch[max(0, stop.start() - _FEW) : stop.start()]
    plainly = len(word) == _FEW and word.isalpha() and word.islower()
    return plainly and stop.group() == "." and _GLUED.match(stretch, stop.end()) is not None


def _wide_cuts(original: str) -> Iterator[int]:
    """Yield the ends of sentences in writing without spaces between them.

    Inside a quotation that is followed by its verb the sentence goes on.
    """
    start = 0
    for stop in _WIDE_STOP.finditer(original):
        said = original[start : stop.end()]
        if len(_WIDE_OPEN.findall(said)) > len(_WIDE_CLOSE.findall(said)):
            continue
        if stop.group()[-1] in "\u300d\u300f\u201d" and _GOES_ON.match(original, stop.end()):
            continue
        start = stop.end()
        yield start


def _starts(stretch: str, end: int) -> bool:
    """Tell whether a sentence can start after an end: with a capital, a number or a mark."""
    start = _STARTS.match(stretch, end)
    if start is None:
        return False
    char = stretch[start.end() - 1]
    marked = start.group().strip()[:1] in {'"', "(", "["}
    branded = stretch[start.end() : start.end() + 1].isupper()  # "iPhone"
    return marked or branded or not char.islower()


def _joins_sentences(before: str, after: str) -> bool:
    """Tell whether a semicolon stands between two sentences, and not in a list."""
    following = re.split(r"[;.!?](?:\s|$)", after, maxsplit=1)[0]
    if following.split()[:1] in (["and"], ["or"]) or before.count('"') % 2:
        return False
    if before.count("(") != before.count(")"):
        return False
    return all(len(part.split()) > _FEW and _FINITE.search(part) for part in (before, following))


def _inside(  # noqa: PLR0911 - a list of reasons
    original: str, stretch: str, stop: re.Match[str], end: int, stops: Stops
) -> bool:
    """Tell whether a stop belongs to a word, so that the sentence goes on."""
    mark = stop.group()
    following = re.match(r"\s*(?:[\"'(\[]+\s?)?([\w'.-]+)", stretch[end : end + 60])
    after = following.group(1) if following else ""
    if mark[0] == "\u2026" or mark.startswith("..."):
        return not after[:1].isupper()
    if mark[0] in "!?":
        return '"' in mark and _ASKS.match(stretch, end) is not None
    if mark != ".":
        return False
    before = _WORD.search(stretch[max(0, stop.start() - 30) : stop.start()])
    word = (before.group() if before else "").strip("'\"").lower()
    initial = after[1:] == "." and after[:1].isupper()
    opens = not initial and after.lower().rstrip(".") in stops.openers
    opens = opens or original[end : end + 2].lstrip()[:1] in {"\u00ab", "\u201e"}
    if word in {"no", "nos"} and "no" in stops.never_last:
        return after[:1].isdigit()
    if word in stops.never_last:
        return True
    if word in {"a.m", "p.m", "am", "pm"}:
        named = re.match(r"\s+[\w'-]+\s+time\b", stretch[end : end + 40], re.IGNORECASE)
        zone = after.isupper() and after.endswith("T") and len(after) <= _FEW + 1
        aside = stretch[end : end + 2].strip() == "("
        return after.lower().rstrip(".") in _ZONES or zone or aside or named is not None
    if len(word) == 1 and word.isalpha() and (word != "i" or _INITIAL.search(stretch[:end])):
        return not opens
    if _NUMBERED.match(word):
        return not stretch[: stop.start()].strip(" ([").lower().removesuffix(word) or (
            stops.ordinals and not opens
        )
    if word in stops.seldom_last or re.fullmatch(r"(?:[^\W\d_]\.-?)+[^\W\d_]", word):
        return after[:1].isdigit() or not opens
    return False
