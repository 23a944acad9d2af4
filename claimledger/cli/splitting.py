"""``split``: claims of texts, without a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.options import Format, Language, SplitterName

if TYPE_CHECKING:
    from claimledger.splitters.splitter import Splitter


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
    splitter: SplitterName = "rules",
    format_: Format = None,
) -> None:
    """Split articles into claims and print them; no ledger is touched."""
    from claimledger.cli.output import note_diagnostics, put_split, working
    from claimledger.ledger.intake import captured_article
    from claimledger.splitters.splitter import split_with

    chosen = _splitter(splitter, model)
    for source in files:
        captured = captured_article(source)
        with working(f"Splitting {source}"):
            splitting = split_with(chosen, captured.text, language=language)
        note_diagnostics(source, captured.text, splitting.diagnostics)
        put_split(source, captured.text, splitting.claims, format_)


def _splitter(name: str, model: Path | None) -> Splitter:
    from claimledger.splitters.registry import load_splitter
    from claimledger.splitters.rules import RulesSplitter

    if model is None:
        return load_splitter(name)
    if name != RulesSplitter.name:
        from claimledger.errors import UsageError

        raise UsageError(
            f"The splitter {name} uses no spaCy pipeline.", hint="Leave out --model or --splitter."
        )
    return RulesSplitter(model=model)
