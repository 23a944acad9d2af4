"""Verdicts that differ are settled, ratings published and corrected, from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from claimledger.ledger import Ledger

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def filled(ledger: Ledger) -> None:
    """Have a ledger with one article of three claims in the folder."""


@pytest.fixture
def disputed(run: Run, filled: None) -> str:  # noqa: ARG001 - the ledger has to be there
    run("verdict", "1.1", "true", "--because", "Seen.")
    run("--as", "Ana", "verdict", "1.1", "false", "--because", "It was Tuesday.")
    return "1.1"


def claim(run: Run, ref: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("show", ref, "--format", "json").out)[0]
    return found


def test_a_dispute_is_settled_with_a_reason_and_can_be_reopened(run: Run, disputed: str) -> None:
    done = run("settle", disputed, "mostly-f", "--because", "Both are half right.")

    assert (done.code, done.err) == (0, "Settled by First reader.\n")
    assert claim(run, disputed)["status"] == "settled"
    assert claim(run, disputed)["rating"]["code"] == "mostly-false"
    assert run("settle", disputed, "--reopen", "--because", "Wait.").code == 0
    assert claim(run, disputed)["status"] == "disputed"


def test_a_claim_without_a_verdict_has_nothing_to_settle(run: Run) -> None:
    done = run("settle", "1.2", "true", "--because", "So.")

    assert done.code == 4
    assert "0 of 1 reviewers" in done.err


def test_settling_wants_a_rating_or_reopen(run: Run, disputed: str) -> None:
    assert run("settle", disputed, "--because", "x").code == 2
    assert run("settle", disputed, "true", "--reopen", "--because", "x").code == 2
    assert "--because" in run("settle", disputed, "true").err


def test_the_policy_says_who_may_settle(run: Run, disputed: str) -> None:
    run("policy", "--settler", "Bo")
    done = run("settle", disputed, "true", "--because", "So.")

    assert done.code == 4
    assert "These may: Bo" in done.err
    assert run("--as", "Bo", "settle", disputed, "true", "--because", "So.").code == 0
    assert run("policy", "--settler", "Bo", "--everyone-settles").code == 2
    refused = run("policy", "--everyone-settles")
    assert (refused.code, "These may: Bo." in refused.err) == (4, True)
    assert run("--as", "Bo", "policy", "--everyone-settles").code == 0
    assert run("settle", disputed, "false", "--because", "So.").code == 0


def test_a_policy_is_shown_and_changed(run: Run) -> None:
    assert "1 reviewer a claim" in run("policy").out
    done = run("policy", "--reviewers", "2", "--blind", "--sources", "3", "--because", "Agreed.")

    assert done.code == 0
    assert json.loads(run("policy", "-f", "json").out) == [
        {"scale": "default", "reviewers": 2, "blind": True, "settlers": [], "sources": 3}
    ]
    assert run("policy", "--reviewers", "0").code == 2
    assert "Agreed." in run("log").out


def test_what_is_published_is_only_changed_by_a_correction(run: Run) -> None:
    run("verdict", "1.1", "true", "--because", "Seen.")
    done = run("publish", "1", "--url", "https://desk.example/bridge")

    assert "1 claim published" in done.err
    for words in (
        ("verdict", "1.1", "false", "--because", "x"),
        ("verdict", "1.1", "--withdraw", "--because", "x"),
        ("settle", "1.1", "false", "--because", "x"),
        ("claim", "edit", "1.1", "--text", "Other words."),
        ("claim", "retract", "1.1", "--because", "x"),
        ("claim", "split", "1.1", "One.", "Two."),
        ("claim", "merge", "1.2", "1.1"),
        ("publish", "1.1"),
        ("undo",),
    ):
        refused = run(*words)
        assert refused.code == 4, words
        assert "claimledger correct 1.1" in refused.err, words

    done = run("correct", "1.1", "false", "--because", "Log.", "--note", "It was on Tuesday.")
    assert done.code == 0
    report = run("report", "1").out
    assert "It was on Tuesday." in report
    assert claim(run, "1.1")["rating"]["code"] == "false"

    run("correct", "1.1", "--withdraw", "--because", "Wrong claim.", "--note", "We withdraw this.")
    assert claim(run, "1.1")["published"] is False
    assert run("verdict", "1.1", "false", "--because", "x").code == 0


def test_a_correction_needs_a_note_for_readers(run: Run) -> None:
    run("verdict", "1.1", "true", "--because", "Seen.")
    assert run("correct", "1.1", "false", "--because", "x", "--note", "y").code == 4
    run("publish", "1.1")
    done = run("correct", "1.1", "false", "--because", "x")

    assert done.code == 2
    assert "--note TEXT" in done.err


def test_a_settled_claim_that_gets_contrary_evidence_is_flagged(run: Run, disputed: str) -> None:
    run("settle", disputed, "true", "--because", "So.")
    run("attach", disputed, "https://port.example/log", "--no-fetch", "--refutes")

    assert claim(run, disputed)["challenged"] is True
    assert run("list", "--challenged", "-f", "ids").out.split() == [disputed]


def test_the_log_says_what_a_policy_changed(run: Run) -> None:
    run("policy", "--sources", "4", "--because", "Agreed.")
    run("policy", "--settler", "First reader")
    told = [line["summary"] for line in json.loads(run("log", "-f", "json").out)][-2:]

    assert told == ["policy: 4 sources a claim: Agreed.", "policy: settled by First reader"]


def test_a_settler_nobody_knows_is_told_of_and_an_odd_name_refused(run: Run) -> None:
    assert run("policy", "--settler", "Bo\x1b[31m").code == 2
    assert 'Nobody has acted as "Bob" here yet' in run("policy", "--settler", "Bob").err


def test_the_rules_are_set_by_those_who_may_settle(run: Run) -> None:
    run("--as", "Bo", "policy", "--settler", "Bo")

    for words in (
        ("scale", "use", "politifact"),
        ("scale", "map", "default", "politifact", "--set", "true=true"),
        ("lint", "--off", "origin", "--because", "No."),
        ("policy", "--blind"),
    ):
        refused = run(*words)
        assert refused.code == 4, words
        assert "These may: Bo" in refused.err


def test_publishing_tells_what_lint_would_find(run: Run) -> None:
    run("verdict", "1.1", "true", "--because", "ok")

    assert "to mend before readers find them: claimledger lint" in run("publish", "1.1").err
