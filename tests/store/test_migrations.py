"""A ledger of an earlier format becomes a current one, and nothing of its record changes."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from claimledger.store import connections
from claimledger.store.schema import SCHEMA_VERSION
from claimledger.store.verification import check

LEDGERS = Path(__file__).parent / "ledgers"


@pytest.fixture(params=sorted(LEDGERS.glob("*.db")), ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a ledger as an earlier version of the program left it."""
    copy = tmp_path / "ledger.db"
    shutil.copy(request.param, copy)
    return copy


def record_of(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as sql:
        events = sql.execute("SELECT * FROM events ORDER BY seq").fetchall()
        return [*events, *sql.execute("SELECT * FROM blobs ORDER BY hash").fetchall()]


def test_an_old_ledger_is_brought_up_to_date_when_it_is_opened(old: Path) -> None:
    before = record_of(old)
    with closing(connections.open_for_writing(old)) as sql:
        [version] = sql.execute("PRAGMA user_version").fetchone()
        assert version == SCHEMA_VERSION
        assert check(sql) == []
    assert record_of(old) == before


def test_reading_an_old_ledger_brings_it_up_to_date_too(old: Path) -> None:
    with closing(connections.open_for_reading(old)) as sql:
        [claims] = sql.execute("SELECT count(*) FROM claims").fetchone()
        assert claims > 0
        assert check(sql) == []


def test_what_others_keep_in_the_file_survives(old: Path) -> None:
    with closing(sqlite3.connect(old)) as sql:
        sql.execute("CREATE TABLE my_notes (note TEXT)")
        sql.execute("INSERT INTO my_notes VALUES ('call the ministry')")
        sql.commit()
    with closing(connections.open_for_writing(old)) as sql:
        assert sql.execute("SELECT note FROM my_notes").fetchall() == [("call the ministry",)]


def test_an_upgrade_is_told_once(old: Path, caplog: pytest.LogCaptureFixture) -> None:
    with closing(sqlite3.connect(old)) as sql:
        [version] = sql.execute("PRAGMA user_version").fetchone()
    for _ in range(2):
        connections.open_for_reading(old).close()
    [notice] = caplog.messages

    assert f"was of format {version} and is of format {SCHEMA_VERSION} now" in notice


def test_an_old_ledger_that_cannot_be_written_says_why_it_would_have_to_be(old: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from claimledger.store import connections\n"
        "if os.geteuid() == 0: os.setuid(65534)  # root may write everywhere\n"
        "try: connections.open_for_reading(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        shutil.copy(old, path)
        path.chmod(0o444)
        path.parent.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
        )
        path.parent.chmod(0o755)

    assert done.stdout.startswith(f"LedgerFileError {path} is of an older format (")
    assert "must be upgraded first" in done.stdout


def test_an_old_ledger_can_be_checked_as_it_is(old: Path) -> None:
    before = old.read_bytes()
    with closing(connections.open_for_reading(old, upgrade=False)) as sql:
        assert check(sql) == []

    assert old.read_bytes() == before
