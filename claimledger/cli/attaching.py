"""``attach``: a source for claims, captured and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.options import AllowPrivate, Format, ask, changing

if TYPE_CHECKING:
    from claimledger.domain.evidence import Stance
    from claimledger.domain.records import EvidenceRecord


def attach(
    ctx: typer.Context,
    claims: Annotated[
        str, typer.Argument(metavar="CLAIM", help="Such as 3.7; several as 3.7,3.9.")
    ],
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A web address or a file.")],
    supports: Annotated[bool, typer.Option("--supports", help="It speaks for the claim.")] = False,
    refutes: Annotated[bool, typer.Option("--refutes", help="It speaks against it.")] = False,
    context: Annotated[bool, typer.Option("--context", help="It helps to judge it.")] = False,
    quote: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="Words of the source; repeatable.")
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="A note of yours.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The source's title.")] = None,
    author: Annotated[str | None, typer.Option(metavar="TEXT", help="Its author.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Its publication date, YYYY-MM-DD.")
    ] = None,
    no_fetch: Annotated[bool, typer.Option("--no-fetch", help="Record the link alone.")] = False,
    allow_private: AllowPrivate = False,
    format_: Format = None,
) -> None:
    """Attach a source to a claim: captured, hashed and kept.

    Each quote is looked for in the source: to the letter, then whatever the shape of its
    quotation marks, spaces and capitals, then nearly so. A quote with another number, or
    without a "not" that the source has, is never found.
    """
    from claimledger.cli.output import note as say
    from claimledger.cli.output import put, working
    from claimledger.domain.outside import link
    from claimledger.ledger.opening import fragment_of
    from claimledger.ledger.sourcing import evidence_act

    stance = _stance(supports=supports, refutes=refutes, context=context)
    with changing(ctx) as ledger:
        wanted = [ledger.claim(ref).id for ref in dict.fromkeys(map(str.strip, claims.split(",")))]
        with working(f"Capturing {source}"):
            captured = evidence_act(
                source,
                stance=stance,
                quotes=quote or (),
                note=note,
                title=title,
                author=author,
                published=published,
                fetch=not no_fetch,
                allow_private=allow_private,
            )
        attached = ledger.attach(wanted, captured)
        target = link(attached[0].url)
        at_quote = None if target is None else fragment_of(ledger, attached[0], target)
    put("evidence", attached, format_)
    _note_quotes(attached[0])
    if at_quote is not None:
        say(f"A link to the quote: {at_quote}")


def _note_quotes(evidence: EvidenceRecord) -> None:
    """Tell which quotes were not found, or not in these words."""
    from claimledger.cli.output import note
    from claimledger.domain.evidence import Likeness, QuoteResult

    for quote in evidence.quotes:
        if quote.result is QuoteResult.NOT_FOUND:
            note(f'The source does not say "{quote.exact}"; recorded as not found.')
        elif quote.likeness is Likeness.FUZZY:
            note(f'The source has other words, alike by {quote.similarity}%: "{quote.exact}"')


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
    answer = ask(
        "Stance (supports, refutes, context)",
        flag="--supports, --refutes or --context",
        what="stance",
        fits=lambda typed: chosen(Stance, typed, what="stance"),
    )
    return chosen(Stance, answer, what="stance")
