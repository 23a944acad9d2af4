"""Propositions: claims as ordered words over a tree, before they are text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from claimledger.splitting.document import Sentence
from claimledger.splitting.sources.attribution import Attribution


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a proposition: a token of the sentence, perhaps in another form."""

    text: str
    token: int | None = None
    """The token it stands for; None for a word that grammar asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """One assertion of a sentence."""

    words: tuple[Word, ...]
    head: int
    """The head of its predicate."""
    voice: Attribution | None = None
    """Who asserts it, when the article reports it."""

    @property
    def tokens(self) -> frozenset[int]:
        """The tokens of the sentence that it is made of."""
        return frozenset(w.token for w in self.words if w.token is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """An assertion inside a noun phrase, as a clause to be read."""

    head: int
    subject: tuple[Word, ...] = ()
    plural: bool = False
    past: bool = False
    cut: frozenset[int] = frozenset()
    """What the phrase loses when the assertion stands alone."""
    filled: Mapping[int, tuple[Word, ...]] = field(default_factory=dict)
    gap: tuple[int, tuple[Word, ...]] | None = None
    told: bool = False
    """True when it is said by whoever says the clause around it."""
    article: tuple[Word, ...] = ()
    only: frozenset[int] = frozenset()
    """The tokens of the predicate, where they are not all below its head."""


def words_of(sentence: Sentence, tokens: Iterable[int]) -> tuple[Word, ...]:
    """Return tokens as words, as the sentence has them."""
    return tuple(Word(sentence[i].text, i) for i in tokens)


def runs_of(sentence: Sentence, tokens: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last token of every contiguous run, punctuation bridged over."""
    first = last = -1
    for i in sorted(tokens):
        if first < 0:
            first = last = i
        elif all(sentence[j].pos == "PUNCT" for j in range(last + 1, i)):
            last = i
        else:
            yield first, last
            first = last = i
    if first >= 0:
        yield first, last
