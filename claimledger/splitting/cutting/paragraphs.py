"""The paragraphs of an article, and the lines that are not prose."""

from __future__ import annotations

import re

from claimledger.domain.text import Span
from claimledger.splitting.cutting.plain import plain

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_ENDS = re.compile(r"[.!?\u2026:;][\"')\[\]\d\s]*$")
_HARD_WRAP = range(55, 110)
_JUNK = re.compile(
    r"""^(?:
      (?:file\ )?(?:photo|image|picture|video|screenshot|credit|caption|source|sources|tags?|
         filed\ under|related|see\ also|external\ links?|references|further\ reading|
         read\ more|advertisement|share\ this|copyright|contact|follow|posted|published|
         updated|last\ updated|by|transcript)\b[^.?!]{0,80}(?::|$)
    | (?:leave|post|add|write)\ a\ (?:comment|reply)\b
    | (?:https?://|www\.)\S+$
    | .{0,120}\b(?:image|photo|photograph|credit|picture)s?:\ [^.]{2,60}\.?$
    | (?:file\ )?(?:photo|image)\ (?:of|from|by)\b.{0,80}$
    | (?:copyright|\(c\)|©|all\ rights\ reserved).{0,200}$
    | (?:click|tap)\ here\b.{0,80}$
    | (?:sign|subscribe)\ (?:up|to)\b.{0,80}$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.'\- ]{2,}(?:,\s+[A-Z][\w.'\- ]+){0,2}(?:\s+\([\w ,.'/-]{2,40}\))?"
    r"|[A-Z][\w.'-]+(?:[ ,]+[A-Z][\w.'-]+){0,4}\s+\([A-Z][\w ,.'/-]{1,40}\))"
    r"(?:,\s+(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)\s+\d{1,2})?"
    r"\s*(?:--|[-\u2013\u2014])\s*(?=\S)"
)


def paragraphs_of(text: str) -> list[Span]:
    """Return the paragraphs of a text, lines broken inside a sentence joined again."""
    lines = [_trimmed(text, Span(*m.span())) for m in _LINE.finditer(text)]
    out: list[Span] = []
    for line in lines:
        if line.start == line.end:
            continue
        if out and _continues(text, out[-1], line):
            out[-1] = Span(out[-1].start, line.end)
        else:
            out.append(line)
    return out


def _continues(text: str, above: Span, line: Span) -> bool:
    """Tell whether a line goes on with the sentence of the line above it."""
    between = text[above.end : line.start]
    if between.count("\n") != 1 or _ENDS.search(text[above.start : above.end]):
        # A wrapped line may end on a stop by chance: only its length can tell.
        wrapped = between.count("\n") == 1 and _last_line(text, above) in _HARD_WRAP
        return wrapped and text[line.start].islower()
    return text[line.start].islower() or _last_line(text, above) in _HARD_WRAP


def _last_line(text: str, above: Span) -> int:
    """Return the length of the last line of a stretch."""
    start = text.rfind("\n", above.start, above.end) + 1 or above.start
    return above.end - max(start, above.start)


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def is_prose(line: str, *, alone: bool = False) -> bool:
    """Tell whether a paragraph holds sentences, and not a headline, byline or caption.

    ``alone`` says that the text has no other paragraph, so that a sentence without a
    full stop is taken as one.
    """
    line = plain(line).strip()
    if not any(c.isalpha() for c in line) or _JUNK.match(line):
        return False
    return alone or bool(_ENDS.search(line))


def without_dateline(text: str, paragraph: Span) -> Span:
    """Return a paragraph without a "LONDON (Reuters) -" at its start."""
    found = _DATELINE.match(text[paragraph.start : min(paragraph.end, paragraph.start + 200)])
    if not found:
        return paragraph
    return Span(paragraph.start + found.end(), paragraph.end)
