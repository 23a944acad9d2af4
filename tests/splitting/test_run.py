from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimledger.domain.claims import Claim
from claimledger.domain.text import are_in_order, quote_of
from claimledger.splitting.run import SPLITTER, notices_of, split

Claims = Callable[[str], list[Claim]]

ARTICLE = """\
Bridge reopens after repairs

By Jane Roe

YORK (AP) — The Alder Bridge, which closed in May, reopened on Monday. “We are proud of the \
work,” said Mary Poe, the mayor of York. She did not say when the road would open.

Image: Jane Roe.

The repairs cost at least 12 million euros, according to the council. Will it last?
"""

WORDS = st.sampled_from([
    *("The", "the", "bridge", "mayor", "said", "that", "was", "is", "not", "Roe", "Mary", "Mr."),
    *("U.S.", "12", "million", "3.5%", "he", "she", "they", "it", "if", "while", "and", "but"),
    *("who", "which", "according", "to", "allegedly", "\n", "\n\n", "\x00", "\u200b", "..."),
    *"“”\"'’,.;:?!()[]—-é日🙂ﬁİ",
])  # fmt: skip
TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300),
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(WORDS, max_size=60).map("".join),
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS)
def test_every_claim_rests_on_what_the_article_says(text: str, model: Path) -> None:
    for claim in split(text, model=model):
        assert claim.quote == quote_of(text, claim.spans)
        assert are_in_order(claim.spans, within=claim.sentence)
        assert claim.text.endswith(".")
        assert len(claim.text) > 1
        if claim.speaker_span is not None:
            assert claim.speaker_span.of(text).strip()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "...", "“”"])
def test_a_text_without_sentences_has_no_claims(text: str, claims: Claims) -> None:
    assert claims(text) == []


def test_the_same_text_gives_the_same_claims(claims: Claims) -> None:
    assert claims(ARTICLE) == claims(ARTICLE)
    assert SPLITTER.startswith("rules/")


def test_what_is_no_prose_makes_no_claim(claims: Claims) -> None:
    quotes = " ".join(c.quote for c in claims(ARTICLE))
    for junk in ("Bridge reopens", "Jane Roe", "Image", "YORK", "Will it last"):
        assert junk not in quotes


def test_the_same_claim_is_made_once(claims: Claims) -> None:
    found = claims("The bridge is safe.\n\nThe bridge is safe.")
    assert [c.text for c in found] == ["The bridge is safe."]


def test_a_claim_knows_who_said_it_and_where(claims: Claims) -> None:
    said = next(c for c in claims(ARTICLE) if c.speaker == "Mary Poe")
    assert said.text == "Mary Poe is proud of the work."
    assert said.cue == "say"
    assert said.speaker_span is not None
    assert said.speaker_span.of(ARTICLE).startswith("Mary Poe")
    assert said.quote == "We are proud of the work"


def test_the_article_asserts_what_nobody_is_named_for(claims: Claims) -> None:
    assert all(c.cue is None and c.speaker_span is None for c in claims("The bridge is safe."))


def test_a_language_without_a_pipeline_is_cut_into_sentences() -> None:
    text = "Die Brücke ist sicher. Sie wurde im Mai geöffnet, sagte Roe."
    assert [c.quote for c in split(text, language="de")] == [
        "Die Brücke ist sicher.",
        "Sie wurde im Mai geöffnet, sagte Roe.",
    ]
    (notice,) = notices_of(text, language="de")
    assert "'de'" in notice.message


def test_a_sentence_too_long_to_parse_is_kept_whole(claims: Claims) -> None:
    text = "The bridge is long, " + "and very long, " * 300 + "and safe."
    (claim,) = claims(text)
    assert claim.quote == text
    (notice,) = notices_of(text)
    assert notice.span == claim.sentence


def test_an_ordinary_text_needs_no_notice() -> None:
    assert notices_of(ARTICLE) == []


def test_two_who_speak_together_are_one_source(claims: Claims) -> None:
    [said] = claims("Mary Poe and John Roe said that the bridge is closed.")
    assert said.text == "The bridge is closed."
    assert said.speaker == "Mary Poe and John Roe"


def test_a_sentence_that_the_rules_cannot_read_stays_whole(
    texts: Callable[[str], list[str]],
) -> None:
    sentence = (
        "A Bloomberg poll shows that Americans living in households making $100,000 or more "
        "have abandoned the Republican party."
    )
    assert "".join(texts(sentence)).count("have abandoned the Republican party") >= 1
