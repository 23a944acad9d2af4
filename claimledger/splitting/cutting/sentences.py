"""The sentences of a paragraph, by the rules of punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimledger.domain.text import Span
from claimledger.splitting.cutting.plain import plain
from claimledger.splitting.english.words import NEVER_LAST, OPENERS, SELDOM_LAST

_FEW = 3
_AHEAD = 500
_FINITE = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|"
    r"said|says|isn't|aren't|wasn't|weren't|won't|don't|didn't|can't)\b"
)
_STOP = re.compile(
    r";(?=\s)|\[(?:\.{3}|\u2026)\](?=\s)|[.!?\u2026]+[\"')\]]*(?:\s*\[\d{1,3}\])*(?=\s)"
)
_STARTS = re.compile(r"\s+[\"'(\[]*[^\W\d_a-z]|\s+[\"'(\[]*\d|\s+[\"(\[]+\w")
_WORD = re.compile(r"[\w.&'-]*$")


def sentences_of(text: str, paragraph: Span) -> list[Span]:
    """Return the sentences of one paragraph, closing quotation marks included."""
    stretch = plain(text[paragraph.start : paragraph.end])
    out: list[Span] = []
    start = 0
    for end in _cuts(stretch):
        out.append(Span(start, end))
        start = end
        while start < len(stretch) and stretch[start].isspace():
            start += 1
    if start < len(stretch):
        out.append(Span(start, len(stretch)))
    return [
        Span(paragraph.start + s.start, paragraph.start + s.end) for s in out if s.end > s.start
    ]


def _cuts(stretch: str) -> Iterator[int]:
    """Yield the offsets at which a sentence ends."""
    start = 0
    for stop in _STOP.finditer(stretch):
        if stop.group().startswith(";"):
            if _joins_sentences(
                stretch[start : stop.start()], stretch[stop.end() : stop.end() + _AHEAD]
            ):
                start = stop.end()
                yield stop.end()
        elif stop.group().startswith("["):
            # Where words are left out and a capital follows, a new sentence begins.
            if re.match(r"\s+[A-Z]", stretch[stop.end() : stop.end() + 9]):
                start = stop.end()
                yield stop.end()
        elif _STARTS.match(stretch, stop.end()) and not _inside(stretch, stop):
            start = stop.end()
            yield stop.end()


def _joins_sentences(before: str, after: str) -> bool:
    """Tell whether a semicolon stands between two sentences, and not in a list."""
    following = re.split(r"[;.!?](?:\s|$)", after, maxsplit=1)[0]
    if following.split()[:1] in (["and"], ["or"]) or before.count('"') % 2:
        return False
    if before.count("(") != before.count(")"):
        return False
    return all(len(part.split()) > _FEW and _FINITE.search(part) for part in (before, following))


def _inside(stretch: str, stop: re.Match[str]) -> bool:  # noqa: PLR0911 - a list of reasons
    """Tell whether a stop belongs to a word, so that the sentence goes on."""
    mark = stop.group()
    following = re.match(r"\s+[\"'(\[]*([\w'.-]+)", stretch[stop.end() : stop.end() + 60])
    after = following.group(1) if following else ""
    if mark[0] == "\u2026" or mark.startswith("..."):
        return not after[:1].isupper()
    if mark[:1] != ".":
        return False
    before = _WORD.search(stretch[max(0, stop.start() - 30) : stop.start()])
    word = (before.group() if before else "").strip("'\"").lower()
    if mark != ".":
        return False
    if word in {"no", "nos"}:
        return after[:1].isdigit()
    if word in NEVER_LAST:
        return True
    if len(word) == 1 and word.isalpha() and word != "i":
        return after.lower() not in OPENERS
    if word in SELDOM_LAST or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return after[:1].isdigit() or after.lower().rstrip(".") not in OPENERS
    return False
