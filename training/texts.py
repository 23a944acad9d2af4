"""Texts without trees, cut into sentences as the splitter would give them to the parser.

JSON lines hold an article each, in the field ``text``; a folder holds text files, plain or
with a tag after each word (``Iraq_NNP clears_VBZ``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from claimledger.splitting.cutting.paragraphs import is_prose, paragraphs_of, without_dateline
from claimledger.splitting.cutting.plain import plain
from claimledger.splitting.cutting.sentences import sentences_of
from claimledger.splitting.parsing import compact

TELLING = 8
"""How many words a sentence must have to tell that two texts share it, and not by chance."""

_ENDS = (".", "?", "!", '"')
_START = 2_000
"""How many characters tell whether a text is tagged."""
_TAGGED = re.compile(r"\S+_[^\s_]+")
_WORD = re.compile(r"\w+")


def texts(sources: Iterable[Path]) -> Iterator[str]:
    """Yield the texts of JSON-lines files and of folders, tagged ones as they are."""
    for source in sources:
        if source.is_dir():
            for path in sorted(source.glob("*.txt")):
                yield path.read_text(encoding="utf-8", errors="replace")
        else:
            # Not splitlines: an article may hold a line separator, which JSON does not escape.
            for line in source.read_text(encoding="utf-8").split("\n"):
                if line:
                    yield json.loads(line)["text"]


def fingerprints(text: str) -> frozenset[str]:
    """Return the sentences of a text that are long enough to recognise, in bare words."""
    untagged = without_tags(text) if is_tagged(text) else text
    parts = re.split(r"[.!?\n]+", plain(untagged).lower())
    bare = (_WORD.findall(part) for part in parts)
    return frozenset(" ".join(words) for words in bare if len(words) >= TELLING)


def sentences(nlp: Language, text: str) -> Iterator[Doc]:
    """Yield the sentences of a text, tokenized; lines that are not prose are left out."""
    if is_tagged(text):
        for line in without_tags(text).splitlines():
            if line.endswith(_ENDS):
                yield nlp.make_doc(plain(line))
        return
    for paragraph in paragraphs_of(text):
        if is_prose(text[paragraph.start : paragraph.end]):
            for span in sentences_of(text, without_dateline(text, paragraph)):
                yield nlp.make_doc(compact(text, span)[0])


def is_tagged(text: str) -> bool:
    """Tell whether most words of a text bear tags."""
    start = text[:_START].split()
    return sum(bool(_TAGGED.fullmatch(word)) for word in start) > len(start) / 2


def without_tags(text: str) -> str:
    """Return a tagged text without its tags, a sentence a line."""
    lines = (line.split() for line in text.splitlines())
    return "\n".join(" ".join(w.rpartition("_")[0] or w for w in line) for line in lines)
