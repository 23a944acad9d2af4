"""A check of many links that is killed loses little, and is gone on with."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from claimledger.domain.evidence import Stance
from claimledger.ledger import Ledger
from claimledger.ledger.intake import captured_article
from claimledger.ledger.sourcing import evidence_act

LINKS = 120
DELAY = 0.04
"""Seconds that the server takes for an answer; a host is asked one thing at a time."""


class Slow(BaseHTTPRequestHandler):
    """Answers after a while."""

    def do_GET(self) -> None:
        """Serve a short page."""
        time.sleep(DELAY)
        body = b"<p>The bridge cost 12 million euros, and nobody objected in the council.</p>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Slow) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def path(tmp_path: Path, address: str) -> Path:
    """A ledger with many links on one site."""
    article = tmp_path / "bridge.txt"
    article.write_text("The bridge cost 12 million euros.\n", encoding="utf-8")
    with Ledger.open(tmp_path / "ledger.db", reviewer="First reader", create=True) as ledger:
        ledger.add_article(captured_article(str(article)))
        for n in range(LINKS):
            source = evidence_act(f"{address}/{n}", stance=Stance.SUPPORTS, fetch=False)
            ledger.attach("1.1", source)
    return tmp_path / "ledger.db"


def check(path: Path) -> subprocess.Popen[str]:
    """Start a check as a person would."""
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "claimledger", "--db", str(path), "--as", "First reader"),
            *("evidence", "check", "--allow-private", "--pace", "0"),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def checked(path: Path) -> list[str]:
    """Return the round that each check on record belongs to."""
    with closing(sqlite3.connect(path)) as sql:
        return [run for (run,) in sql.execute("SELECT run FROM checks")]


@pytest.mark.slow
def test_a_check_that_is_killed_is_gone_on_with(path: Path) -> None:
    first = check(path)
    deadline = time.monotonic() + 60
    while not checked(path) and time.monotonic() < deadline:
        time.sleep(0.05)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    before = checked(path)
    assert 0 < len(before) < LINKS

    out, err = check(path).communicate(timeout=120)
    after = checked(path)
    assert f"{LINKS - len(before)} links of {LINKS} left" in err, out
    assert len(after) == LINKS
    assert len(set(after)) == 1, "all of them belong to one round"
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.verify() == []
