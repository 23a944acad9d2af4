"""Whatever is given: one clear message, the documented exit code, nothing half-done."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

BAD_FILES = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t ",
    "zeros.txt": b"The council\0 met.",
    "latin.txt": b"Caf\xe9 prices rose.",
    "picture.txt": bytes(range(256)) * 20,
    "long.txt": b"The council spent 3 million euros. " * 1_500_000,
    "letter.docx": b"PK\x03\x04 and so on",
    "scan.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n",
    "cut.pdf": b"%PDF-1.4\n1 0 obj<<",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_is_no_article_leaves_no_ledger_behind(
    run: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(BAD_FILES[name])
    done = run("add", name)

    assert done.code in {1, 2}
    assert done.out == ""
    assert done.err.startswith("Error: ")
    assert len(done.err.strip().splitlines()) == 2
    assert not (tmp_path / "ledger.db").exists()


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("nowhere.txt", 1),
        (".", 1),
        ("ftp://paper.example/a", 2),
        ("file:///etc/passwd", 2),
        ("http://", 1),
        ("http://127.0.0.1:1/", 1),
        ("http://2130706433/", 1),
        ("http://[::ffff:10.0.0.1]/", 1),
        ("http://169.254.169.254/latest", 1),
    ],
)
def test_an_address_that_is_not_fetched_says_why(
    run: Run, tmp_path: Path, source: str, code: int
) -> None:
    done = run("add", source)

    assert done.code == code
    assert done.err.startswith("Error: ")
    assert len(done.err.strip().splitlines()) == 2
    assert not (tmp_path / "ledger.db").exists()


def test_nothing_piped_in_is_said_to_be_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    done = run("add", "-")

    assert done.code == 1
    assert "Standard input is empty" in done.err


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no ledger"),
        (b"A text file, not a ledger.", "no ledger"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "ledger"),
    ],
    ids=["empty", "text", "damaged"],
)
@pytest.mark.parametrize("words", [("list",), ("verdict", "1.1", "true", "--because", "x")])
def test_a_file_that_is_no_ledger_is_left_as_it_is(
    run: Run, tmp_path: Path, content: bytes, says: str, words: tuple[str, ...]
) -> None:
    (tmp_path / "ledger.db").write_bytes(content)
    done = run(*words)

    assert done.code == 1
    assert says in done.err
    assert (tmp_path / "ledger.db").read_bytes() == content


def test_a_date_that_is_none_is_refused_before_anything_is_written(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("The council spent 3 million euros on the bridge.")
    done = run("add", "a.txt", "--published", "yesterday")

    assert done.code == 2
    assert "YYYY-MM-DD" in done.err
    assert not (tmp_path / "ledger.db").exists()
