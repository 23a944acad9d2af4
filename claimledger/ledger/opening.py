"""What ``evidence open`` opens: the page of today at its quote, or what was captured."""

from __future__ import annotations

import html
import tempfile
from mimetypes import guess_extension
from pathlib import Path
from typing import TYPE_CHECKING

from claimledger.errors import ConflictError

if TYPE_CHECKING:
    from claimledger.domain.records import EvidenceRecord
    from claimledger.ledger.reading import LedgerReader

_SUFFIXES = {"application/pdf": ".pdf", "text/html": ".html", "text/markdown": ".md"}
_FRAME = """<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'">
<title>{title}</title>
<style>body{{margin:0}}
p{{margin:0;padding:.6em 1em;background:#eee;color:#222;font:14px sans-serif}}
iframe{{border:0;width:100%;height:calc(100vh - 3em)}}</style>
<p>{about}</p><iframe sandbox srcdoc="{page}"></iframe>
"""


def _suffix(media_type: str) -> str:
    if media_type in _SUFFIXES:
        return _SUFFIXES[media_type]
    return ".txt" if media_type.startswith("text/") else guess_extension(media_type) or ".bin"


def address_of(ledger: LedgerReader, evidence: EvidenceRecord) -> str:
    """Return the address of a source, with a text fragment that leads to its first quote.

    Raises:
        ConflictError: It has none.
    """
    from claimledger.domain.outside import link

    target = link(evidence.url)
    if target is None:
        raise ConflictError(
            f"Evidence {evidence.ref} has no address: it is the file {evidence.source}.",
            hint=f"See what was captured: claimledger evidence open --snapshot {evidence.ref}.",
        )
    return fragment_of(ledger, evidence, target) or target


def fragment_of(ledger: LedgerReader, evidence: EvidenceRecord, target: str) -> str | None:
    """Return a link to the first quote that stands in the captured text of a page."""
    from claimledger.capture.fragments import text_fragment
    from claimledger.capture.quotes import QuoteMatch
    from claimledger.domain.evidence import Likeness
    from claimledger.domain.text import Span

    capture = evidence.capture
    if capture is None or capture.text is None or capture.media_type != "text/html":
        return None
    text = (ledger.blob(capture.text) or b"").decode()
    for quote in evidence.quotes:
        if quote.start is not None and quote.end is not None:
            match = QuoteMatch(
                span=Span(quote.start, quote.end),
                exact=text[quote.start : quote.end],
                prefix=quote.prefix,
                suffix=quote.suffix,
                likeness=quote.likeness or Likeness.EXACT,
                similarity=quote.similarity,
            )
            return text_fragment(target, match, text)
    return None


def saved_copy(ledger: LedgerReader, evidence: EvidenceRecord) -> str:
    """Write what was captured into a file of its own and return its address.

    A web page is put into a frame in which no script runs and nothing is fetched: it is a
    stranger's, and would run with the rights of a local file.

    Raises:
        ConflictError: Nothing was captured, or its bytes are not kept here.
    """
    capture = evidence.capture
    data = None if capture is None else ledger.blob(capture.raw)
    if capture is None or data is None:
        raise ConflictError(
            f"There is no snapshot of evidence {evidence.ref}: only the link is on record.",
            hint=f"Open the page itself: claimledger evidence open {evidence.ref}.",
        )
    folder = Path(tempfile.mkdtemp(prefix="claimledger-"))
    path = folder / f"{capture.raw[:16]}{_suffix(capture.media_type)}"
    if capture.media_type == "text/html":
        about = f"{evidence.url or evidence.source}, captured {capture.retrieved}"
        path.write_text(
            _FRAME.format(
                title=html.escape(evidence.title or evidence.source),
                about=html.escape(f"{about}, SHA-256 {capture.raw}"),
                page=html.escape(data.decode("utf-8", "replace")),
            ),
            encoding="utf-8",
        )
    else:
        path.write_bytes(data)
    return path.as_uri()
