from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.capture import CaptureError
from claimledger.capture.archives import ArchivedPage, archived_page, run_command
from claimledger.errors import UsageError

PAGE = "https://news.example/a?b=c"

ADDRESSES = [
    (
        "https://web.archive.org/web/20240305100000/https://a.example/x?y=z",
        "wayback",
        "x?y=z",
        True,
    ),
    ("http://web.archive.org/web/20240305100000id_/http://a.example/x", "wayback", "x", True),
    ("https://web.archive.org/web/20240305100000if_/https:/a.example/x", "wayback", "x", True),
    ("https://web.archive.org/web/2024/a.example/x", "wayback", "x", False),
    ("https://web.archive.org/web/https://a.example/x", "wayback", "x", False),
    ("https://archive.org/web/20240305100000/https://a.example/x", "wayback", "x", True),
    ("https://archive.today/20240305100000/https://a.example/x", "archive.today", "x", True),
    ("https://archive.is/2024.03.05-100000/https://a.example/x", "archive.today", "x", True),
    ("https://archive.ph/newest/https://a.example/x", "archive.today", "x", False),
    ("https://archive.vn/o/AbC12/https://a.example/x", "archive.today", "x", False),
    ("https://archive.md/AbC12", "archive.today", None, False),
    ("https://perma.cc/AB12-CD34", "perma.cc", None, False),
    ("https://ghostarchive.org/archive/AbC12", "ghostarchive", None, False),
    ("https://arquivo.pt/wayback/20240305100000/https://a.example/x", "arquivo.pt", "x", True),
    (
        "https://wayback.archive-it.org/1234/20240305100000/https://a.example/x",
        "archive-it",
        "x",
        True,
    ),
]


@pytest.mark.parametrize(("url", "service", "path", "is_dated"), ADDRESSES)
def test_the_address_of_a_copy_says_of_what_and_when(
    url: str, service: str, path: str | None, *, is_dated: bool
) -> None:
    page = archived_page(url)

    assert page is not None
    assert page.service == service
    assert page.timestamp == ("2024-03-05T10:00:00Z" if is_dated else None)
    assert (page.original is None) is (path is None)
    assert path is None or (page.original or "").endswith(f"://a.example/{path}")


@pytest.mark.parametrize(
    "url",
    [
        "https://web.archive.org/",
        "https://web.archive.org/web/*/https://a.example/x",
        "https://archive.org/details/book_123/page",
        "https://archive.org/download/2024/report.pdf",
        "https://archive.ph/",
        "https://archive.example/20240305100000/https://a.example/x",
        "https://web.archive.org.evil.example/web/20240305100000/https://a.example/x",
        "https://perma.cc/about",
        "ftp://archive.ph/AbC12",
        "http://[nonsense/",
        "a.txt",
    ],
)
def test_other_addresses_are_no_copies(url: str) -> None:
    assert archived_page(url) is None


def test_a_moment_that_never_was_is_none() -> None:
    url = "https://web.archive.org/web/20241399100000/https://a.example/x"

    assert archived_page(url) == ArchivedPage(
        service="wayback", original="https://a.example/x", timestamp=None
    )


@given(st.text().map("https://web.archive.org/web/{}".format))
def test_any_address_is_read_without_a_traceback(url: str) -> None:
    page = archived_page(url)

    assert page is None or page.service == "wayback"


def python(script: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", script, *arguments]


def test_the_desk_s_own_command_names_the_copy_last() -> None:
    script = (
        "import sys; print('https://a.example/1'); print(sys.argv[1:]);"
        "print(' https://copies.example/7 '); print('Done.')"
    )

    assert run_command(python(script, "{url}", "--as={url}"), PAGE) == "https://copies.example/7"


def test_the_address_reaches_the_command_as_one_argument() -> None:
    hostile = "https://a.example/$(id);`id`&'\"|>x"
    script = "import sys, urllib.parse as u; print('http://x/' + u.quote(sys.argv[1], safe=''))"

    copy = run_command(python(script, "{url}"), hostile)

    assert copy == "http://x/https%3A%2F%2Fa.example%2F%24%28id%29%3B%60id%60%26%27%22%7C%3Ex"


@pytest.mark.parametrize(
    ("command", "problem"),
    [
        ([], "no {url}"),
        (["archive"], "no {url}"),
        (["{url}"], "no {url}"),
        (["sh", "-c", "archive {url}"], "within a longer argument"),
    ],
)
def test_a_command_without_a_safe_place_for_the_address_is_refused(
    command: list[str], problem: str
) -> None:
    with pytest.raises(UsageError, match=problem) as caught:
        run_command(command, PAGE)

    assert "{url}" in caught.value.hint


@pytest.mark.parametrize("url", ["--help", "file:///etc/passwd", "https://a.example/ b", "a"])
def test_only_web_addresses_are_handed_to_the_command(url: str) -> None:
    with pytest.raises(UsageError, match="no web address"):
        run_command(python("print('https://copies.example/7')", "{url}"), url)


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("print('It is saved.')", "named no address"),
        ("print('see https://copies.example/7')", "named no address"),
        ("import sys; sys.exit('no space left')", r"failed \(status 1\): no space left"),
        ("raise SystemExit(3)", r"failed \(status 3\): it did not say why"),
        ("import time; time.sleep(9)", r"not done after 0\.5 seconds"),
    ],
)
def test_a_command_that_fails_is_an_error_that_says_how(
    script: str, problem: str, stopwatch: Any
) -> None:
    with pytest.raises(CaptureError, match=problem) as caught:
        run_command(python(script, "{url}"), PAGE, timeout=0.5 if "sleep" in script else 30)

    assert caught.value.hint
    assert stopwatch.seconds() < 5


@pytest.mark.parametrize("program", ["no-such-program-anywhere", "/", "nul\x00"])
def test_a_command_that_cannot_be_run_is_an_error(program: str) -> None:
    with pytest.raises(CaptureError, match="cannot be run"):
        run_command([program, "{url}"], PAGE)
