"""Split an article into claims: the steps in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from claimledger.domain.articles import ArticleId, article_id
from claimledger.domain.claims import Claim, claim_id
from claimledger.domain.text import Span, quote_of
from claimledger.splitting.attribution import Attribution
from claimledger.splitting.clauses import propositions_of
from claimledger.splitting.document import Document, Sentence
from claimledger.splitting.phrases import phrase_tokens
from claimledger.splitting.names import Names, names_of
from claimledger.splitting.paragraphs import is_prose, paragraphs_of, without_dateline
from claimledger.splitting.parsing import parse
from claimledger.splitting.propositions import Proposition, runs_of, words_of
from claimledger.splitting.quotations import Quotation, quotations_of
from claimledger.splitting.repairs import repaired
from claimledger.splitting.resolution import Resolved, name_of, resolve, source_of, speakers_of
from claimledger.splitting.sentences import sentences_of
from claimledger.splitting.speakers import Voices, standing_alone, voices_of
from claimledger.splitting.standalone import render, trimmed, whole_text
from claimledger.splitting.worth import assess

SPLITTER = "rules/1"
"""The version of the rules: the same text and version give the same ids."""


def split(text: str, *, language: str = "en", model: Path | None = None) -> list[Claim]:
    """Split an article into discrete, self-contained claims, in the order of its text."""
    paragraphs = paragraphs_of(text)
    prose = [
        without_dateline(text, p) if is_prose(p.of(text), alone=len(paragraphs) == 1) else None
        for p in paragraphs
    ]
    sentences = [
        (number, span)
        for number, paragraph in enumerate(prose)
        if paragraph is not None
        for span in sentences_of(text, paragraph)
    ]
    if not sentences:
        return []
    quotations = quotations_of(text, paragraphs)
    parsed = tuple(repaired(quoted(s, quotations)) for s in parse(text, sentences, model=model))
    return claims_of(Document(text=text, sentences=parsed), quotations)


def quoted(sentence: Sentence, quotations: Sequence[Quotation]) -> Sentence:
    """Mark the tokens of a sentence that stand in a quotation."""
    start, end = sentence.span
    near = [
        (q, x.span) for q, x in enumerate(quotations) if x.span.start < end and start < x.span.end
    ]
    inside = frozenset(
        t.i for t in sentence.tokens if any(s.start <= t.span.start < s.end for _, s in near)
    )
    return replace(sentence, quoted=inside, quotations=tuple(q for q, _ in near))


def claims_of(document: Document, quotations: Sequence[Quotation]) -> list[Claim]:
    """Return the claims of a parsed article.

    References are read twice: names of speakers are known only after the first time,
    and "I" inside a quotation needs them.
    """
    voices = voices_of(document, quotations)
    names = names_of(document)
    resolved = resolve(document, names, {})
    resolved = resolve(document, names, speakers_of(document, voices, resolved, names))
    article = article_id(document.text)
    claims: list[Claim] = []
    told: set[str] = set()
    for k, sentence in enumerate(document.sentences):
        for assertion in _assertions(k, sentence, voices):
            claim = _claim(document, k, assertion, voices, resolved, names, article)
            if claim is not None and claim.text.lower() not in told:
                told.add(claim.text.lower())
                claims.append(claim)
    return claims


def _assertions(k: int, sentence: Sentence, voices: Voices) -> list[Proposition]:
    """Return the propositions of a sentence, none for questions and commands."""
    root = sentence.root
    if root is None:
        return [Proposition(words=(), head=-1)]
    ending = "".join(t.text for t in sentence.tokens[-3:])
    if "?" in ending or sentence[root].has("Mood", "Imp"):
        return []
    told = list(voices.told[k])
    if standing_alone(sentence, told) is not None:
        told.append(
            Attribution(cue=None, lemma="", content=root, speaker=None, dropped=frozenset({-1}))
        )
    found = propositions_of(sentence, told)
    if (
        not found
        and len(sentence.tokens) > 4
        and any(t.has("VerbForm", "Fin") for t in sentence.tokens)
    ):
        every = words_of(sentence, range(len(sentence.tokens)))
        found = [Proposition(words=every, head=root)]
    return found


def _claim(
    document: Document,
    k: int,
    assertion: Proposition,
    voices: Voices,
    resolved: Resolved,
    names: Names,
    article: ArticleId,
) -> Claim | None:
    """Make a claim of a proposition."""
    sentence = document.sentences[k]
    voice = assertion.voice
    source = source_of(k, sentence, voice, voices)
    speaker = name_of(document, source, resolved, names)
    speaker_span = None
    if source is not None and source.sentence == k:
        phrase = phrase_tokens(sentence, source.token)
        speaker_span = Span(sentence[phrase[0]].span.start, sentence[phrase[-1]].span.end)
    spans: tuple[Span, ...] = (sentence.span,)
    text = whole_text(sentence.span.of(document.text))
    doubtful = False
    if assertion.words:
        text = render(sentence, assertion.words, resolved.replaced[k])
        kept = trimmed(sentence, assertion.words)
        tokens = frozenset(w.token for w in kept if w.token is not None)
        if not tokens:
            return None
        spans = tuple(
            Span(sentence[a].span.start, sentence[b].span.end) for a, b in runs_of(sentence, tokens)
        )
        doubtful = bool(tokens & resolved.doubtful[k])
    if not text or not any(c.isalpha() for c in text):
        return None
    quoted_words = voice is not None and assertion.head in sentence.quoted
    worth = assess(text, speaker=speaker, quoted=quoted_words)
    return Claim(
        id=claim_id(article, spans, text),
        text=text,
        quote=quote_of(document.text, spans),
        spans=spans,
        sentence=sentence.span,
        speaker=speaker,
        speaker_span=speaker_span,
        cue=source.lemma if source is not None else None,
        kind=worth.kind,
        checkable=worth.checkable,
        checkworthiness=worth.checkworthiness,
        reasons=worth.reasons,
        needs_context=doubtful,
    )
