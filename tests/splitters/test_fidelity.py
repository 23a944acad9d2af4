"""Wordings that keep to the article, and wordings that do not."""

from __future__ import annotations

import pytest

from claimledger.splitters.llm.fidelity import departure, vocabulary_of

ARTICLE = (
    "Mayor Ana Ruiz said on Monday that she may sell the old mill. The mill didn't make a profit "
    "in 2019, and about 40 people lost their jobs. At least 3 firms left in May. "
    "In May the mill closed. Nobody was hurt."
)
WORDS = vocabulary_of(ARTICLE)


@pytest.mark.parametrize(
    ("claim", "quote", "reason"),
    [
        ("Ana Ruiz may sell the old mill.", "she may sell the old mill", None),
        ("Mayor Ana Ruiz will sell the old mill.", "she may sell the old mill", 'lost "may"'),
        (
            "The old mill did not make a profit in 2019.",
            "The mill didn't make a profit in 2019",
            None,
        ),
        (
            "The old mill made a profit in 2019.",
            "The mill didn't make a profit in 2019",
            'lost "not"',
        ),
        ("The mill made no profit in 2018.", "The mill didn't make a profit in 2019", '"2018"'),
        ("40 people lost their jobs.", "about 40 people lost their jobs", 'lost "about"'),
        (
            "About 40 people lost their jobs.",
            "The mill didn't make a profit in 2019, and about 40 people lost their jobs",
            None,
        ),
        ("3 firms left in May.", "At least 3 firms left in May", 'lost "least"'),
        ("At least 3 firms left in May.", "At least 3 firms left in May", None),
        ("The mill closed.", "In May the mill closed", None),
        ("At least 3 firms did not leave.", "At least 3 firms left in May", "denies"),
        ("Corruption ruined everybody's livelihood.", "Nobody was hurt", "not the article's"),
        ("Ana Ruiz left on Monday.", "Nobody was hurt", "no word with its quote"),
        ("No one was hurt.", "Nobody was hurt", None),
    ],
)
def test_a_wording_may_not_lose_or_add_what_truth_depends_on(
    claim: str, quote: str, reason: str | None
) -> None:
    sentence = next(s for s in ARTICLE.split(". ") if quote in s + ".")
    said = departure(claim, quote=quote, sentence=sentence, article=WORDS, language="en")

    assert (said is None) if reason is None else (said is not None and reason in said)


@pytest.mark.parametrize(
    ("claim", "kept"),
    [("桥在星期一重新开放。", True), ("市长在星期五辞职了。", False)],
)
def test_scripts_without_spaces_are_compared_too(claim: str, *, kept: bool) -> None:
    article = "桥在星期一重新开放。"
    said = departure(
        claim, quote=article, sentence=article, article=vocabulary_of(article), language="zh"
    )

    assert (said is None) is kept
