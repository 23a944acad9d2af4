"""Telling: what an act did, in one line of a reader's words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from typing import Final, assert_never

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
from claimledger.domain.events import Event, EventId
from claimledger.domain.outside import person
from claimledger.ledger import earlier
from claimledger.store import event_log, queries

_NAMED: Final = re.compile(r"\b[0-9a-f]{12}\b")
"""How ``summary`` names what an act speaks of: by the start of an id."""


def told(sql: sqlite3.Connection, event: Event, identity: EventId) -> str:
    """Say what an event did, with what it changed; of an undoing, what it undid.

    Claims and evidence are named by their numbers.
    """
    undone = event_log.with_id(sql, getattr(event.act, "undoes", None) or "")
    before = undone and event_log.event_of(undone)
    if undone is not None and before is not None:
        return f"undid: {told(sql, before, undone.id)}"
    act = event.act
    match act:
        case ClaimEdited():
            return "; ".join(_edits(sql, event, identity, act)) or summary(act)
        case PolicySet():
            return _policy_change(sql, identity, act)
        case ClaimsMerged():
            refs = " and ".join(ref_of(sql, one) or one[:12] for one in act.merged)
            return f"merged {refs} into it" + (f": {act.because}" if act.because else "")
    words = summary(act)
    for named in _NAMED.findall(words):
        for one in (getattr(act, field, "") for field in ("to", "evidence")):
            if one.startswith(named) and (ref := ref_of(sql, one)) is not None:
                words = words.replace(named, ref, 1)
    return words


def _edits(
    sql: sqlite3.Connection, event: Event, identity: EventId, act: ClaimEdited
) -> Iterator[str]:
    """Yield what an edit changed, old beside new; the words only as they are since."""
    found = queries.claims(sql, "c.id = ?", (event.subject,))
    if not found:
        return
    old = earlier.wording(sql, found[0], identity)
    if act.text != old.text:
        yield f"reworded: {act.text}"
    if act.speaker != old.speaker:
        yield f"speaker: {old.speaker or 'the article'} → {act.speaker or 'the article'}"
    if act.kind is not old.kind:
        yield f"kind: {old.kind} → {act.kind}"
    if act.checkable is not old.checkable:
        yield "checkable" if act.checkable else "not checkable"


def _policy_change(sql: sqlite3.Connection, identity: EventId, act: PolicySet) -> str:
    """Say what a policy changed of the one before it."""
    old = earlier.policy(sql, identity)
    if old is None:
        return summary(act)
    changed = [
        words
        for differs, words in (
            (act.scale != old.scale, f"chose the scale {act.scale}"),
            (act.reviewers != old.reviewers, f"{_count(act.reviewers, 'reviewer')} a claim"),
            (act.blind is not old.blind, "blind" if act.blind else "open, not blind"),
            (act.settlers != old.settlers, f"settled by {_settlers(act)}"),
            (act.sources != old.sources, f"{_count(act.sources, 'source')} a claim"),
        )
        if differs
    ]
    words = "policy: " + ", ".join(changed) if changed else summary(act)
    return words + (f": {act.because}" if act.because and changed else "")


def _settlers(act: PolicySet) -> str:
    return ", ".join(map(person, act.settlers)) or "everyone"


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
