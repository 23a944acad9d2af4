"""``review`` on a terminal, and ``next`` for those who type commands."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from claimledger.cli import reviewing
from claimledger.cli.options import Options
from claimledger.errors import ConflictError, UsageError
from claimledger.ledger import Ledger

PROGRAM = """
import typer, sys
from pathlib import Path
from claimledger.cli import reviewing
from claimledger.cli.options import Options
app = typer.Typer()
reviewing.register(app)
app(sys.argv[2:], obj=Options(db=Path(sys.argv[1]), reviewer="Ana"))
"""


def run(path: Path, *words: str, reviewer: str = "Ana") -> Result:
    app = typer.Typer()
    reviewing.register(app)
    return CliRunner().invoke(app, words, obj=Options(db=path, reviewer=reviewer))


def test_next_shows_the_claim_that_review_begins_with(bridge: Ledger, path: Path) -> None:
    bridge.give_verdict("1.1", "true", because="Seen.")

    done = run(path, "next")

    assert done.exit_code == 0
    assert "The repairs cost 12 million euros." in done.stdout
    assert "9 more wait for Ana." in done.stderr
    assert f"Next: claimledger --db {path} " in done.stderr
    assert 'verdict 1.2 RATING --because "TEXT"' in done.stderr


def test_next_is_another_ones_own(bridge: Ledger, path: Path) -> None:
    bridge.set_policy(reviewers=2)
    bridge.give_verdict("1.1", "true", because="Seen.")

    [claim] = json.loads(run(path, "next", "-f", "json", reviewer="Ben").stdout)

    assert claim["ref"] == "1.1"


def test_next_is_a_claim_assigned_to_one(bridge: Ledger, path: Path) -> None:
    bridge.assign(["1.9"], ["Ana"])

    assert "1.9" in run(path, "next").stdout


def test_next_says_when_nothing_waits(bridge: Ledger, path: Path) -> None:
    for claim in bridge.claims():
        bridge.give_verdict(claim.id, "true", because="Seen.")

    assert run(path, "next").stderr == "Nothing waits for Ana.\n"
    assert run(path, "next", "--format", "json").stdout == "[]\n"


def test_a_ledger_without_claims_says_how_to_begin(path: Path) -> None:
    Ledger.open(path, reviewer="Ana", create=True).close()

    error = run(path, "next").exception

    assert isinstance(error, ConflictError)
    assert "claimledger add" in error.hint


@pytest.mark.usefixtures("bridge")
def test_review_without_a_terminal_names_next(path: Path) -> None:
    error = run(path, "review").exception

    assert isinstance(error, UsageError)
    assert error.hint.endswith(" next")
    assert f"--db {path}" in error.hint


@pytest.mark.usefixtures("bridge")
def test_review_runs_on_a_terminal_and_gives_it_back(path: Path) -> None:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path), "review", "--all", "1.5"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    os.close(theirs)
    seen = b""
    deadline = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < deadline:
        if select.select([ours], [], [], 0.05)[0]:
            with suppress(OSError):  # the program has closed it
                seen += os.read(ours, 65536)
            if b"It carries 20,000 cars" in seen and b"1.5" in seen:
                os.write(ours, b"q")
    os.close(ours)

    assert process.wait(5) == 0
    assert b"\x1b[?1049l" in seen  # the screen that was there before is back
