"""The commands of every day: add, list, show, attach, verdict, report, search."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.attaching import attach
from claimledger.cli.options import (
    AllowPrivate,
    Because,
    ClaimRef,
    Format,
    Language,
    Limit,
    Refs,
    SplitterName,
    again,
    changing,
    reading,
    reason,
)

if TYPE_CHECKING:
    from claimledger.domain.records import ArticleRecord


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
    updates: Annotated[
        str | None,
        typer.Option(metavar="ARTICLE", help="It is a new version of this article."),
    ] = None,
    splitter: SplitterName = "rules",
    allow_private: AllowPrivate = False,
    format_: Format = None,
) -> None:
    """Add articles and split them into claims.

    Makes ./ledger.db if there is no ledger. The same article twice adds nothing; an address
    whose page has changed becomes a new version of its article, and what it still says keeps
    its evidence and verdicts.
    """
    from contextlib import ExitStack

    from claimledger.cli.matching import note_said_before
    from claimledger.cli.output import note, note_diagnostics, working
    from claimledger.cli.revisions import note_earlier, note_revision
    from claimledger.ledger.intake import captured_article, checked_language
    from claimledger.splitters.registry import load_splitter

    _check_one_source(
        sources,
        {"--updates": updates, "--title": title, "--author": author, "--published": published},
    )
    language = checked_language(language)
    load_splitter(splitter)  # what is wrong with it is told before anything is read or made
    added: list[ArticleRecord] = []
    with ExitStack() as opened:
        # What was added is told whatever comes after it.
        opened.callback(_put_added, ctx, added, format_)
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
                result = ledger.add_article(
                    captured, language=language, splitter=splitter, updates=updates
                )
            note_diagnostics(source, captured.text, result.diagnostics)
            article = result.article
            if result.revised:
                note_revision(ledger, source, result.article)
            elif not result.new:
                note(f"{source} is in the ledger already, as article {article.number}.")
            elif not article.claims:
                note(f"Article {article.number} holds no claim that could be read.")
            added.append(article)
            if result.new:
                note_earlier(ctx, ledger, article)
                note_said_before(ctx, ledger, article)


def _check_one_source(sources: list[str], said: dict[str, str | None]) -> None:
    from claimledger.errors import UsageError

    if len(sources) > 1 and (flags := [flag for flag, value in said.items() if value is not None]):
        raise UsageError(
            f"{' and '.join(flags)} can be said of one source only.", hint="Add them one by one."
        )


def _put_added(ctx: typer.Context, added: list[ArticleRecord], format_: str | None) -> None:
    from claimledger.cli.output import note, put

    if not added:
        return
    put("articles", added, format_)
    if first := next((article for article in added if article.claims), None):
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
    tag: Annotated[
        str | None, typer.Option(metavar="TAG", help="Only those with this tag.")
    ] = None,
    assigned: Annotated[
        str | None, typer.Option(metavar="REVIEWER", help="Only those assigned to this reviewer.")
    ] = None,
    challenged: Annotated[
        bool,
        typer.Option("--challenged", help="Only those decided, with contrary evidence since."),
    ] = False,
    sort: Annotated[str, typer.Option(metavar="ORDER", help="worth or text.")] = "worth",
    limit: Limit = None,
    format_: Format = None,
) -> None:
    """List claims, the most check-worthy first.

    On a terminal, as many as the screen holds; --limit says otherwise.
    """
    from dataclasses import replace

    from claimledger.cli.output import chosen, is_table, note, on_screen, put, screenful
    from claimledger.domain.verdicts import ClaimStatus
    from claimledger.ledger.selection import Order

    fit = limit is None and on_screen() and is_table(format_)
    most = MOST_ON_SCREEN if fit else limit or -1
    with reading(ctx) as ledger:
        selection = replace(
            ledger.select(refs or []),
            status=None if status is None else chosen(ClaimStatus, status, what="status"),
            tag=tag and tag.strip().casefold(),
            assigned=None if assigned is None else ledger.assignee(assigned),
            challenged=challenged,
            sort=chosen(Order, sort, what="order"),
            limit=most,
        )
        claims = ledger.claims(selection)
        total = ledger.count(selection) if len(claims) == most else len(claims)
        empty = not claims and ledger.is_empty()
    if not claims and not empty and is_table(format_):
        note("No claim is like that.")
        return
    if fit and claims:
        claims = claims[: screenful("claims", claims)]
    put("claims", claims, format_)
    if total > len(claims):
        note(f"{len(claims)} of {total} claims. All of them: --limit {total}")


def show(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="A claim (3.7), or an article (3).")],
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the steps that made the claim instead.")
    ] = False,
    format_: Format = None,
) -> None:
    """Show a claim with its evidence and verdicts, or an article."""
    from claimledger.cli.explanation import put_claim_explanation
    from claimledger.cli.output import put_reports

    with reading(ctx) as ledger:
        if explain:
            put_claim_explanation(ledger, ref, format_)
        else:
            put_reports(ledger, [ref], format_)


def verdict(
    ctx: typer.Context,
    claim: ClaimRef,
    rating: Annotated[
        str | None,
        typer.Argument(metavar="[RATING]", help="A label of the scale, or how it begins."),
    ] = None,
    because: Because = None,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Take your verdict back instead of giving one.")
    ] = False,
    format_: Format = None,
) -> None:
    """Give a claim your verdict; it replaces your earlier one.

    With --withdraw, take it back: the claim stands as if you had given none, and the history
    keeps both.
    """
    from claimledger.cli.output import note, put
    from claimledger.errors import UsageError

    if withdraw is (rating is not None):
        raise UsageError(
            "A verdict is withdrawn without a rating." if withdraw else "No rating was given.",
            hint='Give one: claimledger verdict CLAIM RATING --because "TEXT". '
            'Take yours back: claimledger verdict CLAIM --withdraw --because "TEXT".',
        )
    with changing(ctx) as ledger:
        found = ledger.claim(claim)
        chosen = None if rating is None else ledger.scale().find(rating)
        if because is None:
            does = "your verdict is withdrawn" if chosen is None else chosen.label
            because = reason(None, about=f"{found.ref} {found.text} → {does}")
        if chosen is None:
            rated = ledger.withdraw_verdict(claim, because=because)
        else:
            rated = ledger.give_verdict(claim, chosen.code, because=because)
        done = "withdrawn" if chosen is None else "on record"
        note(f"Verdict {done} as {ledger.reviewer}.")
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
    """Report verdicts: whole articles, or claims in full.

    A file that ends in .md, .csv, .tsv, .json or .jsonl is written so, unless --format says
    otherwise.
    """
    from claimledger.cli.exporting import format_of, into
    from claimledger.cli.output import put_reports

    with reading(ctx) as ledger, into(output):
        put_reports(ledger, refs or [], format_ or format_of(output))


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
        most = limit or MOST_ON_SCREEN
        found = ledger.search(words, limit=most + 1)
    more, found = len(found) > most, found[:most]
    if not found:
        note(f'No claim holds all words of "{words}".')
    if found or format_ is not None:
        put("claims", found, format_)
    if more:
        note(f"The first {most}; there are more. See them with: --limit {most * 10}")


MOST_ON_SCREEN = 50
"""Claims that are shown at most when no limit is given, though a screen holds more."""
