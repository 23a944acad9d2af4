"""In a blind review, nothing that the program prints tells what another reviewer thinks.

Two ledgers differ in one thing alone: what Ana found and decided about a claim on which Bo has
not spoken. Whatever Bo runs, in whatever format, prints the same in both.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import typer

from claimledger.cli.app import app
from claimledger.domain.acts import EvidenceChecked
from claimledger.domain.evidence import LinkState, Stance
from claimledger.formats.registry import FORMATS
from claimledger.ledger import Ledger
from claimledger.ledger.journal import Surroundings
from claimledger.ledger.sourcing import evidence_act

Run = Callable[..., Any]

WORLDS = {
    "true": ("true", Stance.SUPPORTS, "The accounts show it.", "accounts.txt"),
    "false": ("false", Stance.REFUTES, "The ledger of the port denies it.", "port.txt"),
}
"""What Ana holds of 1.1 in each world: rating, stance, rationale and source."""

COMMANDS: dict[str, list[list[str]]] = {
    "list": [[], ["1"], ["--status", "open"], ["--status", "checked"], ["--challenged"]],
    "show": [["1"], ["1.1"], ["1.1", "--explain"]],
    "report": [[], ["1"], ["1.1"], ["-o", "report.md"]],
    "search": [["bridge"], ["accounts"], ["denies"]],
    "match": [["The Alder Bridge reopened on Monday."], ["1.1"]],
    "next": [[], ["1"]],
    "log": [[], ["1"], ["1.1"], ["1.1.1"]],
    "lint": [[], ["1.1"], ["--rules"]],
    "stats": [[], ["1"]],
    "agreement": [[], ["1"], ["--first"]],
    "verify": [[]],
    "rebuild": [[]],
    "policy": [[]],
    "evidence list": [[], ["1"], ["1.1"], ["1.1.1"]],
    "evidence show": [["1.1.1"], ["1.1.1", "--text"], ["1.1"]],
    "evidence open": [["1.1.1"], ["1.1.1", "--snapshot"]],
    "evidence cite": [[], ["1.1"], ["1.1.1"]],
    "evidence export": [["out.warc.gz"], ["out.warc.gz", "1.1"]],
    "evidence check": [[], ["1.1"]],
    "evidence archive": [["1.1"], ["1.1.1"]],
    "evidence withdraw": [["1.1.1", "--because", "x"]],
    "article list": [[]],
    "article diff": [["1"]],
    "scale list": [[]],
    "scale show": [[]],
    "scale use": [["politifact"]],
    "scale map": [["default", "politifact"]],
    "claim edit": [["1.1", "--text", "The bridge reopened on Monday."]],
    "claim retract": [["1.1", "--because", "x"]],
    "claim restore": [["1.1", "--because", "x"]],
    "claim split": [["1.1", "It reopened.", "It was Monday."]],
    "claim merge": [["1.2", "1.1"], ["1.1", "1.2"]],
    "claim assign": [["1.1", "Bo"]],
    "claim tag": [["1.1", "bridges"]],
    "claim link": [["1.1", "1.2"]],
    "claim add": [["1", "The Alder Bridge is open."]],
    "settle": [["1.1", "true", "--because", "x"]],
    "publish": [["1.1"], ["1"]],
    "correct": [["1.1", "true", "--because", "x", "--note", "y"]],
    "undo": [[]],
    "attach": [["1.1", "mine.txt", "--context"]],
    "verdict": [["1.1", "--withdraw", "--because", "x"]],
}
"""Every command that reads a ledger or changes one, as Bo runs it."""

OF_NO_LEDGER = {"init", "add", "split", "scale add", "review"}
"""Commands that say nothing of claims that are there, or need a terminal."""


def commands() -> Iterator[str]:
    def walk(group: Any, before: str) -> Iterator[str]:
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                yield from walk(command, f"{before}{name} ")
            else:
                yield f"{before}{name}"

    return walk(typer.main.get_command(app), "")


@pytest.fixture
def worlds(
    ledger: Ledger, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, Path]:
    """A ledger for each world, alike to the byte but for what Ana holds of 1.1."""
    monkeypatch.chdir(tmp_path)
    ledger.set_policy(reviewers=2, blind=True)
    with Ledger.open(path, reviewer="Bo") as bo:
        bo.give_verdict("1.2", "true", because="Known.")
    ledger.close()
    made = {}
    for world, (rating, stance, because, source) in WORLDS.items():
        Path(source).write_text("It says so.\n", encoding="utf-8")
        made[world] = tmp_path / f"{world}.db"
        shutil.copy(path, made[world])
        act = evidence_act(source, stance=stance, quotes=["says so"], note=because)
        with Ledger.open(made[world], reviewer="Ana", world=surroundings()) as ana:
            ana.give_verdict("1.1", rating, because=because)
            [evidence] = ana.attach("1.1", act)
            ana.note_checks([(evidence.id, checked(world, because))])
    return made


def surroundings() -> Surroundings:
    """Return a clock that steps evenly, and nothing random."""
    moments = count()
    return Surroundings(
        now=lambda: datetime(2026, 3, 4, 9, 0, next(moments), tzinfo=UTC),
        random=bytes,
        device=lambda: "0" * 32,
    )


def checked(world: str, detail: str) -> EvidenceChecked:
    return EvidenceChecked(
        run="2026-03-04T09:00:00.000Z",
        state=LinkState.GONE if world == "true" else LinkState.OK,
        status=404,
        final_url=None,
        redirects=(),
        raw=None,
        media_type=None,
        etag=None,
        last_modified=None,
        missing=(),
        detail=detail,
    )


def plain(text: str) -> str:
    """Leave out what follows from a hash or the clock, and where the two ledgers lie."""
    text = re.sub(r"(true|false)\.db", "LEDGER", text)
    text = re.sub(r"[0-9a-f]{64}|\b[0-9a-f]{12}\b", "HASH", text)
    text = re.sub(r"2\d{3}-\d\d-\d\d[T ]\d\d:\d\d[\d:.]*Z?", "TIME", text)
    return re.sub(r"claimledger-\w+", "FOLDER", text)


def seen(run: Run, path: Path, words: list[str]) -> tuple[int, str, str]:
    copy = path.parent / "copy" / path.name
    shutil.rmtree(copy.parent, ignore_errors=True)
    copy.parent.mkdir()
    for suffix in ("", "-wal", "-shm"):
        if (file := path.with_name(path.name + suffix)).exists():
            shutil.copy(file, copy.with_name(copy.name + suffix))
    done = run("--db", str(copy), "--as", "Bo", *words)
    return done.code, plain(done.out), plain(done.err)


def test_every_command_is_tried_or_known_to_say_nothing() -> None:
    assert {*COMMANDS, *OF_NO_LEDGER} == set(commands())


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_prints_the_same_whatever_the_other_reviewer_thinks(
    command: str, worlds: dict[str, Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webbrowser.open", lambda *_: True)
    Path("mine.txt").write_text("Mine.\n", encoding="utf-8")
    for words in COMMANDS[command]:
        typed = [*command.split(), *words]
        for form in [[], *(["--format", name] for name in ("table", *FORMATS))]:
            one, other = (seen(run, path, [*typed, *form]) for path in worlds.values())
            assert one == other, [*typed, *form]
            if one[0] == 2 and form and "No such option: --format" in one[2]:
                break


def test_what_was_kept_back_is_told_once_both_have_spoken(
    worlds: dict[str, Path], run: Run
) -> None:
    outputs = set()
    for world, path in worlds.items():
        _, _, because, source = WORLDS[world]
        run("--db", str(path), "--as", "Bo", "verdict", "1.1", "false", "--because", "No.")
        done = run("--db", str(path), "--as", "Bo", "show", "1.1")
        assert because in done.out
        assert source in done.out
        outputs.add(plain(done.out))

    assert len(outputs) == 2


def test_the_one_whose_work_it_is_sees_it(worlds: dict[str, Path], run: Run) -> None:
    for world, path in worlds.items():
        done = run("--db", str(path), "--as", "Ana", "show", "1.1")
        assert WORLDS[world][2] in done.out


def test_nobody_in_particular_sees_no_verdict_before_its_time(worlds: dict[str, Path]) -> None:
    with Ledger.open(worlds["true"], read_only=True) as ledger:
        claim = ledger.claim("1.1")

    assert claim.hidden
    assert (claim.verdicts, claim.evidence) == ((), ())
