"""``lint`` and ``stats``, as commands."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner, Result

from claimledger.cli import linting, statistics
from claimledger.cli.options import Options
from claimledger.domain.lint import Rule
from claimledger.errors import UsageError
from claimledger.ledger import Ledger

Run = Callable[..., Result]


@pytest.fixture
def run(ledger: Ledger, path: Path) -> Run:
    """Run one of the commands on a ledger of one article, as First reader."""
    app = typer.Typer()
    linting.register(app)
    statistics.register(app)

    @app.callback()
    def options(ctx: typer.Context, db: Annotated[Path, typer.Option("--db")]) -> None:
        ctx.obj = Options(db=db, reviewer=ledger.reviewer)

    def command(*words: str) -> Result:
        result = CliRunner().invoke(app, ["--db", str(path), *words])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return command


@pytest.fixture
def rated(ledger: Ledger) -> None:
    for ref in ("1.1", "1.3"):
        ledger.give_verdict(ref, "true", because="The accounts of the council show it.")


def test_the_exit_code_tells_whether_there_is_something_to_mend(run: Run, ledger: Ledger) -> None:
    assert run("lint").exit_code == 0
    ledger.give_verdict("1.1", "true", because="The accounts of the council show it.")
    assert run("lint").exit_code == 3

    for rule in ("origin", "no-evidence"):
        ledger.switch_lint_rule(rule, on=False, because="For the test.")
    assert run("lint").exit_code == 0


@pytest.mark.usefixtures("rated")
def test_findings_are_written_in_every_format(run: Run) -> None:
    whole = json.loads(run("lint", "--format", "json").stdout)
    assert [(one["ref"], one["rule"]) for one in whole] == [
        ("1.1", "origin"),
        ("1.1", "no-evidence"),
        ("1.3", "no-evidence"),
    ]
    rows = list(csv.DictReader(io.StringIO(run("lint", "--format", "csv").stdout)))
    assert [row["message"] for row in rows] == [one["message"] for one in whole]


@pytest.mark.usefixtures("rated")
def test_as_ids_each_claim_with_something_to_mend_is_named_once(run: Run) -> None:
    assert run("lint", "--format", "ids").stdout == "1.1\n1.3\n"


def test_nothing_to_mend_is_an_empty_list_as_data(run: Run) -> None:
    assert run("lint", "--format", "json").stdout == "[]\n"


@pytest.mark.usefixtures("rated")
def test_a_rule_is_switched_off_and_on_by_the_beginning_of_its_name(run: Run) -> None:
    off = run("lint", "--off", "or", "--because", "We check unsigned pages.", "-f", "json")
    [rule] = json.loads(off.stdout)
    assert (rule["rule"], rule["on"], rule["by"]) == ("origin", False, "First reader")
    shown = run("lint", "--format", "jsonl")
    assert '"origin"' not in shown.stdout
    assert "Rules that are off: origin." in shown.stderr

    run("lint", "--on", "origin", "--because", "Not any more.")
    assert '"origin"' in run("lint", "--format", "jsonl").stdout


def test_a_rule_that_is_so_already_is_told_and_put_on_record_no_more(
    run: Run, ledger: Ledger
) -> None:
    before = ledger.size()
    for _ in range(2):
        done = run("lint", "--on", "sources", "--because", "We need two.", "-f", "json")
        assert "was on already: nothing changed." in done.stderr
        assert json.loads(done.stdout)[0]["on"]

    assert ledger.size() == before


def test_a_rule_is_not_switched_off_without_a_reason(run: Run, ledger: Ledger) -> None:
    before = ledger.size()
    with pytest.raises(UsageError, match="No reason was given"):
        run("lint", "--off", "origin")

    assert ledger.size() == before


def test_a_rule_that_is_not_there_cannot_be_switched_off(run: Run, ledger: Ledger) -> None:
    before = ledger.size()
    with pytest.raises(UsageError, match='"spelling" is no rule') as caught:
        run("lint", "--off", "spelling", "--because", "x")

    assert all(rule in caught.value.hint for rule in Rule)
    assert ledger.size() == before


@pytest.mark.parametrize(
    "words",
    [
        ("--rules", "--off", "origin"),
        ("--off", "origin", "--on", "sources"),
        ("1", "--rules"),
        ("1", "--off", ""),
        ("--because", "TEXT"),
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, words: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="do not go together"):
        run("lint", *words)


def test_all_rules_are_listed(run: Run) -> None:
    rules = json.loads(run("lint", "--rules", "--format", "json").stdout)

    assert [rule["rule"] for rule in rules] == list(Rule)
    assert all(rule["on"] for rule in rules)


@pytest.mark.parametrize("command", ["lint", "stats"])
def test_a_format_that_is_none_is_refused_with_the_list(run: Run, command: str) -> None:
    with pytest.raises(UsageError, match='"xml" is no format') as caught:
        run(command, "--format", "xml")

    assert "json" in caught.value.hint


@pytest.mark.usefixtures("rated")
def test_statistics_are_a_table_one_object_or_rows(run: Run) -> None:
    assert "Done by day" in run("stats").stdout
    assert json.loads(run("stats", "--format", "json").stdout)["standing"]["checked"] == 2
    rows = list(csv.DictReader(io.StringIO(run("stats", "--format", "csv").stdout)))
    assert {"section": "standing", "of": "", "measure": "checked", "number": "2"} in rows


@pytest.mark.usefixtures("rated")
def test_statistics_are_narrowed_down(run: Run) -> None:
    words = ("1", "--since", "2024-01-01", "--until", "2024-02-29", "--by", "month")
    found = json.loads(run("stats", *words, "--reviewer", "first", "-f", "json").stdout)

    assert (found["articles"], found["reviewer"]) == ([1], "First reader")
    assert [period["first"] for period in found["periods"]] == ["2024-01-01", "2024-02-01"]
    assert found["reviewers"] == []


def test_statistics_have_no_ids(run: Run) -> None:
    with pytest.raises(UsageError, match="no format for statistics"):
        run("stats", "--format", "ids")


@pytest.mark.parametrize(
    ("words", "last"),
    [
        (("--since", "9999-12-31"), "9999-12-31"),
        (("--until", "9999-12-31"), "9999-12-31"),
        (("--since", "9990-01-01", "--until", "9999-12-31", "--by", "week"), "9999-12-31"),
        (("--since", "0001-01-01", "--until", "0001-01-31", "--by", "day"), "0001-01-31"),
    ],
)
def test_statistics_reach_from_the_first_day_to_the_last(
    run: Run, words: tuple[str, ...], last: str
) -> None:
    found = json.loads(run("stats", *words, "-f", "json").stdout)

    assert found["periods"][-1]["last"] == last


def test_more_periods_than_anybody_reads_are_refused(run: Run) -> None:
    with pytest.raises(UsageError, match=r"more than 5,000 days") as caught:
        run("stats", "--since", "0001-01-02", "--by", "day", "-f", "json")

    assert "--by a longer step" in caught.value.hint
