"""Link checks: which links are due, and what was found, put on record as it comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING

from claimledger.domain.acts import EvidenceChecked
from claimledger.domain.evidence import LinkState, QuoteResult
from claimledger.domain.records import EvidenceRecord
from claimledger.ledger.journal import timestamp

if TYPE_CHECKING:
    from claimledger.capture.client import Client
    from claimledger.capture.links import Finding, Known
    from claimledger.ledger.ledger import Ledger

UNFINISHED: timedelta = timedelta(hours=24)
"""For how long a round of checks that broke off can be gone on with."""
BATCH = 50
SECONDS = 2.0
"""How many findings wait to be put on record, and how long, at most."""

_NOT_MODIFIED = 304
_GOOD = frozenset({LinkState.OK, LinkState.MOVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round of checks: the links still to be asked for, and those that have been."""

    run: str
    """When it began, as events write it."""
    due: tuple[EvidenceRecord, ...]
    done: tuple[EvidenceRecord, ...]
    """What an earlier, broken off part of the round has checked."""


def plan(evidence: Sequence[EvidenceRecord], *, now: datetime, again: bool = False) -> Round:
    """Return the round of checks to make: a new one, or the rest of one that broke off.

    A round broke off when some of its links have been checked in the last day, and others
    have not. Withdrawn evidence and evidence without an address has no link to check.

    Args:
        evidence: What to check.
        now: The time.
        again: Begin anew, whatever was checked.
    """
    links = [one for one in evidence if one.withdrawn_because is None and one.url is not None]
    last = max((one.last_check.run for one in links if one.last_check), default="")
    done = tuple(one for one in links if one.last_check and one.last_check.run == last)
    fresh = last >= timestamp(now - UNFINISHED)
    if again or not fresh or len(done) == len(links):
        return Round(run=timestamp(now), due=tuple(links), done=())
    due = tuple(one for one in links if one.last_check is None or one.last_check.run != last)
    return Round(run=last, due=due, done=done)


def known(evidence: EvidenceRecord) -> Known:
    """Return what a check compares a link with: the last state of the page that was good."""
    from claimledger.capture.links import Known

    capture, check = evidence.capture, evidence.last_check
    headers = {}
    if capture is not None and capture.hops:
        headers = {name.lower(): value for name, value in capture.hops[-1].headers}
    raw, given_by = (capture.raw, capture.final_url) if capture else (None, None)
    etag, last_modified = headers.get("etag"), headers.get("last-modified")
    if check is not None and check.state in _GOOD:
        raw, given_by = check.raw or raw, check.final_url
        etag, last_modified = check.etag, check.last_modified
    return Known(
        url=evidence.url or evidence.source,
        final_url=capture.final_url if capture else None,
        raw=raw,
        etag=etag,
        last_modified=last_modified,
        given_by=given_by,
        quotes=tuple(q for q in evidence.quotes if q.result is QuoteResult.FOUND),
        title=evidence.title,
    )


def check_links(
    ledger: Ledger, round_: Round, client: Client, *, workers: int, pace: float
) -> Iterator[EvidenceRecord]:
    """Ask for every link that is due; yield each piece of evidence once it is on record.

    What is found is recorded a batch at a time, so that a round that breaks off can be gone
    on with.
    """
    from claimledger.capture.links import check_all

    waiting: list[tuple[EvidenceRecord, EvidenceChecked]] = []
    findings = check_all([known(one) for one in round_.due], client, workers=workers, pace=pace)
    written = monotonic()
    try:
        for index, finding in findings:
            evidence = round_.due[index]
            waiting.append((evidence, act_of(evidence, finding, round_.run)))
            if len(waiting) == BATCH or monotonic() - written > SECONDS:
                yield from _recorded(ledger, waiting)
                written = monotonic()
    finally:
        rest = _recorded(ledger, waiting)
    yield from rest


def act_of(evidence: EvidenceRecord, finding: Finding, run: str) -> EvidenceChecked:
    """Record what a check found; a page that has not changed has the bytes that it had."""
    places = [n for n, q in enumerate(evidence.quotes) if q.result is QuoteResult.FOUND]
    unchanged = finding.status == _NOT_MODIFIED
    return EvidenceChecked(
        run=run,
        state=finding.state,
        status=finding.status,
        final_url=finding.final_url,
        redirects=finding.redirects,
        raw=known(evidence).raw if unchanged else finding.raw,
        media_type=finding.media_type,
        etag=finding.etag,
        last_modified=finding.last_modified,
        missing=tuple(places[n] for n in finding.missing),
        detail=finding.detail,
    )


def newly_wrong(before: EvidenceRecord, after: EvidenceRecord) -> bool:
    """Tell whether a link has gone wrong since the last check that could tell."""
    return after.is_decayed and not before.is_decayed


def _recorded(
    ledger: Ledger, waiting: list[tuple[EvidenceRecord, EvidenceChecked]]
) -> list[EvidenceRecord]:
    """Put findings on record and empty the list; return the evidence as it is now."""
    checks = [(evidence.id, act) for evidence, act in waiting]
    waiting.clear()
    if not checks:
        return []
    ledger.note_checks(checks)
    return [ledger.one_evidence(identity) for identity, _ in checks]
