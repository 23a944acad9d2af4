"""People: whose work is meant by a name that a person typed, and of which days."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import date

from claimledger.domain.names import one_line
from claimledger.domain.outside import line, person
from claimledger.errors import UsageError
from claimledger.store import stats_queries as queries


def named(known: Collection[str], typed: str, *, did: str = "did anything here") -> str:
    """Return the full name, of those ``known``, that a person typed, or how it begins.

    Raises:
        UsageError: Nobody has such a name, or several have; ``did`` says what they are known for.
    """
    found = _fitting(known, typed)
    if len(found) == 1:
        return found[0]
    if found:
        several = " or ".join(f'"{line(name)}"' for name in found)
        raise UsageError(f'"{typed}" could be {several}.', hint="Type enough to tell them apart.")
    names = ", ".join(line(name) for name in known)
    raise UsageError(
        f'Nobody called "{typed}" {did}.',
        hint=f"These did: {names}." if names else "Nobody did yet.",
    )


def assigned_name(sql: sqlite3.Connection, typed: str) -> str:
    """Return the name under which claims are assigned to whom a person typed.

    That is the full name of the one reviewer it fits; else it is new, and taken as it is.

    Raises:
        UsageError: It is no name.
    """
    wanted = one_line(typed, what="reviewer's name")
    found = _fitting(dict.fromkeys([*queries.names(sql), *queries.assigned(sql)]), wanted)
    return found[0] if len(found) == 1 else wanted


def days(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Return the days that a person typed.

    Raises:
        UsageError: One is no date, or the first comes after the last.
    """
    from claimledger.ledger.intake import checked_date

    first, last = (checked_date(typed) for typed in (since, until))
    if first is not None and last is not None and first > last:
        raise UsageError(f"{first} comes after {last}.", hint="Give --since the earlier day.")
    return (
        None if first is None else date.fromisoformat(first),
        None if last is None else date.fromisoformat(last),
    )


def _fitting(known: Collection[str], typed: str) -> list[str]:
    """Return the names that are spelled so; else those that are so but for case or address.

    Where there is none, those that begin so.
    """
    if typed in known:
        return [typed]
    wanted = line(typed).casefold()
    spelled = {name: (line(name).casefold(), person(name).casefold()) for name in known}
    exact = [name for name in known if wanted in spelled[name]]
    return exact or [name for name in known if wanted and spelled[name][0].startswith(wanted)]
