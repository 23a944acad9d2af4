"""Why a model gave nothing that can be used; the splitter falls back and says so."""

from __future__ import annotations

from claimledger.errors import ClaimLedgerError


class ModelError(ClaimLedgerError):
    """The model, or its server, gave no answer that can be used."""


class FormError(ModelError):
    """Another form of the question may bring an answer that can be used."""
