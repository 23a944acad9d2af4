"""Differences: what two claims do not share, sorted by what it means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from claimledger.matching.english import DIRECTIONS, LIGHT, OPPOSITES
from claimledger.matching.lists import words_in
from claimledger.matching.readings import Reading
from claimledger.matching.terms import stem
from claimledger.matching.tokens import Sort, Token, bare


class Kind(StrEnum):
    """What it means that two claims differ in some words."""

    NAME = "name"
    DATE = "date"
    NEGATION = "negation"
    CONTRARY = "contrary"
    NUMBER = "number"
    WORDING = "wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Why two claims do not say the same."""

    reasons: tuple[tuple[Kind, str], ...]
    alike: float
    """The share of words in both claims, from 0 to 1, without those that differ for a reason."""

    def of(self, kind: Kind) -> list[str]:
        """Return the reasons of one kind."""
        return [reason for of, reason in self.reasons if of is kind]


def _by_root() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, others in OPPOSITES.items():
        found[stem(word)].update(map(stem, others))
    return {root: frozenset(others) for root, others in found.items()}


_CONTRARY: Final = _by_root()
_PREFIXES: Final = words_in("un in im il ir dis non anti mis")
_SHORTEST: Final = 4
_TOLD: Final = 3
"""Words that one claim has alone and that are told: more say no more."""


def differences(ours: Reading, theirs: Reading) -> Differences:
    """Sort out what two claims that do not say the same differ in."""
    here, there = _content(ours), _content(theirs)
    common = Counter(map(_root, here)) & Counter(map(_root, there))
    shared = sum(common.values())
    ours_left, theirs_left = _left(here, common), _left(there, common)
    reasons: list[tuple[Kind, str]] = []
    for kind, is_pair in (
        (Kind.CONTRARY, _are_contrary),
        (Kind.NEGATION, _both(Sort.DENIAL)),
        (Kind.NUMBER, _both(Sort.NUMBER)),
        (Kind.NUMBER, _both(Sort.AMOUNT)),
        (Kind.NUMBER, _are_amounts),
        (Kind.DATE, _both(Sort.DATE)),
        (Kind.NAME, _are_names),
    ):
        pairs = list(_paired(ours_left, theirs_left, is_pair))
        if kind is Kind.NAME and pairs:
            here_told, there_told = (_named(tokens) for tokens in zip(*pairs, strict=True))
            reasons.append((kind, f"{here_told} here, {there_told} there"))
        else:
            # "never" for "not" denies as much
            told = Kind.WORDING if kind is Kind.NEGATION else kind
            reasons += [(told, f"{_quoted(a)} here, {_quoted(b)} there") for a, b in pairs]
    for left, where in ((ours_left, "here"), (theirs_left, "there")):
        for kind, sort in ((Kind.NEGATION, Sort.DENIAL), (Kind.NUMBER, Sort.AMOUNT)):
            for token in [token for token in left if token.sort is sort]:
                left.remove(token)
                reasons.append((kind, f"{_quoted(token)} {where} alone"))
    extra = len(ours_left) + len(theirs_left)
    alike = 2 * shared / (2 * shared + extra) if shared else 0.0
    if swapped := _swapped(here, there, common):
        reasons.append(swapped)
    reasons += _wordings(ours_left, theirs_left)
    if not reasons:
        reasons += _small_words(ours, theirs)
    return Differences(reasons=tuple(reasons), alike=alike)


def _content(reading: Reading) -> list[Token]:
    silent = {Sort.FUNCTION, Sort.PAUSE}
    return [t for t in reading.tokens if t.sort not in silent and t.key not in LIGHT]


def _root(token: Token) -> str:
    if token.key[:1] in "#@" or "-" in token.key:
        return token.key
    return stem(DIRECTIONS.get(token.key, bare(token.key)))


def _left(tokens: Iterable[Token], common: Counter[str]) -> list[Token]:
    """Return the tokens that the other claim lacks."""
    rest, left = Counter(common), []
    for token in tokens:
        if rest[_root(token)]:
            rest[_root(token)] -= 1
        else:
            left.append(token)
    return left


def _paired(
    ours: list[Token], theirs: list[Token], is_pair: Callable[[Token, Token], bool]
) -> Iterable[tuple[Token, Token]]:
    """Take out of both what stands for each other, in order."""
    for one in list(ours):
        other = next((token for token in theirs if is_pair(one, token)), None)
        if other is not None:
            ours.remove(one)
            theirs.remove(other)
            yield one, other


def _both(sort: Sort) -> Callable[[Token, Token], bool]:
    return lambda one, other: one.sort is sort and other.sort is sort


def _are_amounts(one: Token, other: Token) -> bool:
    amounts = {Sort.NUMBER, Sort.AMOUNT}
    if Sort.NUMBER in {one.sort, other.sort} and Sort.DATE in {one.sort, other.sort}:
        return True
    return one.sort in amounts and other.sort in amounts


def _are_names(one: Token, other: Token) -> bool:
    return _may_be_name(one) and _may_be_name(other)


def _may_be_name(token: Token) -> bool:
    return token.sort is Sort.NAME or (token.opens and token.sort is Sort.WORD)


def _are_contrary(one: Token, other: Token) -> bool:
    if _said_root(other) in _CONTRARY.get(_said_root(one), ()):
        return True
    shorter, longer = sorted((one.key, other.key), key=len)
    prefix = longer.removesuffix(shorter)
    return len(shorter) >= _SHORTEST and prefix != longer and prefix in _PREFIXES


@lru_cache(maxsize=1024)
def _said_root(token: Token) -> str:
    """Return the root of a token as it is written: "first" is a number too."""
    return stem(token.key if token.sort is Sort.AMOUNT else bare(token.written))


def _swapped(
    here: Sequence[Token], there: Sequence[Token], common: Counter[str]
) -> tuple[Kind, str] | None:
    """Return the reason where both claims have the same words in another order."""
    once = {root for root, count in common.items() if count == 1}
    ours = [token for token in here if _root(token) in once]
    theirs = [token for token in there if _root(token) in once]
    if list(map(_root, ours)) == list(map(_root, theirs)) or len(ours) != len(theirs):
        return None
    for kind, is_such in (
        (Kind.NAME, _may_be_name),
        (Kind.NUMBER, lambda token: token.sort is Sort.NUMBER),
        (Kind.WORDING, lambda token: token.sort is not Sort.PAUSE),
    ):
        one, other = (list(filter(is_such, tokens)) for tokens in (ours, theirs))
        if list(map(_root, one)) != list(map(_root, other)):
            return kind, f"another order: {_named(one)} here, {_named(other)} there"
    return None


def _wordings(ours: Sequence[Token], theirs: Sequence[Token]) -> list[tuple[Kind, str]]:
    here = f"{_named(ours)} here" if ours else ""
    there = f"{_named(theirs)} there" if theirs else ""
    alone = "" if here and there else " alone"
    told = ", ".join(part for part in (here, there) if part)
    return [(Kind.WORDING, told + alone)] if told else []


def _small_words(ours: Reading, theirs: Reading) -> list[tuple[Kind, str]]:
    """Tell the words that hold the sentences together, where nothing else differs."""
    here = [t for t in ours.tokens if t.key in ours.statement]
    there = [t for t in theirs.tokens if t.key in theirs.statement]
    common = Counter(t.key for t in here) & Counter(t.key for t in there)

    def left(tokens: Sequence[Token]) -> list[Token]:
        rest = Counter(common)
        rest.subtract(t.key for t in tokens)
        return [t for t in tokens if rest[t.key] < 0]

    found = _wordings(left(here), left(there))
    return found or [(Kind.WORDING, "in another order")]


def _named(tokens: Iterable[Token]) -> str:
    written = [token.written for token in tokens]
    more = " …" if len(written) > _TOLD else ""
    return f"“{' '.join(written[:_TOLD])}{more}”"


def _quoted(token: Token) -> str:
    return token.written if token.sort in {Sort.NUMBER, Sort.DATE} else f"“{token.written}”"
