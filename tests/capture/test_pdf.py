from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimledger.capture import CaptureError, Limits, capture_bytes
from claimledger.errors import ClaimLedgerError

LONG = "The council said that the unemployment rate fell to five percent in"


def test_lines_become_paragraphs(make_pdf: Callable[..., bytes], pdf_lines: Any) -> None:
    data = make_pdf(
        pdf_lines("Jobs are up")
        + pdf_lines(LONG, "the last year. The mayor agreed.", LONG, "2020.", top=680)
    )

    assert capture_bytes(data, name="a.pdf").text == (
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

    assert capture_bytes(data, name="a.pdf").text == mended


def test_a_sentence_goes_on_over_the_page_and_its_furniture(
    make_pdf: Callable[..., bytes], pdf_lines: Any
) -> None:
    pages = [
        pdf_lines(f"The Daily, {n}", top=760) + pdf_lines(text) + pdf_lines(str(n), top=40)
        for n, text in enumerate(["The rate fell to", "five percent. It rose", "again."], 1)
    ]

    text = capture_bytes(make_pdf(*pages), name="a.pdf").text

    assert text == "The rate fell to five percent. It rose again."


def test_columns_are_read_one_after_the_other(
    make_pdf: Callable[..., bytes], pdf_lines: Any
) -> None:
    left = pdf_lines("The council met on a", "Tuesday and voted for", "the new roads that")
    right = pdf_lines("the President of the", "Republic had promised.", left=320)

    assert capture_bytes(make_pdf(left + right), name="a.pdf").text == (
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


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # they hold functions
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
        text = capture_bytes(damaged, name="a.pdf").text
    except ClaimLedgerError as error:
        assert error.hint  # noqa: PT017 - text is as good an outcome
    else:
        assert text.encode().decode() == text
