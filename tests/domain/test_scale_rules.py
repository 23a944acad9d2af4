"""Which scales are refused, and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claimledger.domain.scale_rules import check_scale
from claimledger.domain.scales import COLOURS, Rating, Scale, ScaleId, Tone
from claimledger.errors import UsageError

TRUE = Rating(code="right", label="Right", meaning="It is so.", tone=Tone.TRUE, value=3)
HALF = Rating(code="half", label="Half right", meaning="In part.", tone=Tone.MIXED, value=2)
FALSE = Rating(code="wrong", label="Wrong", meaning="It is not so.", tone=Tone.FALSE, value=1)
SATIRE = Rating(code="satire", label="Satire", meaning="Not meant so.", tone=Tone.NONE)
DESK = Scale(
    id=ScaleId("desk"),
    version=1,
    title="Our desk",
    ordered=True,
    ratings=(TRUE, HALF, FALSE, SATIRE),
)


def with_rating(**changes: Any) -> Scale:
    return replace(DESK, ratings=(TRUE, replace(HALF, **changes), FALSE, SATIRE))


@pytest.mark.parametrize(
    "scale",
    [
        DESK,
        replace(DESK, version=7),
        with_rating(colour="teal"),
        with_rating(colour="#0aF3c9"),
        with_rating(label="نیمه\u200cدرست"),
        with_rating(label="★★☆"),
        replace(
            DESK,
            ordered=False,
            ratings=tuple(replace(rating, value=None) for rating in DESK.ratings),
        ),
    ],
    ids=["plain", "version", "colour", "hex", "joiner", "stars", "unordered"],
)
def test_a_sound_scale_passes(scale: Scale) -> None:
    check_scale(scale)


@pytest.mark.parametrize("colour", COLOURS)
def test_every_colour_with_a_name_passes(colour: str) -> None:
    check_scale(with_rating(colour=colour))


def test_a_retired_rating_has_no_part_in_the_order() -> None:
    check_scale(with_rating(retired=True, value=3))
    check_scale(with_rating(retired=True, value=None))


UNSOUND = {
    "id": (replace(DESK, id=ScaleId("Our desk")), "an id that is no name"),
    "long id": (replace(DESK, id=ScaleId("x" * 41)), "an id that is no name"),
    "id of the ledger": (replace(DESK, id=ScaleId("ledger")), 'be called "ledger"'),
    "version": (replace(DESK, version=0), "has version 0"),
    "title": (replace(DESK, title=" "), 'title of the scale "desk" is empty'),
    "line break": (replace(DESK, title="Our\ndesk"), "line breaks"),
    "escape": (with_rating(label="Half\x1b[31m"), 'rating "half": its label has'),
    "code": (with_rating(code="halb-währ"), "its code is no name"),
    "hyphens": (with_rating(code="half--true"), "its code is no name"),
    "label": (with_rating(label=""), "its label is empty"),
    "label of marks": (with_rating(label="--"), "cannot be typed"),
    "meaning": (with_rating(meaning=""), "its meaning is empty"),
    "low value": (with_rating(value=0), "its value is 0"),
    "large value": (with_rating(value=2**53), "its value is"),
    "colour": (with_rating(colour="beige"), '"beige" is no colour'),
    "hex": (with_rating(colour="#12345"), '"#12345" is no colour'),
    "double code": (with_rating(code="wrong"), 'two ratings that "wrong" could mean'),
    "double label": (with_rating(label="WRONG"), 'two ratings that "wrong" could mean'),
    "label is a code": (with_rating(label="Satire"), 'two ratings that "satire" could mean'),
    "accents": (
        replace(
            DESK,
            ratings=(replace(TRUE, label="Zäh"), HALF, replace(FALSE, label="Za\u0308h")),
        ),
        "two ratings that",
    ),
    "same value": (with_rating(value=3), r'"right" \(3\) before "half" \(3\)'),
    "rising": (with_rating(value=9), r'"right" \(3\) before "half" \(9\)'),
    "turned over": (
        replace(DESK, ratings=(replace(FALSE, value=5), HALF, replace(TRUE, value=1))),
        r'"wrong" \(tone false\) above',
    ),
    "value without order": (replace(DESK, ordered=False), '"right" has a value'),
    "order without values": (
        replace(DESK, ratings=(TRUE, replace(FALSE, value=None))),
        "fewer than 2 ratings have a value",
    ),
    "no choice": (
        replace(DESK, ratings=(TRUE, replace(HALF, retired=True))),
        "leaves a reviewer no choice",
    ),
}


@pytest.mark.parametrize(("scale", "message"), UNSOUND.values(), ids=UNSOUND)
def test_an_unsound_scale_is_refused_with_a_remedy(scale: Scale, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        check_scale(scale)

    assert caught.value.hint
