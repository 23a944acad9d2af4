"""``match``: what was claimed, and checked, before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.options import Format, Limit, again, reading

if TYPE_CHECKING:
    from claimledger.domain.records import ArticleRecord
    from claimledger.ledger import Ledger


def register(app: typer.Typer) -> None:
    """Give the program this command."""
    app.command(name="match")(match)


def match(
    ctx: typer.Context,
    text: Annotated[
        list[str],
        typer.Argument(metavar="TEXT_OR_CLAIM", help="What is claimed, or a claim (3.7)."),
    ],
    verdicts: Annotated[
        bool, typer.Option("--verdicts", help="Only claims that have come out one way or another.")
    ] = False,
    limit: Limit = None,
    format_: Format = None,
) -> None:
    """Find earlier claims that say nearly the same, and how they came out.

    Each is labelled: the same, negated, the opposite, another number, time or name, or
    related. "Same" is said only where nothing that weighs differs.
    """
    from claimledger.cli.output import is_table, note, put
    from claimledger.errors import UsageError

    words = " ".join(text)
    if words.isdecimal():
        raise UsageError(
            f"{words} names an article, which makes more than one claim.",
            hint="Name one of its claims, such as 3.7, or type what is claimed.",
        )
    with reading(ctx) as ledger:
        wanted = ledger.claim(words) if _REFERENCE.fullmatch(words) else words
        found = ledger.match(wanted, limit=limit or _USUALLY, with_verdicts=verdicts)
    if not found and is_table(format_):
        note("No earlier claim comes near.")
        return
    put("precedents", found, format_)


_REFERENCE = re.compile(r"\d+\.\d+|(?=\w*\d)[0-9a-fA-F]{4,64}")
"""A claim's number, or the start of an id: a word of those letters alone is a word."""
_USUALLY = 5
"""Claims that are shown when no limit is given."""
_TOLD = 5
"""Claims of a new article that are told to have been checked before."""
_HOW = {"same": "says the same as", "negated": "denies", "opposite": "says the opposite of"}
"""What a claim does to an earlier one, where the label alone does not tell it."""


def note_said_before(ctx: typer.Context, ledger: Ledger, article: ArticleRecord) -> None:
    """Tell which claims of a new article say nearly what was checked before."""
    from claimledger.cli.output import note, plural
    from claimledger.domain.outside import line

    found = ledger.checked_before(article)
    if not found:
        return
    note(f"{plural(len(found), 'claim')} of it, or nearly that, checked before:")
    for claim, one in found[:_TOLD]:
        rating = "" if one.claim.rating is None else f" ({line(one.claim.rating.label)})"
        reason = "".join(f": {line(reason)}" for reason in one.reasons[:1])
        how = _HOW.get(one.label, f"{one.label} from")
        note(f"  {claim.ref} {how} {one.claim.ref}{rating}{reason}")
    if len(found) > _TOLD:
        note(f"  … {len(found) - _TOLD} more")
    note(f"Compare with: {again(ctx, f'match {found[0][0].ref}')}")
