"""Which claims are looked at for a text, in ledgers small and large."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from claimledger.store import connections
from claimledger.store.similar import candidates

Filled: TypeAlias = Callable[[Sequence[str]], sqlite3.Connection]


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Filled]:
    """Return a function that makes a ledger of claims and opens it to read alone."""
    opened: list[sqlite3.Connection] = []

    def fill(texts: Sequence[str]) -> sqlite3.Connection:
        path = tmp_path / "ledger.db"
        with closing(connections.create(path)) as ledger:
            put_claims(ledger, texts)
        opened.append(connections.open_for_reading(path))
        return opened[-1]

    yield fill
    for connection in opened:
        connection.close()


def put_claims(ledger: sqlite3.Connection, texts: Sequence[str]) -> None:
    ledger.execute(
        "INSERT INTO articles (number, id, title, source, published, published_guessed, language,"
        " media_type, added_by, added_at, text)"
        " VALUES (1, 'a', 'A', 'a.txt', '2024-03-01', 0, 'en', 'text/plain', 'Ana', '2024', 't')"
    )
    for key, text in enumerate(texts, start=1):
        ledger.execute(
            "INSERT INTO claims (key, id, article, number, text, quote, speaker, kind, checkable,"
            " checkworthiness, reasons, needs_context)"
            " VALUES (?, ?, 1, ?, ?, '', 'Ana', 'fact', 1, 50, '[]', 0)",
            (key, f"id{key}", key, text),
        )
        ledger.execute(
            "INSERT INTO claims_fts (rowid, text, speaker) VALUES (?, ?, 'Ana')", (key, text)
        )


def keys(sql: sqlite3.Connection, text: str, **options: Any) -> list[int]:
    return [claim.key for claim in candidates(sql, text, **options).claims]


def test_the_claims_that_share_most_come_first(filled: Filled) -> None:
    sql = filled(
        ["The bridge is old.", "The Alder bridge is old.", "The Alder bridge fell.", "It rained."]
    )

    assert keys(sql, "The Alder bridge has fallen") == [3, 2, 1]


def test_a_word_is_found_in_its_other_forms(filled: Filled) -> None:
    sql = filled(["Crime rose.", "Crimes were rising.", "Three dogs bit 3 cats.", "Café prices."])

    assert sorted(keys(sql, "a crime")) == [1, 2]
    assert sorted(keys(sql, "risen")) == [1, 2]
    assert keys(sql, "3 dogs") == [3]
    assert keys(sql, "the cafes") == [4]


def test_a_number_is_found_in_both_spellings_and_as_a_whole(filled: Filled) -> None:
    sql = filled(["It cost 3,400 crowns.", "Of 3400 crowns.", "Chapter 3, page 400.", "3.4%"])

    assert keys(sql, "3,400") == keys(sql, "3400") == [1, 2]
    assert keys(sql, "3.4") == [4]
    assert keys(sql, "340") == []


@pytest.mark.parametrize(
    "text", ["", "the of and", "zzyzx", '"', 'a" OR b', "text : x", "*", "漢字"]
)
def test_what_no_claim_shares_or_no_query_may_hold_finds_nothing(filled: Filled, text: str) -> None:
    assert keys(filled(["Crime rose in Leeds."]), text) == []


def test_a_speaker_is_no_word_of_the_claim(filled: Filled) -> None:
    assert keys(filled(["Crime rose."]), "Ana") == []


def test_an_empty_ledger_has_no_candidates(filled: Filled) -> None:
    assert keys(filled([]), "Crime rose.") == []


def test_retracted_claims_and_those_left_out_are_none(tmp_path: Path) -> None:
    with closing(connections.create(tmp_path / "ledger.db")) as sql:
        put_claims(sql, ["Crime rose."] * 4)
        for key, status in ((1, "retracted"), (2, "checked"), (3, "disputed")):
            sql.execute("UPDATE claims SET status = ? WHERE key = ?", (status, key))

        assert keys(sql, "crime") == [2, 3, 4]
        assert keys(sql, "crime", decided=True) == [2, 3]
        assert keys(sql, "crime", exclude=("id2",)) == [3, 4]


def test_decided_claims_are_found_behind_any_number_of_open_ones(tmp_path: Path) -> None:
    with closing(connections.create(tmp_path / "ledger.db")) as sql:
        put_claims(sql, ["Crime rose in Leeds."] * 50 + ["Crime fell."])
        sql.execute("UPDATE claims SET status = 'settled' WHERE key = 51")

        found = candidates(sql, "Crime rose in Leeds", decided=True, most=5)

    assert [claim.key for claim in found.claims] == [51]


def test_no_more_of_the_index_is_read_than_the_budget_allows(filled: Filled) -> None:
    sql = filled(["Crime rose."] * 40 + ["Crime fell in Leeds."])

    assert keys(sql, "crime in Leeds", budget=10) == [41]
    assert len(keys(sql, "crime", budget=10)) == 41  # the rarest term is read whatever it takes
    assert len(keys(sql, "crime in Leeds", budget=100, most=7)) == 7


def test_a_claim_of_nothing_but_common_words_is_found_among_all_that_have_one(
    filled: Filled,
) -> None:
    sql = filled([*["Crime rose."] * 30, *["Taxes fell."] * 20, "Crime fell.", *["Crime."] * 30])

    assert keys(sql, "crime fell", budget=10, most=1) == [51]


def test_the_rarer_a_term_is_the_more_it_weighs(filled: Filled) -> None:
    found = candidates(filled(["Crime rose."] * 9 + ["Leeds."]), "crime in Leeds in Zzyzx")

    assert found.rarities["crim"] < found.rarities["leed"] < found.rarities["zzyzx"]


def test_a_candidate_says_what_comparing_needs(filled: Filled) -> None:
    [claim] = candidates(filled(["Crime rose."]), "crime").claims

    assert claim == (1, "id1", 1, "Crime rose.", "Ana", "2024-03-01", "en")


def test_a_connection_that_only_reads_still_only_reads(filled: Filled) -> None:
    sql = filled(["Crime rose."])
    assert keys(sql, "crime") == keys(sql, "crime") == [1]

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        sql.execute("DELETE FROM claims")


def test_a_ledger_in_a_folder_that_cannot_be_written_to_is_searched(
    filled: Filled, tmp_path: Path
) -> None:
    filled(["Crime rose."]).close()
    tmp_path.chmod(0o500)
    try:
        with closing(connections.open_for_reading(tmp_path / "ledger.db")) as sql:
            assert keys(sql, "crime") == [1]
    finally:
        tmp_path.chmod(0o700)


def test_a_search_within_a_transaction_leaves_it_open(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with closing(connections.create(path)) as sql:
        with connections.write(sql, path):
            put_claims(sql, ["Crime rose."])
            assert keys(sql, "crime") == [1]
        assert keys(sql, "crime") == [1]
