"""Citations of evidence: plain text, Markdown, BibTeX and CSL-JSON.

CSL-JSON is the input of citation processors, https://docs.citationstyles.org/.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, Final
from urllib.parse import urlsplit

from claimledger.domain.outside import line, link, person
from claimledger.domain.records import EvidenceRecord
from claimledger.formats.markdown import escape
from claimledger.formats.objects import json_text

_TEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "$&#_%"},
}


def text(evidence: EvidenceRecord) -> str:
    """Cite as a sentence of plain text."""
    return _sentence(evidence, str, address=str)


def markdown(evidence: EvidenceRecord) -> str:
    """Cite as a sentence of Markdown, its addresses linked."""

    def linked(address: str) -> str:
        target = link(address)
        return f"<{target}>" if target and not re.search(r"[<>\s]", target) else escape(address)

    return _sentence(evidence, escape, address=linked)


def bibtex(evidence: EvidenceRecord) -> str:
    """Cite as a BibTeX ``@online`` entry."""
    address, accessed = _address(evidence), _accessed(evidence)
    fields = {
        "title": f"{{{_tex(_title(evidence))}}}",
        "author": f"{{{_tex(line(evidence.author))}}}" if evidence.author else None,
        "date": evidence.published,
        "url": None if address is None else re.sub(r"[{}\\\s]", "", address),
        "urldate": accessed,
        "note": _tex(f"Archived at {archived}") if (archived := _archived(evidence)) else None,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{_key(evidence)},", *lines, "}"])


def csl(evidence: EvidenceRecord) -> dict[str, Any]:
    """Return the citation as a CSL-JSON item."""
    is_page = _address(evidence) is not None
    item: dict[str, Any] = {
        "id": _key(evidence),
        "type": "webpage" if is_page else "document",
        "title": _title(evidence),
    }
    if evidence.author:
        item["author"] = [{"literal": line(evidence.author)}]
    if evidence.published:
        item["issued"] = _parts(evidence.published)
    if accessed := _accessed(evidence):
        item["accessed"] = _parts(accessed)
    if is_page:
        item["URL"] = _address(evidence)
    if archived := _archived(evidence):
        item["archive"] = urlsplit(archived).hostname
        item["archive_location"] = archived
    return item


def cited(evidence: Iterable[EvidenceRecord], style: str) -> str:
    """Return citations in one of ``STYLES``, ready to be printed."""
    if style == "csl":
        return json_text([csl(one) for one in evidence]) + "\n"
    write = _WRITERS[style]
    gap = "\n" if style == "text" else "\n\n"
    return gap.join(write(one) for one in evidence) + "\n"


_WRITERS: Final[dict[str, Callable[[EvidenceRecord], str]]] = {
    "text": text,
    "markdown": markdown,
    "bibtex": bibtex,
}
STYLES: Final = (*_WRITERS, "csl")


def _sentence(
    evidence: EvidenceRecord, words: Callable[[str], str], *, address: Callable[[str], str]
) -> str:
    parts = [words(line(evidence.author))] if evidence.author else []
    title = words(f"“{_title(evidence)}”")
    parts.append(f"{title} ({evidence.published})" if evidence.published else title)
    if place := _address(evidence):
        parts.append(address(place))
    if accessed := _accessed(evidence):
        parts.append(f"Retrieved {accessed} by {words(person(evidence.attached_by))}")
    if archived := _archived(evidence):
        parts.append(f"Archived at {address(archived)}")
    if evidence.capture is not None:
        parts.append(f"SHA-256 of what was captured: {evidence.capture.raw}")
    return ". ".join(parts) + "."


def _title(evidence: EvidenceRecord) -> str:
    return line(evidence.title or evidence.source)


def _address(evidence: EvidenceRecord) -> str | None:
    """Return the address to cite: of the page itself, where an archive's copy was attached."""
    return evidence.copy_of or evidence.url


def _archived(evidence: EvidenceRecord) -> str | None:
    """Return the address of a copy at an archive, the newest if there are several."""
    copies = [archive.url for archive in evidence.archives if archive.url]
    if evidence.copy_of is not None and evidence.url is not None:
        copies.insert(0, evidence.url)
    return copies[-1] if copies else None


def _accessed(evidence: EvidenceRecord) -> str | None:
    return evidence.capture.retrieved[:10] if evidence.capture else None


def _key(evidence: EvidenceRecord) -> str:
    """Return a key of plain letters: the site or the title, the year, and part of the id."""
    address = _address(evidence)
    host = (urlsplit(address).hostname or "") if address else ""
    name = host.removeprefix("www.").partition(".")[0] or _title(evidence).split()[0]
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    year = (evidence.published or evidence.attached_at)[:4]
    return f"{re.sub('[^A-Za-z0-9]', '', plain) or 'source'}{year}{evidence.id[:6]}"


def _parts(day: str) -> dict[str, Any]:
    return {"date-parts": [[int(part) for part in day.split("-")]]}


def _tex(text_: str) -> str:
    return "".join(_TEX.get(c, c) for c in text_)
