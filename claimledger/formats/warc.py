"""WARC: snapshots as archives and replay tools read them (ISO 28500).

Bodies are kept as they were read, with gzip and deflate undone. So a response is written with
the length it has now, and what the server said of coding and length stands beside it under
``X-Archive-Orig-``, the name that replay tools know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, Final
from urllib.parse import urlsplit

from claimledger.domain.evidence import Capture, Hop
from claimledger.domain.records import EvidenceRecord
from claimledger.errors import UsageError

if TYPE_CHECKING:
    from warcio.warcwriter import WARCWriter

_CHANGED: Final = frozenset({"content-encoding", "content-length", "transfer-encoding"})
_WHOLE_SECOND: Final = len("2026-01-31T10:20:30")


def write_warc(
    evidence: Iterable[EvidenceRecord],
    stream: BinaryIO,
    *,
    read: Callable[[str], bytes | None],
    software: str,
) -> int:
    """Write each snapshot once, a request and a response for every hop; return how many.

    A file that was not fetched becomes a ``resource``. ``read`` gives the bytes under a hash,
    None where they are not kept here; such a snapshot is left out.

    Raises:
        UsageError: warcio is not installed.
    """
    try:
        from warcio.warcwriter import WARCWriter
    except ImportError as error:
        raise UsageError(
            "Writing WARC files needs the package warcio.",
            hint='Install it with: pip install "claimledger[warc]".',
        ) from error
    writer = WARCWriter(stream, gzip=True)
    writer.write_record(
        writer.create_warcinfo_record("", {"software": software, "format": "WARC File Format 1.0"})
    )
    done: set[tuple[str, str]] = set()
    for one in evidence:
        capture = one.capture
        if capture is None or (capture.retrieved, capture.raw) in done:
            continue
        body = read(capture.raw)
        if body is None:
            continue
        done.add((capture.retrieved, capture.raw))
        if capture.hops:
            _write_hops(writer, capture, body)
        else:
            _write_resource(writer, one, capture, body)
    return len(done)


def _write_hops(writer: WARCWriter, capture: Capture, body: bytes) -> None:
    for number, hop in enumerate(capture.hops, start=1):
        payload = body if number == len(capture.hops) else b""
        response = writer.create_warc_record(
            hop.url,
            "response",
            payload=BytesIO(payload),
            length=len(payload),
            http_headers=_response_headers(hop, len(payload)),
            warc_headers_dict={"WARC-Date": _date(capture)},
        )
        request = writer.create_warc_record(
            hop.url,
            "request",
            payload=BytesIO(),
            length=0,
            http_headers=_request_headers(hop),
            warc_headers_dict={"WARC-Date": _date(capture)},
        )
        writer.write_request_response_pair(request, response)


def _write_resource(
    writer: WARCWriter, evidence: EvidenceRecord, capture: Capture, body: bytes
) -> None:
    writer.write_record(
        writer.create_warc_record(
            capture.final_url or f"urn:sha256:{capture.raw}",
            "resource",
            payload=BytesIO(body),
            length=len(body),
            warc_content_type=capture.media_type,
            warc_headers_dict={"WARC-Date": _date(capture), "WARC-Evidence-Id": evidence.id},
        )
    )


def _response_headers(hop: Hop, length: int) -> object:
    from warcio.statusandheaders import StatusAndHeaders

    headers = [
        (f"X-Archive-Orig-{name}" if name.lower() in _CHANGED else name, _latin(value))
        for name, value in hop.headers
    ]
    return StatusAndHeaders(
        str(hop.status), [*headers, ("Content-Length", str(length))], protocol="HTTP/1.1"
    )


def _request_headers(hop: Hop) -> object:
    from warcio.statusandheaders import StatusAndHeaders

    parts = urlsplit(hop.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    host = parts.netloc.rpartition("@")[2]
    return StatusAndHeaders(
        f"GET {path} HTTP/1.1", [("Host", host)], protocol="", is_http_request=True
    )


def _latin(value: str) -> str:
    """Return a header as one line that HTTP can carry."""
    return " ".join(value.encode("latin-1", "replace").decode("latin-1").split())


def _date(capture: Capture) -> str:
    return capture.retrieved[:_WHOLE_SECOND] + "Z"
