"""Whatever the text, its claims rest on it: no text, however odd, is too much."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimledger.domain.articles import article_id
from claimledger.domain.text import Span, are_in_order, quote_of
from claimledger.splitters.splitter import fault_of
from claimledger.splitting.run import notices_of, split

ANY = st.characters(exclude_categories=["Cs"])
"""Every character that is one; half a surrogate pair is none."""

NEWS = st.sampled_from([
    *("The bridge", "the mayor", "Mary Poe", "Mr. Roe", "Dr. Lind's", "the U.S.", "It", "they"),
    *("said", "told reporters", "was closed", "closed", "denied", "may reopen", "is", "didn't"),
    *("that", "which", "who", "if", "unless", "while", "when", "because", "and", "but", "or"),
    *("according to", "the council", "her", "his sister", ", a doctor,", ", 54,", "the first"),
    *("12 million", "€3.5bn", "3.2%", "40,000", "up to", "at least", "in 2019", "on 5 May"),
    *("not", "never", "no", "allegedly", "only", "about", "more than", "neither", "nor"),
    *("Will it?", "Stop!", "Go.", "etc.", "e.g.", "No. 5", "a.m.", "...", "…", "—", "–"),
    *("https://example.org/a?b=c#d", "roe@example.org", "#tag", "@roe", "[1]", "[...]", "(AP)"),
    *("“", "”", '"', "'", "‘", "’", "«", "»", "„", "``", "''", "(", ")", "[", "]", "{", "}"),
    *("\n", "\n\n", "\r\n", "\t", "\x00", "\x1b[31m", "\u200b", "\u2028", "\u202e", "\ufeff"),
    *("השר אמר", "قال الوزير", "Бридж", "日本語。", "ﬁne", "İstanbul", "e\u0301te\u0301", "🙂👩‍🚀"),
    *("n\u0303" * 9, "x" * 400, "-" * 30, "!" * 30, ",", ".", ";", ":", "?", "$", "%", "&", "/"),
])  # fmt: skip
MARKS = st.text(alphabet="“”\"'‘’«»„()[]{}.,;:!?…—–-/\\ \n", max_size=80)
NESTED = st.recursive(
    NEWS,
    lambda inner: st.tuples(
        st.sampled_from(["“{}”", "‘{}’", '"{}"', "({})", "[{}]", "«{}»", "“{}", "({}"]),
        st.lists(inner, min_size=1, max_size=4),
    ).map(lambda pair: pair[0].replace("{}", " ".join(pair[1]))),
    max_leaves=12,
)
TEXTS = st.one_of(
    st.text(alphabet=ANY, max_size=300),
    st.lists(NEWS, max_size=60).map(" ".join),
    st.lists(NEWS, max_size=30).map("".join),
    st.lists(NESTED, max_size=12).map(" ".join),
    MARKS,
    st.tuples(st.lists(NEWS, max_size=9).map(" ".join), st.integers(1, 20)).map(
        lambda pair: pair[0] * pair[1]
    ),
)
LANGUAGES = st.one_of(st.just("en"), st.text(alphabet=ANY, max_size=8))


def check(text: str, model: Path, language: str = "en") -> None:
    """Assert all that holds of the claims of any text."""
    claims = split(text, language=language, model=model if language == "en" else None)

    article = article_id(text)
    for claim in claims:
        assert fault_of(claim, text, article) is None, claim
        assert claim.quote == quote_of(text, claim.spans)
        assert claim.text.strip(" .")
        assert claim.speaker is None or claim.speaker.strip()
        assert claim.spans
    assert len({claim.id for claim in claims}) == len(claims)
    assert [c.sentence.start for c in claims] == sorted(c.sentence.start for c in claims)
    assert split(text, language=language, model=model if language == "en" else None) == claims
    whole = Span(0, len(text))
    for notice in notices_of(text, language=language):
        assert notice.span is None or are_in_order([notice.span], within=whole)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS)
@example(text="The bridge is closed. " * 2 + "and so on " * 500)
@example(text="a" * 5_000)
@example(text="(" * 2_000)
@example(text="“" * 500 + "The bridge is closed, she said." + "”" * 500)
@example(text="The mayor said " * 40 + "it is closed.")
@example(text="🙂" * 300 + " said the bridge is closed.")
def test_claims_of_any_text_rest_on_it(text: str, model: Path) -> None:
    check(text, model)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS, language=LANGUAGES)
def test_claims_in_any_language_rest_on_their_text(text: str, language: str, model: Path) -> None:
    check(text, model, language)


@pytest.mark.parametrize("text", ["\ud800", "The bridge is closed \udc80 again.", "“\udfff”"])
def test_half_a_character_is_no_trouble(text: str, model: Path) -> None:
    check(text, model)
