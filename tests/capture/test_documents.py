from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimledger.capture import (
    Captured,
    CaptureError,
    Client,
    Limits,
    UnsupportedError,
    capture,
    capture_bytes,
    capture_file,
    capture_stdin,
    capture_url,
)
from claimledger.errors import ClaimLedgerError

CLIENT = Client(allow_private=True)
NAMES = ["a.txt", "a.md", "a.html", "a", "a.docx"]


def test_a_text_file_is_its_own_text(tmp_path: Path) -> None:
    path = tmp_path / "jobs.txt"
    path.write_bytes("\ufeff  Fünf\tProzent.\r\n\r\nMehr.\r \n".encode())

    captured = capture_file(path)

    assert captured.text == "  Fünf\tProzent.\n\nMehr.\n \n"
    assert captured.raw == path.read_bytes()
    assert captured.source == str(path)
    assert captured.media_type == "text/plain"
    assert (captured.title, captured.author, captured.published, captured.url) == (None,) * 4


@given(st.text(st.characters(exclude_characters="\x00\r\ufeff", codec="utf-8"), min_size=1))
@example("<html>is how this text begins")
def test_text_with_plain_newlines_is_kept_to_the_letter(text: str) -> None:
    if text.strip():
        assert capture_bytes(text.encode(), name="a.txt").text == text


@settings(deadline=None)  # the first example loads the libraries
@given(st.binary(), st.sampled_from(NAMES), st.sampled_from([None, "text/html", "text/plain"]))
def test_bytes_become_text_or_an_error_with_advice(
    data: bytes, name: str, media_type: str | None
) -> None:
    try:
        captured = capture_bytes(data, name=name, media_type=media_type)
    except ClaimLedgerError as error:
        assert error.message  # noqa: PT017 - text is as good an outcome
        assert error.hint  # noqa: PT017 - text is as good an outcome
    else:
        assert captured.text.encode().decode() == captured.text
        assert captured.text.strip()


def test_standard_input_is_read_as_what_it_holds() -> None:
    captured = capture_stdin(io.BytesIO(b"<!-- saved --><!DOCTYPE html><p>Five percent.</p>"))

    assert (captured.text, captured.media_type) == ("Five percent.", "text/html")
    assert captured.source == "-"


def test_many_comments_before_a_page_are_passed_quickly() -> None:
    assert capture_bytes(b"<!---->" * 140 + b"Five.", name="a").media_type == "text/plain"
    assert capture_bytes(b"<!-- > -->" * 90 + b"<html>Five.", name="a").text == "Five."


def test_a_source_is_an_address_a_path_or_a_dash(site: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("From a file.")

    def text_of(source: str) -> str:
        return capture(source, client=CLIENT, stdin=io.BytesIO(b"From a pipe.")).text

    assert text_of(str(path)) == "From a file."
    assert text_of("-") == "From a pipe."
    assert text_of(site.url("/text")) == "Fünf Prozent.\n"
    with pytest.raises(UnsupportedError):
        text_of("ftp://example.org/a.txt")


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t", "is empty"),
        ("nul.txt", b"five\x00percent", "byte 4 is NUL"),
        ("wide.txt", "five percent".encode("utf-16"), "UTF-16"),
        ("western.txt", "caf\xe9".encode("latin-1"), "byte 3 is 0xe9"),
        ("bare.html", b"<html><body></body></html>", "No text was found"),
        ("code.md", b"```\nx = 1\n```\n", "holds no text"),
        ("broken.pdf", b"%PDF-1.7\nand no more", "damaged or incomplete"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_advice(
    tmp_path: Path, name: str, data: bytes, problem: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(CaptureError, match=problem) as caught:
        capture_file(path)

    assert name in caught.value.message
    assert caught.value.hint
    assert caught.value.exit_code == 1


@pytest.mark.parametrize(
    ("name", "data", "sort"),
    [
        ("a.docx", b"PK\x03\x04...", "a Word document"),
        ("a.odt", b"PK\x03\x04...", "an OpenDocument text"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word document"),
        ("a.rtf", b"{\\rtf1 hello}", "a rich text document"),
        ("mislabelled.txt", b"PK\x03\x04...", "a zip archive or an office document"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "an image"),
        ("a.db", b"SQLite format 3\x00", "a SQLite database"),
    ],
)
def test_a_file_of_another_sort_is_named_and_its_conversion_advised(
    tmp_path: Path, name: str, data: bytes, sort: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(UnsupportedError, match=sort) as caught:
        capture_file(path)

    assert "Convert" in caught.value.hint
    assert caught.value.exit_code == 2


def test_a_missing_file_and_a_folder_are_errors(tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match="There is no file"):
        capture_file(tmp_path / "nowhere.txt")
    with pytest.raises(CaptureError, match="is a folder"):
        capture_file(tmp_path)
    with pytest.raises(CaptureError, match="cannot be read"):
        capture_file(Path("a\x00b"))
    with pytest.raises(CaptureError, match="cannot be read"):
        capture_file(tmp_path / ("x" * 300))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a POSIX system")
def test_a_pipe_in_the_file_system_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with subprocess.Popen(["sh", "-c", f"printf 'Five percent.' > '{path}'"]):
        assert capture_file(path).text == "Five percent."


def test_a_text_beyond_five_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.write_bytes(b"Five percent.\n" * 3_600_000)
    read = 0

    class Counted(io.FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            nonlocal read
            data = super().read(size) or b""
            read += len(data)
            return data

    with Counted(path) as stream, pytest.raises(CaptureError, match="larger than 5 MB"):
        capture_stdin(stream)

    assert read == 5_000_001


def test_a_pipe_that_gives_a_little_at_a_time_is_read_to_its_end() -> None:
    writing = "import sys, time\nfor word in 'Five', ' percent', '.':\n    sys.stdout.write(word)\n"
    writing += "    sys.stdout.flush()\n    time.sleep(0.05)\n"
    with subprocess.Popen(
        [sys.executable, "-c", writing], stdout=subprocess.PIPE, bufsize=0
    ) as one:
        assert one.stdout is not None
        assert capture_stdin(cast("BinaryIO", one.stdout)).text == "Five percent."


def test_five_megabytes_exactly_are_taken() -> None:
    assert len(capture_bytes(b"x" * 5_000_000, name="a.txt").text) == 5_000_000
    with pytest.raises(CaptureError, match="larger"):
        capture_bytes(b"x" * 5_000_001, name="a.txt")


@pytest.mark.parametrize("path", ["/article", "/wrong-charset", "/no-charset", "/latin-1"])
def test_a_page_becomes_its_article_whatever_charset_it_claims(site: Any, path: str) -> None:
    captured = capture_url(site.url(path), CLIENT)

    assert captured.text == (
        "Unemployment in the region fell to five percent last year, said the council on"
        " Tuesday.\n\n"
        "“We are pleased,” said the mayor, Ana Núñez. The opposition disagreed with her and"
        " asked for the figures to be published in full.\n\n"
        "The figures cover the twelve months to December and leave out seasonal work."
    )
    assert captured.title == "Jobs are up"
    assert captured.author == "Jane Doe"
    assert (captured.published, captured.published_guessed) == ("2024-03-05", True)
    assert captured.source == captured.url == site.url(path)


def test_a_captured_page_keeps_how_it_was_fetched(site: Any) -> None:
    captured = capture_url(site.url("/moved"), CLIENT)

    assert captured.fetched is not None
    assert captured.fetched.redirects == (site.url("/text"),)
    assert (captured.source, captured.url) == (site.url("/moved"), site.url("/text"))
    assert captured.raw == captured.fetched.body


def test_the_charset_a_server_names_is_used_for_text(site: Any) -> None:
    assert capture_url(site.url("/latin-1-text"), CLIENT).text == "Fünf Prozent."


@pytest.mark.parametrize(
    ("path", "problem", "advice"),
    [
        ("/nowhere", "status 404", "archived copy"),
        ("/gone", "status 410", "archived copy"),
        ("/forbidden", "status 403", "refuses programs"),
        ("/busy", "status 429", "after 120 seconds"),
        ("/broken", "status 500", "Try again later"),
        ("/no-location", "status 302", "Try again later"),
        ("/empty", "is empty", "the one you meant"),
        ("/json", "of type application/json", "Convert"),
    ],
)
def test_an_answer_without_a_document_is_an_error(
    site: Any, path: str, problem: str, advice: str
) -> None:
    with pytest.raises(CaptureError, match=problem) as caught:
        capture_url(site.url(path), CLIENT)

    assert site.url(path) in caught.value.message
    assert advice in caught.value.hint


def test_a_page_of_five_megabytes_is_read_in_reasonable_time(site: Any, stopwatch: Any) -> None:
    captured = capture_url(site.url("/big"), Client(allow_private=True))

    assert len(captured.raw) > 5_000_000
    assert "Line 61999 says that the council spent 61999 euros" in captured.text
    assert stopwatch.seconds() < 10


def test_limits_are_the_callers_to_set(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Five percent.")

    with pytest.raises(CaptureError, match="larger"):
        capture_file(path, limits=Limits(text=12))


def test_importing_capture_loads_nothing_heavy() -> None:
    script = "import sys, claimledger.capture; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}

    assert (
        loaded & {"requests", "urllib3", "trafilatura", "lxml", "pypdfium2", "markdown_it"} == set()
    )


def test_a_captured_document_is_a_value() -> None:
    assert capture_bytes(b"Five.", name="a") == capture_bytes(b"Five.", name="a")
    assert isinstance(hash(capture_bytes(b"Five.", name="a")), int)
    assert Captured.__dataclass_params__.frozen  # type: ignore[attr-defined]
