"""The app, and how the command line starts it."""

from __future__ import annotations

from claimledger.ledger import Ledger
from claimledger.review.sources import Reading
from claimledger.review.worklist import View


class ReviewApp(Reading):
    """A checker's day."""


def run(
    ledger: Ledger, view: View | None = None, *, start: str = "", allow_private: bool = False
) -> None:
    """Review a ledger full screen until the person quits; a bug that ends it ends the program."""
    app = ReviewApp(ledger, view, start=start, allow_private=allow_private)
    app.run()
    if app.return_code:
        raise SystemExit(app.return_code)
