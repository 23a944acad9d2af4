"""Split an article into claims: the steps in their order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimledger.domain.articles import ArticleId, article_id
from claimledger.domain.claims import Claim, claim_id
from claimledger.domain.text import Span, quote_of
from claimledger.splitting.cutting.paragraphs import paragraphs_of
from claimledger.splitting.cutting.prose import as_written, is_question, prose_of
from claimledger.splitting.cutting.quotations import Quotation, quotations_of
from claimledger.splitting.document import Diagnostic, Document, Sentence
from claimledger.splitting.guards import stands, whole_because
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
from claimledger.splitting.sources.spans import attribution_span
from claimledger.splitting.sources.speakers import (
    Source,
    Voices,
    is_bare_cue,
    standing_alone,
    voices_of,
)
from claimledger.splitting.sources.wholes import voice_of_whole
from claimledger.splitting.wording.standalone import render, tidied

SPLITTER = "rules/1"
"""The version of the rules: the same text and version give the same ids."""


_SHORT_CUE = 6
_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which no parser takes; the mark for it is as long."""
PIPELINES = frozenset({"en"})
"""The languages that a pipeline comes with; others are split into sentences."""


def split(text: str, *, language: str = "en", model: Path | None = None) -> list[Claim]:
    """Split an article into discrete, self-contained claims, in the order of its text.

    ``model`` is a folder with another spaCy pipeline whose labels are those of Universal
    Dependencies. See :func:`notices_of` for what a reader should know about the result.
    """
    trees, quotations = trees_of(text, language=language, model=model)
    if not trees:
        return []
    return claims_of(Document(text=text, sentences=tuple(map(repaired, trees))), quotations)


def trees_of(
    text: str, *, language: str = "en", model: Path | None = None
) -> tuple[list[Sentence], list[Quotation]]:
    """Return the sentences of a text as the parser reads them, and its quotations."""
    paragraphs = paragraphs_of(text)
    sentences = prose_of(text, paragraphs, language=language)
    if not sentences:
        return [], []
    quotations = quotations_of(text, paragraphs)
    if language not in PIPELINES and model is None:
        told = [(n, span) for n, span in sentences if not is_question(span.of(text))]
        return [Sentence(span=span, tokens=(), paragraph=n) for n, span in told], quotations
    trees = parse(_HALF.sub("\ufffd", text), sentences, model=model)
    return with_names_marked([quoted(tree, quotations) for tree in trees]), quotations


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


def quoted(sentence: Sentence, quotations: Sequence[Quotation]) -> Sentence:
    """Mark the tokens of a sentence that stand in a quotation; quotations are in order."""
    start, end = sentence.span
    near: list[tuple[int, Span]] = []
    first = bisect_right(quotations, start, key=lambda q: q.span.end)
    for q in range(first, len(quotations)):
        if quotations[q].span.start >= end:
            break
        near.append((q, quotations[q].span))
    if not near:
        return sentence
    inside = frozenset(
        t.i for t in sentence.tokens if any(s.start <= t.span.start < s.end for _, s in near)
    )
    return replace(sentence, quoted=inside, quotations=tuple(q for q, _ in near))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an article says, before it is put in words."""

    article: ArticleId
    document: Document
    quotations: Sequence[Quotation]
    voices: Voices
    names: Names
    resolved: Resolved


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertions:
    """What one sentence asserts, and why it is not more or less."""

    propositions: tuple[Proposition, ...] = ()
    silent: str | None = None
    """Why the sentence asserts nothing."""
    whole: str | None = None
    """Why the sentence is kept whole."""


def claims_of(document: Document, quotations: Sequence[Quotation]) -> list[Claim]:
    """Return the claims of a parsed article."""
    reading = read(document, quotations)
    claims: list[Claim] = []
    told: set[str] = set()
    for k in range(len(document.sentences)):
        for proposition in assertions_of(reading, k).propositions:
            claim = claim_of(reading, k, proposition)
            if claim is not None and claim.text.lower() not in told:
                told.add(claim.text.lower())
                claims.append(claim)
    return claims


def read(document: Document, quotations: Sequence[Quotation]) -> Reading:
    """Find out who says what in a parsed article, and what its words stand for.

    References are read twice: names of speakers are known only after the first time,
    and "I" inside a quotation needs them.
    """
    voices = voices_of(document, quotations)
    names = names_of(document)
    resolved = resolve(document, names, {})
    speakers = speakers_of(document, voices, resolved, names)
    if any(speakers.values()):
        resolved = resolve(document, names, speakers)
    return Reading(
        article=article_id(document.text),
        document=document,
        quotations=quotations,
        voices=voices,
        names=names,
        resolved=resolved,
    )


def assertions_of(reading: Reading, k: int) -> Assertions:
    """Return the propositions of a sentence, none for questions and commands."""
    sentence = reading.document.sentences[k]
    root = sentence.root
    if root is None:
        return Assertions(propositions=(Proposition(words=(), head=-1),), whole="it was not parsed")
    if asks(sentence):
        return Assertions(silent="a question")
    if commands(sentence, root):
        return Assertions(silent="a command")
    if is_bare_cue(sentence) and k and reading.document.sentences[k - 1].quoted:
        return Assertions(silent="it says only who spoke before")
    told = list(reading.voices.told[k])
    if standing_alone(sentence, told) is not None:
        told.append(
            Attribution(cue=None, lemma="", content=root, speaker=None, dropped=frozenset({-1}))
        )
    found = [p for p in propositions_of(sentence, told) if stands(sentence, p)]
    whole = whole_because(sentence, told, found)
    if whole is not None:
        voice = voice_of_whole(sentence, told)
        left_out = voice.dropped if voice is not None else frozenset()
        kept = [i for i in range(len(sentence.tokens)) if i not in left_out]
        # The rest of what was not understood is not to be trusted; reported words are.
        found = [p for p in found if p.voice is not None]
        found.append(Proposition(words=words_of(sentence, kept), head=root, voice=voice))
    return Assertions(propositions=tuple(found), whole=whole)


def asks(s: Sentence) -> bool:
    """Tell whether a sentence is a question, or reports one and nothing else."""
    marks = [t.i for t in s.tokens if "?" in t.text]
    if not marks:
        return False
    rest = [t for t in s.tokens[marks[-1] + 1 :] if t.pos != "PUNCT"]
    return len(rest) <= _SHORT_CUE


def commands(s: Sentence, root: int) -> bool:
    """Tell whether a sentence orders something: its verb has no subject."""
    return s[root].has("Mood", "Imp") and s.kid(root, "nsubj") is None


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


def claim_of(reading: Reading, k: int, proposition: Proposition) -> Claim | None:
    """Make a claim of a proposition of a sentence, None where nothing is left to claim."""
    document, resolved = reading.document, reading.resolved
    sentence = document.sentences[k]
    voice = proposition.voice
    if voice is None and proposition.head in sentence.quoted:
        voice = Attribution(cue=None, lemma="", content=proposition.head, speaker=None)
    source = source_of(k, sentence, voice, reading.voices)
    speaker = _names_of(document, source, resolved, reading.names)
    speaker_span = None
    if source is not None and source.sentence == k:
        phrase = phrase_tokens(sentence, source.token, conjuncts=" and " in (speaker or ""))
        speaker_span = Span(sentence[phrase[0]].span.start, sentence[phrase[-1]].span.end)
    spans: tuple[Span, ...] = (sentence.span,)
    doubtful = False
    if not proposition.words:
        text = as_written(sentence.span.of(document.text))
    else:
        text = render(sentence, proposition.words, resolved.replaced[k])
        kept = tidied(sentence, proposition.words)
        tokens = frozenset(w.token for w in kept if w.token is not None)
        if not tokens:
            return None
        spans = tuple(
            Span(sentence[a].span.start, sentence[b].span.end) for a, b in runs_of(sentence, tokens)
        )
        doubtful = bool(tokens & resolved.doubtful[k])
    if not text or not any(c.isalpha() for c in text):
        return None
    quoted_words = voice is not None and proposition.head in sentence.quoted
    worth = assess(
        text, speaker=speaker, quoted=quoted_words, sentence=sentence.span.of(document.text)
    )
    return Claim(
        id=claim_id(reading.article, spans, text),
        text=text,
        quote=quote_of(document.text, spans),
        spans=spans,
        sentence=sentence.span,
        speaker=speaker,
        speaker_span=speaker_span,
        attribution_span=attribution_span(document, k, voice, source),
        cue=source.lemma if source is not None else None,
        kind=worth.kind,
        checkable=worth.checkable,
        checkworthiness=worth.checkworthiness,
        reasons=worth.reasons,
        needs_context=doubtful,
    )
