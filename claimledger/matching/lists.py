"""Lists of words, written as text."""

from __future__ import annotations


def listed(text: str) -> list[str]:
    """Return the words of a list in their order."""
    return text.split()


def words_in(text: str) -> frozenset[str]:
    """Return the words of a list of which the order says nothing."""
    return frozenset(text.split())
