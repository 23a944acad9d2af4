"""``claim``: add, edit, retract and restore claims by hand; ``curating`` has the rest."""

from __future__ import annotations

from typing import Annotated

import typer

from claimledger.cli.options import ArticleRef, Because, ClaimRef, Format, changing, reason

app = typer.Typer(
    help="Add, edit, split, merge, assign, tag and link claims.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Speaker = Annotated[str | None, typer.Option(metavar="NAME", help="Who says so.")]
Kind = Annotated[
    str | None,
    typer.Option(
        metavar="KIND",
        help="quantity, event, fact, quotation, causal, comparison, prediction, position, opinion.",
    ),
]
Checkable = Annotated[
    bool | None,
    typer.Option("--checkable/--not-checkable", help="Whether evidence could decide it."),
]


@app.command("add")
def add_claim(
    ctx: typer.Context,
    article: ArticleRef,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The claim, as one sentence.")],
    quote: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The article's words it rests on.")
    ] = None,
    speaker: Speaker = None,
    kind: Kind = None,
    checkable: Checkable = None,
    format_: Format = None,
) -> None:
    """Add a claim that was not found by splitting."""
    from claimledger.cli.output import chosen_kind, put

    with changing(ctx) as ledger:
        claim = ledger.add_claim(
            article,
            text,
            quote=quote,
            speaker=speaker,
            kind=chosen_kind(kind),
            checkable=checkable,
        )
    put("claims", [claim], format_)


@app.command("edit")
def edit_claim(
    ctx: typer.Context,
    claim: ClaimRef,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="The new wording.")] = None,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help='Who says so; "" for the article itself.')
    ] = None,
    kind: Kind = None,
    checkable: Checkable = None,
    format_: Format = None,
) -> None:
    """Correct a claim's wording, speaker or kind; its number and id stay."""
    from claimledger.cli.output import chosen_kind, note, plural, put
    from claimledger.domain.outside import person
    from claimledger.errors import UsageError

    if text is None and speaker is None and kind is None and checkable is None:
        raise UsageError(
            "Nothing to change was said.",
            hint="Give --text, --speaker, --kind or --checkable/--not-checkable.",
        )
    with changing(ctx) as ledger:
        edited = ledger.edit_claim(
            claim, text=text, speaker=speaker, kind=chosen_kind(kind), checkable=checkable
        )
    put("claims", [edited], format_)
    if (text is not None or speaker is not None) and (
        older := [v for v in edited.standing_verdicts if v.reworded]
    ):
        names = ", ".join(person(verdict.reviewer) for verdict in older)
        note(
            f"{plural(len(older), 'verdict')} on {edited.ref} stand{'s' if len(older) == 1 else ''}"
            f" on other words or for another speaker ({names})."
            f" Look again: claimledger show {edited.ref}"
        )


@app.command("retract")
def retract_claim(
    ctx: typer.Context, claim: ClaimRef, because: Because = None, format_: Format = None
) -> None:
    """Take a claim out of the review, with a reason; the history keeps it."""
    from claimledger.cli.output import put

    with changing(ctx) as ledger:
        found = ledger.claim(claim)
        why = reason(because, about=f"{found.ref} {found.text} → retracted")
        retracted = ledger.retract_claim(claim, because=why)
    put("claims", [retracted], format_)


@app.command("restore")
def restore_claim(
    ctx: typer.Context, claim: ClaimRef, because: Because = None, format_: Format = None
) -> None:
    """Take a retracted claim back in, with its evidence and verdicts."""
    from claimledger.cli.output import put

    with changing(ctx) as ledger:
        found = ledger.claim(claim)
        why = reason(because, about=f"{found.ref} {found.text} → restored")
        restored = ledger.restore_claim(claim, because=why)
    put("claims", [restored], format_)
