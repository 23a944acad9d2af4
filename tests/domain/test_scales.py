"""How a typed rating finds its label, and which labels can be given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimledger.config.builtin_scales import builtin_scales
from claimledger.domain.scale_rules import check_scale
from claimledger.domain.scales import Scale, newest
from claimledger.errors import UnknownRatingError

SCALES = {scale.id: scale for scale in builtin_scales()}
DEFAULT: Scale = SCALES["default"]  # type: ignore[index]
HALF_RETIRED = replace(
    DEFAULT,
    version=2,
    ratings=tuple(replace(r, retired=r.code == "half-true") for r in DEFAULT.ratings),
)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("true", "true"),
        ("T", "true"),
        ("mostly-f", "mostly-false"),
        ("Mostly  False", "mostly-false"),
        ("HALF", "half-true"),
        ("not", "not-checkable"),
        ("u", "unproven"),
    ],
)
def test_a_unique_beginning_is_enough(typed: str, code: str) -> None:
    assert DEFAULT.find(typed).code == code


def test_a_beginning_of_two_labels_names_both() -> None:
    with pytest.raises(UnknownRatingError, match='"Mostly true" or "Mostly false"'):
        DEFAULT.find("mostly")


@pytest.mark.parametrize("typed", ["", " ", "falsch", "truee"])
def test_an_unknown_rating_lists_the_labels(typed: str) -> None:
    with pytest.raises(UnknownRatingError) as caught:
        DEFAULT.find(typed)

    assert all(rating.label in caught.value.hint for rating in DEFAULT.ratings)


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
def test_a_built_in_scale_runs_from_true_to_false_without_doubles(scale: Scale) -> None:
    codes = [rating.code for rating in scale.ratings]
    values = [rating.value for rating in scale.ratings if rating.value is not None]

    assert len(set(codes)) == len(codes)
    assert values == sorted(values, reverse=True)
    assert bool(values) is scale.ordered
    assert all(rating.meaning.endswith(".") for rating in scale.ratings)
    assert all(scale.rating(code).code == code for code in codes)


def test_an_unknown_rating_names_the_scale_as_commands_do() -> None:
    with pytest.raises(UnknownRatingError, match='The scale "default" has no rating "falsch"'):
        DEFAULT.find("falsch")


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
def test_a_built_in_scale_is_sound(scale: Scale) -> None:
    check_scale(scale)


@pytest.mark.parametrize("typed", ["half-true", "Half true", "HALF_TRUE"])
def test_a_retired_rating_can_be_read_and_not_given(typed: str) -> None:
    with pytest.raises(UnknownRatingError, match='"Half true" is retired') as caught:
        HALF_RETIRED.find(typed)

    assert "Half true" not in caught.value.hint
    assert "Mostly true" in caught.value.hint
    assert HALF_RETIRED.find(typed, retired=True).code == "half-true"
    assert HALF_RETIRED.rating("half-true").label == "Half true"
    assert "half-true" not in [rating.code for rating in HALF_RETIRED.given]


def test_a_beginning_means_no_retired_rating() -> None:
    retired = tuple(replace(r, retired=r.code == "mostly-true") for r in DEFAULT.ratings)
    scale = replace(DEFAULT, ratings=retired)

    assert scale.find("mostly").code == "mostly-false"
    with pytest.raises(UnknownRatingError, match="could be"):
        scale.find("mostly", retired=True)


def test_the_newest_version_of_each_scale_keeps_the_scales_in_order() -> None:
    other = SCALES["politifact"]  # type: ignore[index]

    assert newest([DEFAULT, other, HALF_RETIRED]) == [HALF_RETIRED, other]
    assert newest([HALF_RETIRED, DEFAULT, other]) == [HALF_RETIRED, other]
