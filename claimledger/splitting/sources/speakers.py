"""Whose words a quotation holds, over the sentences of an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimledger.splitting.cutting.quotations import Quotation
from claimledger.splitting.document import Document, Sentence
from claimledger.splitting.english.words import SAYING
from claimledger.splitting.sources.attribution import Attribution, attributions_of, subject_of


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker where a sentence names them."""

    sentence: int
    token: int
    lemma: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """The attributions of every sentence, and the sources of every quotation."""

    told: tuple[tuple[Attribution, ...], ...]
    quotations: Mapping[int, Source]


def voices_of(document: Document, quotations: Sequence[Quotation]) -> Voices:
    """Read the attributions of all sentences and carry speakers over quotations."""
    told = tuple(tuple(attributions_of(s)) for s in document.sentences)
    sources: dict[int, Source] = {}
    for k, sentence in enumerate(document.sentences):
        for attribution in told[k]:
            if attribution.speaker is None:
                continue
            source = Source(k, attribution.speaker, attribution.lemma)
            for q in sentence.quotations:
                span = quotations[q].span
                own = [i for i in sentence.subtree(attribution.content) if i in sentence.quoted]
                speaker = sentence[attribution.speaker].span
                if any(span.start <= sentence[i].span.start < span.end for i in own) and not (
                    span.start <= speaker.start < span.end
                ):
                    sources.setdefault(q, source)
    _carry(document, quotations, sources)
    return Voices(told=told, quotations=sources)


def _carry(  # noqa: C901 - the cases in the order in which they hold
    document: Document, quotations: Sequence[Quotation], sources: dict[int, Source]
) -> None:
    """Give quotations without a cue of their own the speaker of their neighbours."""
    by_paragraph: dict[int, list[int]] = {}
    for q, quotation in enumerate(quotations):
        by_paragraph.setdefault(quotation.paragraph, []).append(q)
    announced = _announced(document)
    last: Source | None = None
    last_paragraph = -2
    for paragraph, group in by_paragraph.items():
        known = [q for q in group if q in sources]
        for q in group:
            earlier = [k for k in known if k < q]
            follows = quotations[q].continued or (
                last_paragraph == paragraph - 1 and _is_all_quoted(document, quotations[q])
            )
            if q in sources:
                continue
            if earlier:
                sources[q] = sources[earlier[-1]]
            elif q in announced:
                sources[q] = announced[q]
            elif quotations[q].continued and last is not None:
                sources[q] = last
            elif known:
                sources[q] = sources[known[0]]
            elif follows and last is not None:
                sources[q] = last
        if group[-1] in sources:
            last, last_paragraph = sources[group[-1]], paragraph


def _announced(document: Document) -> dict[int, Source]:
    """Find quotations that a sentence before introduces with a colon."""
    out: dict[int, Source] = {}
    for k, (sentence, following) in enumerate(
        zip(document.sentences, document.sentences[1:], strict=False)
    ):
        if not sentence.tokens or sentence.tokens[-1].text != ":" or not following.quotations:
            continue
        for token in sentence.tokens:
            if token.lemma in SAYING and token.pos == "VERB":
                speaker = subject_of(sentence, token.i)
                if speaker is not None:
                    out[following.quotations[0]] = Source(k, speaker, token.lemma)
    return out


def _is_all_quoted(document: Document, quotation: Quotation) -> bool:
    """Tell whether a paragraph is nothing but a quotation."""
    whole = [s.span for s in document.sentences if s.paragraph == quotation.paragraph]
    if not whole:
        return False
    size = whole[-1].end - whole[0].start
    return quotation.span.end - quotation.span.start > size * 0.8


def standing_alone(sentence: Sentence, told: Sequence[Attribution]) -> int | None:
    """Return the quotation that holds the head of a sentence without a cue of its own."""
    root = sentence.root
    if root is None or root not in sentence.quoted or not sentence.quotations:
        return None
    if any(root in {a.content, a.cue} for a in told):
        return None
    return sentence.quotations[0]
