"""What stands before or beside a name: titles, descriptions and where somebody is from."""

from __future__ import annotations

from collections.abc import Iterator

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import BARE_TITLES, OFFICES
from claimledger.splitting.propositions.phrases import (
    is_long_title,
    is_origin,
    name_tokens,
    noun_phrase,
    phrase_tokens,
    with_commas,
)
from claimledger.splitting.propositions.values import Hidden, Word, words_of

_SPELLED_WITH_VOWEL = frozenset("AEFHILMNORSX")
_SOUNDS_LIKE_YOU = ("uni", "use", "eu", "one", "u.")
_ANYBODY = frozenset({"man", "woman", "person", "boy", "girl", "child"})
_NAMING = frozenset({"name", "call"})
_SINGLE = frozenset(
    {"lead", "main", "sole", "first", "second", "third", "last", "eldest", "youngest"}
)


def title(s: Sentence, noun: int, child: int) -> Iterator[Hidden]:
    """Read "NASA Administrator X" as "X is NASA Administrator"."""
    words = [i for i in s.subtree(child) if s[i].pos != "PUNCT"]
    if s[noun].pos != "PROPN" or (s[child].lower in BARE_TITLES and len(words) == 1):
        return
    if (s[child].pos == "PROPN" or s[child].text[:1].isupper()) and len(words) == 1:
        return
    cut = frozenset(s.subtree(child)) if is_long_title(s, child) else frozenset[int]()
    yield Hidden(
        head=child, subject=words_of(s, name_tokens(s, noun)), cut=cut,
        article=_article(s, child, words),
    )  # fmt: skip


def described_name(s: Sentence, noun: int) -> Iterator[Hidden]:
    """Read "Brown University historian X" as "X is a Brown University historian"."""
    if s[noun].has("Number", "Plur"):
        return
    if s[noun].pos != "NOUN" and s[noun].lower not in OFFICES:
        return
    name = _name_after(s, noun)
    if name is None:
        return
    edge = s.subtree(name)[0]
    words = [i for i in phrase_tokens(s, noun) if i < edge]
    if len(words) == 1 or s[words[0]].pos in {"ADP", "SCONJ"}:
        return
    if len(words) == 2 and s.kid(noun, "det") is not None:  # noqa: PLR2004 - "the god X"
        return
    if s[name].entity != "PERSON" and (
        s.kid(noun, "det") is not None or not any(s[i].pos == "PROPN" for i in words)
    ):
        return
    yield Hidden(
        head=noun, subject=noun_phrase(s, name), only=frozenset(words),
        article=_article(s, noun, words),
    )  # fmt: skip


def _name_after(s: Sentence, noun: int) -> int | None:
    """Return the name that follows a noun without a comma."""
    dep = s[noun].dep
    beside = [c for c in s.children[s[noun].head] if c > noun and s[c].dep == dep]
    named = [*s.kids(noun, "appos"), *beside]
    below = s.subtree(noun) if named else []
    for child in named:
        edge = s.subtree(child)[0]
        between = range(noun + 1, edge)
        if child < noun or any(s[i].pos == "PUNCT" or i not in below for i in between):
            continue
        if edge > noun + 1 and s[noun].lower not in OFFICES:
            continue  # the name may belong to what stands between
        is_name = s[child].pos == "PROPN" or s[child].entity
        if is_name and s[edge].text[:1].isupper() and s[edge - 1].pos != "PUNCT":
            return child
    return None


def _article(s: Sentence, noun: int, words: list[int]) -> tuple[Word, ...]:
    """Return the article that a description needs when it stands alone."""
    if s[noun].pos != "NOUN" or s[noun].text[:1].isupper() or s.kids(noun, "det", "nmod:poss"):
        return ()
    if s[noun].lower in OFFICES and len(words) > 1:
        return ()
    first = s[words[0]].text
    return (Word("the" if first.lower() in _SINGLE else _indefinite(first)),)


def _indefinite(word: str) -> str:
    """Return "a" or "an", by how a word begins when it is spoken."""
    if len(word) > 1 and word.isupper():
        return "an" if word[0] in _SPELLED_WITH_VOWEL else "a"
    lower = word.lower()
    return "an" if lower[:1] in "aeiou" and not lower.startswith(_SOUNDS_LIKE_YOU) else "a"


def called(s: Sentence, noun: int, child: int) -> Iterator[Hidden]:
    """Read "a student named X" as "X is a student"."""
    name = s.kid(child, "xcomp", "obj")
    if s[child].lemma not in _NAMING or name is None or s[name].pos != "PROPN":
        return
    if s[noun].has("Number", "Plur") or s.kid(noun, "det") is None or name != child + 1:
        return
    below = set(s.subtree(child))
    words = frozenset(i for i in phrase_tokens(s, noun) if i not in below)
    if len(words) == 2 and s[noun].lemma in _ANYBODY:  # noqa: PLR2004 - "a woman"
        return
    yield Hidden(head=noun, subject=noun_phrase(s, name), only=words)


def origin(s: Sentence, noun: int, child: int) -> Iterator[Hidden]:
    """Read "X, of the University of Y, ..." as "X is of the University of Y"."""
    if is_origin(s, noun, child):
        yield Hidden(head=child, subject=noun_phrase(s, noun), cut=with_commas(s, child))
