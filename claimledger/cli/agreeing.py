"""``agreement``: how far reviewers agree, and on which claims they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.options import Format, Limit, Refs, reading

if TYPE_CHECKING:
    from claimledger.domain.agreement import ClaimAgreement

MOST_ON_SCREEN = 10
"""Disagreements that a terminal shows when no limit is given, to keep the numbers in sight."""


def register(app: typer.Typer) -> None:
    """Give the program this command."""
    app.command()(agreement)


def agreement(
    ctx: typer.Context,
    refs: Refs = None,
    scale: Annotated[
        str | None, typer.Option(metavar="SCALE", help="Compare on this scale, not the one in use.")
    ] = None,
    reviewers: Annotated[
        list[str] | None,
        typer.Option(
            "--reviewer", metavar="NAME", help="Only verdicts by this one; name two or more."
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only verdicts from this day on, UTC.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only verdicts until this day, UTC.")
    ] = None,
    first: Annotated[
        bool, typer.Option("--first", help="Each reviewer's first verdict, not the standing one.")
    ] = False,
    limit: Limit = None,
    format_: Format = None,
) -> None:
    """Measure how far reviewers agree: Krippendorff's alpha, Cohen's kappa, and where not.

    Claims rated once are no evidence, and are counted apart. With --first, a verdict that was
    changed after others' were seen counts as it was first given. As json, all of it; in the
    other formats, the claims on which reviewers differ, the farthest apart first.
    """
    from claimledger.ledger.people import days

    from_day, to_day = days(since, until)
    with reading(ctx) as ledger:
        found = ledger.agreement(
            refs or [],
            scale=scale,
            reviewers=reviewers or [],
            since=from_day,
            until=to_day,
            first=first,
        )
    put_agreement(found, format_, limit=limit)


def put_agreement(found: ClaimAgreement, format_: str | None, *, limit: int | None) -> None:
    """Print how far reviewers agree, with at most so many disagreements."""
    import sys

    from claimledger.cli.output import draw, is_table, note, on_screen, write_records
    from claimledger.formats.agreement import (
        DISAGREEMENTS,
        agreement_object,
        disagreement_object,
    )
    from claimledger.formats.objects import write_object

    if is_table(format_):
        from claimledger.report.agreement import AgreementReport

        most = limit or (MOST_ON_SCREEN if on_screen() else None)
        draw(AgreementReport(found=found, most=most))
        if most is not None and len(found.disagreements) > most:
            note(f"All disagreements: --limit {len(found.disagreements)}")
    elif format_ == "json":
        write_object(agreement_object(found), sys.stdout)
    else:
        rows = map(disagreement_object, found.disagreements[:limit])
        write_records(rows, format_, DISAGREEMENTS)
