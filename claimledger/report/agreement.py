"""Agreement between reviewers: how much, what it rests on, and where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from claimledger.domain.agreement import ClaimAgreement, Disagreement, LeftOut, Omission
from claimledger.domain.outside import line, person
from claimledger.report.grids import Column, grid, room
from claimledger.report.measures import measures, reading, wrapped
from claimledger.report.pairs import about_pairs, most_differing, pairs_table, square
from claimledger.report.texts import DOT, count, flow, lines, next_step, told, widest
from claimledger.report.theme import ACCENT, QUIET, STRONG
from claimledger.report.verdict_table import TWO_COLUMNS, WIDEST_CLAIM
from claimledger.report.verdicts import rating_label, status_label

SQUARES: Final = 3
"""Pairs whose ratings are set against each other: those that differ on most claims."""

_LEFT_OUT: Final[dict[LeftOut, str]] = {
    LeftOut.UNRATED: "rated by nobody",
    LeftOut.RATED_ONCE: "one verdict alone: no evidence of agreement, for or against",
    LeftOut.HIDDEN: "in blind review: kept back until enough reviewers have spoken",
    LeftOut.OTHER_SCALE: "on another scale, from which nothing leads to this one",
    LeftOut.OTHER_WORDS: "on other words: the claim's text was edited since",
    LeftOut.OTHER_TIME: "outside the time asked about",
    LeftOut.RETRACTED: "retracted",
}
_NUMBER: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReport:
    """Shows how far reviewers agree: all together, two by two, and claim by claim."""

    found: ClaimAgreement
    most: int | None = None
    """How many disagreements are shown; all of them when None."""

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the parts, from the whole to the single claims."""
        found, width = self.found, options.max_width
        yield _heading(found, width=width)
        yield Text()
        if found.agreement.items:
            prose = min(width, WIDEST_CLAIM)
            yield from (measures(found, width=prose), Text(), reading(found, width=prose))
        else:
            yield next_step(
                "No claim has two verdicts that can be compared.",
                do="Rate one as another reviewer",
                command='claimledger --as NAME verdict CLAIM RATING --because "TEXT"',
            )
        if found.omissions:
            yield from (Text(), _left_out(found.omissions, width=width))
        if found.agreement.pairs:
            yield from _two_by_two(found, width=width)
        shown = found.disagreements[: self.most]
        if shown:
            yield from (Text(), _disagreements(shown, width=width))
        if more := len(found.disagreements) - len(shown):
            yield from (Text(), Text(f"{count(more, 'more disagreement')} not shown.", QUIET))


def _heading(found: ClaimAgreement, *, width: int) -> Text:
    title = Text("Agreement", STRONG).append(" on the scale ", QUIET)
    title.append(line(found.scale.title), STRONG).append(f" ({line(found.scale.id)})", QUIET)
    kind = "first verdict" if found.first else "standing verdict"
    about = [
        f"{found.agreement.items:,} of {count(found.claims, 'claim')} compared",
        count(found.agreement.judgements, kind),
    ]
    if found.translated:
        about.append(f"{found.translated:,} of them given on another scale")
    about += _names(found.reviewers).values()
    if found.since is not None:
        about.append(f"from {found.since}")
    if found.until is not None:
        about.append(f"until {found.until}")
    return lines([title, flow((Text(fact, QUIET) for fact in about), width=width, gap=DOT)])


def _left_out(omissions: Sequence[Omission], *, width: int) -> Table:
    words = [_LEFT_OUT[omission.reason] for omission in omissions]
    reason = widest(words, least=8, most=room(width, _NUMBER, _NUMBER))
    columns = [Column(name, _NUMBER, "right") for name in ("claims", "verdicts")]
    table = grid([Column("left out", reason), *columns])
    for told_as, omission in zip(words, omissions, strict=True):
        table.add_row(Text(told_as), _number(len(omission.claims)), _number(omission.verdicts))
    return table


def _two_by_two(found: ClaimAgreement, *, width: int) -> Iterator[RenderableType]:
    pairs, ordered = most_differing(found.agreement.pairs), found.scale.ordered
    names = _names({name for pair in pairs for name in pair.reviewers})
    yield from (Text(), pairs_table(pairs, names, ordered=ordered, width=width), Text())
    about = about_pairs(ordered=ordered, width=width)
    yield wrapped([about], width=min(width, WIDEST_CLAIM))
    ratings = {rating.code: rating for rating in found.scale.ratings}
    differing = [pair for pair in pairs if pair.agreed < pair.items]
    for pair in differing[:SQUARES]:
        one, other = pair.reviewers
        yield from (Text(), square(pair, ratings, (names[one], names[other]), width=width))
    if len(differing) > SQUARES:
        yield from (Text(), Text("For another pair: --reviewer NAME --reviewer NAME.", QUIET))


def _disagreements(found: Sequence[Disagreement], *, width: int) -> Table:
    ref = widest((line(one.ref) for one in found), least=3, most=9)
    labels = [lines(_ratings(one)) for one in found]
    longest = widest((row.plain for text in labels for row in text.split()), least=10, most=width)
    ratings = min(longest, width // 2)
    narrow = width < TWO_COLUMNS
    claim = min(room(width, ref) if narrow else room(width, ref, ratings), WIDEST_CLAIM)
    columns = [Column("no.", ref), Column("they differ on", claim), Column("ratings", ratings)]
    table = grid(columns[:2] if narrow else columns, spaced=True)
    for one, label in zip(found, labels, strict=True):
        about = [status_label(one.status)]
        if one.apart is not None:
            about.insert(0, Text(f"{count(one.apart, 'step')} apart", QUIET))
        said = [told(one.text), flow(about, width=claim, gap=DOT)]
        cells = [lines([*said, label])] if narrow else [lines(said), label]
        table.add_row(told(one.ref, ACCENT), *cells)
    return table


def _ratings(found: Disagreement) -> Iterator[Text]:
    names = _names(name for name, _ in found.ratings)
    for name, rating in found.ratings:
        yield rating_label(rating, style="").append(f"  {names[name]}", QUIET)


def _names(reviewers: Iterable[str]) -> Mapping[str, str]:
    """Return what to call each reviewer: in full where two have the same name."""
    whole = list(reviewers)
    called = Counter(map(person, whole))
    return {name: person(name) if called[person(name)] == 1 else line(name) for name in whole}


def _number(number: int) -> Text:
    return Text(f"{number:,}") if number else Text("–", QUIET)
