"""``evidence``: what is attached, what it said, how its links fare."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimledger.cli import archiving, checking
from claimledger.cli.options import Because, EvidenceRefs, Format, changing, reading, reason

app = typer.Typer(
    help="List, read, check, archive, cite and withdraw evidence.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Evidence = Annotated[
    str, typer.Argument(metavar="EVIDENCE", help="Such as 3.7.2, or the start of an id.")
]


@app.command("list")
def list_evidence(ctx: typer.Context, refs: EvidenceRefs = None, format_: Format = None) -> None:
    """List the evidence of claims, of articles or of the whole ledger."""
    from claimledger.cli.output import put

    with reading(ctx) as ledger:
        put("evidence", ledger.evidence(refs), format_)


@app.command("show")
def show_evidence(
    ctx: typer.Context,
    evidence: Evidence,
    text: Annotated[
        bool, typer.Option("--text", help="The whole captured text, not only around quotes.")
    ] = False,
    format_: Format = None,
) -> None:
    """Show a source with the text that was captured of it, its quotes marked."""
    from claimledger.cli.output import is_table, put, put_snapshot

    with reading(ctx) as ledger:
        record = ledger.one_evidence(evidence)
        if not is_table(format_):
            put("evidence", [record], format_)
            return
        key = record.capture.text if record.capture else None
        kept = None if key is None else ledger.blob(key)
        put_snapshot(record, None if kept is None else kept.decode(), whole=text)


@app.command("open")
def open_evidence(
    ctx: typer.Context,
    evidence: Evidence,
    snapshot: Annotated[
        bool, typer.Option("--snapshot", help="What was captured, not the page of today.")
    ] = False,
    address: Annotated[
        bool, typer.Option("--print", help="Print the address instead of opening it.")
    ] = False,
) -> None:
    """Open a source in the browser, at its quote."""
    from claimledger.ledger.opening import address_of, saved_copy

    with reading(ctx) as ledger:
        record = ledger.one_evidence(evidence)
        target = saved_copy(ledger, record) if snapshot else address_of(ledger, record)
    if address:
        typer.echo(target)
    else:
        typer.launch(target)


@app.command("export")
def export_evidence(
    ctx: typer.Context,
    refs: EvidenceRefs = None,
    warc: Annotated[
        Path | None, typer.Option(metavar="FILE", help="All snapshots as one WARC file.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="The bytes of one snapshot."),
    ] = None,
) -> None:
    """Write snapshots to a file: one as it came, or many as WARC."""
    from claimledger.cli.exporting import export_bytes, export_warc
    from claimledger.errors import UsageError

    if (warc is None) is (output is None):
        raise UsageError(
            "Name a file to write.", hint="Give --warc FILE for many snapshots, -o FILE for one."
        )
    with reading(ctx) as ledger:
        evidence = ledger.evidence(refs)
        if warc is not None:
            export_warc(ledger, evidence, warc)
        elif output is not None:
            export_bytes(ledger, evidence, output)


@app.command("cite")
def cite_evidence(
    ctx: typer.Context,
    refs: EvidenceRefs = None,
    style: Annotated[
        str, typer.Option(metavar="STYLE", help="text, markdown, bibtex or csl (CSL-JSON).")
    ] = "text",
) -> None:
    """Cite sources, with what was captured of them and when."""
    from claimledger.errors import UsageError
    from claimledger.formats.citations import STYLES, cited

    if style not in STYLES:
        raise UsageError(f'"{style}" is no style.', hint=f"It is one of: {', '.join(STYLES)}.")
    with reading(ctx) as ledger:
        evidence = [one for one in ledger.evidence(refs) if one.withdrawn_because is None]
    typer.echo(cited(evidence, style), nl=False)


@app.command("withdraw")
def withdraw_evidence(
    ctx: typer.Context, evidence: Evidence, because: Because = None, format_: Format = None
) -> None:
    """Say that evidence no longer counts, and why; the history keeps it."""
    from claimledger.cli.output import put

    with changing(ctx) as ledger:
        withdrawn = ledger.withdraw_evidence(evidence, because=reason(because))
    put("evidence", [withdrawn], format_)


checking.register(app)
archiving.register(app)
