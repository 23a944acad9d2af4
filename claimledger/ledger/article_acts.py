"""Changes of articles: added, or found with another text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimledger.domain.acts import ArticleAdded, ArticleRevised
from claimledger.domain.records import ArticleRecord, ClaimRecord
from claimledger.ledger import references
from claimledger.ledger.changing import Changing
from claimledger.ledger.selection import Selection
from claimledger.store import queries

if TYPE_CHECKING:
    from claimledger.capture.documents import Captured
    from claimledger.splitters.splitter import Splitting
    from claimledger.splitting.document import Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedArticle:
    """What adding an article came to."""

    article: ArticleRecord
    new: bool
    """False when the ledger had it already, in this text or another."""
    revised: bool = False
    """True when the ledger had it with another text, and this is its newest version."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What the splitter says of its work."""


class ArticleActs(Changing):
    """Adding articles and their new versions."""

    def add_article(
        self,
        captured: Captured,
        *,
        language: str = "en",
        splitter: str = "rules",
        updates: str | None = None,
    ) -> AddedArticle:
        """Split a captured article into claims and add both.

        What is here already, to the letter, changes nothing. A page that is here with
        another text becomes the newest version of its article: claims that it still makes
        keep their numbers, their evidence and their verdicts.

        Args:
            captured: What was read.
            language: Of its text.
            splitter: The name of what splits it.
            updates: The article of which it is a new version; without one, that of the
                same address.

        Raises:
            UsageError: There is no such splitter, or it is not set up.
            UnknownReferenceError: There is no article ``updates``.
        """
        from claimledger.ledger.intake import article_act, split_act, split_text

        act = article_act(captured, language=language)
        earlier = self._earlier(act.url, updates)
        if there := self._same(act.text, earlier):
            return AddedArticle(article=there, new=False)
        splitting = split_text(captured.text, splitter=splitter, language=language)
        with self._journal.writing():
            earlier = self._earlier(act.url, updates)
            new = earlier is None and not self._same(act.text, None)
            revised = earlier is not None and earlier.text != act.text
            if new or revised:
                self._journal.keep(captured.text.encode(), "text/plain")
                if act.raw is not None:
                    self._journal.keep(captured.raw, captured.media_type)
            if new:
                self._journal.record(act, subject=act.text)
                self._journal.record(split_act(splitting), subject=act.text)
            elif earlier is not None and revised:
                revision = self._revision(earlier, act, captured.text, splitting)
                self._journal.record(revision, subject=earlier.id)
        return AddedArticle(
            article=references.article(self._sql, earlier.id if earlier else act.text),
            new=new,
            revised=revised,
            diagnostics=splitting.diagnostics,
        )

    def no_longer_made(self, article: ArticleRecord) -> list[ClaimRecord]:
        """Return the claims that an article made until its newest version."""
        claims = self.claims(Selection(articles=(article.number,), outdated=True))
        return [claim for claim in claims if claim.version == article.version - 1]

    def share_kept(self, article: ArticleRecord) -> float:
        """Return how much of the text before the newest still stands there, from 0 to 1.

        Counted in runs of four words, which texts of different articles do not share.
        """
        before, now = (
            {tuple(words[n : n + 4]) for n in range(max(1, len(words) - 3))}
            for words in (
                self.text_of(article, version).split()
                for version in (article.version - 1, article.version)
            )
        )
        return len(before & now) / len(before)

    def of_the_same_file(self, article: ArticleRecord) -> list[ArticleRecord]:
        """Return the other articles that were read from the same path, as it was typed."""
        if article.url is not None or article.source == "-":
            return []
        return queries.articles(
            self._sql, "a.source = ? AND a.number <> ?", (article.source, article.number)
        )

    def _earlier(self, url: str | None, updates: str | None) -> ArticleRecord | None:
        """Return the article that a page is a version of, if it is here."""
        if updates is not None:
            return self.article(updates)
        found = queries.articles(self._sql, "a.url = ?", (url,)) if url else []
        return found[-1] if found else None

    def _same(self, text: str, earlier: ArticleRecord | None) -> ArticleRecord | None:
        """Return the article that has this very text; any of its versions, if it has no address."""
        if earlier is not None:
            return earlier if earlier.text == text else None
        found = queries.articles(
            self._sql, "a.number IN (SELECT article FROM versions WHERE text = ?)", (text,)
        )
        return found[0] if found else None

    def _revision(
        self, article: ArticleRecord, act: ArticleAdded, text: str, splitting: Splitting
    ) -> ArticleRevised:
        """Return the act by which an article becomes what was read as ``act``."""
        from claimledger.ledger.revisions import revision_of

        claims = self.claims(Selection(articles=(article.number,), retracted=True, outdated=True))
        revision = revision_of(self.text_of(article), text, claims, splitting.claims)
        known = {claim.id for claim in claims}
        return ArticleRevised(
            text=act.text,
            raw=act.raw,
            media_type=act.media_type,
            source=act.source,
            splitter=splitting.splitter,
            kept=revision.kept,
            added=tuple(claim for claim in revision.added if claim.id not in known),
            capture=act.capture,
        )
