"""What a ledger says after what was done to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from claimledger.config.builtin_scales import NAMES
from claimledger.domain.acts import EvidenceAttached
from claimledger.domain.claims import ClaimKind
from claimledger.domain.evidence import QuoteResult, QuoteSelector, Stance
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import (
    ConflictError,
    UnknownRatingError,
    UnknownReferenceError,
    UsageError,
)
from claimledger.ledger import Ledger
from claimledger.ledger.selection import Order, Selection
from claimledger.ledger.sourcing import Source

LINK = Source(
    act=EvidenceAttached(
        source="https://alder.example/accounts",
        stance=Stance.SUPPORTS,
        url="https://alder.example/accounts",
        capture=None,
        quotes=(QuoteSelector(exact="12 million", result=QuoteResult.NOT_CHECKED),),
        title="Accounts",
    )
)


def as_second_reader(path: Path) -> Ledger:
    return Ledger.open(path, reviewer="Second reader")


def test_a_verdict_makes_a_claim_checked_and_can_be_replaced(ledger: Ledger) -> None:
    ledger.give_verdict("1.1", "mostly-f", because="It was Tuesday.")
    claim = ledger.give_verdict("1.1", "false", because="It was Wednesday.")

    assert claim.status is ClaimStatus.CHECKED
    assert claim.rating is not None
    assert claim.rating.label == "False"
    assert [(v.rating.code, v.standing) for v in claim.verdicts] == [
        ("mostly-false", False),
        ("false", True),
    ]


def test_verdicts_that_differ_make_a_dispute_and_withdrawing_ends_it(
    ledger: Ledger, path: Path
) -> None:
    ledger.give_verdict("1.1", "true", because="The photographs show it.")
    with as_second_reader(path) as other:
        assert other.give_verdict("1.1", "false", because="Not so.").status is ClaimStatus.DISPUTED
        assert other.claim("1.1").rating is None
        assert other.withdraw_verdict("1.1", because="I misread.").status is ClaimStatus.CHECKED

    assert ledger.article("1").checked == 1


def test_only_the_own_verdict_can_be_withdrawn(ledger: Ledger, path: Path) -> None:
    ledger.give_verdict("1.1", "true", because="Seen.")
    with as_second_reader(path) as other, pytest.raises(ConflictError, match="no verdict"):
        other.withdraw_verdict("1.1", because="Not mine.")


def test_an_unknown_rating_or_an_empty_rationale_changes_nothing(ledger: Ledger) -> None:
    before = ledger.size()
    with pytest.raises(UnknownRatingError):
        ledger.give_verdict("1.1", "purple", because="Because.")
    with pytest.raises(UsageError, match="rationale is empty"):
        ledger.give_verdict("1.1", "true", because="  ")

    assert ledger.size() == before


def test_evidence_is_numbered_and_stays_when_withdrawn(ledger: Ledger) -> None:
    ledger.attach("1.2", LINK)
    [second] = ledger.attach("1.2", LINK)
    ledger.withdraw_evidence(second.ref, because="Attached twice.")
    claim = ledger.claim("1.2")

    assert [(e.ref, e.withdrawn_because) for e in claim.evidence] == [
        ("1.2.1", None),
        ("1.2.2", "Attached twice."),
    ]
    assert claim.count(Stance.SUPPORTS) == 1
    assert ledger.evidence("1")[0].quotes == LINK.act.quotes
    with pytest.raises(ConflictError, match="withdrawn before"):
        ledger.withdraw_evidence("1.2.2", because="Again.")


def test_an_edited_claim_keeps_its_id_and_its_old_words(ledger: Ledger) -> None:
    old = ledger.claim("1.3")
    new = ledger.edit_claim(
        "1.3", text="The repairs took ten months.", speaker="", kind=ClaimKind.FACT
    )

    assert (new.id, new.ref, new.speaker, new.kind, new.edited) == (
        old.id,
        "1.3",
        None,
        ClaimKind.FACT,
        True,
    )
    assert ledger.search("ten months")[0].id == old.id
    assert not ledger.search('"nine months"')


def test_an_edit_that_changes_nothing_is_no_event(ledger: Ledger) -> None:
    before = ledger.size()
    ledger.edit_claim("1.3", text="The repairs took nine months.")

    assert ledger.size() == before


def test_a_retracted_claim_leaves_the_lists_and_takes_no_more_verdicts(ledger: Ledger) -> None:
    ledger.retract_claim("1.1", because="A headline.")

    assert [claim.ref for claim in ledger.claims()] == ["1.2", "1.3"]
    assert [c.ref for c in ledger.claims(Selection(status=ClaimStatus.RETRACTED))] == ["1.1"]
    assert ledger.article("1").claims == 2
    assert len(next(ledger.report()).claims) == 3
    with pytest.raises(ConflictError, match=r"retracted: A headline\."):
        ledger.give_verdict("1.1", "true", because="Still.")


def test_a_claim_added_by_hand_finds_its_place_by_its_quote(
    ledger: Ledger, article_text: str
) -> None:
    claim = ledger.add_claim("1", "The repairs ended on Monday.", quote="on  monday after repairs")

    assert claim.ref == "1.4"
    assert claim.quote == "on Monday after repairs"
    assert article_text[slice(*claim.spans[0])] == claim.quote
    with pytest.raises(ConflictError, match=r"already: 1\.4"):
        ledger.add_claim("1", "The repairs ended on Monday.", quote="on Monday after repairs")
    with pytest.raises(UsageError, match="does not say"):
        ledger.add_claim("1", "Something else.", quote="never written")


def test_lists_come_by_worth_or_in_the_order_of_the_text(ledger: Ledger) -> None:
    ledger.edit_claim("1.1", checkable=False)
    by_worth = ledger.claims(Selection(sort=Order.WORTH))

    assert [claim.ref for claim in by_worth] == ["1.2", "1.3", "1.1"]
    assert [claim.ref for claim in ledger.claims()] == ["1.1", "1.2", "1.3"]
    assert len(ledger.claims(Selection(limit=2))) == 2
    assert ledger.count(Selection(limit=2)) == 3


@pytest.mark.parametrize("query", ["AND", "NEAR(", "a* b", "text:bridge", "-bridge", "bridge OR"])
def test_no_search_is_an_operator(ledger: Ledger, query: str) -> None:
    assert ledger.search(query) == ([] if query != "-bridge" else ledger.search("bridge"))


@pytest.mark.parametrize("query", ["", '"', "()", "'", "*"])
def test_a_search_without_a_word_is_refused(ledger: Ledger, query: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        ledger.search(query)


def test_a_search_takes_the_beginning_of_the_last_word_and_no_accents(ledger: Ledger) -> None:
    assert [claim.ref for claim in ledger.search("ALDER brid")] == ["1.1", "1.2"]
    assert [claim.ref for claim in ledger.search("mónths")] == ["1.3"]
    assert ledger.search("council") == ledger.search("months")


@pytest.mark.parametrize("ref", ["9", "1.9", "x", "", "1.", "abcd", "1.2.3", "99999999999", "-1"])
def test_an_unknown_reference_says_how_to_name_one(ledger: Ledger, ref: str) -> None:
    with pytest.raises(UnknownReferenceError) as caught:
        ledger.claim(ref)

    assert "ARTICLE.CLAIM" in caught.value.hint


def test_a_claim_is_named_by_any_unique_beginning_of_its_id(ledger: Ledger) -> None:
    claim = ledger.claim("1.2")

    assert ledger.claim(claim.id[:8]) == claim
    assert ledger.article(claim.article[:8]).number == 1


def test_an_unknown_claim_of_a_known_article_lists_candidates(ledger: Ledger) -> None:
    with pytest.raises(UnknownReferenceError, match=r"1\.1 The Alder Bridge reopened"):
        ledger.claim("1.77")


def test_the_scale_in_use_decides_which_ratings_exist(ledger: Ledger) -> None:
    ledger.use_scale("politifact")

    assert ledger.give_verdict("1.1", "pants", because="No such bridge.").rating is not None
    with pytest.raises(UnknownReferenceError, match="no scale"):
        ledger.use_scale("stars")


def test_the_history_tells_who_did_what_in_order(ledger: Ledger) -> None:
    ledger.give_verdict("1.1", "true", because="Seen.")
    kinds = [entry.kind for entry in ledger.log()]

    assert kinds == [
        *("scale_defined" for _ in NAMES),
        "policy_set",
        *("article_added", "claims_split", "verdict_given"),
    ]
    assert [(e.kind, e.ref) for e in ledger.log("1.1")] == [
        ("claims_split", "1"),
        ("verdict_given", "1.1"),
    ]
    assert {entry.author for entry in ledger.log()} == {"First reader"}


def test_rebuilding_gives_the_same_tables(ledger: Ledger, path: Path) -> None:
    ledger.attach("1.2", LINK)
    ledger.give_verdict("1.2", "true", because="The accounts say so.")
    ledger.edit_claim("1.3", text="The repairs took ten months.")
    ledger.retract_claim("1.1", because="A duplicate.")
    before = dump(path)
    ledger.rebuild()

    assert dump(path) == before
    assert ledger.verify() == []


@pytest.mark.usefixtures("ledger")
def test_a_ledger_without_a_reviewer_only_reads(path: Path) -> None:
    with Ledger.open(path) as nobody, pytest.raises(UsageError, match="reviewer's name"):
        nobody.give_verdict("1.1", "true", because="Seen.")


def test_what_was_written_is_there_for_the_next_reader(ledger: Ledger, path: Path) -> None:
    ledger.give_verdict("1.1", "true", because="Seen.")
    with Ledger.open(path, read_only=True) as reader:
        assert reader.claim("1.1").status is ClaimStatus.CHECKED


@pytest.mark.parametrize(
    "words", ["bridge\0", '"bridge', "NEAR(bridge", "bridge AND", "-bridge", "*"]
)
def test_no_word_of_a_search_is_an_operator(ledger: Ledger, words: str) -> None:
    for search in (ledger.search, lambda typed: ledger.queue(Selection(words=typed))):
        with suppress(UsageError):
            search(words)


@pytest.mark.usefixtures("ledger")
def test_an_accent_typed_as_two_characters_is_the_same_accent(path: Path) -> None:
    with Ledger.open(path, reviewer="Jose\u0301") as ledger:
        ledger.retract_claim("1.1", because="cafe\u0301")

        assert [entry.summary for entry in ledger.log()][-1] == "retracted: caf\u00e9"
        assert ledger.verify() == []


def test_a_blob_that_an_event_speaks_of_must_be_there(ledger: Ledger, article_text: str) -> None:
    ledger._sql.execute("DROP TRIGGER blobs_are_not_deleted")
    ledger._sql.execute("DELETE FROM blobs")

    assert any("is missing" in p.what and p.where.startswith("event") for p in ledger.verify())
    assert ledger.text_of(ledger.article("1")) != article_text


def test_an_articles_history_tells_of_its_claims(ledger: Ledger) -> None:
    ledger.give_verdict("1.3", "true", because="Seen.")

    assert [(e.kind, e.ref) for e in ledger.log("1")] == [
        ("article_added", "1"),
        ("claims_split", "1"),
        ("verdict_given", "1.3"),
    ]


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every table as a new connection reads it."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            row[0]
            for row in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'"
            )
        ]
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr)  # noqa: S608
            for name in names
        }
