"""How well earlier claims are found, beside plain BM25, and how long one search takes.

``python benchmarks/matching.py FOLDER``: FOLDER holds ``queries.tsv`` (id, post),
``verified_claims.tsv`` (id, claim, title) and ``qrels.tsv`` (query, 0, claim, 1), the first
two under a line of headings: the layout of shared tasks on claims that were checked before.
A ledger's database is made of the claims and searched as ``match`` does. BM25 is the
textbook's, over the same texts, its words in small letters and web addresses left out.
"""

from __future__ import annotations

import argparse
import csv
import math
import re
import sqlite3
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

from claimledger.ledger.precedents import precedents
from claimledger.store import connections, sight

FIRST = 5
Answers: TypeAlias = Mapping[str, set[str]]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--first", type=int, default=None, help="ask so many queries alone")
    parser.add_argument(
        "--without-titles", action="store_true", help="search the claims without their titles"
    )
    options = parser.parse_args()
    claims = {
        row[0]: " ".join(row[1:2] if options.without_titles else row[1:])
        for row in rows_of(options.folder / "verified_claims.tsv")
    }
    queries = {row[0]: row[1] for row in rows_of(options.folder / "queries.tsv")}
    queries = dict(list(queries.items())[: options.first])
    answers: defaultdict[str, set[str]] = defaultdict(set)
    for line in (options.folder / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        query, _, claim, is_right = line.split("\t")
        if is_right != "0":
            answers[query].add(claim)
    print(f"{len(queries)} queries, {len(claims)} claims")
    told("BM25", plain_bm25(claims), queries, answers)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        with closing(connections.create(path)) as ledger:
            fill(ledger, claims)
        with closing(connections.open_for_reading(path)) as ledger:
            sight.see_as(ledger, "")

            def ours(query: str) -> list[str]:
                return [one.claim.id for one in precedents(ledger, query, limit=FIRST)]

            told("match", ours, queries, answers)


def rows_of(path: Path) -> list[list[str]]:
    """Return the rows of a table, without its headings."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def fill(ledger: sqlite3.Connection, claims: Mapping[str, str]) -> None:
    """Put claims into an empty ledger's tables and index, as one article's."""
    with connections.write(ledger, connections.path_of(ledger)):
        ledger.execute(
            "INSERT INTO articles (number, id, title, source, published_guessed, language, "
            "media_type, added_by, added_at, text) "
            "VALUES (1, 'a', 'Claims', 'claims.tsv', 0, 'en', 'text/plain', 'n', '2020', 't')"
        )
        for key, (own, text) in enumerate(claims.items(), start=1):
            ledger.execute(
                "INSERT INTO claims (key, id, article, number, text, quote, kind, checkable, "
                "checkworthiness, reasons, needs_context) "
                "VALUES (?, ?, 1, ?, ?, '', 'fact', 1, 50, '[]', 0)",
                (key, own, key, text),
            )
            ledger.execute("INSERT INTO claims_fts (rowid, text) VALUES (?, ?)", (key, text))


def plain_bm25(claims: Mapping[str, str]) -> Callable[[str], list[str]]:
    """Return a search by Okapi BM25, k1 = 1.5 and b = 0.75, over all words as they are."""
    k1, b = 1.5, 0.75
    counts = {own: Counter(words_of(text)) for own, text in claims.items()}
    lengths = {own: sum(count.values()) for own, count in counts.items()}
    usual = sum(lengths.values()) / len(lengths)
    having: defaultdict[str, list[str]] = defaultdict(list)
    for own, count in counts.items():
        for word in count:
            having[word].append(own)

    def search(query: str) -> list[str]:
        scores: defaultdict[str, float] = defaultdict(float)
        for word in set(words_of(query)):
            found = len(having[word])
            rarity = math.log(1 + (len(claims) - found + 0.5) / (found + 0.5))
            for own in having[word]:
                count = counts[own][word]
                length = k1 * (1 - b + b * lengths[own] / usual)
                scores[own] += rarity * count * (k1 + 1) / (count + length)
        return sorted(scores, key=lambda own: -scores[own])[:FIRST]

    return search


def words_of(text: str) -> list[str]:
    """Return the words of a text, without web addresses."""
    without = re.sub(r"(?:https?://|www\.)\S+|pic\.twitter\.com/\w+", " ", text)
    return re.findall(r"\w+", without.lower())


def told(
    name: str, search: Callable[[str], list[str]], queries: Mapping[str, str], answers: Answers
) -> None:
    """Ask every query, and print MAP@5, P@1 and the time of one search."""
    found: dict[str, list[str]] = {}
    times = []
    for query, text in queries.items():
        begun = time.perf_counter()
        found[query] = search(text)
        times.append(1000 * (time.perf_counter() - begun))
    times.sort()
    middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
    for part, asked in parts_of(found).items():
        mean = sum(precision(found[q], answers[q]) for q in asked) / len(asked)
        first = sum(found[q][:1] != [] and found[q][0] in answers[q] for q in asked) / len(asked)
        print(f"{name:6} {part:5} MAP@5 {mean:.3f}  P@1 {first:.3f}")
    print(f"{name:6} ms a query: {middle:.1f} in the middle, {late:.1f} for the slowest twentieth")


def parts_of(queries: Mapping[str, object]) -> dict[str, list[str]]:
    """Return all queries, and those in even and in odd places, which show chance."""
    asked = list(queries)
    parts = {"all": asked, "even": asked[::2], "odd": asked[1::2]}
    return {part: found for part, found in parts.items() if found}


def precision(found: Sequence[str], right: set[str]) -> float:
    """Return the average precision of the first answers."""
    hits, total = 0, 0.0
    for place, own in enumerate(found[:FIRST], start=1):
        if own in right:
            hits += 1
            total += hits / place
    return total / min(FIRST, len(right)) if right else 0.0


if __name__ == "__main__":
    main()
