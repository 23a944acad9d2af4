"""``--explain``: a person who disagrees with a claim sees how it was made."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimledger.ledger import Ledger

Run = Callable[..., Any]

ARTICLE = """\
Bridge reopens after repairs

“We are proud of the work,” said Mary Poe, the mayor of York. She did not say when the road \
would open.

The repairs cost 12 million euros and took a year.
"""


@pytest.fixture(autouse=True)
def article(tmp_path: Path) -> None:
    """Have an article in the folder."""
    (tmp_path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")


def test_every_sentence_is_shown_with_its_claims_and_their_reasons(run: Run) -> None:
    done = run("split", "bridge.txt", "--explain")

    assert done.code == 0
    for shown in (
        "claim 2     Mary Poe is the mayor of York.",
        "appositive, with “Mary Poe” from outside it, “is” put in",
        "“We” is Mary Poe: who speaks",
        "say: Mary Poe; told by “said Mary Poe, the mayor of York”",
        "no claim  no prose",
    ):
        assert shown in done.out


def test_an_explanation_fits_the_width_and_is_plain_when_piped(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    done = run("split", "bridge.txt", "--explain")

    lines = done.out.splitlines()
    assert max(map(len, lines)) <= 60
    assert all(line == line.rstrip() for line in lines)
    assert "\x1b" not in done.out


def test_one_claim_is_chosen_by_its_number(run: Run) -> None:
    listed = [json.loads(x) for x in run("split", "bridge.txt", "-f", "jsonl").out.splitlines()]
    [step] = json.loads(run("split", "bridge.txt", "--explain", "--only", "2", "-f", "json").out)

    [claim] = step["claims"]
    assert (claim["number"], claim["id"]) == (2, listed[1]["id"])


def test_one_sentence_is_chosen_by_words_of_it_or_of_its_claims(run: Run) -> None:
    for words in ("POE IS THE MAYOR", "said Mary", "mary  poe is"):
        out = run("split", "bridge.txt", "--explain", "--only", words, "-f", "jsonl").out
        [step] = map(json.loads, out.splitlines())
        assert step["text"].startswith("“We are proud")


def test_json_holds_claims_as_split_gives_them_with_their_origin(run: Run) -> None:
    listed = json.loads(run("split", "bridge.txt", "--format", "json").out)
    steps = json.loads(run("split", "bridge.txt", "--explain", "--format", "json").out)

    claims = [claim for step in steps for claim in step["claims"]]
    extra = {"number", "origin", "borrowed", "put_in", "inflected"}
    assert [{k: v for k, v in c.items() if k not in extra} for c in claims] == listed
    assert all(claim["origin"] for claim in claims)
    assert all(ARTICLE[slice(*step["sentence"])] == step["text"] for step in steps)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--only", "2"), "--only chooses what is explained."),
        (("--explain", "--only", "99"), 'No claim or sentence is meant by "99".'),
        (("--explain", "--format", "csv"), "An explanation has no format csv."),
        (("--explain", "--splitter", "llm"), "The splitter llm does not explain itself."),
    ],
)
def test_what_does_not_go_together_is_told_with_what_to_do(
    words: tuple[str, ...], message: str, run: Run
) -> None:
    done = run("split", "bridge.txt", *words)

    assert done.code == 2
    told, advice = done.err.strip().splitlines()
    assert told == f"Error: {message}"
    assert advice
    assert not done.out


def test_a_claim_of_a_ledger_is_explained_from_its_article(run: Run) -> None:
    run("add", "bridge.txt")
    done = run("show", "1.2", "--explain")

    assert done.code == 0
    assert "claim 2     Mary Poe is the mayor of York." in done.out
    assert "claim 1 " not in done.out


def test_a_claim_that_another_splitter_made_cannot_be_explained(run: Run, ledger: Ledger) -> None:
    assert ledger.article("1").splitter == "by hand"
    done = run("show", "1.1", "--explain")

    assert done.code == 1
    assert "Claim 1.1 was made by by hand" in done.err
    assert not done.out


def test_a_claim_that_a_person_added_was_not_made_by_the_splitter(run: Run) -> None:
    run("add", "bridge.txt")
    run("claim", "add", "1", "The bridge is long.")
    number = len(json.loads(run("list", "--format", "json").out))
    done = run("show", f"1.{number}", "--explain")

    assert done.code == 1
    assert "was not made by the splitter" in done.err


def test_text_from_outside_cannot_act_on_the_terminal(run: Run, tmp_path: Path) -> None:
    evil = "The bridge\x1b]8;;https://evil.example\x07 \x1b[31mis \u202eclosed.\n"
    (tmp_path / "evil.txt").write_text(evil, encoding="utf-8")
    done = run("split", "evil.txt", "--explain")

    assert done.code == 0
    assert not set(done.out) & set("\x1b\x07\u202e")
