"""The program, run in this process as a person would run it in a folder of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from claimledger.cli.app import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``claimledger`` with these words in the test's folder; return what it left."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMLEDGER_REVIEWER", "First reader")

    def command(*words: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["claimledger", *words])
        capsys.readouterr()
        try:
            main()
            code = 0
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        out, err = capsys.readouterr()
        return Outcome(code=code, out=out, err=err)

    return command
