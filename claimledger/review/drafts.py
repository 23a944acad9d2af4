"""Drafts: what a person has typed and not saved, and where they were, on disk at once.

A file for each draft, so that two windows on one ledger never overwrite each other's.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Self

_POSITION = "position"


def drafts_folder() -> Path:
    """Return the place of what this person has not finished."""
    import platformdirs

    return platformdirs.user_state_path("claimledger") / "review"


class Drafts:
    """One reviewer's unfinished forms and last place in one ledger."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which need not exist."""
        self._folder = folder

    @classmethod
    def of(cls, ledger: Path, reviewer: str) -> Self:
        """Return the drafts for the ledger at this path."""
        key = f"{ledger.resolve()}\n{reviewer}".encode(errors="surrogateescape")
        return cls(drafts_folder() / hashlib.sha256(key).hexdigest()[:24])

    def read(self, claim: str, form: str) -> dict[str, str]:
        """Return what was typed into a form about a claim, by field."""
        return self._read(_name(claim, form))

    def write(self, claim: str, form: str, typed: dict[str, str]) -> None:
        """Keep what was typed; when it is nothing, forget the draft."""
        if any(value.strip() for value in typed.values()):
            self._write(_name(claim, form), typed)
        else:
            self.forget(claim, form)

    def forget(self, claim: str, form: str) -> None:
        """Drop a draft whose form was saved or thrown away."""
        with suppress(OSError):
            (self._folder / f"{_name(claim, form)}.json").unlink(missing_ok=True)

    def claims(self) -> frozenset[str]:
        """Return the beginnings of the ids of claims that have a draft."""
        with suppress(OSError):
            names = [path.stem for path in self._folder.glob("*-*.json")]
            return frozenset(name.partition("-")[0] for name in names)
        return frozenset()

    @property
    def position(self) -> dict[str, str]:
        """Where the reviewer was, in words of the app's own."""
        return self._read(_POSITION)

    def keep_position(self, position: dict[str, str]) -> None:
        """Remember where the reviewer is."""
        self._write(_POSITION, position)

    def _read(self, name: str) -> dict[str, str]:
        try:
            found = json.loads((self._folder / f"{name}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {str(key): str(value) for key, value in found.items()}

    def _write(self, name: str, value: dict[str, str]) -> None:
        """Replace a file as a whole; a folder that cannot be written to stops nobody's work."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            new = self._folder / f"{name}.{os.getpid()}.new"
            new.touch(mode=0o600)
            new.write_text(json.dumps(value, ensure_ascii=True), encoding="utf-8")
            new.replace(self._folder / f"{name}.json")


def has_draft(claims: frozenset[str], claim: str) -> bool:
    """Tell whether a claim is among those that have a draft."""
    return claim[:_DIGITS] in claims


def _name(claim: str, form: str) -> str:
    return f"{claim[:_DIGITS]}-{form}"


_DIGITS = 32
