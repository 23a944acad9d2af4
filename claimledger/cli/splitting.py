"""``split``: claims of texts, without a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimledger.cli.options import Format, Language


def register(app: typer.Typer) -> None:
    """Give the program this command."""
    app.command()(split)


def split(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files, web addresses, or - to read.")
    ],
    language: Language = "en",
    model: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Another spaCy pipeline, UD labels.")
    ] = None,
    format_: Format = None,
) -> None:
    """Split articles into claims and print them; no ledger is touched."""
    from claimledger.cli.output import put_split, working
    from claimledger.ledger.intake import captured_article
    from claimledger.splitting.run import split as split_text

    for source in files:
        captured = captured_article(source)
        with working(f"Splitting {source}"):
            claims = split_text(captured.text, language=language, model=model)
        put_split(source, captured.text, claims, format_)
