"""How agreement looks, and what it must never say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import RenderableType

from claimledger.domain.agreement import ClaimAgreement, LeftOut, Omission
from claimledger.domain.claims import ClaimId
from claimledger.domain.records import ClaimRecord
from claimledger.domain.scales import Scale
from claimledger.domain.verdicts import ClaimStatus
from claimledger.ledger.agreeing import agreement
from claimledger.report.agreement import AgreementReport
from claimledger.report.measures import coefficient, percent

ANA, BEN, CAI = "Ana Sousa <ana@desk.example>", "Ben Haddad <ben@desk.example>", "Cai"
WORDS = (
    "The city's ferries carried 1.2 million people in 2023.",
    "Half of all crossings left late because the old pier was taken down and never replaced.",
    "The pier opened in 1994.",
)
RATED = (
    "true true true",
    "true false half-true",
    "half-true half-true .",
    "mostly-true true mostly-true",
    "false false .",
    "unproven false unproven",
    "true . .",
    ". . .",
)
"""Each reviewer's rating of a claim, or a dot."""

Measure = Callable[..., ClaimAgreement]
Plain = Callable[[RenderableType, int], str]


@pytest.fixture
def measure(
    claim_with: Callable[..., ClaimRecord], verdict_of: Callable[..., Any], scale: Scale
) -> Measure:
    """Return a function that compares reviewers, from one row of ratings a claim."""

    def build(
        rows: Sequence[str], reviewers: Sequence[str] = (ANA, BEN, CAI), **asked: Any
    ) -> ClaimAgreement:
        claims = [
            claim_with(
                ref=f"3.{number}",
                id=ClaimId(f"{number:064x}"),
                text=WORDS[number % len(WORDS)],
                status=ClaimStatus.DISPUTED
                if len({*row.split()} - {"."}) > 1
                else ClaimStatus.CHECKED,
                verdicts=tuple(
                    verdict_of(rating, reviewer)
                    for rating, reviewer in zip(row.split(), reviewers, strict=False)
                    if rating != "."
                ),
            )
            for number, row in enumerate(rows, 1)
        ]
        return agreement(claims, asked.pop("scale", scale), **asked)

    return build


@pytest.mark.parametrize("width", [44, 60, 80, 120])
def test_agreement_looks_as_it_was_last_seen(
    width: int, measure: Measure, golden: Callable[[str, RenderableType, int], None]
) -> None:
    golden("agreement", AgreementReport(found=measure(RATED)), width)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("rows", [[], ["true . ."], ["true true ."] * 3], ids=["0", "1", "same"])
def test_where_nothing_can_be_measured_no_number_is_made_up(
    rows: list[str], width: int, measure: Measure, plain: Plain
) -> None:
    shown = plain(AgreementReport(found=measure(rows)), width)

    assert "nan" not in shown
    assert not re.search(r"\b[01]\.00", shown)
    if len(rows) > 1:
        assert shown.count("n/a (100% raw)") == 3
        assert "so chance would have agreed" in " ".join(shown.split())
    else:
        assert "No claim has two verdicts" in " ".join(shown.split())


def test_kappa_that_could_be_nothing_but_0_is_not_given(measure: Measure, plain: Plain) -> None:
    shown = plain(AgreementReport(found=measure(["true true", "true true", "true false"])), 80)

    assert "n/a (67% raw)" in shown


@pytest.mark.parametrize("claims", [29, 30])
def test_few_claims_are_warned_of(claims: int, measure: Measure, plain: Plain) -> None:
    rows = (["true true", "false false", "true false"] * 10)[:claims]
    shown = " ".join(plain(AgreementReport(found=measure(rows)), 80).split())

    assert ("29 claims: too few to say much. Without one of them" in shown) is (claims < 30)


@pytest.mark.parametrize("rows", [["true false"], ["true false"] * 3])
def test_a_range_that_is_none_is_not_told(rows: list[str], measure: Measure, plain: Plain) -> None:
    shown = " ".join(plain(AgreementReport(found=measure(rows)), 80).split())

    assert "too few to say much." in shown
    assert "Without one of them" not in shown


def test_a_good_ordinal_alpha_does_not_hide_disagreement_off_the_scale(
    measure: Measure, plain: Plain
) -> None:
    rows = ["true true", "false false", "true unproven", "unproven false", "false unproven"]
    shown = " ".join(plain(AgreementReport(found=measure(rows)), 80).split())

    assert "ordinal α is 1.00: agreement to rely on" in shown
    assert "Among all, nominal α is 0.18: too little" in shown
    assert "as “Not enough evidence” has no place on it" in shown


def test_the_square_is_read_without_colour(measure: Measure, plain: Plain) -> None:
    rows = ["true true"] * 8 + ["true false"] * 2 + ["false false"]
    shown = plain(AgreementReport(found=measure(rows)), 80)

    assert re.search(r"A ✓ True +\[8\]█ +2 ░\n *B ✗ False +· +\[1\]░", shown)


def test_ratings_of_two_are_listed_where_a_square_has_no_room(
    measure: Measure, plain: Plain
) -> None:
    rows = [f"{one} {other}" for one in ("true", "false") for other in ("half-true", "unproven")]
    shown = plain(AgreementReport(found=measure([*rows, "mostly-true mostly-true"])), 30)

    assert "Ana Sousa (first)" in shown
    assert "≠ 1" in shown
    assert "= 1" in shown
    assert "Ana Sousa (down)" in plain(AgreementReport(found=measure(rows)), 60)


def test_two_reviewers_of_one_name_are_told_apart(measure: Measure, plain: Plain) -> None:
    namesakes = ("Ana <ana@north.example>", "Ana <ana@south.example>")
    shown = plain(AgreementReport(found=measure(["true false", "true true"], namesakes)), 120)

    for name in namesakes:
        assert f"✓ True  {name}" in shown or f"✗ False  {name}" in shown


def test_disagreements_that_are_not_shown_are_counted(measure: Measure, plain: Plain) -> None:
    found = measure(["true false", "true half-true", "true mostly-true", "true true"])

    shown = plain(AgreementReport(found=found, most=1), 80)
    assert "2 more disagreements not shown." in shown
    assert "4 steps apart" in shown
    assert "3.2" not in shown
    assert "not shown" not in plain(AgreementReport(found=found), 80)


def test_every_reason_for_leaving_out_has_its_words(measure: Measure, plain: Plain) -> None:
    found = measure(RATED)
    omissions = tuple(Omission(reason=r, claims=("3.1",), verdicts=2) for r in LeftOut)
    shown = plain(AgreementReport(found=replace(found, omissions=omissions)), 120)

    assert len(re.findall(r"^.+ 1 +2$", shown, re.MULTILINE)) == len(LeftOut)


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0, "0%"), (1, "100%"), ("999/1000", ">99%"), ("1/1000", "<1%"), ("2/3", "67%")],
)
def test_a_share_is_never_rounded_to_all_or_none(share: str | int, shown: str) -> None:
    assert percent(Fraction(share)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1, "1.00"), ("999/1000", ">0.99"), ("-1/1000", "0.00"), ("-1/4", "−0.25"), ("2/3", "0.67")],
)
def test_a_coefficient_has_two_digits_and_is_1_only_where_all_agree(
    value: str | int, shown: str
) -> None:
    assert coefficient(Fraction(value), Fraction()) == shown


PIECES = [
    *("a", " ", "a long word ", "[/x]", "x" * 50, "漢字かな", "عربي ", "👩‍👩‍👧", "e\u0301"),
    *("\t", "\n", "\u202e", "\x1b[2J", "\x9b", "\u200d", "\ud800"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@given(text=texts, name=texts, width=st.integers(24, 160))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_text_breaks_out_of_agreement(
    text: str, name: str, width: int, measure: Measure, plain: Plain
) -> None:
    scale = measure([]).scale
    ratings = tuple(replace(r, label=f"{r.value} {text}") for r in scale.ratings)
    odd = replace(scale, title=text, ratings=ratings)
    found = measure(RATED, (f"{name}1", f"{name}2", text + "3"), scale=odd)
    changed = tuple(replace(d, text=text, ref=name) for d in found.disagreements)

    shown = plain(AgreementReport(found=replace(found, disagreements=changed)), width)

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert max(map(cell_len, shown.split("\n"))) <= width
