from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.domain.claims import Claim
from claimledger.domain.records import ArticleReport, ClaimRecord
from claimledger.formats import (
    ARTICLES,
    CLAIMS,
    EVIDENCE,
    FORMATS,
    LOG,
    SCALES,
    SPLIT,
    Column,
    Listing,
    Record,
    article_object,
    claim_object,
    evidence_object,
    json_text,
    split_object,
    write_object,
)
from claimledger.formats.listings import POLICY

WORDS = Listing(
    key="text",
    columns=(Column("n", lambda record: record["n"]), Column("text", lambda r: r["text"])),
    brief=("text",),
)
text = st.text(st.characters(), max_size=20) | st.sampled_from(
    [
        "=1+1",
        "\x1b[2J",
        "\x9b",
        "\u202e",
        "\ud800",
        "\ud83d\ude00",
        "a\tb",
        "\r",
        "\0",
        '"',
        "\u2028",
    ]
)


def written(name: str, *records: Record, listing: Listing = WORDS, raw: bool = False) -> str:
    stream = io.StringIO(newline="")
    FORMATS[name](records, stream, listing=listing, raw=raw)
    return stream.getvalue()


@pytest.mark.parametrize("name", FORMATS)
@given(words=st.lists(text, max_size=3))
def test_any_text_can_be_written_and_encoded(name: str, words: list[str]) -> None:
    records = [{"n": number, "text": word} for number, word in enumerate(words)]

    for raw in (False, True):
        output = written(name, *records, raw=raw)
        assert output.encode().decode() == output
        assert output == "" or output.endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
@given(word=text)
def test_nothing_that_a_terminal_obeys_gets_through(name: str, word: str) -> None:
    output = written(name, {"n": 1, "text": word})

    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", output
    )


@given(words=st.lists(st.text(), max_size=4))
def test_json_reads_back_what_was_written(words: list[str]) -> None:
    records: list[Record] = [{"n": number, "text": word} for number, word in enumerate(words)]

    lines = written("jsonl", *records).splitlines()

    assert json.loads(written("json", *records)) == records
    assert [json.loads(line) for line in lines] == records


def test_json_keeps_letters_of_every_script() -> None:
    assert json_text("Zürich 東京 القاهرة") == '"Zürich 東京 القاهرة"'
    assert json_text("half \ud83d") == '"half \\ud83d"'


def test_json_of_one_record_is_an_object() -> None:
    stream = io.StringIO()

    write_object({"a": [1]}, stream)

    assert json.loads(stream.getvalue()) == {"a": [1]}


def test_json_of_nothing_is_an_empty_array() -> None:
    assert written("json") == "[]\n"
    assert written("jsonl") == ""


@pytest.mark.parametrize("start", [*"=+-@\t\r\n\0", "＝", "\x1b[31m=", "\u202e="])
@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_a_cell_cannot_begin_a_formula(name: str, start: str) -> None:
    [_, [_, cell]] = rows(written(name, {"n": -1, "text": f"{start}cmd|' /C calc'!A0"}), name)

    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝"))


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_a_negative_number_stays_a_number(name: str) -> None:
    assert rows(written(name, {"n": -1, "text": "-1"}), name)[1] == ["-1", "'-1"]


@pytest.mark.parametrize("name", ["csv", "tsv"])
@given(words=st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4))
def test_raw_rows_read_back_what_was_written(name: str, words: list[str]) -> None:
    output = written(name, *({"n": 1, "text": word} for word in words), raw=True)

    assert rows(output, name) == [["n", "text"], *(["1", word] for word in words)]


def test_line_breaks_and_separators_stay_inside_a_cell_of_csv() -> None:
    word = 'one\ntwo,\tthree "four"'

    assert rows(written("csv", {"n": 1, "text": word}), "csv") == [["n", "text"], ["1", word]]


@given(words=st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4))
def test_every_record_of_tsv_is_one_line_of_as_many_cells(words: list[str]) -> None:
    lines = written("tsv", *({"n": 1, "text": word} for word in words)).split("\n")

    assert len(lines) == len(words) + 2
    assert [line.count("\t") for line in lines] == [1] * (len(words) + 1) + [0]
    assert "\r" not in "".join(lines)


def test_a_line_break_in_a_cell_of_tsv_becomes_a_space() -> None:
    word = 'one\r\ntwo,\tthree "four"'

    assert rows(written("tsv", {"n": 1, "text": word}), "tsv")[1] == ["1", 'one two, three "four"']


def rows(output: str, name: str) -> list[list[str]]:
    return list(
        csv.reader(io.StringIO(output, newline=""), delimiter={"csv": ",", "tsv": "\t"}[name])
    )


def test_the_columns_of_claims_are_a_contract(claim: ClaimRecord) -> None:
    [heading, row] = rows(written("csv", claim_object(claim), listing=CLAIMS), "csv")

    assert dict(zip(heading, row, strict=True)) == {
        "ref": "3.2",
        "id": "a" * 64,
        "article": "b" * 64,
        "text": "Half of all crossings left late.",
        "quote": "Half of all crossings left late",
        "spans": "[[0, 31]]",
        "sentence": "[0, 48]",
        "speaker": "the mayor",
        "speaker_span": "[33, 42]",
        "attribution_span": "[33, 47]",
        "cue": "say",
        "kind": "quantity",
        "checkable": "true",
        "checkworthiness": "0.92",
        "reasons": "a share of a whole; past fact",
        "needs_context": "false",
        "status": "checked",
        "verdict": "False",
        "reviewers": "Ana Sousa <ana@desk.example>",
        "because": "The log has 12%.\n\n1. It counts *every* departure.",
        "decided": "2024-03-04T09:12:44.120Z",
        "supports": "0",
        "refutes": "1",
        "context": "0",
        "edited": "false",
        "retracted_because": "",
        "version": "1",
        "outdated": "false",
        "published": "false",
        "challenged": "false",
        "spoken": "1",
        "needed": "1",
        "hidden": "false",
        "tags": "",
        "assigned": "",
        "merged_into": "",
        "part_of": "",
    }


def test_a_row_of_a_disputed_claim_names_who_said_what(claim: ClaimRecord) -> None:
    old, new = claim.verdicts
    verdicts = (replace(old, standing=True, reviewer="Ben"), new)
    disputed = replace(claim, verdicts=verdicts, rating=None)

    [heading, row] = rows(written("csv", claim_object(disputed), listing=CLAIMS), "csv")

    assert row[heading.index("verdict")] == "True (Ben); False (Ana Sousa)"


def test_the_columns_of_evidence_are_a_contract(claim: ClaimRecord) -> None:
    records = [evidence_object(evidence) for evidence in claim.evidence]

    [heading, page, withdrawn] = rows(written("csv", *records, listing=EVIDENCE), "csv")

    assert dict(zip(heading, page, strict=True)) == {
        "ref": "3.2.1",
        "id": "d" * 64,
        "claim": "a" * 64,
        "source": "https://port.example/log(2023)",
        "stance": "refutes",
        "url": "https://port.example/log(2023)",
        "title": "Departures [2023] | the log",
        "author": "",
        "published": "2024-01-15",
        "guessed": "published",
        "quotes": "12% of trips",
        "quote_results": "found",
        "media_type": "text/html",
        "raw": "9f2c" * 16,
        "retrieved": "2024-03-03T16:20:05.000Z",
        "final_url": "https://port.example/log",
        "status": "200",
        "note": "",
        "attached_by": "Ben",
        "attached_at": "2024-03-03T16:21:00.000Z",
        "withdrawn_because": "",
        "copy_of": "",
        "checked_state": "",
        "checked_time": "",
        "checked_detail": "",
        "failing_since": "",
        "archived": "",
    }
    assert withdrawn[heading.index("withdrawn_because")] == "It is about buses."


def test_a_row_has_every_field_of_a_split_claim_and_of_an_article(
    split: Claim, report: ArticleReport
) -> None:
    read, article = split_object(split, "ferries.txt"), article_object(report.article)

    assert rows(written("csv", read, listing=SPLIT), "csv")[0] == list(read)
    assert rows(written("csv", article, listing=ARTICLES), "csv")[0] == list(article)


def test_ids_are_what_commands_take(claim: ClaimRecord, report: ArticleReport) -> None:
    assert written("ids", claim_object(claim), listing=CLAIMS) == "3.2\n"
    assert written("ids", article_object(report.article), listing=ARTICLES) == "3\n"


@pytest.mark.parametrize("listing", [ARTICLES, CLAIMS, EVIDENCE, LOG, POLICY, SCALES, SPLIT])
def test_the_brief_columns_are_columns(listing: Listing) -> None:
    assert [column.name for column in listing.brief_columns] == list(listing.brief)


@pytest.mark.parametrize("name", FORMATS)
def test_records_are_written_as_they_come(name: str) -> None:
    stream = io.StringIO()

    def records() -> Any:
        yield {"n": 1, "text": "first"}
        assert name == "markdown" or "first" in stream.getvalue()
        yield {"n": 2, "text": "second"}

    FORMATS[name](records(), stream, listing=WORDS)

    assert "second" in stream.getvalue()
