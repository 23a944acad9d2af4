"""Open a ledger file safely, and say in plain words what stops us."""

from __future__ import annotations

import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from claimledger.errors import LedgerFileError
from claimledger.store.schema import APPLICATION_ID, SCHEMA_VERSION

BUSY_SECONDS: Final = 30.0
PATIENCE: Final = 1.0
"""Seconds to wait for another writer without a word."""
_SQLITE_HEADER: Final = b"SQLite format 3\0"
_SETTINGS: Final = """
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
"""


def create(path: Path, *, timeout: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open the ledger at ``path`` for writing, making it if there is none.

    An empty file becomes a ledger. A ledger that cannot be made leaves no file.
    """
    if path.exists():
        if path.stat().st_size:
            return open_for_writing(path, timeout=timeout)
        with translated(path):
            return _current(_connect(path, "rwc", timeout), path)
    # Made beside its place and put there whole: no other process sees half of it.
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with translated(path):
            connection = _connect(draft, "rwc", timeout)
            try:
                _current(connection, path)
            finally:
                connection.close()
        _put(draft, path)
    finally:
        for leftover in ("", "-wal", "-shm", "-journal"):
            draft.with_name(draft.name + leftover).unlink(missing_ok=True)
    return open_for_writing(path, timeout=timeout)


def open_for_writing(path: Path, *, timeout: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open an existing ledger for reading and writing, upgrading an older one.

    Raises:
        LedgerFileError: There is none, or it is no ledger, newer, damaged or read-only.
    """
    _check_it_is_sqlite(path)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise _read_only(path)
    with translated(path):
        connection = _connect(path, "rw", timeout)
        _check_it_is_ours(connection, path)
    return _current(connection, path)


def open_for_reading(
    path: Path, *, timeout: float = BUSY_SECONDS, upgrade: bool = True
) -> sqlite3.Connection:
    """Open an existing ledger for reading alone, in a read-only folder too.

    One of an older format is upgraded first, with a notice. Without ``upgrade`` it stays
    as it is: only its record can be read then, which is what verification needs.

    Raises:
        EventError: It is older, and an event is not as it was written.
        LedgerFileError: There is none, or it is no ledger, newer, or damaged.
    """
    _check_it_is_sqlite(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    with translated(path):
        # Only a writable connection tidies the write-ahead log away when it closes.
        connection = _connect(path, "rw" if writable else _read_only_mode(path), timeout)
        version = _check_it_is_ours(connection, path)
    if upgrade and version < SCHEMA_VERSION:
        if not writable:
            connection.close()
            raise LedgerFileError(
                f"{path} is of an older format ({version}) and must be upgraded first, "
                "but it cannot be written to.",
                hint="Change its permissions, or copy it to a folder of your own.",
            )
        connection = _current(connection, path)
    connection.execute("PRAGMA query_only = ON")
    return connection


@contextmanager
def write(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """Hold the one write transaction: everything inside happens, or nothing.

    It takes the write lock at once. A transaction that only takes it at its first
    write can be refused then, after it has read what is no longer true.
    """
    with translated(path):
        _begin(connection, path)
        try:
            yield connection
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Say what SQLite's errors mean for the person who uses the ledger."""
    try:
        yield
    except sqlite3.Error as error:
        code = sqlite3.SQLITE_CORRUPT if is_damage(error) else _code(error)
        meaning = _MEANINGS.get(code)
        if meaning is None:
            raise
        raise LedgerFileError(meaning[0].format(path=path), hint=meaning[1]) from error


@contextmanager
def one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Let every statement inside see the ledger as it is at the first one.

    Inside a transaction that is so already. SQLite's errors are translated.
    """
    if connection.in_transaction:
        yield
        return
    with translated(path_of(connection)):
        connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.commit()  # nothing: it only read, and others may still be reading


@contextmanager
def for_itself(connection: sqlite3.Connection) -> Iterator[None]:
    """Let a connection, one that only reads too, make temporary tables and views inside.

    They are its own, and change nothing of the file.
    """
    [only_reads] = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = OFF")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA query_only = {only_reads}")


def path_of(connection: sqlite3.Connection) -> Path:
    """Return the file that a connection has open."""
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether an error means that the file does not hold what was written."""
    return (
        _code(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
        # Python's own, when a text is no UTF-8; it has no code.
        or "Could not decode to UTF-8" in str(error)
    )


def _code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _begin(connection: sqlite3.Connection, path: Path) -> None:
    """Take the write lock; say so when others make us wait for it."""
    [timeout] = connection.execute("PRAGMA busy_timeout").fetchone()
    patience = min(timeout, round(PATIENCE * 1000))
    try:
        connection.execute(f"PRAGMA busy_timeout = {patience}")
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or patience == timeout:
                raise
            rest = timeout - patience
            _tell(
                f"{path} is busy: another program is writing to it. "
                f"Waiting for up to {rest / 1000:.0f} seconds."
            )
            connection.execute(f"PRAGMA busy_timeout = {rest}")
            connection.execute("BEGIN IMMEDIATE")
    finally:
        connection.execute(f"PRAGMA busy_timeout = {timeout}")


def _tell(notice: str) -> None:
    """Give a notice to whoever listens; where nobody does, it goes to standard error."""
    import logging

    logging.getLogger("claimledger").warning(notice)


_MEANINGS: Final = {
    sqlite3.SQLITE_BUSY: (
        "{path} is busy: another program is writing to it.",
        "Wait for it to finish, or close it, and run the command again.",
    ),
    sqlite3.SQLITE_LOCKED: (
        "{path} is busy: another program is writing to it.",
        "Wait for it to finish, or close it, and run the command again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "{path} cannot be written to.",
        "Change its permissions, or copy it to a folder of your own.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "{path} cannot be opened.",
        "Check that the folder exists and that you may read and write it.",
    ),
    sqlite3.SQLITE_FULL: (
        "The disk is full; {path} is as it was before.",
        "Free some space and run the command again.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk failed while reading or writing {path}.",
        "Check the disk and its free space; then run claimledger verify.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "{path} is damaged.",
        "Keep this file as it is, find out more with claimledger verify, and restore a backup.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "{path} is no ledger: it is no SQLite file, or a damaged one.",
        "Name the ledger with --db, or restore a backup.",
    ),
}


def _connect(path: Path, mode: str, timeout: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=timeout,
        check_same_thread=False,
    )
    for setting in _SETTINGS.strip().splitlines():
        connection.execute(setting)
    return connection


def _current(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Bring the file to write-ahead logging and the current schema, racing safely."""
    from claimledger.store.migrations import migrate

    with translated(path):
        _use_write_ahead_log(connection)
        if _version(connection) < SCHEMA_VERSION:
            with write(connection, path):
                version = _version(connection)
                if version < SCHEMA_VERSION:
                    migrate(connection)
            if 0 < version < SCHEMA_VERSION:
                _tell(
                    f"{path} was of format {version} and is of format {SCHEMA_VERSION} now: "
                    "older versions of claimledger cannot open it any more."
                )
    return connection


def _put(draft: Path, path: Path) -> None:
    """Put a ledger in its place, unless another process has put one there first."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a disk that knows no links
        if not path.exists():
            draft.rename(path)


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Switch to WAL; SQLite does not wait for others here, so we do."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            [mode] = connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            busy = _code(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
            continue
        if mode != "wal":
            raise LedgerFileError(
                "This disk cannot hold a ledger that several programs use at once.",
                hint="Keep the ledger on a local disk; network drives do not lock safely.",
            )
        return


def _check_it_is_sqlite(path: Path) -> None:
    if path.is_dir():
        raise LedgerFileError(f"{path} is a folder.", hint="Name a ledger file with --db.")
    try:
        with path.open("rb") as file:
            header = file.read(len(_SQLITE_HEADER))
    except FileNotFoundError as error:
        raise LedgerFileError(
            f"There is no ledger at {path}.",
            hint="Make one with: claimledger init, or: claimledger add ARTICLE.",
        ) from error
    except OSError as error:
        raise LedgerFileError(
            f"{path} cannot be read: {error.strerror}.", hint="Check its permissions."
        ) from error
    if header != _SQLITE_HEADER:
        raise LedgerFileError(
            f"{path} is no ledger: it is no SQLite file, or a damaged one.",
            hint="Name the ledger with --db, or restore a backup.",
        )


def _check_it_is_ours(connection: sqlite3.Connection, path: Path) -> int:
    [application] = connection.execute("PRAGMA application_id").fetchone()
    version = _version(connection)
    [tables] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (tables or version):
        raise LedgerFileError(
            f"{path} is a SQLite file of another program.", hint="Name the ledger with --db."
        )
    if version > SCHEMA_VERSION:
        raise LedgerFileError(
            f"{path} was made by a newer claimledger (format {version}; this one knows "
            f"{SCHEMA_VERSION}).",
            hint="Upgrade claimledger: pip install --upgrade claimledger.",
        )
    return version


def _version(connection: sqlite3.Connection) -> int:
    [version] = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _read_only_mode(path: Path) -> str:
    wal = path.with_name(path.name + "-wal")
    return "ro" if wal.exists() and wal.stat().st_size else "ro&immutable=1"


def _read_only(path: Path) -> LedgerFileError:
    return LedgerFileError(
        f"{path} cannot be written to.",
        hint="Change its permissions, or copy it to a folder of your own.",
    )
