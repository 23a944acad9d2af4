"""Slips and how they are taken back, and what is said before they do harm."""

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
    """Have a ledger with one article of three claims in the folder."""


def test_a_verdict_is_taken_back_with_a_reason(run: Run) -> None:
    run("verdict", "1.2", "false", "--because", "It was 18 million.")
    done = run("verdict", "1.2", "--withdraw", "--because", "I meant 1.3.", "-f", "json")
    [claim] = json.loads(done.out)

    assert done.code == 0
    assert "Verdict withdrawn as First reader." in done.err
    assert (claim["status"], [v["standing"] for v in claim["verdicts"]]) == ("open", [False])
    assert "I meant 1.3." in run("log", "1.2").out


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("verdict", "1.2"), 2, "RATING"),
        (("verdict", "1.2", "true", "--withdraw", "--because", "x"), 2, "without a rating"),
        (("verdict", "1.2", "--withdraw"), 2, "--because"),
        (("verdict", "1.2", "--withdraw", "--because", "x"), 4, "has no verdict on 1.2"),
        (("claim", "restore", "1.2", "--because", "x"), 4, "not retracted"),
        (("add", "a.txt", "b.txt", "--updates", "1"), 2, "--updates can be said of one source"),
        (("add", "a.txt", "b.txt", "--title", "T", "--author", "A"), 2, "--title and --author"),
        (("add", "www.paper.example"), 2, "https://www.paper.example"),
        (("add", ""), 2, "No source is named"),
        (("split", "a.txt", "--language", ""), 2, "en, de or pt-BR"),
        (("attach", "1.1", "", "--supports"), 2, "No source is named"),
        (("attach", "1.1", "https://", "--supports", "--no-fetch"), 2, "needs a host"),
        (("attach", "1.1", "https://a b.example/", "--supports", "--no-fetch"), 2, "no space"),
        (("attach", "1.1", "https://u:p@b.example/", "--supports", "--no-fetch"), 2, "password"),
        (
            ("attach", "1.1", "https://b.example/", "--supports", "--no-fetch", "--quote", " "),
            2,
            "A quote is empty",
        ),
        (("evidence", "show", "1.1.9"), 2, "claimledger evidence list shows them"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    run: Run, ledger: Ledger, words: tuple[str, ...], code: int, says: str
) -> None:
    before = ledger.size()
    done = run(*words)

    assert (done.code, done.out) == (code, "")
    assert says in done.err
    assert ledger.size() == before


def test_a_retracted_claim_comes_back_with_all_it_had(run: Run) -> None:
    run("verdict", "1.2", "false", "--because", "It was 18 million.")
    run("attach", "1.2", "https://alder.example/", "--refutes", "--no-fetch")
    run("claim", "retract", "1.2", "--because", "I meant 1.3.")
    refused = run("verdict", "1.2", "true", "--because", "Seen.")
    done = run("claim", "restore", "1.2", "--because", "A slip.", "-f", "json")
    [claim] = json.loads(done.out)

    assert refused.code == 4
    assert "claimledger claim restore 1.2 --because" in refused.err
    assert (claim["ref"], claim["status"], claim["retracted_because"]) == ("1.2", "checked", None)
    assert len(claim["evidence"]) == 1
    assert "A slip." in run("log", "1.2").out
    assert run("rebuild").code == 0
    assert run("list", "--status", "checked", "-f", "ids").out == "1.2\n"


def test_adding_what_was_retracted_says_how_to_restore_it(run: Run) -> None:
    run("claim", "add", "1", "The bridge is blue.")
    run("claim", "retract", "1.4", "--because", "Nobody said so.")
    done = run("claim", "add", "1", "The bridge is blue.")

    assert done.code == 4
    assert "claim restore 1.4" in done.err


def test_an_edit_marks_the_verdicts_on_other_words(run: Run) -> None:
    run("verdict", "1.2", "false", "--because", "It cost 18 million.")
    edited = run("claim", "edit", "1.2", "--text", "The repairs cost 18 million euros.")

    assert (
        "1 verdict on 1.2 stands on other words or for another speaker (First reader)" in edited.err
    )
    assert "on other words" in run("list").out
    assert json.loads(run("show", "1.2", "-f", "json").out)[0]["verdicts"][0]["reworded"] is True
    assert "given before the claim was reworded" in run("show", "1.2").out
    markdown = run("report", "-f", "markdown").out
    assert "| **False** (before the claim was reworded) |" in markdown
    assert ", before the claim was reworded)" in markdown.partition("## 1.2")[2]


def test_a_verdict_after_the_edit_stands_on_these_words(run: Run) -> None:
    run("verdict", "1.2", "false", "--because", "It cost 18 million.")
    run("claim", "edit", "1.2", "--text", "The repairs cost 18 million euros.")
    run("verdict", "1.2", "true", "--because", "So it did.")
    kind = run("claim", "edit", "1.2", "--kind", "fact")

    assert kind.err == ""
    assert "other words" not in run("list").out


def test_a_verdict_stands_on_who_says_so_too(run: Run) -> None:
    run("verdict", "1.2", "false", "--because", "It cost 18 million.")
    speaker = run("claim", "edit", "1.2", "--speaker", "The mayor")

    assert "for another speaker" in speaker.err
    assert "other words" in run("list").out
    run("verdict", "1.2", "false", "--because", "So she did say.")
    assert "other words" not in run("list").out
    assert run("rebuild").code == 0
    assert run("verify").code == 0


def test_a_name_that_is_nearly_anothers_is_warned_of_once(run: Run) -> None:
    words = ("verdict", "1.1", "true", "--because", "Seen.")
    first = run("--as", "first READER <first@desk.example>", *words)
    second = run("--as", "first READER <first@desk.example>", *words)
    stranger = run("--as", "Second reader", *words)

    assert '"First reader" has acted before' in first.err
    assert '--as "First reader"' in first.err
    assert "has acted before" not in second.err
    assert "has acted before" not in stranger.err


def test_a_dispute_between_scales_names_them(run: Run) -> None:
    run("verdict", "1.1", "false", "--because", "No.")
    used = run("scale", "use", "politifact")
    run("--as", "Second reader", "verdict", "1.1", "false", "--because", "No.")

    assert "1 verdict on other scales" in used.err
    out = run("report").out
    assert "False (default)" in out
    assert "False (politifact)" in out
    assert "False (Second reader, politifact)" in run("report", "-f", "markdown").out


def test_a_change_in_a_ledger_further_up_says_where(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    words = ("verdict", "1.1", "true", "--because", "Seen.")

    assert f"In the ledger {tmp_path / 'ledger.db'}" in run(*words).err
    assert "In the ledger" not in run("--db", "../ledger.db", *words).err
    assert "In the ledger" not in run("list").err


def test_init_makes_the_ledger_that_the_environment_names(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMLEDGER_DB", str(tmp_path / "desk.db"))

    assert run("init").code == 0
    assert (tmp_path / "desk.db").exists()
    assert run("init").code == 4


def test_a_filter_that_fits_nothing_does_not_say_that_there_is_nothing(run: Run) -> None:
    done = run("list", "--status", "disputed")

    assert (done.code, done.out) == (0, "")
    assert done.err == "No claim is like that.\n"


def test_a_search_says_that_there_is_more(run: Run) -> None:
    done = run("search", "alder", "--limit", "1")

    assert "there are more" in done.err
    assert run("search", "alder", "--limit", "2").err == ""


def test_claims_may_be_named_with_spaces_and_capitals(run: Run, ledger: Ledger) -> None:
    done = run(
        *("attach", "1.1, 1.2", "https://alder.example/", "--context", "--no-fetch"),
        *("-f", "ids"),
    )

    assert done.out == "1.1.1\n1.2.1\n"
    assert run("list", ledger.claim("1.1").id.upper()[:12], "-f", "ids").out == "1.1\n"


def test_a_picture_is_kept_as_evidence_and_its_quotes_are_not_checked(
    run: Run, tmp_path: Path, ledger: Ledger
) -> None:
    data = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    (tmp_path / "shot.png").write_bytes(data)
    done = run("attach", "1.1", "shot.png", "--supports", "--quote", "Monday", "-f", "json")
    [evidence] = json.loads(done.out)

    assert done.code == 0
    assert evidence["capture"]["media_type"] == "image/png"
    assert evidence["capture"]["text"] is None
    assert evidence["quotes"][0]["result"] == "not checked"
    assert ledger.blob(evidence["capture"]["raw"]) == data
    assert "it was no text" in run("evidence", "show", "1.1.1").out
    assert run("evidence", "open", "1.1.1", "--snapshot", "--print").out.endswith(".png\n")
    assert run("verify").code == 0


def test_a_file_has_no_address_and_the_hint_can_be_typed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bill.txt").write_text("18 million euros.")
    run("attach", "1.1", "bill.txt", "--supports")

    assert "claimledger evidence open --snapshot 1.1.1" in run("evidence", "open", "1.1.1").err
