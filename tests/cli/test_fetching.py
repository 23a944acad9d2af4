"""Articles and evidence from the web, served on this machine."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

Run = Callable[..., Any]

PAGE = b"""<!doctype html><html lang="en"><head><title>Bridge reopens</title>
<meta name="author" content="City desk"><meta property="article:published_time"
content="2026-11-02"></head><body><nav>Menu of the day</nav><article><h1>Bridge reopens</h1>
<p>The Alder Bridge reopened on Monday after repairs that cost 12 million euros, the council
said. It had been closed for nine months, the longest closure since it was built in 1931.</p>
<p>Traffic in the old town fell by 40 percent during the works, according to the police, and
shops lost a third of their customers, the chamber of commerce estimates.</p></article>
</body></html>"""


class Site(BaseHTTPRequestHandler):
    """A small news site."""

    pages: ClassVar = {"/bridge": (200, PAGE), "/moved": (302, b""), "/gone": (404, b"Gone.")}

    def do_GET(self) -> None:
        """Serve one of the pages."""
        status, body = self.pages[self.path]
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if status == 302:
            self.send_header("Location", "/bridge")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_page_becomes_an_article_with_its_metadata(run: Run, site: str) -> None:
    done = run("add", f"{site}/moved", "--allow-private", "--format", "json")
    [article] = json.loads(done.out)

    assert article["title"] == "Bridge reopens"
    assert article["author"] == "City desk"
    assert (article["published"], article["published_guessed"]) == ("2026-11-02", True)
    assert article["url"] == f"{site}/bridge"
    assert article["claims"] >= 4


def test_evidence_is_kept_as_it_was_served(run: Run, site: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The Alder Bridge was closed for nine months.\n")
    run("add", "a.txt")
    done = run(
        *("attach", "1.1", f"{site}/moved", "--supports", "--allow-private", "-f", "json"),
        *("--quote", "closed for nine months", "--quote", "menu of the day", "--quote", "a tunnel"),
    )
    [evidence] = json.loads(done.out)
    capture = evidence["capture"]
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as ledger:
        [raw] = ledger.execute(
            "SELECT bytes FROM blobs WHERE hash = ?", (capture["raw"],)
        ).fetchone()

    assert raw == PAGE
    assert capture["raw"] == hashlib.sha256(PAGE).hexdigest()
    assert (capture["status"], capture["final_url"]) == (200, f"{site}/bridge")
    assert [quote["result"] for quote in evidence["quotes"]] == ["found", "found", "not found"]
    assert run("verify").code == 0


@pytest.mark.parametrize(
    ("page", "words"), [("/gone", "404"), ("/bridge", "--allow-private")], ids=["404", "private"]
)
def test_a_page_that_cannot_be_had_is_no_evidence(
    run: Run, site: str, tmp_path: Path, page: str, words: str
) -> None:
    (tmp_path / "a.txt").write_text("The Alder Bridge was closed for nine months.\n")
    run("add", "a.txt")
    flags = ["--allow-private"] if page == "/gone" else []
    done = run("attach", "1.1", site + page, "--supports", *flags)

    assert done.code == 1
    assert words in done.err
    assert run("evidence", "list", "--format", "ids").out == ""
