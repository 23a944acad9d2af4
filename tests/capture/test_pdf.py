from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimledger.capture import CaptureError, Limits, capture_bytes
from claimledger.capture.pdf import paragraphs_of
from claimledger.errors import ClaimLedgerError


def text_of(data: bytes) -> str:
    return paragraphs_of(data, name="a.pdf")[0]


LONG = "The council said that the unemployment rate fell to five percent in"


def test_lines_become_paragraphs(make_pdf: Callable[..., bytes], pdf_lines: Any) -> None:
    data = make_pdf(
        pdf_lines("Jobs are up")
        + pdf_lines(LONG, "the last year. The mayor agreed.", LONG, "2020.", top=680)
    )

    assert text_of(data) == (
        f"Jobs are up\n\n{LONG} the last year. The mayor agreed.\n\n{LONG} 2020."
    )


@pytest.mark.parametrize(
    ("first", "second", "mended"),
    [
        ("The unemploy-", "ment rate fell.", "The unemployment rate fell."),
        ("The Anglo-", "Saxon rate fell.", "The Anglo-Saxon rate fell."),
        ("From 2019-", "20 it fell.", "From 2019-20 it fell."),
        (
            "A well-known and also well-",
            "known rate fell.",
            "A well-known and also well-known rate fell.",
        ),
    ],
)
def test_a_word_broken_at_a_line_end_is_mended(
    make_pdf: Callable[..., bytes], pdf_lines: Any, first: str, second: str, mended: str
) -> None:
    data = make_pdf(pdf_lines(first, second))

    assert text_of(data) == mended


def test_a_sentence_goes_on_over_the_page_and_its_furniture(
    make_pdf: Callable[..., bytes], pdf_lines: Any
) -> None:
    pages = [
        pdf_lines(f"The Daily, {n}", top=760) + pdf_lines(text) + pdf_lines(str(n), top=40)
        for n, text in enumerate(["The rate fell to", "five percent. It rose", "again."], 1)
    ]

    text = text_of(make_pdf(*pages))

    assert text == "The rate fell to five percent. It rose again."


def test_columns_are_read_one_after_the_other(
    make_pdf: Callable[..., bytes], pdf_lines: Any
) -> None:
    left = pdf_lines("The council met on a", "Tuesday and voted for", "the new roads that")
    right = pdf_lines("the President of the", "Republic had promised.", left=320)

    assert text_of(make_pdf(left + right)) == (
        "The council met on a Tuesday and voted for the new roads that"
        " the President of the Republic had promised."
    )


def test_what_a_pdf_says_of_itself_is_metadata(
    make_pdf: Callable[..., bytes], pdf_lines: Any
) -> None:
    info = "/Title (Jobs are up) /Author (Jane Doe) /CreationDate (D:20240305100000Z)"
    captured = capture_bytes(make_pdf(pdf_lines("Five."), info=info), name="a.pdf")

    assert (captured.title, captured.author) == ("Jobs are up", "Jane Doe")
    assert (captured.published, captured.published_guessed) == ("2024-03-05", True)
    assert captured.media_type == "application/pdf"


def test_a_title_that_a_program_made_up_is_none(
    make_pdf: Callable[..., bytes], pdf_lines: Any
) -> None:
    data = make_pdf(pdf_lines("Five."), info="/Title (Microsoft Word - final-v5.docx)")

    assert capture_bytes(data, name="a.pdf").title is None


def test_a_pdf_is_known_by_its_bytes(make_pdf: Callable[..., bytes], pdf_lines: Any) -> None:
    data = make_pdf(pdf_lines("Five."))

    assert capture_bytes(data, name="download", media_type="text/html").text == "Five."


def test_a_scan_is_an_error_that_says_so(make_pdf: Callable[..., bytes]) -> None:
    with pytest.raises(CaptureError, match="no text layer") as caught:
        capture_bytes(make_pdf("0 0 100 100 re f"), name="scan.pdf")

    assert "ocrmypdf" in caught.value.hint


@pytest.mark.parametrize("handler", ["Standard", "Unheard-of"])
def test_an_encrypted_pdf_is_an_error_that_says_so(
    make_pdf: Callable[..., bytes], pdf_lines: Any, handler: str
) -> None:
    keys = f"/V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'11' * 32}>"
    trailer = f"/Encrypt << /Filter /{handler} {keys} >> /ID [<00><00>]"

    with pytest.raises(CaptureError, match="asks for a password"):
        capture_bytes(make_pdf(pdf_lines("Five."), trailer=trailer), name="locked.pdf")


def test_a_pdf_with_too_much_text_is_refused(
    make_pdf: Callable[..., bytes], pdf_lines: Any
) -> None:
    with pytest.raises(CaptureError, match="of text"):
        capture_bytes(make_pdf(pdf_lines(LONG)), name="a.pdf", limits=Limits(text=20, pdf=10_000))


@settings(
    deadline=None,  # the first example loads the library
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # they hold functions
)
@given(data=st.data())
def test_a_damaged_pdf_is_text_or_an_error_with_advice(
    make_pdf: Callable[..., bytes], pdf_lines: Any, data: st.DataObject
) -> None:
    whole = make_pdf(pdf_lines("Five percent.", "Six."), pdf_lines("Seven."))
    at = data.draw(st.integers(9, len(whole)))
    damaged = (
        whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 9)) :]
    )

    try:
        text = text_of(damaged)
    except ClaimLedgerError as error:
        assert error.hint  # noqa: PT017 - text is as good an outcome
    else:
        assert text.encode().decode() == text


def test_a_pdf_that_unpacks_to_gigabytes_is_refused(make_pdf: Callable[..., bytes]) -> None:
    packing = zlib.compressobj(9)
    packed = b"".join(packing.compress(b" " * 1_000_000) for _ in range(400)) + packing.flush()
    stream = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode()
    data = make_pdf("BOMB").replace(b"<< /Length 4 >>\nstream\nBOMB", stream + packed)

    with pytest.raises(CaptureError, match="400 MB of memory"):
        capture_bytes(data, name="bomb.pdf", limits=Limits(memory=400_000_000))


def test_a_pdf_that_takes_too_long_is_refused(
    make_pdf: Callable[..., bytes], pdf_lines: Any
) -> None:
    with pytest.raises(CaptureError, match=r"not read after 0\.001 seconds"):
        capture_bytes(make_pdf(pdf_lines("Five.")), name="a.pdf", limits=Limits(reading=0.001))


def test_the_name_of_a_pdf_may_hold_anything(make_pdf: Callable[..., bytes]) -> None:
    name = "nul\x00 newline\n surrogate\ud800"

    with pytest.raises(CaptureError) as caught:
        capture_bytes(make_pdf(""), name=name)

    assert caught.value.message.startswith(name)


def test_reading_a_pdf_runs_nothing_from_the_folder_it_is_in(
    make_pdf: Callable[..., bytes], pdf_lines: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise SystemExit('taken over')")
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')")
    monkeypatch.setattr(sys, "path", [str(Path(one).absolute()) for one in sys.path])
    monkeypatch.chdir(tmp_path)

    assert capture_bytes(make_pdf(pdf_lines("Five.")), name="a.pdf").text == "Five."
