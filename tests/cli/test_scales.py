"""``scale``: a desk's own labels, from a file to a verdict and on to another scale."""

from __future__ import annotations

import io
import json
import shutil
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimledger.ledger import Ledger

Run = Callable[..., Any]

OLD_LEDGER = Path(__file__).parents[1] / "store" / "ledgers" / "format-1.db"

DESK = """\
id = "desk"
title = "Our desk"
ordered = true

[[ratings]]
code = "right"
label = "Right"
meaning = "It is so."
tone = "true"
value = 3

[[ratings]]
code = "half"
label = "Half right"
meaning = "It is so in part."
tone = "mixed"
value = 2
colour = "violet"

[[ratings]]
code = "wrong"
label = "Wrong"
meaning = "It is not so."
tone = "false"
value = 1

[mapping.default]
wrong = "false"
"""


@pytest.fixture(autouse=True)
def filled(ledger: Ledger) -> None:
    """Have a ledger with one article of three claims in the folder."""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Write the desk's scale to a file."""
    file = tmp_path / "desk.toml"
    file.write_text(DESK, encoding="utf-8")
    return file


def test_a_scale_of_ones_own_is_added_used_and_given(run: Run, desk: Path) -> None:
    added = run("scale", "add", desk.name)
    used = run("scale", "use", "desk")
    given = run("verdict", "1.1", "half", "--because", "In part.", "-f", "json")

    assert (added.code, used.code, given.code) == (0, 0, 0)
    assert "Half right" in added.out
    assert "claimledger scale use desk" in added.err
    assert json.loads(given.out)[0]["rating"]["label"] == "Half right"
    assert json.loads(run("scale", "show", "-f", "json").out)[0]["ratings"][1]["colour"] == "violet"


def test_what_is_shown_as_toml_can_be_edited_and_given_back(run: Run, desk: Path) -> None:
    run("scale", "add", desk.name)
    written = run("scale", "show", "desk", "--format", "toml").out
    desk.write_text(written, encoding="utf-8")
    same = run("scale", "add", desk.name)
    desk.write_text(written.replace('colour = "violet"', "retired = true"), encoding="utf-8")
    changed = run("scale", "add", desk.name, "-f", "json")

    assert tomllib.loads(written)["mapping"] == {"default": {"wrong": "false"}}
    assert "nothing changed" in same.err
    assert json.loads(changed.out)[0]["version"] == 2
    assert "On record as version 2" in changed.err
    assert "Half right (retired)" in run("scale", "list").out
    assert "retired" not in run("scale", "show", "desk", "--version", "1").out
    assert run("scale", "list", "-f", "ids").out.split().count("desk") == 1
    assert run("scale", "list", "--versions", "-f", "ids").out.split().count("desk") == 2


def test_a_file_made_from_an_older_version_is_a_conflict(run: Run, desk: Path) -> None:
    run("scale", "add", desk.name)
    desk.write_text(DESK.replace("Our", "My"), encoding="utf-8")
    run("scale", "add", desk.name)
    desk.write_text("version = 1\n" + DESK.replace("Our", "Your"), encoding="utf-8")
    late = run("scale", "add", desk.name)

    assert late.code == 4
    assert "has come to version 2" in late.err
    assert "version = 2" in late.err


def test_a_retired_rating_is_refused_by_name(run: Run, desk: Path) -> None:
    desk.write_text(DESK.replace('colour = "violet"', "retired = true"), encoding="utf-8")
    run("scale", "add", desk.name)
    run("scale", "use", "desk")
    refused = run("verdict", "1.1", "half right", "--because", "In part.")

    assert refused.code == 2
    assert '"Half right" is retired' in refused.err
    assert "Its ratings: Right, Wrong." in refused.err


def test_a_mistake_in_a_file_is_named_and_changes_nothing(run: Run, desk: Path) -> None:
    desk.write_text(DESK.replace("colour", "color"), encoding="utf-8")
    wrong = run("scale", "add", desk.name)
    missing = run("scale", "add", "nowhere.toml")

    assert (wrong.code, missing.code) == (2, 2)
    assert 'desk.toml: rating 2 ("half") has "color"' in wrong.err
    assert 'Did you mean "colour"?' in wrong.err
    assert 'no file "nowhere.toml"' in missing.err
    assert "true-false" in missing.err
    assert "desk" not in run("scale", "list", "-f", "ids").out


def test_a_scale_is_read_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DESK.encode())))

    assert run("scale", "add", "-").code == 0
    assert "Our desk" in run("scale", "show", "desk").out


def test_a_built_in_scale_is_added_or_used_by_name(run: Run, tmp_path: Path) -> None:
    for words in (("add", "true-false"), ("use", "true-false")):
        db = tmp_path / f"{words[0]}.db"
        shutil.copy(OLD_LEDGER, db)
        assert "true-false" not in run("--db", str(db), "scale", "list", "-f", "ids").out
        assert run("--db", str(db), "scale", *words).code == 0
        assert "true-false" in run("--db", str(db), "scale", "list", "-f", "ids").out


def test_a_mapping_is_shown_with_suggestions_and_decided(run: Run) -> None:
    before = run("scale", "map", "politifact", "default")
    decided = run(
        *("scale", "map", "politifact", "default", "--set", "pants=false"),
        *("--set", "half-true=", "-f", "json"),
    )
    after = {one["code"]: one for one in json.loads(decided.out)}
    rest = run("scale", "map", "politifact", "default", "--suggested", "-f", "json")

    assert "suggested" in before.out
    assert "scale map politifact default --suggested" in before.err
    assert after["pants-on-fire"]["to"] == "false"
    assert (after["half-true"]["decided"], after["half-true"]["to"]) == (True, None)
    assert (after["true"]["decided"], after["true"]["suggested"]) == (False, "true")
    assert all(one["decided"] for one in json.loads(rest.out))
    assert json.loads(rest.out)[2]["to"] is None  # what was decided is not suggested away
    assert "nothing like it" in run("scale", "map", "politifact", "default").out
    assert run("scale", "map", "politifact", "default").err == ""


def test_looking_at_a_mapping_records_nothing(run: Run, ledger: Ledger) -> None:
    before = ledger.size()
    run("scale", "map", "averitec", "default")

    assert ledger.size() == before


def test_verdicts_on_another_scale_are_counted_until_it_is_mapped(run: Run) -> None:
    run("verdict", "1.1", "false", "--because", "No.")
    first = run("scale", "use", "politifact")
    run("scale", "map", "default", "politifact", "--suggested")
    run("scale", "use", "averitec")
    second = run("scale", "use", "politifact")

    assert "1 verdict on other scales" in first.err
    assert "scale map OTHER-SCALE politifact" in first.err
    assert "on other scales" not in second.err


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("map", "default", "default"), 2, "to itself"),
        (("map", "default", "stars"), 2, 'no scale "stars"'),
        (("map", "default", "averitec", "--set", "true"), 2, "does not say what it is"),
        (("map", "default", "averitec", "--set", "true=purple"), 2, 'no rating "purple"'),
        (
            ("map", "default", "averitec", "--set", "true=", "--set", "true=supported"),
            2,
            "mapped twice",
        ),
        (("show", "default", "--version", "2"), 2, "no version 2"),
        (("show", "default", "--format", "xml"), 2, "is no format"),
        (("show", "default", "--version", "9" * 20), 2, "no version 9"),
        (("add", "."), 2, "cannot be read"),
        (("add", ""), 2, "No file is named"),
        (("add", " "), 2, "No file is named"),
    ],
)
def test_bad_words_are_refused_with_a_remedy(
    run: Run, words: tuple[str, ...], code: int, says: str
) -> None:
    done = run("scale", *words)

    assert done.code == code
    assert says in done.err
