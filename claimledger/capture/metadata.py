"""What a document says about itself: title, author, date of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What could be found; None for what could not."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    """An ISO date."""
    published_guessed: bool = False
    """True when a program found the date, rather than an author giving it."""


def iso_date(text: str | None) -> str | None:
    """Return the calendar date at the start of ``text``, or None."""
    found = _ISO_DATE.match(text or "")
    if found is None:
        return None
    try:
        return date.fromisoformat(found.group()).isoformat()
    except ValueError:
        return None
