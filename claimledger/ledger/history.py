"""History: events in a reader's words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import assert_never

from claimledger.domain.acts import (
    Act,
    ArticleAdded,
    ArticleRevised,
    ClaimAdded,
    ClaimAssigned,
    ClaimDivided,
    ClaimEdited,
    ClaimLinked,
    ClaimPublished,
    ClaimReopened,
    ClaimRestored,
    ClaimRetracted,
    ClaimSettled,
    ClaimsMerged,
    ClaimsSplit,
    ClaimTagged,
    ClaimUnlinked,
    CorrectionPublished,
    EvidenceArchived,
    EvidenceAttached,
    EvidenceChecked,
    EvidenceRestored,
    EvidenceWithdrawn,
    LintRuleSwitched,
    PolicySet,
    ScaleDefined,
    ScaleMapped,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.events import Event
from claimledger.domain.outside import person
from claimledger.domain.records import LogEntry
from claimledger.store import connections, event_log

KEPT_BACK = "kept back until all reviewers have spoken"
"""What is told of an act whose content the person who reads may not see yet."""

_NAMED = re.compile(r"\b[0-9a-f]{12}\b")
"""How ``summary`` names what an act speaks of: by the start of an id."""
_CHANGED = "changed since it was written"
_JUDGING = (
    VerdictGiven,
    VerdictWithdrawn,
    EvidenceAttached,
    EvidenceWithdrawn,
    EvidenceRestored,
    EvidenceChecked,
    EvidenceArchived,
)
"""Acts that tell what a reviewer thinks of a claim, or on what grounds."""


def entries(sql: sqlite3.Connection, subjects: Sequence[str] | None = None) -> Iterator[LogEntry]:
    """Yield the history in order of arrival: all of it, or that of some subjects.

    What was changed since it was written is marked.

    Raises:
        EventError: An event cannot be read; it is named.
    """
    with connections.translated(connections.path_of(sql)):
        events = event_log.read(sql) if subjects is None else event_log.read_about(sql, subjects)
        for stored in events:
            event = event_log.event_of(stored)
            if event is None:
                continue
            told = _told(sql, event.act)
            if _is_kept_back(sql, event, stored.id):
                told = KEPT_BACK
            yield LogEntry(
                seq=stored.seq,
                id=stored.id,
                time=event.time,
                author=event.author,
                kind=event.kind,
                subject=event.subject,
                ref=ref_of(sql, event.subject),
                summary=f"{_CHANGED}: {told}" if stored.is_changed else told,
                evidence=event.act.evidence
                if isinstance(event.act, EvidenceWithdrawn | EvidenceRestored)
                else None,
                others=_others(event.act),
            )


def _told(sql: sqlite3.Connection, act: Act) -> str:
    """Say what was done, claims and evidence by their numbers; of an undoing, what it undid."""
    undone = event_log.with_id(sql, getattr(act, "undoes", None) or "")
    before = undone and event_log.event_of(undone)
    words = summary(act if before is None else before.act)
    for named in _NAMED.findall(words):
        for identity in (getattr(act, field, "") for field in ("to", "evidence")):
            if identity.startswith(named) and (ref := ref_of(sql, identity)) is not None:
                words = words.replace(named, ref, 1)
    return words if before is None else f"undid: {words}"


def _others(act: Act) -> tuple[str, ...]:
    match act:
        case ClaimDivided(parts=parts):
            return tuple(part.id for part in parts)
        case ClaimsMerged(merged=merged):
            return merged
        case _:
            return ()


def _is_kept_back(sql: sqlite3.Connection, event: Event, identity: str) -> bool:
    """Tell whether an act is another reviewer's, on a claim that is still reviewed blind."""
    act = event.act
    if not isinstance(act, _JUDGING):
        return False
    evidence = identity if isinstance(act, EvidenceAttached) else event.subject
    row = sql.execute(
        "SELECT (SELECT value FROM policy WHERE name = 'blind') IS '1' "
        "AND ?1 <> (SELECT name FROM viewer) AND NOT EXISTS "
        "(SELECT 1 FROM claims WHERE id = ?2 AND opened UNION ALL "
        "SELECT 1 FROM seen_evidence WHERE id = ?3)",
        (event.author, event.subject, getattr(act, "evidence", evidence)),
    ).fetchone()
    return bool(row[0])


def summary(act: Act) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    """Say in one line what was done; it begins with a verb, or with "verdict"."""
    match act:
        case ArticleAdded():
            return f"added: {act.title}"
        case ArticleRevised():
            kept, added = len(act.kept), len(act.added)
            return f"revised: {_claims(kept)} kept, {added} added"
        case ClaimsSplit():
            return f"split: {_claims(len(act.claims))} by {act.splitter}"
        case ClaimAdded():
            return f"added: {act.claim.text}"
        case ClaimEdited():
            return f"reworded: {act.text}"
        case ClaimDivided():
            return f"divided into {' / '.join(part.text for part in act.parts)}"
        case ClaimsMerged():
            merged = f"merged {_claims(len(act.merged))} into it"
            return f"{merged}: {act.because}" if act.because else merged
        case ClaimRetracted():
            return f"retracted: {act.because}"
        case ClaimRestored():
            return f"restored: {act.because}"
        case ClaimAssigned():
            return f"assigned to {', '.join(map(person, act.reviewers)) or 'nobody'}"
        case ClaimTagged():
            return f"tagged {', '.join([*act.added, *(f'not {tag}' for tag in act.removed)])}"
        case ClaimLinked():
            return f"linked: {act.relation} {act.to[:12]}" + (f": {act.note}" if act.note else "")
        case ClaimUnlinked():
            return f"unlinked: {act.relation} {act.to[:12]}"
        case EvidenceAttached():
            return f"attached, {act.stance}: {act.source}"
        case EvidenceWithdrawn():
            return f"withdrew {act.evidence[:12]}: {act.because}"
        case EvidenceRestored():
            return f"restored {act.evidence[:12]}: {act.because}"
        case EvidenceChecked():
            return f"checked, {act.state}: {act.detail}"
        case EvidenceArchived():
            return f"archived, {act.service} {act.state}: {act.url or act.detail}"
        case VerdictGiven():
            return f"verdict {act.rating}: {act.because}"
        case VerdictWithdrawn():
            return f"verdict withdrawn: {act.because}"
        case ClaimSettled():
            return f"settled as {act.rating}: {act.because}"
        case ClaimReopened():
            return f"reopened: {act.because}"
        case ClaimPublished():
            return f"published as {act.rating}" + (f": {act.url}" if act.url else "")
        case CorrectionPublished():
            become = f"corrected to {act.rating}" if act.rating else "taken back"
            return f"{become}: {act.note}"
        case ScaleDefined():
            return f"defined: {act.title}, {len(act.ratings)} ratings"
        case ScaleMapped():
            return f"mapped {_count(len(act.pairs), 'rating')} to the scale {act.target}"
        case PolicySet():
            return _policy(act)
        case LintRuleSwitched():
            return f"switched the rule {act.rule} {'on' if act.on else 'off'}: {act.because}"
        case _:
            assert_never(act)


def _policy(act: PolicySet) -> str:
    words = [f"chose the scale {act.scale}"]
    if act.reviewers > 1:
        words.append(f"{act.reviewers} reviewers a claim")
    if act.blind:
        words.append("blind")
    if act.settlers:
        words.append(f"settled by {', '.join(map(person, act.settlers))}")
    return ", ".join(words) + (f": {act.because}" if act.because else "")


def _claims(number: int) -> str:
    return _count(number, "claim")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def ref_of(sql: sqlite3.Connection, subject: str) -> str | None:
    """Return how a person names what an event is about; None for what has no number."""
    row = sql.execute(
        "SELECT article || '.' || number FROM claims WHERE id = ?1 "
        "UNION ALL SELECT number FROM articles WHERE id = ?1 "
        "UNION ALL SELECT c.article || '.' || c.number || '.' || e.number "
        "FROM evidence e JOIN claims c ON c.key = e.claim WHERE e.id = ?1",
        (subject,),
    ).fetchone()
    return None if row is None else str(row[0])
