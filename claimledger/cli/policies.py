"""``policy`` and ``undo``: how a ledger works, and second thoughts."""

from __future__ import annotations

from typing import Annotated

import typer

from claimledger.cli.options import Because, Format, again, changing, reading


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(policy)
    app.command()(undo)


def policy(
    ctx: typer.Context,
    reviewers: Annotated[
        int | None, typer.Option(metavar="N", help="How many reviewers a claim needs.")
    ] = None,
    blind: Annotated[
        bool | None,
        typer.Option(
            "--blind/--open", help="Whether each sees the own verdict alone until all have spoken."
        ),
    ] = None,
    settler: Annotated[
        list[str] | None,
        typer.Option("--settler", metavar="NAME", help="Who may settle and publish; repeatable."),
    ] = None,
    everyone: Annotated[
        bool, typer.Option("--everyone-settles", help="Everyone may settle and publish.")
    ] = False,
    sources: Annotated[
        int | None, typer.Option(metavar="N", help="How many sources a checked claim should have.")
    ] = None,
    because: Because = None,
    format_: Format = None,
) -> None:
    """Show how this ledger works, or change it."""
    from claimledger.cli.output import note, put
    from claimledger.errors import UsageError

    said = [reviewers, blind, settler, sources, everyone or None]
    if because is not None and all(value is None for value in said):
        raise UsageError("Nothing to change was said.", hint="Say what, besides --because.")
    if settler and everyone:
        raise UsageError("Say either --settler or --everyone-settles.", hint="Leave one out.")
    settlers = [] if everyone else settler or None
    if all(value is None for value in (reviewers, blind, settlers, sources)):
        with reading(ctx) as ledger:
            put("policy", [ledger.policy()], format_)
        return
    with changing(ctx) as ledger:
        changed = ledger.set_policy(
            reviewers=reviewers,
            blind=blind,
            settlers=settlers,
            sources=sources,
            because=because or "",
        )
        for name in ledger.strangers(changed.settlers):
            note(f'Nobody has acted as "{name}" here yet. Is it spelled as in: claimledger log?')
    put("policy", [changed], format_)


def undo(ctx: typer.Context) -> None:
    """Take back your own last act, by a new one: nothing is erased.

    Again, and the act before it goes. What was published is corrected instead.
    """
    from claimledger.cli.output import note

    with changing(ctx) as ledger:
        undone = ledger.undo()
    about = f"{', '.join(undone.refs)} " if undone.refs else ""
    note(f"Undone: {about}{undone.what}")
    if undone.refs:
        note(f"See it with: {again(ctx, f'show {undone.refs[0]}')}")
