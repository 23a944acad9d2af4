"""Claims sorted from the command line, and acts taken back."""

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


def claim(run: Run, ref: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("show", ref, "--format", "json").out)[0]
    return found


def test_a_claim_is_split_into_its_parts_and_leaves_the_list(run: Run) -> None:
    done = run("claim", "split", "1.2", "The repairs took place.", "They cost 12 million euros.")

    assert done.code == 0
    assert "1.4" in done.out
    assert run("list", "-f", "ids", "--sort", "text").out.split() == ["1.1", "1.3", "1.4", "1.5"]
    assert claim(run, "1.2")["retracted_because"] == "divided into 1.4 and 1.5"
    assert claim(run, "1.4")["part_of"] == "1.2"


def test_one_part_is_no_split(run: Run) -> None:
    done = run("claim", "split", "1.2", "The repairs took place.")

    assert done.code == 2
    assert "two or more" in done.err


def test_merged_claims_leave_the_list_and_undo_brings_them_back(run: Run) -> None:
    assert run("claim", "merge", "1.1", "1.2", "1.3", "--because", "One event.").code == 0
    assert run("list", "-f", "ids").out.split() == ["1.1"]
    assert claim(run, "1.3")["merged_into"] == "1.1"

    done = run("undo")

    assert done.err.startswith("Undone: 1.1 merged 1.2 and 1.3 into it: One event.")
    assert len(run("list", "-f", "ids").out.split()) == 3


def test_a_whole_article_is_assigned_and_found_again(run: Run) -> None:
    done = run("claim", "assign", "1", "Ana Ruiz", "First reader")

    assert done.code == 0
    assert 'Nobody has acted as "Ana Ruiz"' in done.err
    assert len(run("list", "--assigned", "Ana Ruiz", "-f", "ids").out.split()) == 3
    assert len(run("list", "--assigned", " ana  RUIZ ", "-f", "ids").out.split()) == 3
    assert run("claim", "assign", "1.1", "--nobody").code == 0
    assert len(run("list", "--assigned", "Ana Ruiz", "-f", "ids").out.split()) == 2


def test_an_assignment_names_reviewers_or_nobody(run: Run) -> None:
    assert run("claim", "assign", "1.1").code == 2
    assert run("claim", "assign", "1.1", "Ana", "--nobody").code == 2


def test_tags_are_given_taken_away_and_found(run: Run) -> None:
    run("claim", "tag", "1.1,1.3", "Bridges", "urgent")
    run("claim", "tag", "1.3", "--remove", "urgent")

    assert claim(run, "1.1")["tags"] == ["bridges", "urgent"]
    assert run("list", "--tag", "urgent", "-f", "ids").out.split() == ["1.1"]
    assert run("claim", "tag", "1.1").code == 2


def test_a_link_shows_on_both_claims_and_can_be_taken_back(run: Run) -> None:
    run("claim", "link", "1.1", "1.2", "--relation", "contra", "--note", "Not both.")
    [here], [there] = claim(run, "1.1")["links"], claim(run, "1.2")["links"]

    assert (here["ref"], here["relation"], here["inward"]) == ("1.2", "contradicts", False)
    assert (there["ref"], there["inward"]) == ("1.1", True)
    assert run("claim", "link", "1.2", "1.1", "-r", "contradicts", "--remove").code == 0
    assert claim(run, "1.1")["links"] == []
    assert run("claim", "link", "1.2", "1.1", "-r", "contradicts", "--remove").code == 4
    assert run("claim", "link", "1.1", "1.1").code == 2


def test_undo_takes_back_one_act_after_another_and_then_says_so(run: Run) -> None:
    run("verdict", "1.1", "true", "--because", "Seen.")
    run("verdict", "1.1", "false", "--because", "Looked again.")

    run("undo")
    assert claim(run, "1.1")["rating"]["code"] == "true"
    run("undo")
    assert claim(run, "1.1")["status"] == "open"

    kinds = [line["summary"] for line in json.loads(run("log", "1.1", "-f", "json").out)][-2:]
    assert kinds == ["undid: verdict false: Looked again.", "undid: verdict true: Seen."]


def test_there_is_nothing_to_undo_for_who_has_done_nothing(run: Run) -> None:
    done = run("--as", "Somebody else", "undo")

    assert done.code == 4
    assert "nothing of Somebody else to undo" in done.err


def test_a_retracted_claim_is_not_assigned_or_published_in_silence(run: Run) -> None:
    run("claim", "retract", "1.3", "--because", "No.")

    assert run("claim", "assign", "1.3", "Ana").code == 4
    assert run("publish", "1.3").code == 4
    assert run("publish", "1").code == 4
    assert run("claim", "tag", "1.3", "old").code == 0
    assert claim(run, "1.3")["tags"] == ["old"]
    assert run("claim", "tag", ",", "old").code == 2


@pytest.mark.parametrize("tag", ["Μαΐου", "two  words", "URGENT"])
def test_a_tag_is_found_and_taken_away_as_it_was_typed(run: Run, tag: str) -> None:
    run("claim", "tag", "1.1", tag)

    assert run("list", "--tag", tag, "-f", "ids").out == "1.1\n"
    run("claim", "tag", "1.1", "--remove", tag)
    assert claim(run, "1.1")["tags"] == []


def test_a_tag_is_not_given_and_taken_away_at_once(run: Run) -> None:
    assert run("claim", "tag", "1.1", "x", "--remove", "X").code == 2


def test_the_parts_of_a_claim_keep_its_tags_and_reviewers(run: Run) -> None:
    run("claim", "tag", "1.2", "money")
    run("claim", "assign", "1.2", "Ana")
    run("claim", "split", "1.2", "The repairs took place.", "They cost 12 million euros.")

    assert [claim(run, ref)["tags"] for ref in ("1.4", "1.5")] == [["money"], ["money"]]
    assert set(run("list", "--assigned", "Ana", "-f", "ids").out.split()) == {"1.4", "1.5"}
    run("undo")
    assert claim(run, "1.2")["assigned"] == ["Ana"]
    assert claim(run, "1.4")["retracted_because"] == "undone"


def test_the_log_says_what_an_edit_changed(run: Run) -> None:
    run("claim", "edit", "1.3", "--speaker", "The mayor")
    run("claim", "edit", "1.3", "--text", "Repairs took nine months.", "--kind", "fact")
    told = [line["summary"] for line in json.loads(run("log", "1.3", "-f", "json").out)]

    assert told[-2:] == [
        "speaker: The council → The mayor",
        "reworded: Repairs took nine months.; kind: event → fact",
    ]


def test_several_claims_can_be_named_with_commas_anywhere(run: Run) -> None:
    assert run("list", "1.1,1.3", "-f", "ids").out.split() == ["1.1", "1.3"]
    assert run("show", "1.1,1.3", "-f", "ids").out.split() == ["1.1", "1.3"]
