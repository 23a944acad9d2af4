"""What the program advises a person to type is something that the program understands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer

import claimledger
from claimledger.cli.app import app

SOURCES = sorted(Path(claimledger.__file__).parent.rglob("*.py"))
ADVICE = re.compile(r"claimledger ((?:--[a-z]+ \S+ )*[a-z]+(?:[ a-z]+)?)([^\n`]*)")
PROGRAM: Any = typer.main.get_command(app)


def advised() -> list[tuple[str, str, str]]:
    """Return file, command words and what follows, for every command in a text of the source."""
    found = []
    for path in SOURCES:
        for words, rest in ADVICE.findall(path.read_text(encoding="utf-8")):
            first = words.split()[0]
            if first in PROGRAM.commands:
                found.append((path.name, words, rest))
    return found


def test_there_is_advice_to_look_at() -> None:
    assert len(advised()) > 50


@pytest.mark.parametrize(("file", "words", "rest"), advised())
def test_advice_names_a_command_and_flags_that_it_has(file: str, words: str, rest: str) -> None:
    command = PROGRAM
    for word in words.split():
        if not hasattr(command, "commands"):
            break
        assert word in command.commands, (file, words)
        command = command.commands[word]
    assert not hasattr(command, "commands"), (file, words)
    known = {flag for option in command.params for flag in (*option.opts, *option.secondary_opts)}
    flags = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", rest.split(". ", maxsplit=1)[0]))

    assert flags - {"--format", "--db", "--as"} <= known, (file, words, rest)
