"""Where the splitter differs from annotators, by cause.

``python benchmarks/splitting.py ARTICLES GOLD [--model FOLDER]``: ARTICLES is a folder of
``*.txt``, GOLD one of ``*.jsonl`` with a ``text`` for each claim, by the same names. For
each article it prints the gold claims missed, the claims invented, and the near misses
with the words that differ, each with a guess at its cause; then a table of causes over
all articles.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimledger.splitting.run import split

SAME = 0.8
"""Content-word F1 from which two claims count as the same."""
NEAR = 0.5
"""Content-word F1 from which a claim counts as a near miss."""

_FUNCTION_WORDS = frozenset(
    "a an the of to in on at by for with from as and or but that which who whom whose is are was "  # noqa: SIM905 - a word list
    "were be been being has have had do does did will would it its this these those there".split()
)
_PRONOUNS = frozenset(
    "i we he she it they him her them his its their our my you your us me".split()  # noqa: SIM905
)
_RELATIVES = frozenset(["which", "who", "whom", "whose", "where", "that"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A gold claim and the predicted claim nearest to it, if any is near."""

    gold: str | None
    predicted: str | None
    score: float


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", type=Path)
    options = parser.parse_args()
    causes: Counter[str] = Counter()
    found = predicted = wanted = 0
    for article in sorted(options.articles.glob("*.txt")):
        lines = (options.gold / f"{article.stem}.jsonl").read_text(encoding="utf-8").splitlines()
        gold = [json.loads(line)["text"] for line in lines if line.strip()]
        claims = [c.text for c in split(article.read_text(encoding="utf-8"), model=options.model)]
        pairs = list(paired(gold, claims))
        print(f"\n# {article.stem}")
        for pair in pairs:
            if pair.score < SAME:
                causes[cause_of(pair)] += 1
                print(told(pair))
        found += sum(pair.score >= SAME for pair in pairs)
        predicted, wanted = predicted + len(claims), wanted + len(gold)
    print("\ncause            differences")
    for cause, number in causes.most_common():
        print(f"{cause:<16} {number:>11}")
    if predicted and wanted:
        precision, recall = found / predicted, found / wanted
        f1 = 2 * precision * recall / (precision + recall or 1)
        print(f"\nprecision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


def paired(gold: Sequence[str], claims: Sequence[str]) -> Iterator[Pair]:
    """Pair claims one to one, the most alike first; then what is left on either side."""
    scores = sorted(
        ((likeness(g, c), -i, -j) for i, g in enumerate(gold) for j, c in enumerate(claims)),
        reverse=True,
    )
    left, right = set(range(len(gold))), set(range(len(claims)))
    for score, i, j in scores:
        if score >= NEAR and -i in left and -j in right:
            left.remove(-i)
            right.remove(-j)
            yield Pair(gold=gold[-i], predicted=claims[-j], score=score)
    yield from (Pair(gold=gold[i], predicted=None, score=0) for i in sorted(left))
    yield from (Pair(gold=None, predicted=claims[j], score=0) for j in sorted(right))


def likeness(one: str, other: str) -> float:
    """Return the F1 of two claims' content words, each counted as often as it stands."""
    a, b = Counter(_content(one)), Counter(_content(other))
    shared = (a & b).total()
    return 2 * shared / (a.total() + b.total()) if shared else 0.0


def cause_of(pair: Pair) -> str:  # noqa: PLR0911 - one cause after the other
    """Guess why a pair differs, from the words that only one side has."""
    if pair.gold is None:
        return "invented"
    if pair.predicted is None:
        return "missed"
    more, less = _difference(pair.predicted, pair.gold), _difference(pair.gold, pair.predicted)
    if set(more) & _PRONOUNS or set(less) & _PRONOUNS:
        return "pronoun"
    if more and less and _names(pair.gold, less):
        return "short name"
    longer = more if len(more) > len(less) else less
    if set(longer) & _RELATIVES:
        return "relative"
    if set(longer) & {"and", "or", "but"}:
        return "coordination"
    if set(longer) & {"say", "said", "says", "according", "told", "announced"}:
        return "attribution"
    if any(word.endswith(("ing", "ed")) for word in longer):
        return "participle"
    return "short name" if _names(pair.gold + pair.predicted, longer) else "boundary"


def told(pair: Pair) -> str:
    """Return the lines that show a pair."""
    if pair.gold is None:
        return f"invented  {pair.predicted}"
    if pair.predicted is None:
        return f"missed    {pair.gold}"
    more = " ".join(_difference(pair.predicted, pair.gold)) or "-"
    less = " ".join(_difference(pair.gold, pair.predicted)) or "-"
    return (
        f"near {pair.score:.2f} {cause_of(pair)}\n  gold {pair.gold}\n  ours {pair.predicted}\n"
        f"  only gold: {less} · only ours: {more}"
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+(?:[-'\u2019]\w+)*", text.lower())


def _content(text: str) -> list[str]:
    return [word for word in _words(text) if word not in _FUNCTION_WORDS]


def _difference(one: str, other: str) -> list[str]:
    rest = Counter(_words(other))
    only = []
    for word in _words(one):
        if rest[word]:
            rest[word] -= 1
        else:
            only.append(word)
    return only


def _names(text: str, words: Sequence[str]) -> bool:
    capitals = {word.lower() for word in re.findall(r"\b[A-Z]\w+", text[1:])}
    return bool(capitals & set(words))


if __name__ == "__main__":
    main()
