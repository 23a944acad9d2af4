"""What the readers of sources pass on."""

from __future__ import annotations

from dataclasses import dataclass

NOTHING = frozenset({-1})
"""What an attribution drops that frames its content without any word of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One reported content of a sentence."""

    cue: int | None
    """The head of the cue, None when the quotation marks alone tell."""
    lemma: str
    content: int
    """The head of what is said."""
    speaker: int | None
    """The head of the noun phrase that names the source."""
    dropped: frozenset[int] = frozenset()
    """Tokens of the attributing phrase, when it stands inside the content."""


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker where a sentence names them."""

    sentence: int
    token: int
    lemma: str
    told: Attribution | None = None
    """The attribution that names them, for quotations that go on elsewhere."""
