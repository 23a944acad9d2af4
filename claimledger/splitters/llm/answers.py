"""Reading a model's answer, which may be anything, into drafts of claims."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claimledger.splitters.llm.errors import FormError

LONGEST = 1_000
"""Characters of a claim's text or speaker."""
MOST = 300
"""Claims of one answer."""
_FENCED = re.compile(r"```[a-zA-Z]*\s*\n(.*?)```", re.DOTALL)
_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_NOBODY = frozenset(
    {"", "-", "null", "none", "n/a", "unknown", "narrator", "article", "the article", "author"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim as the model words it, before it is looked for in the article."""

    text: str
    quote: str
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What could be read of a model's answer."""

    drafts: tuple[Draft, ...]
    """Each once, in the model's order."""
    unread: int
    """Entries that are no claims: without text or quote, endless, or with control characters."""


def read_answer(content: str) -> Answer:
    """Read the claims of an answer: JSON alone, in a fence, or among other words.

    Raises:
        FormError: There is no object with claims, or nothing in it is one.
    """
    for value in _values(_THOUGHT.sub("", content)):
        if isinstance(value, dict) and isinstance(value.get("claims"), list):
            read = [_draft(entry) for entry in value["claims"]]
            drafts = dict.fromkeys(draft for draft in read if draft is not None)
            if read and not drafts:
                raise FormError("The model's claims lack text or quote.")
            if len(drafts) > MOST:
                raise FormError("The model gave more claims than a passage can hold.")
            return Answer(drafts=tuple(drafts), unread=read.count(None))
    raise FormError("The model's answer is not JSON with claims.")


def _values(content: str) -> Iterator[Any]:
    """Yield what may be the answer: all of it, each fenced block, the first object."""
    candidates = [content, *_FENCED.findall(content), content[content.find("{") :]]
    decoder = json.JSONDecoder()
    for candidate in candidates:
        try:
            yield decoder.raw_decode(candidate.strip())[0]
        except (ValueError, RecursionError):
            continue


def _draft(entry: Any) -> Draft | None:
    if not isinstance(entry, dict):
        return None
    text, quote, speaker = (entry.get(name) for name in ("text", "quote", "speaker"))
    if not isinstance(text, str) or not isinstance(quote, str):
        return None
    if speaker is not None and not isinstance(speaker, str):
        return None
    words, said = one_line(text), one_line(speaker or "")
    if not _can_be_kept(words) or not quote.strip() or (said and not _can_be_kept(said)):
        return None
    return Draft(text=words, quote=quote, speaker=None if said.casefold() in _NOBODY else said)


def one_line(text: str) -> str:
    """Return a text as the ledger keeps it: one line, in Unicode normal form C."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _can_be_kept(text: str) -> bool:
    """Tell whether a text has letters and none of the characters that no text needs."""
    categories = {unicodedata.category(c) for c in text}
    return (
        len(text) <= LONGEST
        and not categories & {"Cc", "Cs"}
        and any(c.startswith("L") for c in categories)
    )
