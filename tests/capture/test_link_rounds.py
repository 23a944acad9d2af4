from __future__ import annotations

import hashlib
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest

from claimledger.capture import Client, Limits
from claimledger.capture.links import Finding, Known, check_all
from claimledger.domain.evidence import LinkState, QuoteResult, QuoteSelector

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CLIENT = Client(allow_private=True, now=lambda: NOON, limits=Limits(total=5, patience=0.5))
QUOTE = "Unemployment in the region fell to five percent last year"
REST = "<p>The council said that it would go on with its plans for the roads.</p>" * 5


def page(title: str, *paragraphs: str) -> str:
    body = "".join(f"<p>{paragraph}.</p>" for paragraph in paragraphs)
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}{REST}</body>"


def quotes(*words: str) -> tuple[QuoteSelector, ...]:
    return tuple(QuoteSelector(exact=one, result=QuoteResult.FOUND) for one in words)


def known(url: str, **more: Any) -> Known:
    return Known(**{"url": url, "quotes": quotes(QUOTE), "title": "Jobs are up"} | more)


def digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


JOBS = page("Jobs are up", QUOTE)
OTHER = page("Jobs are up", "Unemployment in the region rose to six percent last year")


STATES: dict[str, LinkState] = {
    "same": LinkState.OK,
    "rewritten": LinkState.OK,
    "moved": LinkState.MOVED,
    "home": LinkState.REDIRECTED_HOME,
    "lost": LinkState.SOFT_404,
    "any": LinkState.SOFT_404,
    "changed": LinkState.CHANGED,
    "forbidden": LinkState.BLOCKED,
    "human": LinkState.BLOCKED,
    "busy": LinkState.BLOCKED,
    "gone": LinkState.GONE,
    "broken": LinkState.ERROR,
    "circle": LinkState.ERROR,
    "closed": LinkState.ERROR,
}
STANDING = {"same", "rewritten", "moved"}


def serve_every_state(site: Any) -> None:
    """Have a folder for each state, with any number of pages in it."""

    def versioned(body: str) -> Callable[[Any, str], None]:
        def answer(handler: Any, _: str) -> None:
            etag = f'"{handler.path}"'
            if handler.headers.get("If-None-Match") == etag:
                handler.answer(304, b"", "", ETag=etag)
            else:
                handler.answer(200, body.encode(), "text/html", ETag=etag)

        return answer

    def onward(handler: Any, _: str) -> None:
        handler.redirect(handler.path.replace("/moved/", "/same/"), 301)

    def changed(handler: Any, query: str) -> None:
        if len(handler.path) < len("/changed/12345"):
            versioned(OTHER)(handler, query)
        else:
            handler.answer(404, b"No", "text/html")

    site.pages |= {
        "/same/*": versioned(JOBS),
        "/rewritten/*": versioned(page("Jobs: up", "We hear: " + QUOTE, "More")),
        "/moved/*": onward,
        "/lost/*": versioned(page("Page not found")),
        "/any/*": versioned(page("The Daily", "All the news of the day")),
        "/changed/*": changed,
    }
    site.serve("/", page("The Daily"))
    site.serve("/home/*", "", "", status=302, Location="/")
    site.serve("/forbidden/*", page("No"), status=403)
    site.serve("/human/*", page("Just a moment..."))
    site.serve("/busy/*", "Later", status=429, Retry_After="120")
    site.serve("/gone/*", page("Gone"), status=410)
    site.serve("/broken/*", page("Oops"), status=500)
    site.serve("/circle/*", "", "", status=302, Location="/circle/0")


@pytest.fixture
def hosts(site: Any) -> Callable[[str, int], list[tuple[int, tuple[Any, ...]]]]:
    """Every name leads to the site, but for one where nobody answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        closed = listening.getsockname()[1]

    def resolve(host: str, _port: int) -> list[tuple[int, tuple[Any, ...]]]:
        port = closed if host == "closed.example" else site.port
        return [(socket.AF_INET, ("127.0.0.1", port))]

    return resolve


def known_with(finding: Finding, before: Known) -> Known:
    """Remember what a check found, as a ledger would."""
    return replace(
        before,
        etag=finding.etag,
        last_modified=finding.last_modified,
        given_by=finding.final_url if finding.etag else None,
    )


def test_a_thousand_links_in_every_state_are_told_apart_twice(
    site: Any, hosts: Any, stopwatch: Any
) -> None:
    serve_every_state(site)
    kinds = [list(STATES)[n % len(STATES)] for n in range(1000)]

    def link(kind: str, n: int) -> Known:
        host = "closed.example" if kind == "closed" else f"h{n % 20}.example"
        url = f"http://{host}/{kind}/{n}"
        return known(url, final_url=url, raw=digest(JOBS))

    links = [link(kind, n) for n, kind in enumerate(kinds)]
    client = replace(CLIENT, resolve=hosts)

    first = dict(check_all(links, client, pace=0))
    asked = len(site.seen)
    again = [known_with(first[n], one) for n, one in enumerate(links)]
    second = dict(check_all(again, client, pace=0))

    for findings in (first, second):
        assert Counter(
            kinds[n] for n, one in findings.items() if one.state is STATES[kinds[n]]
        ) == (Counter(kinds))
    conditional = [headers for _, _, headers in site.seen[asked:] if "If-None-Match" in headers]
    assert len(conditional) == sum(kind in STANDING for kind in kinds)
    unchanged = [n for n, one in second.items() if one.status == 304]
    assert Counter(kinds[n] for n in unchanged) == Counter(k for k in kinds if k in STANDING)
    assert not any("If-None-Match" in headers for _, _, headers in site.seen[:asked])
    assert stopwatch.seconds() < 60


def test_a_host_gets_one_request_at_a_time_and_hosts_do_not_wait_for_each_other(
    site: Any, hosts: Any
) -> None:
    counting = threading.Lock()
    under_way: Counter[str] = Counter()
    seen: list[tuple[int, int]] = []

    def slow(handler: Any, _: str) -> None:
        host = handler.headers["Host"]
        with counting:
            under_way[host] += 1
            seen.append((under_way[host], under_way.total()))
        time.sleep(0.02)
        with counting:
            under_way[host] -= 1
        if handler.path.startswith("/there/"):
            handler.answer(200, JOBS.encode(), "text/html")
        else:
            handler.redirect("http://h0.example/there/1")

    site.pages |= {"/here/*": slow, "/there/*": slow}
    urls = [f"http://h{n % 7}.example/{['here', 'there'][n % 2]}/{n}" for n in range(70)]

    findings = list(check_all([known(url) for url in urls], replace(CLIENT, resolve=hosts), pace=0))

    assert len(findings) == 70
    assert len(seen) == 105
    assert max(at_host for at_host, _ in seen) == 1
    assert 3 < max(in_all for _, in_all in seen) <= 7


def test_a_host_is_asked_at_its_pace_redirects_included(
    site: Any, hosts: Any, stopwatch: Any
) -> None:
    serve_every_state(site)
    asked: list[tuple[str, float]] = []

    def noting(host: str, port: int) -> Any:
        asked.append((host, time.monotonic()))
        return hosts(host, port)

    urls = [f"http://{host}.example/{kind}/1" for host in "ab" for kind in ("same", "moved")]

    list(check_all([known(url) for url in urls], replace(CLIENT, resolve=noting), pace=0.2))

    for host in ("a.example", "b.example"):
        times = [moment for name, moment in asked if name == host]
        assert len(times) == 3
        assert all(after - before > 0.19 for before, after in pairwise(times))
    assert stopwatch.seconds() < 3


def test_one_address_is_asked_for_once_and_judged_for_each_who_knows_it(site: Any) -> None:
    url = site.serve("/a", JOBS)
    links = [
        known(url),
        known(url, quotes=quotes("six")),
        known(url, quotes=quotes("region fell", "six")),
    ]

    findings = dict(check_all(links, CLIENT, pace=0))

    assert site.asked_for("/a") == 1
    assert [findings[n].missing for n in range(3)] == [(), (0,), (1,)]


def test_those_who_remember_different_versions_set_no_condition(site: Any) -> None:
    url = site.url("/versions")

    list(check_all([known(url, etag='"v1"'), known(url, etag='"v0"')], CLIENT, pace=0))

    assert "If-None-Match" not in site.seen[0][2]


def test_no_links_are_soon_checked() -> None:
    assert list(check_all([], CLIENT)) == []


def test_leaving_early_leaves_at_once(site: Any, hosts: Any, stopwatch: Any) -> None:
    serve_every_state(site)
    links = [known(f"http://h{n}.example/same/1") for n in range(5)]
    links += [known(f"http://h{n}.example/silent") for n in range(5, 50)]
    checks = check_all(links, Client(allow_private=True, resolve=hosts), pace=0, workers=4)

    assert isinstance(checks, Iterator)
    next(checks)
    checks.close()  # type: ignore[attr-defined]  # what a for loop that breaks does

    assert stopwatch.seconds() < 4
    time.sleep(0.5)
    asked = len(site.seen)
    time.sleep(0.3)
    assert len(site.seen) == asked < 12


def test_an_interrupt_ends_the_checks(hosts: Any, stopwatch: Any) -> None:
    links = [known(f"http://h{n}.example/silent") for n in range(30)]
    timer = threading.Timer(0.3, _interrupt)
    timer.start()

    with pytest.raises(KeyboardInterrupt):
        list(check_all(links, Client(allow_private=True, resolve=hosts), pace=0))

    assert stopwatch.seconds() < 4


def _interrupt() -> None:
    import _thread

    _thread.interrupt_main()
