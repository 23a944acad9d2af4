"""Every splitter by name: the built-in ones, and those of installed packages.

A package brings a splitter by an entry point in the group ``claimledger.splitters``: its
name, and a class or function that makes a :class:`Splitter` when called without arguments.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import cast

from claimledger.errors import ClaimLedgerError, UsageError
from claimledger.splitters.splitter import Splitter

GROUP = "claimledger.splitters"

BUILT_IN = {
    "rules": "claimledger.splitters.rules:RulesSplitter",
    "llm": "claimledger.splitters.llm.splitter:LlmSplitter.from_settings",
}
"""As in ``pyproject.toml``, so that a source tree that is not installed has them too.

No package can take these names over: the record would no longer say what split a text.
"""


def splitter_names() -> list[str]:
    """Return the names of all splitters, the built-in ones first."""
    installed = {entry.name for entry in entry_points(group=GROUP)}
    return [*BUILT_IN, *sorted(installed - BUILT_IN.keys())]


def load_splitter(name: str) -> Splitter:
    """Make the splitter of this name.

    Raises:
        UsageError: There is none, there are two, or it is not set up.
        ClaimLedgerError: The package that brings it is broken.
    """
    entry = _entry(name)
    try:
        make = entry.load()
    except (ImportError, AttributeError) as error:
        raise ClaimLedgerError(
            f"The splitter {name} ({entry.value}) cannot be loaded: {error}.",
            hint="Install its package again, or choose another splitter.",
        ) from error
    return cast(Splitter, make())


def _entry(name: str) -> EntryPoint:
    if name in BUILT_IN:
        return EntryPoint(name, BUILT_IN[name], GROUP)
    found = {entry.value: entry for entry in entry_points(group=GROUP, name=name)}
    if not found:
        raise UsageError(
            f'"{name}" is no splitter.', hint=f"It is one of: {', '.join(splitter_names())}."
        )
    if len(found) > 1:
        raise UsageError(
            f'There are {len(found)} splitters named "{name}": {", ".join(sorted(found))}.',
            hint="Uninstall the packages you do not mean.",
        )
    return next(iter(found.values()))
