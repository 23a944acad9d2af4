"""``claim``: split, merge, assign, tag and link claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.options import Because, ClaimRef, Format, changing

if TYPE_CHECKING:
    from claimledger.ledger import Ledger

ClaimRefs = Annotated[
    str,
    typer.Argument(
        metavar="CLAIMS", help="Such as 3.7; several as 3.7,3.9; all of an article as 3."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the group."""
    app.command("split")(split_claim)
    app.command("merge")(merge_claims)
    app.command("assign")(assign)
    app.command("tag")(tag)
    app.command("link")(link)


def split_claim(
    ctx: typer.Context,
    claim: ClaimRef,
    texts: Annotated[
        list[str], typer.Argument(metavar="TEXT TEXT...", help="Each part, as one sentence.")
    ],
    format_: Format = None,
) -> None:
    """Split a claim that asserts several things into its parts.

    The claim leaves the review; the parts are new claims at the same place of the article.
    """
    from claimledger.cli.output import put

    with changing(ctx) as ledger:
        parts = ledger.split_claim(claim, texts)
    put("claims", parts, format_)


def merge_claims(
    ctx: typer.Context,
    claim: ClaimRef,
    others: Annotated[
        list[str], typer.Argument(metavar="OTHER...", help="Claims that say the same.")
    ],
    because: Because = None,
    format_: Format = None,
) -> None:
    """Merge claims that say the same into the first one named.

    The others leave the review; their evidence counts for the one that stays.
    """
    from claimledger.cli.output import put

    with changing(ctx) as ledger:
        merged = ledger.merge_claims(claim, others, because=because or "")
    put("claims", [merged], format_)


def assign(
    ctx: typer.Context,
    claims: ClaimRefs,
    reviewers: Annotated[
        list[str] | None, typer.Argument(metavar="[REVIEWER]...", help="Who is to check them.")
    ] = None,
    nobody: Annotated[bool, typer.Option("--nobody", help="Take the assignment away.")] = False,
    format_: Format = None,
) -> None:
    """Say who is to check claims; it replaces who was named before."""
    from claimledger.cli.output import note, put
    from claimledger.errors import UsageError

    if nobody is bool(reviewers):
        raise UsageError(
            "Say either reviewers or --nobody.", hint='Such as: claim assign 3.7 "Ana Ruiz"'
        )
    with changing(ctx) as ledger:
        assigned = ledger.assign(claims_at(ledger, claims), reviewers or [])
        for name in ledger.strangers(reviewers or []):
            note(f'Nobody has acted as "{name}" here yet. Is it spelled as in: claimledger log?')
    put("claims", assigned, format_)


def tag(
    ctx: typer.Context,
    claims: ClaimRefs,
    tags: Annotated[
        list[str] | None, typer.Argument(metavar="[TAG]...", help="Tags to give.")
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="TAG", help="A tag to take away.")
    ] = None,
    format_: Format = None,
) -> None:
    """Give claims tags, or take some away; list --tag finds them again."""
    from claimledger.cli.output import put
    from claimledger.errors import UsageError

    if not tags and not remove:
        raise UsageError("No tag was named.", hint="Such as: claim tag 3.7 health --remove old")
    with changing(ctx) as ledger:
        tagged = ledger.tag(claims_at(ledger, claims), add=tags or [], remove=remove or [])
    put("claims", tagged, format_)


def link(
    ctx: typer.Context,
    claim: ClaimRef,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other claim.")],
    relation: Annotated[
        str,
        typer.Option(
            "--relation", "-r", metavar="RELATION", help="same, contradicts, supports or related."
        ),
    ] = "related",
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="A note of yours.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the link back.")] = False,
    format_: Format = None,
) -> None:
    """Link a claim to another one; both show it."""
    from claimledger.cli.output import chosen, put
    from claimledger.domain.verdicts import Relation

    how = chosen(Relation, relation, what="relation")
    with changing(ctx) as ledger:
        if remove:
            linked = ledger.unlink(claim, other, how)
        else:
            linked = ledger.link(claim, other, how, note=note)
    put("claims", [linked], format_)


def claims_at(ledger: Ledger, typed: str) -> list[str]:
    """Return the ids of the claims that a person named, a comma between them.

    Of an article, those that are under review.

    Raises:
        UsageError: None was named.
    """
    from claimledger.errors import UsageError

    refs = [part.strip() for part in typed.split(",") if part.strip()]
    if not refs:
        raise UsageError("No claim was named.", hint="Name some: 3.7, or 3.7,3.9, or 3.")
    found = [ledger.claims(ledger.select([ref], retracted="." in ref)) for ref in refs]
    return list(dict.fromkeys(claim.id for claims in found for claim in claims))
