"""Copies at the Wayback Machine, looked for at a server that answers like it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

Run = Callable[..., Any]

PAGE = "https://alder.example/accounts"
COPY = "http://web.archive.org/web/20260102030405/https://alder.example/accounts"


class Archive(BaseHTTPRequestHandler):
    """Has a copy of one page."""

    def do_GET(self) -> None:
        """Answer as the availability API does."""
        [asked] = parse_qs(urlsplit(self.path).query)["url"]
        closest = {"available": True, "url": COPY, "timestamp": "20260102030405", "status": "200"}
        snapshots = {"closest": closest} if asked == PAGE else {}
        body = json.dumps({"url": asked, "archived_snapshots": snapshots}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture(autouse=True)
def archive(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Archive) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        monkeypatch.setenv("CLAIMLEDGER_WAYBACK_URL", address)
        monkeypatch.setenv("CLAIMLEDGER_WAYBACK_AVAILABLE_URL", f"{address}/wayback/available")
        yield
        server.shutdown()
        thread.join()


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Run:
    """A ledger with a claim."""
    (tmp_path / "bridge.txt").write_text("The bridge cost 12 million euros.\n", encoding="utf-8")
    assert run("add", "bridge.txt").code == 0
    return run


def test_a_copy_that_is_there_is_found_and_cited(ledger: Run) -> None:
    assert ledger("attach", "1.1", PAGE, "--supports", "--no-fetch").code == 0
    done = ledger("evidence", "archive", "1.1", "--find", "--format", "json")
    [archive] = json.loads(done.out)[0]["archives"]
    assert (archive["service"], archive["state"]) == ("wayback", "found")
    assert archive["url"] == COPY.replace("http:", "https:", 1)
    assert archive["url"] in ledger("evidence", "cite", "1.1.1").out
    assert archive["url"] in ledger("show", "1.1").out.replace("\n", "").replace(" ", "")


def test_no_copy_is_told_and_recorded(ledger: Run) -> None:
    other = "https://alder.example/other"
    assert ledger("attach", "1.1", other, "--supports", "--no-fetch").code == 0
    done = ledger("evidence", "archive", "1.1", "--find", "--format", "json")
    assert (done.code, json.loads(done.out)[0]["archives"][0]["state"]) == (1, "failed")


def test_a_page_of_the_own_network_is_never_named_to_an_archive(ledger: Run) -> None:
    inside = "http://192.168.1.4/minutes"
    assert ledger("attach", "1.1", inside, "--supports", "--no-fetch").code == 0
    done = ledger("evidence", "archive", "1.1", "--find")
    assert done.code == 2
    assert "private" in done.err
