"""Where things are: the ledger that a command means, and our own folders."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

LEDGER = "ledger.db"


def find_ledger(
    named: Path | None, *, environ: Mapping[str, str] = os.environ, here: Path | None = None
) -> Path:
    """Return the ledger that a command means.

    The one named, else ``CLAIMLEDGER_DB``, else the nearest ``ledger.db`` in this folder
    or a parent, else ``ledger.db`` in this folder, which may not exist yet.
    """
    if named is not None:
        return named
    if environ.get("CLAIMLEDGER_DB"):
        return Path(environ["CLAIMLEDGER_DB"])
    start = Path.cwd() if here is None else here
    for folder in (start, *start.parents):
        if (folder / LEDGER).is_file():
            return folder / LEDGER
    return start / LEDGER


def settings_file() -> Path:
    """Return the place of the person's ``config.toml``."""
    import platformdirs

    return platformdirs.user_config_path("claimledger") / "config.toml"


def device_file() -> Path:
    """Return the place of the token that tells this person's devices apart."""
    import platformdirs

    return platformdirs.user_data_path("claimledger") / "device"
