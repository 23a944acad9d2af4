"""``article``: what has been added."""

from __future__ import annotations

import typer

from claimledger.cli.options import Format, reading

app = typer.Typer(help="List articles.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def group() -> None:
    """List articles."""


@app.command("list")
def list_articles(ctx: typer.Context, format_: Format = None) -> None:
    """List the articles and how far their review has come."""
    from claimledger.cli.output import put

    with reading(ctx) as ledger:
        put("articles", ledger.articles(), format_)
