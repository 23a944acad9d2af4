"""Sources: which pieces of evidence are the same document, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from claimledger.domain.records import ArticleRecord, EvidenceRecord

_AUTHORITY: Final = re.compile(r"[^/?#]*")
_PORT: Final = re.compile(r":\d*$")


def number_of_sources(evidence: Iterable[EvidenceRecord]) -> int:
    """Count the different documents among pieces of evidence.

    Two quotes from one page are one source, and so are a page and an archive's copy of it, or
    two addresses that led to the same bytes.
    """
    addresses, contents = set(), set()
    for one in evidence:
        address = address_of(one)
        addresses.add(address)
        contents.add(one.capture.raw if one.capture else address)
    return min(len(addresses), len(contents))


def address_of(evidence: EvidenceRecord) -> str:
    """Return the address of a document itself: not of a place in it, or of a copy."""
    return (evidence.copy_of or evidence.url or evidence.source).partition("#")[0]


def is_article(evidence: EvidenceRecord, article: ArticleRecord) -> bool:
    """Tell whether evidence is the article that makes the claim: of its address, bytes or text.

    What a path names can change between two readings, so of a file only the contents count.
    """
    read = article.capture
    pages = (article.url, article.source, read.final_url if read else None)
    if address_of(evidence) in {page.partition("#")[0] for page in pages if page and "://" in page}:
        return True
    found = evidence.capture
    if found is None:
        return False
    return found.text == article.text or (read is not None and found.raw == read.raw)


def host_of(address: str) -> str:
    """Return the host that an address names, without port and ``www.``; "" for one of a file."""
    _, slashes, rest = address.partition("://")
    if not slashes:
        return ""
    authority = _AUTHORITY.match(rest)
    host = "" if authority is None else authority.group().rpartition("@")[2].casefold()
    return _PORT.sub("", host).rstrip(".").removeprefix("www.")
