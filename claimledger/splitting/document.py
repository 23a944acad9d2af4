"""What the steps of splitting pass on: an article as parsed sentences.

Nothing here knows which parser made the trees, so that any source of Universal
Dependencies (a model, a treebank) can drive the same rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache, wraps
from typing import Any, TypeVar

from claimledger.domain.text import Span

NO_FEATURES: Mapping[str, str] = {}
Told = TypeVar("Told")


@lru_cache(maxsize=256)
def _plain(label: str) -> str:
    """Return a dependency label without its subtype."""
    return label.partition(":")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word of a sentence with its place in the tree."""

    i: int
    """Its index in the sentence."""
    text: str
    """The word as the article spells it."""
    lemma: str
    pos: str
    """The universal part of speech."""
    dep: str
    """The universal dependency label, ``root`` for the head of the sentence."""
    head: int
    """The index of its head, its own for the root."""
    span: Span
    """Where it stands in the article."""
    features: Mapping[str, str] = field(default_factory=lambda: NO_FEATURES)
    entity: str = ""
    """The label of the name it is part of, such as ``PERSON``."""
    entity_start: bool = False
    space_before: bool = True
    lower: str = field(init=False, repr=False, compare=False)
    """The word in lower case, with straight apostrophes."""

    def __post_init__(self) -> None:
        """Lower the word once: rules ask for it all the time."""
        object.__setattr__(self, "lower", self.text.lower().replace("\u2019", "'"))

    def has(self, feature: str, value: str) -> bool:
        """Tell whether a morphological feature has a value."""
        return self.features.get(feature) == value


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One parsed sentence: its place, its tokens, and who is quoted where."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int
    quoted: frozenset[int] = frozenset()
    """Tokens inside quotation marks, the marks left out."""
    quotations: tuple[int, ...] = ()
    """The quotations of the article that this sentence holds part of."""
    children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    """For each token, its dependents in order; derived from the heads."""
    labels: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """For each token, its dependency label without the subtype."""
    present: frozenset[str] = field(init=False, repr=False, compare=False)
    """The labels that some token has, with and without their subtypes."""
    trees: dict[int, tuple[int, ...]] = field(init=False, repr=False, compare=False)
    """The subtrees asked for so far."""
    found: dict[object, tuple[Token, ...]] = field(init=False, repr=False, compare=False)
    """The tokens asked for so far by their labels or lemmas."""
    told: dict[object, Any] = field(init=False, repr=False, compare=False)
    """What rules said of this sentence so far, see :func:`once`."""

    def __post_init__(self) -> None:
        """Derive from the heads and labels what the rules ask for all the time."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        object.__setattr__(self, "children", tuple(map(tuple, below)))
        deps = [t.dep for t in self.tokens]
        object.__setattr__(self, "labels", tuple(map(_plain, deps)))
        object.__setattr__(self, "present", frozenset(self.labels).union(deps))
        object.__setattr__(self, "trees", {})
        object.__setattr__(self, "found", {})
        object.__setattr__(self, "told", {})

    def __getitem__(self, i: int) -> Token:
        """Return the token at an index."""
        return self.tokens[i]

    @property
    def root(self) -> int | None:
        """The index of the head of the sentence, None when it has no token."""
        return next((t.i for t in self.tokens if t.head == t.i), None)

    def kids(self, i: int, *labels: str) -> list[int]:
        """Return the dependents of a token, of the labels given or of any.

        A label without a subtype stands for all its subtypes, so ``nsubj`` finds
        ``nsubj:pass`` too.
        """
        below = self.children[i]
        if not below:
            return []
        if not labels:
            return list(below)
        plain, tokens = self.labels, self.tokens
        return [c for c in below if plain[c] in labels or tokens[c].dep in labels]

    def kid(self, i: int, *labels: str) -> int | None:
        """Return the first dependent of the labels given."""
        plain, tokens = self.labels, self.tokens
        for c in self.children[i]:
            if not labels or plain[c] in labels or tokens[c].dep in labels:
                return c
        return None

    def subtree(self, i: int) -> list[int]:
        """Return a token and all below it, in the order of the text."""
        if not self.children[i]:
            return [i]
        known = self.trees.get(i)
        if known is None:
            found, todo = [], [i]
            while todo:
                j = todo.pop()
                found.append(j)
                todo.extend(self.children[j])
            known = self.trees[i] = tuple(sorted(found))
        return list(known)

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def labelled(self, *labels: str) -> tuple[Token, ...]:
        """Return the tokens with one of the labels, subtypes too, in order."""
        if self.present.isdisjoint(labels):
            return ()
        known = self.found.get(labels)
        if known is None:
            both = zip(self.tokens, self.labels, strict=True)
            known = tuple([t for t, label in both if label in labels or t.dep in labels])
            self.found[labels] = known
        return known

    def over(self, *labels: str) -> tuple[Token, ...]:
        """Return the tokens that have a dependent with one of the labels, in order."""
        if self.present.isdisjoint(labels):
            return ()
        key = ("over", labels)
        known = self.found.get(key)
        if known is None:
            heads = {t.head for t in self.labelled(*labels) if t.head != t.i}
            known = self.found[key] = tuple(self.tokens[i] for i in sorted(heads))
        return known

    def of_lemma(self, lemmas: frozenset[str]) -> tuple[Token, ...]:
        """Return the tokens whose lemma, in lower case, is one of a set, in order."""
        known = self.found.get(lemmas)
        if known is None:
            known = tuple([t for t in self.tokens if t.lemma.lower() in lemmas])
            self.found[lemmas] = known
        return known

    def label(self, i: int) -> str:
        """Return the dependency label of a token without its subtype."""
        return self.labels[i]


def once(rule: Callable[[Sentence, int], Told]) -> Callable[[Sentence, int], Told]:
    """Ask a rule about a token once; the answer, not to be changed, lives with the sentence."""

    @wraps(rule)
    def asked(s: Sentence, i: int) -> Told:
        answers = s.told.get(rule)
        if answers is None:
            answers = s.told[rule] = {}
        if i not in answers:
            answers[i] = rule(s, i)
        answer: Told = answers[i]
        return answer

    return asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """Something about a text that a person should know; no error."""

    message: str
    span: Span | None
    """The place in the article, None when it holds for all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article as sentences in order."""

    text: str
    sentences: tuple[Sentence, ...]


def rehung(s: Sentence, moves: dict[int, tuple[int, str]]) -> Sentence:
    """Return the tree with some tokens hung elsewhere; itself where that would be no tree.

    A tree has one root, which is its own head, and no ring.
    """
    if not moves:
        return s
    tokens = list(s.tokens)
    for i, (head, dep) in moves.items():
        if (head == i) is not (dep == "root"):
            return s
        tokens[i] = replace(tokens[i], head=head, dep=dep)
    for i in moves:  # a ring has a token that moved
        seen, j = {i}, tokens[i].head
        while tokens[j].head != j:
            if j in seen:
                return s
            seen.add(j)
            j = tokens[j].head
    return replace(s, tokens=tuple(tokens))


def before(s: Sentence, i: int) -> str:
    """Return the mark or word before the phrase of a token."""
    start = s.subtree(i)[0]
    if s[start].pos == "PUNCT":
        return s[start].text
    return s[start - 1].text if start else ""
