"""Every part that a person can meet is named in the documentation, and every link leads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

import claimledger
from claimledger import errors
from claimledger.capture import errors as capture_errors
from claimledger.cli.app import app
from claimledger.config.builtin_scales import builtin_scales
from claimledger.domain.acts import ACTS
from claimledger.errors import ClaimLedgerError
from claimledger.formats.registry import FORMATS

Page = Callable[[str], str]

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ERRORS = sorted(
    {
        value
        for module in (errors, capture_errors)
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, ClaimLedgerError)
    },
    key=lambda error: error.__name__,
)


def commands(command: Any, path: str = "") -> Iterator[str]:
    below = getattr(command, "commands", None)
    if below is None:
        yield path.strip()
        return
    for name, part in below.items():
        yield from commands(part, f"{path} {name}")


COMMANDS = list(commands(typer.main.get_command(app)))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_named_in_the_documents_and_the_reference(
    written: str, page: Page, command: str
) -> None:
    assert re.search(rf"(`|claimledger ){command}\b", written)
    assert f"\n## claimledger {command}\n" in page("docs/cli.md")


@pytest.mark.parametrize("format_", ["table", *FORMATS])
def test_every_format_is_named(written: str, page: Page, format_: str) -> None:
    assert f"`{format_}`" in written
    assert f"`{format_}`" in page("README.md")


@pytest.mark.parametrize("scale", [scale.id for scale in builtin_scales()])
def test_every_built_in_scale_is_named(page: Page, scale: str) -> None:
    assert f"`{scale}`" in page("README.md")
    assert f"`{scale}`" in page("docs/ledger-format.md")


@pytest.mark.parametrize("kind", ACTS)
def test_every_kind_of_event_has_its_section(page: Page, kind: str) -> None:
    assert f"\n### `{kind}`\n" in page("docs/ledger-format.md")


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_every_error_is_in_the_table_with_its_exit_code(
    page: Page, error: type[ClaimLedgerError]
) -> None:
    row = rf"^\| `{error.__name__}` \| .+ \| {error.exit_code} \|$"

    assert re.search(row, page("docs/architecture.md"), re.MULTILINE)


@pytest.mark.parametrize(
    "package",
    [
        *("domain", "matching", "store", "capture", "config", "ledger"),
        *("report", "formats", "review", "cli"),
    ],
)
def test_every_module_has_its_place_in_the_architecture(page: Page, package: str) -> None:
    heading = rf"^### [^\n]*`{package}`[^\n]*\n(.*?)(?=^#)"
    found = re.search(heading, page("docs/architecture.md"), re.MULTILINE | re.DOTALL)
    modules = {path.stem for path in (ROOT / "claimledger" / package).glob("*.py")} - {"__init__"}

    assert found is not None
    assert [name for name in sorted(modules) if f"`{name}`" not in found[1]] == []


def test_the_changelog_speaks_of_this_version(page: Page) -> None:
    versions = re.findall(r"^## \[(.+?)\]", page("CHANGELOG.md"), re.MULTILINE)

    assert versions[0] == claimledger.__version__


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(document: Path) -> None:
    text = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = [
        target
        for target in re.findall(r"\]\(([^)\s]+)\)", text)
        if not re.match(r"[a-z]+:", target)
    ]

    assert [link for link in links if not leads(document, link)] == []


def leads(document: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = document.parent / name if name else document
    if not target.exists():
        return False
    return not anchor or anchor in anchors(target.read_text(encoding="utf-8"))


def anchors(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
