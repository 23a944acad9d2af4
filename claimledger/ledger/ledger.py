"""A ledger of claims, evidence and verdicts."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from claimledger.config.builtin_scales import DEFAULT, NAMES
from claimledger.domain.scales import ScaleId
from claimledger.errors import UnknownReferenceError
from claimledger.ledger.article_acts import AddedArticle, ArticleActs
from claimledger.ledger.claim_acts import ClaimActs
from claimledger.ledger.comparing import Comparing
from claimledger.ledger.curating_acts import CuratingActs
from claimledger.ledger.evidence_acts import EvidenceActs
from claimledger.ledger.journal import Surroundings
from claimledger.ledger.policy_acts import PolicyActs
from claimledger.ledger.scale_acts import ScaleActs
from claimledger.ledger.settling_acts import SettlingActs
from claimledger.ledger.undoing import UndoingActs
from claimledger.ledger.verdict_acts import VerdictActs
from claimledger.store import connections
from claimledger.store.projections import rebuild

__all__ = ["AddedArticle", "Ledger"]


class Ledger(
    Comparing,
    ArticleActs,
    ClaimActs,
    CuratingActs,
    EvidenceActs,
    VerdictActs,
    SettlingActs,
    ScaleActs,
    PolicyActs,
    UndoingActs,
):
    """Every use case of a ledger file: reading, and changes in a reviewer's name.

    A change happens wholly or not at all, and is on disk when its method returns.
    """

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        reviewer: str | None = None,
        create: bool = False,
        read_only: bool = False,
        upgrade: bool = True,
        scale: str = DEFAULT,
        timeout: float = connections.BUSY_SECONDS,
        world: Surroundings | None = None,
    ) -> Self:
        """Open the ledger at ``path``; with ``create``, make it if there is none.

        Args:
            path: The ledger file.
            reviewer: The name under which changes are recorded, and who reads: in a blind
                review, others' verdicts and evidence are kept back from this person.
            create: Make the file, with the built-in scales, if it is not there.
            read_only: Change nothing; works in a read-only folder too.
            upgrade: Bring a file of an older format up to date first; without it, a file
                that is opened to read can only be verified.
            scale: The rating scale of a ledger that is made now.
            timeout: Seconds to wait while another program writes.
            world: Clock, randomness and device, for tests.

        Raises:
            LedgerFileError: There is no ledger, or the file cannot serve as one.
            UnknownReferenceError: There is no such scale.
        """
        if scale not in NAMES:
            raise UnknownReferenceError(
                f'There is no built-in scale "{scale}".', hint=f"There are: {', '.join(NAMES)}."
            )
        if read_only:
            opened = connections.open_for_reading(path, timeout=timeout, upgrade=upgrade)
            return cls(opened, path, reviewer=reviewer, world=world)
        opening = connections.create if create else connections.open_for_writing
        ledger = cls(opening(path, timeout=timeout), path, reviewer=reviewer, world=world)
        if create:
            with ledger._journal.writing():
                ledger._journal.begin_ledger(ScaleId(scale))
        return ledger

    def rebuild(self) -> None:
        """Empty every projection and fill it again from the events."""
        with connections.write(self._sql, self.path):
            rebuild(self._sql)
