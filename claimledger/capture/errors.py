"""What can go wrong between a source and its text.

None of these derive from ``OSError``: the HTTP library retries those and hides what
they say.
"""

from __future__ import annotations

from claimledger.errors import ClaimLedgerError


class CaptureError(ClaimLedgerError):
    """A source could not be read or fetched."""


class UnsupportedError(CaptureError):
    """The source is of a sort this program never reads."""

    exit_code = 2


class PrivateAddressError(CaptureError):
    """An address points into a private network or at this machine."""
