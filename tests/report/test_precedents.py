"""How earlier claims look beside each other, and on one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len
from rich.console import RenderableType

from claimledger.domain.records import ArticleReport
from claimledger.ledger.precedents import Precedent
from claimledger.matching.labels import Label
from claimledger.report.precedents import LABELS, precedent_line, precedents_table

WIDTHS = [44, 80, 120]


@pytest.fixture
def found(report: ArticleReport) -> list[Precedent]:
    """Return three precedents: one checked, one disputed and one open."""
    return [
        Precedent(claim=claim, label=label, similarity=near, reasons=reasons, said=said)
        for claim, label, near, reasons, said in zip(
            (report.claims[0], report.claims[2], report.claims[3]),
            (Label.SAME, Label.NUMBER, Label.RELATED),
            (100, 71, 18),
            ((), ("a third here, Half there", "“not” here alone"), ("“opened” there alone",)),
            ("2024-03-01", None, "2024-03-01"),
            strict=True,
        )
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_table_says_what_differs_how_it_came_out_and_when(
    width: int, found: list[Precedent], plain: Callable[[RenderableType, int], str]
) -> None:
    shown = plain(precedents_table(found, width=width), width)

    assert all(cell_len(row) <= width for row in shown.splitlines())
    words = " ".join(shown.split())
    for told in ("3.1", "= same", "100%", "True", "2024-03-05", "≠ differs in number", "71%"):
        assert told in words
    assert "disputed" in words
    assert "said 2024-03-01" in words


def test_a_wide_table_has_each_reason_under_its_claim(
    found: list[Precedent], plain: Callable[[RenderableType, int], str]
) -> None:
    rows = plain(precedents_table(found, width=120), 120).splitlines()

    [place] = [at for at, row in enumerate(rows) if "Half of all crossings" in row]
    assert "a third here, Half there; “not” here alone" in " ".join(rows[place : place + 3])


def test_one_line_names_the_first_difference_and_the_outcome(found: list[Precedent]) -> None:
    told = [precedent_line(one).plain for one in found]

    assert told == [
        "3.1 · = same · ✓ True · 2024-03-05",
        "3.3 · ≠ differs in number · a third here, Half there · ≠ disputed · 2024-03-05",
        "3.4 · ~ related · “opened” there alone · ○ open · said 2024-03-01",
    ]


def test_nothing_found_is_said(plain: Callable[[RenderableType, int], str]) -> None:
    assert plain(precedents_table([], width=80), 80) == "No earlier claim comes near."


def test_every_label_has_a_mark_of_its_own_word() -> None:
    assert set(LABELS) == set(Label)
    assert all(cell_len(mark.symbol) == 1 for mark in LABELS.values())


@pytest.mark.parametrize("width", WIDTHS)
def test_text_from_outside_moves_no_cursor(
    width: int,
    found: list[Precedent],
    claim_with: Callable[..., object],
    plain: Callable[[RenderableType, int], str],
) -> None:
    hostile = Precedent(
        claim=claim_with(text="a\x1b[2Jb\u202ec [bold]"),  # type: ignore[arg-type]
        label=Label.RELATED,
        similarity=1,
        reasons=("\x9b2J[/x] here",),
        said="\x1b[2J",
    )
    shown = plain(precedents_table([*found, hostile], width=width), width)

    assert not {"\x1b", "\x9b", "\u202e"} & {*shown, *precedent_line(hostile).plain}
    assert "[bold]" in shown
