"""Names that people type: reviewers and tags, in the one spelling that is stored."""

from __future__ import annotations

import unicodedata

from claimledger.errors import UsageError


def one_line(typed: str, *, what: str, hint: str = "") -> str:
    """Return a name in normal form C, with single spaces.

    Raises:
        UsageError: It is empty, or holds what cannot be printed; ``what`` says what it would be.
    """
    plain = unicodedata.normalize("NFC", " ".join(typed.split()))
    if not plain or not plain.isprintable():
        raise UsageError(f"{typed!r} is no {what}.", hint=hint or f"A {what} is one line of text.")
    return plain


def tag_of(typed: str) -> str:
    """Return a tag, whose case makes no difference.

    Raises:
        UsageError: It is empty, or holds a comma or what cannot be printed.
    """
    tag = unicodedata.normalize("NFC", one_line(typed, what="tag").casefold())
    if "," in tag:
        raise UsageError(f'"{tag}" is no tag: it holds a comma.', hint="Give tags one by one.")
    return tag
