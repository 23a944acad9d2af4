"""What the commands have in common: the ledger they mean, and shared options."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

if TYPE_CHECKING:
    from claimledger.ledger import Ledger

ClaimRef = Annotated[
    str, typer.Argument(metavar="CLAIM", help="ARTICLE.CLAIM, such as 3.7, or the start of an id.")
]
ArticleRef = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="An article's number, or the start of its id.")
]
Refs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[REF]...", help="Articles (3) or claims (3.7); all when none."),
]
Because = Annotated[
    str | None, typer.Option("--because", metavar="TEXT", help="The reason, for the record.")
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help="table, json, jsonl, csv, tsv, markdown or ids."
    ),
]
Language = Annotated[
    str, typer.Option(metavar="CODE", help="The text's language, such as en or de.")
]
SplitterName = Annotated[
    str,
    typer.Option("--splitter", metavar="NAME", help="What splits: rules, or llm if it is set up."),
]
Limit = Annotated[
    int | None, typer.Option("--limit", "-n", metavar="N", min=1, help="Show at most so many.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options before the command."""

    db: Path | None
    reviewer: str | None

    def at(self, db: Path) -> Options:
        """Return the same options for the ledger at ``db``."""
        return Options(db=Path(db), reviewer=self.reviewer)


def reading(ctx: typer.Context) -> Ledger:
    """Open the ledger that the command means, to read."""
    from claimledger.config.places import find_ledger
    from claimledger.ledger import Ledger

    return Ledger.open(find_ledger(_options(ctx).db), read_only=True)


def changing(ctx: typer.Context, *, create: bool = False, scale: str = "default") -> Ledger:
    """Open the ledger that the command means, to change it in the reviewer's name."""
    from claimledger.config.places import find_ledger
    from claimledger.config.reviewers import find_reviewer
    from claimledger.ledger import Ledger

    path = find_ledger(_options(ctx).db)
    is_new = create and not path.exists()
    reviewer = find_reviewer(_options(ctx).reviewer)
    ledger = Ledger.open(path, reviewer=reviewer, create=create, scale=scale)
    if is_new:
        typer.echo(f"Made a new ledger: {path}", err=True)
    return ledger


def again(ctx: typer.Context, words: str) -> str:
    """Return a command for the same ledger, to be copied."""
    import shlex

    db = _options(ctx).db
    return f"claimledger {'' if db is None else f'--db {shlex.quote(str(db))} '}{words}"


def reason(because: str | None) -> str:
    """Return the reason, asked for on a terminal when it was not given.

    Raises:
        UsageError: There is none, and nobody to ask.
    """
    if because is not None:
        return because
    return ask("Because", flag="--because TEXT", what="reason")


def ask(question: str, *, flag: str, what: str) -> str:
    """Ask a person on a terminal; elsewhere, name the flag that would have said it."""
    import sys

    if sys.stdin.isatty() and sys.stderr.isatty():
        return cast(str, typer.prompt(question, err=True))
    from claimledger.errors import UsageError

    raise UsageError(f"No {what} was given.", hint=f"Give it with {flag}.")


def _options(ctx: typer.Context) -> Options:
    return cast(Options, ctx.obj)
