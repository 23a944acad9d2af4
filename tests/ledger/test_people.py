"""Names and days as a person types them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from claimledger.errors import UsageError
from claimledger.ledger import Ledger
from claimledger.ledger.people import days, named

ANA, BO = "Ana Sousa <ana@desk.example>", "Bo"


@pytest.mark.parametrize("typed", [ANA, "Ana Sousa", "ana  sousa", "an", "ANA SOUSA <ana@"])
def test_a_name_is_known_by_its_beginning_in_any_case(typed: str) -> None:
    assert named([ANA, BO], typed) == ANA


def test_a_whole_name_is_not_the_beginning_of_another() -> None:
    assert named(["Bo", "Boris"], "bo") == "Bo"


def test_two_names_that_differ_in_case_alone_can_be_told_apart() -> None:
    assert named(["Bo", "bo"], "bo") == "bo"
    with pytest.raises(UsageError, match='"BO" could be "Bo" or "bo"'):
        named(["Bo", "bo"], "BO")


@pytest.mark.parametrize("typed", ["Carl", "", " "])
def test_a_name_that_nobody_has_is_refused_with_the_names_there_are(typed: str) -> None:
    with pytest.raises(UsageError, match="did anything here") as caught:
        named([ANA, BO], typed)

    assert ANA in caught.value.hint


def test_days_are_dates_in_their_order() -> None:
    assert days("2026-03-04", None) == (date(2026, 3, 4), None)
    assert days(None, "2026-03-04") == (None, date(2026, 3, 4))
    with pytest.raises(UsageError, match="is no date"):
        days("March", None)
    with pytest.raises(UsageError, match="comes after"):
        days("2026-03-05", "2026-03-04")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ana sousa", ANA),
        ("ana", ANA),
        (" dora  DEE ", "Dora Dee"),  # who has done nothing, and has work
        ("Emil", "Emil"),
        (" Emil  Eff ", "Emil Eff"),
        ("Jose\u0301", "Jos\u00e9"),
        ("d", "d"),  # Dan or Dora
    ],
)
def test_who_is_assigned_a_claim_is_named_as_others_know_them(
    as_reviewer: Callable[[str | None], Ledger], typed: str, meant: str
) -> None:
    for reviewer in (ANA, "Dan"):
        as_reviewer(reviewer).give_verdict("1.1", "true", because="Seen.")
    ledger = as_reviewer(ANA)
    ledger.assign(["1.2"], ["Dora Dee"])

    assert ledger.assignee(typed) == meant


def test_a_name_of_nothing_is_no_assignee(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="reviewer's name"):
        ledger.assignee(" ")


def test_who_is_kept_back_in_a_blind_review_is_not_found_by_a_beginning(
    ana: Ledger, bo: Ledger
) -> None:
    ana.set_policy(reviewers=2, blind=True)
    bo.give_verdict("1.1", "true", because="Seen.")

    assert ana.assignee("b") == "b"


def test_a_ledger_is_empty_while_no_claim_stands(ledger: Ledger) -> None:
    assert not ledger.is_empty()
    for claim in ledger.claims():
        ledger.retract_claim(claim.ref, because="A headline.")

    assert ledger.is_empty()
