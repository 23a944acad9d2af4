"""Nothing that carries truth may be lost: the small words, the numbers, the conditions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Texts = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The mayor did not sign the bill and left the room.", "not"),
        ("The mayor may sign the bill and close the bridge.", "may"),
        ("The mayor never signed the bill or the letter.", "never"),
        ("The bridge cost about 12 million euros and opened in May.", "about 12 million euros"),
        ("The bridge cost at least $12.5 million in 2019.", "at least $12.5 million in 2019"),
        ("Only three of the ten members voted for the bill.", "Only three of the ten"),
        ("Few members voted for the bill.", "Few"),
        ("Almost half of all children are ill, researchers say.", "Almost half of all"),
        ("The fire reportedly killed up to 40 people.", "reportedly killed up to 40"),
        ("If the bill passes, the bridge will close.", "If the bill passes"),
        ("The bridge will close unless the bill passes.", "unless the bill passes"),
        ("The bridge was nearly destroyed by the storm.", "nearly destroyed"),
        ("The mayor failed to sign the bill.", "failed to sign"),
        ("No member voted for the bill.", "No member"),
        ("Neither the mayor nor the council signed the bill.", "Neither the mayor nor the council"),
        ("The bill would have closed the bridge.", "would have"),
        ("The bridge is not safe, the mayor said.", "not safe"),
        ("The mayor said the bridge might not be safe.", "might not"),
        ("The river rose by 3.2 percent, the council reported.", "3.2 percent"),
    ],
)
def test_what_carries_truth_is_kept(sentence: str, words: str, texts: Texts) -> None:
    found = texts(sentence)
    assert any(words.lower() in text.lower() for text in found), found


@pytest.mark.parametrize(
    ("sentence", "untrue"),
    [
        ("The mayor did not sign the bill and the letter.", "The mayor did sign"),
        ("The mayor denied that the bridge was unsafe.", "The bridge was unsafe."),
        ("If the mayor says the bridge is safe, it will open.", "The bridge is safe."),
        ("The mayor doubts that the bridge is safe.", "The bridge is safe."),
        ("It is not true that the bridge is safe.", "The bridge is safe."),
        ("The mayor wanted to sign the bill.", "The mayor signed the bill."),
        ("The mayor bought bread or milk.", "The mayor bought bread."),
        ("The council has not said that the bridge is safe.", "The bridge is safe."),
        ("The court stopped the plan while the case is heard.", "The case is heard."),
    ],
)
def test_what_nobody_asserts_is_no_claim(sentence: str, untrue: str, texts: Texts) -> None:
    assert all(untrue not in text for text in texts(sentence))


def test_a_condition_stays_with_every_predicate(texts: Texts) -> None:
    found = texts("The plan, if it survives, could lower costs and create jobs.")
    assert all("if" in text.lower().split() for text in found)


def test_a_question_is_no_claim(texts: Texts) -> None:
    assert texts("Is the bridge safe?") == []
    assert texts("“Is the bridge safe?” the mayor asked.") == []
