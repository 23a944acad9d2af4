"""What became of an article whose page has changed."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

    from claimledger.domain.records import ArticleRecord
    from claimledger.ledger import Ledger

_SHOWN = 5
_OTHER_ARTICLE = 0.1
"""The share of a text below which what takes its place is hardly a version of it."""


def note_revision(ledger: Ledger, source: str, article: ArticleRecord) -> None:
    """Tell what a new version keeps, drops and adds."""
    from claimledger.cli.output import note, plural
    from claimledger.ledger.selection import Selection

    claims = ledger.claims(Selection(articles=(article.number,)))
    gone = ledger.no_longer_made(article)
    note(
        f"{source} has changed: it is version {article.version} of article {article.number}."
        f" It makes {plural(len(claims), 'claim')}; {len(gone)} of the version before"
        " are not in it any more."
    )
    for claim in gone[:_SHOWN]:
        note(f"  {claim.ref} {claim.text}")
    if len(gone) > _SHOWN:
        note(f"  … {len(gone) - _SHOWN} more")
    note(f"What changed: claimledger article diff {article.number}")
    if ledger.share_kept(article) < _OTHER_ARTICLE:
        note(
            f"Almost nothing of the earlier text is left. If {source} is another article, put the"
            f" earlier text back: claimledger add FILE --updates {article.number}"
        )


def note_earlier(ctx: typer.Context, ledger: Ledger, article: ArticleRecord) -> None:
    """Tell that an article added as a new one came from the same file as one before."""
    from claimledger.cli.options import again
    from claimledger.cli.output import note

    for earlier in ledger.of_the_same_file(article)[-1:]:
        command = again(ctx, f"add {shlex.quote(article.source)} --updates {earlier.number}")
        note(
            f"Article {earlier.number} came from {article.source} too, with another text; this is"
            f" article {article.number}. A changed text keeps its claims' evidence and verdicts"
            f" when it is added so: {command}"
        )
