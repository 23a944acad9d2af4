"""Output and input that fail: a full disk, a closed stream, a reader that has gone."""

from __future__ import annotations

import json
import os
import shlex
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from claimledger.ledger import Ledger

Run = Callable[..., Any]
Shell = Callable[[str], subprocess.CompletedProcess[bytes]]

needs_full_disk = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="there is no device that is always full"
)


@pytest.fixture
def shell(path: Path) -> Shell:
    """Run a line of shell in which ``cl`` is the program with the test's ledger."""
    program = shlex.join([sys.executable, "-m", "claimledger", "--db", str(path), "--as", "First"])

    def run_line(line: str) -> subprocess.CompletedProcess[bytes]:
        whole = f'cl() {{ {program} "$@"; }}; {line}'
        return subprocess.run(["bash", "-c", whole], capture_output=True, check=False)

    return run_line


@needs_full_disk
def test_a_verdict_whose_table_cannot_be_printed_is_told_to_be_on_record(
    shell: Shell, ledger: Ledger
) -> None:
    done = shell('cl verdict 1.3 half --because "Seen." > /dev/full')

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"No space left on device. What you did is on record all the same" in done.stderr
    assert b"verdict given (1.3)" in done.stderr
    assert len(ledger.claim("1.3").standing_verdicts) == 1


@needs_full_disk
@pytest.mark.usefixtures("ledger")
def test_a_list_on_a_full_disk_fails_and_claims_nothing_on_record(shell: Shell) -> None:
    done = shell("cl list > /dev/full")

    assert done.returncode == 1
    assert b"No space left on device" in done.stderr
    assert b"on record" not in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("cl list >&-", 1, b"The output cannot be written"),
        ('cl verdict 1.1 true --because "Seen." >&-', 1, b"verdict given (1.1)"),
        ("cl verdict 1.1 true <&-", 2, b"--because TEXT"),
        ("cl split - <&-", 1, b"Standard input is empty"),
        ("cl list 2>&-", 0, b""),
        ("cl show 9.9 2>&-", 2, b""),
        ("cl search \"$(printf 'a\\xffb')\"", 2, b'"a\\xffb" is no UTF-8 text'),
        ("cl add \"$(printf 'n\\xff.txt')\"", 2, b"Rename the file"),
    ],
)
def test_a_stream_or_word_that_is_no_use_gets_one_clear_error(
    shell: Shell, line: str, code: int, says: bytes
) -> None:
    done = shell(line)

    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_a_reader_that_has_gone_ends_a_command_with_141(shell: Shell, ledger: Ledger) -> None:
    for number in range(300):
        ledger.add_claim("1", f"Claim number {number} is long enough to fill the pipe. " * 20)
    done = shell("cl list -f jsonl | head -1 > /dev/null; exit ${PIPESTATUS[0]}")

    assert done.returncode == 141
    assert done.stderr == b""


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("option", ["--db", "--as"])
def test_an_option_after_the_command_is_said_to_go_before_it(run: Run, option: str) -> None:
    done = run("list", option, "ledger.db")

    assert done.code == 2
    assert f"{option} goes before the command" in done.err
    assert f"claimledger {option} " in done.err


def test_a_ledger_whose_making_was_broken_off_says_so(run: Run, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")
    done = run("scale", "show")

    assert done.code == 1
    assert "broken off" in done.err


@pytest.mark.usefixtures("ledger")
def test_a_link_that_is_written_to_stays_a_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("Old.")
    (tmp_path / "link.md").symlink_to("real.md")

    assert run("report", "-f", "markdown", "-o", "link.md").code == 0
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text().startswith("# Bridge reopens")


@pytest.mark.usefixtures("ledger")
def test_a_pipe_or_device_is_written_to_and_not_replaced(shell: Shell, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = shell(f"cl report -f json -o {pipe} & cat {pipe}; wait")
    to_stdout = shell("cl report -f json -o /dev/stdout | cat")

    assert [claim["ref"] for claim in json.loads(done.stdout)] == ["1.1", "1.2", "1.3"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert to_stdout.stdout == done.stdout


@pytest.mark.usefixtures("ledger")
def test_a_folder_is_no_file_to_write(run: Run) -> None:
    done = run("report", "-o", ".")

    assert done.code == 1
    assert "cannot be written: Is a directory" in done.err


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("name", "start"),
    [("r.md", "# Bridge"), ("r.CSV", "ref,"), ("r.tsv", "ref\t"), ("r.json", "["), ("r.txt", "1 ")],
)
def test_the_name_of_a_file_says_its_format(
    run: Run, tmp_path: Path, name: str, start: str
) -> None:
    assert run("report", "-o", name).code == 0
    assert (tmp_path / name).read_text().startswith(start)
