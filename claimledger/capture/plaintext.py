"""Bytes to text: UTF-8, one sort of newline, nothing else changed."""

from __future__ import annotations

import codecs
import re

from claimledger.capture.errors import CaptureError

_PLAUSIBLE = re.compile(
    r"utf-?(8|16|32)([-_]?[lb]e)?|iso-?(8859|2022).*|us-?ascii|ascii|latin.*|windows-.*|cp\d+|"
    r"koi8-.*|gb.*|big5.*|(x-)?sjis|shift.?jis.*|euc-.*|mac.*|tis-?620"
)
"""Charsets that pages are written in; Python also knows codecs that are no charset."""

_WESTERN = frozenset({"iso8859-1", "ascii"})
"""What pages call Windows-1252, by Python's names."""


def text_of(data: bytes, *, name: str, charset: str | None = None) -> str:
    r"""Decode a text exactly, with newlines as ``\n`` and without a byte order mark.

    UTF-8 wins over the charset a server names, which is often a default that nobody
    chose; bytes that happen to be valid UTF-8 are UTF-8.

    Raises:
        CaptureError: When the bytes are not text, naming the first that is not.
    """
    check_is_text(data, name=name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        declared = decoded(data, charset)
        if declared is None:
            raise CaptureError(
                f"{name} is not UTF-8: byte {error.start} is 0x{data[error.start]:02x}.",
                hint="Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW",
            ) from error
        text = declared
    return with_newlines(text.removeprefix("\ufeff"))


def check_is_text(data: bytes, *, name: str) -> None:
    """Refuse bytes that no UTF-8 text holds.

    Raises:
        CaptureError: When there is a NUL among them.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CaptureError(
            f"{name} is text in UTF-16, not UTF-8.",
            hint="Convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW",
        )
    if b"\x00" in data:
        raise CaptureError(
            f"{name} is binary data, not text: byte {data.index(0)} is NUL.",
            hint="Give a text, Markdown, HTML or PDF file.",
        )


def decoded(data: bytes, charset: str | None) -> str | None:
    """Decode by a charset that someone named, or return None when that fails."""
    if charset is None or not _PLAUSIBLE.fullmatch(charset.lower()):
        return None
    try:
        codec = codecs.lookup(charset).name
        return data.decode("cp1252" if codec in _WESTERN else codec)
    except (LookupError, UnicodeError):
        return None


def with_newlines(text: str) -> str:
    r"""Return ``text`` with every newline written ``\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encodable(text: str) -> str:
    """Return ``text`` without NULs and lone surrogates, which no UTF-8 file can hold."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
