"""What a person has written into ``config.toml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimledger.errors import UsageError


def read_settings(path: Path) -> dict[str, Any]:
    """Read the settings file; there are no settings where there is no file.

    Raises:
        UsageError: The file cannot be read or is no TOML.
    """
    if not path.is_file():
        return {}
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError, OSError) as error:
        raise UsageError(
            f"The settings file {path} cannot be read: {error}.", hint="Mend it or remove it."
        ) from error
