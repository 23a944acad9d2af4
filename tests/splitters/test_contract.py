"""What every splitter owes, whatever it is made of."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimledger.config.llm import VARIABLES
from claimledger.domain.articles import article_id
from claimledger.domain.claims import claim_id
from claimledger.domain.text import are_in_order, quote_of
from claimledger.splitters.registry import load_splitter, splitter_names
from claimledger.splitters.splitter import Splitter, Splitting, fault_of

ARTICLES = {
    "news": (
        "Bridge reopens\n\nThe Alder Bridge reopened on Monday, and the repairs cost 12 million "
        'euros.\n\n"The work took nine months," said Maria Okoro, the city engineer. She added '
        "that traffic had fallen by 40 percent.\n\nWho pays? The council did not say.\n"
    ),
    "one line": "The town spent 3 million euros",
    "odd marks": (
        "«Prices rose,» said Ann\u2011Lee Wu\u00a0\u2014 twice. It cost €5.\n\n"
        "The end came 😀 in May."
    ),
    "decomposed": unicodedata.normalize("NFD", "The café in Málaga closed in 2019.\n\nIt was old."),
    "wrapped": "The council said on Friday that it would spend more than four\nmillion euros.\n",
    "no prose": "Home\nSport\nContact\n",
    "repeats": "It rained. It rained. The town flooded. It rained.",
}
SPELLINGS = st.text(
    st.sampled_from("aé\u0301 \n\t.,;!?\"'“”‘’«»—…0123 ThesaidCouncil\u200d\u2028😀中\x0c"),
    max_size=120,
)


@pytest.fixture(params=splitter_names())
def splitter(
    request: pytest.FixtureRequest, server: object, monkeypatch: pytest.MonkeyPatch
) -> Splitter:
    url = getattr(server, "url")("good")  # noqa: B009 - its class is the conftest's own
    monkeypatch.setenv(VARIABLES["base_url"], url)
    monkeypatch.setenv(VARIABLES["model"], "small-1")
    name = str(request.param)
    loaded = load_splitter(name)
    assert loaded.name == name
    return loaded


def check(splitting: Splitting, text: str) -> None:
    article = article_id(text)
    for claim in splitting.claims:
        assert fault_of(claim, text, article) is None
        assert 0 <= claim.sentence.start < claim.sentence.end <= len(text)
        assert are_in_order(claim.spans, within=claim.sentence)
        assert claim.quote == quote_of(text, claim.spans)
        assert claim.id == claim_id(article, claim.spans, claim.text)
        assert claim.text.strip()
    ids = [claim.id for claim in splitting.claims]
    assert len(ids) == len(set(ids))
    assert all(a.sentence.start <= b.sentence.start for a, b in pairwise(splitting.claims))
    for diagnostic in splitting.diagnostics:
        assert diagnostic.message.endswith((".", '"'))


@pytest.mark.parametrize("article", ARTICLES)
def test_claims_stand_where_they_say_and_come_in_order(splitter: Splitter, article: str) -> None:
    text = ARTICLES[article]
    splitting = splitter.split(text, language="en")

    check(splitting, text)
    assert bool(splitting.claims) is (article != "no prose")
    assert splitting.splitter.startswith(f"{splitter.name}/{splitter.version}")


def test_the_same_text_gives_the_same_claims(splitter: Splitter) -> None:
    text = ARTICLES["news"]

    assert splitter.split(text, language="en") == splitter.split(text, language="en")


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n", "\u200b", "***"])
def test_a_text_that_says_nothing_has_no_claims(splitter: Splitter, text: str) -> None:
    assert splitter.split(text, language="en").claims == ()


def test_a_language_that_nobody_knows_is_no_error(splitter: Splitter) -> None:
    text = "Die Brücke kostete 3 Millionen Euro. Sie ist seit Mai offen.\n"
    splitting = splitter.split(text, language="de")

    check(splitting, text)
    assert [claim.quote.rstrip(".") for claim in splitting.claims] == [
        "Die Brücke kostete 3 Millionen Euro",
        "Sie ist seit Mai offen",
    ]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=SPELLINGS)
def test_any_text_at_all_keeps_the_contract(splitter: Splitter, text: str) -> None:
    check(splitter.split(text, language="en"), text)
