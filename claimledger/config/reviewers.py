"""Who is at the keyboard."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from claimledger.config.places import settings_file
from claimledger.config.settings import read_settings
from claimledger.domain.names import one_line
from claimledger.errors import UsageError


def find_reviewer(
    named: str | None, *, environ: Mapping[str, str] = os.environ, settings: Path | None = None
) -> str:
    """Return the name under which this person's acts are recorded.

    The one given, else ``CLAIMLEDGER_REVIEWER``, else ``reviewer`` in the settings file,
    else git's user name and email, else the login name.

    Raises:
        UsageError: The name is empty, or the settings file cannot be understood.
    """
    if named is not None:
        return _checked(named)
    if environ.get("CLAIMLEDGER_REVIEWER"):
        return _checked(environ["CLAIMLEDGER_REVIEWER"])
    return _from_settings(settings or settings_file()) or _from_git() or _login(environ)


def _checked(name: str) -> str:
    hint = 'Give one with --as "Name", or set CLAIMLEDGER_REVIEWER.'
    return one_line(name, what="reviewer's name", hint=hint)


def _from_settings(path: Path) -> str | None:
    reviewer = read_settings(path).get("reviewer")
    if reviewer is None:
        return None
    if not isinstance(reviewer, str):
        raise UsageError(f"In {path}, reviewer is no text.", hint='Write it so: reviewer = "Name".')
    return _checked(reviewer)


def _from_git() -> str | None:
    """Ask git, which says nothing when it is not there or not set up."""
    try:
        answer = subprocess.run(
            ["git", "config", "--get-regexp", r"^user\.(name|email)$"],  # noqa: S607
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
        ).stdout
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    values = dict(line.split(" ", 1) for line in answer.splitlines() if " " in line)
    name, email = values.get("user.name", "").strip(), values.get("user.email", "").strip()
    if not name:
        return None
    return _checked(f"{name} <{email}>" if email else name)


def _login(environ: Mapping[str, str]) -> str:
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if environ.get(variable, "").strip():
            return _checked(environ[variable])
    import getpass

    try:
        return _checked(getpass.getuser())
    except (OSError, KeyError) as error:
        raise UsageError(
            "It is not known who you are.",
            hint='Give your name with --as "Name", or set CLAIMLEDGER_REVIEWER.',
        ) from error
