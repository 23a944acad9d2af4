"""What commands print: data to standard output, everything else to standard error."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import IO, TYPE_CHECKING, Any, TypeVar

import typer

from claimledger.domain.outside import clean
from claimledger.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from claimledger.domain.claims import Claim, ClaimKind
    from claimledger.domain.records import EvidenceRecord
    from claimledger.domain.scales import Scale
    from claimledger.formats.listings import Listing
    from claimledger.ledger import Ledger
    from claimledger.splitting.document import Diagnostic

TABLE = "table"
PAGE = 120
"""Cells of a line that goes to a file, or to a pipe that no terminal is behind."""

NOTICES = 10
"""Notices about one text that are told; a model can give hundreds."""

_BESIDE_A_TABLE = 3
"""Lines of a screen for a note under the table, and for the next prompt."""

Choice = TypeVar("Choice", bound=StrEnum)
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How one sort of record is shown: as a table, and as plain objects."""

    table: str
    """``module:function`` in ``report``, loaded when a table is printed."""
    record: str
    """The function in ``formats.records`` that makes the object."""
    listing: str
    """The columns, in ``formats.listings``."""


SHEETS = {
    "articles": Sheet(table="articles:articles_table", record="article_object", listing="ARTICLES"),
    "claims": Sheet(table="listings:claims_table", record="claim_object", listing="CLAIMS"),
    "evidence": Sheet(
        table="evidence:evidence_table", record="evidence_object", listing="EVIDENCE"
    ),
    "scales": Sheet(table="scales:scales_table", record="scale_object", listing="SCALES"),
    "precedents": Sheet(
        table="precedents:precedents_table", record="precedent_object", listing="PRECEDENTS"
    ),
    "policy": Sheet(table="policies:policy_table", record="policy_object", listing="POLICY"),
    "mapping": Sheet(table="scales:mapping_table", record="counterpart_object", listing="MAPPING"),
    "log": Sheet(table="listings:log_table", record="log_object", listing="LOG"),
}


def put(kind: str, records: Iterable[Any], format_: str | None, **extra: Any) -> None:
    """Print a list of records in the format asked for, a table by default."""
    sheet = SHEETS[kind]
    if checked_format(format_) == TABLE:
        draw(_function("report", sheet.table)(_listed(records), width=_width(), **extra))
        return
    from claimledger.formats import records as objects

    write_records(map(getattr(objects, sheet.record), records), format_, sheet.listing)


def screenful(kind: str, records: Sequence[Any]) -> int:
    """Count the records, from the first, that one screen shows with a note under them."""
    table, console = _function("report", SHEETS[kind].table), _console(sys.stdout)
    least, most = 1, len(records)
    while least < most:
        middle = (least + most + 1) // 2
        shown = table(records[:middle], width=console.width)
        if len(console.render_lines(shown)) <= console.height - _BESIDE_A_TABLE:
            least = middle
        else:
            most = middle - 1
    return least


def put_scale(scale: Scale, format_: str | None) -> None:
    """Print one scale with the meanings of its ratings."""
    if checked_format(format_) == TABLE:
        draw(_function("report", "scales:scale_detail")(scale, width=_width()))
    else:
        put("scales", [scale], format_)


def put_splits(splits: Iterable[tuple[str, str, Sequence[Claim]]], format_: str | None) -> None:
    """Print the claims of texts, given as source, text and claims: one table a text."""
    if checked_format(format_) == TABLE:
        table = _function("report", "listings:split_table")
        for _, text, claims in splits:
            draw(table(claims, text, width=_width()))
        return
    from claimledger.formats.records import split_object

    found = (split_object(claim, source) for source, _, claims in splits for claim in claims)
    # Lines stand by themselves; of anything else, a part alone would be worth nothing.
    write_records(found if format_ == "jsonl" else list(found), format_, "SPLIT")


def put_reports(ledger: Ledger, refs: Sequence[str], format_: str | None) -> None:
    """Print articles with their claims, and single claims in full."""
    chosen_format = checked_format(format_)
    selection = ledger.select(refs, retracted=True)
    if chosen_format not in {TABLE, "markdown"}:
        put("claims", ledger.claims(selection), format_)
        return
    articles = [str(number) for number in selection.articles]
    reports = list(ledger.report(articles)) if articles or not refs else []
    claims = [ledger.claim(claim) for claim in selection.claims]
    if chosen_format == "markdown":
        from claimledger.formats.markdown import (
            article_markdown,
            claim_markdown,
        )

        parts = [*map(article_markdown, reports), *map(claim_markdown, claims)]
        sys.stdout.write("\n".join(parts))
        return
    if reports or not refs:
        whole = _function("report", "articles:articles_report")
        draw(whole(reports, width=_width()))
    for claim in claims:
        article = ledger.article(str(claim.article_number))
        detail = _function("report", "claims:claim_report")
        text = ledger.text_of(article, claim.version)
        draw(detail(claim, text=text, article=article, width=_width()))
        if before := ledger.said_before(claim):
            draw(_function("report", "precedents:said_before")(before, width=_width()))


def put_snapshot(evidence: EvidenceRecord, text: str | None, *, whole: bool) -> None:
    """Print evidence with the text that was captured, its quotes marked."""
    show = _function("report", "snapshots:snapshot")
    draw(show(evidence, text, whole=whole, width=_width()))


def write_records(records: Iterable[Any], format_: str | None, listing: str | Listing) -> None:
    """Write plain objects in a format that is no table.

    ``listing`` says which columns they have; a name stands for one of ``formats.listings``.
    """
    from claimledger.formats import listings
    from claimledger.formats.registry import FORMATS

    columns = getattr(listings, listing) if isinstance(listing, str) else listing
    FORMATS[checked_format(format_)](records, sys.stdout, listing=columns)


def draw(renderable: RenderableType) -> None:
    """Print a table or text: in colour on a terminal, plain and unpadded elsewhere."""
    console = _console(sys.stdout)
    if sys.stdout.isatty():
        console.print(renderable)
        return
    with console.capture() as captured:
        console.print(renderable)
    sys.stdout.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def on_screen() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout.isatty()


def note(text: str) -> None:
    """Tell the person something that is no data."""
    typer.echo(clean(text), err=True)


def note_diagnostics(source: str, text: str, diagnostics: Sequence[Diagnostic]) -> None:
    """Tell what a splitter could not do with a text, the first few things in full."""
    for diagnostic in diagnostics[:NOTICES]:
        place = "" if diagnostic.span is None else f' "{diagnostic.span.of(text)[:60].strip()} …"'
        note(f"{source}: {diagnostic.message}{place}")
    if len(diagnostics) > NOTICES:
        note(f"{source}: {len(diagnostics) - NOTICES} more notices of this sort.")


def plural(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is not one."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@contextmanager
def working(text: str) -> Iterator[None]:
    """Show that long work goes on, on standard error and on a terminal only."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.text import Text

    with _console(sys.stderr).status(Text(clean(text) + " …")):
        yield


def progress(found: Iterable[Found], *, total: int, text: str) -> Iterator[Found]:
    """Yield what is found, with a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from found
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn(text), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_console(sys.stderr), transient=True) as bar:
        yield from bar.track(found, total=total)


def chosen(choices: type[Choice], typed: str, *, what: str) -> Choice:
    """Return the choice that a person typed, or how it begins.

    Raises:
        UsageError: It is none of them, or the beginning of several.
    """
    begun = [choice for choice in choices if choice.startswith(typed.strip().lower())]
    exact = [choice for choice in begun if choice == typed.strip().lower()]
    if len(exact or begun) == 1 and typed.strip():
        return (exact or begun)[0]
    raise UsageError(f'"{typed}" is no {what}.', hint=f"It is one of: {', '.join(choices)}.")


def chosen_kind(typed: str | None) -> ClaimKind | None:
    """Return the kind of claim that a person typed."""
    from claimledger.domain.claims import ClaimKind

    return None if typed is None else chosen(ClaimKind, typed, what="kind of claim")


def is_table(format_: str | None) -> bool:
    """Tell whether a table is asked for: it is, where nothing is."""
    return format_ is None or format_ == TABLE


def checked_format(format_: str | None) -> str:
    """Return the name of the format asked for, a table by default.

    Raises:
        UsageError: There is no such format.
    """
    if is_table(format_):
        return TABLE
    from claimledger.formats.registry import FORMATS

    if format_ not in FORMATS:
        raise UsageError(
            f'"{format_}" is no format.', hint=f"It is one of: {', '.join([TABLE, *FORMATS])}."
        )
    return format_


def _function(package: str, place: str) -> Callable[..., Any]:
    from importlib import import_module

    module, name = place.split(":")
    found: Callable[..., Any] = getattr(import_module(f"claimledger.{package}.{module}"), name)
    return found


def _listed(records: Iterable[Any]) -> Iterable[Any]:
    return records if isinstance(records, Sequence) else list(records)


def _console(stream: IO[str]) -> Console:
    from rich.console import Console

    width = None if stream.isatty() else _width()
    return Console(file=stream, width=width, highlight=False, emoji=False, markup=False)


def _width() -> int:
    if sys.stdout.isatty():
        return _console(sys.stdout).width
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    return _width_behind_a_pipe() or PAGE


def _width_behind_a_pipe() -> int | None:
    """Return the width of the terminal on which what is piped will probably be read."""
    with suppress(OSError, ValueError):
        if not stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode):
            return None
        for stream in (sys.stderr, sys.stdin):
            if stream.isatty():
                return os.get_terminal_size(stream.fileno()).columns or None
    return None
