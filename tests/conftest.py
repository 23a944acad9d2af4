"""What every test needs: its own surroundings, and a small ledger if it wants one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimledger.domain.acts import ArticleAdded, ClaimsSplit, SplitClaim
from claimledger.domain.articles import article_id
from claimledger.domain.claims import ClaimKind, claim_id
from claimledger.domain.text import Span
from claimledger.ledger import Ledger

ARTICLE = (
    "Bridge reopens\n\n"
    "The Alder Bridge reopened on Monday after repairs that cost 12 million euros.\n"
    "The council said the repairs took nine months.\n"
)
CLAIMS = {
    "The Alder Bridge reopened on Monday.": None,
    "The repairs of the Alder Bridge cost 12 million euros.": None,
    "The repairs took nine months.": "The council",
}


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests away from the person's own folders and git settings."""
    home = tmp_path / "home"
    home.mkdir()
    for variable, folder in {
        "HOME": "",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
    }.items():
        monkeypatch.setenv(variable, str(home / folder))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / ".gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    ours = [name for name in os.environ if name.startswith("CLAIMLEDGER_") and "GOLDEN" not in name]
    for variable in (*ours, "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """Open a ledger of "First reader" that holds the article."""
    with Ledger.open(path, reviewer="First reader", create=True) as opened:
        put_article(opened)
        yield opened


@pytest.fixture
def article_text() -> str:
    return ARTICLE


def put_article(ledger: Ledger, text: str = ARTICLE, title: str = "Bridge reopens") -> str:
    """Add an article and its claims as ``add`` would, without the splitter."""
    article = article_id(text)
    spans = (Span(16, 40),)
    claims = tuple(
        SplitClaim(
            id=claim_id(article, spans, words),
            text=words,
            spans=spans,
            sentence=Span(16, 93),
            speaker=speaker,
            speaker_span=None,
            cue=None,
            kind=ClaimKind.EVENT,
            checkable=True,
            checkworthiness=80 - number,
            reasons=("a dated event",),
        )
        for number, (words, speaker) in enumerate(CLAIMS.items())
    )
    added = ArticleAdded(
        title=title,
        source="bridge.txt",
        text=article,
        language="en",
        media_type="text/plain",
        raw=None,
    )
    journal = ledger._journal
    with journal.writing():
        journal.keep(text.encode(), "text/plain")
        journal.record(added, subject=article)
        journal.record(ClaimsSplit(splitter="by hand", claims=claims), subject=article)
    return article
