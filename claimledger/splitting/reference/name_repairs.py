"""Names that the parser took apart: put together again before the rules read the tree."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from claimledger.splitting.document import Sentence, rehung
from claimledger.splitting.english.given_names import FEMALE, MALE
from claimledger.splitting.english.nouns import NAMED_THINGS, NOT_PEOPLE
from claimledger.splitting.english.words import ANIMATE, OTHER_TITLES

_LONGEST = 4
_PLURAL = re.compile(r"[A-Z]{2,}s")
_OTHER_NAMES = frozenset({"ORG", "PLACE", "WORK", "EVENT"})
_WHOLE = frozenset({"nsubj", "obj", "obl", "nmod", "conj", "iobj", "root"})


def with_names_joined(s: Sentence) -> Sentence:
    """Hang the words of a person's name under its first, where the parser split them.

    A run of capitalized names counts as one person's when a title or a role stands before
    it, when it begins with a given name, or when the parser saw a person in most of it.
    """
    for start, end in list(_runs(s)):
        words = [i for i in range(start, end) if s[i].text != "-"]
        if not 1 < len(words) <= _LONGEST or not _is_person(s, words):
            continue
        s = _titled(_joined(s, start, end), start, end)
        tokens = list(s.tokens)
        for i in range(start, end):
            pos = "PROPN" if tokens[i].pos == "NOUN" else tokens[i].pos
            tokens[i] = replace(tokens[i], entity="PERSON", entity_start=i == start, pos=pos)
        s = replace(s, tokens=tuple(tokens))
    return s


def things_named(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the names that a storm, a mountain or a ship has somewhere in an article."""
    return frozenset(
        s[end - 1].text
        for s in sentences
        for start, end in _runs(s)
        if end - start == 2 and s[start].lower in NAMED_THINGS  # noqa: PLR2004 - kind and name
    )


def without_false_people(s: Sentence, things: Container[str] = ()) -> Sentence:
    """Take the label of a person from names that end or begin as other names do."""
    tokens = list(s.tokens)
    for start, end in _runs(s):
        labelled = [i for i in range(start, end) if s[i].entity == "PERSON"]
        other = s[end - 1].lower in NOT_PEOPLE or s[start].lower in NOT_PEOPLE
        if labelled and (other or s[end - 1].text in things):
            for i in labelled:
                tokens[i] = replace(tokens[i], entity="ORG")
    return replace(s, tokens=tuple(tokens)) if tokens != list(s.tokens) else s


def _runs(s: Sentence) -> Iterator[tuple[int, int]]:
    """Yield stretches of capitalized names without a mark between, hyphens apart."""
    i = 0
    while i < len(s.tokens):
        start = i
        while i < len(s.tokens) and (_is_name(s, i) or (i > start and _is_hyphen(s, i))):
            i += 1
        if i > start:
            yield start, i
        i = max(i, start + 1)


def _is_name(s: Sentence, i: int) -> bool:
    token = s[i]
    return token.pos == "PROPN" and token.text[:1].isupper() and not _is_role(s, i)


def _is_hyphen(s: Sentence, i: int) -> bool:
    """Tell whether a hyphen ties two parts of a name."""
    tied = s[i].text == "-" and not s[i].space_before and i + 1 < len(s.tokens)
    return tied and not s[i + 1].space_before and s[i + 1].text[:1].isupper()


def _is_role(s: Sentence, i: int) -> bool:
    return s[i].lower in OTHER_TITLES or s[i].lower in ANIMATE


def _is_person(s: Sentence, words: list[int]) -> bool:
    """Tell whether something shows that a run of names is a person's."""
    labels = [s[i].entity for i in words]
    if s[words[-1]].lower in NOT_PEOPLE or s[words[0]].lower in NOT_PEOPLE:
        return False
    if labels.count("PERSON") * 2 >= len(words):
        return not _OTHER_NAMES.intersection(labels)
    if words[0] > 0 and _is_role(s, words[0] - 1):
        return "ORG" not in labels
    given = s[words[0]].lower in MALE | FEMALE
    beside = any(s.label(i) == "conj" and s[s[i].head].entity == "PERSON" for i in words)
    return given and (beside or not _OTHER_NAMES.intersection(labels))


def with_plurals_marked(s: Sentence) -> Sentence:
    """Read an abbreviation with a small "s" as a noun in the plural, as in "CFCs"."""
    tokens = [
        replace(t, pos="NOUN", features={**t.features, "Number": "Plur"})
        if _PLURAL.fullmatch(t.text) and t.pos != "PROPN"
        else t
        for t in s.tokens
    ]
    return replace(s, tokens=tuple(tokens)) if tokens != list(s.tokens) else s


def _joined(s: Sentence, start: int, end: int) -> Sentence:
    """Hang the parts of a name that hang outside it under one of them."""
    outside = [i for i in range(start, end) if not start <= s[i].head < end or s[i].head == i]
    if len(outside) < 2:  # noqa: PLR2004 - one head, as it should be
        return s
    top = next((i for i in outside if s.label(i) in _WHOLE), outside[0])
    moves = {start: (s[top].head if s[top].head != top else start, s[top].dep)}
    for i in range(start + 1, end):
        moves[i] = (start, "punct" if s[i].text == "-" else "flat")
        for child in s.children[i]:
            if not start <= child < end:
                moves[child] = (start, s[child].dep)
    return rehung(s, moves)


def _titled(s: Sentence, start: int, end: int) -> Sentence:
    """Hang a role before a name under it, where both hang on one word alike."""
    head = next((i for i in range(start, end) if not start <= s[i].head < end), None)
    role = start - 1
    if head is None or role < 0 or not _is_role(s, role):
        return s
    if s[role].head != s[head].head or s.label(role) != s.label(head):
        return s
    moves = {role: (head, "nmod:desc")}
    moves |= {c: (head, s[c].dep) for c in s.kids(role, "det", "case")}
    return rehung(s, moves)
