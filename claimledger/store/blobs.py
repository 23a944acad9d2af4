"""Blobs: bytes kept once under their SHA-256."""

from __future__ import annotations

import hashlib
import sqlite3


def digest(data: bytes) -> str:
    """Return the key of these bytes: their SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def put(connection: sqlite3.Connection, data: bytes, media_type: str) -> str:
    """Keep bytes, unless they are there already; return their key."""
    key = digest(data)
    if not is_kept(connection, key):
        connection.execute(
            "INSERT INTO blobs (hash, media_type, bytes) VALUES (?, ?, ?)", (key, media_type, data)
        )
    return key


def is_kept(connection: sqlite3.Connection, key: str) -> bool:
    """Tell whether there are bytes under ``key``."""
    row = connection.execute("SELECT 1 FROM blobs WHERE hash = ?", (key,)).fetchone()
    return row is not None


def get(connection: sqlite3.Connection, key: str) -> bytes | None:
    """Return the bytes under ``key``, or None where they are not kept here."""
    row = connection.execute("SELECT bytes FROM blobs WHERE hash = ?", (key,)).fetchone()
    return None if row is None else bytes(row[0])


def text(connection: sqlite3.Connection, key: str) -> str:
    """Return a kept text; empty where it is not kept here."""
    return (get(connection, key) or b"").decode(errors="replace")
