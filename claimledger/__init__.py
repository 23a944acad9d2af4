"""Split articles into claims, attach evidence and verdicts, keep a history.

The library is ``Ledger`` and ``split``; names load when they are first used, so that
``import claimledger`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimledger.domain.claims import Claim, ClaimKind
    from claimledger.domain.evidence import Stance
    from claimledger.domain.verdicts import ClaimStatus
    from claimledger.errors import ClaimLedgerError
    from claimledger.ledger import Ledger
    from claimledger.splitting.run import split

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "ClaimKind",
    "ClaimLedgerError",
    "ClaimStatus",
    "Ledger",
    "Stance",
    "split",
]

_HOMES = {
    "Claim": "claimledger.domain.claims",
    "ClaimKind": "claimledger.domain.claims",
    "ClaimLedgerError": "claimledger.errors",
    "ClaimStatus": "claimledger.domain.verdicts",
    "Ledger": "claimledger.ledger",
    "Stance": "claimledger.domain.evidence",
    "split": "claimledger.splitting.run",
}


def __getattr__(name: str) -> Any:
    """Load a public name from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
