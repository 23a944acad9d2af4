"""``review``, where a checker spends the day, and ``next``, for those who type commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.options import AllowPrivate, Format, again, changing

if TYPE_CHECKING:
    from claimledger.ledger import Ledger
    from claimledger.ledger.selection import Selection

Articles = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ARTICLE]...", help="Only of these articles; of all when none."),
]
Status = Annotated[
    str | None,
    typer.Option(metavar="STATUS", help="Those open, checked, disputed, settled or retracted."),
]
Tag = Annotated[str | None, typer.Option(metavar="TAG", help="Only those with this tag.")]
Assigned = Annotated[
    str | None, typer.Option(metavar="REVIEWER", help="Only those assigned to this reviewer.")
]


def register(app: typer.Typer) -> None:
    """Give the program these commands."""
    for command in (review, next_):
        app.command(name=command.__name__.rstrip("_"))(command)


def review(
    ctx: typer.Context,
    articles: Articles = None,
    status: Status = None,
    tag: Tag = None,
    assigned: Assigned = None,
    all_: Annotated[bool, typer.Option("--all", help="Not only those that wait for you.")] = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Work through claims, full screen: read, attach, rate, curate.

    It begins with the most check-worthy claim that waits for you, or where you were. Every act
    is on record at once, and what you have half typed is kept. ? shows the keys.
    """
    from claimledger.cli.output import chosen
    from claimledger.domain.verdicts import ClaimStatus
    from claimledger.errors import UsageError
    from claimledger.ledger.queueing import Show

    _check_terminal(ctx)
    if all_ and status is not None:
        raise UsageError("--all and --status exclude each other.", hint="Give one of them.")
    show = Show.ALL if all_ else Show.TO_DO
    if status is not None:
        show = Show(chosen(ClaimStatus, status, what="status"))
    with changing(ctx) as ledger:
        selection = ledger.select(articles or [])
        start = selection.claims[0] if selection.claims else ""
        numbers = {*selection.articles, *(ledger.claim(c).article_number for c in selection.claims)}
        _check_claims(ledger)
        from claimledger.domain.names import tag_of
        from claimledger.review.app import run
        from claimledger.review.worklist import View

        asked = articles or status or tag or assigned or all_
        view = View(
            show=show,
            articles=tuple(sorted(numbers)),
            tag=tag and tag_of(tag),
            assigned=None if assigned is None else ledger.assignee(assigned),
        )
        run(ledger, view if asked else None, start=start, allow_private=allow_private)


def next_(
    ctx: typer.Context,
    articles: Articles = None,
    tag: Tag = None,
    assigned: Assigned = None,
    format_: Format = None,
) -> None:
    """Show the claim to work on next: the one that review begins with."""
    from claimledger.cli.output import is_table, note, put, put_reports
    from claimledger.ledger.queueing import waiting

    with changing(ctx) as ledger:
        _check_claims(ledger)
        selection = _selection(ledger, articles or [], tag=tag, assigned=assigned)
        found = waiting(ledger, ledger.reviewer, selection)
        if found.first is not None:
            put_reports(ledger, [found.first.ref], format_)
            note(f"{found.number - 1:,} more wait for {ledger.reviewer}.")
            command = f'verdict {found.first.ref} RATING --because "TEXT"'
            note(f"Next: {again(ctx, command)}")
        elif is_table(format_):
            note(f"Nothing waits for {ledger.reviewer}.")
        else:
            put("claims", [], format_)


def _selection(
    ledger: Ledger, refs: list[str], *, tag: str | None, assigned: str | None
) -> Selection:
    from dataclasses import replace

    from claimledger.ledger.selection import Order

    reviewer = None if assigned is None else ledger.assignee(assigned)
    return replace(ledger.select(refs), tag=tag, assigned=reviewer, sort=Order.WORTH)


def _check_terminal(ctx: typer.Context) -> None:
    """Refuse to fill a screen that nobody looks at."""
    import os
    import sys

    from claimledger.errors import UsageError

    streams = (sys.stdin, sys.stdout, sys.stderr)
    if not all(stream.isatty() for stream in streams) or os.environ.get("TERM") == "dumb":
        raise UsageError(
            "review needs a terminal: it fills the screen and is driven by keys.",
            hint=f"In a script, the next claim to work on comes from: {again(ctx, 'next')}",
        )


def _check_claims(ledger: Ledger) -> None:
    """Say how to begin where there is nothing to review."""
    from claimledger.errors import ConflictError

    if ledger.is_empty():
        raise ConflictError(
            "There is no claim to review in this ledger.", hint="Begin with: claimledger add SOURCE"
        )
