"""From a text to its sentences: the paragraphs that are prose, cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimledger.domain.text import Span
from claimledger.splitting.cutting.paragraphs import is_prose, without_dateline
from claimledger.splitting.cutting.sentences import sentences_of

_LETTER = re.compile(r"[^\W\d_]")
_FOREIGN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_QUESTION = re.compile(r"[?\u061f\uff1f]+[\s\"')\]\u201d\u2019\u00bb\u300d\u300f]*$")
_STOPPED = re.compile(
    r"[.!?\u2026\u3002\uff01\uff1f\uff61\u061f\u06d4\u0964\u0965]"
    r"[\s\"')\]\u2019\u201d\u201c\u00bb\u00ab\u300d\u300f\uff09]*$"
)


def prose_of(
    text: str, paragraphs: Sequence[Span], *, language: str = "en"
) -> list[tuple[int, Span]]:
    """Return the sentences of a text with the numbers of their paragraphs.

    English leaves out sentences in another script: a parser makes nonsense of them.
    """
    return [
        (number, span)
        for number, paragraph in enumerate(paragraphs)
        if is_prose(paragraph.of(text), alone=len(paragraphs) == 1)
        for span in sentences_of(text, without_dateline(text, paragraph), language=language)
        if language != "en" or _in_latin(span.of(text))
    ]


def is_question(sentence: str) -> bool:
    """Tell whether a sentence ends in a question mark of any script."""
    return _QUESTION.search(sentence) is not None


def as_written(sentence: str) -> str:
    """Return a sentence that is not parsed, on one line, with a stop of its own or a full stop."""
    text = " ".join(sentence.split())
    return text if _STOPPED.search(text) else f"{text.rstrip(' ,;:')}."


def _in_latin(sentence: str) -> bool:
    """Tell whether at least half of the letters are Latin."""
    if sentence.isascii():
        return True
    return 2 * len(_FOREIGN.findall(sentence)) <= len(_LETTER.findall(sentence))
