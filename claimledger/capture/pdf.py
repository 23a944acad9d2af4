"""PDF to text: lines put together into paragraphs, hyphens at line ends mended."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Never

from claimledger.capture.errors import CaptureError
from claimledger.capture.limits import LIMITS, Limits, megabytes
from claimledger.capture.metadata import Metadata, iso_date
from claimledger.capture.plaintext import encodable

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_PASSWORD = 4
_SECURITY = 5
"""pdfium's error codes for encryption."""

_HYPHEN = "\ufffe"
"""What pdfium writes for a hyphen at the end of a line that it joined to the next."""

_BROKEN = re.compile(r"(\w{0,40})(?:\ufffe|(?<=\w)[-\u2010\u00ad]\n)\s*(\w{0,40})")
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_BULLET = re.compile(r"(?:[•‣▪◦●○■–—]|\(?\d{1,2}[.)]|[*-])\s")
_PAGE_NUMBER = re.compile(r"(?:page )?[\divxlc]{1,5}(?:(?: of |\s?/\s?)\d+)?", re.IGNORECASE)
_REPEATED = 3
"""On how many pages a first or last line must stand to be a running header or footer."""

_GAP = 1.25
"""How much more than the usual step between lines separates paragraphs."""
_SIZE = 0.15
"""How much the height of letters may differ within a paragraph."""
_INDENT = 0.8
"""How far a first line must be set in, in heights of a line."""
_DOUBT = 1.5
"""How much more room than needed a line must leave that ends in mid-sentence."""
_GENERIC_TITLE = re.compile(
    r"(microsoft \w+ - .*|untitled.*|.*\.(docx?|pdf|indd|tex|odt))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of text as pdfium gives it, with where it stands, in points."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


def paragraphs_of(data: bytes, *, name: str, limits: Limits = LIMITS) -> tuple[str, Metadata]:
    """Read the text layer of a PDF, its paragraphs apart by blank lines.

    Raises:
        CaptureError: When the file is broken, encrypted, or has no text layer.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        _refuse(name, error, getattr(error, "err_code", None))
    try:
        pages = list(_pages(document, name, limits))
        metadata = _metadata(document)
    except PdfiumError as error:
        _refuse(name, error, None)
    finally:
        document.close()
    lines = _without_furniture(pages)
    text = encodable("\n\n".join(_mended(list(_joined(lines)))))
    if not text:
        raise CaptureError(
            f"{name} has no text layer: its pages are pictures.",
            hint="Run text recognition first, for example: ocrmypdf OLD.pdf NEW.pdf",
        )
    return text, metadata


def _refuse(name: str, error: Exception, code: int | None) -> Never:
    if code in {_PASSWORD, _SECURITY}:
        raise CaptureError(
            f"{name} is encrypted and asks for a password.",
            hint="Open it with its password and save or print it to a new PDF.",
        ) from error
    raise CaptureError(
        f"{name} is not a PDF that can be read: it is damaged or incomplete.",
        hint="Download it again, or open it in a PDF reader and print it to a new PDF.",
    ) from error


def _pages(document: PdfDocument, name: str, limits: Limits) -> Iterator[list[_Line]]:
    size = 0
    for index in range(len(document)):
        page = document[index]
        try:
            lines = _lines(page)
        finally:
            page.close()
        size += sum(len(line.text) for line in lines)
        if size > limits.text:
            raise CaptureError(
                f"{name} holds more than {megabytes(limits.text)} of text.",
                hint="Split it and give the part you need.",
            )
        yield lines


def _lines(page: PdfPage) -> list[_Line]:
    text_page = page.get_textpage()
    try:
        written = text_page.get_text_range()
        last = text_page.count_chars() - 1
        lines = []
        start = 0
        for text in written.split("\r\n"):
            if text.strip():
                lead = len(text) - len(text.lstrip())
                bullet = _BULLET.match(text, lead)  # often in another font
                first = min(start + (bullet.end() if bullet else lead), last)
                left, bottom, _, top = text_page.get_charbox(first, loose=True)
                end = min(start + len(text.rstrip()) - 1, last)
                right = text_page.get_charbox(end, loose=True)[2]
                lines.append(
                    _Line(
                        text=" ".join(text.split()),
                        left=left,
                        right=right,
                        bottom=bottom,
                        height=top - bottom,
                    )
                )
            start += len(text) + 2
        return lines
    finally:
        text_page.close()


def _without_furniture(pages: Sequence[list[_Line]]) -> list[list[_Line]]:
    """Drop page numbers, and lines that head or foot several pages."""
    edges = Counter(
        key for lines in pages for key in {_edge_key(line) for line in (*lines[:1], *lines[-1:])}
    )

    def is_furniture(line: _Line) -> bool:
        return bool(_PAGE_NUMBER.fullmatch(line.text)) or edges[_edge_key(line)] >= _REPEATED

    kept = []
    for lines in pages:
        left = list(lines)
        while left and is_furniture(left[0]):
            left = left[1:]
        while left and is_furniture(left[-1]):
            left = left[:-1]
        kept.append(left)
    return kept


def _edge_key(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _joined(pages: Sequence[list[_Line]]) -> Iterator[str]:
    """Put lines together into paragraphs, across columns and pages where one goes on."""
    paragraph: list[str] = []
    for column in (column for lines in pages for column in _columns(lines)):
        step, edge = _usual_step(column), _edge(column)
        before: _Line | None = None
        for line in column:
            if before is None:
                is_new = not paragraph or _is_over(paragraph[-1], line)
            else:
                is_new = _starts_paragraph(before, line, step=step, edge=edge)
            if is_new and paragraph:
                yield "\n".join(paragraph)
                paragraph = []
            paragraph.append(line.text)
            before = line
    if paragraph:
        yield "\n".join(paragraph)


def _columns(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Cut a page's lines where they go back up."""
    column: list[_Line] = []
    for line in lines:
        if column and line.bottom - column[-1].bottom > 2 * line.height:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _is_over(last: str, line: _Line) -> bool:
    """Tell whether a paragraph is over when its column is."""
    return bool(_ENDS.search(last)) or not line.text[:1].islower()


def _starts_paragraph(before: _Line, line: _Line, *, step: float, edge: float) -> bool:
    if _BULLET.match(line.text) or abs(line.height - before.height) > _SIZE * before.height:
        return True
    if before.bottom - line.bottom > _GAP * step * (1 + before.text.count(_HYPHEN)):
        return True
    has_ended = bool(_ENDS.search(before.text))
    if has_ended and line.left - before.left > _INDENT * line.height:
        return True
    # A line that had room for the next word was ended on purpose.
    word = len(line.text.partition(" ")[0]) + 1
    needed = word * (before.right - before.left) / len(before.text)
    has_room = edge - before.right > needed * (1 if has_ended else _DOUBT)
    return has_room and (has_ended or not line.text[:1].islower())


def _edge(lines: Sequence[_Line]) -> float:
    """Return where lines end on the right, but for a few that run over."""
    ends = sorted(line.right for line in lines)
    return ends[(len(ends) - 1) * 9 // 10]


def _usual_step(lines: Sequence[_Line]) -> float:
    steps = [step for before, line in pairwise(lines) if (step := before.bottom - line.bottom) > 0]
    height = statistics.median(line.height for line in lines)
    # A page of a few lines may hold more gaps between paragraphs than within them.
    return min(statistics.median(steps), 2 * height) if steps else height


def _mended(paragraphs: Sequence[str]) -> list[str]:
    """Take out the hyphens that only a line end put there, and the line ends."""
    whole = "\n".join(paragraphs)
    words = set(re.findall(r"\b\w{1,40}-\w{1,40}\b", whole))

    def mend(match: re.Match[str]) -> str:
        before, after = match.group(1), match.group(2)
        hyphenated = f"{before}-{after}"
        belongs = hyphenated in words or not (before[-1:].isalpha() and after[:1].islower())
        return hyphenated if belongs else before + after

    return [_BROKEN.sub(mend, paragraph).replace("\n", " ").strip() for paragraph in paragraphs]


def _metadata(document: PdfDocument) -> Metadata:
    fields: dict[str, Any] = document.get_metadata_dict(skip_empty=True)
    title = " ".join(encodable(fields.get("Title", "")).split())
    author = " ".join(encodable(fields.get("Author", "")).split())
    stamp = re.search(r"(\d{4})(\d{2})(\d{2})", fields.get("CreationDate", ""))
    published = iso_date("-".join(stamp.groups())) if stamp else None
    return Metadata(
        title=title if title and not _GENERIC_TITLE.fullmatch(title) else None,
        author=author or None,
        published=published,
        published_guessed=published is not None,
    )
