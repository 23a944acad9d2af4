"""Where copies of pages are made: at the Wayback Machine, or by the desk's own command."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from claimledger.config.places import settings_file
from claimledger.config.settings import read_settings
from claimledger.errors import UsageError

TABLE = "archive"
COMMAND = "CLAIMLEDGER_ARCHIVE_COMMAND"
KEYS = ("CLAIMLEDGER_WAYBACK_ACCESS", "CLAIMLEDGER_WAYBACK_SECRET")
ADDRESSES = ("CLAIMLEDGER_WAYBACK_URL", "CLAIMLEDGER_WAYBACK_AVAILABLE_URL")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveSettings:
    """How this desk has pages archived."""

    command: tuple[str, ...] = ()
    """The desk's own command, with ``{url}`` for the address; empty for none."""
    access: str | None = field(default=None, repr=False)
    secret: str | None = field(default=None, repr=False)
    """The keys of an account at the Internet Archive."""
    base: str | None = None
    """Another place that speaks Save Page Now 2; None for web.archive.org."""
    available: str | None = None
    """Another place that speaks the availability API."""


def find_archives(
    *, environ: Mapping[str, str] = os.environ, settings: Path | None = None
) -> ArchiveSettings:
    """Return the settings: by the environment, else ``[archive] command`` in the settings file.

    Keys are read from the environment alone.

    Raises:
        UsageError: The command is no list of arguments, or one key comes without the other.
    """
    path = settings or settings_file()
    access, secret = (environ.get(name, "").strip() or None for name in KEYS)
    if (access is None) is not (secret is None):
        raise UsageError(
            "The Wayback Machine takes two keys, and one is set.", hint=f"Set {' and '.join(KEYS)}."
        )
    base, available = (environ.get(name, "").strip() or None for name in ADDRESSES)
    return ArchiveSettings(
        command=_command(environ.get(COMMAND, ""), path),
        access=access,
        secret=secret,
        base=base,
        available=available,
    )


def _command(given: str, path: Path) -> tuple[str, ...]:
    if given.strip():
        try:
            return tuple(shlex.split(given))
        except ValueError as error:
            raise UsageError(f"{COMMAND} cannot be read: {error}.") from error
    table = read_settings(path).get(TABLE, {})
    command = table.get("command", []) if isinstance(table, dict) else None
    if not isinstance(command, list) or not all(isinstance(part, str) for part in command):
        raise UsageError(
            f"In {path}, command under [{TABLE}] is no list of arguments.",
            hint='Write it such as: command = ["archive-page", "{url}"]',
        )
    return tuple(command)
