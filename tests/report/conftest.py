"""An article under review, and a console that prints the same everywhere.

Golden files hold what a terminal gets, byte for byte. After a change that was meant, run
the tests once with ``CLAIMLEDGER_REWRITE_GOLDEN=1``, and read the difference before it
is kept.
"""

from __future__ import annotations

import dataclasses
import io
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console, RenderableType

from claimledger.domain.articles import ArticleId
from claimledger.domain.claims import ClaimId, ClaimKind
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
from claimledger.domain.scales import Rating, Scale, ScaleId, Tone
from claimledger.domain.text import Span
from claimledger.domain.verdicts import outcome_of

GOLDEN = Path(__file__).parent / "golden"
ANA, BEN = "Ana Sousa <ana@desk.example>", "Ben Haddad <ben@desk.example>"

TEXT = """\
Half the ferries are late, says mayor

The city's ferries carried 1.2 million people in 2023. Half of all crossings left late, \
Mayor Rosa Lindqvist said on Tuesday, "because the port has no second pier".

The port authority, which opened the pier in 1994, disagrees. Ferries are the best way \
to see the harbour.
"""

SCALE = Scale(
    id=ScaleId("truth"),
    version=2,
    title="How true it is",
    ordered=True,
    ratings=(
        Rating(code="true", label="True", meaning="Right as it stands.", tone=Tone.TRUE, value=5),
        Rating(
            code="mostly-true",
            label="Mostly true",
            meaning="Right, but it needs more to be understood.",
            tone=Tone.MOSTLY_TRUE,
            value=4,
        ),
        Rating(
            code="half-true",
            label="Half true",
            meaning="Right in part; what is left out changes it.",
            tone=Tone.MIXED,
            value=3,
        ),
        Rating(
            code="mostly-false",
            label="Mostly false",
            meaning="Some of it is right, but it misleads.",
            tone=Tone.MOSTLY_FALSE,
            value=2,
        ),
        Rating(code="false", label="False", meaning="Wrong.", tone=Tone.FALSE, value=1),
        Rating(
            code="unproven",
            label="Not enough evidence",
            meaning="Nothing found settles it.",
            tone=Tone.UNKNOWN,
        ),
    ),
)


def verdict(rating: str, reviewer: str = ANA, **changes: Any) -> VerdictRecord:
    """Build a verdict of March 2024."""
    values: dict[str, Any] = {
        "event": "e" * 64,
        "reviewer": reviewer,
        "scale": SCALE.id,
        "rating": SCALE.rating(rating),
        "because": "The timetable and the port's log agree.",
        "time": "2024-03-04T09:12:44.120Z",
        "standing": True,
    }
    return VerdictRecord(**(values | changes))


def evidence(ref: str, stance: Stance, **changes: Any) -> EvidenceRecord:
    """Build a captured web page with one quote that was found."""
    values: dict[str, Any] = {
        "ref": ref,
        "id": EvidenceId("d" * 64),
        "claim": ClaimId("c" * 64),
        "source": "https://port.example/log/2023",
        "stance": stance,
        "url": "https://port.example/log/2023",
        "capture": Capture(
            media_type="text/html",
            raw="9f2c" * 16,
            text="ab" * 32,
            retrieved="2024-03-03T16:20:05.000Z",
            final_url="https://port.example/log/2023",
            status=200,
        ),
        "quotes": (
            QuoteSelector(exact="48% of departures", result=QuoteResult.FOUND, start=9, end=26),
        ),
        "title": "Departures in 2023: the harbour log",
        "author": "Port authority",
        "published": "2024-01-15",
        "guessed": ("published",),
        "note": None,
        "attached_by": ANA,
        "attached_at": "2024-03-03T16:21:00.000Z",
        "withdrawn_because": None,
    }
    return EvidenceRecord(**(values | changes))


def claim(number: int, text: str, quote: str = "", **changes: Any) -> ClaimRecord:
    """Build a claim of article 3, at the place where the text says ``quote``."""
    start = TEXT.find(quote)
    spans = (Span(start, start + len(quote)),) if quote else ()
    standing = [v for v in changes.get("verdicts", ()) if v.standing]
    outcome = outcome_of(
        [(v.scale, v.rating.code) for v in standing],
        retracted=changes.get("retracted_because") is not None,
    )
    ratings = {(v.scale, v.rating.code): v.rating for v in standing}
    values: dict[str, Any] = {
        "ref": f"3.{number}",
        "id": ClaimId(f"{number:064x}"),
        "article": ArticleId("b" * 64),
        "article_number": 3,
        "number": number,
        "text": text,
        "quote": quote,
        "spans": spans,
        "sentence": spans[0] if spans else None,
        "speaker": None,
        "speaker_span": None,
        "attribution_span": None,
        "cue": None,
        "kind": ClaimKind.FACT,
        "checkable": True,
        "checkworthiness": 0.5,
        "reasons": (),
        "needs_context": False,
        "status": outcome.status,
        "rating": None if outcome.rating is None else ratings[outcome.rating],
        "spoken": len(standing),
        "edited": False,
        "retracted_because": None,
        "version": 1,
        "outdated": False,
        "verdicts": (),
        "evidence": (),
    }
    return ClaimRecord(**(values | changes))


ARTICLE = ArticleRecord(
    number=3,
    id=ArticleId("b" * 64),
    title="Half the ferries are late, says mayor",
    source="https://news.example/ferries",
    url="https://news.example/ferries",
    author="Nadia Okafor",
    published="2024-03-01",
    published_guessed=True,
    language="en",
    media_type="text/html",
    added_by=ANA,
    added_at="2024-03-01T08:00:00.000Z",
    splitter="1",
    version=1,
    text="b" * 64,
    capture=None,
    claims=5,
    checked=2,
    disputed=1,
    open=2,
)

CLAIMS = (
    claim(
        1,
        "The city's ferries carried 1.2 million people in 2023.",
        "The city's ferries carried 1.2 million people in 2023",
        kind=ClaimKind.QUANTITY,
        checkworthiness=0.81,
        reasons=("a number", "a public service"),
        verdicts=(
            verdict("true"),
            verdict("true", BEN, time="2024-03-05T11:04:00.000Z"),
        ),
        evidence=(evidence("3.1.1", Stance.SUPPORTS), evidence("3.1.2", Stance.SUPPORTS)),
    ),
    claim(
        2,
        "Half of all crossings by the city's ferries left late.",
        "Half of all crossings left late",
        speaker="Mayor Rosa Lindqvist",
        cue="say",
        kind=ClaimKind.QUANTITY,
        checkworthiness=0.92,
        reasons=("a share of a whole",),
        verdicts=(
            verdict(
                "false",
                because="Read from the wrong column.",
                time="2024-03-02T10:00:00.000Z",
                standing=False,
            ),
            verdict("mostly-true", because="The log has 48%.\n\nCancelled trips are not in it."),
        ),
        evidence=(
            evidence("3.2.1", Stance.SUPPORTS),
            evidence(
                "3.2.2",
                Stance.CONTEXT,
                source="timetable.pdf",
                url=None,
                capture=None,
                title=None,
                author=None,
                published=None,
                guessed=(),
                quotes=(),
                note="What counts as late is on page 2.",
            ),
            evidence(
                "3.2.3",
                Stance.REFUTES,
                quotes=(QuoteSelector(exact="a third", result=QuoteResult.NOT_FOUND),),
                withdrawn_because="It is about buses.",
            ),
        ),
    ),
    claim(
        3,
        "Half of all crossings left late because the port has no second pier.",
        "because the port has no second pier",
        speaker="Mayor Rosa Lindqvist",
        cue="say",
        kind=ClaimKind.CAUSAL,
        checkworthiness=0.64,
        verdicts=(
            verdict("half-true"),
            verdict("unproven", BEN, time="2024-03-05T11:15:00.000Z"),
        ),
        evidence=(evidence("3.3.1", Stance.SUPPORTS), evidence("3.3.2", Stance.REFUTES)),
    ),
    claim(
        4,
        "The port authority opened the pier in 1994.",
        "opened the pier in 1994",
        kind=ClaimKind.EVENT,
        checkworthiness=0.58,
        needs_context=True,
    ),
    claim(
        5,
        "Ferries are the best way to see the harbour.",
        "Ferries are the best way to see the harbour",
        kind=ClaimKind.OPINION,
        checkable=False,
        checkworthiness=0.07,
        reasons=("an opinion",),
    ),
    claim(6, "The mayor spoke on Tuesday.", retracted_because="No one would check it."),
)

REPORT = ArticleReport(article=ARTICLE, text=TEXT, claims=CLAIMS)


@pytest.fixture
def report() -> ArticleReport:
    """Return an article with claims in every state but settled."""
    return REPORT


@pytest.fixture
def scale() -> Scale:
    """Return the scale that the verdicts use."""
    return SCALE


@pytest.fixture
def claim_with() -> Callable[..., ClaimRecord]:
    """Return a function that builds a claim with some fields changed."""

    def build(**changes: Any) -> ClaimRecord:
        return dataclasses.replace(CLAIMS[3], **changes)

    return build


@pytest.fixture
def verdict_of() -> Callable[..., VerdictRecord]:
    """Return the function that builds a verdict from a rating's code and a reviewer."""
    return verdict


@pytest.fixture
def evidence_of() -> Callable[..., EvidenceRecord]:
    """Return the function that builds evidence from its ref and stance."""
    return evidence


def terminal(width: int) -> Console:
    """Return a colour terminal that does not look at the machine it runs on."""
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
        _environ={},
    )


@pytest.fixture(scope="session")
def printed() -> Callable[[RenderableType, int], str]:
    """Return a function that prints in colour; the ids of hyperlinks, which are random, are 0."""

    def show(renderable: RenderableType, width: int) -> str:
        console = terminal(width)
        console.print(renderable)
        assert isinstance(console.file, io.StringIO)
        return re.sub(r"\x1b]8;id=\d+;", "\x1b]8;id=0;", console.file.getvalue())

    return show


@pytest.fixture(scope="session")
def plain() -> Callable[[RenderableType, int], str]:
    """Return a function that prints without colour, without spaces at the ends of lines."""

    def show(renderable: RenderableType, width: int) -> str:
        console = Console(file=io.StringIO(), width=width, color_system=None, _environ={})
        console.print(renderable)
        assert isinstance(console.file, io.StringIO)
        return "\n".join(row.rstrip() for row in console.file.getvalue().splitlines())

    return show


@pytest.fixture
def golden(
    printed: Callable[[RenderableType, int], str],
) -> Callable[[str, RenderableType, int], None]:
    """Return a function that compares a view with its golden file, or rewrites the file."""

    def compare(view: str, renderable: RenderableType, width: int) -> None:
        path, output = GOLDEN / f"{view}-{width}.ansi", printed(renderable, width)
        if os.environ.get("CLAIMLEDGER_REWRITE_GOLDEN"):
            path.write_text(output, encoding="utf-8", newline="")
        assert output == path.read_bytes().decode(), f"{path.name}: see tests/report/conftest.py"

    return compare
