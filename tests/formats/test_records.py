from __future__ import annotations

import json
from dataclasses import replace

from claimledger.domain.claims import Claim, ClaimId
from claimledger.domain.policies import Policy
from claimledger.domain.records import (
    ArticleReport,
    ClaimRecord,
    DecisionRecord,
    LinkRecord,
    LogEntry,
)
from claimledger.domain.scales import Rating, Scale, ScaleId, Tone
from claimledger.domain.verdicts import DecisionKind, Relation
from claimledger.formats import (
    claim_object,
    json_text,
    log_object,
    rating_object,
    report_object,
    scale_object,
    split_object,
)
from claimledger.formats.records import policy_object


def test_a_split_claim_has_exactly_the_published_fields(split: Claim) -> None:
    assert split_object(split, "ferries.txt") == {
        "source": "ferries.txt",
        "id": "a" * 64,
        "text": "Half of all crossings left late.",
        "quote": "Half of all crossings left late",
        "spans": [[0, 31]],
        "sentence": [0, 48],
        "speaker": "the mayor",
        "speaker_span": [33, 42],
        "attribution_span": [33, 47],
        "cue": "say",
        "kind": "quantity",
        "checkable": True,
        "checkworthiness": 0.92,
        "reasons": ["a share of a whole", "past fact"],
        "needs_context": False,
    }


def test_the_published_order_of_fields_is_kept(split: Claim) -> None:
    assert list(split_object(split, "-")) == [
        "source",
        "id",
        "text",
        "quote",
        "spans",
        "sentence",
        "speaker",
        "speaker_span",
        "attribution_span",
        "cue",
        "kind",
        "checkable",
        "checkworthiness",
        "reasons",
        "needs_context",
    ]


def test_a_claim_has_every_field_of_a_split_claim(split: Claim, claim: ClaimRecord) -> None:
    read, reviewed = split_object(split, "-"), claim_object(claim)

    assert {name: reviewed[name] for name in read if name != "source"} == {
        name: value for name, value in read.items() if name != "source"
    }


def test_a_claim_carries_its_verdicts_and_evidence(claim: ClaimRecord) -> None:
    reviewed = claim_object(claim)

    assert (reviewed["ref"], reviewed["article"], reviewed["status"]) == (
        "3.2",
        "b" * 64,
        "checked",
    )
    assert reviewed["rating"]["code"] == "false"
    assert [(v["rating"]["label"], v["standing"]) for v in reviewed["verdicts"]] == [
        ("True", False),
        ("False", True),
    ]
    page, withdrawn = reviewed["evidence"]
    assert page["capture"] == {
        "media_type": "text/html",
        "raw": "9f2c" * 16,
        "text": "ab" * 32,
        "retrieved": "2024-03-03T16:20:05.000Z",
        "final_url": "https://port.example/log",
        "redirects": ["https://port.example/old"],
        "status": 200,
        "length": None,
        "hops": [],
    }
    assert page["quotes"] == [
        {
            "exact": "12% of trips",
            "result": "found",
            "prefix": "",
            "suffix": "",
            "start": 9,
            "end": 21,
            "likeness": None,
            "similarity": 100,
            "typed": None,
        }
    ]
    assert withdrawn["withdrawn_because"] == "It is about buses."


def test_a_claim_carries_what_the_desk_decided_and_how_it_is_sorted(claim: ClaimRecord) -> None:
    published = DecisionRecord(
        event="3" * 64,
        kind=DecisionKind.PUBLISHED,
        by="Ben",
        time="2024-03-05T08:00:00.000Z",
        scale=ScaleId("truth"),
        rating=claim.rating,
        because="",
        note=None,
        url="https://desk.example/ferries",
    )
    link = LinkRecord(
        ref="3.4",
        id=ClaimId("c" * 64),
        text="Ferries are late.",
        relation=Relation.SUPPORTS,
        inward=True,
        note="In part.",
        by="Ben",
        time="2024-03-05T08:01:00.000Z",
    )
    reviewed = claim_object(
        replace(
            claim,
            decisions=(published,),
            links=(link,),
            tags=("ferries",),
            assigned=("Ben",),
            parts=("3.5", "3.6"),
            part_of="3.1",
            merged_into="3.7",
            challenged=True,
        )
    )

    assert reviewed["decisions"] == [
        {
            "event": "3" * 64,
            "kind": "published",
            "by": "Ben",
            "time": "2024-03-05T08:00:00.000Z",
            "scale": "truth",
            "rating": reviewed["rating"],
            "because": "",
            "note": None,
            "url": "https://desk.example/ferries",
        }
    ]
    assert reviewed["links"] == [
        {
            "ref": "3.4",
            "id": "c" * 64,
            "relation": "supports",
            "inward": True,
            "note": "In part.",
            "by": "Ben",
            "time": "2024-03-05T08:01:00.000Z",
        }
    ]
    names = ("published", "challenged", "tags", "assigned", "parts", "part_of", "merged_into")
    assert [reviewed[name] for name in names] == [
        True,
        True,
        ["ferries"],
        ["Ben"],
        ["3.5", "3.6"],
        "3.1",
        "3.7",
    ]


def test_a_rating_and_a_policy_have_exactly_the_published_fields() -> None:
    rating = Rating(
        code="x", label="X", meaning="Odd.", tone=Tone.NONE, value=3, retired=True, colour="teal"
    )
    policy = Policy(scale=ScaleId("truth"), reviewers=2, blind=True, settlers=("Ana",), sources=3)

    assert rating_object(rating) == {
        "code": "x",
        "label": "X",
        "meaning": "Odd.",
        "tone": "none",
        "value": 3,
        "retired": True,
        "colour": "teal",
    }
    assert policy_object(policy) == {
        "scale": "truth",
        "reviewers": 2,
        "blind": True,
        "settlers": ["Ana"],
        "sources": 3,
    }


def test_a_report_holds_the_text_that_offsets_count_in(report: ArticleReport) -> None:
    shown = report_object(report)

    [claim] = shown["claims"]
    [[start, end]] = claim["spans"]
    assert shown["text"][start:end] == claim["quote"]
    assert shown["article"]["number"] == 3


def test_records_hold_only_what_json_has(report: ArticleReport) -> None:
    scale = Scale(
        id=ScaleId("truth"),
        version=1,
        title="Truth",
        ordered=True,
        ratings=(Rating(code="x", label="X", meaning="", tone=Tone.NONE),),
    )
    entry = LogEntry(
        seq=1,
        id="1" * 64,
        time="2024-03-01T08:00:00.000Z",
        author="Ana",
        kind="article_added",
        subject="b" * 64,
        ref="3",
        summary="added",
    )

    for record in (report_object(report), scale_object(scale), log_object(entry)):
        assert json.loads(json_text(record)) == record
        assert types_in(record) <= {dict, list, str, int, float, bool, type(None)}


def types_in(value: object) -> set[type]:
    inside = list(value.values()) if isinstance(value, dict) else value
    if not isinstance(inside, list):
        return {type(value)}
    return {type(value)}.union(*map(types_in, inside))
