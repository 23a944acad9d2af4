"""Explanations of claims: which of them are meant, and how they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimledger.errors import ClaimLedgerError, UsageError

if TYPE_CHECKING:
    from claimledger.ledger import Ledger
    from claimledger.splitting.explaining.values import Steps

WRITTEN = ("json", "jsonl")
"""The formats of an explanation beside the table: it is no list of rows."""


def check_explaining(
    *, explain: bool, only: str | None, splitter: str, format_: str | None
) -> None:
    """Refuse what does not go together.

    Raises:
        UsageError: One option needs another, or cannot be had with it.
    """
    if only is not None and not explain:
        raise UsageError("--only chooses what is explained.", hint="Give --explain too.")
    if explain and splitter != "rules":
        raise UsageError(
            f"The splitter {splitter} does not explain itself.", hint="Leave out --splitter."
        )
    if explain and format_ not in {None, "table", *WRITTEN}:
        raise UsageError(
            f"An explanation has no format {format_}.",
            hint=f"It is one of: table, {', '.join(WRITTEN)}.",
        )


def explained(text: str, *, language: str, model: Path | None, only: str | None) -> list[Steps]:
    """Explain the claims of a text, those alone that a person asks for.

    Raises:
        UsageError: The text has no such claim.
    """
    from claimledger.splitting.explaining.explain import explain

    steps = explain(text, language=language, model=model)
    if only is None:
        return steps
    found = _numbered(steps, int(only)) if only.isdecimal() else _worded(steps, only)
    if not found:
        most = sum(len(step.claims) for step in steps)
        raise UsageError(
            f'No claim or sentence is meant by "{only}".',
            hint=f"Give a number from 1 to {most}, or words of a claim." if most else "",
        )
    return found


def put_explanations(texts: Iterable[tuple[str, list[Steps]]], format_: str | None) -> None:
    """Print the steps of texts, each with the source it came from."""
    from claimledger.cli.output import draw, write_records

    if format_ in WRITTEN:
        from claimledger.formats.explanations import explanation_object

        found = (explanation_object(step, source) for source, steps in texts for step in steps)
        write_records(found if format_ == "jsonl" else list(found), format_, "SPLIT")
        return
    from claimledger.report.explanations import Explanation

    for _, steps in texts:
        draw(Explanation(steps))


def put_claim_explanation(ledger: Ledger, ref: str, format_: str | None) -> None:
    """Print how a claim of a ledger was made: its article's text is split once more.

    Raises:
        UnknownReferenceError: There is no such claim.
        ClaimLedgerError: Another version of the splitter made it, or a person did.
    """
    from claimledger.cli.output import working
    from claimledger.splitting.explaining.explain import explain
    from claimledger.splitting.run import SPLITTER

    check_explaining(explain=True, only=None, splitter="rules", format_=format_)
    claim = ledger.claim(ref)
    article = ledger.article(str(claim.article_number))
    if article.splitter != SPLITTER:
        raise ClaimLedgerError(
            f"Claim {claim.ref} was made by {article.splitter}, which cannot be asked why.",
            hint=f"Only claims of {SPLITTER}, the version installed, can be explained.",
        )
    with working(f"Splitting article {article.number} once more"):
        steps = explain(ledger.text_of(article, claim.version), language=article.language)
    number = next((m.number for s in steps for m in s.claims if m.claim.id == claim.id), None)
    if number is None:
        raise ClaimLedgerError(
            f"Claim {claim.ref} was not made by the splitter.",
            hint=f"A person added it: claimledger log {claim.ref}",
        )
    put_explanations([(article.source, _numbered(steps, number))], format_)


def _numbered(steps: Sequence[Steps], number: int) -> list[Steps]:
    return [
        replace(step, claims=tuple(made for made in step.claims if made.number == number))
        for step in steps
        if any(made.number == number for made in step.claims)
    ]


def _worded(steps: Sequence[Steps], words: str) -> list[Steps]:
    sought = " ".join(words.lower().split())
    return [
        step
        for step in steps
        if any(
            sought in " ".join(text.lower().split())
            for text in (step.text, *(made.claim.text for made in step.claims))
        )
    ]
