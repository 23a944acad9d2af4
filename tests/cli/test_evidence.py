"""Evidence at the keyboard: attached, read, checked, archived, cited, exported."""

from __future__ import annotations

import hashlib
import json
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

Run = Callable[..., Any]

ARTICLE = "The bridge cost 12 million euros, the council said. It opened in 1931.\n"
PAGE = """<!doctype html><html lang="en"><head><title>Accounts of 2026</title></head><body>
<article><h1>Accounts of 2026</h1><p>The council published its accounts on Monday. The repair
of the bridge cost <b>12 million</b> euros, the accounts say, “three more than planned”.</p>
<p>The accounts were audited by two firms, and nobody objected to them in the council.</p>
</article></body></html>"""


class Site(ThreadingHTTPServer):
    """A site whose page can change, move, or go."""

    def __init__(self) -> None:
        """Serve the page on this machine."""
        super().__init__(("127.0.0.1", 0), Handler)
        self.page: str | None = PAGE
        self.asked: list[str | None] = []

    @property
    def url(self) -> str:
        """The page's address."""
        return f"http://127.0.0.1:{self.server_port}/accounts"


class Handler(BaseHTTPRequestHandler):
    """Answers with the page, or says that it has not changed."""

    server: Site

    def do_GET(self) -> None:
        """Serve the page with an entity tag."""
        page = self.server.page if self.path == "/accounts" else None
        seen = self.headers.get("If-None-Match")
        self.server.asked.append(seen)
        body = (page or "Nothing here.").encode()
        tag = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
        status = 404 if page is None else 304 if seen == tag else 200
        self.send_response(status)
        self.send_header("ETag", tag)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(0 if status == 304 else len(body)))
        self.end_headers()
        if status != 304:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Run:
    """A ledger with an article of two claims."""
    (tmp_path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    assert run("add", "bridge.txt").code == 0
    return run


def attached(run: Run, site: Site, *words: str, claim: str = "1.1") -> list[dict[str, Any]]:
    done = run(
        *("attach", claim, site.url, "--supports", "--allow-private", "--format", "json"), *words
    )
    assert done.code == 0, done.err
    records: list[dict[str, Any]] = json.loads(done.out)
    return records


def test_one_source_serves_several_claims_and_is_kept_once(
    ledger: Run, site: Site, tmp_path: Path
) -> None:
    import sqlite3
    from contextlib import closing

    records = attached(ledger, site, "--quote", "12 million euros", claim="1.1,1.2")
    assert [record["ref"] for record in records] == ["1.1.1", "1.2.1"]
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as sql:
        key = records[0]["capture"]["raw"]
        [kept] = sql.execute("SELECT count(*) FROM blobs WHERE hash = ?", (key,)).fetchone()
    assert kept == 1


def test_the_full_record_of_a_capture_is_kept(ledger: Run, site: Site) -> None:
    [record] = attached(
        ledger, site, "--author", "Council", "--published", "2024-11-02", "--note", "p. 3"
    )
    capture = record["capture"]
    assert capture["status"] == 200
    assert capture["final_url"] == site.url
    assert capture["length"] == len(PAGE.encode())
    assert [hop["status"] for hop in capture["hops"]] == [200]
    assert (record["author"], record["published"], record["guessed"]) == (
        "Council",
        "2024-11-02",
        [],
    )


def test_a_quote_in_other_marks_is_found_and_in_other_figures_is_not(
    ledger: Run, site: Site
) -> None:
    [record] = attached(
        ledger,
        site,
        *("--quote", '"three more than planned"', "--quote", "The repair cost 13 million euros"),
    )
    near, wrong = record["quotes"]
    assert (near["result"], near["likeness"]) == ("found", "normalised")
    assert near["typed"] == '"three more than planned"'
    assert wrong["result"] == "not found"


def test_the_text_of_a_capture_is_shown_around_its_quote(ledger: Run, site: Site) -> None:
    attached(ledger, site, "--quote", "12 million euros")
    shown = ledger("evidence", "show", "1.1.1")
    assert "12 million euros, the accounts say" in shown.out
    assert "audited by two firms" in ledger("evidence", "show", "1.1.1", "--text").out


def test_a_source_opens_at_its_quote(ledger: Run, site: Site) -> None:
    done = ledger(
        *("attach", "1.1", site.url, "--supports", "--allow-private"),
        *("--quote", "12 million euros"),
    )
    link = f"{site.url}#:~:text=12%20million%20euros"
    assert f"A link to the quote: {link}" in done.err
    assert ledger("evidence", "open", "1.1.1", "--print").out.strip() == link


def test_a_saved_page_opens_in_a_frame_where_no_script_runs(ledger: Run, site: Site) -> None:
    site.page = PAGE.replace("<article>", "<script>steal()</script><article>")
    attached(ledger, site)
    shown = ledger("evidence", "open", "1.1.1", "--snapshot", "--print").out.strip()
    path = Path(url2pathname(urlsplit(shown).path))
    page = path.read_text(encoding="utf-8")
    assert "<iframe sandbox srcdoc=" in page
    assert "default-src 'none'" in page
    assert "<script>" not in page


def test_a_check_finds_what_became_of_a_link(ledger: Run, site: Site) -> None:
    attached(ledger, site, "--quote", "12 million euros")
    check = ("evidence", "check", "--allow-private", "--pace", "0", "--format", "json")
    first = ledger(*check)
    assert (first.code, json.loads(first.out)[0]["last_check"]["state"]) == (0, "ok")
    assert site.asked[-1] is not None, "a check asks only for what is newer"

    site.page = PAGE.replace("12 million", "14 million").replace("12", "14")
    changed = ledger(*check)
    assert (changed.code, json.loads(changed.out)[0]["last_check"]["state"]) == (3, "changed")
    assert json.loads(changed.out)[0]["last_check"]["missing"] == [0]
    assert ledger(*check).code == 0, "it was wrong before"

    site.page = PAGE
    back = ledger(*check)
    assert json.loads(back.out)[0]["failing_since"] is None

    site.page = None
    assert json.loads(ledger(*check).out)[0]["last_check"]["state"] == "gone"
    assert "decayed" in ledger("report").out
    history = ledger("log", "1.1.1", "--format", "json")
    kinds = [entry["kind"] for entry in json.loads(history.out)]
    assert kinds == ["evidence_attached", *["evidence_checked"] * 5]


def test_a_check_that_broke_off_goes_on_with_the_rest(ledger: Run, site: Site) -> None:
    attached(ledger, site, claim="1.1,1.2")
    assert ledger("evidence", "check", "1.1.1", "--allow-private").code == 0
    going_on = ledger("evidence", "check", "--allow-private", "--pace", "0")
    assert "1 link of 2 left" in going_on.err
    assert "1 link checked" in going_on.err
    anew = ledger("evidence", "check", "--allow-private", "--pace", "0")
    assert "2 links checked" in anew.err


def test_withdrawn_evidence_and_files_are_not_checked(
    ledger: Run, site: Site, tmp_path: Path
) -> None:
    (tmp_path / "minutes.txt").write_text("The bridge cost 12 million euros.\n", encoding="utf-8")
    attached(ledger, site)
    assert ledger("attach", "1.2", "minutes.txt", "--supports").code == 0
    assert ledger("evidence", "withdraw", "1.1.1", "--because", "Wrong year.").code == 0
    assert "0 links checked" in ledger("evidence", "check", "--allow-private").err


def test_snapshots_are_exported_as_warc_that_reads_back(
    ledger: Run, site: Site, tmp_path: Path
) -> None:
    from warcio.archiveiterator import ArchiveIterator

    (tmp_path / "minutes.txt").write_text("The bridge cost 12 million euros.\n", encoding="utf-8")
    attached(ledger, site, claim="1.1,1.2")
    assert ledger("attach", "1.2", "minutes.txt", "--supports").code == 0
    done = ledger("evidence", "export", "--warc", "all.warc.gz")
    assert "2 snapshots written" in done.err
    with (tmp_path / "all.warc.gz").open("rb") as file:
        records = [
            (record.rec_type, record.content_stream().read()) for record in ArchiveIterator(file)
        ]
    assert ("response", PAGE.encode()) in records
    assert ("resource", b"The bridge cost 12 million euros.\n") in records
    assert [kind for kind, _ in records].count("request") == 1


def test_warc_files_pass_the_checker_of_their_own_library(
    ledger: Run, site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from warcio.cli import main

    attached(ledger, site)
    assert ledger("evidence", "export", "--warc", "all.warc.gz").code == 0
    with pytest.raises(SystemExit) as stop:
        main(["check", "-v", str(tmp_path / "all.warc.gz")])
    assert stop.value.code == 0
    assert "digest pass" in capsys.readouterr().out


def test_one_snapshot_is_exported_as_it_came(ledger: Run, site: Site, tmp_path: Path) -> None:
    attached(ledger, site)
    assert ledger("evidence", "export", "1.1.1", "-o", "page.html").code == 0
    assert (tmp_path / "page.html").read_bytes() == PAGE.encode()


def test_sources_are_cited(ledger: Run, site: Site) -> None:
    attached(ledger, site)
    assert "“Accounts of 2026”" in ledger("evidence", "cite", "1.1.1").out
    wrong = ledger("evidence", "cite", "1.1.1", "--style", "apa")
    assert (wrong.code, "text, markdown, bibtex, csl" in wrong.err) == (2, True)


def test_the_desk_s_own_command_archives_a_page(
    ledger: Run, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    attached(ledger, site)
    script = "import sys; print('https://archive.example/copy/' + str(len(sys.argv[1])))"
    monkeypatch.setenv("CLAIMLEDGER_ARCHIVE_COMMAND", f'{sys.executable} -c "{script}" {{url}}')
    done = ledger("evidence", "archive", "1.1.1", "--command", "--format", "json")
    [archive] = json.loads(done.out)[0]["archives"]
    assert archive["url"] == f"https://archive.example/copy/{len(site.url)}"
    assert "copy of every page already" in ledger("evidence", "archive", "1", "--command").err


def test_an_archive_that_fails_says_so_and_the_reason_is_kept(
    ledger: Run, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    attached(ledger, site)
    monkeypatch.setenv("CLAIMLEDGER_ARCHIVE_COMMAND", f"{sys.executable} -c 'exit(7)' {{url}}")
    done = ledger("evidence", "archive", "1.1.1", "--command", "--format", "json")
    assert done.code == 1
    assert json.loads(done.out)[0]["archives"][0]["state"] == "failed"


def test_archiving_needs_a_choice(ledger: Run) -> None:
    done = ledger("evidence", "archive", "1")
    assert (done.code, "--wayback" in done.err) == (2, True)


def test_a_pasted_archive_address_names_the_page_it_copies(ledger: Run) -> None:
    copy = "https://web.archive.org/web/20240304000000/https://alder.example/accounts"
    done = ledger("attach", "1.1", copy, "--supports", "--no-fetch", "--format", "json")
    assert json.loads(done.out)[0]["copy_of"] == "https://alder.example/accounts"


def test_a_changed_page_becomes_a_new_version_and_keeps_its_verdicts(run: Run, site: Site) -> None:
    site.page = PAGE.replace("two firms", "two firms in March")
    assert run("add", site.url, "--allow-private").code == 0
    listed = json.loads(run("list", "--format", "json").out)
    cost = next(claim["ref"] for claim in listed if "12 million" in claim["text"])
    audit = next(claim["ref"] for claim in listed if "audited" in claim["text"])
    assert run("verdict", cost, "true", "--because", "The accounts say so.").code == 0

    site.page = PAGE.replace("two firms", "three firms")
    again = run("add", site.url, "--allow-private")
    assert "version 2 of article 1" in again.err
    now = {claim["ref"]: claim for claim in json.loads(run("list", "--format", "json").out)}
    assert now[cost]["rating"]["code"] == "true"
    assert audit not in now
    assert "only version 1 of the article says it" in run("show", audit).out
    changes = run("article", "diff", "1").out
    assert "- The accounts were audited by two firms in March" in changes
    assert "+ The accounts were audited by three firms" in changes
    assert run("verify").code == 0

    assert "in the ledger already" in run("add", site.url, "--allow-private").err
