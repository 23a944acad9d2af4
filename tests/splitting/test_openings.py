"""What a sentence opens with does not hide what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Texts = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("But look, this has been going on for a year.", "This has been going on"),
        ("Now, look, the port has the oldest cranes in Europe.", "The port has the oldest cranes"),
        (
            "But, remember, the harbour was closed in 1973 because of the storm.",
            "The harbour was closed in 1973",
        ),
    ],
)
def test_a_word_to_the_listener_is_no_command(sentence: str, claim: str, texts: Texts) -> None:
    assert any(text.startswith(claim) for text in texts(sentence)), texts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Five hundred thousand kids lost after-school programs because of the budget.",
        "Thousands of dockers lost their pensions in the merger.",
    ],
)
def test_a_past_that_is_spelled_as_a_participle_is_a_verb(sentence: str, texts: Texts) -> None:
    assert texts(sentence) == [sentence]


def test_a_command_stays_none(texts: Texts) -> None:
    assert texts("Look at the bridge and the old harbour.") == []
