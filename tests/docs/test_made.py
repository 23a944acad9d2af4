"""What is made from the program is current: the reference, the picture, the console blocks."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

Script = Callable[[str], ModuleType]
Page = Callable[[str], str]


def test_the_command_reference_is_what_the_program_says(
    script: Script, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")  # the script sets it; this takes it back

    assert page("docs/cli.md") == script("make_reference").reference(), "run: make docs"


def test_the_picture_is_what_the_sample_ledger_reports(
    script: Script, page: Page, root: Path
) -> None:
    before = (root / "ledger.db").read_bytes()

    assert page("docs/report.svg") == script("make_picture").picture(root / "ledger.db"), (
        "run: make docs"
    )
    assert (root / "ledger.db").read_bytes() == before


def test_the_picture_of_the_desk_shows_the_sample_ledger(page: Page, root: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, 'docs'); import make_desk_picture as made; "
        "sys.stdout.write(made.picture(made.LEDGER))"
    )
    drawn = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    ).stdout

    assert words_of(page("docs/review.svg")) == words_of(drawn), "run: make docs"


def words_of(svg: str) -> list[str]:
    """Return what stands in a picture, without how it is drawn."""
    return html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", svg, flags=re.DOTALL)).split()


@pytest.mark.parametrize("name", ["report", "review"])
def test_a_picture_asks_no_server_for_anything(page: Page, name: str) -> None:
    picture = page(f"docs/{name}.svg")

    assert f"claimledger {name}" in picture.replace("&#160;", " ")
    assert "url(http" not in picture
    assert "href=" not in picture


@pytest.mark.slow
@pytest.mark.parametrize("document", ["README.md", "docs/tutorial.md"])
def test_the_console_blocks_print_what_they_show(
    script: Script, page: Page, tmp_path: Path, document: str
) -> None:
    consoles = script("make_consoles")
    examples = consoles.examples_of(page(document))
    outcomes = consoles.run(examples, tmp_path)

    assert len(examples) == len(outcomes) >= 10
    wrong = [
        f"$ {example.command}shown in {document}:\n{example.shown}printed:\n{outcome.printed}"
        for example, outcome in zip(examples, outcomes, strict=True)
        if not consoles.agree(example.shown, outcome.printed)
    ]
    assert not wrong, "\n".join([*wrong, "run: python docs/make_consoles.py"])


@pytest.mark.slow
@pytest.mark.parametrize("document", ["README.md", "docs/tutorial.md"])
def test_a_command_that_fails_in_a_document_says_its_exit_code(
    script: Script, page: Page, document: str
) -> None:
    consoles = script("make_consoles")
    examples = consoles.examples_of(page(document))
    failing = [
        after.command.strip()
        for example, after in pairwise(examples)
        if "Error:" in example.shown or "problem in" in example.shown
    ]

    assert all(command == "echo $?" for command in failing)


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("at 2026-03-02 10:00\n", "at 2027-01-31 23:59\n", True),
        ("snapshot 9b8b91332e0d\n", "snapshot 000000000000\n", True),
        ("first\n…\nlast\n", "first\nsecond\nthird\nlast\n", True),
        ("first\n…\nlast\n", "first\nsecond\n", False),
        ("3 claims\n", "4 claims\n", False),
        ("3 claims\n", "", False),
    ],
    ids=["time", "id", "left-out", "left-out-too-much", "number", "nothing"],
)
def test_only_times_and_ids_may_differ(
    script: Script, shown: str, printed: str, *, same: bool
) -> None:
    assert script("make_consoles").agree(shown, printed) is same


def test_a_block_that_is_no_longer_so_is_rewritten(script: Script, tmp_path: Path) -> None:
    consoles = script("make_consoles")
    text = (
        "Look:\n\n```console\n$ echo 1\n2\n$ printf 'a\n> b\n> '\n$ false\n$ echo $?\n```\n\nSo.\n"
    )
    outcomes = consoles.run(consoles.examples_of(text), tmp_path)

    assert [outcome.code for outcome in outcomes] == [0, 0, 1, 0]
    assert consoles.rewritten(text, outcomes) == (
        "Look:\n\n```console\n$ echo 1\n1\n$ printf 'a\n> b\n> '\na\nb\n$ false\n$ echo $?\n1\n"
        "```\n\nSo.\n"
    )
