"""What a person sees: Rich renderables of records, made for a given width in cells."""

from __future__ import annotations

from claimledger.report.articles import article_report, articles_report, articles_table
from claimledger.report.claims import claim_report
from claimledger.report.evidence import evidence_table
from claimledger.report.listings import claims_table, log_table, split_table
from claimledger.report.scales import scale_detail, scales_table

__all__ = [
    "article_report",
    "articles_report",
    "articles_table",
    "claim_report",
    "claims_table",
    "evidence_table",
    "log_table",
    "scale_detail",
    "scales_table",
    "split_table",
]
