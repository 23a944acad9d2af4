"""Earlier claims are found from the command line, and told of when they come up again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimledger.ledger import Ledger

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def filled(ledger: Ledger) -> None:
    """Have a ledger in which one of two claims about a number is checked."""
    ledger.add_claim("1", "The bridge carries 4,300 cars a day.")
    ledger.add_claim("1", "The bridge carries 3,400 cars a day.")
    ledger.give_verdict("1.4", "true", because="Counted.")


def test_a_text_is_matched_and_each_precedent_is_labelled(run: Run) -> None:
    found = json.loads(run("match", "The bridge carries 3400 cars a day", "-f", "json").out)

    assert [(one["ref"], one["label"]) for one in found][:2] == [
        ("1.5", "same"),
        ("1.4", "differs in number"),
    ]
    assert found[1]["reasons"] == ["3400 here, 4,300 there"]


def test_a_claim_is_matched_with_all_others(run: Run) -> None:
    refs = run("match", "1.4", "--format", "ids").out.split()

    assert "1.5" in refs
    assert "1.4" not in refs


def test_only_decided_ones_can_be_asked_for(run: Run) -> None:
    assert run("match", "1.5", "--verdicts", "--format", "ids").out.split() == ["1.4"]


def test_nothing_found_is_told_apart_from_data(run: Run) -> None:
    assert json.loads(run("match", "Zebras dream", "--format", "json").out) == []
    assert run("match", "Zebras dream").err == "No earlier claim comes near.\n"


def test_an_article_is_no_claim(run: Run) -> None:
    done = run("match", "1")

    assert done.code == 2
    assert "names an article" in done.err


def test_a_claim_is_shown_with_what_was_said_before(run: Run) -> None:
    shown = run("show", "1.5").out

    assert "Said before" in shown
    assert "3,400 here, 4,300 there" in shown
    assert "Said before" not in run("show", "1.3").out


def test_a_new_article_that_says_what_was_checked_is_told_of(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "cars.txt"
    article.write_text("The bridge carries 4,300 cars a day, the mayor said.\n", encoding="utf-8")
    done = run("add", str(article))

    assert "checked before:" in done.err
    assert "2.1 says the same as 1.4 (True)" in done.err


def test_a_claim_and_its_parts_are_no_precedents_of_each_other(run: Run) -> None:
    run("claim", "split", "1.5", "The bridge carries 3,400 cars each day.", "They are many.")

    assert "1.6" not in run("show", "1.5").out.partition("Said before")[2]
    assert "1.5" not in run("show", "1.6").out.partition("Said before")[2]
