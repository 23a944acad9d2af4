"""What every test needs: nobody's real settings, reviewer or device."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests away from the person's own folders and git settings."""
    home = tmp_path / "home"
    home.mkdir()
    for variable, folder in {
        "HOME": "",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
    }.items():
        monkeypatch.setenv(variable, str(home / folder))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / ".gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for variable in ("CLAIMLEDGER_DB", "CLAIMLEDGER_REVIEWER", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
