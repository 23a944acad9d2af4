"""Changes of evidence: attached, withdrawn, checked, archived."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claimledger.domain.acts import EvidenceArchived, EvidenceChecked, EvidenceWithdrawn
from claimledger.domain.evidence import EvidenceId
from claimledger.domain.records import EvidenceRecord
from claimledger.errors import ConflictError
from claimledger.ledger import references
from claimledger.ledger.changing import Changing, words_of

if TYPE_CHECKING:
    from claimledger.ledger.sourcing import Source


class EvidenceActs(Changing):
    """Attaching and withdrawing evidence, and noting how its links fare."""

    def attach(self, refs: str | Sequence[str], source: Source) -> list[EvidenceRecord]:
        """Attach a source, made by ``sourcing.evidence_act``, to one claim or several.

        Its bytes and text are kept once, however often they are attached.
        """
        wanted = [refs] if isinstance(refs, str) else refs
        with self._journal.writing():
            claims = {claim.id: claim for claim in map(self.standing, wanted)}
            if source.act.capture is not None and source.raw is not None:
                self._journal.keep(source.raw, source.act.capture.media_type)
                if source.act.capture.text is not None:
                    self._journal.keep(source.text.encode(), "text/plain")
            attached = [self._journal.record(source.act, subject=claim) for claim in claims]
        return [references.evidence(self._sql, identity) for identity in attached]

    def withdraw_evidence(self, ref: str, *, because: str) -> EvidenceRecord:
        """Say that evidence no longer counts, and why; it stays in the history.

        Raises:
            ConflictError: It was withdrawn before.
        """
        with self._journal.writing():
            evidence = references.evidence(self._sql, ref)
            if evidence.withdrawn_because is not None:
                raise ConflictError(
                    f"Evidence {evidence.ref} was withdrawn before.",
                    hint=f"See why with: claimledger log {evidence.ref}.",
                )
            act = EvidenceWithdrawn(evidence=evidence.id, because=words_of(because, "reason"))
            self._journal.record(act, subject=evidence.claim)
        return references.evidence(self._sql, evidence.id)

    def note_checks(self, checks: Iterable[tuple[EvidenceId, EvidenceChecked]]) -> None:
        """Put what checks of links found on record, all in one go."""
        with self._journal.writing():
            for evidence, act in checks:
                self._journal.record(act, subject=evidence)

    def note_archive(self, evidence: EvidenceId, act: EvidenceArchived) -> EvidenceRecord:
        """Put the word of an archive on record."""
        with self._journal.writing():
            self._journal.record(act, subject=evidence)
        return references.evidence(self._sql, evidence)
