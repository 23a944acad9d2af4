"""Run the console blocks of the documentation, and write what they print into it.

``python docs/make_consoles.py`` rewrites the blocks whose output is no longer so; the
tests run them too, and rewrite nothing.

All commands of a document run in one shell, in a new folder that holds a ``docs``. A line
with an ellipsis alone stands for any number of lines. Dates, times and ids are compared
by their form, everything else exactly.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent
DOCUMENTS = (HERE.parent / "README.md", HERE / "tutorial.md")
FOLDER = "/home/ana/claimledger"
"""The folder that documents show, wherever the commands ran."""

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*\n(?:>(?: .*)?\n)*)", re.MULTILINE)
_PROMPT = re.compile(r"^> ?", re.MULTILINE)
_END = re.compile(r"\n?^@@end (\d+)@@\n", re.MULTILINE)
_REPORT_CODE = "code=$?; printf '\\n@@end %s@@\\n' $code; (exit $code)\n"
_FORMS = (
    (re.compile(r"\b[0-9a-f]{12,64}\b"), "ID"),
    (re.compile(r"\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d\.\d{3}Z)?)?"), "TIME"),
)
_SECONDS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A command of a document and what the document says it prints."""

    command: str
    """As a shell reads it, without the prompts."""
    shown: str
    start: int
    """Where ``shown`` begins in the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command printed, errors among the rest, and its exit code."""

    printed: str
    code: int


def main() -> None:
    """Rewrite the documents in which a command prints something else than it should."""
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            outcomes = run(examples_of(text), Path(folder))
        document.write_text(rewritten(text, outcomes), encoding="utf-8")


def examples_of(text: str) -> list[Example]:
    """Return the commands of a document's console blocks, in order."""
    found = []
    for block in _BLOCK.finditer(text):
        commands = list(_COMMAND.finditer(text, block.start(1), block.end(1)))
        edges = [*commands, None]
        for here, after in pairwise(edges):
            assert here is not None
            end = block.end(1) if after is None else after.start()
            command = _PROMPT.sub("", here[1])
            found.append(Example(command=command, shown=text[here.end() : end], start=here.end()))
    return found


def run(examples: list[Example], folder: Path) -> list[Outcome]:
    """Run commands one after the other in one shell; return what each left."""
    program = folder / "bin" / "claimledger"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimledger "$@"\n')
    program.chmod(0o755)
    desk = folder / "claimledger"
    desk.mkdir()
    (desk / "docs").symlink_to(HERE)
    script = "".join(e.command + _REPORT_CODE for e in examples)
    done = subprocess.run(  # noqa: S603 - the commands are our own
        ["bash", "-c", script],  # noqa: S607 - the shell that the documents are written for
        cwd=desk,
        env=_surroundings(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=_SECONDS,
        check=False,
    )
    parts = _END.split(done.stdout.decode().replace(str(desk), FOLDER))
    return [
        Outcome(printed=printed and printed.rstrip("\n") + "\n", code=int(code))
        for printed, code in zip(parts[::2], parts[1::2], strict=False)
    ]


def agree(shown: str, printed: str) -> bool:
    """Tell whether a document shows what a command printed, dates and ids apart."""
    lines = [_formed(line) for line in shown.rstrip("\n").splitlines()]
    pattern = "".join(r"(?:.*\n)*?" if x == "…" else re.escape(x) + r"\n" for x in lines)
    told = "".join(_formed(line) + "\n" for line in printed.splitlines())
    return re.fullmatch(pattern, told) is not None


def rewritten(text: str, outcomes: list[Outcome]) -> str:
    """Return a document with what its commands print now, if anything is no longer so.

    Then every block gets the times and ids of the same run, but for those that leave
    lines out and still agree.
    """
    pairs = list(zip(examples_of(text), outcomes, strict=True))
    if all(agree(example.shown, outcome.printed) for example, outcome in pairs):
        return text
    for example, outcome in reversed(pairs):
        if "…" in example.shown.splitlines() and agree(example.shown, outcome.printed):
            continue
        end = example.start + len(example.shown)
        text = text[: example.start] + outcome.printed + text[end:]
    return text


def _formed(line: str) -> str:
    for form, name in _FORMS:
        line = form.sub(name, line)
    return line.rstrip()


def _surroundings(folder: Path) -> dict[str, str]:
    """Return an environment that holds nothing of the person who runs this."""
    return {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(HERE.parent),
        "PYTHONUNBUFFERED": "1",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
        "GIT_CONFIG_NOSYSTEM": "1",
    }


if __name__ == "__main__":
    main()
