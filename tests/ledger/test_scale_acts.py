"""Scales of a ledger's own: versions, retired ratings, and what maps to what."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from claimledger.config.builtin_scales import builtin_scale
from claimledger.domain.scales import MappedRating, Rating, Scale, ScaleId, ScaleMapping, Tone
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import (
    ConflictError,
    UnknownRatingError,
    UnknownReferenceError,
    UsageError,
)
from claimledger.ledger import Ledger

OLD_LEDGER = Path(__file__).parents[1] / "store" / "ledgers" / "format-1.db"

RIGHT = Rating(code="right", label="Right", meaning="It is so.", tone=Tone.TRUE, value=3)
HALF = Rating(code="half", label="Half right", meaning="In part.", tone=Tone.MIXED, value=2)
WRONG = Rating(code="wrong", label="Wrong", meaning="It is not so.", tone=Tone.FALSE, value=1)
DESK = Scale(
    id=ScaleId("desk"), version=1, title="Our desk", ordered=True, ratings=(RIGHT, HALF, WRONG)
)
NEXT = replace(DESK, ratings=(RIGHT, replace(HALF, retired=True), WRONG))


def to_default(**pairs: str | None) -> ScaleMapping:
    mapped = tuple(MappedRating(code=code, to=to) for code, to in pairs.items())
    return ScaleMapping(source=DESK.id, target=ScaleId("default"), pairs=mapped)


def test_a_new_scale_is_version_one_whatever_it_says(ledger: Ledger) -> None:
    defined = ledger.define_scale(replace(DESK, version=7))

    assert defined == DESK
    assert ledger.scale("desk") == DESK
    assert ledger.verify() == []


def test_the_same_scale_again_is_no_event(ledger: Ledger) -> None:
    ledger.define_scale(DESK, [to_default(right="true")])
    before = ledger.size()

    assert ledger.define_scale(replace(DESK, version=9), [to_default(right="true")]) == DESK
    assert ledger.size() == before


def test_spelling_an_accent_in_two_characters_makes_no_new_version(ledger: Ledger) -> None:
    ledger.define_scale(replace(DESK, title="Vér"))

    assert ledger.define_scale(replace(DESK, title="Ve\u0301r")).version == 1


def test_a_changed_scale_becomes_the_next_version_and_the_old_one_stays(ledger: Ledger) -> None:
    ledger.define_scale(DESK)
    defined = ledger.define_scale(NEXT, after=1)

    assert defined == replace(NEXT, version=2)
    assert ledger.scale("desk") == defined
    assert ledger.scale_version("desk", 1) == DESK
    with pytest.raises(UnknownReferenceError, match="no version 3"):
        ledger.scale_version("desk", 3)


def test_a_version_made_from_an_older_one_is_a_conflict(ledger: Ledger) -> None:
    ledger.define_scale(DESK)
    ledger.define_scale(NEXT)
    before = ledger.size()
    with pytest.raises(ConflictError, match="has come to version 2") as caught:
        ledger.define_scale(replace(DESK, title="My desk"), after=1)

    assert "version = 2" in caught.value.hint
    assert ledger.size() == before
    assert ledger.define_scale(NEXT, after=1).version == 2  # it says nothing new


def test_an_unsound_scale_changes_nothing(ledger: Ledger) -> None:
    before = ledger.size()
    with pytest.raises(UsageError, match="reviewer no choice"):
        ledger.define_scale(replace(DESK, ratings=(RIGHT,)))
    with pytest.raises(UnknownReferenceError, match="no scale"):
        ledger.define_scale(DESK, [replace(to_default(), target=ScaleId("stars"))])
    with pytest.raises(UnknownRatingError):
        ledger.define_scale(DESK, [to_default(right="purple")])

    assert ledger.size() == before
    assert "desk" not in {scale.id for scale in ledger.scales()}


def test_a_retired_rating_stays_in_old_verdicts_and_is_given_no_more(ledger: Ledger) -> None:
    ledger.define_scale(DESK)
    ledger.use_scale("desk")
    ledger.give_verdict("1.1", "half", because="In part.")
    ledger.define_scale(NEXT)

    rating = ledger.claim("1.1").rating
    assert rating is not None
    assert rating.label == "Half right"
    with pytest.raises(UnknownRatingError, match="retired"):
        ledger.give_verdict("1.2", "half", because="In part.")


def test_a_rating_with_verdicts_cannot_vanish_even_if_they_were_withdrawn(ledger: Ledger) -> None:
    ledger.define_scale(DESK)
    ledger.use_scale("desk")
    ledger.give_verdict("1.1", "half", because="In part.")
    ledger.withdraw_verdict("1.1", because="Not so.")
    with pytest.raises(ConflictError, match="lacks half") as caught:
        ledger.define_scale(replace(DESK, ratings=(RIGHT, WRONG)))

    assert "retired = true" in caught.value.hint
    retired = replace(RIGHT, retired=True)
    assert ledger.define_scale(replace(DESK, ratings=(retired, HALF, WRONG))).version == 2


def test_a_rating_that_a_claim_was_settled_as_cannot_vanish(ledger: Ledger) -> None:
    ledger.define_scale(DESK)
    ledger.use_scale("desk")
    ledger.give_verdict("1.1", "right", because="Seen.")
    ledger.settle("1.1", "half", because="In part.")
    with pytest.raises(ConflictError, match="lacks half"):
        ledger.define_scale(replace(DESK, ratings=(RIGHT, WRONG)))


def test_a_rating_that_others_map_to_cannot_vanish(ledger: Ledger) -> None:
    ledger.define_scale(DESK)
    ledger.map_scale("default", "desk", [MappedRating(code="half-true", to="half")])
    with pytest.raises(ConflictError, match="lacks half"):
        ledger.define_scale(replace(DESK, ratings=(RIGHT, WRONG)))


def test_a_mapping_grows_pair_by_pair_in_the_order_of_the_scale(ledger: Ledger) -> None:
    ledger.define_scale(DESK)
    ledger.map_scale("desk", "default", [MappedRating(code="wrong", to="false")])
    ledger.map_scale("desk", "default", [MappedRating(code="right", to=None)])
    mapping = ledger.map_scale("desk", "default", [MappedRating(code="wrong", to="mostly-false")])
    before = ledger.size()
    ledger.map_scale("desk", "default", [MappedRating(code="right", to=None)])

    assert mapping == to_default(right=None, wrong="mostly-false")
    assert ledger.mapping(DESK.id, ScaleId("default")) == mapping
    assert ledger.mapping(ScaleId("default"), DESK.id) is None
    assert ledger.mappings("desk") == [mapping]
    assert ledger.size() == before
    assert ledger.verify() == []


def test_a_mapping_in_a_file_replaces_what_was_decided(ledger: Ledger) -> None:
    ledger.define_scale(DESK, [to_default(right="true", wrong="false")])
    ledger.define_scale(DESK, [to_default(half="half-true")])

    assert ledger.mappings("desk") == [to_default(half="half-true")]


def test_a_mapping_of_nothing_takes_back_what_was_decided(ledger: Ledger) -> None:
    ledger.define_scale(DESK, [to_default(right="true")])
    ledger.define_scale(DESK, [to_default()])

    assert ledger.mappings("desk") == []


def test_a_mapping_ends_a_dispute_between_two_scales(ledger: Ledger, path: Path) -> None:
    ledger.give_verdict("1.1", "false", because="No.")
    ledger.define_scale(DESK)
    ledger.use_scale("desk")
    assert ledger.verdicts_on_other_scales() == 1
    with Ledger.open(path, reviewer="Second reader") as other:
        claim = other.give_verdict("1.1", "wrong", because="No.")
    assert claim.status is ClaimStatus.DISPUTED
    ledger.map_scale("default", "desk", [MappedRating(code="false", to="wrong")])
    claim = ledger.claim("1.1")

    assert ledger.verdicts_on_other_scales() == 0
    assert claim.status is ClaimStatus.CHECKED
    assert claim.rating is not None
    assert claim.rating.label == "Wrong"


def test_using_a_scale_leaves_the_rest_of_the_policy(ledger: Ledger) -> None:
    ledger.set_policy(reviewers=2, blind=True)
    ledger.use_scale("averitec")
    before = ledger.size()
    ledger.use_scale("AVeriTeC")

    assert (ledger.policy().scale, ledger.policy().reviewers) == ("averitec", 2)
    assert ledger.policy().blind
    assert ledger.size() == before


def test_an_older_ledger_gets_a_built_in_scale_by_using_it(tmp_path: Path) -> None:
    shutil.copy(OLD_LEDGER, tmp_path / "old.db")
    with Ledger.open(tmp_path / "old.db", reviewer="First reader") as old:
        assert "true-false" not in {scale.id for scale in old.scales()}
        used = old.use_scale("true-false")

        assert used == builtin_scale(ScaleId("true-false"))
        assert old.scale() == used
        assert old.verify() == []
        with pytest.raises(UnknownReferenceError, match="no scale"):
            old.use_scale("stars")
