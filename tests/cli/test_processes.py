"""The program as its own process: many at once, interrupted, piped, and how it starts."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claimledger.ledger import Ledger

PROGRAM = [sys.executable, "-m", "claimledger"]
READERS = 8
VERDICTS = 50


@pytest.mark.slow
def test_verdicts_given_at_once_are_all_kept(ledger: Ledger, path: Path) -> None:
    def review(reader: int) -> list[int]:
        return [
            subprocess.run(
                [
                    *PROGRAM,
                    *("--db", str(path), "--as", f"Reader {reader}"),
                    *("verdict", f"1.{1 + turn % 3}", "true", "--because", f"Turn {turn}."),
                ],
                stdout=subprocess.DEVNULL,
                check=False,
            ).returncode
            for turn in range(VERDICTS)
        ]

    with ThreadPoolExecutor(READERS) as pool:
        codes = [code for codes in pool.map(review, range(READERS)) for code in codes]

    assert codes == [0] * READERS * VERDICTS
    assert sum(entry.kind == "verdict_given" for entry in ledger.log()) == READERS * VERDICTS
    assert ledger.verify() == []


def test_an_interrupted_add_leaves_no_partial_article(tmp_path: Path) -> None:
    sentences = [f"The council spent {n} euros on bridge {n} in 2019.\n\n" for n in range(4000)]
    (tmp_path / "long.txt").write_text("".join(sentences))
    adding = subprocess.Popen(
        [*PROGRAM, "--as", "First reader", "add", "long.txt"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 30
    while not (tmp_path / "ledger.db").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(1)
    adding.send_signal(signal.SIGINT)
    out, err = adding.communicate(timeout=30)

    assert adding.returncode == 130, err
    assert out == ""
    assert "Traceback" not in err
    with Ledger.open(tmp_path / "ledger.db", read_only=True) as ledger:
        assert ledger.articles() == []
        assert ledger.verify() == []


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("command", [["list"], ["verdict", "1.1", "true", "--because", "Seen."]])
def test_everyday_commands_load_nothing_heavy(path: Path, command: list[str]) -> None:
    code = (
        "import sys; from claimledger.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--db", str(path), "--as", "First reader", *command],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stderr.split())

    assert "claimledger.cli.everyday" in loaded
    heavy = {"spacy", "numpy", "requests", "urllib3", "trafilatura", "pypdfium2", "sqlite_utils"}
    assert not loaded & (
        heavy | {"tomllib", "asyncio", "rapidfuzz", "pydantic", "importlib.resources"}
    )


def test_help_needs_neither_the_ledger_nor_tables() -> None:
    code = (
        "import sys; from claimledger.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sorted(m for m in sys.modules if m.split('.')[0] in {'claimledger', 'rich'}),"
        " file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--help"], capture_output=True, text=True, check=True
    )
    loaded = done.stderr.split()

    assert not [name for name in loaded if name.startswith("rich")]
    assert {name.split(".")[1] for name in loaded if "." in name} <= {"cli", "errors"}


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("colour", [True, False], ids=["colour", "no colour"])
def test_no_color_is_honoured_on_a_terminal(path: Path, *, colour: bool) -> None:
    environ = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"}
    shown = on_a_terminal(
        [*PROGRAM, "--db", str(path), "list"], environ | ({} if colour else {"NO_COLOR": "1"})
    )

    assert "Alder Bridge" in shown
    assert ("\x1b[3" in shown) is colour


def on_a_terminal(command: list[str], environ: dict[str, str]) -> str:
    """Run a command whose output is a terminal; return what it showed."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environ) as process:
        os.close(theirs)
        shown = bytearray()
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # what Linux says when the other side has closed
                break
            if not part:
                break
            shown += part
        os.close(ours)
    assert process.returncode == 0
    return shown.decode()
