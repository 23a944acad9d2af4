"""How a typed rating finds its label."""

from __future__ import annotations

import pytest

from claimledger.config.builtin_scales import builtin_scales
from claimledger.domain.scales import Scale
from claimledger.errors import UnknownRatingError

SCALES = {scale.id: scale for scale in builtin_scales()}
DEFAULT: Scale = SCALES["default"]  # type: ignore[index]


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
