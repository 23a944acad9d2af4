"""``evidence archive``: copies of linked pages at an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.options import Format, changing

if TYPE_CHECKING:
    from claimledger.ledger.archiving import Archive


def register(app: typer.Typer) -> None:
    """Give the group this command."""
    app.command("archive")(archive_evidence)


def archive_evidence(
    ctx: typer.Context,
    refs: Annotated[
        list[str], typer.Argument(metavar="REF...", help="Evidence, claims or articles.")
    ],
    wayback: Annotated[
        bool, typer.Option("--wayback", help="Have the Wayback Machine save each page.")
    ] = False,
    find: Annotated[
        bool, typer.Option("--find", help="Look for a copy there; send no order.")
    ] = False,
    command: Annotated[
        bool, typer.Option("--command", help="Run the desk's own archive command.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Even where there is a copy already.")
    ] = False,
    format_: Format = None,
) -> None:
    """Have linked pages copied at an archive, and keep the copies' addresses.

    It tells a third party which pages you look at: choose it on purpose. What the archive
    says goes on record page by page; a run that broke off can be started again.
    """
    from claimledger.cli.output import note, plural, progress, put
    from claimledger.domain.evidence import ArchiveState
    from claimledger.ledger.archiving import archive_all, wanting

    archive = _archive(wayback=wayback, find=find, command=command)
    with changing(ctx) as ledger:
        due = wanting(ledger.evidence(refs), archive, again=again)
        if not due:
            note("There is a copy of every page already.")
        found = progress(archive_all(ledger, due, archive), total=len(due), text="Archiving pages")
        done = list(found)
    if done:
        put("evidence", done, format_)
    states = [a.state for one in done for a in one.archives if a.service == archive.name]
    failed = states.count(ArchiveState.FAILED)
    if pending := states.count(ArchiveState.PENDING):
        note(f"{plural(pending, 'order')} pending: run the same command again later.")
    if failed:
        note(f"{plural(failed, 'page')} without a copy; the reasons are on record.")
        raise typer.Exit(1)


def _archive(*, wayback: bool, find: bool, command: bool) -> Archive:
    from dataclasses import replace

    from claimledger.capture.client import Client
    from claimledger.capture.wayback import Keys, Wayback
    from claimledger.config.archives import COMMAND, find_archives
    from claimledger.errors import UsageError
    from claimledger.ledger.archiving import CommandArchive, WaybackArchive

    if (wayback or find) is command:
        raise UsageError(
            "Say who shall copy the pages.",
            hint="Give --wayback (or --find), or --command for the desk's own.",
        )
    settings = find_archives()
    if command:
        if not settings.command:
            raise UsageError(
                "No archive command is set up.",
                hint=f"Set {COMMAND}, such as: archive-page {{url}}",
            )
        return CommandArchive(settings.command)
    keys = None
    if settings.access is not None and settings.secret is not None:
        keys = Keys(access=settings.access, secret=settings.secret)
    given = settings.base is not None or settings.available is not None
    archive = Wayback(client=Client(allow_private=given), keys=keys)
    if settings.base is not None:
        archive = replace(archive, base=settings.base)
    if settings.available is not None:
        archive = replace(archive, available=settings.available)
    return WaybackArchive(archive, find_only=find)
