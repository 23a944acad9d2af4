"""Write ``docs/cli.md``, the reference of every command, from the program itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from claimledger.cli.app import app

REFERENCE = Path(__file__).parent / "cli.md"

INTRODUCTION = """\
# Command line

This page is made from the program's own help: `python docs/make_reference.py`.

- A claim is named by its article's and its own number in the ledger (`3.7`), or by the
  beginning of its id, at least four digits. An article is named by its number or the
  beginning of its id, a piece of evidence by three numbers (`3.7.2`).
- The ledger is the one named with `--db`, else by `CLAIMLEDGER_DB`, else the nearest
  `ledger.db` in this folder or one above. `add` and `init` make it if there is none. `--db`
  and `--as` go before the command.
- The reviewer is the one named with `--as`, else by `CLAIMLEDGER_REVIEWER`, else
  `reviewer = "Name"` in the settings file `config.toml` (on Linux in
  `~/.config/claimledger`), else git's user, else the login name.
- Standard output is data; notes, progress and errors go to standard error. On a terminal
  tables are in colour (not with `NO_COLOR` or `TERM=dumb`). Piped, they are plain and as wide
  as the terminal behind the pipe; in files they are 120 wide; `COLUMNS` sets another width.
- `--format` gives `table`, `json`, `jsonl`, `csv`, `tsv`, `markdown` or `ids`. In CSV a cell
  may hold line breaks, inside quotes. In TSV a record is one line: tabs and line breaks in a
  cell become spaces, so that `cut` and `awk` can take it apart.
- Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a check found problems, 4 conflict with
  what is there, 130 interrupted, 141 when the reader of a pipe has gone (as with `| head`).
"""


def main() -> None:
    """Write the reference in place of the old one."""
    REFERENCE.write_text(reference(), encoding="utf-8")


def reference() -> str:
    """Return the reference as Markdown."""
    os.environ["COLUMNS"] = "80"
    root = typer.main.get_command(app)
    return "\n".join([INTRODUCTION, *_sections(root, "claimledger", above=None)])


def _sections(command: Any, name: str, *, above: Any) -> Iterator[str]:
    context = command.make_context(name, [], parent=above, resilient_parsing=True)
    lines = [line.rstrip() for line in command.get_help(context).splitlines()]
    yield "\n".join([f"## {context.command_path}", "", "```text", *lines, "```", ""])
    for below, part in getattr(command, "commands", {}).items():
        yield from _sections(part, below, above=context)


if __name__ == "__main__":
    main()
