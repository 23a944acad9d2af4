"""What is made from the program is current: the reference, the picture, the console blocks."""

from __future__ import annotations

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


def test_the_picture_asks_no_server_for_anything(page: Page) -> None:
    picture = page("docs/report.svg")

    assert "claimledger report" in picture.replace("&#160;", " ")
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
