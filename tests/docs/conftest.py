"""The documentation's files, and the scripts that make some of them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder that holds the README."""
    return ROOT


@pytest.fixture(scope="session")
def script() -> Callable[[str], ModuleType]:
    """Load a script of ``docs`` by its name."""

    def load(name: str) -> ModuleType:
        spec = spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        sys.modules[name] = module  # dataclasses look their module up
        spec.loader.exec_module(module)
        return module

    return load


@pytest.fixture(scope="session")
def page() -> Callable[[str], str]:
    """Read a document by its path from the root."""
    return lambda name: (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def written(page: Callable[[str], str]) -> str:
    """Return everything that people wrote of the documentation, none of it made."""
    made = {"cli.md"}
    names = sorted(p.name for p in (ROOT / "docs").glob("*.md") if p.name not in made)
    return "\n".join([page("README.md"), *(page(f"docs/{name}") for name in names)])
