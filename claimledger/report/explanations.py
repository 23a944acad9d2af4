"""Explanations: the steps from a sentence to its claims, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.text import Text

from claimledger.domain.outside import line
from claimledger.report.grids import facts
from claimledger.report.texts import lines, told
from claimledger.report.theme import ACCENT, QUIET, STRONG
from claimledger.splitting.explaining.values import Made, Mended, Quoted, Referred, Reported, Steps

_INDENT: Final = 2
_MOST_MENDED: Final = 4


@dataclass(frozen=True, slots=True)
class Explanation:
    """Shows for every sentence what its claims are and how they came about, at any width."""

    steps: Sequence[Steps]

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the sentences in order."""
        for number, step in enumerate(self.steps):
            if number:
                yield Text()
            yield told(step.text, STRONG)
            rows = facts(_rows(step), width=max(1, options.max_width - _INDENT))
            yield Padding(rows, (0, 0, 0, _INDENT))


def _rows(step: Steps) -> Iterator[tuple[str, Text]]:
    if step.silent is not None:
        yield "no claim", told(step.silent)
    if step.whole is not None:
        yield "kept whole", told(step.whole)
    for made in step.claims:
        yield f"claim {made.number}", _made(made)
    for text in step.repeated:
        yield "repeated", told(text)
    for quotation in step.quotations:
        yield "quotation", _quotation(quotation)
    for reported in step.reported:
        yield "reported", _report(reported)
    for reference in step.references:
        yield "stands for", _reference(reference)
    if step.mended:
        yield "tree mended", lines([_slip(mended) for mended in step.mended[:_MOST_MENDED]])
        if len(step.mended) > _MOST_MENDED:
            yield "", Text(f"and {len(step.mended) - _MOST_MENDED} more words", QUIET)


def _made(made: Made) -> Text:
    claim = made.claim
    source = Text(made.origin)
    if made.borrowed:
        source.append(f", with “{line(made.borrowed)}” from outside it")
    if made.put_in:
        source.append(f", “{line(' '.join(made.put_in))}” put in")
    for before, after in made.inflected:
        source.append(f", “{line(before)}” made “{line(after)}”")
    checkable = "" if claim.checkable else ", not checkable"
    worth = f"{claim.kind}{checkable}, worth {claim.checkworthiness:.2f}"
    reasons = f": {line(', '.join(claim.reasons))}" if claim.reasons else ""
    shown = [told(claim.text, ACCENT), source]
    if claim.speaker is not None:
        cue = f" ({line(claim.cue)})" if claim.cue else ""
        shown.append(Text(f"said by {line(claim.speaker)}{cue}"))
    return lines([*shown, Text(worth + reasons, QUIET)])


def _quotation(quotation: Quoted) -> Text:
    speaker = "nobody is named for it" if quotation.speaker is None else line(quotation.speaker)
    carried = ", named in another sentence" if quotation.carried else ""
    return Text(f"“{line(quotation.words)}”: {speaker}{carried}")


def _report(reported: Reported) -> Text:
    who = line(reported.speaker or reported.source or "nobody is named")
    shown = Text(f"{line(reported.cue)}: {who}")
    if reported.source is not None and reported.source != reported.speaker:
        shown.append(f", here “{line(reported.source)}”")
    if reported.phrase:
        shown.append(f"; told by “{line(reported.phrase)}”", QUIET)
    return shown


def _reference(reference: Referred) -> Text:
    if reference.name is None:
        shown = Text(f"“{line(reference.words)}” stays: {reference.why}")
    else:
        shown = Text(f"“{line(reference.words)}” is ").append(line(reference.name), ACCENT)
        shown.append(f": {reference.why}")
    if len(reference.candidates) > 1 or (reference.name is None and reference.candidates):
        ranked = ", ".join(f"{line(c.name)} {c.score:.2f}" for c in reference.candidates)
        shown.append(f"\n{ranked}", QUIET)
    return shown


def _slip(mended: Mended) -> Text:
    why = f" ({', '.join(mended.repairs)})" if mended.repairs else ""
    return Text(f"“{line(mended.word)}” {mended.before} → {mended.after}{why}", QUIET)
