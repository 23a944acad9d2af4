"""What sort of document some bytes are: the bytes say, then the label, then the name."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath
from typing import Never
from urllib.parse import urlsplit

from claimledger.capture.errors import UnsupportedError
from claimledger.capture.plaintext import check_is_text


class Kind(StrEnum):
    """A sort of document that can be read, by its media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"


HEAD = 1024
"""How many bytes from the start are enough to tell."""

_MEDIA_TYPES = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "text/markdown": Kind.MARKDOWN,
    "text/x-markdown": Kind.MARKDOWN,
    "application/pdf": Kind.PDF,
    "application/x-pdf": Kind.PDF,
}
_SUFFIXES = {
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".pdf": Kind.PDF,
}
_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "text/plain"})
"""Labels that servers also put on what they do not know."""

_OFFICE = {
    ".docx": "a Word document",
    ".doc": "a Word document",
    ".odt": "an OpenDocument text",
    ".rtf": "a rich text document",
    ".xlsx": "a spreadsheet",
    ".xls": "a spreadsheet",
    ".ods": "a spreadsheet",
    ".pptx": "a presentation",
    ".ppt": "a presentation",
    ".odp": "a presentation",
    ".pages": "a Pages document",
    ".epub": "an e-book",
}
_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "an image or a recording"),
    (b"ID3", "a recording"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
"""The start of a page, past what may stand before it."""


def kind_of(head: bytes, *, name: str, media_type: str | None = None) -> Kind:
    """Tell what kind of document starts with ``head``.

    Args:
        head: The first ``HEAD`` bytes, or more.
        name: The file's name or address, for its suffix and for messages.
        media_type: What a server called it.

    Raises:
        UnsupportedError: When it is of a sort that is not read.
        CaptureError: When it is binary data of no known sort.
    """
    path = urlsplit(name).path if "://" in name else name
    suffix = PurePath(path).suffix.lower()
    label = (media_type or "").lower()
    if b"%PDF-" in head[:HEAD]:
        return Kind.PDF
    for signature, sort in _SIGNATURES:
        if head.startswith(signature):
            _refuse(name, _OFFICE.get(suffix, sort))
    if label in _MEDIA_TYPES:
        return _MEDIA_TYPES[label]
    if label not in _UNTOLD and not label.startswith("text/"):
        _refuse(name, f"of type {label}")
    if suffix in _OFFICE:
        _refuse(name, _OFFICE[suffix])
    named = _SUFFIXES.get(suffix, Kind.TEXT)
    if named in {Kind.HTML, Kind.PDF}:
        return named
    is_known_text = suffix in _SUFFIXES and not label
    if not is_known_text and _HTML.match(head):
        return Kind.HTML
    check_is_text(head, name=name)
    return named


def _refuse(name: str, sort: str) -> Never:
    raise UnsupportedError(
        f"{name} is {sort}; only text, Markdown, HTML and PDF are read.",
        hint="Convert it to PDF or plain text, for example with Save as in the program it is from.",
    )
