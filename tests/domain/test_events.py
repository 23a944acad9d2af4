"""What an event's body and id promise."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.domain.acts import ACTS, KINDS, ClaimRetracted, VerdictGiven
from claimledger.domain.events import (
    LARGEST_INTEGER,
    Event,
    EventId,
    FeedId,
    canonical,
    decode,
    event_id,
)
from claimledger.domain.scales import ScaleId
from claimledger.errors import EventError

TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)
HASHES = st.binary(min_size=32, max_size=32).map(bytes.hex)


def an_event(because: str = "The register says so.", **changes: object) -> Event:
    fields: dict[str, object] = {
        "ledger": "0" * 32,
        "feed": FeedId("f" * 32),
        "n": 1,
        "prev": None,
        "time": "2026-11-25T10:00:00.000Z",
        "author": "First reader",
        "subject": "a" * 64,
        "after": (),
        "act": VerdictGiven(scale=ScaleId("default"), version=1, rating="false", because=because),
        "salt": "5" * 32,
    }
    return Event(**{**fields, **changes})  # type: ignore[arg-type]


@given(TEXTS)
def test_what_is_written_reads_back_in_normal_form(because: str) -> None:
    body = an_event(because).encode()

    assert decode(body) == an_event(unicodedata.normalize("NFC", because))
    assert decode(body).encode() == body


def test_the_body_is_sorted_compact_and_unescaped() -> None:
    body = an_event("Größe: 3,4 %").encode().decode()

    assert body.startswith('{"after":[],"author":"First reader","data":{"because":"Größe: 3,4 %"')
    assert body == json.dumps(
        json.loads(body), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


def test_the_id_is_the_leaf_hash_of_rfc_6962() -> None:
    # The hash of an empty leaf, as in the test vectors of Certificate Transparency.
    empty = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"

    assert event_id(b"") == empty


@given(st.data())
def test_any_changed_byte_is_another_event_or_none(data: st.DataObject) -> None:
    body = an_event().encode()
    place = data.draw(st.integers(0, len(body) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda b: b != body[place]))
    changed = body[:place] + bytes([byte]) + body[place + 1 :]

    assert event_id(changed) != event_id(body)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_event_are_refused_and_nothing_else_happens(body: bytes) -> None:
    with pytest.raises(EventError):
        decode(body)


@pytest.mark.parametrize(
    "changes",
    [
        {"v": 2},
        {"kind": "claim_painted"},
        {"n": 0},
        {"n": 2},
        {"n": 1.0},
        {"n": True},
        {"prev": "b" * 64},
        {"after": ["b" * 64, "a" * 64]},
        {"after": ["short"]},
        {"time": "2026-11-25"},
        {"salt": "nothex"},
        {"extra": 1},
        {"author": "e\u0301"},
        {"data": {"scale": "default", "version": 1, "rating": "false"}},
        {"data": {"scale": "default", "version": "1", "rating": "false", "because": "x"}},
        {"data": {"scale": "default", "version": 1, "rating": "x", "because": "x", "y": 1}},
    ],
    ids=str,
)
def test_a_body_that_breaks_a_rule_is_refused(changes: dict[str, object]) -> None:
    fields = json.loads(an_event().encode()) | changes
    body = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

    with pytest.raises(EventError):
        decode(body)


@pytest.mark.parametrize(
    "body",
    [
        b'{"v": 1}',
        b'{"v":1,"v":1}',
        b'{"b":1,"a":1}',
        b'{"a":NaN}',
        b'{"a":"\\u0041"}',
        b"[" * 99999,
    ],
    ids=["spaces", "twice", "unsorted", "nan", "escaped", "deep"],
)
def test_json_that_is_not_canonical_is_refused(body: bytes) -> None:
    with pytest.raises(EventError):
        decode(body)


@pytest.mark.parametrize("value", [1.5, LARGEST_INTEGER + 1, -LARGEST_INTEGER - 1, b"x", {"ä": 1}])
def test_what_json_would_blur_has_no_canonical_form(value: object) -> None:
    with pytest.raises(EventError):
        canonical({"a": value})


def test_half_a_character_is_refused() -> None:
    with pytest.raises(EventError, match="surrogate"):
        an_event("\ud800").encode()


@given(HASHES, HASHES)
def test_feeds_and_heads_read_back(first: str, second: str) -> None:
    event = an_event(
        n=2, prev=EventId(first), after=tuple(sorted({EventId(first), EventId(second)}))
    )

    assert decode(event.encode()) == event


def test_every_kind_has_one_act_and_one_name_in_the_past_tense() -> None:
    assert len(ACTS) == len(KINDS)
    assert all(
        kind.split("_")[-1] in {"split", "given", "set"} or kind.endswith(("ed", "withdrawn"))
        for kind in ACTS
    )
    assert an_event(act=ClaimRetracted(because="A duplicate.")).kind == "claim_retracted"
