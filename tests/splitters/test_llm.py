"""The large-model splitter against a server that behaves well and badly."""

from __future__ import annotations

import socket
import time
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from claimledger.config.llm import LlmSettings
from claimledger.splitters.llm.client import ChatClient
from claimledger.splitters.llm.splitter import LlmSplitter
from claimledger.splitters.rules import RulesSplitter

Make = Callable[..., LlmSplitter]

TEXT = """Bridge reopens

The Alder Bridge reopened on Monday. The repairs cost 12 million euros.

"The work took nine months," said Maria Okoro, the city engineer. Traffic did not fall.
"""
QUOTES = [
    "The Alder Bridge reopened on Monday",
    "The repairs cost 12 million euros",
    '"The work took nine months," said Maria Okoro, the city engineer',
    "Traffic did not fall",
]


def claim(text: str, quote: str, speaker: str | None = None) -> dict[str, Any]:
    return {"text": text, "quote": quote, "speaker": speaker}


@pytest.mark.parametrize("behaviour", ["good", "fenced", "thinking"])
def test_an_answer_is_taken_plain_fenced_or_after_thoughts(
    llm: Make, server: Any, behaviour: str
) -> None:
    splitting = llm(behaviour).split(TEXT, language="en")

    assert [c.quote for c in splitting.claims] == QUOTES
    assert splitting.splitter == "llm/1 small-1"
    assert splitting.diagnostics == ()
    assert server.forms() == ["json_schema"]


@pytest.mark.parametrize(
    ("behaviour", "forms"),
    [
        ("no-schema", ["json_schema", "json_object"]),
        ("schema-breaks", ["json_schema", "json_object"]),
        ("no-formats", ["json_schema", "json_object", None]),
        ("ignores-formats", ["json_schema", "json_object", None]),
    ],
)
def test_the_form_that_a_server_takes_is_found_and_remembered(
    llm: Make, server: Any, behaviour: str, forms: list[str | None]
) -> None:
    first = llm(behaviour).split(TEXT, language="en")
    assert server.forms() == forms
    again = llm(behaviour).split(TEXT, language="en")

    assert server.forms() == [*forms, forms[-1]]
    assert first == again
    assert len(first.claims) == 4


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        ("wrong-schema", "not JSON with claims"),
        ("bare", "lack text or quote"),
        ("unauthorized", "401: Incorrect API key provided: [key]"),
        ("busy", "busy (status 429): Slow down"),
        ("busy-for-long", "busy (status 429): Come back tomorrow"),
        ("broken", "status 500."),
        ("truncated", "not JSON with claims"),
        ("cut-off", "cut off"),
        ("breaks-off", "cannot be asked"),
        ("no-text", "gave no text"),
        ("no-completion", "not in the form of a chat completion"),
        ("nested", "not JSON with claims"),
        ("nothing", "no claim that could be found"),
        ("huge", "larger than 2 MB"),
        ("endless", "larger than 2 MB"),
        ("elsewhere", "another address (status 307)"),
    ],
)
def test_whatever_goes_wrong_the_rules_split_the_article_and_it_is_said(
    llm: Make, behaviour: str, said: str
) -> None:
    rules = RulesSplitter().split(TEXT, language="en")
    splitting = llm(behaviour, key="sk-secret").split(TEXT, language="en")

    assert splitting.claims == rules.claims
    assert splitting.splitter == rules.splitter
    [notice] = splitting.diagnostics
    assert said in notice.message
    assert f"built-in splitter, {rules.splitter}" in notice.message
    assert "sk-secret" not in notice.message


@pytest.mark.parametrize("behaviour", ["hangs", "drips"])
def test_a_server_that_never_answers_is_left_in_time(llm: Make, behaviour: str) -> None:
    started = time.monotonic()
    splitting = llm(behaviour, timeout=0.4).split(TEXT, language="en")

    assert time.monotonic() - started < 10
    assert splitting.splitter.startswith("rules/")
    assert "no answer in 0.4 seconds" in splitting.diagnostics[0].message


def test_a_server_that_is_not_there_is_no_error() -> None:
    with socket.socket() as bound:  # but not listening
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}/v1"
        client = ChatClient(settings=LlmSettings(base_url=url, model="small-1"))
        splitting = LlmSplitter(client=client).split(TEXT, language="en")

    assert splitting.splitter.startswith("rules/")
    assert "refused" in splitting.diagnostics[0].message


def test_a_busy_server_is_asked_again_when_it_says(
    llm: Make, server: Any, waits: list[float]
) -> None:
    splitting = llm("busy-once").split(TEXT, language="en")

    assert splitting.splitter == "llm/1 small-1"
    assert waits == [7.0]
    assert len(server.seen) == 2


def test_a_server_may_name_the_time_to_come_back(llm: Make, waits: list[float]) -> None:
    splitting = llm("busy-until").split(TEXT, language="en")

    assert splitting.splitter == "llm/1 small-1"
    assert [15 < wait <= 20 for wait in waits] == [True]


def test_a_server_that_stays_busy_is_asked_three_times(
    llm: Make, server: Any, waits: list[float]
) -> None:
    llm("busy").split(TEXT, language="en")
    assert (len(server.seen), waits) == (3, [1.0, 2.0])
    llm("busy-for-long").split(TEXT, language="en")

    assert (len(server.seen), waits) == (4, [1.0, 2.0])


def test_nothing_is_sent_where_a_redirect_leads(llm: Make, server: Any) -> None:
    llm("elsewhere", key="sk-secret").split(TEXT, language="en")

    assert [path for path, _, _ in server.seen] == ["/elsewhere/v1/chat/completions"]


def test_the_key_is_sent_when_there_is_one(
    llm: Make, server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")  # a proxy nobody set for this
    llm("good").split(TEXT, language="en")
    llm("good", key="sk-secret").split(TEXT, language="en")

    sent = [headers.get("Authorization") for _, headers, _ in server.seen]
    assert sent == [None, "Bearer sk-secret"]
    assert {(q["model"], q["temperature"]) for _, _, q in server.seen} == {("small-1", 0)}


def test_the_key_is_not_shown(llm: Make) -> None:
    assert "sk-secret" not in repr(llm("good", key="sk-secret"))


def test_an_invented_claim_is_left_out_and_named(llm: Make, server: Any) -> None:
    server.answers = [
        claim("The mayor took bribes.", "The mayor took bribes"),
        claim("The Alder Bridge reopened on Monday.", "The Alder Bridge reopened on Monday"),
    ]
    splitting = llm("good").split(TEXT, language="en")

    assert [c.text for c in splitting.claims] == ["The Alder Bridge reopened on Monday."]
    assert splitting.splitter == "llm/1 small-1"
    [left_out] = splitting.diagnostics
    assert "The mayor took bribes." in left_out.message


def test_when_every_claim_is_invented_the_rules_split(llm: Make, server: Any) -> None:
    server.answers = [claim("The mayor took bribes.", "The mayor took bribes")]

    assert llm("good").split(TEXT, language="en").splitter.startswith("rules/")


def test_claims_come_in_the_order_of_the_text_and_once(llm: Make, server: Any) -> None:
    server.answers = [
        claim("Traffic did not fall.", "Traffic did not fall"),
        claim("The Alder Bridge reopened on Monday.", "Alder Bridge reopened on Monday"),
        claim("the Alder Bridge reopened on Monday.", "The Alder Bridge reopened"),
        claim("Traffic did not fall.", "Traffic did not fall"),
    ]

    assert [c.text for c in llm("good").split(TEXT, language="en").claims] == [
        "The Alder Bridge reopened on Monday.",
        "Traffic did not fall.",
    ]


def test_a_speaker_is_named_as_the_article_does(llm: Make, server: Any) -> None:
    server.answers = [
        claim("The work took nine months.", "The work took nine months", "maria okoro"),
        claim("Maria Okoro is the city engineer.", "Maria Okoro, the city engineer", "none"),
        claim("Traffic did not fall.", "Traffic did not fall", "Jane Doe"),
    ]
    splitting = llm("good").split(TEXT, language="en")
    said, title = splitting.claims

    assert (said.speaker, title.speaker) == ("Maria Okoro", None)
    assert said.speaker_span is not None
    assert said.speaker_span.of(TEXT) == "Maria Okoro"
    assert "Jane Doe" in splitting.diagnostics[0].message


def test_a_claim_that_begins_with_a_pronoun_needs_context(llm: Make, server: Any) -> None:
    text = "Ana Ruiz won. She leads the town."
    server.answers = [
        claim("She leads the town.", "She leads the town"),
        claim("Ana Ruiz won.", "Ana Ruiz won"),
    ]
    won, leads = llm("good").split(text, language="en").claims

    assert (won.needs_context, leads.needs_context) == (False, True)


def test_a_long_article_goes_in_passages_with_what_came_before(llm: Make, server: Any) -> None:
    paragraphs = [
        f"In {year} the town of Elm spent {year * 3} euros on roads." for year in range(1900, 1990)
    ]
    text = "\n\n".join(paragraphs)
    splitting = llm("good").split(text, language="en")
    questions = [question["messages"][-1]["content"] for _, _, question in server.seen]

    assert [c.quote + "." for c in splitting.claims] == paragraphs
    assert len(questions) > 2
    assert max(map(len, questions)) < 3_500
    assert "<context>" not in questions[0]
    assert all(paragraphs[0] in question for question in questions)


def test_a_long_paragraph_goes_in_passages_too(llm: Make, server: Any) -> None:
    text = " ".join(f"In {year} the town spent {year * 3} euros." for year in range(1900, 1990))
    splitting = llm("good").split(text, language="en")

    assert len(splitting.claims) == 90
    assert len(server.seen) > 1
    assert max(len(q["messages"][-1]["content"]) for _, _, q in server.seen) < 3_500


def test_an_answer_without_end_is_no_answer(llm: Make, server: Any) -> None:
    server.answers = [claim(f"Traffic did not fall {'so ' * n}.", TEXT) for n in range(301)]
    splitting = llm("good").split(TEXT, language="en")

    assert splitting.splitter.startswith("rules/")
    assert "more claims" in splitting.diagnostics[0].message


def test_accents_may_be_written_in_two_ways(llm: Make, server: Any) -> None:
    composed = "The café in Málaga closed, said José Núñez."
    decomposed = unicodedata.normalize("NFD", composed)
    server.answers = [
        claim("The café in Málaga closed.", "The café in Málaga closed", "José Núñez")
    ]
    [found] = llm("good").split(decomposed, language="en").claims

    assert unicodedata.normalize("NFC", found.quote) == "The café in Málaga closed"
    assert found.text == "The café in Málaga closed."
    assert found.speaker == "José Núñez"
    assert found.speaker_span is not None


def test_a_sentence_too_long_to_send_is_told(llm: Make, server: Any) -> None:
    text = f"The town is old.\n\nThe list names {'Ann Lee, ' * 300}and Bo."
    splitting = llm("good").split(text, language="en")

    assert [c.text for c in splitting.claims] == ["The town is old."]
    assert "too long" in splitting.diagnostics[0].message
    assert "Ann Lee" not in server.seen[0][2]["messages"][-1]["content"]
