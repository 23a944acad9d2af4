"""From text to trees: the spaCy pipeline behind the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
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

_COLUMNS = ["IDX", "LENGTH", "LEMMA", "POS", "DEP", "MORPH", "ENT_TYPE", "ENT_IOB", "SPACY", "HEAD"]
_NAMED = slice(2, 7)
"""The columns that hold the numbers of words, from the lemma to the label of a name."""
_BEGINS = 3
"""How spaCy numbers the first word of a name."""

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
    """Turn a parsed doc into tokens that know their place in the article.

    The doc is read as one table of numbers: to ask each of its tokens takes far longer.
    """
    table = doc.to_array(_COLUMNS)
    name = {number: doc.vocab.strings[number] for number in set(table[:, _NAMED].ravel().tolist())}
    heads = table[:, -1].astype("int64").tolist()  # counted from the token, negative to its left
    space_before = False
    for i, row in enumerate(table.tolist()):
        at, length, lemma, pos, dep, morph, entity, mark, space, _ = row
        start = offsets[at]
        end = offsets[at + length - 1] + 1
        yield Token(
            i=i,
            text=text[start:end],
            lemma=name[lemma] or doc[i].lower_,
            pos=name[pos],
            dep=name[dep] if heads[i] else "root",
            head=i + heads[i],
            span=Span(start, end),
            features=_features(name[morph]),
            entity=name[entity],
            entity_start=mark == _BEGINS,
            space_before=space_before,
        )
        space_before = bool(space)


@lru_cache(maxsize=4096)
def _features(morph: str) -> Mapping[str, str]:
    """Read ``Number=Plur|Tense=Past``: tokens with the same features share the mapping."""
    return dict(feature.split("=", 1) for feature in morph.split("|") if "=" in feature)
