"""Each rule: a claim that trips it, and one that just does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claimledger.domain.articles import ArticleId
from claimledger.domain.claims import ClaimId, ClaimKind
from claimledger.domain.evidence import (
    ArchiveState,
    Capture,
    EvidenceId,
    LinkState,
    QuoteResult,
    QuoteSelector,
    Stance,
)
from claimledger.domain.lint import RULES, Context, Rule, lint_claim
from claimledger.domain.lint.loaded_words import loaded_words
from claimledger.domain.policies import Policy
from claimledger.domain.records import (
    ArchiveRecord,
    ArticleRecord,
    CheckRecord,
    ClaimRecord,
    DecisionRecord,
    EvidenceRecord,
    VerdictRecord,
)
from claimledger.domain.scales import Rating, ScaleId, Tone
from claimledger.domain.sources import host_of, is_article, number_of_sources
from claimledger.domain.verdicts import ClaimStatus, DecisionKind

SCALE = ScaleId("truth")
TRUE = Rating(code="true", label="True", meaning="Right.", tone=Tone.TRUE)
FALSE = Rating(code="false", label="False", meaning="Wrong.", tone=Tone.FALSE)
OPEN = Rating(code="open", label="Unproven", meaning="Nobody knows.", tone=Tone.UNKNOWN)
BECAUSE = "The council's accounts say so."
MONDAY, TUESDAY, WEDNESDAY = (f"2024-03-{day:02}T09:00:00.000Z" for day in (4, 5, 6))


def source(number: int = 1, stance: Stance = Stance.SUPPORTS, **changes: Any) -> EvidenceRecord:
    url = f"https://alder.example/{number}"
    values: dict[str, Any] = {
        "ref": f"1.1.{number}",
        "id": EvidenceId(f"{number:064x}"),
        "claim": ClaimId("c" * 64),
        "source": url,
        "stance": stance,
        "url": url,
        "capture": None,
        "quotes": (),
        "title": None,
        "author": None,
        "published": None,
        "guessed": (),
        "note": None,
        "attached_by": "Ana",
        "attached_at": MONDAY,
        "withdrawn_because": None,
    }
    return EvidenceRecord(**(values | changes))


def captured(raw: str) -> Capture:
    return Capture(media_type="text/html", raw=raw * 64, text=None, retrieved=MONDAY)


def verdict(rating: Rating = TRUE, reviewer: str = "Ana", **changes: Any) -> VerdictRecord:
    values: dict[str, Any] = {
        "event": "e" * 64,
        "reviewer": reviewer,
        "scale": SCALE,
        "rating": rating,
        "because": BECAUSE,
        "time": TUESDAY,
        "standing": True,
    }
    return VerdictRecord(**(values | changes))


def decision(kind: DecisionKind = DecisionKind.SETTLED, **changes: Any) -> DecisionRecord:
    values: dict[str, Any] = {
        "event": "d" * 64,
        "kind": kind,
        "by": "Eva",
        "time": WEDNESDAY,
        "scale": SCALE,
        "rating": TRUE,
        "because": BECAUSE,
        "note": None,
        "url": None,
    }
    return DecisionRecord(**(values | changes))


SOURCES = (source(1), source(2, Stance.REFUTES))


def claim(**changes: Any) -> ClaimRecord:
    """Build a claim in which nothing is to be mended."""
    values: dict[str, Any] = {
        "ref": "1.1",
        "id": ClaimId("c" * 64),
        "article": ArticleId("a" * 64),
        "article_number": 1,
        "number": 1,
        "text": "The repairs of the Alder Bridge cost 12 million euros.",
        "quote": "",
        "spans": (),
        "sentence": None,
        "speaker": "The council",
        "speaker_span": None,
        "attribution_span": None,
        "cue": None,
        "kind": ClaimKind.QUANTITY,
        "checkable": True,
        "checkworthiness": 0.8,
        "reasons": (),
        "needs_context": False,
        "status": ClaimStatus.CHECKED,
        "edited": False,
        "retracted_because": None,
        "version": 1,
        "outdated": False,
        "verdicts": (verdict(),),
        "evidence": SOURCES,
        "rating": TRUE,
        "spoken": 1,
    }
    return ClaimRecord(**(values | changes))


def decayed(**changes: Any) -> EvidenceRecord:
    """Build a source that was found gone on Monday and again on Tuesday."""
    check = CheckRecord(
        time=TUESDAY,
        by="Ana",
        run=TUESDAY,
        state=LinkState.GONE,
        status=404,
        final_url=None,
        raw=None,
        etag=None,
        last_modified=None,
        missing=(),
        detail="",
    )
    return source(1, last_check=check, failing_since=MONDAY, **changes)


def archived(state: ArchiveState) -> ArchiveRecord:
    return ArchiveRecord(
        time=MONDAY, by="Ana", service="wayback", state=state, url=None, job=None, detail=""
    )


ARTICLE = ArticleRecord(
    number=1,
    id=ArticleId("a" * 64),
    title="Bridge reopens",
    source="bridge.txt",
    url=None,
    author=None,
    published=None,
    published_guessed=False,
    language="en",
    media_type="text/plain",
    added_by="Ana",
    added_at=MONDAY,
    splitter=None,
    version=1,
    text="t" * 64,
    capture=None,
    claims=1,
    checked=1,
    disputed=0,
    open=0,
)
CONTEXT = Context(policy=Policy(scale=SCALE, sources=2), article=ARTICLE)
ITSELF = replace(CONTEXT, article=replace(ARTICLE, url="https://alder.example/1"))
ONE_DAY = replace(decayed(), failing_since=TUESDAY)
QUOTE = QuoteSelector(exact="12 million", result=QuoteResult.NOT_FOUND)
TWO = {"status": ClaimStatus.DISPUTED, "rating": None}
SETTLED = {"status": ClaimStatus.SETTLED, "decisions": (decision(),)}
OLDER = verdict(reworded=True)
EDITED = replace(CONTEXT, edited_at="2024-03-07T09:00:00.000Z")

TRIPS: list[tuple[Rule, ClaimRecord, Context]] = [
    (Rule.ORIGIN, claim(speaker=None), CONTEXT),
    (Rule.NO_EVIDENCE, claim(evidence=()), CONTEXT),
    (Rule.NO_EVIDENCE, claim(evidence=(source(withdrawn_because="Wrong bridge."),)), CONTEXT),
    (Rule.NO_EVIDENCE, claim(evidence=(source(1),)), ITSELF),
    (Rule.SOURCES, claim(evidence=(source(1),)), CONTEXT),
    (Rule.SOURCES, claim(), ITSELF),
    (Rule.SOURCES, claim(evidence=(source(1), source(2, withdrawn_because="No."))), CONTEXT),
    (Rule.BOTH_SIDES, claim(evidence=(source(1), source(2))), CONTEXT),
    (Rule.BOTH_SIDES, claim(evidence=(source(1), source(2, Stance.CONTEXT))), CONTEXT),
    (Rule.AGAINST_EVIDENCE, claim(rating=FALSE, evidence=(source(1), source(2))), CONTEXT),
    (Rule.AGAINST_EVIDENCE, claim(evidence=(source(1, Stance.REFUTES),)), CONTEXT),
    (Rule.MISSING_QUOTE, claim(evidence=(*SOURCES, source(3, quotes=(QUOTE,)))), CONTEXT),
    (Rule.DEAD_SOURCE, claim(evidence=(*SOURCES, decayed())), CONTEXT),
    (
        Rule.DEAD_SOURCE,
        claim(evidence=(*SOURCES, decayed(archives=(archived(ArchiveState.FAILED),)))),
        CONTEXT,
    ),
    (Rule.LATE_EVIDENCE, claim(evidence=(*SOURCES, source(3, attached_at=WEDNESDAY))), CONTEXT),
    (Rule.LATE_EVIDENCE, claim(evidence=(*SOURCES, source(3, published="2024-03-06"))), CONTEXT),
    (Rule.CHALLENGED, claim(**SETTLED, challenged=True), CONTEXT),
    (Rule.RATIONALE, claim(verdicts=(verdict(because="Seen."),)), CONTEXT),
    (Rule.RATIONALE, claim(verdicts=(verdict(because="…"),)), CONTEXT),
    (
        Rule.RATIONALE,
        claim(status=ClaimStatus.SETTLED, decisions=(decision(because="As Ana says"),)),
        CONTEXT,
    ),
    (
        Rule.DISAGREEMENT,
        claim(**TWO, verdicts=(verdict(), verdict(FALSE, "Ben"))),
        CONTEXT,
    ),
    (Rule.REWORDED, claim(verdicts=(OLDER,)), CONTEXT),
    (Rule.REWORDED, claim(**SETTLED, verdicts=(OLDER,)), EDITED),
    (Rule.LOADED_TEXT, claim(text="The false claim that the repairs cost 12 million."), CONTEXT),
]
TRIPPED = [rule for rule, _, _ in TRIPS]

FINE: list[tuple[Rule, ClaimRecord, Context]] = [
    (Rule.ORIGIN, claim(), CONTEXT),
    (Rule.ORIGIN, claim(speaker=None), replace(CONTEXT, article=replace(ARTICLE, author="Bo"))),
    (
        Rule.ORIGIN,
        claim(speaker=None),
        replace(CONTEXT, article=replace(ARTICLE, url="https://paper.example/1")),
    ),
    (Rule.NO_EVIDENCE, claim(evidence=(source(1),)), CONTEXT),
    (Rule.SOURCES, claim(), CONTEXT),
    (Rule.SOURCES, claim(evidence=(source(1),), tags=("sole-source",)), CONTEXT),
    (
        Rule.SOURCES,
        claim(evidence=(source(1),)),
        replace(CONTEXT, policy=replace(CONTEXT.policy, sources=1)),
    ),
    (Rule.BOTH_SIDES, claim(), CONTEXT),
    (
        Rule.BOTH_SIDES,
        claim(evidence=(source(1), source(2)), tags=("searched-both-sides",)),
        CONTEXT,
    ),
    (Rule.BOTH_SIDES, claim(evidence=(source(1, Stance.CONTEXT),)), CONTEXT),
    (Rule.AGAINST_EVIDENCE, claim(rating=FALSE), CONTEXT),
    (Rule.AGAINST_EVIDENCE, claim(rating=OPEN, evidence=(source(1),)), CONTEXT),
    (Rule.AGAINST_EVIDENCE, claim(rating=None, evidence=(source(1),)), CONTEXT),
    (
        Rule.MISSING_QUOTE,
        claim(evidence=(source(quotes=(replace(QUOTE, result=QuoteResult.NOT_CHECKED),)),)),
        CONTEXT,
    ),
    (
        Rule.MISSING_QUOTE,
        claim(evidence=(source(quotes=(QUOTE,), withdrawn_because="It says otherwise."),)),
        CONTEXT,
    ),
    (Rule.DEAD_SOURCE, claim(evidence=(ONE_DAY,)), CONTEXT),
    (Rule.DEAD_SOURCE, claim(evidence=(decayed(capture=captured("1")),)), CONTEXT),
    (
        Rule.DEAD_SOURCE,
        claim(evidence=(decayed(archives=(archived(ArchiveState.FOUND),)),)),
        CONTEXT,
    ),
    (Rule.LATE_EVIDENCE, claim(evidence=(source(attached_at=TUESDAY),)), CONTEXT),
    (Rule.LATE_EVIDENCE, claim(evidence=(source(published="2024-03-05"),)), CONTEXT),
    (
        Rule.LATE_EVIDENCE,
        claim(
            verdicts=(verdict(), verdict(reviewer="Ben", time="2024-03-07T09:00:00.000Z")),
            evidence=(source(attached_at=WEDNESDAY),),
        ),
        CONTEXT,
    ),
    (Rule.LATE_EVIDENCE, claim(**SETTLED, evidence=(source(attached_at=WEDNESDAY),)), CONTEXT),
    (Rule.CHALLENGED, claim(**SETTLED), CONTEXT),
    (Rule.RATIONALE, claim(verdicts=(verdict(because="It was Tuesday."),)), CONTEXT),
    (Rule.RATIONALE, claim(verdicts=(verdict(because="官方数据显示不符"),)), CONTEXT),
    (Rule.RATIONALE, claim(verdicts=(verdict(because="No.", standing=False), verdict())), CONTEXT),
    (Rule.RATIONALE, claim(**SETTLED, verdicts=(verdict(because="No."),)), CONTEXT),
    (
        Rule.DISAGREEMENT,
        claim(**SETTLED, verdicts=(verdict(), verdict(FALSE, "Ben"))),
        CONTEXT,
    ),
    (Rule.REWORDED, claim(verdicts=(replace(OLDER, standing=False), verdict())), CONTEXT),
    (Rule.REWORDED, claim(**SETTLED, verdicts=(OLDER,)), replace(EDITED, edited_at=TUESDAY)),
    (Rule.LOADED_TEXT, claim(text="The mayor made false statements to the court."), CONTEXT),
    (
        Rule.LOADED_TEXT,
        claim(text="The mayor spread the false claim that it rained.", tags=("as-worded",)),
        CONTEXT,
    ),
]


def rules_that_find(one: ClaimRecord, context: Context) -> set[Rule]:
    return {finding.rule for finding in lint_claim(one, context)}


def test_nothing_is_to_be_mended_in_a_claim_with_all_it_needs() -> None:
    assert lint_claim(claim(), CONTEXT) == []


@pytest.mark.parametrize(("rule", "one", "context"), TRIPS, ids=TRIPPED)
def test_a_rule_finds_what_it_looks_for(rule: Rule, one: ClaimRecord, context: Context) -> None:
    assert rule in rules_that_find(one, context)


@pytest.mark.parametrize(("rule", "one", "context"), FINE, ids=[rule for rule, _, _ in FINE])
def test_a_rule_lets_pass_what_just_does_not_fall_under_it(
    rule: Rule, one: ClaimRecord, context: Context
) -> None:
    assert rule not in rules_that_find(one, context)


def test_every_rule_is_in_the_table_once_and_has_claims_on_both_sides() -> None:
    assert [rule.name for rule in RULES] == list(Rule)
    assert set(TRIPPED) == {rule for rule, _, _ in FINE} == set(Rule)


@pytest.mark.parametrize(("rule", "one", "context"), TRIPS, ids=TRIPPED)
def test_a_rule_that_is_off_finds_nothing_and_the_others_find_the_same(
    rule: Rule, one: ClaimRecord, context: Context
) -> None:
    found = lint_claim(one, context, off={rule})

    assert found == [f for f in lint_claim(one, context) if f.rule is not rule]


@pytest.mark.parametrize(("rule", "one", "context"), TRIPS, ids=TRIPPED)
def test_every_finding_names_its_claim_and_a_command(
    rule: Rule, one: ClaimRecord, context: Context
) -> None:
    [found, *_] = [f for f in lint_claim(one, context) if f.rule is rule]

    assert found.ref == one.ref
    assert found.message.strip()
    assert ": claimledger " in found.hint


def test_a_tag_is_offered_by_the_rules_that_it_excuses() -> None:
    for rule, one, context in TRIPS:
        [tag] = [known.tag for known in RULES if known.name is rule]
        if tag is not None:
            [found] = [f for f in lint_claim(one, context) if f.rule is rule]
            assert found.tag == tag
            assert rule not in rules_that_find(replace(one, tags=(tag,)), context)


def test_contrary_evidence_after_a_decision_is_told_once() -> None:
    late = source(3, Stance.REFUTES, attached_at="2024-03-07T09:00:00.000Z")
    challenged = claim(**SETTLED, challenged=True, evidence=(*SOURCES, late))

    assert rules_that_find(challenged, CONTEXT) == {Rule.CHALLENGED}


PUBLISHED = decision(DecisionKind.PUBLISHED, because="")


@pytest.mark.parametrize(
    ("decisions", "command"),
    [
        ((), "claimledger verdict 1.1 RATING"),
        ((decision(),), "claimledger settle 1.1 RATING"),
        ((PUBLISHED,), "claimledger correct 1.1 RATING"),
        ((decision(), PUBLISHED), "claimledger correct 1.1 RATING"),
    ],
    ids=["verdict", "settled", "published", "both"],
)
def test_a_decision_is_mended_by_one_of_its_own_kind(
    decisions: tuple[DecisionRecord, ...], command: str
) -> None:
    short = tuple(replace(one, because="No.") for one in decisions)
    [found] = lint_claim(
        claim(decisions=short, verdicts=(verdict(because="No."),)),
        CONTEXT,
        off={rule for rule in Rule if rule is not Rule.RATIONALE},
    )

    assert command in found.hint


def test_what_was_decided_is_taken_back_before_a_claim_is_edited() -> None:
    for changes in ({"speaker": None}, {"text": "FALSE: It rained."}):
        [private] = lint_claim(claim(**changes), CONTEXT)
        [settled] = lint_claim(claim(**changes, **SETTLED), CONTEXT)
        [public] = lint_claim(claim(**changes, decisions=(PUBLISHED,)), CONTEXT)

        assert "claimledger claim edit 1.1 --" in private.hint
        assert "claimledger settle 1.1 --reopen" in settled.hint
        assert "claimledger correct 1.1 --withdraw" in public.hint


@pytest.mark.parametrize(
    ("evidence", "number"),
    [
        ([source(1), source(2)], 2),
        ([source(1), source(1, Stance.REFUTES)], 1),
        ([source(1), source(2, url="https://alder.example/1#costs")], 1),
        ([source(1), source(2, copy_of="https://alder.example/1")], 1),
        ([source(1, capture=captured("1")), source(2, capture=captured("1"))], 1),
        ([source(1, capture=captured("1")), source(2, capture=captured("2"))], 2),
        ([source(1, url=None, source="a.pdf"), source(2, url=None, source="a.pdf")], 1),
        ([], 0),
    ],
)
def test_a_document_is_one_source_however_often_it_is_quoted(
    evidence: list[EvidenceRecord], number: int
) -> None:
    assert number_of_sources(evidence) == number


def test_the_article_itself_is_no_source_and_that_is_said() -> None:
    [alone] = lint_claim(claim(evidence=(source(1, Stance.CONTEXT),)), ITSELF)
    assert (alone.rule, alone.message) == (
        Rule.NO_EVIDENCE,
        "It was rated without any evidence: the article itself is no source.",
    )

    [one] = lint_claim(claim(), ITSELF)
    assert (one.rule, one.message) == (
        Rule.SOURCES,
        "It rests on 1 source; the policy asks for 2: the article itself is no source.",
    )
    [few] = lint_claim(claim(), replace(CONTEXT, policy=replace(CONTEXT.policy, sources=3)))
    assert few.message == "It rests on 2 sources; the policy asks for 3."


WEB = replace(
    ARTICLE,
    url="https://paper.example/1",
    source="https://paper.example/short",
    capture=replace(captured("1"), final_url="https://paper.example/end"),
)


@pytest.mark.parametrize(
    ("evidence", "article", "same"),
    [
        (source(url="https://paper.example/1"), WEB, True),
        (source(url="https://paper.example/1#costs"), WEB, True),
        (source(url="https://paper.example/short"), WEB, True),
        (source(url="https://paper.example/end"), WEB, True),
        (source(copy_of="https://paper.example/1"), WEB, True),
        (source(url="https://paper.example/2"), WEB, False),
        (source(capture=captured("1")), WEB, True),
        (source(capture=captured("2")), WEB, False),
        (source(capture=captured("1")), ARTICLE, False),
        (source(capture=replace(captured("2"), text="t" * 64)), ARTICLE, True),
        (source(url=None, source="bridge.txt", capture=captured("2")), ARTICLE, False),
    ],
)
def test_evidence_is_the_article_by_its_address_bytes_or_text_and_not_by_its_path(
    *, evidence: EvidenceRecord, article: ArticleRecord, same: bool
) -> None:
    assert is_article(evidence, article) is same


def hints(one: ClaimRecord, rule: Rule) -> list[str]:
    return [found.hint for found in lint_claim(one, CONTEXT) if found.rule is rule]


def test_evidence_that_is_not_as_it_should_be_is_withdrawn_and_attached_anew() -> None:
    withdraw = 'claimledger evidence withdraw 1.1.3 --because "TEXT", then claimledger attach 1.1'
    quoting = source(3, Stance.REFUTES, quotes=(QUOTE,))
    [quote] = hints(claim(evidence=(*SOURCES, quoting)), Rule.MISSING_QUOTE)
    assert f'{withdraw} SOURCE --refutes --quote "TEXT"' in quote

    turned = claim(evidence=(source(3, Stance.REFUTES),))
    [against] = hints(turned, Rule.AGAINST_EVIDENCE)
    assert f"{withdraw} SOURCE --supports" in against
    assert 'claimledger verdict 1.1 RATING --because "TEXT", or' in against

    [late] = hints(
        claim(evidence=(*SOURCES, source(3, published="2024-03-06"))), Rule.LATE_EVIDENCE
    )
    assert f"{withdraw} SOURCE --supports --published DATE" in late
    assert 'claimledger verdict 1.1 RATING --because "TEXT", or' in late


def test_late_evidence_is_told_once_a_claim_however_much_there_is() -> None:
    came = [source(n, attached_at=WEDNESDAY) for n in (3, 4)]
    misdated = [source(n, published="2024-03-07") for n in (5, 6)]
    late = claim(evidence=(*SOURCES, *came, *misdated))
    found = [f.message for f in lint_claim(late, CONTEXT) if f.rule is Rule.LATE_EVIDENCE]

    assert found == [
        "After the last verdict came 1.1.3 (2024-03-06), 1.1.4 (2024-03-06).",
        "Dated after the last verdict: 1.1.5 (2024-03-07), 1.1.6 (2024-03-07).",
    ]
    assert "evidence withdraw EVIDENCE --because" in hints(late, Rule.LATE_EVIDENCE)[1]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://alder.example/costs", "alder.example"),
        ("https://alder.example?page=1", "alder.example"),
        ("HTTP://WWW.Alder.Example.#top", "alder.example"),
        ("https://ana:secret@alder.example:8080/", "alder.example"),
        ("https://[2001:db8::1]:443/", "[2001:db8::1]"),
        ("https://[2001:db8::1]", "[2001:db8::1]"),
        ("accounts.pdf", ""),
    ],
)
def test_a_host_is_the_same_however_it_is_spelled(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    "text",
    [
        "The false claim that the bridge is closed.",
        "A viral but debunked story claiming that the bridge fell.",
        "The mayor falsely claimed that the bridge is closed.",
        "The bridge is closed, which is false.",
        "The bridge fell down, but that isn't true.",
        "The bridge is closed (false).",
        "The bridge is closed: Mostly false",
        "Bridge is closed — half true.",
        "FALSE: The bridge is closed",
        "[Fake] The bridge is closed",
        "Fact check: The bridge is closed",
        "It is not true that the bridge is closed.",
        "It's a myth that the bridge is closed.",
    ],
)
def test_a_text_that_gives_its_rating_away_is_noticed(text: str) -> None:
    assert loaded_words(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is closed.",
        "He was convicted of making false statements about his ties to the builder.",
        "The mayor said that the accusation was false.",
        "The dentist fitted 300 false teeth.",
        "Fake news reports doubled in 2020.",
        "True crime shows doubled in 2020.",
        "The council found that it was wrong to close the bridge.",
        "The test gave a false positive in 3% of cases.",
        "No bridge was closed in 2020.",
        "False reports of stolen cars doubled in 2020.",
        "The painting was wrongly attributed to a pupil for 200 years.",
    ],
)
def test_a_text_about_truth_is_not_taken_for_a_rating(text: str) -> None:
    assert loaded_words(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le pont est fermé : plutôt faux.", True),
        ("Le pont est fermé (plutôt faux)", True),
        ("Plutôt faux – le pont est fermé", True),
        ("Le pont est plutôt faux.", False),
        ("Plutôt faux que vrai, dit le maire.", False),
    ],
)
def test_a_label_is_noticed_where_it_stands_apart(text: str, *, found: bool) -> None:
    assert (loaded_words(text, ["Plutôt faux"]) is not None) is found
