"""Split an article into claims: the steps in their order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from claimledger.domain.articles import ArticleId, article_id
from claimledger.domain.claims import Claim, claim_id
from claimledger.domain.text import Span, quote_of
from claimledger.splitting.cutting.paragraphs import is_prose, paragraphs_of, without_dateline
from claimledger.splitting.cutting.quotations import Quotation, quotations_of
from claimledger.splitting.cutting.sentences import sentences_of
from claimledger.splitting.document import Diagnostic, Document, Sentence
from claimledger.splitting.english.words import UNMARKED
from claimledger.splitting.judging.worth import assess
from claimledger.splitting.parsing import LONGEST, parse
from claimledger.splitting.propositions.clauses import propositions_of
from claimledger.splitting.propositions.phrases import phrase_tokens
from claimledger.splitting.propositions.values import Proposition, runs_of, words_of
from claimledger.splitting.reference.names import Names, names_of, with_names_marked
from claimledger.splitting.reference.resolution import (
    Resolved,
    name_of,
    resolve,
    source_of,
    speakers_of,
)
from claimledger.splitting.repairs.order import repaired
from claimledger.splitting.sources.attribution import Attribution
from claimledger.splitting.sources.speakers import Source, Voices, standing_alone, voices_of
from claimledger.splitting.wording.standalone import render, tidied, whole_text

SPLITTER = "rules/1"
"""The version of the rules: the same text and version give the same ids."""


_FEW = 4
_SHORT_CUE = 6
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_LOST = 0.5
"""The share of its words beyond which a sentence that lost them stays whole."""
PIPELINES = frozenset({"en"})
"""The languages that a pipeline comes with; others are split into sentences."""


def split(text: str, *, language: str = "en", model: Path | None = None) -> list[Claim]:
    """Split an article into discrete, self-contained claims, in the order of its text.

    ``model`` is a folder with another spaCy pipeline whose labels are those of Universal
    Dependencies. See :func:`notices_of` for what a reader should know about the result.
    """
    paragraphs = paragraphs_of(text)
    sentences = prose_of(text, paragraphs)
    if not sentences:
        return []
    quotations = quotations_of(text, paragraphs)
    if language in PIPELINES or model is not None:
        trees = parse(text, sentences, model=model)
        marked = with_names_marked([quoted(tree, quotations) for tree in trees])
        parsed = tuple(repaired(tree) for tree in marked)
    else:
        parsed = tuple(Sentence(span=span, tokens=(), paragraph=n) for n, span in sentences)
    return claims_of(Document(text=text, sentences=parsed), quotations)


def notices_of(text: str, *, language: str = "en") -> list[Diagnostic]:
    """Return what the splitter could not do with a text, for a person to read."""
    if language not in PIPELINES:
        message = f"There is no pipeline for {language!r}: every sentence is kept as one claim."
        return [Diagnostic(message=message, span=None)]
    return [
        Diagnostic(message="This sentence is too long to take apart: it is kept whole.", span=span)
        for _, span in prose_of(text, paragraphs_of(text))
        if span.end - span.start > LONGEST
    ]


def prose_of(text: str, paragraphs: Sequence[Span]) -> list[tuple[int, Span]]:
    """Return the sentences of a text with the numbers of their paragraphs."""
    return [
        (number, span)
        for number, paragraph in enumerate(paragraphs)
        if is_prose(paragraph.of(text), alone=len(paragraphs) == 1)
        for span in sentences_of(text, without_dateline(text, paragraph))
    ]


def quoted(sentence: Sentence, quotations: Sequence[Quotation]) -> Sentence:
    """Mark the tokens of a sentence that stand in a quotation; quotations are in order."""
    start, end = sentence.span
    near: list[tuple[int, Span]] = []
    first = bisect_right(quotations, start, key=lambda q: q.span.end)
    for q in range(first, len(quotations)):
        if quotations[q].span.start >= end:
            break
        near.append((q, quotations[q].span))
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
    if asks(sentence) or sentence[root].has("Mood", "Imp"):
        return []
    told = list(voices.told[k])
    if standing_alone(sentence, told) is not None:
        told.append(
            Attribution(cue=None, lemma="", content=root, speaker=None, dropped=frozenset({-1}))
        )
    found = propositions_of(sentence, told)
    if _loses_something(sentence, told, found):
        voice = next((a for a in told if a.lemma == "according to" and a.content == root), None)
        left_out = voice.dropped if voice is not None else frozenset()
        kept = [i for i in range(len(sentence.tokens)) if i not in left_out]
        found.append(Proposition(words=words_of(sentence, kept), head=root, voice=voice))
    return found


def asks(s: Sentence) -> bool:
    """Tell whether a sentence is a question, or reports one and nothing else."""
    marks = [t.i for t in s.tokens if "?" in t.text]
    if not marks:
        return False
    rest = [t for t in s.tokens[marks[-1] + 1 :] if t.pos != "PUNCT"]
    return len(rest) <= _SHORT_CUE


def _loses_something(
    s: Sentence, told: Sequence[Attribution], found: Sequence[Proposition]
) -> bool:
    """Tell whether a verb of a sentence came into no proposition, so that it stays whole."""
    kept = {i for p in found for i in p.tokens}
    kept |= {p.voice.cue for p in found if p.voice is not None and p.voice.cue is not None}
    for attribution in told:
        kept |= attribution.dropped
        cue = attribution.cue
        while cue is not None and s.label(cue) == "xcomp":
            cue = s[cue].head
        if cue is not None and not attribution.dropped:
            kept |= set(s.subtree(cue)) - set(s.subtree(attribution.content))
    verbs = {t.i for t in s.tokens if t.has("VerbForm", "Fin")}
    if not verbs and not found:
        verbs = {
            t.i
            for t in s.tokens
            if t.lower in UNMARKED or (t.pos == "VERB" and t.lower.endswith("ed"))
        }
    if len(s.tokens) <= _FEW or not verbs:
        return False
    words = {t.i for t in s.tokens if t.pos in _CONTENT}
    return bool(verbs - kept) or not found or len(words - kept) > len(words) * _LOST


def _names_of(
    document: Document, source: Source | None, resolved: Resolved, names: Names
) -> str | None:
    """Return the name of a source, or the names of two that speak together."""
    first = name_of(document, source, resolved, names)
    if source is None or first is None:
        return first
    s = document.sentences[source.sentence]
    others = [c for c in s.kids(source.token, "conj") if s[c].pos in {"PROPN", "NOUN"}]
    if s[source.token].entity == "PERSON":  # "Roe, director of X and chairman of Y"
        others = [c for c in others if s.kid(c, "nmod") is None]
    found = [first]
    for other in others:
        name = name_of(document, Source(source.sentence, other, source.lemma), resolved, names)
        if name is not None and name not in found:
            found.append(name)
    if len(found) == 1:
        return first
    return ", ".join(found[:-1]) + " and " + found[-1]


def _claim(  # noqa: PLR0917 - what the article is, and what is known of it
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
    speaker = _names_of(document, source, resolved, names)
    speaker_span = None
    if source is not None and source.sentence == k:
        phrase = phrase_tokens(sentence, source.token, conjuncts=" and " in (speaker or ""))
        speaker_span = Span(sentence[phrase[0]].span.start, sentence[phrase[-1]].span.end)
    spans: tuple[Span, ...] = (sentence.span,)
    text = whole_text(sentence.span.of(document.text))
    doubtful = False
    if assertion.words:
        text = render(sentence, assertion.words, resolved.replaced[k])
        kept = tidied(sentence, assertion.words)
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
