from __future__ import annotations

import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimledger.capture import (
    CaptureError,
    Client,
    Limits,
    PrivateAddressError,
    UnsupportedError,
)
from claimledger.errors import ClaimLedgerError

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CLIENT = Client(allow_private=True, now=lambda: NOON)
HURRIED = Client(allow_private=True, limits=Limits(total=0.4))


def test_a_page_comes_with_how_it_was_got(site: Any) -> None:
    with CLIENT as client:
        fetched = client.fetch(site.url("/text"))

    assert fetched.body == "Fünf Prozent.\r\n".encode()
    assert (fetched.status, fetched.media_type, fetched.charset) == (200, "text/plain", "utf-8")
    assert fetched.url == fetched.final_url == site.url("/text")
    assert fetched.redirects == ()
    assert fetched.retrieved_at == NOON
    assert fetched.header("content-length") == "16"


def test_we_say_who_we_are_and_ask_with_get(site: Any) -> None:
    CLIENT.fetch(site.url("/text"))

    [(method, path, headers)] = site.seen
    assert (method, path) == ("GET", "/text")
    assert headers["User-Agent"].startswith("claimledger/")
    assert headers["Accept-Encoding"] == "gzip, deflate"


def test_an_error_status_is_an_answer(site: Any) -> None:
    assert CLIENT.fetch(site.url("/nowhere")).status == 404
    assert CLIENT.fetch(site.url("/busy")).header("Retry-After") == "120"


def test_gzip_is_undone(site: Any) -> None:
    assert CLIENT.fetch(site.url("/gzip")).body == b"Small and packed."


def test_redirects_are_followed_and_kept(site: Any) -> None:
    fetched = CLIENT.fetch(site.url("/moved-twice"))

    assert fetched.redirects == (site.url("/moved"), site.url("/text"))
    assert fetched.final_url == site.url("/text")
    assert fetched.url == site.url("/moved-twice")


def test_a_redirect_to_nowhere_is_an_answer(site: Any) -> None:
    assert CLIENT.fetch(site.url("/no-location")).status == 302


def test_five_redirects_are_followed_and_no_more(site: Any) -> None:
    assert CLIENT.fetch(site.url("/count-down?5")).status == 200
    with pytest.raises(CaptureError, match="redirects more than 5 times"):
        CLIENT.fetch(site.url("/count-down?6"))


def test_a_circle_of_redirects_is_called_one(site: Any) -> None:
    with pytest.raises(CaptureError, match="in a circle"):
        CLIENT.fetch(site.url("/loop"))


def test_loopback_is_not_even_connected_to(site: Any) -> None:
    with pytest.raises(PrivateAddressError) as caught:
        Client().fetch(site.url("/text"))

    assert "--allow-private" in caught.value.hint
    assert site.connections == 0


@pytest.mark.parametrize(
    "address", ["169.254.169.254", "2852039166", "[64:ff9b::7f00:1]", "[fd00:ec2::254]", "0"]
)
def test_a_redirect_to_a_closed_address_is_refused(site: Any, address: str) -> None:
    with pytest.raises(PrivateAddressError) as caught:
        CLIENT.fetch(site.url(f"/to-anywhere?http://{address}/latest/"))

    assert "--allow-private" not in caught.value.hint


def test_a_redirect_to_the_metadata_address_is_refused(site: Any) -> None:
    with pytest.raises(PrivateAddressError, match="where clouds keep credentials"):
        CLIENT.fetch(site.url("/to-metadata"))


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "file:///etc/passwd", "gopher://x/", "javascript:alert(1)", "x"]
)
def test_only_http_is_fetched(url: str) -> None:
    with pytest.raises(UnsupportedError) as caught:
        Client().fetch(url)

    assert caught.value.exit_code == 2


def test_a_redirect_to_a_file_is_refused(site: Any) -> None:
    with pytest.raises(UnsupportedError, match="Only http and https"):
        CLIENT.fetch(site.url("/to-file"))


def test_a_password_in_an_address_is_refused_and_not_repeated(site: Any) -> None:
    with pytest.raises(UnsupportedError) as caught:
        CLIENT.fetch(site.url("/to-password"))

    assert "secret" not in caught.value.message + caught.value.hint


def test_a_redirect_to_nonsense_is_an_error(site: Any) -> None:
    with pytest.raises(CaptureError, match="not an address"):
        CLIENT.fetch(site.url("/to-nonsense"))


def test_a_name_that_leads_inside_is_refused() -> None:
    inside: list[tuple[int, tuple[Any, ...]]] = [
        (socket.AF_INET, ("10.0.0.7", 80)),
        (socket.AF_INET, ("169.254.1.1", 80)),
    ]

    with pytest.raises(PrivateAddressError, match=r"news\.example \("):
        Client(resolve=lambda _host, _port: inside).fetch("http://news.example/")


def test_a_name_is_looked_up_once_for_each_connection(site: Any) -> None:
    asked = []

    def resolve(host: str, port: int) -> list[tuple[int, tuple[Any, ...]]]:
        asked.append(host)
        return [(socket.AF_INET, ("127.0.0.1", port))]

    Client(allow_private=True, resolve=resolve).fetch(f"http://news.example:{site.port}/text")

    assert asked == ["news.example"]


def test_closed_addresses_of_a_name_are_passed_over(site: Any) -> None:
    def resolve(_host: str, port: int) -> list[tuple[int, tuple[Any, ...]]]:
        return [(socket.AF_INET, ("169.254.169.254", port)), (socket.AF_INET, ("127.0.0.1", port))]

    client = Client(allow_private=True, resolve=resolve)

    assert client.fetch(f"http://news.example:{site.port}/text").status == 200


def test_the_address_that_answers_is_the_one_that_counts(site: Any) -> None:
    class Turncoat(str):
        """Shows a public address to whoever looks, and leads to loopback."""

        __slots__ = ()

        def __str__(self) -> str:
            return "93.184.216.34"

    def resolve(_host: str, port: int) -> list[tuple[int, tuple[Any, ...]]]:
        return [(socket.AF_INET, (Turncoat("127.0.0.1"), port))]

    with pytest.raises(PrivateAddressError, match="this machine itself"):
        Client(resolve=resolve).fetch(f"http://news.example:{site.port}/text")

    assert site.seen == []


def test_an_unknown_name_is_an_error() -> None:
    def resolve(_host: str, _port: int) -> list[tuple[int, tuple[Any, ...]]]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(CaptureError, match=r"No address is known for nowhere\.example"):
        Client(resolve=resolve).fetch("http://nowhere.example/")


def test_a_closed_port_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

    with pytest.raises(CaptureError, match="refused"):
        CLIENT.fetch(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize("path", ["/drip", "/slow-headers", "/silent", "/slow-chunk-size"])
def test_the_deadline_holds_however_slowly_a_server_talks(
    site: Any, stopwatch: Any, path: str
) -> None:
    with pytest.raises(CaptureError, match=r"not complete after 0\.4 seconds"):
        HURRIED.fetch(site.url(path))

    assert stopwatch.seconds() < 2


def test_the_deadline_holds_during_a_handshake(slow_handshake: int, stopwatch: Any) -> None:
    with pytest.raises(CaptureError, match=r"not complete after 0\.4 seconds"):
        HURRIED.fetch(f"https://127.0.0.1:{slow_handshake}/")

    assert stopwatch.seconds() < 2


def test_silence_ends_a_fetch_before_the_deadline(site: Any, stopwatch: Any) -> None:
    with pytest.raises(CaptureError, match=r"sent nothing for 0\.2 seconds"):
        Client(allow_private=True, limits=Limits(read=0.2)).fetch(site.url("/silent"))

    assert stopwatch.seconds() < 2


def test_an_endless_body_is_cut_off(site: Any, stopwatch: Any) -> None:
    with pytest.raises(CaptureError, match="larger than 10 MB"):
        CLIENT.fetch(site.url("/endless"))

    assert stopwatch.seconds() < 5


def test_an_announced_size_is_refused_unread(site: Any) -> None:
    with pytest.raises(CaptureError, match="larger than 10 MB"):
        HURRIED.fetch(site.url("/announced"))


def test_a_body_that_stops_short_is_an_error(site: Any) -> None:
    with pytest.raises(CaptureError, match="broke off"):
        CLIENT.fetch(site.url("/cut-short"))


@pytest.mark.parametrize(
    ("path", "problem"), [("/bad-gzip", "broke off"), ("/brotli", "nobody asked for")]
)
def test_a_body_that_cannot_be_unpacked_is_an_error(site: Any, path: str, problem: str) -> None:
    with pytest.raises(CaptureError, match=problem):
        CLIENT.fetch(site.url(path))


def test_https_to_a_plain_server_is_an_error(site: Any) -> None:
    with pytest.raises(CaptureError, match="No secure connection"):
        CLIENT.fetch(site.url("/text").replace("http:", "https:"))


def test_the_environment_sets_neither_proxy_nor_password(
    site: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")

    assert CLIENT.fetch(site.url("/text")).status == 200
    assert "Authorization" not in site.seen[0][2]


@pytest.mark.parametrize("path", ["/cookie", "/cookie-wall"])
def test_a_cookie_is_never_sent_back(site: Any, path: str) -> None:
    with CLIENT as client:
        client.fetch(site.url(path))
        client.fetch(site.url("/text"))

    assert len(site.seen) > 1
    assert all("Cookie" not in headers for _, _, headers in site.seen)


def test_a_proxy_is_used_when_given(site: Any) -> None:
    fetched = Client(proxy=site.url("")).fetch("http://news.example/a")

    assert fetched.body == b"by proxy: http://news.example/a"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads Linux's /proc")
@pytest.mark.parametrize(
    ("path", "outcome"), [("/bomb", "larger than 10 MB"), ("/redirect-bomb", "200")]
)
def test_a_gzip_bomb_is_stopped_in_little_memory(site: Any, path: str, outcome: str) -> None:
    script = """
import resource, sys
from claimledger.capture import CaptureError, Client
resource.setrlimit(resource.RLIMIT_AS, (2**31, 2**31))
def peak():  # in kilobytes; what getrusage says includes the process that started this one
    return int(next(line for line in open("/proc/self/status") if "VmHWM" in line).split()[1])
client = Client(allow_private=True)
client.fetch(sys.argv[1])
before = peak()
try:
    print(client.fetch(sys.argv[2]).status)
except CaptureError as error:
    print(error)
print(peak() - before)
"""
    done = subprocess.run(
        [sys.executable, "-c", script, site.url("/text"), site.url(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    message, grown = done.stdout.splitlines()

    assert outcome in message
    assert int(grown) * 1024 < 50_000_000


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(st.text(), st.text().map("http://{}".format), st.text().map("http://a{}/b".format))
)
def test_no_address_however_odd_shows_a_traceback(url: str) -> None:
    def resolve(_host: str, _port: int) -> list[tuple[int, tuple[Any, ...]]]:
        return []

    with pytest.raises(ClaimLedgerError) as caught:
        Client(resolve=resolve).fetch(url)

    assert caught.value.hint


@pytest.mark.parametrize(
    "host", ["a..b", ".", "a" * 64 + ".example", "xn--a", "a" * 300, "-", "*.example", "a\x00b"]
)
def test_a_host_that_cannot_be_a_name_is_an_error(host: str) -> None:
    with pytest.raises(CaptureError):
        Client().fetch(f"http://{host}.invalid-{'x' * 64}/")
