"""The one family of errors that a person can get.

An error says what is wrong, ``hint`` says what to do next, and ``exit_code`` is the
contract of the command line: 0 done, 1 failed, 2 usage, 3 a check found problems,
4 conflict. Anything outside this family is a bug and shows its traceback.
"""

from __future__ import annotations

from typing import ClassVar


class ClaimLedgerError(Exception):
    """Something a person can act on; the base of every error this package raises."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Say what is wrong in ``message`` and what to do about it in ``hint``."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ClaimLedgerError):
    """The command was given something it cannot take."""

    exit_code = 2


class UnknownReferenceError(UsageError):
    """A reference names nothing in this ledger, or more than one thing."""


class UnknownRatingError(UsageError):
    """A rating is no label of the scale, or the beginning of several."""


class ConflictError(ClaimLedgerError):
    """Somebody else's change came first, or the act does not fit the state."""

    exit_code = 4


class LedgerFileError(ClaimLedgerError):
    """The ledger file cannot be opened, read or written."""


class EventError(ClaimLedgerError):
    """An event does not have the form that the ledger format requires."""
