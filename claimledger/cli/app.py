"""The program: every command in its group, and the one place where errors are told."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimledger import __version__
from claimledger.cli import articles, claims, everyday, evidence, files, scales, splitting
from claimledger.cli.options import Options
from claimledger.errors import ClaimLedgerError

app = typer.Typer(
    name="claimledger",
    help="Split articles into claims, attach evidence and verdicts, keep a history.",
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
everyday.register(app)
splitting.register(app)
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
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    try:
        app()
    except ClaimLedgerError as error:
        tell(error)
        sys.exit(error.exit_code)


def tell(error: ClaimLedgerError) -> None:
    """Print what is wrong and what to do, to standard error."""
    from claimledger.domain.outside import clean

    label = typer.style("Error:", fg="red", bold=True)
    typer.echo(f"{label} {clean(error.message)}", err=True)
    if error.hint:
        typer.echo(clean(error.hint), err=True)
