"""Trees written by hand, and claims from the pipeline that comes with the package."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimledger.domain.claims import Claim
from claimledger.domain.text import Span
from claimledger.splitting.document import Sentence, Token
from claimledger.splitting.parsing import MODEL
from claimledger.splitting.propositions.clauses import propositions_of
from claimledger.splitting.repairs.order import repaired
from claimledger.splitting.run import split
from claimledger.splitting.sources.attribution import attributions_of
from claimledger.splitting.wording.standalone import render

Tree = Callable[[str], Sentence]


def tree_of(table: str) -> Sentence:
    """Read a tree: a line for each word with its lemma, part of speech, label and head.

    Heads count from 1, 0 is the root; features follow as ``Name=Value``, quoted words end
    on ``Q``. Words stand apart by one space, marks close up.
    """
    tokens: list[Token] = []
    quoted: set[int] = set()
    at = 0
    for i, line in enumerate(table.strip().splitlines()):
        word, lemma, pos, dep, head, *rest = line.split()
        opened = tokens and tokens[-1].text == "("
        space = i > 0 and not opened and (word[0].isalnum() or word in {"(", "$"})
        at += space
        if "Q" in rest:
            quoted.add(i)
        features = dict(r.split("=") for r in rest if "=" in r and not r.startswith("entity="))
        entity = next((r.removeprefix("entity=") for r in rest if r.startswith("entity=")), "")
        tokens.append(
            Token(
                i=i,
                text=word,
                lemma=lemma,
                pos=pos,
                dep=dep,
                head=int(head) - 1 if int(head) else i,
                span=Span(at, at + len(word)),
                features=features,
                entity=entity,
                entity_start=bool(entity),
                space_before=space,
            )
        )
        at += len(word)
    return Sentence(span=Span(0, at), tokens=tuple(tokens), paragraph=0, quoted=frozenset(quoted))


@pytest.fixture
def tree() -> Tree:
    """Return the reader of trees."""
    return tree_of


@pytest.fixture
def claimed() -> Callable[[str], list[str]]:
    """Return the texts of the claims that the rules read in a tree."""

    def read(table: str) -> list[str]:
        sentence = tree_of(table)
        found = propositions_of(sentence, attributions_of(sentence))
        return [render(sentence, p.words, {}) for p in found]

    return read


@pytest.fixture
def mended() -> Callable[[str], list[str]]:
    """Return the texts of the claims that the rules read in a tree with slips."""

    def read(table: str) -> list[str]:
        sentence = repaired(tree_of(table))
        found = propositions_of(sentence, attributions_of(sentence))
        return [render(sentence, p.words, {}) for p in found]

    return read


@pytest.fixture
def told() -> Callable[[Sentence], list[tuple[str | None, str]]]:
    """Return who says what in a tree with slips, by the heads of both."""

    def read(sentence: Sentence) -> list[tuple[str | None, str]]:
        s = repaired(sentence)
        return [
            (None if a.speaker is None else s[a.speaker].text, s[a.content].text)
            for a in attributions_of(s)
        ]

    return read


@pytest.fixture(scope="session")
def model() -> Path:
    """Return the folder of the pipeline."""
    if not (MODEL / "meta.json").exists():
        pytest.skip("the pipeline is not built")
    return MODEL


@pytest.fixture
def claims(model: Path) -> Callable[[str], list[Claim]]:
    """Return the claims of a text, as a person gets them."""
    return lambda text: split(text, model=model)


@pytest.fixture
def texts(model: Path) -> Callable[[str], list[str]]:
    """Return the texts of the claims of a text."""
    return lambda text: [c.text for c in split(text, model=model)]
