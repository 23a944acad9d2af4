"""The program: every command in its group, and the one place where errors are told."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from claimledger import __version__
from claimledger.cli import (
    agreeing,
    articles,
    claims,
    curating,
    everyday,
    evidence,
    files,
    linting,
    matching,
    policies,
    reviewing,
    scales,
    settling,
    splitting,
    statistics,
)
from claimledger.cli.options import Options, recorded_since
from claimledger.errors import ClaimLedgerError, UsageError

INTERRUPTED = 130
NOBODY_READS = 141
"""What a shell reports of a program that writes to a reader which has gone."""

_BEFORE_THE_COMMAND = frozenset({"--db", "--as"})
_NO_OUTPUT = frozenset({errno.EPIPE, errno.ENOSPC, errno.EBADF, errno.EIO, errno.EDQUOT})


class Program(TyperGroup):
    """All commands, with what may go wrong around any of them."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; its whole output is written when this returns."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except typer.Abort:
            typer.echo("\nInterrupted at a question: nothing was recorded.", err=True)
            raise typer.Exit(INTERRUPTED) from None
        except OSError as error:
            if error.errno not in _NO_OUTPUT or error.filename is not None:
                raise
            _give_up_output()
            if error.errno == errno.EPIPE:
                raise typer.Exit(NOBODY_READS) from None
            raise _not_written(ctx, error) from error
        except Exception as error:
            option = getattr(error, "option_name", None)
            if option not in _BEFORE_THE_COMMAND:
                raise
            value = "PATH" if option == "--db" else "REVIEWER"
            raise UsageError(
                f"{option} goes before the command.",
                hint=f"Write it so: claimledger {option} {value} {ctx.invoked_subcommand} …",
            ) from error


def _give_up_output() -> None:
    """Let what is still unwritten go nowhere, or Python would complain of it at the end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _not_written(ctx: Any, error: OSError) -> ClaimLedgerError:
    message = f"The output cannot be written: {error.strerror}."
    if recorded := recorded_since(ctx):
        return ClaimLedgerError(
            f"{message} What you did is on record all the same: {', '.join(recorded)}.",
            hint="Do not do it again; see it with: claimledger log.",
        )
    return ClaimLedgerError(message, hint="Send it to another place, or free some space.")


app = typer.Typer(
    name="claimledger",
    cls=Program,
    help="Split articles into claims, attach evidence and verdicts, keep a history.",
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
everyday.register(app)
reviewing.register(app)
settling.register(app)
policies.register(app)
agreeing.register(app)
matching.register(app)
linting.register(app)
statistics.register(app)
splitting.register(app)
curating.register(claims.app)
app.add_typer(claims.app, name="claim")
app.add_typer(evidence.app, name="evidence")
app.add_typer(articles.app, name="article")
app.add_typer(scales.app, name="scale")
files.register(app)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"claimledger {__version__}")
        raise typer.Exit


@app.callback()
def options(
    ctx: typer.Context,
    db: Annotated[
        Path | None,
        typer.Option(
            "--db", metavar="PATH", help="The ledger file; else CLAIMLEDGER_DB, else ./ledger.db."
        ),
    ] = None,
    reviewer: Annotated[
        str | None,
        typer.Option("--as", metavar="REVIEWER", help="The name your acts are recorded under."),
    ] = None,
    version: Annotated[  # noqa: ARG001 - Typer calls it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Split articles into claims, attach evidence and verdicts, keep a history."""
    ctx.obj = Options(db=db, reviewer=reviewer)


def main() -> None:
    """Run the program; tell a person's errors, let bugs show their traceback."""
    _fill_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    try:
        _check_words(sys.argv[1:])
        app()
    except ClaimLedgerError as error:
        tell(error)
        sys.exit(error.exit_code)


def _fill_closed_streams() -> None:
    """Put something in the place of a stream that the shell has closed.

    Reading from it finds nothing. Writing data to it is an error, which is told; where
    errors would go, nobody can tell anything.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY), encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _check_words(words: list[str]) -> None:
    """Refuse what no ledger could hold.

    Raises:
        UsageError: A word on the command line is no text.
    """
    for word in words:
        try:
            word.encode()
        except UnicodeEncodeError as error:
            shown = os.fsencode(word).decode("utf-8", "backslashreplace")
            raise UsageError(
                f'"{shown}" is no UTF-8 text.',
                hint="Rename the file, or set the terminal to UTF-8.",
            ) from error


def tell(error: ClaimLedgerError) -> None:
    """Print what is wrong and what to do, to standard error."""
    from claimledger.domain.outside import clean

    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    label = "Error:" if plain else typer.style("Error:", fg="red", bold=True)
    typer.echo(f"{label} {clean(error.message)}", err=True)
    if error.hint:
        typer.echo(clean(error.hint), err=True)
