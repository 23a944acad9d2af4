"""What a ledger file has to be, and what is said when it is not."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from claimledger.config.builtin_scales import NAMES
from claimledger.errors import LedgerFileError
from claimledger.store import connections
from claimledger.store.schema import SCHEMA_VERSION


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def test_a_new_ledger_has_the_settings_that_keep_it_safe(path: Path) -> None:
    with closing(connections.create(path)) as connection:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                *("journal_mode", "synchronous", "foreign_keys", "recursive_triggers"),
                *("trusted_schema", "cell_size_check", "application_id", "user_version"),
            )
        }

    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "application_id": int.from_bytes(b"CLML", "big"),
        "user_version": SCHEMA_VERSION,
    }


def test_every_table_of_ours_is_strict(path: Path) -> None:
    with closing(connections.create(path)) as connection:
        loose = connection.execute(
            "SELECT name FROM pragma_table_list WHERE NOT strict AND type = 'table' "
            "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlite_%'"
        ).fetchall()

    assert loose == []


def test_reading_and_writing_leave_one_file_behind(path: Path) -> None:
    connections.create(path).close()
    before = path.read_bytes()
    connections.open_for_reading(path).close()

    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir() if p.name.startswith("ledger")] == ["ledger.db"]


def test_a_reading_connection_cannot_write(path: Path) -> None:
    connections.create(path).close()
    with (
        closing(connections.open_for_reading(path)) as connection,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        connection.execute("DELETE FROM policy")


def test_a_read_only_folder_can_be_read() -> None:
    code = (
        "import os, sys; from pathlib import Path; from claimledger.store import connections\n"
        "if os.geteuid() == 0: os.setuid(65534)  # root may write everywhere\n"
        "sql = connections.open_for_reading(Path(sys.argv[1]))\n"
        "print(sql.execute('SELECT count(*) FROM events').fetchone()[0])\n"
        "try: connections.open_for_writing(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        connections.create(path).close()
        path.chmod(0o444)
        path.parent.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
        )
        path.parent.chmod(0o755)

    assert done.stdout.splitlines() == ["0", f"LedgerFileError {path} cannot be written to."]


@pytest.mark.parametrize("opening", [connections.open_for_reading, connections.open_for_writing])
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "There is no ledger at"),
        (b"", "is no ledger"),
        (b"hello world, this is a text file", "is no ledger"),
        (b"SQLite format 3\0" + b"\xff" * 4000, "is no ledger|damaged"),
    ],
    ids=["missing", "empty", "text", "garbage"],
)
def test_what_is_no_ledger_is_refused_with_advice(
    path: Path, opening: type, content: bytes | None, message: str
) -> None:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LedgerFileError, match=message) as caught:
        opening(path)

    assert caught.value.hint
    assert content is None or path.read_bytes() == content


def test_another_programs_database_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name)")
    before = path.read_bytes()
    for opening in (connections.create, connections.open_for_reading):
        with pytest.raises(LedgerFileError, match="another program"):
            opening(path)

    assert path.read_bytes() == before


def test_a_newer_ledger_asks_for_an_upgrade(path: Path) -> None:
    with closing(connections.create(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(LedgerFileError, match="newer claimledger") as caught:
        connections.open_for_reading(path)

    assert "pip install --upgrade" in caught.value.hint


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerFileError, match="is a folder"):
        connections.open_for_reading(tmp_path)


def test_a_ledger_that_stays_busy_is_said_to_be(path: Path) -> None:
    with closing(connections.create(path)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with (
            closing(connections.open_for_writing(path, timeout=0.1)) as other,
            pytest.raises(LedgerFileError, match="busy"),
            connections.write(other, path),
        ):
            pass


def test_a_failed_change_leaves_nothing(path: Path) -> None:
    with closing(connections.create(path)) as connection:
        with pytest.raises(KeyboardInterrupt):
            interrupted(connection, path)

        assert connection.execute("SELECT count(*) FROM policy").fetchone() == (0,)
        assert not connection.in_transaction


def interrupted(connection: sqlite3.Connection, path: Path) -> None:
    with connections.write(connection, path):
        connection.execute("INSERT INTO policy VALUES ('scale', 'x')")
        raise KeyboardInterrupt


def test_a_full_disk_is_said_to_be_and_loses_nothing(path: Path) -> None:
    with closing(connections.create(path)) as connection:
        [pages] = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with (
            pytest.raises(LedgerFileError, match="disk is full"),
            connections.write(connection, path),
        ):
            connection.execute("INSERT INTO blobs VALUES ('h', 't', zeroblob(1000000))")
        connection.execute("PRAGMA max_page_count = 1000000")

        assert connection.execute("SELECT count(*) FROM blobs").fetchone() == (0,)


def test_processes_that_make_one_ledger_at_once_all_succeed(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from claimledger.ledger import Ledger\n"
        "Ledger.open(Path(sys.argv[1]), reviewer=sys.argv[2], create=True).close()\n"
    )
    racers = [
        subprocess.Popen([sys.executable, "-c", code, str(path), f"Reader {n}"]) for n in range(6)
    ]

    assert [racer.wait() for racer in racers] == [0] * 6
    with closing(connections.open_for_reading(path)) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (len(NAMES) + 1,)


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    with closing(connections.create(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_a_ledger_that_cannot_be_made_leaves_no_file(path: Path) -> None:
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from claimledger.store import connections\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10240, 10240))\n"
        "try: connections.create(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__)\n"
    )
    folder = path.parent / "own"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder / "ledger.db")],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "LedgerFileError\n"
    assert list(folder.iterdir()) == []


def test_waiting_for_another_writer_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(connections, "PATIENCE", 0.05)
    with (
        closing(connections.create(path)) as holder,
        closing(connections.open_for_writing(path, timeout=0.2)) as other,
    ):
        with connections.write(other, path):
            pass
        assert caplog.messages == []
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerFileError, match="busy"), connections.write(other, path):
            pass
        [notice] = caplog.messages

        assert "another program is writing to it. Waiting" in notice
        assert other.execute("PRAGMA busy_timeout").fetchone() == (200,)


def test_statements_of_one_moment_agree_whoever_writes_between_them(path: Path) -> None:
    with (
        closing(connections.create(path)) as writer,
        closing(connections.open_for_reading(path)) as reader,
    ):
        count = "SELECT count(*) FROM policy"
        with connections.one_moment(reader):
            before = reader.execute(count).fetchone()
            writer.execute("INSERT INTO policy VALUES ('scale', 'x')")
            with connections.one_moment(reader):
                assert reader.execute(count).fetchone() == before
            assert reader.execute(count).fetchone() == before == (0,)
        assert reader.execute(count).fetchone() == (1,)
