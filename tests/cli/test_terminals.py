"""What a person at a terminal sees: its size, its colours, and questions."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimledger.ledger import Ledger

PROGRAM = [sys.executable, "-m", "claimledger"]
LINES, CELLS = 24, 80


class Terminal:
    """A screen of 24 lines of 80 cells, and what runs on it."""

    def __init__(self) -> None:
        """Open it, with nothing on it."""
        self.ours, self.theirs = pty.openpty()
        fcntl.ioctl(self.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, CELLS, 0, 0))
        self.seen = ""

    def start(
        self, *words: str, stdout: int | None = None, environ: dict[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Run the program on it."""
        return subprocess.Popen(
            [*PROGRAM, *words],
            stdin=self.theirs,
            stdout=self.theirs if stdout is None else stdout,
            stderr=self.theirs,
            env={**os.environ, "TERM": "xterm-256color", **(environ or {})},
            start_new_session=True,
        )

    def until(self, words: str, *, seconds: float = 20) -> None:
        """Wait until it shows these words."""
        deadline = time.monotonic() + seconds
        while words not in self.seen and time.monotonic() < deadline:
            self._read(0.1)
        assert words in self.seen, self.seen

    def type(self, words: str) -> None:
        """Type on its keyboard."""
        os.write(self.ours, words.encode())

    def end(self, process: subprocess.Popen[bytes]) -> int:
        """Wait until a process has ended; return its exit code."""
        while process.poll() is None:
            self._read(0.05)
        self._read(0.05)
        return process.returncode

    def _read(self, seconds: float) -> None:
        while select.select([self.ours], [], [], seconds)[0]:
            self.seen += os.read(self.ours, 65536).decode().replace("\r\n", "\n")


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    opened = Terminal()
    yield opened
    os.close(opened.ours)
    os.close(opened.theirs)


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
@pytest.mark.usefixtures("ledger")
def test_an_error_has_no_colour_where_none_is_wanted(
    terminal: Terminal, path: Path, environ: dict[str, str]
) -> None:
    assert terminal.end(terminal.start("--db", str(path), "show", "9.9", environ=environ)) == 2
    assert "Error: There is no claim" in terminal.seen
    assert "\x1b" not in terminal.seen


@pytest.mark.usefixtures("ledger")
def test_an_error_has_colour_on_a_terminal(terminal: Terminal, path: Path) -> None:
    terminal.end(terminal.start("--db", str(path), "show", "9.9"))

    assert "\x1b[31m" in terminal.seen


def test_a_list_is_as_long_as_the_screen(terminal: Terminal, ledger: Ledger, path: Path) -> None:
    for number in range(30):
        ledger.add_claim("1", f"Claim number {number} is here.")
    assert terminal.end(terminal.start("--db", str(path), "list")) == 0

    assert "The Alder Bridge reopened on Monday." in terminal.seen
    assert "of 33 claims. All of them: --limit 33" in terminal.seen
    assert 15 < terminal.seen.count("\n") < LINES


@pytest.mark.usefixtures("ledger")
def test_what_is_piped_from_a_terminal_fits_it(terminal: Terminal, path: Path) -> None:
    read, write = os.pipe()
    process = terminal.start("--db", str(path), "report", stdout=write)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as pipe:
        widest = max(len(line.rstrip("\n")) for line in pipe)
    terminal.end(process)

    assert widest <= CELLS


def test_a_question_says_first_what_is_going_to_be_done(
    terminal: Terminal, ledger: Ledger, path: Path
) -> None:
    process = terminal.start("--db", str(path), "--as", "First", "verdict", "1.1", "tru")
    terminal.until("Because")
    assert "1.1 The Alder Bridge reopened on Monday. → True" in terminal.seen
    terminal.type("Seen.\n")

    assert terminal.end(process) == 0
    assert [v.because for v in ledger.claim("1.1").verdicts] == ["Seen."]


def test_an_interrupt_at_a_question_ends_with_130(
    terminal: Terminal, ledger: Ledger, path: Path
) -> None:
    process = terminal.start("--db", str(path), "--as", "First", "verdict", "1.1", "tru")
    terminal.until("Because")
    process.send_signal(signal.SIGINT)

    assert terminal.end(process) == 130
    assert "nothing was recorded" in terminal.seen
    assert ledger.claim("1.1").verdicts == ()


@pytest.mark.usefixtures("ledger")
def test_a_wrong_answer_is_asked_for_again(terminal: Terminal, path: Path) -> None:
    process = terminal.start(
        *("--db", str(path), "--as", "First", "attach", "1.1", "https://alder.example/"),
        *("--no-fetch", "--quote", "Monday"),
    )
    terminal.until("Stance (")
    terminal.type("maybe\n")
    terminal.until('"maybe" is no stance')
    terminal.type("refutes\n")

    assert terminal.end(process) == 0
    assert "1.1.1" in terminal.seen
