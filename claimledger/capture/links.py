"""Checking links: does it still say what was quoted?"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimledger.capture.client import Client
from claimledger.capture.errors import CaptureError
from claimledger.capture.findings import Finding, Known, found, no_answer, unchanged
from claimledger.capture.pacing import Later, Turns, host_of, in_turns
from claimledger.capture.rereadings import Rereading
from claimledger.capture.waits import Patience, wait_asked_for
from claimledger.domain.evidence import LinkState

__all__ = ["Finding", "Known", "check", "check_all"]

_UNCHANGED = 304
_TOO_MANY = 429
_PASSING = frozenset({502, 503, 504})
"""Statuses that are often over a moment later."""


def check(known: Known, client: Client) -> Finding:
    """Ask for a link again and say how it fares.

    A failure that may pass is tried once more, after the wait that the server asks for
    if that is within ``client.limits.patience``.
    """
    outcome = _asked([known], client)
    if outcome.again_in is not None and outcome.again_in <= client.limits.patience:
        time.sleep(outcome.again_in)
        outcome = _asked([known], client)
    return outcome.findings[0]


def check_all(
    known: Sequence[Known], client: Client, *, workers: int = 8, pace: float = 1.0
) -> Iterator[tuple[int, Finding]]:
    """Check many links, several hosts at a time; yield each with its index, as they come.

    A host gets one request at a time, redirects included, and ``pace`` seconds lie
    between the starts of two. Links with one address are asked for once. Closing the
    iterator stops the checks.
    """
    same: dict[str, list[int]] = {}
    for index, one in enumerate(known):
        same.setdefault(one.url, []).append(index)
    turns = Turns(pace)
    unhurried = replace(client, turn=turns.turn)
    patience = Patience(client.limits.patience)

    def work(indexes: list[int]) -> list[tuple[int, Finding]] | Later:
        group = [known[index] for index in indexes]
        url = group[0].url
        host = host_of(url)
        if patience.is_over(host):
            detail = f"{host} asked to be left alone, and was not asked for this."
            unasked = no_answer(LinkState.BLOCKED, detail, client.now())
            return [(index, unasked) for index in indexes]
        outcome = _asked(group, unhurried)
        if patience.allows(host, url, outcome.again_in):
            return Later(outcome.again_in or 0.0)
        return list(zip(indexes, outcome.findings, strict=True))

    jobs = ((host_of(url), indexes) for url, indexes in same.items())
    for findings in in_turns(jobs, work, turns=turns, workers=workers):
        yield from findings


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What came of asking for one address, for each of those who know it."""

    findings: list[Finding]
    again_in: float | None = None
    """Seconds after which asking again may help; None when it will not."""


def _asked(group: Sequence[Known], client: Client) -> _Outcome:
    from claimledger.capture.answers import BrokenOffError

    known = group[0]
    # One question cannot be conditional on what two know differently.
    same = len({(_giver(one), one.etag, one.last_modified) for one in group}) == 1
    is_conditional = same and bool(known.etag or known.last_modified)
    try:
        fetched = client.fetch(
            known.url,
            etag=known.etag if is_conditional else None,
            last_modified=known.last_modified if is_conditional else None,
            given_by=_giver(known),
        )
    except CaptureError as error:
        again = 0.0 if isinstance(error, BrokenOffError) else None
        failed = no_answer(LinkState.ERROR, error.message, client.now())
        return _Outcome(findings=[failed] * len(group), again_in=again)
    wait = wait_asked_for(fetched, client.now())
    if fetched.status in _PASSING:
        wait = wait or 0.0
    elif fetched.status != _TOO_MANY:
        wait = None
    if is_conditional and fetched.status == _UNCHANGED:
        return _Outcome(findings=[unchanged(one, fetched) for one in group])
    page = Rereading(fetched, client)
    return _Outcome(findings=[found(one, page) for one in group], again_in=wait)


def _giver(known: Known) -> str:
    return known.given_by or known.final_url or known.url
