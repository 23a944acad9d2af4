"""From scale to scale: what is decided counts, what is suggested is only shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimledger.config.builtin_scales import builtin_scale, builtin_scales
from claimledger.domain.scale_mappings import (
    chosen_pairs,
    compare,
    mapped,
    read_pair,
    suggest,
    translate,
)
from claimledger.domain.scales import MappedRating, Rating, Scale, ScaleId, Tone
from claimledger.errors import UnknownRatingError, UsageError

DEFAULT, POLITIFACT, AVERITEC, TRUE_FALSE = builtin_scales()


def scale_of(*ratings: tuple[str, Tone, int | None]) -> Scale:
    return Scale(
        id=ScaleId("desk"),
        version=1,
        title="Our desk",
        ordered=True,
        ratings=tuple(
            Rating(code=code, label=code, meaning="So.", tone=tone, value=value)
            for code, tone, value in ratings
        ),
    )


def suggestions(source: Scale, target: Scale) -> dict[str, str | None]:
    return {pair.code: pair.to for pair in suggest(source, target).pairs}


def test_the_same_name_is_suggested_among_several_of_a_tone() -> None:
    assert suggestions(DEFAULT, POLITIFACT) == {
        "true": "true",
        "mostly-true": "mostly-true",
        "half-true": "half-true",
        "mostly-false": "mostly-false",
        "false": "false",
        "unproven": None,
        "not-checkable": None,
    }


def test_a_plain_rating_is_not_made_an_emphatic_one() -> None:
    assert suggestions(AVERITEC, POLITIFACT)["refuted"] == "false"
    assert suggestions(POLITIFACT, DEFAULT)["pants-on-fire"] == "false"


def test_several_of_a_tone_are_paired_from_the_middle_outwards() -> None:
    four = scale_of(
        ("sure", Tone.TRUE, 9),
        ("wrong", Tone.FALSE, 4),
        ("very-wrong", Tone.FALSE, 3),
        ("absurd", Tone.FALSE, 2),
    )

    assert suggestions(four, POLITIFACT) == {
        "sure": "true",
        "wrong": "false",
        "very-wrong": "pants-on-fire",
        "absurd": "pants-on-fire",
    }


def test_a_scale_without_the_tone_lends_the_other_one_of_that_side() -> None:
    assert suggestions(DEFAULT, TRUE_FALSE) == {
        "true": "true",
        "mostly-true": "true",
        "half-true": None,
        "mostly-false": "false",
        "false": "false",
        "unproven": "unproven",
        "not-checkable": None,
    }


def test_what_is_no_matter_of_truth_goes_to_its_namesake_only() -> None:
    source = scale_of(("satire", Tone.NONE, None), ("not-checkable", Tone.NONE, None))

    assert suggestions(source, DEFAULT) == {"satire": None, "not-checkable": "not-checkable"}


def test_two_that_fit_as_well_are_no_suggestion() -> None:
    target = scale_of(("mixed", Tone.MIXED, 2), ("in-part", Tone.MIXED, 1))

    assert suggestions(DEFAULT, target)["half-true"] is None


def test_a_retired_rating_is_mapped_and_never_suggested() -> None:
    ratings = tuple(replace(r, retired=r.code == "false") for r in POLITIFACT.ratings)
    retired = replace(POLITIFACT, ratings=ratings)

    assert suggestions(retired, DEFAULT)["false"] == "false"
    assert suggestions(DEFAULT, retired)["false"] == "pants-on-fire"


@pytest.mark.parametrize("source", builtin_scales(), ids=lambda scale: scale.id)
@pytest.mark.parametrize("target", builtin_scales(), ids=lambda scale: scale.id)
def test_a_suggestion_never_changes_sides(source: Scale, target: Scale) -> None:
    sides = {Tone.TRUE: 1, Tone.MOSTLY_TRUE: 1, Tone.FALSE: -1, Tone.MOSTLY_FALSE: -1}
    for code, to in suggestions(source, target).items():
        if to is not None:
            tones = source.rating(code).tone, target.rating(to).tone
            assert sides.get(tones[0], tones[0]) == sides.get(tones[1], tones[1])


def test_only_what_was_decided_is_translated() -> None:
    pairs = [MappedRating(code="pants-on-fire", to="false"), MappedRating(code="true", to=None)]
    mapping = mapped(POLITIFACT, DEFAULT, pairs)

    assert [pair.code for pair in mapping.pairs] == ["true", "pants-on-fire"]
    assert translate(mapping, "pants-on-fire") == "false"
    assert translate(mapping, "true") is None
    assert translate(mapping, "mostly-true") is None


def test_what_was_decided_stands_beside_what_could_be() -> None:
    mapping = mapped(POLITIFACT, DEFAULT, [MappedRating(code="half-true", to=None)])
    shown = {one.rating.code: one for one in compare(POLITIFACT, DEFAULT, mapping)}

    assert shown["half-true"].decided
    assert shown["half-true"].to is None
    assert not shown["pants-on-fire"].decided
    assert shown["pants-on-fire"].suggested == DEFAULT.rating("false")


def test_suggestions_are_taken_where_nothing_is_decided_or_typed() -> None:
    mapping = mapped(AVERITEC, TRUE_FALSE, [MappedRating(code="refuted", to=None)])
    chosen = chosen_pairs(AVERITEC, TRUE_FALSE, mapping, ["not-enough-evidence="], suggested=True)

    assert [(pair.code, pair.to) for pair in chosen] == [
        ("not-enough-evidence", None),
        ("supported", "true"),
    ]


@pytest.mark.parametrize(
    ("typed", "pair"),
    [
        ("pants-on-fire=false", ("pants-on-fire", "false")),
        ("Pants = Mostly f", ("pants-on-fire", "mostly-false")),
        ("true=", ("true", None)),
        ("true= ", ("true", None)),
    ],
)
def test_a_pair_is_typed_as_two_ratings(typed: str, pair: tuple[str, str | None]) -> None:
    read = read_pair(typed, POLITIFACT, DEFAULT)

    assert (read.code, read.to) == pair


@pytest.mark.parametrize("typed", ["true", "true:false", "", "purple=true", "true=purple"])
def test_what_is_no_pair_is_refused_with_a_remedy(typed: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_pair(typed, POLITIFACT, DEFAULT)

    assert caught.value.hint


def test_a_mapping_that_cannot_hold_is_refused() -> None:
    twice = [MappedRating(code="true", to="true"), MappedRating(code="true", to="false")]
    ratings = tuple(replace(r, retired=r.code == "half-true") for r in DEFAULT.ratings)
    with pytest.raises(UsageError, match="mapped twice"):
        mapped(POLITIFACT, DEFAULT, twice)
    with pytest.raises(UsageError, match="to itself"):
        mapped(DEFAULT, builtin_scale(DEFAULT.id), [])
    with pytest.raises(UnknownRatingError, match="retired"):
        mapped(
            POLITIFACT,
            replace(DEFAULT, ratings=ratings),
            [MappedRating(code="true", to="half-true")],
        )
    with pytest.raises(UnknownRatingError, match="no rating"):
        mapped(POLITIFACT, DEFAULT, [MappedRating(code="true", to="right")])
