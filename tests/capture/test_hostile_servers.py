"""What a server can do, and what a capture and a check of a link make of it."""

from __future__ import annotations

import gzip
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimledger.capture import (
    CaptureError,
    Client,
    Limits,
    PrivateAddressError,
    UnsupportedError,
    capture_url,
)
from claimledger.capture.links import Known, check, check_all
from claimledger.domain.evidence import LinkState

LIMITS = Limits(total=0.6, read=0.4, page=1_000_000)
CLIENT = Client(allow_private=True, limits=LIMITS)
LONGEST = 4
"""Seconds: more than twice the limit, since a conversation that breaks off is tried again."""

ERRORS = {
    "/loop": "redirects in a circle",
    "/count-down?6": "redirects more than 5 times",
    "/to-metadata": "where clouds keep credentials",
    "/to-file": "Only http and https",
    "/to-password": "carries a user name or password",
    "/to-nonsense": "not an address that can be fetched",
    "/no-location": "HTTP status 302",
    "/bomb": "larger than 1 MB",
    "/endless": "larger than 1 MB",
    "/announced": "larger than 1 MB",
    "/drip": "not complete after 0.6 seconds",
    "/slow-headers": "not complete after 0.6 seconds",
    "/slow-chunk-size": "not complete after 0.6 seconds",
    "/silent": "sent nothing for 0.4 seconds",
    "/cut-short": "broke off",
    "/bad-chunks": "broke off",
    "/bad-gzip": "broke off",
    "/reset": "broke off",
    "/not-http": "broke off",
    "/many-headers?200": "broke off",
    "/long-header": "broke off",
    "/brotli": "nobody asked for",
    "/empty": "is empty",
    "/json": "of type application/json",
    "/busy": "HTTP status 429",
    "/forbidden": "HTTP status 403",
    "/gone": "HTTP status 410",
    "/broken": "HTTP status 500",
}
"""What each server's trick ends in, when its page is captured."""

TEXTS = {
    "/article": "five percent last year",
    "/wrong-charset": "Ana Núñez",
    "/no-charset": "Ana Núñez",
    "/latin-1": "Ana Núñez",
    "/latin-1-text": "Fünf Prozent.",
    "/html-as-text": "five percent last year",
    "/gzip": "Small and packed.",
    "/says-less": "Five ",
    "/cookie-wall": "Inside.",
    "/redirect-bomb": "Fünf Prozent.",
    "/to-unicode": "Five.",
    "/many-headers?60": "Five.",
}
"""What can be read all the same."""

STATES = {
    "/no-location": LinkState.ERROR,
    "/empty": LinkState.SOFT_404,
    "/busy": LinkState.BLOCKED,
    "/forbidden": LinkState.BLOCKED,
    "/gone": LinkState.GONE,
    "/json": LinkState.OK,
}
"""What a check makes of it, where that is no mere error."""


@pytest.mark.parametrize("path", ERRORS)
def test_a_capture_ends_in_one_clear_error_in_time(site: Any, stopwatch: Any, path: str) -> None:
    with pytest.raises(CaptureError) as caught:
        capture_url(site.url(path), CLIENT)

    assert ERRORS[path] in caught.value.message
    assert caught.value.hint
    assert "\n" not in caught.value.message
    assert stopwatch.seconds() < LONGEST


@pytest.mark.parametrize("path", TEXTS)
def test_what_can_be_read_is_captured_with_every_hop(site: Any, path: str) -> None:
    captured = capture_url(site.url(path), CLIENT)

    assert TEXTS[path] in captured.text
    assert captured.fetched is not None
    assert captured.fetched.hops[-1].url == captured.url
    assert len(captured.fetched.hops) == 1 + len(captured.fetched.redirects)


@pytest.mark.parametrize("path", [*ERRORS, *TEXTS])
def test_a_check_ends_in_a_state_in_time(site: Any, stopwatch: Any, path: str) -> None:
    finding = check(Known(url=site.url(path)), CLIENT)

    expected = LinkState.ERROR if path in ERRORS else LinkState.OK
    assert finding.state is STATES.get(path, expected)
    assert finding.detail
    assert "\n" not in finding.detail
    assert stopwatch.seconds() < LONGEST
    if finding.state is LinkState.ERROR and finding.status is None:
        assert ERRORS[path] in finding.detail


def test_a_round_of_checks_outlasts_them_all(site: Any, stopwatch: Any) -> None:
    known = [Known(url=site.url(path)) for path in [*ERRORS, *TEXTS]]

    states = {i: finding.state for i, finding in check_all(known, CLIENT, pace=0)}

    assert len(states) == len(known)
    for index, path in enumerate([*ERRORS, *TEXTS]):
        expected = LinkState.ERROR if path in ERRORS else LinkState.OK
        assert states[index] is STATES.get(path, expected), path
    assert stopwatch.seconds() < 12


@pytest.mark.parametrize("target", ["http://127.0.0.1:{}/", "http://10.0.0.7/", "http://[::1]:{}/"])
def test_a_public_page_leads_nobody_inside(public_site: Any, canary: Any, target: str) -> None:
    url = public_site.url(f"/to-anywhere?{target.format(canary.port)}")

    with pytest.raises(PrivateAddressError):
        capture_url(url, Client())
    finding = check(Known(url=url), Client())

    assert finding.state is LinkState.ERROR
    assert "nothing was requested" in finding.detail
    assert not canary.was_reached()


def test_a_name_may_not_change_its_mind_between_a_page_and_its_redirect(
    public_site: Any, canary: Any
) -> None:
    answers = [("127.0.0.2", public_site.port), ("127.0.0.1", canary.port)]

    def rebinding(_host: str, _port: int) -> list[tuple[int, tuple[Any, ...]]]:
        return [(socket.AF_INET, answers.pop(0))]

    with pytest.raises(PrivateAddressError, match="this machine itself"):
        Client(resolve=rebinding).fetch("http://news.example/moved")

    assert not canary.was_reached()


def test_an_address_in_any_script_is_fetched_as_browsers_do(site: Any) -> None:
    def resolve(_host: str, _port: int) -> list[tuple[int, tuple[Any, ...]]]:
        return [(socket.AF_INET, ("127.0.0.1", site.port))]

    client = Client(allow_private=True, resolve=resolve)

    fetched = client.fetch(f"http://bücher.example:{site.port}/grüße?q=ü")

    [(_, path, headers)] = site.seen
    assert fetched.status == 200
    assert path == "/gr%C3%BC%C3%9Fe?q=%C3%BC"
    assert headers["Host"] == f"xn--bcher-kva.example:{site.port}"
    assert fetched.hops[0].url == f"http://bücher.example:{site.port}/grüße?q=ü"


def test_a_large_pdf_is_read_and_a_larger_one_refused(
    site: Any, make_pdf: Callable[..., bytes], pdf_lines: Any
) -> None:
    picture = "0 0 m\n" * 3_500_000  # 21 MB of drawing without a word
    url = site.serve("/large.pdf", make_pdf(pdf_lines("Five percent."), picture), "application/pdf")
    client = Client(allow_private=True)

    captured = capture_url(url, client)

    assert (captured.text, captured.media_type) == ("Five percent.", "application/pdf")
    assert len(captured.raw) > 20_000_000
    with pytest.raises(CaptureError, match="larger than 20 MB"):
        capture_url(url, Client(allow_private=True, limits=Limits(pdf=20_000_000)))


def test_a_page_of_five_megabytes_is_read(site: Any) -> None:
    captured = capture_url(site.url("/big"), Client(allow_private=True))

    assert len(captured.raw) > 5_000_000
    assert "Line 61999 says" in captured.text


def test_a_page_called_pdf_is_a_page(site: Any) -> None:
    url = site.serve("/a.pdf", "<html><p>Five percent.</p></html>", "application/pdf")

    with pytest.raises(CaptureError, match="damaged or incomplete"):
        capture_url(url, CLIENT)


def test_an_archive_called_a_page_is_refused(site: Any) -> None:
    packed = gzip.compress(b"<html><p>Five percent.</p></html>")

    with pytest.raises(UnsupportedError, match="gzip archive"):
        capture_url(site.serve("/packed", packed, "text/html"), CLIENT)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads Linux's /proc")
def test_a_capture_of_a_gzip_bomb_needs_little_memory(site: Any) -> None:
    script = """
import sys
from claimledger.capture import CaptureError, Client, capture_url
from claimledger.capture.links import Known, check
client = Client(allow_private=True)
try:
    capture_url(sys.argv[1], client)
except CaptureError as error:
    print(error)
print(check(Known(url=sys.argv[1]), client).state)
print(*[line.split()[1] for line in open("/proc/self/status") if "VmHWM" in line])
"""
    done = subprocess.run(
        [sys.executable, "-c", script, site.url("/bomb")],
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    message, state, peak = done.stdout.splitlines()

    assert "larger than 10 MB" in message
    assert state == "error"
    assert int(peak) * 1024 < 150_000_000
