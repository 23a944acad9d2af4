"""What a ledger finds that was claimed before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimledger.domain.records import ClaimRecord
from claimledger.ledger import Ledger
from claimledger.ledger.precedents import Precedent, precedents, precedents_of
from claimledger.matching.labels import Label

EARLIER = {
    "same": "The bridge carries 3,400 cars a day.",
    "number": "The bridge carries 4,300 cars a day.",
    "negated": "The bridge does not carry 3,400 cars a day.",
    "related": "The bridge has carried cars since 1964.",
    "other": "Bananas are berries.",
}
TEXT = "The bridge carries 3400 cars a day"


@pytest.fixture
def claims(ledger: Ledger) -> dict[str, ClaimRecord]:
    return {name: ledger.add_claim("1", text) for name, text in EARLIER.items()}


def found(ledger: Ledger, text: str = TEXT, **options: Any) -> list[Precedent]:
    return precedents(ledger._sql, text, **options)


def test_what_says_the_same_comes_first_and_all_are_labelled(
    ledger: Ledger, claims: dict[str, ClaimRecord]
) -> None:
    listed = found(ledger, limit=10)

    labels = {one.claim.id: one.label for one in listed}
    assert listed[0].claim.id == claims["same"].id
    assert (listed[0].label, listed[0].similarity, listed[0].reasons) == (Label.SAME, 100, ())
    assert labels[claims["number"].id] is Label.NUMBER
    assert labels[claims["negated"].id] is Label.NEGATED
    assert labels[claims["related"].id] is Label.RELATED
    assert claims["other"].id not in labels


def test_only_the_same_is_a_hundred_per_cent_alike(
    ledger: Ledger, claims: dict[str, ClaimRecord]
) -> None:
    assert claims
    alike = [(one.label is Label.SAME, one.similarity) for one in found(ledger, limit=10)]

    assert [similarity for _, similarity in alike] == sorted((s for _, s in alike), reverse=True)
    assert all((similarity == 100) is same for same, similarity in alike)


def test_a_claim_is_no_precedent_of_itself(ledger: Ledger, claims: dict[str, ClaimRecord]) -> None:
    listed = precedents_of(ledger._sql, claims["same"])

    first = {one.claim.id for one in listed[:2]}
    assert first == {claims["number"].id, claims["negated"].id}
    assert claims["same"].id not in {one.claim.id for one in listed}


def test_retracted_claims_are_none(ledger: Ledger, claims: dict[str, ClaimRecord]) -> None:
    ledger.retract_claim(claims["same"].ref, because="Doubled.")

    assert claims["same"].id not in {one.claim.id for one in found(ledger)}


def test_only_those_with_a_verdict_can_be_asked_for(
    ledger: Ledger, claims: dict[str, ClaimRecord]
) -> None:
    assert found(ledger, with_verdicts=True) == []

    ledger.give_verdict(claims["number"].ref, "false", because="The counter says so.")
    [one] = found(ledger, with_verdicts=True)

    assert one.claim.id == claims["number"].id
    assert one.claim.rating is not None
    assert one.decided == one.claim.standing_verdicts[0].time


def test_as_many_are_listed_as_are_asked_for_and_none_that_is_too_far(
    ledger: Ledger, claims: dict[str, ClaimRecord]
) -> None:
    assert claims
    assert len(found(ledger, limit=2)) == 2
    assert [one.label for one in found(ledger, least=100, limit=1)] == [Label.SAME]
    assert found(ledger, "Zebras dream.") == []


def test_what_says_the_same_is_found_behind_what_only_comes_nearer(ledger: Ledger) -> None:
    for number in range(2, 6):
        ledger.add_claim("1", f"Leeds, Leeds, crime fell {number}% in Leeds in 2019.")
    same = ledger.add_claim("1", "In 2019, crime dropped by seven per cent in Leeds.")

    [one, *_] = found(ledger, "Crime fell 7% in Leeds in 2019.", limit=2)

    assert (one.claim.id, one.label) == (same.id, Label.SAME)


def test_last_year_is_another_year_in_an_article_of_another_year(ledger: Ledger) -> None:
    ledger.add_claim("1", "Crime fell last year.")
    sql = ledger._sql
    sql.execute("UPDATE articles SET published = '2019-05-01'")

    def label(said: str | None) -> Label:
        return precedents(sql, "Crime fell last year.", said=said)[0].label

    assert label("2019-11-01") is Label.SAME
    assert label("2020-11-01") is Label.DATE
    assert label(None) is Label.DATE


def test_we_is_the_same_people_for_one_speaker_alone(ledger: Ledger) -> None:
    ledger.add_claim("1", "We cut taxes in 2019.", speaker="Anna Berg")
    sql = ledger._sql

    def label(speaker: str | None) -> Label:
        return precedents(sql, "We cut taxes in 2019", speaker=speaker)[0].label

    assert label("Anna Berg") is Label.SAME
    assert label("Jonas Lund") is Label.RELATED
    assert label(None) is Label.RELATED


def test_a_ledger_that_is_only_read_is_searched(path: Path, ledger: Ledger) -> None:
    ledger.add_claim("1", EARLIER["same"])
    with Ledger.open(path, read_only=True) as reading:
        assert [one.label for one in found(reading, limit=1)] == [Label.SAME]


@pytest.mark.parametrize("language", ["de", "en-GB"])
def test_english_is_read_as_english_alone(ledger: Ledger, language: str) -> None:
    ledger.add_claim("1", "Tax a house.")
    [one] = precedents(ledger._sql, "Tax house", language=language)

    assert (one.label is Label.SAME) is (language == "en-GB")
