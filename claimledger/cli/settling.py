"""``settle``, ``publish`` and ``correct``: decisions for the whole desk."""

from __future__ import annotations

from typing import Annotated

import typer

from claimledger.cli.options import Because, ClaimRef, Format, ask, changing, reason

Rating = Annotated[
    str | None,
    typer.Argument(metavar="[RATING]", help="A label of the scale, or how it begins."),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(settle)
    app.command()(publish)
    app.command()(correct)


def settle(
    ctx: typer.Context,
    claim: ClaimRef,
    rating: Rating = None,
    because: Because = None,
    reopen: Annotated[
        bool, typer.Option("--reopen", help="Take the settlement back instead.")
    ] = False,
    format_: Format = None,
) -> None:
    """Settle a claim whose verdicts differ, with a reason; the verdicts stay on record.

    The policy of the ledger says who may.
    """
    from claimledger.cli.output import note, put
    from claimledger.errors import UsageError

    if reopen is (rating is not None):
        raise UsageError(
            "A claim is reopened without a rating." if reopen else "No rating was given.",
            hint='Settle: claimledger settle CLAIM RATING --because "TEXT". '
            'Take it back: claimledger settle CLAIM --reopen --because "TEXT".',
        )
    with changing(ctx) as ledger:
        found = ledger.claim(claim)
        label = (
            "open to its verdicts again" if rating is None else ledger.scale().find(rating).label
        )
        why = reason(because, about=f"{found.ref} {found.text} → {label}")
        if rating is None:
            settled = ledger.reopen(claim, because=why)
        else:
            settled = ledger.settle(claim, rating, because=why)
        note(f"{'Reopened' if reopen else 'Settled'} by {ledger.reviewer}.")
    put("claims", [settled], format_)


def publish(
    ctx: typer.Context,
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM...", help="Claims (3.7), or whole articles (3).")
    ],
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="Where the check can be read.")
    ] = None,
    format_: Format = None,
) -> None:
    """Record that ratings were made public; from then on only a correction changes them.

    Of an article, the claims that have a rating and are not published yet.
    """
    from claimledger.cli.output import note, plural, put

    with changing(ctx) as ledger:
        chosen = ledger.publishable(claims)
        published = ledger.publish([claim.id for claim in chosen], url=url)
        mended = len(ledger.lint([claim.ref for claim in chosen]).findings)
    put("claims", published, format_)
    if mended:
        note(f"{plural(mended, 'thing')} to mend before readers find them: claimledger lint")
    note(f"{plural(len(published), 'claim')} published. To change one: claimledger correct CLAIM")


def correct(
    ctx: typer.Context,
    claim: ClaimRef,
    rating: Rating = None,
    because: Because = None,
    public: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="What readers are told.")
    ] = None,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Take the check back instead of rating it anew.")
    ] = False,
    format_: Format = None,
) -> None:
    """Correct a published rating, with a note for readers; the report shows both."""
    from claimledger.cli.output import put
    from claimledger.errors import UsageError

    if withdraw is (rating is not None):
        raise UsageError(
            "A check is taken back without a rating." if withdraw else "No rating was given.",
            hint='Correct: claimledger correct CLAIM RATING --because "TEXT" --note "TEXT". '
            "Take it back: --withdraw instead of RATING.",
        )
    with changing(ctx) as ledger:
        found = ledger.claim(claim)
        label = "taken back" if rating is None else ledger.scale().find(rating).label
        why = reason(because, about=f"{found.ref} {found.text} → {label}")
        told = public or ask("Note for readers", flag="--note TEXT", what="public note")
        corrected = ledger.correct(claim, rating, because=why, note=told)
    put("claims", [corrected], format_)
