"""Citations say what was seen, where and when, in the forms that others read."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from claimledger.domain.evidence import ArchiveState
from claimledger.domain.records import ArchiveRecord, ClaimRecord, EvidenceRecord
from claimledger.formats.citations import STYLES, bibtex, cited, csl, markdown, text


@pytest.fixture
def page(claim: ClaimRecord) -> EvidenceRecord:
    return replace(claim.evidence[0], author="Port & Sons", title="Log_1: 50% {late}")


def test_a_citation_names_author_title_date_address_and_what_was_captured(
    page: EvidenceRecord,
) -> None:
    assert text(page) == (
        "Port & Sons. “Log_1: 50% {late}” (2024-01-15). https://port.example/log(2023)."
        f" Retrieved 2024-03-03 by Ben. SHA-256 of what was captured: {'9f2c' * 16}."
    )


def test_markdown_links_the_address_and_escapes_the_rest(page: EvidenceRecord) -> None:
    shown = markdown(replace(page, title="[x](y) *a*"))
    assert "<https://port.example/log(2023)>" in shown
    assert "[x](y)" not in shown


def test_an_address_that_is_no_link_is_no_link_in_markdown(page: EvidenceRecord) -> None:
    assert "<javascript" not in markdown(replace(page, url="javascript:alert(1)"))


def test_bibtex_escapes_what_tex_would_read(page: EvidenceRecord) -> None:
    entry = bibtex(page)
    assert entry.startswith(f"@online{{port2024{page.id[:6]},")
    assert r"title = {{Log\_1: 50\% \{late\}}}" in entry
    assert r"author = {{Port \& Sons}}" in entry
    assert "urldate = {2024-03-03}" in entry


def test_csl_has_dates_in_parts(page: EvidenceRecord) -> None:
    item = csl(page)
    assert (item["type"], item["title"]) == ("webpage", "Log_1: 50% {late}")
    assert item["issued"] == {"date-parts": [[2024, 1, 15]]}
    assert item["accessed"] == {"date-parts": [[2024, 3, 3]]}
    assert item["author"] == [{"literal": "Port & Sons"}]


def test_a_copy_at_an_archive_is_cited_beside_the_page(page: EvidenceRecord) -> None:
    copy = ArchiveRecord(
        time="2024-03-04T00:00:00.000Z",
        by="Ben",
        service="wayback",
        state=ArchiveState.SAVED,
        url="https://web.archive.org/web/20240304000000/https://port.example/log",
        job=None,
        detail="",
    )
    archived = replace(page, archives=(copy,))
    assert f"Archived at {copy.url}." in text(archived)
    assert csl(archived)["archive"] == "web.archive.org"


def test_a_pasted_copy_cites_the_page_it_is_a_copy_of(page: EvidenceRecord) -> None:
    pasted = replace(page, url="https://archive.ph/AbCde", copy_of="https://port.example/log")
    shown = text(pasted)
    assert "https://port.example/log. Retrieved" in shown
    assert "Archived at https://archive.ph/AbCde." in shown


def test_a_file_without_an_address_is_cited_by_its_name(page: EvidenceRecord) -> None:
    file = replace(page, url=None, title=None, author=None, published=None, source="minutes.pdf")
    assert text(file).startswith("“minutes.pdf”. Retrieved 2024-03-03")
    assert csl(file)["type"] == "document"


@pytest.mark.parametrize("style", STYLES)
def test_every_style_cites_several(style: str, page: EvidenceRecord) -> None:
    shown = cited([page, page], style)
    assert shown.endswith("\n")
    assert len(json.loads(shown)) == 2 if style == "csl" else shown.count("2024-03-03") == 2
