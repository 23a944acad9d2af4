"""An article in passages that a small model can read, with what came before each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimledger.domain.text import Span
from claimledger.splitting.cutting.paragraphs import is_prose, paragraphs_of, without_dateline
from claimledger.splitting.cutting.sentences import sentences_of

LONGEST = 2_000
"""Characters of a passage: with its answer it fits the 4,096 tokens that some servers allow."""
OPENING = 400
"""Characters of the article's beginning that go along, where people are introduced."""
BEFORE = 600
"""Characters before the passage that go along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some paragraphs of an article, or sentences of a long one."""

    paragraphs: tuple[tuple[Span, ...], ...]
    """The sentences of each, as places in the article."""

    @property
    def sentences(self) -> tuple[Span, ...]:
        """All its sentences, in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    def words(self, text: str) -> str:
        """Return the passage as it is read, one line between paragraphs."""
        return "\n\n".join(text[p[0].start : p[-1].end] for p in self.paragraphs)

    def context(self, text: str) -> str:
        """Return how the article opens and what stands right before the passage."""
        start = self.paragraphs[0][0].start
        if start <= OPENING + BEFORE:
            return text[:start].strip()
        return f"{text[:OPENING].strip()}\n[…]\n{text[start - BEFORE : start].strip()}"


def passages_of(text: str, *, language: str) -> tuple[list[Passage], list[Span]]:
    """Return the passages of an article, and the sentences too long to be sent.

    Outside English no line is taken for a headline or caption: what tells them from
    prose is known of English only.
    """
    passages: list[Passage] = []
    long: list[Span] = []
    room = 0
    for paragraph in _paragraphs(text, language):
        short = tuple(s for s in paragraph if s.end - s.start <= LONGEST)
        long += [s for s in paragraph if s.end - s.start > LONGEST]
        for part in _parts(short):
            size = part[-1].end - part[0].start
            if size <= room:
                passages[-1] = Passage(paragraphs=(*passages[-1].paragraphs, part))
            else:
                passages.append(Passage(paragraphs=(part,)))
                room = LONGEST
            room -= size
    return passages, long


def _paragraphs(text: str, language: str) -> Iterator[list[Span]]:
    every = paragraphs_of(text)
    for paragraph in every:
        words = paragraph.of(text)
        is_read = (
            is_prose(words, alone=len(every) == 1)
            if language == "en"
            else any(c.isalpha() for c in words)
        )
        if is_read:
            yield sentences_of(text, without_dateline(text, paragraph))


def _parts(sentences: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """Yield a paragraph in stretches that fit into a passage, whole if it can be."""
    start = 0
    for i, sentence in enumerate(sentences):
        if sentence.end - sentences[start].start > LONGEST:
            yield sentences[start:i]
            start = i
    if sentences[start:]:
        yield sentences[start:]
