"""Where a model's quote stands in the article."""

from __future__ import annotations

import re
import time

import pytest

from claimledger.domain.text import Span, quote_of
from claimledger.splitters.llm.anchors import anchor_of, phrase_in

TEXT = (
    "“We paid\u00a03 million euros,” said Ann Lee—twice. It rained on Monday, which surprised "
    "the town, and rained again. It rained on Monday."
)
SENTENCES = [Span(*m.span()) for m in re.finditer(r"\S[^.]+\.", TEXT)]
LAST = SENTENCES[2].start


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("said Ann Lee", "said Ann Lee"),
        ('"We paid 3  million euros,"', "“We paid\u00a03 million euros,”"),
        ("‘we paid 3 million euros’", "We paid\u00a03 million euros"),
        ("Ann Lee - twice", "Ann Lee—twice"),
        ("aid Ann Le", "said Ann Lee"),
        ("It rained on Monday … and rained again", "It rained on Monday … and rained again"),
        ("It rained on Monday [...] rained again.", "It rained on Monday … rained again."),
        ("which sur...ised the town", "which surprised the town"),
        ("rained again … It rained on Monday, which", None),
        ("twice. It rained", None),
        ("The mayor resigned", None),
        ("…", None),
        ('"', None),
        ("", None),
    ],
)
def test_a_quote_is_found_inside_one_sentence_or_not(quote: str, found: str | None) -> None:
    anchor = anchor_of(TEXT, SENTENCES, quote, start=0)

    assert (anchor and quote_of(TEXT, anchor.spans)) == found


def test_what_is_said_twice_is_meant_where_the_model_has_got_to() -> None:
    first = anchor_of(TEXT, SENTENCES, "It rained on Monday", start=0)
    second = anchor_of(TEXT, SENTENCES, "It rained on Monday", start=LAST)
    back = anchor_of(TEXT, SENTENCES, "Ann Lee", start=LAST)

    assert first is not None
    assert second is not None
    assert back is not None
    assert [a.sentence for a in (first, second, back)] == [SENTENCES[1], SENTENCES[2], SENTENCES[0]]


def test_a_quote_of_any_size_is_looked_for_in_no_time() -> None:
    started = time.monotonic()

    assert anchor_of(TEXT, SENTENCES, "It rained " * 200_000, start=0) is None
    assert time.monotonic() - started < 2


def test_a_name_is_whole_words() -> None:
    whole = Span(0, len(TEXT))

    assert phrase_in(TEXT, "ann  lee", whole) == Span(TEXT.index("Ann"), TEXT.index("—"))
    assert phrase_in(TEXT, "An", whole) is None
