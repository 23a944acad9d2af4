"""Claims as the rules find them on human trees, to tell their faults from the parser's.

``python benchmarks/human_trees.py TREEBANK FILE...``: TREEBANK is a CoNLL-U file of UD English
GUM, each FILE the plain text of one of its documents, named after it (``GUM_bio_x.txt``). Prints
what ``claimledger split --format jsonl`` does, so that a scorer can take either; names and
their kinds are still those that the pipeline finds.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from claimledger.domain.claims import Claim
from claimledger.domain.text import Span
from claimledger.formats.records import split_object
from claimledger.splitting.cutting.paragraphs import is_prose, paragraphs_of
from claimledger.splitting.cutting.quotations import quotations_of
from claimledger.splitting.document import Document, Sentence, Token
from claimledger.splitting.parsing import MODEL, compact, load
from claimledger.splitting.reference.names import with_names_marked
from claimledger.splitting.repairs.order import repaired
from claimledger.splitting.run import claims_of, quoted
from training.treebanks import kept_features

_REACH = 40
"""How far a word of the treebank may stand from where the text is expected to go on."""

Rows = list[list[str]]


def main() -> None:
    """Print the claims of each text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("texts", metavar="FILE", nargs="+", type=Path)
    options = parser.parse_args()
    trees = dict(documents(options.treebank))
    for path in options.texts:
        if path.stem not in trees:
            parser.error(f"{options.treebank} has no document {path.stem}")
        for claim in claims(path.read_text(encoding="utf-8"), trees[path.stem]):
            print(json.dumps(split_object(claim, str(path)), ensure_ascii=False))


def documents(treebank: Path) -> Iterator[tuple[str, list[Rows]]]:
    """Yield the name of each document and the rows of its sentences."""
    for block in treebank.read_text(encoding="utf-8").split("# newdoc id = ")[1:]:
        sentences = [
            [line.split("\t") for line in part.splitlines() if line.partition("\t")[0].isdecimal()]
            for part in block.split("\n\n")
        ]
        yield block.partition("\n")[0], [rows for rows in sentences if rows]


def claims(text: str, trees: Sequence[Rows]) -> list[Claim]:
    """Return the claims of a text whose trees are known."""
    nlp = load(MODEL)
    paragraphs = paragraphs_of(text)
    quotations = quotations_of(text, paragraphs)
    sentences: list[Sentence] = []
    at = 0
    for rows in trees:
        places = found(text, [row[1] for row in rows], at)
        if places is None:
            print(f"Not in the text: {' '.join(row[1] for row in rows)[:60]}", file=sys.stderr)
            continue
        at = places[-1].end
        number = next(
            (n for n, p in enumerate(paragraphs) if p.start <= places[0].start < p.end), 0
        )
        if is_prose(paragraphs[number].of(text)):
            tokens = named(text, without_footnotes(rows, places), nlp)
            span = Span(places[0].start, places[-1].end)
            sentences.append(Sentence(span=span, tokens=tokens, paragraph=number))
    marked = with_names_marked([quoted(s, quotations) for s in sentences if s.tokens])
    return claims_of(Document(text=text, sentences=tuple(map(repaired, marked))), quotations)


def found(text: str, words: Sequence[str], at: int) -> list[Span] | None:
    """Return where the words of a sentence stand, one after the other, None if they do not."""
    places = []
    for word in words:
        start = text.find(word, at, at + len(word) + _REACH)
        if start < 0:
            return None
        at = start + len(word)
        places.append(Span(start, at))
    return places


def without_footnotes(rows: Rows, places: Sequence[Span]) -> list[Token]:
    """Turn the rows of a sentence into tokens, marks such as ``[1]`` left out."""
    words = [row[1] for row in rows]
    marks = {
        k + n
        for k in range(len(words) - 2)
        if words[k] == "[" and words[k + 1].isdecimal() and words[k + 2] == "]"
        for n in range(3)
    }
    index = {k: i for i, k in enumerate(k for k in range(len(rows)) if k not in marks)}
    tokens = []
    for k, i in index.items():
        head = int(rows[k][6]) - 1
        while head in marks:
            head = int(rows[head][6]) - 1
        features = kept_features(rows[k][5]).split("|")
        tokens.append(
            Token(
                i=i,
                text=words[k],
                lemma=rows[k][2],
                pos=rows[k][3],
                dep="root" if head < 0 else rows[k][7],
                head=i if head < 0 else index[head],
                span=places[k],
                features=dict(f.split("=") for f in features if "=" in f),
                space_before=i > 0 and places[k].start > places[k - 1].end,
            )
        )
    return tokens


def named(text: str, tokens: Sequence[Token], nlp: Any) -> tuple[Token, ...]:
    """Give the tokens of a sentence the names that the pipeline finds."""
    if not tokens:
        return ()
    short, offsets = compact(text, Span(tokens[0].span.start, tokens[-1].span.end))
    labels = {
        offsets[token.idx]: (name.label_, token.i == name.start)
        for name in nlp(short).ents
        for token in name
    }
    out = []
    for token in tokens:
        label, starts = labels.get(token.span.start, ("", False))
        out.append(replace(token, entity=label, entity_start=starts))
    return tuple(out)


if __name__ == "__main__":
    main()
