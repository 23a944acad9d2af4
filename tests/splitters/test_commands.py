"""Choosing a splitter on the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimledger.cli.app import main
from claimledger.config.llm import VARIABLES
from claimledger.ledger import Ledger

Run = Callable[..., tuple[int, str, str]]

ARTICLE = "The Alder Bridge reopened on Monday.\n\nThe repairs cost 12 million euros.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``claimledger`` in a folder with an article; return exit code, output and notes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMLEDGER_REVIEWER", "First reader")
    (tmp_path / "bridge.txt").write_text(ARTICLE)

    def command(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["claimledger", *words])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        return (code, *capsys.readouterr())

    return command


@pytest.fixture
def setup(server: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Set up the model of a server that behaves in a named way."""

    def set_up(behaviour: str) -> None:
        monkeypatch.setenv(VARIABLES["base_url"], server.url(behaviour))
        monkeypatch.setenv(VARIABLES["model"], "qwen2.5-7b")

    return set_up


def splitters(path: Path) -> list[str]:
    with Ledger.open(path, read_only=True) as ledger:
        return [e.summary for e in ledger.log() if e.kind == "claims_split"]


@pytest.mark.parametrize("command", ["split", "add"])
def test_an_unknown_splitter_is_told_with_the_known_ones(
    run: Run, tmp_path: Path, command: str
) -> None:
    code, out, err = run(command, "bridge.txt", "--splitter", "oracle")

    assert (code, out) == (2, "")
    assert '"oracle" is no splitter.' in err
    assert "rules, llm" in err
    assert not (tmp_path / "ledger.db").exists()


@pytest.mark.parametrize("command", ["split", "add"])
def test_the_large_model_is_off_until_it_is_set_up(run: Run, tmp_path: Path, command: str) -> None:
    code, out, err = run(command, "bridge.txt", "--splitter", "llm")

    assert (code, out) == (2, "")
    assert "CLAIMLEDGER_LLM_BASE_URL" in err
    assert not (tmp_path / "ledger.db").exists()


def test_the_ledger_records_splitter_version_and_model(
    run: Run, setup: Callable[[str], None], tmp_path: Path
) -> None:
    setup("good")
    code, _, err = run("add", "bridge.txt", "--splitter", "llm")

    assert (code, "left out" in err) == (0, False)
    assert splitters(tmp_path / "ledger.db") == ["split: 2 claims by llm/1 qwen2.5-7b"]
    assert run("verify")[0] == 0


def test_when_the_model_fails_the_rules_split_and_are_recorded(
    run: Run, setup: Callable[[str], None], tmp_path: Path
) -> None:
    setup("unauthorized")
    code, _, err = run("add", "bridge.txt", "--splitter", "llm")

    assert code == 0
    assert "bridge.txt: The large model did not split this" in err
    assert "status 401" in err
    [summary] = splitters(tmp_path / "ledger.db")
    assert " by rules/" in summary


def test_split_prints_the_claims_and_tells_what_was_left_out(
    run: Run, setup: Callable[[str], None], server: Any
) -> None:
    setup("good")
    sound = {"text": "The repairs cost 12 million euros.", "quote": "repairs cost 12 million"}
    escaped = [{"text": "Bribe\x1b[31m.", "quote": "Bribe"}, {"text": "Bribe."}]
    turned = [{"text": f"Bribe\u202e {n} was paid.", "quote": f"Bribe {n}"} for n in range(30)]
    server.answers = [sound, *escaped, *turned]
    code, out, err = run("split", "bridge.txt", "--splitter", "llm", "--format", "jsonl")

    assert code == 0
    assert [json.loads(line)["quote"] for line in out.splitlines()] == ["repairs cost 12 million"]
    assert "2 entries that are no claims" in err
    assert err.count("left out") == 9
    assert "21 more notices" in err
    assert "\u202e" not in err


def test_a_pipeline_is_for_the_rules_alone(run: Run, setup: Callable[[str], None]) -> None:
    setup("good")
    code, _, err = run("split", "bridge.txt", "--splitter", "llm", "--model", "somewhere")

    assert code == 2
    assert "Leave out --model or --splitter" in err
