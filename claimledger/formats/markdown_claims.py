"""Claims in Markdown: how each came out, what was decided and told of it, and on what grounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimledger.domain.evidence import QuoteResult, QuoteSelector
from claimledger.domain.records import ClaimRecord, DecisionRecord, EvidenceRecord, VerdictRecord
from claimledger.domain.scales import Rating
from claimledger.domain.verdicts import ClaimStatus, DecisionKind
from claimledger.formats.markdown_text import by, escape, linked, paragraphs

_QUOTE_WORDS: Final[dict[QuoteResult, str]] = {
    QuoteResult.FOUND: "found in the snapshot",
    QuoteResult.NOT_FOUND: "**not found** in the snapshot",
    QuoteResult.NOT_CHECKED: "not checked",
}

_PUBLIC: Final = {DecisionKind.PUBLISHED, DecisionKind.CORRECTED, DecisionKind.UNPUBLISHED}
CHANGED: Final = {
    DecisionKind.CORRECTED: "Corrected",
    DecisionKind.UNPUBLISHED: "Taken back",
}
_CHALLENGED: Final = "contrary evidence came after this was decided."
KEPT_BACK: Final = "others' verdicts and evidence are kept back until all have spoken"


def verdict_cell(claim: ClaimRecord) -> str:
    """Say in a table how a claim stands."""
    return ", ".join([_came_out(claim), *_beside(claim)])


def _came_out(claim: ClaimRecord) -> str:
    verdicts = claim.standing_verdicts
    if claim.rating is not None:
        older = " (before the claim was reworded)" if any(v.reworded for v in verdicts) else ""
        return f"**{escape(claim.rating.label)}**{older}"
    scales = len({v.scale for v in verdicts}) > 1
    given = [
        f"{escape(v.rating.label)} ({by(v.reviewer)}{f', {escape(v.scale)}' if scales else ''})"
        for v in verdicts
    ]
    disputed = claim.status is ClaimStatus.DISPUTED
    status = f"**{claim.status}**" if disputed else claim.status.value
    return f"{status}: {', '.join(given)}" if given else status


def _beside(claim: ClaimRecord) -> Iterator[str]:
    """Yield what to know beside a claim's rating or status."""
    if _settled(claim) is not None:
        yield "settled"
    if claim.published is not None:
        yield "published"
    for before, after in claim.public_changes:
        words = f"{CHANGED[after.kind].lower()} {escape(after.time[:10])}"
        now = None if after.rating is None else after.rating.label
        yield f"{words} (was {escape(before.label)})" if before and before.label != now else words
    if claim.challenged:
        yield "**challenged**"
    if claim.rating is None and 0 < claim.spoken < claim.needed:
        yield _spoken(claim)


def _settled(claim: ClaimRecord) -> DecisionRecord | None:
    decision = claim.settlement
    return decision if decision and decision.kind is DecisionKind.SETTLED else None


def _undecided(claim: ClaimRecord) -> str:
    words = ["the verdicts differ"] if claim.status is ClaimStatus.DISPUTED else []
    words += [_spoken(claim)] if claim.spoken < claim.needed > 1 else []
    words += [KEPT_BACK] if claim.others_hidden else []
    return "; ".join(words)


def _spoken(claim: ClaimRecord) -> str:
    return f"{claim.spoken} of {claim.needed} reviewers have spoken"


def section(claim: ClaimRecord) -> Iterator[str]:
    """Yield the blocks of a claim: how it stands and why, its quote, its evidence."""
    yield f"## {escape(claim.ref)} {escape(claim.text)}"
    if claim.rating is None or claim.status is ClaimStatus.RETRACTED:
        about = escape(claim.retracted_because or "") or _undecided(claim)
        yield f"**{claim.status.capitalize()}**{f': {about}' if about else ''}"
    yield from _decided(claim)
    for verdict in claim.standing_verdicts:
        yield from _given(verdict, claim)
    if claim.quote:
        cited = f", citing {escape(claim.speaker)}" if claim.speaker else ""
        yield f"The article says{cited}:"
        yield f"> {escape(claim.quote)}"
    if evidence := [e for e in claim.evidence if e.withdrawn_because is None]:
        yield "Evidence:"
        yield "\n".join(f"- {_evidence(e)}" for e in evidence)


def _decided(claim: ClaimRecord) -> Iterator[str]:
    """Tell what the desk decided, first of all what readers are to know of changes."""
    final = claim.settlement
    if final is not None and final.kind is DecisionKind.CORRECTED and final.rating is not None:
        yield f"**{escape(final.rating.label)}** (corrected {escape(final.time[:10])})"
    for before, after in claim.public_changes:
        what = f"{CHANGED[after.kind]} {escape(after.time[:10])}"
        yield f"**{what}: {_change(before, after.rating)}**"
        yield from paragraphs(after.note or "")
    if (published := claim.published) is not None:
        where = f": {linked(published.url, published.url)}" if published.url else ""
        yield f"Published {escape(published.time[:10])}{where}"
    if claim.challenged:
        yield f"**Challenged**: {_CHALLENGED}"
    if (settled := _settled(claim)) is not None and settled.rating is not None:
        signed = f"settled by {by(settled.by)}, {escape(settled.time[:10])}"
        yield f"**{escape(settled.rating.label)}** ({signed})"
        yield from paragraphs(settled.because)


def _change(before: Rating | None, after: Rating | None) -> str:
    if before is None or after is None:
        return f"was {escape(before.label)}" if before else escape(after.label if after else "")
    if before.label == after.label:
        return f"still {escape(after.label)}"
    return f"{escape(before.label)} → {escape(after.label)}"


def _given(verdict: VerdictRecord, claim: ClaimRecord) -> Iterator[str]:
    label, about = escape(verdict.rating.label), [by(verdict.reviewer), escape(verdict.time[:10])]
    if verdict.reworded:
        about.append("before the claim was reworded")
    settled = _settled(claim)
    if settled is not None and settled.rating is not None and settled.scale == verdict.scale:
        about.append("agreed" if settled.rating.code == verdict.rating.code else "differed")
    counts = claim.settlement is None and claim.status is not ClaimStatus.OPEN
    yield f"{f'**{label}**' if counts else label} ({', '.join(about)})"
    yield from paragraphs(verdict.because)


def _evidence(evidence: EvidenceRecord) -> str:
    named = linked(evidence.title or evidence.url or evidence.source, evidence.url)
    about = [escape(text) for text in (evidence.author, evidence.published) if text]
    parts = [f"**{evidence.stance.capitalize()}**: {', '.join([named, *about])}."]
    parts += map(_quote, evidence.quotes)
    if evidence.capture is None:
        parts.append("No snapshot: link only.")
    else:
        day, digest = escape(evidence.capture.retrieved[:10]), escape(evidence.capture.raw)
        parts.append(f"Captured {day}, {escape(evidence.capture.media_type)}, SHA-256 {digest}.")
    if evidence.is_decayed and evidence.last_check is not None:
        check = evidence.last_check
        parts.append(f"**Link {check.state}** on {check.time[:10]}: {escape(check.detail)}")
    for archive in evidence.archives:
        if archive.url is not None:
            parts.append(f"{linked(f'Archived copy ({archive.service})', archive.url)}.")
    if evidence.note:
        parts.append(f"Note: {escape(evidence.note)}")
    return " ".join(parts)


def _quote(quote: QuoteSelector) -> str:
    return f"“{escape(quote.exact)}” ({_QUOTE_WORDS[quote.result]})."
