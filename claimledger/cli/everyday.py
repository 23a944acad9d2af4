"""The commands of every day: add, list, show, attach, verdict, report, search."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.options import (
    Because,
    ClaimRef,
    Format,
    Language,
    Limit,
    Refs,
    SplitterName,
    again,
    ask,
    changing,
    reading,
    reason,
)

if TYPE_CHECKING:
    from claimledger.domain.evidence import Stance

AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from this machine or the local network too.")
]


def register(app: typer.Typer) -> None:
    """Give the program these commands, in the order of the help."""
    for command in (add, list_, show, attach, verdict, report, search):
        app.command(name=command.__name__.rstrip("_"))(command)


def add(
    ctx: typer.Context,
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Files, web addresses, or - to read.")
    ],
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The title, if the source's is wrong.")
    ] = None,
    author: Annotated[str | None, typer.Option(metavar="TEXT", help="The author.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The publication date, YYYY-MM-DD.")
    ] = None,
    language: Language = "en",
    splitter: SplitterName = "rules",
    allow_private: AllowPrivate = False,
    format_: Format = None,
) -> None:
    """Add articles and split them into claims.

    Makes ./ledger.db if there is no ledger. The same article twice adds nothing.
    """
    from contextlib import ExitStack

    from claimledger.cli.output import note, note_diagnostics, put, working
    from claimledger.ledger.intake import captured_article
    from claimledger.splitters.registry import load_splitter

    load_splitter(splitter)  # what is wrong with it is told before anything is read or made
    added = []
    with ExitStack() as opened:
        ledger = None
        for source in sources:
            with working(f"Reading {source}"):
                captured = captured_article(
                    source,
                    title=title,
                    author=author,
                    published=published,
                    allow_private=allow_private,
                )
            ledger = ledger or opened.enter_context(changing(ctx, create=True))
            with working(f"Splitting {source} into claims"):
                result = ledger.add_article(captured, language=language, splitter=splitter)
            note_diagnostics(source, captured.text, result.diagnostics)
            article = result.article
            if not result.new:
                note(f"{source} is in the ledger already, as article {article.number}.")
            elif not article.claims:
                note(f"Article {article.number} holds no claim that could be read.")
            added.append(article)
    put("articles", added, format_)
    if any(article.claims for article in added):
        first = next(article for article in added if article.claims)
        note(f"Next: {again(ctx, f'list {first.number}')}")


def list_(
    ctx: typer.Context,
    refs: Refs = None,
    status: Annotated[
        str | None,
        typer.Option(
            metavar="STATUS", help="Only those open, checked, disputed, settled or retracted."
        ),
    ] = None,
    sort: Annotated[str, typer.Option(metavar="ORDER", help="worth or text.")] = "worth",
    limit: Limit = None,
    format_: Format = None,
) -> None:
    """List claims, the most check-worthy first."""
    from dataclasses import replace

    from claimledger.cli.output import chosen, note, on_screen, put
    from claimledger.domain.verdicts import ClaimStatus
    from claimledger.ledger.selection import Order

    most = limit or (SCREENFUL if on_screen() else -1)
    with reading(ctx) as ledger:
        selection = replace(
            ledger.select(refs or []),
            status=None if status is None else chosen(ClaimStatus, status, what="status"),
            sort=chosen(Order, sort, what="order"),
            limit=most,
        )
        claims = ledger.claims(selection)
        total = ledger.count(selection) if len(claims) == most else len(claims)
    put("claims", claims, format_)
    if total > len(claims):
        note(f"{len(claims)} of {total} claims. All of them: --limit {total}")


def show(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="A claim (3.7), or an article (3).")],
    format_: Format = None,
) -> None:
    """Show a claim with its evidence and verdicts, or an article."""
    from claimledger.cli.output import put_reports

    with reading(ctx) as ledger:
        put_reports(ledger, [ref], format_)


def attach(
    ctx: typer.Context,
    claim: ClaimRef,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A web address or a file.")],
    supports: Annotated[bool, typer.Option("--supports", help="It speaks for the claim.")] = False,
    refutes: Annotated[bool, typer.Option("--refutes", help="It speaks against it.")] = False,
    context: Annotated[bool, typer.Option("--context", help="It helps to judge it.")] = False,
    quote: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="Words of the source; repeatable.")
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="A note of yours.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The source's title.")] = None,
    no_fetch: Annotated[bool, typer.Option("--no-fetch", help="Record the link alone.")] = False,
    allow_private: AllowPrivate = False,
    format_: Format = None,
) -> None:
    """Attach a source to a claim: captured, hashed and kept."""
    from claimledger.cli.output import note as say
    from claimledger.cli.output import put, working
    from claimledger.domain.evidence import QuoteResult
    from claimledger.ledger.intake import evidence_act

    stance = _stance(supports=supports, refutes=refutes, context=context)
    with changing(ctx) as ledger:
        claim_id = ledger.claim(claim).id
        with working(f"Capturing {source}"):
            captured = evidence_act(
                source,
                stance=stance,
                quotes=quote or (),
                note=note,
                title=title,
                fetch=not no_fetch,
                allow_private=allow_private,
            )
        evidence = ledger.attach(claim_id, captured)
    put("evidence", [evidence], format_)
    for selector in evidence.quotes:
        if selector.result is QuoteResult.NOT_FOUND:
            say(f'The source does not say "{selector.exact}"; recorded as not found.')


def verdict(
    ctx: typer.Context,
    claim: ClaimRef,
    rating: Annotated[
        str, typer.Argument(metavar="RATING", help="A label of the scale, or how it begins.")
    ],
    because: Because = None,
    format_: Format = None,
) -> None:
    """Give a claim your verdict; it replaces your earlier one."""
    from claimledger.cli.output import put

    with changing(ctx) as ledger:
        ledger.claim(claim)
        ledger.scale().find(rating)
        rated = ledger.give_verdict(claim, rating, because=reason(because))
    put("claims", [rated], format_)


def report(
    ctx: typer.Context,
    refs: Refs = None,
    format_: Format = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead."),
    ] = None,
) -> None:
    """Report verdicts: whole articles, or claims in full."""
    from claimledger.cli.output import into, put_reports

    with reading(ctx) as ledger, into(output):
        put_reports(ledger, refs or [], format_)


def search(
    ctx: typer.Context,
    query: Annotated[
        list[str], typer.Argument(metavar="QUERY", help='All these words; "some words" together.')
    ],
    limit: Limit = 50,
    format_: Format = None,
) -> None:
    """Find claims by their words, the best match first."""
    from claimledger.cli.output import note, put

    words = " ".join(query)
    with reading(ctx) as ledger:
        found = ledger.search(words, limit=limit or 50)
    if not found:
        note(f'No claim holds all words of "{words}".')
    if found or format_ is not None:
        put("claims", found, format_)


SCREENFUL = 50
"""Claims that ``list`` shows on a terminal when no limit is given."""


def _stance(*, supports: bool, refutes: bool, context: bool) -> Stance:
    from claimledger.cli.output import chosen
    from claimledger.domain.evidence import Stance
    from claimledger.errors import UsageError

    given = {Stance.SUPPORTS: supports, Stance.REFUTES: refutes, Stance.CONTEXT: context}
    said = [stance for stance, yes in given.items() if yes]
    if len(said) > 1:
        raise UsageError(
            "Evidence has one stance.", hint="Give one of --supports, --refutes, --context."
        )
    if said:
        return said[0]
    flags = "--supports, --refutes or --context"
    return chosen(
        Stance, ask("Stance (supports, refutes, context)", flag=flags, what="stance"), what="stance"
    )
