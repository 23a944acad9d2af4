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
    done = run("add", "bridge.txt", "--author", "A desk", "--published", "2026-11-02", "-f", "json")
    [article] = json.loads(done.out)
    claims = json.loads(run("report", "--format", "json").out)

    assert "Made a new ledger" in done.err
    assert article["title"] == "Bridge reopens"
    assert (article["author"], article["published"]) == ("A desk", "2026-11-02")
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
        *("source", "id", "text", "quote", "spans", "sentence", "speaker", "speaker_span", "cue"),
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
