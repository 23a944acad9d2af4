"""Agreement as plain objects: all of it for JSON, and the disagreements for rows."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from operator import itemgetter
from typing import Final

from claimledger.domain.agreement import Alpha, ClaimAgreement, Disagreement, Omission, Pair
from claimledger.domain.outside import person
from claimledger.domain.scales import Rating
from claimledger.formats.listings import Column, Listing
from claimledger.formats.records import Record, rating_object

DIGITS: Final = 6
"""Digits after the point to which a share or a coefficient is written."""


def _ratings(disagreement: Record) -> list[str]:
    return [f"{r['rating']['label']} ({person(r['reviewer'])})" for r in disagreement["ratings"]]


DISAGREEMENTS: Final = Listing(
    key="ref",
    columns=(
        *(Column(name, itemgetter(name)) for name in ("ref", "id", "text", "status", "apart")),
        Column("ratings", _ratings),
        Column("reviewers", lambda found: [r["reviewer"] for r in found["ratings"]]),
        Column("codes", lambda found: [r["rating"]["code"] for r in found["ratings"]]),
    ),
    brief=("ref", "text", "apart", "ratings"),
)


def agreement_object(found: ClaimAgreement) -> Record:
    """Return how far reviewers agree, what was left out, and where they differ.

    A coefficient that is not defined is null. Shares and coefficients have six digits.
    """
    agreement = found.agreement
    by_code = {rating.code: rating for rating in found.scale.ratings}
    return {
        "scale": found.scale.id,
        "ordered": found.scale.ordered,
        "verdicts": "first" if found.first else "standing",
        "reviewers": list(found.reviewers),
        "since": None if found.since is None else found.since.isoformat(),
        "until": None if found.until is None else found.until.isoformat(),
        "claims": found.claims,
        "compared": {
            "claims": agreement.items,
            "verdicts": agreement.judgements,
            "translated": found.translated,
            "unanimous": agreement.unanimous,
            "raw": _number(agreement.raw),
            "alpha": {alpha.level.value: _alpha(alpha) for alpha in agreement.alphas},
        },
        "left_out": [_omission(omission) for omission in found.omissions],
        "pairs": [_pair(pair, by_code) for pair in agreement.pairs],
        "disagreements": [disagreement_object(one) for one in found.disagreements],
    }


def disagreement_object(found: Disagreement) -> Record:
    """Return a claim on which ratings differ."""
    return {
        "ref": found.ref,
        "id": found.id,
        "text": found.text,
        "status": found.status.value,
        "apart": found.apart,
        "ratings": [
            {"reviewer": reviewer, "rating": rating_object(rating)}
            for reviewer, rating in found.ratings
        ],
    }


def _alpha(alpha: Alpha) -> Record:
    return {
        "value": _number(alpha.value),
        "claims": alpha.items,
        "verdicts": alpha.judgements,
        "without_one": None if alpha.without_one is None else [*map(_number, alpha.without_one)],
    }


def _omission(omission: Omission) -> Record:
    return {
        "reason": omission.reason.value,
        "claims": list(omission.claims),
        "verdicts": omission.verdicts,
    }


def _pair(pair: Pair, by_code: Mapping[str, Rating]) -> Record:
    first, second = pair.truer
    return {
        "reviewers": list(pair.reviewers),
        "claims": pair.items,
        "agreed": pair.agreed,
        "raw": _number(pair.raw),
        "kappa": _number(pair.kappa),
        "weighted_kappa": _number(pair.weighted),
        "truer": [first, second],
        "ratings": [rating_object(by_code[code]) for code in pair.codes],
        "table": [list(row) for row in pair.table],
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), DIGITS)
