"""Commands against a small ledger: data on standard output, errors with advice."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimledger.config.builtin_scales import NAMES
from claimledger.ledger import Ledger

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def filled(ledger: Ledger) -> None:
    """Have a ledger with one article of three claims in the folder."""


def test_a_list_names_the_most_check_worthy_claims_first(run: Run) -> None:
    done = run("list", "--format", "ids")

    assert done.code == 0
    assert done.out.splitlines() == ["1.1", "1.2", "1.3"]
    assert "Alder Bridge" in run("list").out


def test_json_is_one_array_and_jsonl_one_object_a_line(run: Run) -> None:
    whole = json.loads(run("list", "--format", "json").out)
    lines = [json.loads(line) for line in run("list", "-f", "jsonl").out.splitlines()]

    assert whole == lines
    assert whole[2]["speaker"] == "The council"
    assert whole[0]["status"] == "open"


def test_a_verdict_is_on_record_and_shown(run: Run) -> None:
    done = run("verdict", "1.2", "mostly-f", "--because", "It cost 18 million.")

    assert (done.code, done.err) == (0, "Verdict on record as First reader.\n")
    assert "Mostly false" in done.out
    assert "It cost 18 million." in run("report", "1.2").out
    assert run("list", "--status", "checked", "--format", "ids").out == "1.2\n"


def test_a_rating_nobody_knows_lists_the_labels_and_changes_nothing(run: Run) -> None:
    done = run("verdict", "1.2", "wrong", "--because", "No.")

    assert done.code == 2
    assert "Mostly false, False, Unproven, Not checkable" in done.err
    assert done.out == ""


def test_without_a_terminal_a_missing_reason_names_the_flag(run: Run) -> None:
    done = run("verdict", "1.2", "false")

    assert done.code == 2
    assert "--because TEXT" in done.err


def test_a_link_is_recorded_without_fetching(run: Run) -> None:
    done = run(
        *("attach", "1.2", "https://alder.example/accounts", "--refutes", "--no-fetch"),
        *("--quote", "18 million", "--title", "Accounts", "--format", "json"),
    )
    [evidence] = json.loads(done.out)

    assert evidence["ref"] == "1.2.1"
    assert evidence["stance"] == "refutes"
    assert evidence["capture"] is None
    assert evidence["quotes"][0]["result"] == "not checked"


def test_a_file_is_captured_and_its_quotes_are_looked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "accounts.txt").write_text("The bill: 18 million euros in all.\n")
    done = run(
        *("attach", "1.2", "accounts.txt", "--refutes", "--format", "json"),
        *("--quote", "18  MILLION euros", "--quote", "12 million"),
    )
    [evidence] = json.loads(done.out)

    assert [q["result"] for q in evidence["quotes"]] == ["found", "not found"]
    assert evidence["quotes"][0]["exact"] == "18 million euros"
    assert len(evidence["capture"]["raw"]) == 64
    assert 'does not say "12 million"' in done.err


def test_evidence_is_listed_and_withdrawn(run: Run) -> None:
    run("attach", "1.2", "https://alder.example/", "--context", "--no-fetch")
    assert run("evidence", "list", "1.2", "--format", "ids").out == "1.2.1\n"
    assert run("show", "1.2.1").out == run("show", "1.2").out
    assert run("evidence", "withdraw", "1.2.1", "--because", "Wrong page.").code == 0
    again = run("evidence", "withdraw", "1.2.1", "--because", "Wrong page.")

    assert again.code == 4
    assert "withdrawn before" in again.err


def test_evidence_has_exactly_one_stance(run: Run) -> None:
    two = run("attach", "1.2", "https://alder.example/", "--supports", "--refutes", "--no-fetch")
    none = run("attach", "1.2", "https://alder.example/", "--no-fetch")

    assert (two.code, none.code) == (2, 2)
    assert "--supports, --refutes" in none.err


def test_claims_are_added_edited_and_retracted_by_hand(run: Run) -> None:
    added = run("claim", "add", "1", "The bridge is blue.", "--speaker", "A visitor", "-f", "ids")
    edited = run("claim", "edit", "1.4", "--text", "The bridge is green.", "-f", "json")
    gone = run("claim", "retract", "1.4", "--because", "Nobody said so.")

    assert added.out == "1.4\n"
    assert json.loads(edited.out)[0]["text"] == "The bridge is green."
    assert gone.code == 0
    assert "1.4" not in run("list", "--format", "ids").out
    assert run("claim", "edit", "1.1").code == 2


def test_csv_has_a_heading_and_a_row_a_claim(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("report", "--format", "csv").out)))

    assert [row["ref"] for row in rows] == ["1.1", "1.2", "1.3"]
    assert rows[0]["text"] == "The Alder Bridge reopened on Monday."


def test_a_report_goes_to_a_file_whole(run: Run, tmp_path: Path) -> None:
    done = run("report", "--format", "markdown", "-o", "report.md")

    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "report.md").read_text().startswith("# Bridge reopens")
    assert [p.name for p in tmp_path.iterdir() if "report" in p.name] == ["report.md"]


def test_a_report_that_cannot_be_written_says_so(run: Run) -> None:
    done = run("report", "-o", "nowhere/report.md")

    assert done.code == 1
    assert "cannot be written" in done.err


def test_a_claim_is_reported_with_its_quote_in_context(run: Run) -> None:
    out = run("show", "1.3").out

    assert "The repairs took nine months." in out
    assert "The council" in out
    assert run("show", "1").out == run("report", "1").out


def test_a_search_finds_all_words(run: Run) -> None:
    assert run("search", "alder", "cost", "--format", "ids").out == "1.2\n"
    nothing = run("search", "unicorns")
    assert nothing.code == 0
    assert "No claim holds" in nothing.err


def test_the_history_is_shown_for_all_or_for_one_claim(run: Run) -> None:
    run("verdict", "1.1", "true", "--because", "Seen.")
    kinds = [e["kind"] for e in json.loads(run("log", "--format", "json").out)]

    assert kinds[-1] == "verdict_given"
    assert len(json.loads(run("log", "1.1", "--format", "json").out)) == 2
    assert len(json.loads(run("log", "-n", "1", "--format", "json").out)) == 1


def test_verify_is_quiet_when_nothing_was_changed(run: Run) -> None:
    done = run("verify")

    assert done.code == 0
    assert "7 events verified" in done.out


def test_verify_names_the_first_bad_event_and_exits_with_3(run: Run, ledger: Ledger) -> None:
    ledger._sql.execute("DROP TRIGGER events_are_not_updated")
    ledger._sql.execute("UPDATE events SET body = replace(body, 'nine', 'nein') WHERE seq = 7")
    done = run("verify")

    assert done.code == 3
    assert "event 7 (" in done.out
    assert "with a backup" in done.err


def test_tables_that_were_edited_can_be_made_again(run: Run, ledger: Ledger) -> None:
    ledger._sql.execute("UPDATE claims SET text = 'The bridge never closed.'")
    done = run("verify")

    assert done.code == 3
    assert "table claims" in done.out
    assert "claimledger rebuild" in done.err
    assert run("rebuild").code == 0
    assert run("verify").code == 0


def test_scales_are_listed_shown_and_chosen(run: Run) -> None:
    assert run("scale", "list", "--format", "ids").out.split() == list(NAMES)
    assert "PolitiFact" in run("scale", "list").out
    assert "Pants on Fire" in run("scale", "show", "politifact").out
    assert run("scale", "use", "averitec").code == 0
    assert run("verdict", "1.1", "supp", "--because", "Seen.").code == 0
    assert run("scale", "show", "stars").code == 2


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("show", "9.9"), 2, 'no claim "9.9"'),
        (("show", "9"), 2, 'no article "9"'),
        (("list", "--format", "xml"), 2, "table, json, jsonl, csv, tsv, ids, markdown"),
        (("list", "--status", "lost"), 2, "open, checked, disputed, settled, retracted"),
        (("list", "--limit", "0"), 2, "limit"),
        (("attach", "1.1", "ftp://x.example/", "--supports"), 2, "http"),
        (("attach", "1.1", "nowhere.txt", "--supports"), 1, "nowhere.txt"),
        (("attach", "1.1", "http://127.0.0.1:9/", "--supports"), 1, "--allow-private"),
        (("--db", "other.db", "list"), 1, "There is no ledger at other.db"),
        (("--as", " ", "verdict", "1.1", "true", "--because", "x"), 2, "reviewer"),
        (("nonsense",), 2, "nonsense"),
        (("search", "..."), 2, "no word"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_mistake_gets_one_clear_error(
    run: Run, words: tuple[str, ...], code: int, says: str
) -> None:
    done = run(*words)

    assert done.code == code
    assert says in done.err
    assert "Traceback" not in done.err
    assert done.out == ""


def test_the_ledger_is_found_in_a_parent_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deep/er").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "deep/er")

    assert run("article", "list", "--format", "ids").out == "1\n"


def test_the_reviewer_is_the_one_named(run: Run) -> None:
    run("--as", "Second reader", "verdict", "1.1", "true", "--because", "Seen.")
    [claim] = json.loads(run("report", "1.1", "--format", "json").out)

    assert claim["verdicts"][0]["reviewer"] == "Second reader"


def test_init_makes_a_ledger_once(run: Run) -> None:
    first = run("--db", "new.db", "init", "--scale", "politifact")
    second = run("--db", "new.db", "init")

    assert (first.code, second.code) == (0, 4)
    assert "Made a new ledger: new.db" in first.err
    assert (
        json.loads(run("--db", "new.db", "scale", "show", "-f", "json").out)[0]["id"]
        == "politifact"
    )
    assert run("--db", "new.db", "report").code == 0
    assert run("--db", "bad.db", "init", "--scale", "stars").code == 2
    assert not Path("bad.db").exists()


def test_what_an_article_smuggles_in_is_not_obeyed_by_the_terminal(run: Run) -> None:
    run(
        "claim",
        "add",
        "1",
        "Red \x1b[31malert\x1b]8;;http://x.example\x07 [bold]now[/x] \u202eback.",
    )
    out = run("list").out

    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "[bold]now[/x]" in out


@pytest.mark.parametrize(
    "words",
    [
        ("verdict", "1.1", "true", "--because", "Seen.", "-f", "bogus"),
        ("claim", "retract", "1.1", "--because", "A headline.", "--format", ""),
        ("lint", "--off", "origin", "--because", "So.", "-f", "table,json"),
        ("scale", "use", "politifact", "-f", "toml"),
    ],
)
def test_a_format_that_is_none_is_refused_before_anything_is_on_record(
    run: Run, ledger: Ledger, words: tuple[str, ...]
) -> None:
    before = ledger.size()
    done = run(*words)

    assert (done.code, done.out) == (2, "")
    assert f'"{words[-1]}" is no format.' in done.err
    assert "table, json, jsonl" in done.err
    assert ledger.size() == before


@pytest.mark.parametrize("number", [str(2**63 - 1), "9" * 20])
@pytest.mark.parametrize("command", [["list"], ["search", "bridge"], ["match", "1.1"], ["log"]])
def test_a_limit_that_no_ledger_reaches_is_refused(
    run: Run, command: list[str], number: str
) -> None:
    done = run(*command, "--limit", number)

    assert (done.code, done.out) == (2, "")
    assert "--limit" in done.err


def test_what_to_type_next_is_in_the_name_that_was_given(run: Run) -> None:
    said = run("--as", "Ana Ruiz", "scale", "add", "averitec").err
    assert "claimledger" not in said, "the ledger has it already"

    said = run("--as", "Ana Ruiz", "next", "-f", "json").err
    assert "claimledger --as 'Ana Ruiz' verdict 1.1 RATING" in said
    said = run("next", "-f", "json").err  # as CLAIMLEDGER_REVIEWER says, which stays so
    assert "claimledger verdict 1.1 RATING" in said
