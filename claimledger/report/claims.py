"""One claim: its words, its context, its evidence and the history of its verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimledger.domain.outside import line, person
from claimledger.domain.records import (
    ArticleRecord,
    ClaimRecord,
    DecisionRecord,
    VerdictRecord,
)
from claimledger.domain.verdicts import ClaimStatus, DecisionKind
from claimledger.report.bars import worth_bar
from claimledger.report.contexts import in_context
from claimledger.report.decisions import decision_history, public_facts
from claimledger.report.evidence import evidence_list
from claimledger.report.grids import GAP, facts, room
from claimledger.report.relations import links_table, sorting
from claimledger.report.texts import (
    count,
    lines,
    minute,
    next_step,
    paragraphs,
    section,
    told,
    widest,
)
from claimledger.report.theme import ACCENT, QUIET, STRONG, STRUCK
from claimledger.report.verdicts import (
    OTHERS_KEPT_BACK,
    claim_text,
    how_it_stands,
    rating_label,
    who_said_what,
)


def claim_report(
    claim: ClaimRecord, *, text: str, article: ArticleRecord, width: int
) -> RenderableType:
    """Show everything that is known of a claim; ``text`` is its article's."""
    sections: list[tuple[str, RenderableType]] = []
    indent = 2
    inside = max(1, width - indent)
    if claim.decisions:
        sections.append(("Decisions", decision_history(claim, width=inside)))
    if claim.spans:
        sections.append(("In the article", in_context(text, claim.spans)))
    sections.append(("Evidence", _evidence(claim, width=inside)))
    sections.append(("Verdicts", _verdicts(claim, width=inside)))
    if claim.links:
        sections.append(("Linked claims", links_table(claim, width=inside)))
    parts: list[RenderableType] = [_heading(claim, article, width=width)]
    for name, content in sections:
        parts += [Text(), section(name, width=width), Padding(content, (0, 0, 0, indent))]
    return Group(*parts)


def _heading(claim: ClaimRecord, article: ArticleRecord, *, width: int) -> RenderableType:
    ref = widest([line(claim.ref)], least=3, most=12)
    words = claim_text(claim)
    words.stylize(STRONG)
    heading = Table.grid(padding=(0, GAP, 0, 0))
    heading.add_column(width=ref)
    heading.add_column(width=room(width, ref), overflow="fold")
    heading.add_row(told(claim.ref, f"{STRONG} {ACCENT}"), words)
    heading.add_row()
    heading.add_row(Text(), facts(_facts(claim, article), width=room(width, ref)))
    return heading


def _facts(claim: ClaimRecord, article: ArticleRecord) -> Iterator[tuple[str, Text]]:
    disputed = claim.status is ClaimStatus.DISPUTED
    sides = who_said_what(claim) if disputed else ()
    yield "status", lines([Text("  ").join(how_it_stands(claim, loud=True)), *sides])
    yield from _review(claim)
    if claim.retracted_because is not None:
        yield "because", paragraphs(claim.retracted_because)
    cue = Text(f"  cue: {line(claim.cue)}", QUIET) if claim.cue else Text()
    yield "speaker", told(claim.speaker or "the article").append_text(cue)
    checkable = "" if claim.checkable else ", not checkable"
    yield "kind", Text(f"{claim.kind}{checkable}")
    worth = worth_bar(claim.checkworthiness, cells=10)
    yield "worth", worth.append("  ").append(line(", ".join(claim.reasons)), QUIET)
    if claim.needs_context:
        yield "note", Text("a reference in it could mean more than one thing")
    if claim.edited:
        yield "edited", Text("a person corrected it")
    if claim.outdated:
        yield "outdated", Text(f"only version {claim.version} of the article says it")
    yield from sorting(claim)
    yield "article", told(f"{article.number}  {article.title}", QUIET)


def _review(claim: ClaimRecord) -> Iterator[tuple[str, Text]]:
    """Tell how far the review has come, what was decided, and what has come up since."""
    yield from public_facts(claim)
    if claim.status is ClaimStatus.RETRACTED:
        return
    undecided = claim.status in {ClaimStatus.OPEN, ClaimStatus.DISPUTED}
    if claim.hidden or (undecided and claim.spoken < claim.needed > 1):
        spoken = f"{claim.spoken} of {count(claim.needed, 'reviewer')} have spoken"
        kept = [Text(OTHERS_KEPT_BACK, QUIET)] if claim.hidden else []
        yield "review", lines([Text(spoken), *kept])


def _evidence(claim: ClaimRecord, *, width: int) -> RenderableType:
    if claim.evidence:
        return evidence_list(claim.evidence, width=width)
    command = f"claimledger attach {line(claim.ref)} SOURCE"
    if claim.status is ClaimStatus.RETRACTED:
        return Text("No evidence of yours." if claim.hidden else "No evidence.")
    none = "No evidence of yours yet." if claim.hidden else "No evidence yet."
    return next_step(none, do="Attach some", command=command)


def _verdicts(claim: ClaimRecord, *, width: int) -> RenderableType:
    if claim.verdicts:
        return verdict_history(claim.verdicts, width=width, settlement=claim.settlement)
    if claim.status is ClaimStatus.RETRACTED:
        kept_back = "; others' are kept back" if claim.others_hidden else ""
        return Text(f"No verdict of yours{kept_back}." if claim.hidden else "No verdicts.")
    command = f'claimledger verdict {line(claim.ref)} RATING --because "TEXT"'
    none = "No verdict of yours yet." if claim.hidden else "No verdicts yet."
    return next_step(none, do="Give one", command=command)


def verdict_history(
    verdicts: Sequence[VerdictRecord], *, width: int, settlement: DecisionRecord | None = None
) -> RenderableType:
    """Show verdicts as they came, those that no longer stand struck.

    Beside a settlement, each tells whether it agrees with it.
    """
    history = Table.grid(padding=(0, GAP, 0, 0))
    history.add_column(width=16)
    history.add_column(width=room(width, 16), overflow="fold")
    several = len({verdict.scale for verdict in verdicts}) > 1
    last = {verdict.reviewer: verdict for verdict in verdicts}
    for index, verdict in enumerate(verdicts):
        if index:
            history.add_row()
        withdrawn = not verdict.standing and verdict is last[verdict.reviewer]
        about = ["withdrawn"] if withdrawn else _about(verdict, settlement)
        shown = _verdict(verdict, about, with_scale=several)
        history.add_row(Text(minute(verdict.time), QUIET), shown)
    return history


def _verdict(verdict: VerdictRecord, about: Iterable[str], *, with_scale: bool) -> Text:
    label = rating_label(verdict.rating, STRONG if verdict.standing else STRUCK)
    if with_scale:
        label.append(f" ({line(verdict.scale)})", QUIET)
    signed = ", ".join([person(verdict.reviewer), *about])
    first = Text().append_text(label).append(f"  {signed}", QUIET)
    return lines([first, paragraphs(verdict.because)])


def _about(verdict: VerdictRecord, settlement: DecisionRecord | None) -> Iterator[str]:
    if not verdict.standing:
        yield "superseded"
        return
    if verdict.reworded:
        yield "given before the claim was reworded"
    if settlement is None or settlement.kind is not DecisionKind.SETTLED:
        return
    # Whether ratings of different scales agree is for people to judge.
    if settlement.rating is not None and settlement.scale == verdict.scale:
        # A newer version of a scale may word the same rating in another way.
        yield "agreed" if settlement.rating.code == verdict.rating.code else "differed"
