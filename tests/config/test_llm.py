"""Which large model may be asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimledger.config.llm import LlmSettings, find_llm
from claimledger.errors import UsageError

FILE = """
reviewer = "First reader"

[llm]
base_url = "http://desk.example:8080/v1/"
model = "desk-model"
key = "desk-key"
timeout = 60
"""


def variables(**given: str) -> dict[str, str]:
    return {f"CLAIMLEDGER_LLM_{name.upper()}": value for name, value in given.items()}


def test_no_model_is_asked_unless_a_person_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        find_llm(environ={}, settings=tmp_path / "none.toml")

    assert "no base_url and no model" in caught.value.message
    assert "CLAIMLEDGER_LLM_BASE_URL and CLAIMLEDGER_LLM_MODEL" in caught.value.hint
    assert "none.toml" in caught.value.hint


def test_the_environment_goes_before_the_settings_file(tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text(FILE)
    environ = variables(model=" mine ", timeout="5", key="")

    assert find_llm(environ={}, settings=settings) == LlmSettings(
        base_url="http://desk.example:8080/v1", model="desk-model", key="desk-key", timeout=60
    )
    assert find_llm(environ=environ, settings=settings) == LlmSettings(
        base_url="http://desk.example:8080/v1", model="mine", key="desk-key", timeout=5
    )


def test_a_local_server_needs_no_key_and_a_whole_address_is_cut(tmp_path: Path) -> None:
    environ = variables(base_url="http://127.0.0.1:8080/v1/chat/completions", model="qwen2.5-7b")

    assert find_llm(environ=environ, settings=tmp_path / "none.toml") == LlmSettings(
        base_url="http://127.0.0.1:8080/v1", model="qwen2.5-7b", key=None, timeout=300
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"base_url": "ftp://127.0.0.1/v1"},
        {"base_url": "127.0.0.1:8080"},
        {"base_url": "http://"},
        {"base_url": "http://me:sk-secret@127.0.0.1/v1"},
        {"base_url": "http://127.0.0.1:99999/v1"},
        {"base_url": "http://127.0.0.1/v1?key=sk-secret"},
        {"base_url": "http://127.0.0.1 /v1"},
        {"base_url": "http://[::1/v1"},
        {"model": "a\x1b[31m"},
        {"key": "sk-secret\nX-Other: 1"},
        {"key": "sk-sécret"},
        {"timeout": "soon"},
        {"timeout": "0"},
        {"timeout": "nan"},
        {"timeout": "inf"},
    ],
    ids=str,
)
def test_what_makes_no_sense_is_said_without_the_key(tmp_path: Path, wrong: dict[str, str]) -> None:
    given = {"base_url": "http://127.0.0.1:8080/v1", "model": "qwen2.5-7b", **wrong}

    with pytest.raises(UsageError) as caught:
        find_llm(environ=variables(**given), settings=tmp_path / "none.toml")

    assert caught.value.hint
    assert "secret" not in caught.value.message + caught.value.hint


@pytest.mark.parametrize(
    "content", ["llm = 7", "[llm]\nmodle = 'x'", "[llm]\nmodel = ['x']", "[llm]\nmodel = true"]
)
def test_settings_that_cannot_be_understood_are_named(tmp_path: Path, content: str) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text(content)

    with pytest.raises(UsageError, match="llm"):
        find_llm(environ=variables(base_url="http://127.0.0.1/v1"), settings=settings)
