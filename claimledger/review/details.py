"""Details of one claim, section by section, as the panels show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from claimledger.domain.evidence import LinkState
from claimledger.domain.outside import line, person
from claimledger.domain.records import (
    ArticleRecord,
    ClaimRecord,
    DecisionRecord,
    EvidenceRecord,
    LogEntry,
    VerdictRecord,
)
from claimledger.report.evidence import link_state, stance_label
from claimledger.report.grids import facts
from claimledger.report.texts import address, day, lines, minute, paragraphs, section, told
from claimledger.report.theme import ACCENT, ORANGE, QUIET, QUOTES, STRONG, STRUCK
from claimledger.report.verdicts import (
    OTHER_WORDS,
    claim_text,
    evidence_count,
    outcome,
    rating_label,
)

if TYPE_CHECKING:
    from claimledger.ledger.precedents import Precedent

_INDENT = 1


def heading(claim: ClaimRecord) -> Text:
    """Name a claim: its number, how it stands, its words."""
    first = Text().append(f"{line(claim.ref)}  ", f"{STRONG} {ACCENT}")
    first.append_text(Text("  ").join(outcome(claim)))
    if claim.needed > 1:
        first.append(f"  {claim.spoken} of {claim.needed} reviewers", QUIET)
    if claim.evidence:
        first.append("  ").append_text(evidence_count(claim))
    words = claim_text(claim)
    words.stylize(STRONG)
    return lines([first, words])


def about(claim: ClaimRecord, article: ArticleRecord | None, *, width: int) -> RenderableType:
    """Tell what else is known of a claim; of its article, where no heading names it."""
    return facts(_facts(claim, article), width=width)


def _facts(claim: ClaimRecord, article: ArticleRecord | None) -> Iterator[tuple[str, Text]]:
    if claim.challenged:
        yield "note", Text("contrary evidence came after it was decided", ORANGE)
    if claim.hidden:
        yield "note", Text("what others found shows when enough have spoken", QUIET)
    if claim.retracted_because is not None:
        yield "because", paragraphs(claim.retracted_because)
    yield "speaker", told(claim.speaker or "the article")
    kind = f"{claim.kind}{'' if claim.checkable else ', not checkable'}"
    reasons = line(", ".join(claim.reasons))
    yield (
        "worth",
        Text(f"{claim.checkworthiness:.2f}  ").append(f"{kind}: {reasons}".rstrip(": "), QUIET),
    )
    if claim.needs_context:
        yield "note", Text("a reference in it could mean more than one thing")
    yield from _made_of(claim)
    if article is not None:
        yield "article", told(f"{article.number}  {article.title}", QUIET)


def _made_of(claim: ClaimRecord) -> Iterator[tuple[str, Text]]:
    """Tell what people made of a claim."""
    if claim.edited:
        yield "edited", Text("a person corrected it")
    if claim.outdated:
        yield "outdated", Text(f"only version {claim.version} of the article says it")
    if claim.tags:
        yield "tags", told(", ".join(claim.tags))
    if claim.assigned:
        yield "who", told(", ".join(map(person, claim.assigned)))
    if claim.part_of:
        yield "part of", told(claim.part_of, ACCENT)
    if claim.parts:
        yield "parts", told(", ".join(claim.parts), ACCENT)
    if claim.merged_into:
        yield "now in", told(claim.merged_into, ACCENT)


def evidence(claim: ClaimRecord, *, width: int) -> Text:
    """Show a claim's evidence in short, or say how to attach some; ``sources`` has it in full."""
    if not claim.evidence:
        return _nothing("None yet. ", "a", " attaches a web address or a file.")
    return _spaced(_evidence(one, width=width) for one in claim.evidence)


def _evidence(one: EvidenceRecord, *, width: int) -> Iterator[Text]:
    withdrawn = one.withdrawn_because is not None
    first = Text().append(f"{line(one.ref)} ", ACCENT)
    first.append_text(stance_label(one.stance, STRUCK if withdrawn else STRONG)).append(" ")
    first.append_text(told(one.title or one.source, STRUCK if withdrawn else ""))
    yield first
    if one.withdrawn_because is not None:
        yield told(f"withdrawn: {one.withdrawn_because}", QUIET)
        return
    if one.title:
        where = address(one.url or one.source)
        where.truncate(width, overflow="ellipsis")
        yield where
    for quote in one.quotes:
        mark = QUOTES[quote.result]
        yield Text().append(f"{mark.symbol} ", mark.style).append(f"“{line(quote.exact)}”")
    if one.note:
        yield told(one.note)
    kept = "link alone" if one.capture is None else f"captured {day(one.capture.retrieved)}"
    last = Text().append(f"{person(one.attached_by)} · {kept}", QUIET)
    if one.last_check is not None and one.last_check.state is not LinkState.OK:
        last.append(" · ", QUIET).append_text(link_state(one))
    yield last


def verdicts(claim: ClaimRecord) -> Text:
    """Show a claim's verdicts and what was decided about it, the newest last."""
    if not claim.verdicts and not claim.decisions:
        return _nothing("None yet. ", "1–9", " give one; you are asked for the reason.")
    acts = [(verdict.time, _verdict(verdict)) for verdict in claim.verdicts]
    acts += [(decision.time, _decision(decision)) for decision in claim.decisions]
    return _spaced(parts for _, parts in sorted(acts, key=lambda act: act[0]))


def _verdict(verdict: VerdictRecord) -> Iterator[Text]:
    first = Text().append_text(rating_label(verdict.rating, STRONG if verdict.standing else STRUCK))
    state = "" if verdict.standing else ", superseded"
    if verdict.standing and verdict.reworded:
        state = f", {OTHER_WORDS}"
    yield first.append(f"  {person(verdict.reviewer)}, {day(verdict.time)}{state}", QUIET)
    yield paragraphs(verdict.because, "" if verdict.standing else QUIET)


def _decision(decision: DecisionRecord) -> Iterator[Text]:
    first = Text().append(str(decision.kind), STRONG)
    if decision.rating is not None:
        first.append(" ").append_text(rating_label(decision.rating))
    yield first.append(f"  {person(decision.by)}, {day(decision.time)}", QUIET)
    for text in (decision.because, decision.note, decision.url):
        if text:
            yield paragraphs(text)


def links(claim: ClaimRecord) -> Text:
    """Name the claims that this one stands in a relation to."""
    return lines(
        Text()
        .append(f"{link.relation} ", QUIET)
        .append(line(link.ref), ACCENT)
        .append(f"  {line(link.text)}")
        for link in claim.links
    )


def history(entries: Sequence[LogEntry]) -> Text:
    """Show what was done about a claim, the newest first."""
    shown = []
    for entry in reversed(entries):
        shown.append(Text().append(f"{minute(entry.time)}  {person(entry.author)}", QUIET))
        shown.append(told(entry.summary or entry.kind))
    return lines(shown)


def sections(
    claim: ClaimRecord,
    article: ArticleRecord | None,
    *,
    said_before: Sequence[Precedent] | None,
    width: int,
) -> RenderableType:
    """Show all of a claim but its heading and its history."""
    inside = width - _INDENT
    standing = sum(one.withdrawn_because is None for one in claim.evidence)
    named: list[tuple[str, RenderableType]] = [
        (f"Evidence {standing or ''}".strip(), evidence(claim, width=inside)),
        ("Verdicts", verdicts(claim)),
    ]
    if said_before:
        from claimledger.report.precedents import precedents_table

        named.append(("Said before", precedents_table(said_before, width=inside)))
    if claim.links:
        named.append(("Linked", links(claim)))
    parts: list[RenderableType] = [about(claim, article, width=width)]
    for name, content in named:
        parts += [Text(), section(name, width=width), Padding(content, (0, 0, 0, _INDENT))]
    return Group(*parts)


def _spaced(groups: Iterable[Iterable[Text]]) -> Text:
    """Put groups of lines under each other, an empty line between two."""
    return Text("\n\n").join(lines(group) for group in groups)


def _nothing(before: str, key: str, after: str) -> Text:
    return Text().append(before, QUIET).append(key, ACCENT).append(after, QUIET)
