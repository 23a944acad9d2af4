from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimledger.domain.text import Span
from claimledger.splitting.document import Document, Sentence
from claimledger.splitting.repairs.order import repaired
from claimledger.splitting.run import trees_of
from claimledger.splitting.sources.attribution import attributions_of
from claimledger.splitting.sources.spans import attribution_span, attribution_tokens, saying_of
from claimledger.splitting.sources.speakers import Source, voices_of

Tree = Callable[[str], Sentence]

PAST = "VerbForm=Fin Tense=Past Mood=Ind"


@pytest.fixture
def spans(model: Path) -> Callable[[str], list[str]]:
    """Return the attributions of a text as the article spells them."""

    def read(text: str) -> list[str]:
        trees, quotations = trees_of(text, model=model)
        document = Document(text=text, sentences=tuple(repaired(t) for t in trees))
        voices = voices_of(document, quotations)
        found = [
            attribution_span(document, k, voice, None)
            for k, told in enumerate(voices.told)
            for voice in told
        ]
        return [span.of(text) for span in found if span is not None]

    return read


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Mary Poe said the bridge is safe.", "Mary Poe said"),
        ("The mayor told us on Monday that the bridge is safe.", "The mayor told us on Monday"),
        ("“The bridge is safe,” said Mary Poe, the mayor.", "said Mary Poe, the mayor"),
        ("The bridge, Mary Poe said on Monday, is safe.", "Mary Poe said on Monday"),
        ("The bridge is safe, according to Mary Poe.", "according to Mary Poe"),
        ("Mary Poe went on to say the bridge is safe.", "Mary Poe went on to say"),
        ("As Mary Poe put it, the bridge is dead.", "Mary Poe put it"),
    ],
)  # fmt: skip
def test_the_phrase_that_attributes_is_found(
    text: str, phrase: str, spans: Callable[[str], list[str]]
) -> None:
    assert spans(text) == [phrase]


def test_another_verb_between_source_and_cue_is_left_out(tree: Tree) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        left leave VERB root 0 {PAST}
        home home NOUN obj 2
        and and CCONJ cc 5
        said say VERB conj 2 {PAST}
        it it PRON nsubj 7
        rained rain VERB ccomp 5 {PAST}
    """)
    text = "Roe left home and said it rained"
    document = Document(text=text, sentences=(sentence,))
    (told,) = attributions_of(sentence)
    span = attribution_span(document, 0, told, None)
    assert span is not None
    assert span.of(text) == "said"


def test_a_quotation_that_goes_on_points_to_where_it_was_attributed(model: Path) -> None:
    text = "“The bridge is safe,” Mary Poe said. “The road is open.”"
    trees, quotations = trees_of(text, model=model)
    document = Document(text=text, sentences=tuple(repaired(t) for t in trees))
    voices = voices_of(document, quotations)
    (told,) = voices.told[0]
    silent = told.__class__(cue=None, lemma="", content=0, speaker=None)
    span = attribution_span(document, 1, silent, voices.quotations[1])
    assert span is not None
    assert span.of(text) == "Mary Poe said"


def test_nothing_attributed_has_no_place(tree: Tree) -> None:
    sentence = tree(f"""
        It it PRON nsubj 2
        rained rain VERB root 0 {PAST}
    """)
    document = Document(text="It rained", sentences=(sentence,))
    assert attribution_span(document, 0, None, None) is None
    assert attribution_span(document, 0, None, Source(0, 0, "")) is None


def test_the_content_is_no_part_of_the_phrase(tree: Tree) -> None:
    sentence = tree(f"""
        Roe Roe PROPN nsubj 2
        said say VERB root 0 {PAST}
        it it PRON nsubj 4
        rained rain VERB ccomp 2 {PAST}
        on on ADP case 6
        Monday Monday PROPN obl 4
    """)
    (told,) = attributions_of(sentence)
    assert attribution_tokens(sentence, told) == (0, 1)
    assert sentence[0].span == Span(0, 3)


def test_a_source_ends_before_what_it_says(tree: Tree) -> None:
    sentence = tree(f"""
        A a DET det 2
        suit suit NOUN nsubj 6
        saying say VERB acl 2 VerbForm=Part
        it it PRON nsubj 5
        rained rain VERB ccomp 3 {PAST}
        failed fail VERB root 0 {PAST}
    """)
    assert saying_of(sentence, 1) == {2, 3, 4}
