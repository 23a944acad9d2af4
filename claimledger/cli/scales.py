"""``scale``: the labels that verdicts are given on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.options import Format, again, changing, reading

if TYPE_CHECKING:
    from claimledger.config.scale_files import ScaleFile

app = typer.Typer(
    help="Show rating scales, make your own, map them to each other, and choose one.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

ScaleName = Annotated[str, typer.Argument(metavar="SCALE", help="Such as default or politifact.")]


@app.command("list")
def list_scales(
    ctx: typer.Context,
    versions: Annotated[
        bool, typer.Option("--versions", help="List earlier versions of each scale too.")
    ] = False,
    format_: Format = None,
) -> None:
    """List the rating scales of the ledger."""
    from claimledger.cli.output import put
    from claimledger.domain.scales import newest

    with reading(ctx) as ledger:
        scales = ledger.scales()
        listed = scales if versions else newest(scales)
        put("scales", listed, format_, current=ledger.scale().id)


@app.command("show")
def show_scale(
    ctx: typer.Context,
    scale: Annotated[
        str | None, typer.Argument(metavar="[SCALE]", help="The one in use when none.")
    ] = None,
    version: Annotated[
        int | None, typer.Option(metavar="N", help="This version, instead of the newest.")
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table, json, jsonl, csv, tsv, markdown, ids, or toml to edit it.",
        ),
    ] = None,
) -> None:
    """Show a scale's ratings and what they mean.

    With --format toml, as a file that you can edit and give back: scale add FILE.
    """
    from claimledger.cli.output import put_scale

    with reading(ctx) as ledger:
        shown = ledger.scale(scale) if version is None else ledger.scale_version(scale, version)
        if format_ != "toml":
            put_scale(shown, format_)
            return
        from claimledger.config.scale_files import write_scale

        # An earlier version may lack the ratings that the mappings name.
        mappings = ledger.mappings(shown.id) if version is None else []
        typer.echo(write_scale(shown, mappings), nl=False)


@app.command("add")
def add_scale(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A scale in TOML, - for standard input, or the name of a built-in scale.",
        ),
    ],
    format_: Format = None,
) -> None:
    """Add your own rating scale, or a new version of one.

    Take the file of a scale to begin with: scale show default --format toml. In a new version,
    a rating that verdicts have given stays, with the line: retired = true.
    """
    from claimledger.cli.output import note, put_scale

    read = _read(file)
    with changing(ctx) as ledger:
        before = ledger.newest()
        scale = ledger.define_scale(read.scale, read.mappings, after=read.version)
        put_scale(scale, format_)
        if ledger.newest() == before:
            note(f'The scale "{scale.id}" was so already: nothing changed.')
            return
        if read.version not in {None, scale.version}:
            note(f"On record as version {scale.version}: write so in the file before you go on.")
        if scale.id != ledger.scale().id:
            note(f"Give verdicts on it with: {again(ctx, f'scale use {scale.id}')}")


@app.command("use")
def use_scale(ctx: typer.Context, scale: ScaleName, format_: Format = None) -> None:
    """Give verdicts on this scale from now on."""
    from claimledger.cli.output import note, plural, put_scale

    with changing(ctx) as ledger:
        chosen = ledger.use_scale(scale)
        put_scale(chosen, format_)
        if others := ledger.verdicts_on_other_scales():
            note(
                f"{plural(others, 'verdict')} on other scales. Beside one of them, a verdict on"
                " this scale makes a claim disputed, until you say what the labels are on it: "
                + again(ctx, f"scale map OTHER-SCALE {chosen.id}")
            )


@app.command("map")
def map_scale(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The scale to map.")],
    target: Annotated[str, typer.Argument(metavar="TARGET", help="The scale to map it to.")],
    pairs: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="RATING=RATING", help='What a rating is there; "RATING=" for nothing.'
        ),
    ] = None,
    suggested: Annotated[
        bool, typer.Option("--suggested", help="Decide as suggested what is not decided yet.")
    ] = False,
    format_: Format = None,
) -> None:
    """Show or decide what the ratings of one scale are on another.

    Without an option it changes nothing, and shows what could be decided by the tone and the
    place of each rating.
    """
    from claimledger.cli.output import note, put
    from claimledger.domain.scale_mappings import chosen_pairs, compare

    decides = suggested or bool(pairs)
    with changing(ctx) if decides else reading(ctx) as ledger:
        ours, theirs = ledger.scale(source), ledger.scale(target)
        mapping = ledger.mapping(ours.id, theirs.id)
        if decides:
            chosen = chosen_pairs(ours, theirs, mapping, pairs or [], suggested=suggested)
            mapping = ledger.map_scale(ours.id, theirs.id, chosen)
        shown = compare(ours, theirs, mapping)
    put("mapping", shown, format_)
    if any(not one.decided and one.suggested for one in shown):
        command = again(ctx, f"scale map {ours.id} {theirs.id} --suggested")
        note(f"To decide as suggested: {command}. One by one: --set RATING=RATING.")


def _read(file: str) -> ScaleFile:
    import sys
    from pathlib import Path

    from claimledger.config.builtin_scales import NAMES, builtin_scale
    from claimledger.config.scale_files import ScaleFile, parse_scale, read_scale_file
    from claimledger.errors import UsageError

    if not file.strip():
        raise UsageError(
            "No file is named.", hint=f"Name one, or a built-in scale: {', '.join(NAMES)}."
        )
    name = next((name for name in NAMES if name == file.strip().lower()), None)
    if name is not None:
        builtin = builtin_scale(name)
        return ScaleFile(scale=builtin, version=builtin.version, mappings=())
    if file == "-":
        return parse_scale(sys.stdin.buffer.read(), name="standard input")
    if not Path(file).exists():
        raise UsageError(
            f'There is no file "{file}", and no built-in scale of that name.',
            hint=f"Built in are: {', '.join(NAMES)}.",
        )
    return read_scale_file(Path(file))
