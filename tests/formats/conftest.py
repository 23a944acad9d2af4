"""A claim with everything a claim can have, and its article."""

from __future__ import annotations

import pytest

from claimledger.domain.articles import ArticleId
from claimledger.domain.claims import Claim, ClaimId, ClaimKind
from claimledger.domain.evidence import (
    Capture,
    EvidenceId,
    QuoteResult,
    QuoteSelector,
    Stance,
)
from claimledger.domain.records import (
    ArticleRecord,
    ArticleReport,
    ClaimRecord,
    EvidenceRecord,
    VerdictRecord,
)
from claimledger.domain.scales import Rating, ScaleId, Tone
from claimledger.domain.text import Span
from claimledger.domain.verdicts import ClaimStatus

TEXT = "Half of all crossings left late, the mayor said.\n"
QUOTE = "Half of all crossings left late"
FALSE = Rating(code="false", label="False", meaning="Wrong.", tone=Tone.FALSE, value=1)


@pytest.fixture
def split() -> Claim:
    """Return the claim as a splitter reads it."""
    return Claim(
        id=ClaimId("a" * 64),
        text="Half of all crossings left late.",
        quote=QUOTE,
        spans=(Span(0, 31),),
        sentence=Span(0, 48),
        speaker="the mayor",
        speaker_span=Span(33, 42),
        attribution_span=Span(33, 47),
        cue="say",
        kind=ClaimKind.QUANTITY,
        checkable=True,
        checkworthiness=0.92,
        reasons=("a share of a whole", "past fact"),
    )


@pytest.fixture
def claim() -> ClaimRecord:
    """Return the claim with a verdict, one that was replaced, and two sources."""
    old = VerdictRecord(
        event="1" * 64,
        reviewer="Ana Sousa <ana@desk.example>",
        scale=ScaleId("truth"),
        rating=Rating(code="true", label="True", meaning="Right.", tone=Tone.TRUE, value=5),
        because="First look.",
        time="2024-03-02T10:00:00.000Z",
        standing=False,
    )
    new = VerdictRecord(
        event="2" * 64,
        reviewer="Ana Sousa <ana@desk.example>",
        scale=ScaleId("truth"),
        rating=FALSE,
        because="The log has 12%.\n\n1. It counts *every* departure.",
        time="2024-03-04T09:12:44.120Z",
        standing=True,
    )
    page = EvidenceRecord(
        ref="3.2.1",
        id=EvidenceId("d" * 64),
        claim=ClaimId("a" * 64),
        source="https://port.example/log(2023)",
        stance=Stance.REFUTES,
        url="https://port.example/log(2023)",
        capture=Capture(
            media_type="text/html",
            raw="9f2c" * 16,
            text="ab" * 32,
            retrieved="2024-03-03T16:20:05.000Z",
            final_url="https://port.example/log",
            redirects=("https://port.example/old",),
            status=200,
        ),
        quotes=(QuoteSelector(exact="12% of trips", result=QuoteResult.FOUND, start=9, end=21),),
        title="Departures [2023] | the log",
        author=None,
        published="2024-01-15",
        guessed=("published",),
        note=None,
        attached_by="Ben",
        attached_at="2024-03-03T16:21:00.000Z",
        withdrawn_because=None,
    )
    withdrawn = EvidenceRecord(
        ref="3.2.2",
        id=EvidenceId("e" * 64),
        claim=ClaimId("a" * 64),
        source="buses.txt",
        stance=Stance.SUPPORTS,
        url=None,
        capture=None,
        quotes=(),
        title=None,
        author=None,
        published=None,
        guessed=(),
        note=None,
        attached_by="Ben",
        attached_at="2024-03-03T17:00:00.000Z",
        withdrawn_because="It is about buses.",
    )
    return ClaimRecord(
        ref="3.2",
        id=ClaimId("a" * 64),
        article=ArticleId("b" * 64),
        article_number=3,
        number=2,
        text="Half of all crossings left late.",
        quote=QUOTE,
        spans=(Span(0, 31),),
        sentence=Span(0, 48),
        speaker="the mayor",
        speaker_span=Span(33, 42),
        attribution_span=Span(33, 47),
        cue="say",
        kind=ClaimKind.QUANTITY,
        checkable=True,
        checkworthiness=0.92,
        reasons=("a share of a whole", "past fact"),
        needs_context=False,
        status=ClaimStatus.CHECKED,
        edited=False,
        retracted_because=None,
        version=1,
        outdated=False,
        verdicts=(old, new),
        evidence=(page, withdrawn),
        rating=FALSE,
        spoken=1,
    )


@pytest.fixture
def article() -> ArticleRecord:
    """Return the article of the claim."""
    return ArticleRecord(
        number=3,
        id=ArticleId("b" * 64),
        title="Late ferries",
        source="ferries.txt",
        url=None,
        author="N. Okafor",
        published="2024-03-01",
        published_guessed=True,
        language="en",
        media_type="text/plain",
        added_by="Ana Sousa <ana@desk.example>",
        added_at="2024-03-01T08:00:00.000Z",
        splitter="1",
        version=1,
        text="b" * 64,
        capture=None,
        claims=1,
        checked=1,
        disputed=0,
        open=0,
    )


@pytest.fixture
def report(article: ArticleRecord, claim: ClaimRecord) -> ArticleReport:
    """Return the article with the claim."""
    return ArticleReport(article=article, text=TEXT, claims=(claim,))
