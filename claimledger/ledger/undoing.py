"""Undo: a reviewer's own last act is taken back by a new one; nothing is erased."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from claimledger.domain.acts import (
    LEDGER,
    Act,
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
    ClaimTagged,
    ClaimUnlinked,
    CorrectionPublished,
    EvidenceArchived,
    EvidenceAttached,
    EvidenceChecked,
    EvidenceRestored,
    EvidenceWithdrawn,
    PolicySet,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.events import Event, EventId
from claimledger.domain.evidence import EvidenceId
from claimledger.domain.records import ClaimRecord
from claimledger.errors import ConflictError
from claimledger.ledger import earlier, effects, telling
from claimledger.ledger.changing import Changing
from claimledger.ledger.earlier import UNDONE
from claimledger.store import event_log

_FROZEN: Final = (
    *(VerdictGiven, VerdictWithdrawn, ClaimSettled, ClaimReopened),
    *(ClaimAdded, ClaimEdited, ClaimRetracted, ClaimRestored, ClaimDivided),
)
"""Acts that are not done to a published claim, and not taken back on one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back."""

    what: str
    """The first of the acts that count no more, in a reader's words."""
    time: str
    refs: tuple[str, ...]
    """The claims that they were about."""


class UndoingActs(Changing):
    """Taking back."""

    def undo(self) -> Undone:
        """Take back what the reviewer did last, from this file and device.

        What was done at one time, such as tagging ten claims, is taken back at one time. What
        came before it comes next; what was undone can be done again. Checks of links and copies
        in archives are observations, and are passed over.

        Raises:
            ConflictError: There is nothing to take back, it cannot be, or others have built on it.
        """
        with self._journal.writing():
            acts = self._last_acts()
            for event, identity in acts:
                for subject, act in self._counter_acts(event, identity):
                    self._journal.record(act, subject=subject)
            first = acts[-1][0]
            return Undone(
                what=telling.told(self._sql, *acts[-1]),
                time=first.time,
                refs=tuple(
                    dict.fromkeys(
                        ref
                        for event, _ in reversed(acts)
                        if (ref := telling.ref_of(self._sql, event.subject)) is not None
                    )
                ),
            )

    def _last_acts(self) -> list[tuple[Event, EventId]]:
        """Return what was done last and is neither an undoing nor undone, the newest act first."""
        undone: set[str] = set()
        last: list[tuple[Event, EventId]] = []
        for stored in self._journal.own_events():
            event = event_log.event_of(stored)
            if event is None or isinstance(event.act, EvidenceChecked | EvidenceArchived):
                continue
            if last and event.time != last[0][0].time:
                break
            if (undoes := getattr(event.act, "undoes", None)) is not None:
                undone.add(undoes)
            elif stored.id not in undone:
                last.append((event, stored.id))
        if not last:
            raise ConflictError(
                f"There is nothing of {self.reviewer or 'yours'} to undo, done on this device in"
                " this copy of the ledger.",
                hint="What was done, and by whom: claimledger log.",
            )
        return last

    def _counter_acts(  # noqa: C901, PLR0912 - one case a kind
        self, event: Event, identity: EventId
    ) -> Iterator[tuple[str, Act]]:
        """Yield the acts, each with its subject, that bring back what was before."""
        act, subject = event.act, event.subject
        if isinstance(act, PolicySet):
            self.check_may_settle()
            yield LEDGER, self._policy_before(act, event, identity)
            return
        claim = self._claim_of(event, identity)
        match act:
            case VerdictGiven() | VerdictWithdrawn():
                yield subject, earlier.verdict(self._sql, claim, identity, event.author)
            case ClaimEdited():
                yield subject, earlier.wording(self._sql, claim, identity)
            case ClaimAdded():
                yield subject, ClaimRetracted(because=UNDONE, undoes=identity)
            case ClaimRetracted():
                yield subject, ClaimRestored(because=UNDONE, undoes=identity)
            case ClaimRestored():
                yield subject, earlier.retraction(self._sql, claim, identity)
            case ClaimDivided():
                for part in act.parts:
                    yield part.id, ClaimRetracted(because=UNDONE, undoes=identity)
                yield subject, ClaimRestored(because=UNDONE, undoes=identity)
            case ClaimsMerged():
                for merged in act.merged:
                    yield merged, ClaimRestored(because=UNDONE, undoes=identity)
            case ClaimAssigned():
                yield subject, earlier.assignment(self._sql, claim, identity)
            case ClaimTagged():
                yield (
                    subject,
                    ClaimTagged(added=act.removed, removed=act.added, undoes=identity),
                )
            case ClaimLinked():
                yield subject, ClaimUnlinked(to=act.to, relation=act.relation, undoes=identity)
            case ClaimUnlinked():
                yield subject, earlier.link(self._sql, claim, identity, act)
            case EvidenceAttached():
                yield (
                    subject,
                    EvidenceWithdrawn(
                        evidence=EvidenceId(identity), because=UNDONE, undoes=identity
                    ),
                )
            case EvidenceWithdrawn():
                yield (
                    subject,
                    EvidenceRestored(evidence=act.evidence, because=UNDONE, undoes=identity),
                )
            case ClaimSettled() | ClaimReopened():
                self.check_may_settle()
                yield subject, earlier.decision(self._sql, claim, identity)
            case ClaimPublished() | CorrectionPublished():
                raise ConflictError(
                    f"What was published is not undone: {claim.ref}.",
                    hint="Tell readers with: claimledger correct "
                    f'{claim.ref} RATING --because "TEXT" --note "TEXT".',
                )
            case _:
                raise _cannot(event)

    def _policy_before(self, act: PolicySet, event: Event, identity: EventId) -> Act:
        """Return the policy that was in force before an act set another.

        Raises:
            ConflictError: There was none, or somebody has changed it since.
        """
        if not effects.policy_stands(self._sql, act):
            raise ConflictError(
                f"The policy was changed since you did this: {telling.summary(act)}",
                hint="Look at it first: claimledger policy.",
            )
        before = earlier.policy(self._sql, identity)
        if before is None:
            raise _cannot(event)
        return before

    def _claim_of(self, event: Event, identity: EventId) -> ClaimRecord:
        """Return the claim that an act is about, if it still stands as the act left it.

        Raises:
            ConflictError: The act is about no claim, it was changed since, or others have
                worked on what the act brought in; or the claim is published.
        """
        if event.kind.startswith(("article", "claims_split", "scale", "lint")):
            raise _cannot(event)
        claim = self.claim(event.subject)
        if claim.published and isinstance(event.act, _FROZEN):
            raise self.is_published(claim)
        if not effects.stands(self._sql, event, identity, claim):
            raise ConflictError(
                f"{claim.ref} was changed since you did this: {telling.summary(event.act)}",
                hint=f"Look at it first: claimledger log {claim.ref}.",
            )
        made = [claim.id] if isinstance(event.act, ClaimAdded) else []
        if isinstance(event.act, ClaimDivided):
            made = [part.id for part in event.act.parts]
        if effects.others_built_on(self._sql, made, event.author):
            raise ConflictError(
                "Others have worked on it since, so it is not undone: "
                f"{telling.summary(event.act)}",
                hint='Take it out with a reason: claimledger claim retract CLAIM --because "TEXT".',
            )
        return claim


def _cannot(event: Event) -> ConflictError:
    return ConflictError(
        f"This cannot be undone: {telling.summary(event.act)}",
        hint="Change by hand what should be otherwise, such as with: claimledger claim retract.",
    )
