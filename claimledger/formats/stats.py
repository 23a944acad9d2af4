"""Statistics as plain objects: all of it for JSON, and one number a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Final

from claimledger.domain.statistics import Period, Statistics
from claimledger.formats.listings import Column, Listing
from claimledger.formats.records import Record, rating_object

NUMBERS: Final = Listing(
    key="of",
    columns=tuple(
        Column(name, itemgetter(name)) for name in ("section", "of", "measure", "number")
    ),
    brief=("section", "of", "measure", "number"),
)

_STANDING: Final = (
    *("claims", "open", "not_checkable", "checked", "disputed", "settled"),
    *("published", "challenged", "hidden"),
)
_GROUNDS: Final = ("rated", "none", "one", "more", "sole")
_HOST: Final = ("evidence", "claims", "supports", "refutes", "context")
_PERIOD: Final = ("added", "verdicts", "settled", "published")
_WAITING: Final = ("open", "disputed")
_REVIEWER: Final = ("verdicts", "claims", "evidence", "settled")


def stats_object(found: Statistics) -> Record:
    """Return all statistics. Days are in UTC; lists are in the order of the report."""
    asked = found.asked
    return {
        "articles": list(asked.articles),
        "since": None if asked.since is None else asked.since.isoformat(),
        "until": None if asked.until is None else asked.until.isoformat(),
        "reviewer": asked.reviewer,
        "today": found.today.isoformat(),
        "standing": {name: getattr(found.standing, name) for name in _STANDING},
        "step": found.step.value,
        "periods": [_period(period) for period in found.periods],
        "waiting": [
            {"age": one.age.value} | {name: getattr(one, name) for name in _WAITING}
            for one in found.waiting
        ],
        "longest_waiting": [
            {"ref": one.ref, "text": one.text, "status": one.status.value, "days": one.days}
            for one in found.longest
        ],
        "reviewers": [
            {"reviewer": one.reviewer} | {name: getattr(one, name) for name in _REVIEWER}
            for one in found.reviewers
        ],
        "speakers": [
            {
                "speaker": one.speaker,
                "claims": one.claims,
                "ratings": [
                    {"rating": rating_object(rating), "claims": number}
                    for rating, number in one.ratings
                ],
            }
            for one in found.speakers
        ],
        "hosts": [
            {"host": use.host} | {name: getattr(use, name) for name in _HOST} for use in found.hosts
        ],
        "sources": {name: getattr(found.grounds, name) for name in _GROUNDS}
        | {"thin": list(found.grounds.thin)},
    }


def number_objects(found: Statistics) -> Iterator[Record]:
    """Yield every number by itself: what it is part of, what it is of, what it measures."""
    whole = stats_object(found)
    yield from _numbers("standing", None, whole["standing"])
    yield from _each(whole["step"], "first", whole["periods"], _PERIOD)
    yield from _each("waiting", "age", whole["waiting"], _WAITING)
    yield from _each("reviewer", "reviewer", whole["reviewers"], _REVIEWER)
    for one in whole["speakers"]:
        rated = {counted["rating"]["label"]: counted["claims"] for counted in one["ratings"]}
        yield from _numbers("speaker", one["speaker"], rated)
    yield from _each("host", "host", whole["hosts"], _HOST)
    yield from _numbers("sources", None, {name: whole["sources"][name] for name in _GROUNDS})


def _each(
    section: str, key: str, records: Sequence[Record], measures: Sequence[str]
) -> Iterator[Record]:
    for record in records:
        yield from _numbers(section, record[key], {name: record[name] for name in measures})


def _numbers(section: str, of: str | None, numbers: Mapping[str, int]) -> Iterator[Record]:
    for measure, number in numbers.items():
        yield {"section": section, "of": of, "measure": measure, "number": number}


def _period(period: Period) -> Record:
    return {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        **period.acts._asdict(),
    }
