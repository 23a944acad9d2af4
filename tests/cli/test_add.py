"""Adding articles, with the real splitter."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

ARTICLE = """Bridge reopens

The Alder Bridge reopened on Monday after repairs that cost 12 million euros.

"The work took nine months," said Maria Okoro, the city engineer. She added that
traffic had fallen by 40 percent.
"""


def test_an_article_becomes_claims_with_exact_quotes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE)
    done = run("add", "bridge.txt", "--author", "A desk", "--published", "2024-11-02", "-f", "json")
    [article] = json.loads(done.out)
    claims = json.loads(run("report", "--format", "json").out)

    assert "Made a new ledger" in done.err
    assert article["title"] == "Bridge reopens"
    assert (article["author"], article["published"]) == ("A desk", "2024-11-02")
    assert article["claims"] == len(claims) >= 3
    for claim in claims:
        assert claim["quote"] == " … ".join(ARTICLE[a:b] for a, b in claim["spans"])
    assert "Maria Okoro" in {claim["speaker"] for claim in claims}


def test_the_same_article_twice_adds_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE)
    (tmp_path / "copy.md").write_text("")
    run("add", "bridge.txt")
    size = len(run("log", "--format", "ids").out.split())
    again = run("add", "bridge.txt")

    assert again.code == 0
    assert "in the ledger already, as article 1" in again.err
    assert len(run("log", "--format", "ids").out.split()) == size


def test_split_prints_the_claims_that_add_would_keep(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    from_file = [json.loads(x) for x in run("split", "bridge.txt", "-f", "jsonl").out.splitlines()]
    from_pipe = [json.loads(x) for x in run("split", "-", "-f", "jsonl").out.splitlines()]
    assert not (tmp_path / "ledger.db").exists()
    run("add", "bridge.txt")
    kept = json.loads(run("report", "--format", "json").out)

    assert [c["id"] for c in from_file] == [c["id"] for c in from_pipe] == [c["id"] for c in kept]
    assert list(from_file[0]) == [
        *("source", "id", "text", "quote", "spans", "sentence", "speaker", "speaker_span"),
        *("attribution_span", "cue"),
        *("kind", "checkable", "checkworthiness", "reasons", "needs_context"),
    ]


def test_a_language_without_a_pipeline_gives_sentences_and_says_so(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "de.txt").write_text(
        "Die Brücke kostete 3 Millionen Euro. Sie ist seit Mai offen.\n"
    )
    done = run("split", "de.txt", "--language", "de", "-f", "jsonl")

    assert [json.loads(line)["text"] for line in done.out.splitlines()] == [
        "Die Brücke kostete 3 Millionen Euro.",
        "Sie ist seit Mai offen.",
    ]
    assert "sentence" in done.err


def test_what_was_added_is_told_though_a_later_source_fails(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE)
    done = run("add", "bridge.txt", "nowhere.txt", "-f", "json")

    assert done.code == 1
    assert [article["number"] for article in json.loads(done.out)] == [1]
    assert "There is no file nowhere.txt" in done.err


def test_a_changed_file_is_told_from_a_new_article(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE)
    run("add", "bridge.txt")
    (tmp_path / "bridge.txt").write_text(ARTICLE.replace("12 million", "14 million"))
    done = run("add", "bridge.txt")

    assert "Article 1 came from bridge.txt too" in done.err
    assert "claimledger add bridge.txt --updates 1" in done.err


def test_another_article_in_the_place_of_one_is_warned_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE)
    (tmp_path / "rain.txt").write_text("Rain fell in Spain in 2020. It cost 3 million euros.\n")
    run("add", "bridge.txt")
    other = run("add", "rain.txt", "--updates", "1")
    back = run("add", "bridge.txt", "--updates", "1")
    (tmp_path / "bridge.txt").write_text(ARTICLE.replace("12 million", "14 million"))
    changed = run("add", "bridge.txt", "--updates", "1")

    assert "Almost nothing of the earlier text is left" in other.err
    assert "Almost nothing" in back.err
    assert "Almost nothing" not in changed.err


@pytest.mark.parametrize(("format_", "heading"), [("csv", "source,id"), ("markdown", "| text")])
def test_several_files_are_split_into_one_list(
    run: Run, tmp_path: Path, format_: str, heading: str
) -> None:
    (tmp_path / "a.txt").write_text("The council spent 3 million euros on the bridge in 2019.")
    (tmp_path / "b.txt").write_text("Rain fell in Spain in 2020.")
    claims = json.loads(run("split", "a.txt", "b.txt", "-f", "json").out)

    assert [claim["source"] for claim in claims] == ["a.txt", "b.txt"]
    assert run("split", "a.txt", "b.txt", "-f", format_).out.count(heading) == 1
    explained = json.loads(run("split", "a.txt", "b.txt", "--explain", "-f", "json").out)
    assert {step["source"] for step in explained} == {"a.txt", "b.txt"}


def test_a_language_in_other_letters_is_the_same(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council spent 3 million euros on the bridge in 2019.")

    assert run("add", "a.txt", "--language", "EN", "-f", "json").code == 0
    assert json.loads(run("article", "list", "-f", "json").out)[0]["language"] == "en"
