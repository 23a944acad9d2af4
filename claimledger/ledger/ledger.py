"""A ledger of claims, evidence and verdicts."""

from __future__ import annotations

import sqlite3
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from claimledger.config.builtin_scales import DEFAULT, NAMES
from claimledger.domain.acts import (
    ClaimAdded,
    ClaimEdited,
    ClaimRetracted,
    EvidenceWithdrawn,
    PolicySet,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.claims import ClaimKind
from claimledger.domain.records import (
    ArticleRecord,
    ClaimRecord,
    EvidenceRecord,
)
from claimledger.domain.scales import Scale, ScaleId
from claimledger.errors import ConflictError, UnknownReferenceError
from claimledger.ledger import references
from claimledger.ledger.journal import LEDGER, Journal, Surroundings
from claimledger.ledger.reading import LedgerReader
from claimledger.store import connections, queries
from claimledger.store.projections import rebuild

if TYPE_CHECKING:
    from claimledger.capture.documents import Captured
    from claimledger.ledger.intake import Source
    from claimledger.splitting.document import Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedArticle:
    """What adding an article came to."""

    article: ArticleRecord
    new: bool
    """False when the ledger had it already; then nothing was written."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What the splitter says of its work."""


class Ledger(LedgerReader):
    """Every use case of a ledger file: reading, and changes in a reviewer's name.

    A change happens wholly or not at all, and is on disk when its method returns.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        *,
        reviewer: str | None = None,
        world: Surroundings | None = None,
    ) -> None:
        """Use an open connection; most callers want ``Ledger.open``."""
        super().__init__(connection, path)
        self._journal = Journal(
            connection=connection,
            path=path,
            author=reviewer and unicodedata.normalize("NFC", reviewer),
            world=world or Surroundings(),
        )

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        reviewer: str | None = None,
        create: bool = False,
        read_only: bool = False,
        scale: str = DEFAULT,
        timeout: float = connections.BUSY_SECONDS,
        world: Surroundings | None = None,
    ) -> Self:
        """Open the ledger at ``path``; with ``create``, make it if there is none.

        Args:
            path: The ledger file.
            reviewer: The name under which changes are recorded.
            create: Make the file, with the built-in scales, if it is not there.
            read_only: Change nothing; works in a read-only folder too.
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
            return cls(connections.open_for_reading(path, timeout=timeout), path, world=world)
        opening = connections.create if create else connections.open_for_writing
        ledger = cls(opening(path, timeout=timeout), path, reviewer=reviewer, world=world)
        if create:
            with ledger._journal.writing():
                ledger._journal.begin_ledger(ScaleId(scale))
        return ledger

    # Articles

    def add_article(
        self, captured: Captured, *, language: str = "en", splitter: str = "rules"
    ) -> AddedArticle:
        """Split a captured article into claims and add both, unless it is here already.

        Raises:
            UsageError: There is no such splitter, or it is not set up.
        """
        from claimledger.ledger.intake import article_act, split_act, split_text

        act = article_act(captured, language=language)
        if there := queries.articles(self._sql, "a.id = ?", (act.text,)):
            return AddedArticle(article=there[0], new=False)
        splitting = split_text(captured.text, splitter=splitter, language=language)
        with self._journal.writing():
            new = not queries.articles(self._sql, "a.id = ?", (act.text,))
            if new:
                self._journal.keep(captured.text.encode(), "text/plain")
                if act.raw is not None:
                    self._journal.keep(captured.raw, captured.media_type)
                self._journal.record(act, subject=act.text)
                self._journal.record(split_act(splitting), subject=act.text)
        return AddedArticle(
            article=references.article(self._sql, act.text),
            new=new,
            diagnostics=splitting.diagnostics,
        )

    # Claims

    def add_claim(
        self,
        article: str,
        text: str,
        *,
        quote: str | None = None,
        speaker: str | None = None,
        kind: ClaimKind | None = None,
        checkable: bool | None = None,
    ) -> ClaimRecord:
        """Add a claim that the splitter did not see.

        ``quote`` is looked for in the article and gives the claim its place there; what
        is not said of kind and checkability is judged as the splitter would.

        Raises:
            UsageError: The text is empty, or the quote is not in the article.
            ConflictError: The article has this very claim already.
        """
        from claimledger.ledger.intake import own_claim

        found = self.article(article)
        claim = own_claim(
            found,
            self.text_of(found),
            text,
            quote=quote,
            speaker=speaker,
            kind=kind,
            checkable=checkable,
        )
        with self._journal.writing():
            if there := queries.claims(self._sql, "c.id = ?", (claim.id,)):
                raise ConflictError(
                    f"The article has this claim already: {there[0].ref}.",
                    hint=f"See it with: claimledger show {there[0].ref}.",
                )
            self._journal.record(ClaimAdded(article=found.id, claim=claim), subject=claim.id)
        return self.claim(claim.id)

    def edit_claim(
        self,
        ref: str,
        *,
        text: str | None = None,
        speaker: str | None = None,
        kind: ClaimKind | None = None,
        checkable: bool | None = None,
    ) -> ClaimRecord:
        """Correct a claim; what is None stays. An empty ``speaker`` takes the speaker away.

        The id and number stay the same, and the old wording stays in the history.
        """
        with self._journal.writing():
            claim = self._standing(ref)
            act = ClaimEdited(
                text=claim.text if text is None else _words(text, "claim's text"),
                speaker=claim.speaker if speaker is None else speaker.strip() or None,
                kind=kind or claim.kind,
                checkable=claim.checkable if checkable is None else checkable,
            )
            if act != ClaimEdited(
                text=claim.text, speaker=claim.speaker, kind=claim.kind, checkable=claim.checkable
            ):
                self._journal.record(act, subject=claim.id)
        return self.claim(claim.id)

    def retract_claim(self, ref: str, *, because: str) -> ClaimRecord:
        """Take a claim out of the review, with a reason; it stays in the history."""
        with self._journal.writing():
            claim = self._standing(ref)
            act = ClaimRetracted(because=_words(because, "reason"))
            self._journal.record(act, subject=claim.id)
        return self.claim(claim.id)

    # Evidence

    def attach(self, ref: str, source: Source) -> EvidenceRecord:
        """Attach a source, made by ``capture_evidence``, to a claim."""
        with self._journal.writing():
            claim = self._standing(ref)
            if source.act.capture is not None and source.raw is not None:
                self._journal.keep(source.raw, source.act.capture.media_type)
                self._journal.keep(source.text.encode(), "text/plain")
            identity = self._journal.record(source.act, subject=claim.id)
        return references.evidence(self._sql, identity)[1]

    def withdraw_evidence(self, ref: str, *, because: str) -> EvidenceRecord:
        """Say that evidence no longer counts, and why; it stays in the history.

        Raises:
            ConflictError: It was withdrawn before.
        """
        with self._journal.writing():
            claim, evidence = references.evidence(self._sql, ref)
            if evidence.withdrawn_because is not None:
                raise ConflictError(f"Evidence {evidence.ref} was withdrawn before.")
            act = EvidenceWithdrawn(evidence=evidence.id, because=_words(because, "reason"))
            self._journal.record(act, subject=claim.id)
        return references.evidence(self._sql, evidence.id)[1]

    # Verdicts

    def give_verdict(self, ref: str, rating: str, *, because: str) -> ClaimRecord:
        """Rate a claim as the reviewer; it replaces this reviewer's earlier verdict.

        Raises:
            UnknownRatingError: ``rating`` is no label of the ledger's scale, or the
                beginning of several.
        """
        with self._journal.writing():
            claim = self._standing(ref)
            scale = queries.scale_in_use(self._sql)
            act = VerdictGiven(
                scale=scale.id,
                version=scale.version,
                rating=scale.find(rating).code,
                because=_words(because, "rationale"),
            )
            self._journal.record(act, subject=claim.id)
        return self.claim(claim.id)

    def withdraw_verdict(self, ref: str, *, because: str) -> ClaimRecord:
        """Take the reviewer's own verdict back, with a reason.

        Raises:
            ConflictError: The reviewer has no verdict on the claim.
        """
        with self._journal.writing():
            claim = self._standing(ref)
            if self._journal.author not in {v.reviewer for v in claim.standing_verdicts}:
                raise ConflictError(f"{self._journal.author} has no verdict on {claim.ref}.")
            act = VerdictWithdrawn(because=_words(because, "reason"))
            self._journal.record(act, subject=claim.id)
        return self.claim(claim.id)

    # Scales

    def use_scale(self, name: str) -> Scale:
        """Give verdicts on this scale from now on."""
        with self._journal.writing():
            scale = self.scale(name)
            if scale.id != self.scale().id:
                self._journal.record(PolicySet(scale=scale.id), subject=LEDGER)
        return scale

    def rebuild(self) -> None:
        """Empty every projection and fill it again from the events."""
        with connections.write(self._sql, self.path):
            rebuild(self._sql)

    def _standing(self, ref: str) -> ClaimRecord:
        claim = self.claim(ref)
        if claim.retracted_because is not None:
            raise ConflictError(
                f"Claim {claim.ref} was retracted: {claim.retracted_because}",
                hint=f"See claimledger log {claim.ref}.",
            )
        return claim


def _words(text: str, what: str) -> str:
    from claimledger.errors import UsageError

    stripped = text.strip()
    if not stripped:
        raise UsageError(f"The {what} is empty.", hint="Write it out; it goes on record.")
    return stripped
