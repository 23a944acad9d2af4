"""Symbols and colours: what tones, statuses and stances look like.

Every colour is a fixed one of the 256, near the lightness that stands out equally from
black and from white, since a terminal does not say which it has. Nothing is said by
colour alone: each mark has a symbol, and is shown beside words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claimledger.domain.evidence import LinkState, QuoteResult, Stance
from claimledger.domain.scales import Tone
from claimledger.domain.verdicts import ClaimStatus

ACCENT: Final = "color(32)"
QUIET: Final = "color(243)"
STRONG: Final = "bold"
QUOTED: Final = "bold underline"
"""The claim's own words inside its context: seen without colour too."""
STRUCK: Final = "strike color(243)"

GREEN: Final = "color(28)"
TEAL: Final = "color(30)"
OCHRE: Final = "color(130)"
ORANGE: Final = "color(166)"
RED: Final = "color(160)"
VIOLET: Final = "color(98)"
MAGENTA: Final = "color(163)"


@dataclass(frozen=True, slots=True)
class Mark:
    """A symbol of one cell and the style it is shown in."""

    symbol: str
    style: str


TONES: Final[dict[Tone, Mark]] = {
    Tone.TRUE: Mark("✓", GREEN),
    Tone.MOSTLY_TRUE: Mark("▴", TEAL),
    Tone.MIXED: Mark("◆", OCHRE),
    Tone.MOSTLY_FALSE: Mark("▾", ORANGE),
    Tone.FALSE: Mark("✗", RED),
    Tone.UNKNOWN: Mark("?", VIOLET),
    Tone.NONE: Mark("–", QUIET),
}

STATUSES: Final[dict[ClaimStatus, Mark]] = {
    ClaimStatus.OPEN: Mark("○", QUIET),
    ClaimStatus.CHECKED: Mark("●", ACCENT),
    ClaimStatus.DISPUTED: Mark("≠", MAGENTA),
    ClaimStatus.SETTLED: Mark("■", ACCENT),
    ClaimStatus.RETRACTED: Mark("×", QUIET),
}

STANCES: Final[dict[Stance, Mark]] = {
    Stance.SUPPORTS: Mark("+", GREEN),
    Stance.REFUTES: Mark("−", RED),
    Stance.CONTEXT: Mark("·", ACCENT),
}

QUOTES: Final[dict[QuoteResult, Mark]] = {
    QuoteResult.FOUND: Mark("✓", GREEN),
    QuoteResult.NOT_FOUND: Mark("✗", RED),
    QuoteResult.NOT_CHECKED: Mark("?", QUIET),
}

CHALLENGED: Final = Mark("!", f"{STRONG} {ORANGE}")
"""Contrary evidence came after the desk had decided."""

LINKS: Final[dict[LinkState, Mark]] = {
    LinkState.OK: Mark("✓", GREEN),
    LinkState.MOVED: Mark("→", TEAL),
    LinkState.REDIRECTED_HOME: Mark("✗", RED),
    LinkState.SOFT_404: Mark("✗", RED),
    LinkState.CHANGED: Mark("≠", ORANGE),
    LinkState.BLOCKED: Mark("?", VIOLET),
    LinkState.GONE: Mark("✗", RED),
    LinkState.ERROR: Mark("!", ORANGE),
}
