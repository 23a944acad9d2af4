"""Whose words a quotation holds, over the sentences of an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimledger.splitting.cutting.quotations import Quotation
from claimledger.splitting.document import Document, Sentence
from claimledger.splitting.english.words import SAYING
from claimledger.splitting.sources.attribution import (
    attributions_of,
    lemma_of_cue,
    subject_of,
)
from claimledger.splitting.sources.phrases import can_speak
from claimledger.splitting.sources.values import Attribution, Source

__all__ = ["Source", "Voices", "is_bare_cue", "standing_alone", "voices_of"]

_SHORT = 9
"""How many tokens a sentence can have that does no more than name a speaker."""


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
            source = Source(k, attribution.speaker, attribution.lemma, attribution)
            for q in sentence.quotations:
                span = quotations[q].span
                own = [i for i in sentence.subtree(attribution.content) if i in sentence.quoted]
                speaker = sentence[attribution.speaker].span
                if any(span.start <= sentence[i].span.start < span.end for i in own) and not (
                    span.start <= speaker.start < span.end
                ):
                    sources.setdefault(q, source)
    for k, q, source in _bare_cues(document, quotations):
        if not document.sentences[k].quoted:
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
    opening = _opening(document, quotations)
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
            if earlier and q in opening:
                sources[q] = sources[earlier[-1]]
            elif q in announced:
                sources[q] = announced[q]
            elif quotations[q].continued and last is not None:
                sources[q] = last
            elif known and q in opening:
                sources[q] = sources[known[0]]
            elif follows and last is not None:
                sources[q] = last
        if group[-1] in sources:
            last, last_paragraph = sources[group[-1]], paragraph


def _opening(document: Document, quotations: Sequence[Quotation]) -> set[int]:
    """Find the quotations that begin with their sentence, and so can go on from another."""
    out: set[int] = set()
    for sentence in document.sentences:
        start = next((t.span.start for t in sentence.tokens if t.pos != "PUNCT"), None)
        for q in sentence.quotations:
            if start is not None and quotations[q].span.start <= start:
                out.add(q)
    return out


def is_bare_cue(s: Sentence) -> bool:
    """Tell whether a sentence is no more than "Mary Poe said.", after a quotation that asks."""
    return _cue_alone(s) is not None


def _cue_alone(s: Sentence) -> int | None:
    """Return the verb of a short sentence that says who said the words before it."""
    root = s.root
    if root is None or s.quoted or len(s.tokens) > _SHORT or lemma_of_cue(s[root]) not in SAYING:
        return None
    if s[root].pos != "VERB" or s.kid(root, "ccomp", "obj", "xcomp", "neg") is not None:
        return None
    return root if subject_of(s, root) is not None else None


def _bare_cues(
    document: Document, quotations: Sequence[Quotation]
) -> Iterator[tuple[int, int, Source]]:
    """Find the quotations that a sentence of its own attributes: "“Why now?” Roe asked."."""
    for k, (before, sentence) in enumerate(pairwise(document.sentences), start=1):
        cue = _cue_alone(sentence) if before.paragraph == sentence.paragraph else None
        speaker = None if cue is None else subject_of(sentence, cue)
        ends = before.quotations and quotations[before.quotations[-1]].span.end
        if cue is None or speaker is None or not ends:
            continue
        if ends >= before.span.end - 2:
            yield k, before.quotations[-1], _source(k, sentence, cue, speaker)


def _source(k: int, s: Sentence, cue: int, speaker: int) -> Source:
    """Return the source of words that stand in another sentence than the cue."""
    lemma = lemma_of_cue(s[cue])
    told = Attribution(
        cue=cue, lemma=lemma, content=cue, speaker=speaker, dropped=frozenset(s.subtree(cue))
    )
    return Source(k, speaker, lemma, told)


def _announced(document: Document) -> dict[int, Source]:
    """Find quotations that a sentence before introduces with a colon."""
    out: dict[int, Source] = {}
    for k, (sentence, following) in enumerate(pairwise(document.sentences)):
        if not sentence.tokens or sentence.tokens[-1].text != ":" or not following.quotations:
            continue
        cues = [t.i for t in sentence.tokens if t.pos == "VERB" and lemma_of_cue(t) in SAYING]
        root = sentence.root
        for cue in cues or ([root] if root is not None else []):
            speaker = subject_of(sentence, cue)
            if speaker is not None and (cues or can_speak(sentence, speaker)):
                out[following.quotations[0]] = _source(k, sentence, cue, speaker)
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
