"""Write ``docs/report.svg``: the report of the sample ledger, as a terminal shows it.

``python docs/make_picture.py``. The same ledger and program give the same bytes.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import cast

from rich.console import Console, Group, RenderableType
from rich.segment import Segment, Segments
from rich.table import Table
from rich.text import Text

from claimledger import ClaimStatus, Ledger
from claimledger.domain.records import ArticleReport
from claimledger.report import article_report
from claimledger.report.grids import GAP

HERE = Path(__file__).parent
PICTURE = HERE / "report.svg"
LEDGER = HERE.parent / "ledger.db"
WIDTH = 116
"""Cells; from here on, a reviewer and a date stand beside the verdict."""
FIRST = 5
"""Claims shown from the article's beginning."""
DISPUTED = 8
"""Claims shown from the first disputed one on."""

_FONT = re.compile(r"\s*@font-face \{.*?\}\n", re.DOTALL)


def main() -> None:
    """Write the picture in place of the old one."""
    PICTURE.write_text(picture(LEDGER), encoding="utf-8")


def picture(ledger: Path) -> str:
    """Return the picture of the first article's report, as SVG."""
    with Ledger.open(ledger, read_only=True) as opened:
        report = next(opened.report(["1"]))
    console = Console(
        record=True,
        width=WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",  # styles remember the first system they are printed for
    )
    console.print(shortened(report, console), highlight=False)
    svg = console.export_svg(title="claimledger report", unique_id="claimledger")
    # The fonts are on the web; a reader's own monospace font does as well.
    return _FONT.sub("", svg)


def shortened(report: ArticleReport, console: Console) -> RenderableType:
    """Return a report with its heading and summary, and some of its claims between."""
    whole = cast(Group, article_report(report, width=WIDTH))
    heading, space, table, *summary = whole.renderables
    claims = [c for c in report.claims if c.status is not ClaimStatus.RETRACTED]
    lines = console.render_lines(table, pad=False)
    starts = _rows(lines, [c.ref for c in claims])
    disputed = [c.status for c in claims].index(ClaimStatus.DISPUTED)
    after = disputed + DISPUTED
    indent = (cast(Table, table).columns[0].width or 0) + GAP
    return Group(
        heading,
        space,
        _drawn(lines[: starts[FIRST]]),
        _left_out(disputed - FIRST, indent=indent),
        Text(),
        _drawn(lines[starts[disputed] : starts[after]]),
        _left_out(len(claims) - after, indent=indent),
        *summary,
    )


def _rows(lines: list[list[Segment]], refs: list[str]) -> list[int]:
    """Return the line on which each claim begins."""
    texts = ["".join(segment.text for segment in line) for line in lines]
    return [next(n for n, text in enumerate(texts) if text.split()[:1] == [ref]) for ref in refs]


def _drawn(lines: list[list[Segment]]) -> RenderableType:
    return Segments([segment for line in lines for segment in [*line, Segment.line()]])


def _left_out(number: int, *, indent: int) -> Text:
    return Text(f"{'…':<{indent}}{number} more claims", "dim")


if __name__ == "__main__":
    main()
