"""``split``: claims of texts, without a ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.options import Format, Language, SplitterName

if TYPE_CHECKING:
    from claimledger.domain.claims import Claim
    from claimledger.splitters.splitter import Splitter
    from claimledger.splitting.explaining.values import Steps


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
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the steps that made each claim.")
    ] = False,
    only: Annotated[
        str | None,
        typer.Option(
            "--only", metavar="N|WORDS", help="Explain this claim: its number, or words of it."
        ),
    ] = None,
    format_: Format = None,
) -> None:
    """Split articles into claims and print them; no ledger is touched."""
    from claimledger.cli.explanation import check_explaining, explained, put_explanations
    from claimledger.cli.output import note_diagnostics, put_splits, working
    from claimledger.ledger.intake import captured_article, checked_language
    from claimledger.splitters.splitter import split_with

    language = checked_language(language)
    check_explaining(explain=explain, only=only, splitter=splitter, format_=format_)
    chosen = _splitter(splitter, model)

    def explanations() -> Iterator[tuple[str, list[Steps]]]:
        for source in files:
            captured = captured_article(source)
            with working(f"Splitting {source}"):
                steps = explained(captured.text, language=language, model=model, only=only)
            yield source, steps

    def splits() -> Iterator[tuple[str, str, Sequence[Claim]]]:
        for source in files:
            captured = captured_article(source)
            with working(f"Splitting {source}"):
                splitting = split_with(chosen, captured.text, language=language)
            note_diagnostics(source, captured.text, splitting.diagnostics)
            yield source, captured.text, splitting.claims

    if explain:
        put_explanations(explanations(), format_)
    else:
        put_splits(splits(), format_)


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
