"""Splitters by name, and what a package must do to bring one."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from claimledger.domain.claims import Claim
from claimledger.domain.text import Span
from claimledger.errors import ClaimLedgerError, UsageError
from claimledger.splitters.registry import BUILT_IN, GROUP, load_splitter, splitter_names
from claimledger.splitters.rules import RulesSplitter
from claimledger.splitters.splitter import Splitting, split_with

ROOT = Path(__file__).parents[2]
PLUG_IN = """
from claimledger.splitters.splitter import Splitting

class Silent:
    name = "silent"
    version = "3"

    def split(self, text, *, language):
        return Splitting(claims=(), splitter="silent/3")
"""


def install(folder: Path, package: str, entries: str, code: str = PLUG_IN) -> None:
    """Put a package with entry points into a folder, as pip would."""
    (folder / f"{package}.py").write_text(code)
    metadata = folder / f"{package}-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text(f"[{GROUP}]\n{entries}\n")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    return folder


def test_the_built_in_splitters_are_those_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["entry-points"][GROUP] == BUILT_IN
    assert splitter_names()[:2] == ["rules", "llm"]


def test_an_installed_package_brings_a_splitter(site: Path) -> None:
    install(site, "silent_splitter", "silent = silent_splitter:Silent")

    assert splitter_names() == ["rules", "llm", "silent"]
    assert load_splitter("silent").split("It rained.", language="en").splitter == "silent/3"


def test_no_package_takes_a_built_in_name(site: Path) -> None:
    install(site, "usurper", "rules = usurper:Silent")

    assert splitter_names() == ["rules", "llm"]
    assert isinstance(load_splitter("rules"), RulesSplitter)


def test_an_unknown_name_is_told_with_the_known_ones(site: Path) -> None:
    install(site, "silent_two", "silent = silent_two:Silent")

    with pytest.raises(UsageError) as caught:
        load_splitter("oracle")

    assert "oracle" in caught.value.message
    assert "rules, llm, silent" in caught.value.hint


def test_two_packages_with_one_name_are_told_apart_by_the_person(site: Path) -> None:
    install(site, "silent_a", "silent = silent_a:Silent")
    install(site, "silent_b", "silent = silent_b:Silent")

    with pytest.raises(UsageError, match="silent_a:Silent, silent_b:Silent"):
        load_splitter("silent")


@pytest.mark.parametrize("place", ["no_such_module:Silent", "silent_c:Loud"])
def test_a_broken_package_is_named(site: Path, place: str) -> None:
    install(site, "silent_c", f"silent = {place}")

    with pytest.raises(ClaimLedgerError, match=place):
        load_splitter("silent")


class Careless:
    """A plug-in whose claims do not all fit the text."""

    name = "careless"
    version = "1"

    def __init__(self, *claims: Claim) -> None:
        """Give these claims for any text."""
        self._claims = claims

    def split(self, text: str, *, language: str) -> Splitting:
        """Give the claims, whatever the text says."""
        assert text
        assert language
        return Splitting(claims=self._claims, splitter="careless/1")


TEXT = "The bridge reopened on Monday.\n\nThe repairs cost 12 million euros.\n"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"text": " "}, "text is empty"),
        ({"sentence": Span(0, 9_000)}, "outside the text"),
        ({"speaker_span": Span(-3, 2)}, "outside the text"),
        ({"spans": (Span(9, 3),)}, "not in order"),
        ({"spans": ()}, "not in order"),
        ({"quote": "The bridge fell down."}, "quote"),
        ({"id": "0" * 64}, "id"),
        ({"checkworthiness": 7.0}, "worth"),
    ],
)
def test_a_claim_that_does_not_fit_the_text_is_left_out(
    change: dict[str, object], fault: str
) -> None:
    first, second = RulesSplitter().split(TEXT, language="en").claims
    broken = replace(first, **change)  # type: ignore[arg-type]
    splitting = split_with(Careless(second, broken, second, first), TEXT, language="en")

    assert splitting.claims == (first, second)
    assert [fault in d.message for d in splitting.diagnostics] == [True]


def test_splitters_are_loaded_to_split_alone() -> None:
    code = (
        "import sys; import claimledger.cli.app, claimledger.ledger\n"
        "print([m for m in sys.modules if m.startswith('claimledger.splitt')])"
    )
    loading = (
        "import sys; from claimledger.splitters.registry import load_splitter\n"
        "load_splitter('rules').version\n"
        "print([m for m in sys.modules if m in {'spacy', 'requests'}])"
    )
    for words in (code, loading):
        done = subprocess.run(
            [sys.executable, "-c", words], capture_output=True, text=True, check=True
        )
        assert done.stdout == "[]\n"
