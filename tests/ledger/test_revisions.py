"""A page that changes keeps what was done on the claims it still makes."""

from __future__ import annotations

from claimledger.domain.articles import article_id
from claimledger.domain.claims import Claim, ClaimKind, claim_id
from claimledger.domain.records import ClaimRecord
from claimledger.domain.text import Span, quote_of
from claimledger.domain.verdicts import ClaimStatus
from claimledger.ledger.revisions import changes, revision_of

OLD = """The bridge cost 12 million euros. The mayor resigned.

The river rose by 3 percent, the council said. Nobody was hurt.
"""


def read(text: str, *sentences: str) -> list[Claim]:
    """Return a claim for each sentence, as a splitter reads it."""
    found = []
    for sentence in sentences:
        start = text.index(sentence)
        span = Span(start, start + len(sentence) - 1)
        found.append(
            Claim(
                id=claim_id(article_id(text), [span], sentence),
                text=sentence,
                quote=quote_of(text, [span]),
                spans=(span,),
                sentence=Span(start, start + len(sentence)),
                speaker=None,
                speaker_span=None,
                cue=None,
                kind=ClaimKind.FACT,
                checkable=True,
                checkworthiness=0.5,
                reasons=(),
            )
        )
    return found


def stored(claims: list[Claim], *, outdated: bool = False) -> list[ClaimRecord]:
    """Return claims as the ledger has them."""
    return [
        ClaimRecord(
            ref=f"1.{number}",
            id=claim.id,
            article=article_id(OLD),
            article_number=1,
            number=number,
            text=claim.text,
            quote=claim.quote,
            spans=claim.spans,
            sentence=claim.sentence,
            speaker=None,
            speaker_span=None,
            attribution_span=None,
            cue=None,
            kind=claim.kind,
            checkable=True,
            checkworthiness=0.5,
            reasons=(),
            needs_context=False,
            status=ClaimStatus.OPEN,
            edited=False,
            retracted_because=None,
            version=1,
            outdated=outdated,
            verdicts=(),
            evidence=(),
        )
        for number, claim in enumerate(claims, start=1)
    ]


COST, MAYOR = "The bridge cost 12 million euros.", "The mayor resigned."
RIVER, HURT = "The river rose by 3 percent, the council said.", "Nobody was hurt."
BEFORE = stored(read(OLD, COST, MAYOR, RIVER, HURT))


def kept(new: str, *sentences: str) -> dict[str, str]:
    """Return the claims that a new text keeps, by number, with their quotes in it."""
    revision = revision_of(OLD, new, BEFORE, read(new, *sentences))
    numbers = {claim.id: claim.ref for claim in BEFORE}
    return {numbers[claim.id]: quote_of(new, claim.spans) for claim in revision.kept}


def test_claims_move_with_their_sentences() -> None:
    new = "A new paragraph.\n\n" + OLD.replace(" Nobody", "\n\nNobody")
    assert kept(new, COST, MAYOR, RIVER, HURT) == {
        "1.1": COST[:-1],
        "1.2": MAYOR[:-1],
        "1.3": RIVER[:-1],
        "1.4": HURT[:-1],
    }


def test_a_changed_number_ends_a_claim_and_begins_another() -> None:
    new = OLD.replace("12 million", "14 million")
    revision = revision_of(
        OLD, new, BEFORE, read(new, "The bridge cost 14 million euros.", MAYOR, RIVER, HURT)
    )
    assert "1.1" not in kept(new, MAYOR, RIVER, HURT)
    assert [claim.text for claim in revision.added] == ["The bridge cost 14 million euros."]


def test_words_that_stand_in_another_sentence_now_are_no_longer_that_claim() -> None:
    new = OLD.replace("The mayor", "It is not true that The mayor")
    assert "1.2" not in kept(new, COST, RIVER, HURT)


def test_a_sentence_that_moved_elsewhere_is_found_by_the_splitter() -> None:
    new = "Nobody was hurt. The river rose by 3 percent, the council said.\n\n" + COST
    assert set(kept(new, COST, RIVER, HURT)) == {"1.1", "1.3", "1.4"}


def test_a_claim_of_an_earlier_version_comes_back_with_its_words() -> None:
    gone = stored(read(OLD, COST), outdated=True)
    new = "Something else. " + COST
    revision = revision_of("Something else.", new, gone, read(new, COST))
    assert [claim.id for claim in revision.kept] == [gone[0].id]
    assert revision.added == ()


def test_lines_that_changed_are_told() -> None:
    new = OLD.replace("3 percent", "4 percent") + "\nA correction was made.\n"
    assert list(changes(OLD, new)) == [
        ("-", "The river rose by 3 percent, the council said. Nobody was hurt."),
        ("+", "The river rose by 4 percent, the council said. Nobody was hurt."),
        ("+", "A correction was made."),
    ]
    assert list(changes(OLD, OLD.replace("\n\n", "\n \n"))) == []
