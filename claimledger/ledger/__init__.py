"""The library's front door: one class, every use case."""

from __future__ import annotations

from claimledger.ledger.ledger import AddedArticle, Ledger

__all__ = ["AddedArticle", "Ledger"]
