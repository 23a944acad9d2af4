"""``agreement`` as a person types it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimledger.ledger import Ledger

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def rated(ledger: Ledger, path: Path) -> None:
    """Have two reviewers of three claims, who differ on one and changed their minds on another."""
    with Ledger.open(path, reviewer="Second reader") as second:
        for opened, given in (
            (ledger, "1.1 true, 1.2 false, 1.3 half-true"),
            (second, "1.1 true, 1.2 mostly-false, 1.3 true, 1.3 half-true"),
        ):
            for verdict in given.split(", "):
                ref, rating = verdict.split()
                opened.give_verdict(ref, rating, because="So it says.")


def test_a_table_tells_how_far_reviewers_agree(run: Run) -> None:
    done = run("agreement")

    assert done.code == 0
    assert "3 of 3 claims compared · 6 standing verdicts" in done.out
    assert "raw agreement  67%" in done.out
    assert "1 step apart" in done.out


def test_json_holds_all_of_it(run: Run) -> None:
    found = json.loads(run("agreement", "--format", "json").out)

    assert found["scale"] == "default"
    assert found["compared"]["claims"] == 3
    assert found["compared"]["raw"] == 0.666667
    assert list(found["compared"]["alpha"]) == ["ordinal", "nominal", "interval"]
    assert found["pairs"][0]["reviewers"] == ["First reader", "Second reader"]
    assert [one["ref"] for one in found["disagreements"]] == ["1.2"]
    assert found["left_out"] == []


def test_what_is_not_defined_is_null_in_json(run: Run) -> None:
    found = json.loads(run("agreement", "1.1", "--format", "json").out)

    assert found["compared"]["alpha"]["nominal"] == {
        "value": None,
        "claims": 1,
        "verdicts": 2,
        "without_one": None,
    }
    assert found["pairs"][0]["kappa"] is None


def test_rows_are_the_claims_on_which_reviewers_differ(run: Run) -> None:
    assert run("agreement", "--format", "ids").out == "1.2\n"
    assert run("agreement", "--first", "--format", "ids").out == "1.3\n1.2\n"
    assert run("agreement", "--first", "--limit", "1", "--format", "ids").out == "1.3\n"
    [heading, row] = run("agreement", "--format", "csv").out.splitlines()
    assert heading == "ref,id,text,status,apart,ratings,reviewers,codes"
    assert row.endswith(
        "disputed,1,False (First reader); Mostly false (Second reader),"
        "First reader; Second reader,false; mostly-false"
    )


def test_a_limit_says_how_to_see_the_rest(run: Run) -> None:
    done = run("agreement", "--first", "--limit", "1")

    assert "1 more disagreement not shown." in done.out
    assert "All disagreements: --limit 2" in done.err


def test_agreement_is_narrowed_down(run: Run) -> None:
    out = run("agreement", "1.1", "1.3", "--first", "--reviewer", "first", "--reviewer", "sec").out
    assert "2 of 2 claims compared · 4 first verdicts · First reader · Second reader" in out

    out = run("agreement", "--until", "2001-01-01").out
    assert "0 of 3 claims compared" in out
    assert "outside the time asked about" in out

    out = run("agreement", "--scale", "politifact").out
    assert "on another scale" in out


def test_a_blind_review_is_not_given_away(run: Run, ledger: Ledger) -> None:
    ledger.set_policy(reviewers=3, blind=True)
    ledger.add_claim("1", "The bridge is 200 metres long.")
    ledger.give_verdict("1.4", "true", because="Measured.")
    with Ledger.open(ledger.path, reviewer="Second reader") as second:
        second.give_verdict("1.4", "unproven", because="Nobody measured it.")

    for words in ((), ("--first",), ("-f", "json"), ("-f", "csv")):
        assert "unproven" not in run("agreement", "1.4", *words).out.lower()
    assert "in blind review" in run("agreement", "1.4").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--reviewer", "Karl"), 'Nobody called "Karl" gave a verdict here'),
        (("--reviewer", "First"), "One reviewer alone"),
        (("--since", "yesterday"), "is no date"),
        (("--since", "2026-02-02", "--until", "2026-01-01"), "comes after"),
        (("--scale", "purple"), "no scale"),
        (("--format", "purple"), "is no format"),
        (("9",), "9"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, words: tuple[str, ...], says: str) -> None:
    done = run("agreement", *words)

    assert (done.code, done.out) == (2, "")
    assert says in done.err
