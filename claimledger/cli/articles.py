"""``article``: what has been added."""

from __future__ import annotations

from typing import Annotated

import typer

from claimledger.cli.options import ArticleRef, Format, reading

app = typer.Typer(
    help="List articles and compare their versions.", no_args_is_help=True, rich_markup_mode=None
)


@app.callback()
def group() -> None:
    """List articles and compare their versions."""


@app.command("list")
def list_articles(ctx: typer.Context, format_: Format = None) -> None:
    """List the articles and how far their review has come."""
    from claimledger.cli.output import put

    with reading(ctx) as ledger:
        put("articles", ledger.articles(), format_)


@app.command("diff")
def diff_article(
    ctx: typer.Context,
    article: ArticleRef,
    version: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Compare with this version; else the one before."),
    ] = None,
) -> None:
    """Show what the newest version of an article changed: lines gone (-) and lines new (+)."""
    from claimledger.cli.output import draw, note
    from claimledger.errors import UsageError
    from claimledger.ledger.revisions import changes
    from claimledger.report.texts import change, lines

    with reading(ctx) as ledger:
        found = ledger.article(article)
        earlier = version or found.version - 1
        if not 0 < earlier < found.version:
            raise UsageError(
                f"Article {found.number} has {found.version} version"
                f"{'s' if found.version > 1 else ': nothing to compare with'}.",
                hint="A page that has changed becomes a new version when it is added again.",
            )
        old, new = ledger.text_of(found, earlier), ledger.text_of(found)
    changed = [change(sign, line) for sign, line in changes(old, new)]
    if changed:
        draw(lines(changed))
    else:
        note("Only white space has changed.")
