"""A real web server on loopback that misbehaves in the ways servers do."""

from __future__ import annotations

import contextlib
import gzip
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

import pytest

from claimledger.capture.addresses import why_blocked

ARTICLE = """<!doctype html><html><head><title>Jobs up - The Daily</title>
<meta charset="utf-8"><meta name="author" content="Jane Doe">
<meta property="og:title" content="Jobs are up">
<meta property="article:published_time" content="2024-03-05T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Jobs are up</h1>
<p>Unemployment in the region fell to <b>five percent</b> last year, said
<a href="/council">the council</a> on Tuesday.</p>
<p>“We are pleased,” said the mayor, Ana Núñez. The opposition disagreed with her
and asked for the figures to be published in full.</p>
<p>The figures cover the twelve months to December and leave out seasonal work.</p>
</article><footer>Imprint and cookies</footer></body></html>"""


class Site(ThreadingHTTPServer):
    """The server, with a record of what it was asked."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, address: str = "127.0.0.1") -> None:
        """Take any free port."""
        super().__init__((address, 0), _Handler)
        self.seen: list[tuple[str, str, dict[str, str]]] = []
        """Method, path and headers of every request."""
        self.forms: list[str] = []
        """Bodies of what was posted."""
        self.pages = dict(_PAGES)
        """By path; one that ends in ``/*`` stands for all below it."""
        self.connections = 0
        self.stopped = threading.Event()

    def serve(
        self, path: str, body: str | bytes, media_type: str = "text/html", **more: Any
    ) -> str:
        """Put a page of one's own there; ``status`` and headers may be given."""
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = _fixed(data, media_type, **more)
        return self.url(path)

    def asked_for(self, path: str) -> int:
        """Count the requests for a path."""
        return sum(seen.partition("?")[0] == path for _, seen, _ in self.seen)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    def url(self, path: str) -> str:
        """Give the address of one of its pages."""
        return f"http://{self.server_address[0]!s}:{self.port}{path}"

    def verify_request(self, request: object, client_address: object) -> bool:  # noqa: ARG002
        """Count a connection, whether or not it asks for anything."""
        self.connections += 1
        return True

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay quiet when a client hangs up: that is what clients should do here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        self.server.seen.append((self.command, self.path, dict(self.headers)))
        path, _, query = self.path.partition("?")
        pages = self.server.pages
        page = pages.get(path) or pages.get(f"{path.rpartition('/')[0]}/*")
        if page is not None:
            page(self, query)
        elif path.startswith("http://"):
            self.answer(200, f"by proxy: {path}".encode(), "text/plain")
        else:
            self.answer(404, b"Not found", "text/plain")

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        self.server.forms.append(self.rfile.read(length).decode())
        self.do_GET()

    def do_HEAD(self) -> None:
        self.server.seen.append(("HEAD", self.path, dict(self.headers)))
        self.answer(405, b"", "text/plain")

    def answer(self, status: int, body: bytes, media_type: str, **headers: str) -> None:
        self.send_response(status)
        if media_type:
            self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, location: str, status: int = 302) -> None:
        self.answer(status, b"", "", Location=location)

    def start_endless(self, media_type: str = "text/html") -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True

    def pour(self, piece: bytes, *, pause: float) -> None:
        """Write until the client hangs up."""
        with contextlib.suppress(OSError):
            while not self.server.stopped.wait(pause):
                self.wfile.write(piece)
                self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


_Page = Callable[[_Handler, str], None]


def _fixed(body: bytes, media_type: str, status: int = 200, **headers: str) -> _Page:
    return lambda handler, _: handler.answer(status, body, media_type, **headers)


def _to(location: str, status: int = 302) -> _Page:
    return lambda handler, _: handler.redirect(location, status)


def _count_down(handler: _Handler, query: str) -> None:
    left = int(query)
    handler.redirect(f"/count-down?{left - 1}" if left > 1 else "/text")


def _bomb(handler: _Handler, _: str) -> None:
    member = gzip.compress(bytes(10_000_000))
    handler.answer(200, member * 20, "text/html", Content_Encoding="gzip")


def _redirect_bomb(handler: _Handler, _: str) -> None:
    member = gzip.compress(bytes(10_000_000))
    handler.answer(302, member * 20, "text/html", Content_Encoding="gzip", Location="/text")


def _endless(handler: _Handler, _: str) -> None:
    handler.start_endless()
    handler.pour(b"<p>and so on</p>" * 4096, pause=0)


def _announced(handler: _Handler, _: str) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10000001\r\n\r\n")
    handler.server.stopped.wait(5)


def _drip(handler: _Handler, _: str) -> None:
    handler.start_endless()
    handler.pour(b".", pause=0.02)


def _slow_headers(handler: _Handler, _: str) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    handler.pour(b".", pause=0.02)


def _silent(handler: _Handler, _: str) -> None:
    handler.server.stopped.wait(5)


def _slow_chunk_size(handler: _Handler, _: str) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    handler.pour(b"0", pause=0.02)


def _cut_short(handler: _Handler, _: str) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nOnly this.")
    handler.close_connection = True


def _bad_chunks(handler: _Handler, _: str) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n")
    handler.close_connection = True


def _says_less(handler: _Handler, _: str) -> None:
    handler.wfile.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nFive percent."
    )
    handler.close_connection = True


def _many_headers(handler: _Handler, query: str) -> None:
    handler.answer(200, b"Five.", "text/plain", **{f"X_{n}": "x" * 990 for n in range(int(query))})


def _long_header(handler: _Handler, _: str) -> None:
    handler.answer(200, b"Five.", "text/plain", X_Long="x" * 70_000)


def _reset(handler: _Handler, _: str) -> None:
    linger = struct.pack("ii", 1, 0)  # close with a reset
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    handler.connection.close()
    handler.close_connection = True


def _not_http(handler: _Handler, _: str) -> None:
    handler.wfile.write(b"220 smtp.example ESMTP\r\n250 OK\r\n")
    handler.close_connection = True


def _cookie_wall(handler: _Handler, query: str) -> None:
    if query:
        handler.answer(200, b"Inside.", "text/plain")
    else:
        handler.answer(302, b"", "", Location="/cookie-wall?in", Set_Cookie="id=7; Path=/")


def _sometimes(handler: _Handler, _: str) -> None:
    """Answer to whoever knows the newest version that nothing is newer."""
    if handler.headers.get("If-None-Match") == '"v1"':
        handler.answer(304, b"", "", ETag='"v1"')
    else:
        handler.answer(200, ARTICLE.encode(), "text/html", ETag='"v1"')


def _big(handler: _Handler, _: str) -> None:
    sentence = "<div><p>Line {} says that the council spent {} euros on roads last year.</p></div>"
    body = "".join(sentence.format(n, n) for n in range(62_000))
    handler.answer(200, f"<html><body>{body}</body></html>".encode(), "text/html")


_PAGES: dict[str, _Page] = {
    "/article": _fixed(ARTICLE.encode(), "text/html; charset=utf-8"),
    "/wrong-charset": _fixed(ARTICLE.encode(), "text/html; charset=iso-8859-1"),
    "/no-charset": _fixed(ARTICLE.encode(), "text/html"),
    "/latin-1": _fixed(
        ARTICLE.replace('<meta charset="utf-8">', "").encode("cp1252"),
        "text/html; charset=ISO-8859-1",
    ),
    "/text": _fixed("Fünf Prozent.\r\n".encode(), "text/plain; charset=utf-8"),
    "/latin-1-text": _fixed("Fünf Prozent.".encode("latin-1"), "text/plain; charset=latin-1"),
    "/empty": _fixed(b"", "text/html"),
    "/json": _fixed(b'{"a": 1}', "application/json"),
    "/gone": _fixed(b"Gone", "text/html", 410),
    "/forbidden": _fixed(b"No", "text/html", 403),
    "/broken": _fixed(b"Oops", "text/html", 500),
    "/busy": _fixed(b"Later", "text/html", 429, Retry_After="120"),
    "/gzip": _fixed(gzip.compress(b"Small and packed."), "text/plain", Content_Encoding="gzip"),
    "/bad-gzip": _fixed(b"not gzip at all", "text/plain", Content_Encoding="gzip"),
    "/brotli": _fixed(b"\x0b\x02\x80abc\x03", "text/plain", Content_Encoding="br"),
    "/cookie": _fixed(b"Have a cookie.", "text/plain", Set_Cookie="id=7; Path=/"),
    "/moved": _to("/text", 301),
    "/moved-twice": _to("moved", 307),
    "/no-location": _fixed(b"", "text/html", 302),
    "/loop": _to("/loop-back"),
    "/loop-back": _to("/loop"),
    "/count-down": _count_down,
    "/to-metadata": _to("http://169.254.169.254/latest/meta-data/"),
    "/to-file": _to("file:///etc/passwd"),
    "/to-password": _to("http://user:secret@127.0.0.1/"),
    "/to-nonsense": _to("http://[nonsense/"),
    "/to-anywhere": lambda handler, query: handler.redirect(unquote(query)),
    "/bomb": _bomb,
    "/redirect-bomb": _redirect_bomb,
    "/endless": _endless,
    "/announced": _announced,
    "/drip": _drip,
    "/slow-headers": _slow_headers,
    "/silent": _silent,
    "/slow-chunk-size": _slow_chunk_size,
    "/cut-short": _cut_short,
    "/big": _big,
    "/bad-chunks": _bad_chunks,
    "/says-less": _says_less,
    "/many-headers": _many_headers,
    "/long-header": _long_header,
    "/reset": _reset,
    "/not-http": _not_http,
    "/cookie-wall": _cookie_wall,
    "/versions": _sometimes,
    "/versions-elsewhere": _to("/versions"),
    "/html-as-text": _fixed(ARTICLE.encode(), "text/plain"),
    "/to-unicode": _to("/gr\u00fc\u00dfe".encode().decode("latin-1")),
    "/gr%C3%BC%C3%9Fe": _fixed(b"Five.", "text/plain"),
}


@contextlib.contextmanager
def _serving(address: str) -> Iterator[Site]:
    with Site(address) as server:
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        serving.start()
        yield server
        server.stopped.set()
        server.shutdown()
        serving.join()


@pytest.fixture
def site() -> Iterator[Site]:
    with _serving("127.0.0.1") as server:
        yield server


STAND_IN = "127.0.0.2"
"""A loopback address that plays a public one."""


@pytest.fixture
def public_site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server at an address that counts as public, since no test may ask a real one."""
    from claimledger.capture import guard

    def stood_in_for(address: str, *, allow_private: bool = False) -> str:
        return "" if address == STAND_IN else why_blocked(address, allow_private=allow_private)

    monkeypatch.setattr(guard, "why_blocked", stood_in_for)
    try:
        socket.create_server((STAND_IN, 0)).close()
    except OSError:
        pytest.skip(f"this system has no {STAND_IN}")
    with _serving(STAND_IN) as server:
        yield server


class Canary:
    """A port on loopback, in both families, that notices whoever connects."""

    def __init__(self) -> None:
        """Listen, and take no one in."""
        self._listening = [socket.create_server(("127.0.0.1", 0))]
        self.port = int(self._listening[0].getsockname()[1])
        with contextlib.suppress(OSError):  # not every machine has IPv6, nor this port free
            six = socket.create_server(("::1", self.port), family=socket.AF_INET6)
            self._listening.append(six)
        self.has_six = len(self._listening) > 1

    def was_reached(self) -> bool:
        """Tell whether anyone has connected."""
        for listening in self._listening:
            listening.settimeout(0)
            with contextlib.suppress(BlockingIOError):
                listening.accept()[0].close()
                return True
        return False

    def close(self) -> None:
        """Stop listening."""
        for listening in self._listening:
            listening.close()


@pytest.fixture
def canary() -> Iterator[Canary]:
    with contextlib.closing(Canary()) as listening:
        yield listening


@pytest.fixture
def slow_handshake() -> Iterator[int]:
    """A port where a TLS handshake begins and never ends."""
    stopped = threading.Event()

    def drip(listening: socket.socket) -> None:
        with contextlib.suppress(OSError):
            connection, _ = listening.accept()
            with connection:
                connection.sendall(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc")
                while not stopped.wait(0.02):
                    connection.sendall(b"\x00")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        dripping = threading.Thread(target=drip, args=(listening,))
        dripping.start()
        yield int(listening.getsockname()[1])
        stopped.set()
    dripping.join()


class Stopwatch:
    """Seconds since it was made."""

    def __init__(self) -> None:
        """Start it."""
        self._start = time.monotonic()

    def seconds(self) -> float:
        """Tell how long it has run."""
        return time.monotonic() - self._start


@pytest.fixture
def stopwatch() -> Stopwatch:
    return Stopwatch()


def minimal_pdf(*pages: str, info: str = "", trailer: str = "") -> bytes:
    """Write a PDF by hand: one content stream a page, in one standard font."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    objects.append(f"<< {info} >>")
    kids = []
    for content in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]"
            f" /Contents {len(objects) + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    written = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(f"{len(written):010d} 00000 n \n")
        written += f"{number} 0 obj\n{content}\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>"
    return f"{written}{table}{end}\nstartxref\n{len(written)}\n%%EOF\n".encode("latin-1")


def lines(*rows: str, top: int = 720, left: int = 72) -> str:
    """Write a content stream of lines at twelve points."""
    shown = " ".join(f"({row}) Tj T*" for row in rows)
    return f"BT /F1 12 Tf {left} {top} Td 14 TL {shown} ET"


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    return minimal_pdf


@pytest.fixture
def pdf_lines() -> Callable[..., str]:
    return lines
