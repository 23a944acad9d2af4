"""Records as plain objects: what JSON holds, and what every other format picks from.

Field names and types are a contract with other programs. Offsets count code points in
the article's text, end exclusive; times are RFC 3339 in UTC; text is as it was stored.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from claimledger.domain.claims import Claim
from claimledger.domain.evidence import Capture, QuoteSelector
from claimledger.domain.policies import Policy
from claimledger.domain.records import (
    ArchiveRecord,
    ArticleRecord,
    ArticleReport,
    CheckRecord,
    ClaimRecord,
    DecisionRecord,
    EvidenceRecord,
    LinkRecord,
    LogEntry,
    VerdictRecord,
)
from claimledger.domain.scale_mappings import Counterpart
from claimledger.domain.scales import Rating, Scale
from claimledger.domain.text import Span

if TYPE_CHECKING:
    from claimledger.ledger.precedents import Precedent

Record: TypeAlias = dict[str, Any]
"""Strings, numbers, booleans, None, and lists and objects of these."""


def split_object(claim: Claim, source: str) -> Record:
    """Return a claim as the splitter read it; ``source`` is what the person named."""
    return {"source": source, "id": claim.id, **_claim(claim)}


def claim_object(claim: ClaimRecord) -> Record:
    """Return a claim with all its verdicts and evidence, oldest first."""
    return {
        "ref": claim.ref,
        "id": claim.id,
        "article": claim.article,
        **_claim(claim),
        "status": claim.status.value,
        "rating": None if claim.rating is None else rating_object(claim.rating),
        "edited": claim.edited,
        "retracted_because": claim.retracted_because,
        "version": claim.version,
        "outdated": claim.outdated,
        "verdicts": [verdict_object(verdict) for verdict in claim.verdicts],
        "evidence": [evidence_object(evidence) for evidence in claim.evidence],
        "decisions": [decision_object(decision) for decision in claim.decisions],
        "published": claim.published is not None,
        "challenged": claim.challenged,
        "spoken": claim.spoken,
        "needed": claim.needed,
        "hidden": claim.hidden,
        "tags": list(claim.tags),
        "assigned": list(claim.assigned),
        "links": [_link(link) for link in claim.links],
        "merged_into": claim.merged_into,
        "parts": list(claim.parts),
        "part_of": claim.part_of,
    }


def _claim(claim: Claim | ClaimRecord) -> Record:
    return {
        "text": claim.text,
        "quote": claim.quote,
        "spans": _pairs(claim.spans),
        "sentence": _pair(claim.sentence),
        "speaker": claim.speaker,
        "speaker_span": _pair(claim.speaker_span),
        "attribution_span": _pair(claim.attribution_span),
        "cue": claim.cue,
        "kind": claim.kind.value,
        "checkable": claim.checkable,
        "checkworthiness": claim.checkworthiness,
        "reasons": list(claim.reasons),
        "needs_context": claim.needs_context,
    }


def verdict_object(verdict: VerdictRecord) -> Record:
    """Return one verdict of a claim's history."""
    return {
        "event": verdict.event,
        "reviewer": verdict.reviewer,
        "scale": verdict.scale,
        "rating": rating_object(verdict.rating),
        "because": verdict.because,
        "time": verdict.time,
        "standing": verdict.standing,
        "reworded": verdict.reworded,
    }


def decision_object(decision: DecisionRecord) -> Record:
    """Return one decision of the desk on a claim."""
    return {
        "event": decision.event,
        "kind": decision.kind.value,
        "by": decision.by,
        "time": decision.time,
        "scale": decision.scale,
        "rating": None if decision.rating is None else rating_object(decision.rating),
        "because": decision.because,
        "note": decision.note,
        "url": decision.url,
    }


def _link(link: LinkRecord) -> Record:
    return {
        "ref": link.ref,
        "id": link.id,
        "relation": link.relation.value,
        "inward": link.inward,
        "note": link.note,
        "by": link.by,
        "time": link.time,
    }


def evidence_object(evidence: EvidenceRecord) -> Record:
    """Return one source attached to a claim."""
    return {
        "ref": evidence.ref,
        "id": evidence.id,
        "claim": evidence.claim,
        "source": evidence.source,
        "stance": evidence.stance.value,
        "url": evidence.url,
        "title": evidence.title,
        "author": evidence.author,
        "published": evidence.published,
        "guessed": list(evidence.guessed),
        "quotes": [_quote(quote) for quote in evidence.quotes],
        "capture": None if evidence.capture is None else _capture(evidence.capture),
        "note": evidence.note,
        "attached_by": evidence.attached_by,
        "attached_at": evidence.attached_at,
        "withdrawn_because": evidence.withdrawn_because,
        "copy_of": evidence.copy_of,
        "last_check": None if evidence.last_check is None else check_object(evidence.last_check),
        "failing_since": evidence.failing_since,
        "archives": [_archive(archive) for archive in evidence.archives],
    }


def check_object(check: CheckRecord) -> Record:
    """Return what one check of a link found."""
    return {
        "time": check.time,
        "by": check.by,
        "run": check.run,
        "state": check.state.value,
        "status": check.status,
        "final_url": check.final_url,
        "raw": check.raw,
        "etag": check.etag,
        "last_modified": check.last_modified,
        "missing": list(check.missing),
        "detail": check.detail,
    }


def _archive(archive: ArchiveRecord) -> Record:
    return {
        "time": archive.time,
        "by": archive.by,
        "service": archive.service,
        "state": archive.state.value,
        "url": archive.url,
        "job": archive.job,
        "detail": archive.detail,
    }


def _quote(quote: QuoteSelector) -> Record:
    return {
        "exact": quote.exact,
        "result": quote.result.value,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "start": quote.start,
        "end": quote.end,
        "likeness": None if quote.likeness is None else quote.likeness.value,
        "similarity": quote.similarity,
        "typed": quote.typed,
    }


def _capture(capture: Capture) -> Record:
    return {
        "media_type": capture.media_type,
        "raw": capture.raw,
        "text": capture.text,
        "retrieved": capture.retrieved,
        "final_url": capture.final_url,
        "redirects": list(capture.redirects),
        "status": capture.status,
        "length": capture.length,
        "hops": [
            {"url": hop.url, "status": hop.status, "headers": [list(pair) for pair in hop.headers]}
            for hop in capture.hops
        ],
    }


def article_object(article: ArticleRecord) -> Record:
    """Return an article and how far its review has come."""
    return {
        "number": article.number,
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "author": article.author,
        "published": article.published,
        "published_guessed": article.published_guessed,
        "language": article.language,
        "media_type": article.media_type,
        "added_by": article.added_by,
        "added_at": article.added_at,
        "splitter": article.splitter,
        "version": article.version,
        "text": article.text,
        "capture": None if article.capture is None else _capture(article.capture),
        "claims": article.claims,
        "checked": article.checked,
        "disputed": article.disputed,
        "open": article.open,
    }


def report_object(report: ArticleReport) -> Record:
    """Return an article with its text and its claims."""
    return {
        "article": article_object(report.article),
        "text": report.text,
        "claims": [claim_object(claim) for claim in report.claims],
    }


def scale_object(scale: Scale) -> Record:
    """Return a rating scale."""
    return {
        "id": scale.id,
        "version": scale.version,
        "title": scale.title,
        "ordered": scale.ordered,
        "ratings": [rating_object(rating) for rating in scale.ratings],
    }


def rating_object(rating: Rating) -> Record:
    """Return one label of a scale."""
    return {
        "code": rating.code,
        "label": rating.label,
        "meaning": rating.meaning,
        "tone": rating.tone.value,
        "value": rating.value,
        "retired": rating.retired,
        "colour": rating.colour,
    }


def policy_object(policy: Policy) -> Record:
    """Return how a ledger works."""
    return {
        "scale": policy.scale,
        "reviewers": policy.reviewers,
        "blind": policy.blind,
        "settlers": list(policy.settlers),
        "sources": policy.sources,
    }


def counterpart_object(one: Counterpart) -> Record:
    """Return a rating beside what it is on another scale."""
    return {
        "source": one.source,
        "target": one.target,
        "code": one.rating.code,
        "label": one.rating.label,
        "decided": one.decided,
        "to": None if one.to is None else one.to.code,
        "suggested": None if one.suggested is None else one.suggested.code,
    }


def precedent_object(precedent: Precedent) -> Record:
    """Return an earlier claim and how it stands to the one asked about."""
    return {
        "ref": precedent.claim.ref,
        "id": precedent.claim.id,
        "text": precedent.claim.text,
        "label": precedent.label.value,
        "similarity": precedent.similarity,
        "reasons": list(precedent.reasons),
        "said": precedent.said,
        "decided": precedent.decided,
        "claim": claim_object(precedent.claim),
    }


def log_object(entry: LogEntry) -> Record:
    """Return one event of the history."""
    return {
        "seq": entry.seq,
        "id": entry.id,
        "time": entry.time,
        "author": entry.author,
        "kind": entry.kind,
        "subject": entry.subject,
        "ref": entry.ref,
        "summary": entry.summary,
    }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]
