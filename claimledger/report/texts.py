"""Small pieces of text that every view is made of; all of it cleaned, none of it markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from claimledger.domain.outside import clean, line, link
from claimledger.report.theme import ACCENT, GREEN, QUIET, RED, STRONG

DOT: Final = Text(" · ", QUIET)
"""What stands between facts on one line."""


def told(text: str, style: str = "") -> Text:
    """Show text from outside on one line."""
    return Text(line(text), style)


def paragraphs(text: str, style: str = "") -> Text:
    """Show text from outside with its own line breaks."""
    return Text(clean(text).strip(), style)


def address(url: str, style: str = QUIET) -> Text:
    """Show a URL, as a hyperlink where it may be one."""
    text = told(url, style)
    if target := link(url):
        text.stylize(Style(link=target))
    return text


def day(time: str) -> str:
    """Return the date of an RFC 3339 time."""
    return line(time)[:10]


def minute(time: str) -> str:
    """Return an RFC 3339 time in UTC as a date and a time of day."""
    return line(time)[:16].replace("T", " ")


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun, such as ``1 claim`` or ``1,204 words``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def change(sign: str, text: str) -> Text:
    """Show a line that a new version of a text lacks (``-``) or has (``+``)."""
    return Text(f"{sign} ", RED if sign == "-" else GREEN).append(line(text))


def lines(parts: Iterable[Text]) -> Text:
    """Put texts under each other."""
    return Text("\n").join(parts)


def section(name: str, *, width: int) -> Text:
    """Return the line that a part of a report begins with."""
    rule = Text().append(name, f"{STRONG} {ACCENT}").append(" ")
    return rule.append("─" * max(0, width - rule.cell_len), QUIET)


def flow(parts: Iterable[Text], *, width: int, gap: Text) -> Text:
    """Put texts beside each other, starting a new line rather than breaking one of them."""
    rows: list[Text] = []
    for part in parts:
        if rows and rows[-1].cell_len + gap.cell_len + part.cell_len <= width:
            rows[-1].append_text(gap).append_text(part)
        else:
            rows.append(Text().append_text(part))
    return lines(rows)


def next_step(state: str, *, do: str, command: str) -> Text:
    """Say that there is nothing to show yet, and what to type."""
    return Text(f"{state} {do}: ").append(command, ACCENT)


def widest(texts: Iterable[str], *, least: int, most: int) -> int:
    """Return how many cells the widest text takes, within limits."""
    return max(least, min(most, max(map(cell_len, set(texts)), default=least)))
