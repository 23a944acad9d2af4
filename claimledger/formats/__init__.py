"""Records for other programs and documents: JSON, CSV, TSV, references and Markdown."""

from __future__ import annotations

from claimledger.formats.listings import (
    ARTICLES,
    CLAIMS,
    EVIDENCE,
    LOG,
    SCALES,
    SPLIT,
    Column,
    Listing,
)
from claimledger.formats.markdown import article_markdown, claim_markdown
from claimledger.formats.objects import json_text, write_object
from claimledger.formats.records import (
    Record,
    article_object,
    claim_object,
    evidence_object,
    log_object,
    rating_object,
    report_object,
    scale_object,
    split_object,
    verdict_object,
)
from claimledger.formats.registry import FORMATS, Writer

__all__ = [
    "ARTICLES",
    "CLAIMS",
    "EVIDENCE",
    "FORMATS",
    "LOG",
    "SCALES",
    "SPLIT",
    "Column",
    "Listing",
    "Record",
    "Writer",
    "article_markdown",
    "article_object",
    "claim_markdown",
    "claim_object",
    "evidence_object",
    "json_text",
    "log_object",
    "rating_object",
    "report_object",
    "scale_object",
    "split_object",
    "verdict_object",
    "write_object",
]
