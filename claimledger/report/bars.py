"""Bars: a claim's worth, and how an article's claims came out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from claimledger.report.theme import ACCENT, QUIET
from claimledger.report.verdicts import Share

FULL: Final = "━"
REST: Final = "─"
DECIDED: Final = "█"
UNDECIDED: Final = "░"


def worth_bar(worth: float, *, cells: int = 5) -> Text:
    """Show a check-worthiness of 0 to 1 as a bar and a number."""
    filled = min(cells, max(0, round(worth * cells)))
    bar = Text().append(FULL * filled, ACCENT).append(REST * (cells - filled), QUIET)
    return bar.append(f" {worth:.2f}")


def shares_bar(shares: Sequence[Share], *, width: int) -> Text:
    """Show shares beside each other, each as long as its part of the whole.

    A gap stands between two shares, so that they stay apart without colour, and the
    smallest still gets a cell; where even that does not fit, the last ones are left to
    the legend.
    """
    shown = shares[: (width + 1) // 2]
    lengths = apportion([share.count for share in shown], width - len(shown) + 1)
    blocks = (
        Text((DECIDED if share.decided else UNDECIDED) * length, share.mark.style)
        for share, length in zip(shown, lengths, strict=True)
    )
    return Text(" ").join(blocks)


def apportion(counts: Sequence[int], total: int) -> list[int]:
    """Divide ``total`` cells in proportion to ``counts``, at least one for each.

    The sum is ``total``, which must not be less than the number of counts. What rounding
    down leaves over goes to those it took the most from.
    """
    spare, whole = total - len(counts), sum(counts)
    exact = [spare * number / whole for number in counts]
    lengths = [1 + int(part) for part in exact]
    by_loss = sorted(range(len(counts)), key=lambda i: int(exact[i]) - exact[i])
    for index in by_loss[: total - sum(lengths)]:
        lengths[index] += 1
    return lengths
