"""Markdown: an article's report to paste into a document, and plain tables.

CommonMark with the tables of GitHub's flavour. Text from outside stays text: whatever in
it could start markup, HTML or a link is escaped, and only web addresses become links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TextIO

from claimledger.domain.evidence import QuoteResult, QuoteSelector, Stance
from claimledger.domain.outside import clean, line, link, person
from claimledger.domain.records import (
    ArticleRecord,
    ArticleReport,
    ClaimRecord,
    DecisionRecord,
    EvidenceRecord,
    VerdictRecord,
)
from claimledger.domain.scales import Rating
from claimledger.domain.verdicts import ClaimStatus, DecisionKind
from claimledger.formats.listings import Listing
from claimledger.formats.records import Record
from claimledger.formats.rows import cell

_SPECIAL: Final = re.compile(
    r"""
    [\\`*_\[\](){}\#~|!$@<>&]       # markup, tables, mathematics, mentions, HTML
    | ^ [-+=]                       # lists and underlined headings
    | : (?=//) | (?<= www) \.       # bare addresses
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"^(\d+)([.)])(?=\s|$)")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

_COUNTED: Final = (
    ClaimStatus.CHECKED,
    ClaimStatus.SETTLED,
    ClaimStatus.DISPUTED,
    ClaimStatus.OPEN,
)
_QUOTE_WORDS: Final[dict[QuoteResult, str]] = {
    QuoteResult.FOUND: "found in the snapshot",
    QuoteResult.NOT_FOUND: "**not found** in the snapshot",
    QuoteResult.NOT_CHECKED: "not checked",
}

_PUBLIC: Final = {DecisionKind.PUBLISHED, DecisionKind.CORRECTED, DecisionKind.UNPUBLISHED}
_CHANGED: Final = {
    DecisionKind.CORRECTED: "Corrected",
    DecisionKind.UNPUBLISHED: "Taken back",
}
_CHALLENGED: Final = "contrary evidence came after this was decided."
_KEPT_BACK: Final = "others' verdicts and evidence are kept back until all have spoken"


def escape(text: str) -> str:
    """Return text from outside as Markdown that shows exactly its words, on one line."""
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(_escaped, line(text)))


def _escaped(found: re.Match[str]) -> str:
    character = found.group()
    return _ENTITIES.get(character, f"\\{character}")


def write_markdown(
    records: Iterable[Record], stream: TextIO, *, listing: Listing, raw: bool = False
) -> None:
    """Write a table of the columns worth reading; ``raw`` changes nothing."""
    del raw
    columns = listing.brief_columns
    stream.write(_row([column.name.replace("_", " ") for column in columns]))
    stream.write(_row(["---"] * len(columns)))
    for record in records:
        cells = [escape(cell(column.read(record))) for column in columns]
        stream.write(_row(cells))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def article_markdown(report: ArticleReport) -> str:
    """Return an article's report: a summary, a table, and a section for each verdict."""
    claims = [c for c in report.claims if c.status is not ClaimStatus.RETRACTED and not c.outdated]
    blocks = [f"# {escape(report.article.title) or 'Untitled'}", _about(report.article)]
    blocks.append(_summary(claims))
    if claims:
        head = _row(["No.", "Claim", "Speaker", "Verdict", "Evidence"]) + _row(["---"] * 5)
        blocks.append((head + "".join(map(_claim_row, claims))).rstrip("\n"))
    for claim in claims:
        if claim.standing_verdicts or claim.decisions:
            blocks += _section(claim)
    return "\n\n".join(blocks) + "\n"


def claim_markdown(claim: ClaimRecord) -> str:
    """Return one claim's section, whether or not it has a verdict."""
    return "\n\n".join(_section(claim)) + "\n"


def _about(article: ArticleRecord) -> str:
    parts = [escape(article.author)] if article.author else []
    if article.published:
        guessed = " (guessed)" if article.published_guessed else ""
        parts.append(escape(article.published) + guessed)
    parts.append(_linked(article.url or article.source, article.url))
    return " · ".join(parts)


def _summary(claims: Sequence[ClaimRecord]) -> str:
    found = Counter(claim.status for claim in claims)
    named = ", ".join(f"{found[status]:,} {status}" for status in _COUNTED if found[status])
    total = f"**{_claims(len(claims))}**"
    parts = [f"{total}: {named}." if named else f"{total}."]
    if published := sum(claim.published is not None for claim in claims):
        parts.append(f"{published:,} published.")
    if corrected := [escape(claim.ref) for claim in claims if claim.corrections]:
        parts.append(f"**Corrected: {', '.join(corrected)}.**")
    if challenged := [escape(claim.ref) for claim in claims if claim.challenged]:
        parts.append(f"**Challenged by evidence that came later: {', '.join(challenged)}.**")
    if hidden := sum(claim.hidden for claim in claims):
        parts.append(f"{_claims(hidden)} in blind review: {_KEPT_BACK}.")
    return " ".join(parts)


def _claims(number: int) -> str:
    return f"{number:,} {'claim' if number == 1 else 'claims'}"


def _claim_row(claim: ClaimRecord) -> str:
    evidence = [f"{claim.count(s)} {s}" for s in Stance if claim.count(s)]
    return _row(
        [
            escape(claim.ref),
            escape(claim.text),
            escape(claim.speaker or ""),
            _verdict(claim),
            ", ".join(evidence),
        ]
    )


def _verdict(claim: ClaimRecord) -> str:
    return ", ".join([_came_out(claim), *_beside(claim)])


def _came_out(claim: ClaimRecord) -> str:
    verdicts = claim.standing_verdicts
    if claim.rating is not None:
        older = " (before the claim was reworded)" if any(v.reworded for v in verdicts) else ""
        return f"**{escape(claim.rating.label)}**{older}"
    scales = len({v.scale for v in verdicts}) > 1
    given = [
        f"{escape(v.rating.label)} ({_by(v.reviewer)}{f', {escape(v.scale)}' if scales else ''})"
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
    for before, after in _changes(claim):
        was = f" (was {escape(before.label)})" if before else ""
        yield f"{_CHANGED[after.kind].lower()} {escape(after.time[:10])}{was}"
    if claim.challenged:
        yield "**challenged**"
    if claim.rating is None and 0 < claim.spoken < claim.needed:
        yield _spoken(claim)


def _settled(claim: ClaimRecord) -> DecisionRecord | None:
    decision = claim.settlement
    return decision if decision and decision.kind is DecisionKind.SETTLED else None


def _changes(claim: ClaimRecord) -> Iterator[tuple[Rating | None, DecisionRecord]]:
    """Yield each change of what was public, with the rating before it."""
    public = [decision for decision in claim.decisions if decision.kind in _PUBLIC]
    for before, after in pairwise(public):
        if after.kind in _CHANGED:
            yield before.rating, after


def _spoken(claim: ClaimRecord) -> str:
    return f"{claim.spoken} of {claim.needed} reviewers have spoken"


def _section(claim: ClaimRecord) -> Iterator[str]:
    yield f"## {escape(claim.ref)} {escape(claim.text)}"
    if not claim.standing_verdicts or claim.status is ClaimStatus.RETRACTED:
        because = f": {escape(claim.retracted_because)}" if claim.retracted_because else ""
        yield f"**{claim.status.capitalize()}**{because}"
    elif claim.status is ClaimStatus.DISPUTED:
        yield "**Disputed**: the verdicts differ."
    yield from _decided(claim)
    for verdict in claim.standing_verdicts:
        yield from _given(verdict, claim)
    waiting = claim.rating is None and 0 < claim.spoken < claim.needed
    if claim.hidden or waiting:
        yield _spoken(claim) + (f"; {_KEPT_BACK}." if claim.hidden else ".")
    if claim.quote:
        cited = f", citing {escape(claim.speaker)}" if claim.speaker else ""
        yield f"The article says{cited}:"
        yield f"> {escape(claim.quote)}"
    if evidence := [e for e in claim.evidence if e.withdrawn_because is None]:
        yield "Evidence:"
        yield "\n".join(f"- {_evidence(e)}" for e in evidence)


def _decided(claim: ClaimRecord) -> Iterator[str]:
    """Tell what the desk decided, first of all what readers are to know of changes."""
    for before, after in _changes(claim):
        ratings = " → ".join(escape(r.label) for r in (before, after.rating) if r)
        yield f"**{_CHANGED[after.kind]} {escape(after.time[:10])}: {ratings}**"
        yield from _paragraphs(after.note or "")
    if (published := claim.published) is not None:
        where = f": {_linked(published.url, published.url)}" if published.url else ""
        yield f"Published {escape(published.time[:10])}{where}"
    if claim.challenged:
        yield f"**Challenged**: {_CHALLENGED}"
    if (settled := _settled(claim)) is not None and settled.rating is not None:
        by = f"settled by {_by(settled.by)}, {escape(settled.time[:10])}"
        yield f"**{escape(settled.rating.label)}** ({by})"
        yield from _paragraphs(settled.because)


def _given(verdict: VerdictRecord, claim: ClaimRecord) -> Iterator[str]:
    label, about = escape(verdict.rating.label), [_by(verdict.reviewer), escape(verdict.time[:10])]
    if verdict.reworded:
        about.append("before the claim was reworded")
    decision = claim.settlement
    if decision is not None and decision.scale == verdict.scale:
        about.append("agreed" if decision.rating == verdict.rating else "differed")
    yield f"{label if decision else f'**{label}**'} ({', '.join(about)})"
    yield from _paragraphs(verdict.because)


def _paragraphs(text: str) -> Iterator[str]:
    yield from (escape(part) for part in clean(text).splitlines() if line(part))


def _evidence(evidence: EvidenceRecord) -> str:
    named = _linked(evidence.title or evidence.url or evidence.source, evidence.url)
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
            parts.append(f"{_linked(f'Archived copy ({archive.service})', archive.url)}.")
    if evidence.note:
        parts.append(f"Note: {escape(evidence.note)}")
    return " ".join(parts)


def _quote(quote: QuoteSelector) -> str:
    return f"“{escape(quote.exact)}” ({_QUOTE_WORDS[quote.result]})."


def _by(reviewer: str) -> str:
    return escape(person(reviewer))


def _linked(text: str, address: str | None) -> str:
    target = link(address)
    if target is None:
        return escape(text)
    return f"[{escape(text)}]({target.replace('(', '%28').replace(')', '%29')})"
