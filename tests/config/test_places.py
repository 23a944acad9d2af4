"""Which ledger a command means, and who is at the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimledger.config.places import find_ledger
from claimledger.config.reviewers import find_reviewer
from claimledger.errors import UsageError


def test_the_ledger_named_goes_first_then_the_environment(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").touch()
    environ = {"CLAIMLEDGER_DB": "/desk/shared.db"}

    assert find_ledger(Path("mine.db"), environ=environ, here=tmp_path) == Path("mine.db")
    assert find_ledger(None, environ=environ, here=tmp_path) == Path("/desk/shared.db")
    assert find_ledger(None, environ={}, here=tmp_path) == tmp_path / "ledger.db"


def test_the_nearest_ledger_above_is_meant(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "ledger.db").touch()
    assert find_ledger(None, environ={}, here=below) == tmp_path / "ledger.db"
    (tmp_path / "a" / "ledger.db").touch()

    assert find_ledger(None, environ={}, here=below) == tmp_path / "a" / "ledger.db"


def test_a_ledger_that_is_nowhere_would_be_here(tmp_path: Path) -> None:
    assert find_ledger(None, environ={}, here=tmp_path) == tmp_path / "ledger.db"


def test_the_reviewer_named_goes_before_environment_settings_git_and_login(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings, nothing = tmp_path / "config.toml", tmp_path / "none.toml"
    settings.write_text('reviewer = "From the settings"\n')
    (tmp_path / "home" / ".gitconfig").write_text(
        "[user]\nname = From git\nemail = g@desk.example\n"
    )
    login = {"LOGNAME": "login"}
    environ = {"CLAIMLEDGER_REVIEWER": "From the environment", **login}

    assert find_reviewer(" Named  one ", environ=environ, settings=settings) == "Named one"
    assert find_reviewer(None, environ=environ, settings=settings) == "From the environment"
    assert find_reviewer(None, environ=login, settings=settings) == "From the settings"
    assert find_reviewer(None, environ=login, settings=nothing) == "From git <g@desk.example>"
    (tmp_path / "home" / ".gitconfig").unlink()
    assert find_reviewer(None, environ=login, settings=nothing) == "login"


def test_a_name_with_an_accent_has_one_spelling() -> None:
    assert find_reviewer("Jose\u0301") == "Jos\u00e9"


@pytest.mark.parametrize("name", ["", "  ", "\x1b[31m", "a\u202eb"])
def test_a_name_that_cannot_be_shown_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="no reviewer's name"):
        find_reviewer(name)


@pytest.mark.parametrize(
    "content",
    ["reviewer = ", "reviewer = 7", "reviewer = ''", f"a = {'9' * 5000}", f"a = {'[' * 9000}"],
    ids=["nothing", "a number", "empty", "too many digits", "too deep"],
)
def test_settings_that_cannot_be_understood_are_named(tmp_path: Path, content: str) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text(content)

    with pytest.raises(UsageError) as caught:
        find_reviewer(None, environ={}, settings=settings)

    assert caught.value.hint
