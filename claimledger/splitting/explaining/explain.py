"""Explain a splitting: for every sentence, the steps that made its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from claimledger.domain.text import Span, quote_of
from claimledger.splitting.cutting.paragraphs import is_prose, paragraphs_of
from claimledger.splitting.document import Document, Sentence
from claimledger.splitting.explaining.origins import borrowed_by, origin_of
from claimledger.splitting.explaining.references import Choice, choices_of, referred_in
from claimledger.splitting.explaining.values import Made, Mended, Quoted, Reported, Steps
from claimledger.splitting.propositions.phrases import phrase_tokens
from claimledger.splitting.propositions.values import Proposition, runs_of
from claimledger.splitting.reference.resolution import name_of, source_of
from claimledger.splitting.repairs.order import repaired, repairs_of
from claimledger.splitting.run import (
    Assertions,
    Reading,
    assertions_of,
    claim_of,
    read,
    trees_of,
)


def explain(text: str, *, language: str = "en", model: Path | None = None) -> list[Steps]:
    """Return how each sentence of a text was read, in the order of the text.

    The claims are those of :func:`claimledger.splitting.run.split` for the same arguments,
    with the same numbers. It takes about twice the time of splitting.
    """
    trees, quotations = trees_of(text, language=language, model=model)
    document = Document(text=text, sentences=tuple(map(repaired, trees)))
    reading = read(document, quotations)
    choices = choices_of(reading)
    told: dict[str, int] = {}
    steps = list(_left_out(text))
    steps += [_steps(reading, k, tree, choices, told) for k, tree in enumerate(trees)]
    return sorted(steps, key=lambda step: step.span)


def _left_out(text: str) -> Iterator[Steps]:
    """Yield the paragraphs that are not read."""
    paragraphs = paragraphs_of(text)
    for span in paragraphs:
        if not is_prose(span.of(text), alone=len(paragraphs) == 1):
            yield Steps(
                span=span, text=span.of(text), silent="no prose: a headline, a byline or the like"
            )


def _steps(
    reading: Reading,
    k: int,
    tree: Sentence,
    choices: Mapping[tuple[int, int], Choice],
    told: dict[str, int],
) -> Steps:
    """Return the steps of one sentence; ``told`` grows by its claims and their numbers."""
    sentence = reading.document.sentences[k]
    assertions = assertions_of(reading, k)
    made: list[Made] = []
    repeated: list[str] = []
    for proposition in assertions.propositions:
        claim = claim_of(reading, k, proposition)
        if claim is None:
            continue
        if claim.text.lower() in told:
            repeated.append(claim.text)
            continue
        told[claim.text.lower()] = number = len(told) + 1
        made.append(
            Made(
                number=number,
                claim=claim,
                origin=_origin(sentence, proposition, assertions),
                borrowed=_said(reading, sentence, borrowed_by(sentence, proposition)),
                put_in=tuple(w.text for w in proposition.words if w.token is None),
                inflected=tuple(_inflected(sentence, proposition)),
            )
        )
    silent = assertions.silent
    if not made and not repeated and silent is None:
        silent = "no statement was found in it"
    return Steps(
        span=sentence.span,
        text=sentence.span.of(reading.document.text),
        quotations=tuple(_quoted(reading, k)),
        reported=tuple(_reported(reading, k)),
        mended=tuple(_mended(tree, sentence)),
        references=() if silent else referred_in(reading, k, choices),
        claims=tuple(made),
        repeated=tuple(repeated),
        whole=assertions.whole,
        silent=silent,
    )


def _origin(s: Sentence, proposition: Proposition, assertions: Assertions) -> str:
    """Return the construction of a claim; a sentence kept whole comes last."""
    if assertions.whole is not None and proposition is assertions.propositions[-1]:
        return "whole sentence"
    return origin_of(s, proposition, assertions.propositions)


def _said(reading: Reading, s: Sentence, tokens: Iterable[int]) -> str:
    """Return what the article says at some tokens, fragments joined by an ellipsis."""
    spans = [Span(s[a].span.start, s[b].span.end) for a, b in runs_of(s, tokens)]
    return quote_of(reading.document.text, spans) if spans else ""


def _inflected(s: Sentence, proposition: Proposition) -> Iterator[tuple[str, str]]:
    for word in proposition.words:
        if word.token is not None and word.text != s[word.token].text:
            yield s[word.token].text, word.text


def _quoted(reading: Reading, k: int) -> Iterator[Quoted]:
    document = reading.document
    for q in document.sentences[k].quotations:
        source = reading.voices.quotations.get(q)
        yield Quoted(
            words=reading.quotations[q].span.of(document.text),
            speaker=name_of(document, source, reading.resolved, reading.names),
            carried=source is not None and source.sentence != k,
        )


def _reported(reading: Reading, k: int) -> Iterator[Reported]:
    s = reading.document.sentences[k]
    for told in reading.voices.told[k]:
        source = source_of(k, s, told, reading.voices)
        phrase = set(told.dropped)
        if not phrase and told.cue is not None:
            phrase = set(s.subtree(told.cue)) - set(s.subtree(told.content))
        yield Reported(
            cue=told.lemma,
            source=None
            if told.speaker is None
            else _said(reading, s, phrase_tokens(s, told.speaker)),
            speaker=name_of(reading.document, source, reading.resolved, reading.names),
            phrase=_said(reading, s, [i for i in phrase if s[i].pos != "PUNCT"]),
        )


def _mended(tree: Sentence, mended: Sentence) -> Iterator[Mended]:
    moved: dict[int, list[str]] = {}
    last = tree
    for repair, step in repairs_of(tree):
        for i in range(len(step.tokens)):
            if _place(last, i) != _place(step, i):
                moved.setdefault(i, []).append(repair)
        last = step
    for before, after in zip(tree.tokens, mended.tokens, strict=True):
        was, became = _place(tree, before.i), _place(mended, after.i)
        if was != became and after.pos != "PUNCT":
            yield Mended(word=after.text, before=was, after=became, repairs=tuple(moved[after.i]))


def _place(s: Sentence, i: int) -> str:
    token = s[i]
    if token.head == i:
        return f"{token.pos}, root"
    return f"{token.pos}, {token.dep} of {s[token.head].text}"
