"""Abbreviations and the names that they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimledger.splitting.document import Document, Sentence

_SHORTEST = 3
_INNER = frozenset(["of", "and", "the", "for", "in", "on"])


def bodies_of(document: Document) -> dict[str, str]:
    """Collect abbreviations given in brackets after a name: "Some Long Name (SLN)"."""
    out: dict[str, str] = {}
    for s in document.sentences:
        for opening in s.tokens[1:-2]:
            if opening.text != "(" or s[opening.i + 2].text != ")":
                continue
            k = opening.i + 1
            short = s[k].text
            if not short[:1].isupper():
                continue
            first, start = k - 1, k - 2
            fitting: int | None = None
            while start >= 0 and (s[start].text[:1].isupper() or s[start].lower in _INNER):
                if s[start].text[:1].isupper() and s[start].pos != "DET":
                    first = start
                    if _initials(s, first, k - 1) == short:
                        fitting = first
                start -= 1
            first = first if fitting is None else fitting
            initials = _initials(s, first, k - 1)
            fits = len(initials) > 1 and initials[0] == short[0] and " " not in short
            if fits and (not short.isupper() or set(short) <= set(initials)):
                words = [
                    (" " if s[i].space_before and i > first else "") + s[i].text
                    for i in range(first, k + 2)
                ]
                out.setdefault(short, "".join(words))
    for short, full in _unexplained(document, out):
        out.setdefault(short, full)
    return out


def _unexplained(document: Document, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield abbreviations that the article never explains but whose name it has in full."""
    words = {t.text for s in document.sentences for t in s.tokens}
    shorts = {w for w in words if w.isalpha() and w.isupper() and len(w) >= _SHORTEST} - set(known)
    found: dict[str, set[str]] = {}
    for s in document.sentences if shorts else ():
        for first in range(len(s.tokens)):
            if not s[first].text[:1].isupper():
                continue
            last = first
            while last < len(s.tokens) and (
                s[last].text[:1].isupper() or (last > first and s[last].lower in _INNER)
            ):
                last += 1
            short = _initials(s, first, last)
            if short in shorts and last - first >= _SHORTEST:
                text = " ".join(s[i].text for i in range(first, last))
                if len(text) > len(short) * 2:
                    found.setdefault(short, set()).add(text)
    yield from ((short, names.pop()) for short, names in found.items() if len(names) == 1)


def _initials(s: Sentence, first: int, end: int) -> str:
    """Return the capitals with which the words of a stretch begin."""
    return "".join(s[i].text[0] for i in range(first, end) if s[i].text[0].isupper())
