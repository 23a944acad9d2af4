"""``evidence``: what is attached, and what no longer counts."""

from __future__ import annotations

from typing import Annotated

import typer

from claimledger.cli.options import Because, Format, changing, reading, reason

app = typer.Typer(help="List and withdraw evidence.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_evidence(
    ctx: typer.Context,
    ref: Annotated[
        str | None, typer.Argument(metavar="[REF]", help="An article or a claim; all when none.")
    ] = None,
    format_: Format = None,
) -> None:
    """List the evidence of a claim, an article or the whole ledger."""
    from claimledger.cli.output import put

    with reading(ctx) as ledger:
        put("evidence", ledger.evidence(ref), format_)


@app.command("withdraw")
def withdraw_evidence(
    ctx: typer.Context,
    evidence: Annotated[
        str, typer.Argument(metavar="EVIDENCE", help="Such as 3.7.2, or the start of an id.")
    ],
    because: Because = None,
    format_: Format = None,
) -> None:
    """Say that evidence no longer counts, and why; the history keeps it."""
    from claimledger.cli.output import put

    with changing(ctx) as ledger:
        withdrawn = ledger.withdraw_evidence(evidence, because=reason(because))
    put("evidence", [withdrawn], format_)
