"""The reading side of a ledger."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from claimledger.domain.policies import Policy
from claimledger.domain.records import (
    ArticleRecord,
    ArticleReport,
    ClaimRecord,
    EvidenceRecord,
    LogEntry,
    QueueEntry,
    SwitchedRule,
)
from claimledger.domain.scales import Scale, ScaleId, ScaleMapping
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import UnknownReferenceError
from claimledger.ledger import history, references
from claimledger.ledger.selection import Order, Selection, full_text_query
from claimledger.store import (
    blobs,
    connections,
    event_log,
    queries,
    review_queries,
    rule_rows,
    scale_queries,
)
from claimledger.store.sight import see_as
from claimledger.store.verification import Problem, check

_OF_THE_ARTICLE = frozenset({"claims_split", "article_revised"})
"""Acts on an article that a claim's history tells too."""


class LedgerReader:
    """Everything that can be read from a ledger file; a context manager that closes it.

    Each method returns what the ledger says at that moment.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, *, viewer: str | None = None
    ) -> None:
        """Use an open connection; most callers want ``Ledger.open``."""
        self.path = path
        self._sql = connection
        self.see_as(viewer)

    def see_as(self, viewer: str | None) -> None:
        """Show from now on what this reviewer may see of a blind review; None is nobody."""
        with connections.translated(self.path):
            see_as(self._sql, unicodedata.normalize("NFC", viewer or ""))

    def close(self) -> None:
        """Close the file."""
        self._sql.close()

    def __enter__(self) -> Self:
        """Return the ledger itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    # Articles and claims

    def articles(self) -> list[ArticleRecord]:
        """Return every article, by number."""
        return queries.articles(self._sql)

    def article(self, ref: str) -> ArticleRecord:
        """Return one article by number or id prefix."""
        return references.article(self._sql, ref)

    def text_of(self, article: ArticleRecord, version: int | None = None) -> str:
        """Return an article's whole text: the newest, or that of an earlier version."""
        if version is None or version == article.version:
            return blobs.text(self._sql, article.text)
        return blobs.text(self._sql, queries.version(self._sql, article.number, version))

    def claims(self, selection: Selection | None = None) -> list[ClaimRecord]:
        """Return the claims of a selection; without one, all that are not retracted."""
        chosen = selection or Selection()
        return queries.claims(
            self._sql, *chosen.condition(), order=chosen.order(), limit=chosen.limit
        )

    def count(self, selection: Selection | None = None) -> int:
        """Count the claims of a selection, whatever its limit."""
        return queries.count(self._sql, *(selection or Selection()).condition())

    def queue(self, selection: Selection | None = None) -> list[QueueEntry]:
        """Return the claims of a selection with no more than a list of them shows."""
        chosen = selection or Selection(sort=Order.WORTH)
        return review_queries.queue(
            self._sql, *chosen.condition(), order=chosen.order(), limit=chosen.limit
        )

    def claim(self, ref: str) -> ClaimRecord:
        """Return one claim by ARTICLE.CLAIM number or id prefix."""
        return references.claim(self._sql, ref)

    # Evidence and scales

    def evidence(self, refs: str | Sequence[str] | None = None) -> list[EvidenceRecord]:
        """Return the evidence of claims and articles, some of it, or all of the ledger's."""
        wanted = [refs] if isinstance(refs, str) else refs or []
        if not wanted:
            return queries.evidence(self._sql)
        found: dict[str, EvidenceRecord] = {}
        for ref in wanted:
            found |= {one.id: one for one in self._evidence_at(ref)}
        return list(found.values())

    def _evidence_at(self, ref: str) -> list[EvidenceRecord]:
        if ref.count(".") > 1:
            return [self.one_evidence(ref)]
        try:
            selection = self.select([ref], retracted=True)
        except UnknownReferenceError:
            if not ref.isalnum() or ref.isdigit():
                raise
            return [self.one_evidence(ref)]  # the start of its id
        where, values = selection.condition()
        return queries.evidence(self._sql, queries.with_merged(where), values)

    def one_evidence(self, ref: str) -> EvidenceRecord:
        """Return one piece of evidence by ARTICLE.CLAIM.EVIDENCE number or id prefix."""
        return references.evidence(self._sql, ref)

    def blob(self, key: str) -> bytes | None:
        """Return the bytes kept under a hash, None where they are not kept here."""
        return blobs.get(self._sql, key)

    def scales(self) -> list[Scale]:
        """Return every version of every scale in the ledger."""
        return scale_queries.scales(self._sql)

    def scale(self, name: str | None = None) -> Scale:
        """Return the newest version of a scale; without a name, the one in use."""
        if name is None:
            return scale_queries.scale_in_use(self._sql)
        found = [scale for scale in self.scales() if scale.id == name.strip().lower()]
        if not found:
            names = ", ".join(dict.fromkeys(scale.id for scale in self.scales()))
            raise UnknownReferenceError(
                f'There is no scale "{name}" in this ledger.', hint=f"It has: {names}."
            )
        return max(found, key=lambda scale: scale.version)

    def policy(self) -> Policy:
        """Return how this ledger works."""
        return scale_queries.policy(self._sql)

    def is_blind(self) -> bool:
        """Tell whether each reviewer sees the own work alone until all have spoken."""
        with connections.translated(self.path):
            found = rule_rows.policy(self._sql)
        return found is not None and found.blind

    def mapping(self, source: ScaleId, target: ScaleId) -> ScaleMapping | None:
        """Return what the ratings of one scale are on another; None where nobody has said."""
        return scale_queries.mapping(self._sql, source, target)

    def lint_rules(self) -> Mapping[str, SwitchedRule]:
        """Return the rules for publishing that somebody switched, by name."""
        return scale_queries.lint_rules(self._sql)

    # Reading it all

    def select(self, refs: Sequence[str], *, retracted: bool = False) -> Selection:
        """Return the selection that references to articles and claims come to.

        With ``retracted``, it takes in what is retracted or outdated too.

        A reference to evidence stands for its claim. Several may stand in one, with commas.
        """
        articles, claims = [], []
        for ref in (part.strip() for named in refs for part in named.split(",") if part.strip()):
            if ref.count(".") > 1:
                claims.append(references.evidence(self._sql, ref).claim)
                continue
            if "." in ref:
                claims.append(self.claim(ref).id)
                continue
            try:
                articles.append(self.article(ref).number)
            except UnknownReferenceError:
                if ref.isdigit():
                    raise
                claims.append(self.claim(ref).id)
        return Selection(
            articles=tuple(articles),
            claims=tuple(claims),
            retracted=retracted,
            outdated=retracted,
        )

    def report(self, refs: Sequence[str] = ()) -> Iterator[ArticleReport]:
        """Yield each named article, or every one, with its claims in the text's order."""
        articles = [self.article(ref) for ref in refs] if refs else self.articles()
        for article in articles:
            selection = Selection(articles=(article.number,), retracted=True, outdated=True)
            claims = tuple(self.claims(selection))
            yield ArticleReport(article=article, text=self.text_of(article), claims=claims)

    def search(self, query: str, *, limit: int = 50) -> list[ClaimRecord]:
        """Return the claims that hold all words of ``query``, the best match first.

        The last word may be a beginning; words in double quotes must stand together.
        """
        with connections.translated(self.path):
            return queries.claims(
                self._sql,
                "claims_fts MATCH ? AND c.status <> ?",
                (full_text_query(query), ClaimStatus.RETRACTED),
                join="JOIN claims_fts ON claims_fts.rowid = c.key",
                order="claims_fts.rank",
                limit=limit,
            )

    def log(self, ref: str | None = None) -> Iterator[LogEntry]:
        """Yield the history in order: all of it, or that of a claim or an article."""
        if ref is None:
            yield from history.entries(self._sql)
            return
        if ref.count(".") > 1:
            evidence = self.one_evidence(ref)
            for entry in history.entries(self._sql, [evidence.claim, evidence.id]):
                if evidence.id in {entry.id, entry.subject} or entry.evidence == evidence.id:
                    yield entry
            return
        chosen = self.select([ref], retracted=True)
        claims = self.claims(chosen)
        about: list[str] = [claim.id for claim in claims]
        about += [evidence.id for claim in claims for evidence in claim.evidence]
        if chosen.articles:
            yield from history.entries(self._sql, [self.article(ref).id, *about])
            return
        claim = claims[0]
        beside = [self.claim(ref).id for ref in (claim.merged_into, claim.part_of) if ref]
        for entry in history.entries(self._sql, [claim.article, *about, *beside]):
            own = entry.subject in about or claim.id in entry.others
            if own or entry.kind in _OF_THE_ARTICLE:
                yield entry

    def newest(self) -> int:
        """Return the place of the last event in the log; 0 before the first."""
        return event_log.newest(self._sql)

    def size(self) -> int:
        """Count the events."""
        return event_log.size(self._sql)

    def verify(self) -> list[Problem]:
        """Check every event, chain, blob and projection; return what is wrong."""
        return check(self._sql)
