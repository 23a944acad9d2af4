"""Capturing: files, standard input and URLs to text with metadata.

Importing this package loads no network, HTML or PDF library; capturing does.
"""

from __future__ import annotations

from claimledger.capture.client import Client, Fetched
from claimledger.capture.documents import (
    STDIN,
    Captured,
    capture,
    capture_bytes,
    capture_file,
    capture_stdin,
    capture_url,
    is_url,
)
from claimledger.capture.errors import CaptureError, PrivateAddressError, UnsupportedError
from claimledger.capture.fragments import text_fragment
from claimledger.capture.limits import LIMITS, Limits
from claimledger.capture.quotes import QuoteMatch, find_quote

__all__ = [
    "LIMITS",
    "STDIN",
    "CaptureError",
    "Captured",
    "Client",
    "Fetched",
    "Limits",
    "PrivateAddressError",
    "QuoteMatch",
    "UnsupportedError",
    "capture",
    "capture_bytes",
    "capture_file",
    "capture_stdin",
    "capture_url",
    "find_quote",
    "is_url",
    "text_fragment",
]
