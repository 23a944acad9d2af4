"""``scale``: the labels that verdicts are given on."""

from __future__ import annotations

from typing import Annotated

import typer

from claimledger.cli.options import Format, changing, reading

app = typer.Typer(
    help="Show rating scales and choose one.", no_args_is_help=True, rich_markup_mode=None
)

ScaleName = Annotated[str, typer.Argument(metavar="SCALE", help="Such as default or politifact.")]


@app.command("list")
def list_scales(ctx: typer.Context, format_: Format = None) -> None:
    """List the rating scales of the ledger."""
    from claimledger.cli.output import put

    with reading(ctx) as ledger:
        put("scales", ledger.scales(), format_, current=ledger.scale().id)


@app.command("show")
def show_scale(
    ctx: typer.Context,
    scale: Annotated[
        str | None, typer.Argument(metavar="[SCALE]", help="The one in use when none.")
    ] = None,
    format_: Format = None,
) -> None:
    """Show a scale's ratings and what they mean."""
    from claimledger.cli.output import put_scale

    with reading(ctx) as ledger:
        put_scale(ledger.scale(scale), format_)


@app.command("use")
def use_scale(ctx: typer.Context, scale: ScaleName, format_: Format = None) -> None:
    """Give verdicts on this scale from now on."""
    from claimledger.cli.output import note, plural, put_scale

    with changing(ctx) as ledger:
        put_scale(ledger.use_scale(scale), format_)
        if others := ledger.verdicts_on_other_scales():
            note(
                f"{plural(others, 'verdict')} on other scales. Beside one of them, a verdict on"
                " this scale makes a claim disputed, whatever the two labels are."
            )
