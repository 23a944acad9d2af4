"""What the verdicts of a claim come to, and which evidence speaks against a rating."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.domain.evidence import Stance
from claimledger.domain.scales import Tone
from claimledger.domain.verdicts import ClaimStatus, Outcome, is_contrary, outcome_of

TRUE, FALSE, OTHER = ("default", "true"), ("default", "false"), ("politifact", "true")
OPEN = Outcome(ClaimStatus.OPEN, None)
DISPUTED = Outcome(ClaimStatus.DISPUTED, None)
AS_TRUE = Outcome(ClaimStatus.CHECKED, TRUE)

ratings = st.lists(st.sampled_from([TRUE, FALSE, OTHER]), max_size=5)
needed = st.integers(1, 4)


@pytest.mark.parametrize(
    ("given_", "asked", "blind", "outcome"),
    [
        ([], 1, False, OPEN),
        ([TRUE], 1, False, AS_TRUE),
        ([TRUE], 2, False, OPEN),
        ([TRUE, TRUE], 2, False, AS_TRUE),
        ([TRUE, TRUE], 1, False, AS_TRUE),
        ([TRUE, FALSE], 1, False, DISPUTED),
        ([TRUE, FALSE], 2, False, DISPUTED),
        ([TRUE, OTHER], 2, False, DISPUTED),
        ([TRUE, FALSE], 3, False, DISPUTED),
        ([TRUE, FALSE], 3, True, OPEN),
        ([TRUE, FALSE], 2, True, DISPUTED),
        ([TRUE, TRUE], 2, True, AS_TRUE),
        ([TRUE], 2, True, OPEN),
        ([], 1, True, OPEN),
    ],
)
def test_verdicts_fold_into_a_status(
    given_: list[tuple[str, str]],
    asked: int,
    blind: bool,  # noqa: FBT001 - a column of the table
    outcome: Outcome,
) -> None:
    assert outcome_of(given_, needed=asked, blind=blind) == outcome


@given(ratings, needed, st.booleans())
def test_a_settlement_outweighs_every_verdict(
    given_: list[tuple[str, str]],
    asked: int,
    blind: bool,  # noqa: FBT001 - drawn
) -> None:
    settled = outcome_of(given_, needed=asked, blind=blind, settled=FALSE)

    assert settled == Outcome(ClaimStatus.SETTLED, FALSE)


@given(ratings, needed, st.sampled_from([None, FALSE]))
def test_a_retracted_claim_is_retracted_whatever_was_said(
    given_: list[tuple[str, str]], asked: int, settled: tuple[str, str] | None
) -> None:
    outcome = outcome_of(given_, needed=asked, settled=settled, retracted=True)

    assert outcome == Outcome(ClaimStatus.RETRACTED, settled)


@given(ratings.flatmap(lambda r: st.tuples(st.just(r), st.permutations(r))), needed, st.booleans())
def test_the_order_of_verdicts_makes_no_difference(
    both: tuple[list[tuple[str, str]], list[tuple[str, str]]],
    asked: int,
    blind: bool,  # noqa: FBT001 - drawn
) -> None:
    first, second = (outcome_of(given_, needed=asked, blind=blind) for given_ in both)

    assert first == second


@given(ratings, needed)
def test_blindness_only_ever_keeps_back(given_: list[tuple[str, str]], asked: int) -> None:
    plain, blind = outcome_of(given_, needed=asked), outcome_of(given_, needed=asked, blind=True)

    assert blind in {plain, OPEN}
    assert len(given_) < asked or blind == plain


@given(ratings, needed, st.booleans())
def test_there_is_a_rating_exactly_when_it_is_decided(
    given_: list[tuple[str, str]],
    asked: int,
    blind: bool,  # noqa: FBT001 - drawn
) -> None:
    status, rating = outcome_of(given_, needed=asked, blind=blind)

    assert (rating is not None) == (status is ClaimStatus.CHECKED)
    assert rating is None or set(given_) == {rating}


@pytest.mark.parametrize("tone", Tone)
def test_evidence_is_contrary_when_it_points_the_other_way(tone: Tone) -> None:
    against = {stance for stance in Stance if is_contrary(stance, tone)}

    match tone:
        case Tone.TRUE | Tone.MOSTLY_TRUE:
            assert against == {Stance.REFUTES}
        case Tone.FALSE | Tone.MOSTLY_FALSE:
            assert against == {Stance.SUPPORTS}
        case _:
            assert against == {Stance.REFUTES, Stance.SUPPORTS}
