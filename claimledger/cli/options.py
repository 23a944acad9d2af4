"""What the commands have in common: the ledger they mean, and shared options."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from claimledger.errors import ClaimLedgerError

if TYPE_CHECKING:
    from claimledger.ledger import Ledger

MOST = 1_000_000_000
"""What is shown at most; SQLite counts no further than 2^63."""

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
EvidenceRefs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[REF]...", help="Evidence, claims or articles; all when none."),
]
Because = Annotated[
    str | None, typer.Option("--because", metavar="TEXT", help="The reason, for the record.")
]


def _known(format_: str | None) -> str | None:
    """Refuse a format that there is not before the command begins, and puts things on record."""
    if format_ is not None:
        from claimledger.cli.output import checked_format

        checked_format(format_)
    return format_


Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        callback=_known,
        help="table, json, jsonl, csv, tsv, markdown or ids.",
    ),
]
Language = Annotated[
    str,
    typer.Option(metavar="CODE", help="The text's language; of others, each sentence is a claim."),
]
SplitterName = Annotated[
    str,
    typer.Option("--splitter", metavar="NAME", help="What splits: rules, or llm if it is set up."),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from this machine or the local network too.")
]
Limit = Annotated[
    int | None,
    typer.Option("--limit", "-n", metavar="N", min=1, max=MOST, help="Show at most so many."),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options before the command."""

    db: Path | None
    reviewer: str | None

    def at(self, db: Path) -> Options:
        """Return the same options for the ledger at ``db``."""
        return Options(db=Path(db), reviewer=self.reviewer)


def reading(ctx: typer.Context, *, upgrade: bool = True) -> Ledger:
    """Open the ledger that the command means, to read."""
    from claimledger.config.places import find_ledger
    from claimledger.ledger import Ledger

    ledger = Ledger.open(find_ledger(_options(ctx).db), read_only=True, upgrade=upgrade)
    if upgrade and ledger.is_blind():
        from claimledger.config.reviewers import find_reviewer

        ledger.see_as(find_reviewer(_options(ctx).reviewer))
    return ledger


def changing(ctx: typer.Context, *, create: bool = False, scale: str = "default") -> Ledger:
    """Open the ledger that the command means, to change it in the reviewer's name."""
    from claimledger.config.places import find_ledger
    from claimledger.config.reviewers import find_reviewer
    from claimledger.ledger import Ledger

    path = find_ledger(_options(ctx).db)
    is_new = create and not path.exists()
    reviewer = find_reviewer(_options(ctx).reviewer)
    ledger = Ledger.open(path, reviewer=reviewer, create=create, scale=scale)
    ctx.find_root().meta[_CHANGED] = (path, reviewer, ledger.newest())
    if is_new:
        typer.echo(f"Made a new ledger: {path}", err=True)
    elif not _is_named(ctx) and path.resolve().parent != Path.cwd().resolve():
        from claimledger.domain.outside import line

        typer.echo(f"In the ledger {line(str(path))}", err=True)
    _warn_of_namesakes(ledger)
    return ledger


def _is_named(ctx: typer.Context) -> bool:
    return _options(ctx).db is not None or bool(os.environ.get("CLAIMLEDGER_DB"))


def recorded_since(ctx: typer.Context) -> list[str]:
    """Return what this command has put on record until now, such as ``verdict given on 1.3``."""
    from claimledger.ledger import Ledger

    path, reviewer, newest = ctx.find_root().meta.get(_CHANGED, (None, "", 0))
    if path is None:
        return []
    with Ledger.open(path, read_only=True) as ledger:
        ours = [e for e in ledger.log() if e.seq > newest and e.author == reviewer]
    return [e.kind.replace("_", " ") + (f" ({e.ref})" if e.ref else "") for e in ours]


def _warn_of_namesakes(ledger: Ledger) -> None:
    from claimledger.domain.outside import line

    for name in ledger.namesakes():
        typer.echo(
            f'You act as "{line(ledger.reviewer)}" for the first time here, and'
            f' "{line(name)}" has acted before: the two count as two reviewers.'
            f' If both are you, go on with: --as "{line(name)}"',
            err=True,
        )


_CHANGED = "claimledger.changed"
"""Under which a context keeps the ledger it changes, in whose name, and its last event before."""


def again(ctx: typer.Context, words: str) -> str:
    """Return a command for the same ledger and by the same reviewer, to be copied."""
    import shlex

    before = {"--db": _options(ctx).db, "--as": _options(ctx).reviewer}
    given = [
        f"{flag} {shlex.quote(str(value))} " for flag, value in before.items() if value is not None
    ]
    return f"claimledger {''.join(given)}{words}"


def reason(because: str | None, *, about: str = "") -> str:
    """Return the reason, asked for on a terminal when it was not given.

    ``about`` says there what is going to be done, so that a slip is seen before it is.

    Raises:
        UsageError: There is none, and nobody to ask.
    """
    if because is not None:
        return because
    return ask("Because", flag="--because TEXT", what="reason", about=about)


def ask(
    question: str,
    *,
    flag: str,
    what: str,
    about: str = "",
    fits: Callable[[str], object] | None = None,
) -> str:
    """Ask a person on a terminal; elsewhere, name the flag that would have said it.

    An answer that ``fits`` refuses with an error is asked for again.
    """
    import sys

    if sys.stdin.isatty() and sys.stderr.isatty():
        from claimledger.domain.outside import line

        if about:
            typer.echo(line(about), err=True)
        while True:
            answer = cast(str, typer.prompt(question, err=True))
            try:
                if fits is not None:
                    fits(answer)
            except ClaimLedgerError as error:
                typer.echo(f"{line(error.message)} {error.hint}", err=True)
            else:
                return answer
    from claimledger.errors import UsageError

    raise UsageError(f"No {what} was given.", hint=f"Give it with {flag}.")


def _options(ctx: typer.Context) -> Options:
    return cast(Options, ctx.obj)
