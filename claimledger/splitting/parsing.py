"""From text to trees: the spaCy pipeline behind the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from claimledger.domain.text import Span
from claimledger.splitting.cutting.plain import plain
from claimledger.splitting.document import Sentence, Token

MODEL = Path(__file__).parent / "model"
"""The pipeline that comes with the package, for English."""

LONGEST = 2_000
"""Characters of a sentence beyond which it is kept whole and not parsed."""

MOST_TOKENS = 150

_SKIPPED = re.compile(
    r"\[\d{1,3}\]|\[(?:\.\.\.|\u2026)\]|[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ufeff]+|\s+"
)


@lru_cache(maxsize=2)
def load(model: Path) -> Any:
    """Load a pipeline once per process."""
    import spacy

    return spacy.load(model)


def parse(
    text: str, sentences: Iterable[tuple[int, Span]], *, model: Path | None = None
) -> Iterator[Sentence]:
    """Parse sentences given as paragraph number and span, one by one.

    A sentence too long to parse comes out with no tokens.
    """
    nlp = load(model or MODEL)
    given = [(number, span, *compact(text, span)) for number, span in sentences]
    fit = [entry for entry in given if len(entry[2]) <= LONGEST]
    docs = iter(nlp.pipe(_prepared(nlp, [entry[2] for entry in fit]), batch_size=64))
    for number, span, short, offsets in given:
        tokens: tuple[Token, ...] = ()
        if len(short) <= LONGEST:
            doc = next(docs)
            if 0 < len(doc) <= MOST_TOKENS:
                tokens = tuple(_tokens(text, doc, offsets))
        yield Sentence(span=span, tokens=tokens, paragraph=number)


def compact(text: str, span: Span) -> tuple[str, list[int]]:
    """Return a sentence in plain spelling, and where each character came from.

    Runs of white space become one space; footnote numbers in brackets and control
    characters go.
    """
    stretch = plain(text[span.start : span.end])
    out: list[str] = []
    offsets: list[int] = []
    at = 0
    for gap in _SKIPPED.finditer(stretch):
        out.append(stretch[at : gap.start()])
        offsets.extend(range(span.start + at, span.start + gap.start()))
        at = gap.end()
        if out and offsets and not (out[-1] or " ").endswith(" "):
            out.append(" ")
            offsets.append(span.start + gap.start())
    out.append(stretch[at:])
    offsets.extend(range(span.start + at, span.end))
    short = "".join(out).rstrip()
    return short, offsets[: len(short)]


def _prepared(nlp: Any, sentences: list[str]) -> Iterator[Any]:
    """Tokenize sentences and forbid cuts inside them; the parser keeps what is set."""
    for sentence in sentences:
        doc = nlp.make_doc(sentence)
        if len(doc) > MOST_TOKENS:
            doc = nlp.make_doc("")
        for token in doc[1:]:
            token.is_sent_start = False
        yield doc


def _tokens(text: str, doc: Any, offsets: list[int]) -> Iterator[Token]:
    """Turn a parsed doc into tokens that know their place in the article."""
    for token in doc:
        start = offsets[token.idx]
        end = offsets[token.idx + len(token) - 1] + 1
        root = token.head.i == token.i
        yield Token(
            i=token.i,
            text=text[start:end],
            lemma=token.lemma_ or token.lower_,
            pos=token.pos_,
            dep="root" if root else token.dep_,
            head=token.head.i,
            span=Span(start, end),
            features=token.morph.to_dict(),
            entity=token.ent_type_,
            entity_start=token.ent_iob_ == "B",
            space_before=token.i > 0 and bool(doc[token.i - 1].whitespace_),
        )
