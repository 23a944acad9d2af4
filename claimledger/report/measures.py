"""Coefficients of agreement in words: what they are, what they rest on, how far to trust them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from rich.table import Table
from rich.text import Text

from claimledger.domain.agreement import Agreement, Alpha, ClaimAgreement, Level
from claimledger.domain.outside import line
from claimledger.domain.scales import Scale
from claimledger.report.grids import facts
from claimledger.report.texts import count
from claimledger.report.theme import ORANGE, QUIET, STRONG

FEW: Final = 30
"""Claims under which a warning is given; a rule of thumb, as for any small sample."""
RELIABLE: Final = 0.80
TENTATIVE: Final = 0.67
"""Krippendorff's advice (Content Analysis, 2004, chapter 11): rely on α from .800 up; from
.667, draw tentative conclusions only. The value as it is shown is what is judged."""

_LEVELS: Final[dict[Level, str]] = {
    Level.ORDINAL: "the farther apart on the scale, the more a difference counts",
    Level.NOMINAL: "any difference counts the same",
}
_ADVICE: Final = (
    "1 is full agreement, 0 is what chance would bring. Krippendorff's advice: rely on 0.80 and"
    " more; from 0.67, draw tentative conclusions only."
)


def percent(share: Fraction) -> str:
    """Return a share in percent; 0% and 100% are said of none and of all alone."""
    rounded = round(share * 100)
    if rounded == 100 and share < 1:  # noqa: PLR2004 - percent
        return ">99%"
    return "<1%" if rounded == 0 and share > 0 else f"{rounded}%"


def coefficient(value: Fraction | None, raw: Fraction) -> str:
    """Return α or κ to two digits, or that it is not defined and what the raw share is."""
    if value is None:
        return f"n/a ({percent(raw)} raw)"
    shown = f"{round(float(value), 2) + 0:.2f}"  # never -0.00
    return ">0.99" if shown == "1.00" and value < 1 else shown.replace("-", "−")


def measures(found: ClaimAgreement, *, width: int) -> Table:
    """Show raw agreement and α at the levels that make sense on the scale."""
    agreement = found.agreement
    raw = Text(percent(agreement.raw or Fraction()), STRONG)
    raw.append("  of two verdicts on a claim, so often both say the same; on ", QUIET)
    raw.append(f"{agreement.unanimous:,} of {count(agreement.items, 'claim')}, all do", QUIET)
    shown = [("raw agreement", raw)]
    shown += [
        (f"α, {alpha.level}", _measure(alpha, agreement, found.scale))
        for alpha in agreement.alphas
        if alpha.level in _LEVELS
    ]
    return facts(shown, width=width)


def reading(found: ClaimAgreement, *, width: int) -> Table:
    """Say what α is usually taken for, and how much it rests on."""
    agreement = found.agreement
    defined = [a for a in agreement.alphas if a.value is not None and a.level in _LEVELS]
    first = next(iter(defined), agreement.alphas[0])
    said = []
    if first.items < FEW:
        few = Text(f"{count(first.items, 'claim')}: too few to say much.", ORANGE)
        if first.without_one is not None:
            least, greatest = (coefficient(value, Fraction()) for value in first.without_one)
            if least != greatest:
                few.append(f" Without one of them, α could be from {least} to {greatest}.")
        said.append(few)
    if defined:
        said.append(Text(" ".join(_judged(defined, agreement))).append(f" {_ADVICE}", QUIET))
    else:
        said.append(Text("No two of these ratings differ, so chance would have agreed as well."))
    return wrapped(said, width=width)


def wrapped(texts: Iterable[Text], *, width: int) -> Table:
    """Show paragraphs no wider than this, however wide the terminal."""
    table = Table.grid()
    table.add_column(width=width, overflow="fold")
    for text in texts:
        table.add_row(text)
    return table


def _measure(alpha: Alpha, agreement: Agreement, scale: Scale) -> Text:
    if not alpha.items:
        text = Text("n/a", STRONG)
        return text.append("  no claim has two verdicts with a place on the scale", QUIET)
    text = Text(coefficient(alpha.value, Fraction(1)), STRONG)
    text.append(f"  {_LEVELS[alpha.level]}", QUIET)
    if alpha.judgements < agreement.judgements:
        verdicts, claims = count(alpha.judgements, "verdict"), count(alpha.items, "claim")
        text.append(f"; from {verdicts} on {claims}, as {_without_place(scale)} on it", QUIET)
    return text


def _without_place(scale: Scale) -> str:
    labels = [f"“{line(rating.label)}”" for rating in scale.ratings if rating.value is None]
    return f"{' and '.join(labels)} {'has' if len(labels) == 1 else 'have'} no place"


def _judged(defined: list[Alpha], agreement: Agreement) -> Iterator[str]:
    """Yield a sentence on α; on two of them, where the first leaves verdicts out.

    A good ordinal α must not hide that reviewers differ on what has no place in the order.
    """
    first, *others = defined
    if first.judgements == agreement.judgements or not others:
        yield f"{first.level.capitalize()} {_verdict_on(first)}."
        return
    yield f"Among ratings with a place on the scale, {first.level} {_verdict_on(first)}."
    yield f"Among all, {others[0].level} {_verdict_on(others[0])}."


def _verdict_on(alpha: Alpha) -> str:
    assert alpha.value is not None
    shown = round(float(alpha.value), 2)
    value = f"α is {coefficient(alpha.value, Fraction())}"
    if shown >= RELIABLE:
        return f"{value}: agreement to rely on"
    if shown >= TENTATIVE:
        return f"{value}: enough for tentative conclusions"
    return f"{value}: too little to draw conclusions from"
