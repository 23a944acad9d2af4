"""Where a sentence says who says it: the words of an attribution without its content."""

from __future__ import annotations

from claimledger.domain.text import Span
from claimledger.splitting.document import Document, Sentence
from claimledger.splitting.english.words import CONNECTIVES, SAYING
from claimledger.splitting.sources.attribution import leads_to, lemma_of_cue
from claimledger.splitting.sources.values import Attribution, Source

_OWN = frozenset(
    {"nsubj", "aux", "advmod", "obl", "obj", "iobj", "compound", "expl", "mark", "nmod", "case"}
)
"""What belongs to a cue: its source, whom it is said to, when, where and how."""
_OPENING = CONNECTIVES | {"that", "while", "as", "because", "although", "though"}


def attribution_tokens(s: Sentence, a: Attribution) -> tuple[int, ...]:
    """Return the tokens of an attribution: source and cue with what belongs to them.

    Without the content, its marks and what joins it to other clauses.
    """
    if a.cue is None:
        return ()
    if s[a.cue].pos not in {"VERB", "AUX"}:  # "according to Roe", "in the words of Roe"
        return _trimmed(s, set(a.dropped))
    content = set(s.subtree(a.content)) - a.dropped
    kept, verb = {a.cue}, a.cue
    while True:
        for child in s.kids(verb):
            if s.label(child) in _OWN:
                kept |= set(s.subtree(child))
        led = s.label(verb) == "xcomp" or leads_to(s, verb)
        if not led or s[verb].head in content:
            break
        verb = s[verb].head
        kept.add(verb)
    if a.speaker is not None:
        kept |= set(s.subtree(a.speaker))
    for clause in [i for i in kept if s[i].dep == "acl:relcl"]:
        inside = set(s.subtree(clause))
        if a.cue not in inside and a.speaker not in inside:
            kept -= inside
    return _trimmed(s, kept - content)


def attribution_span(
    document: Document, k: int, voice: Attribution | None, source: Source | None
) -> Span | None:
    """Return where the article says whose words a proposition of sentence ``k`` holds.

    The stretch from source to cue, or the cue's part of it where the content stands
    between. None when nothing is attributed, or only quotation marks tell.
    """
    if voice is None:
        return None
    if voice.speaker is None or voice.cue is None:
        if source is None or source.told is None:
            return None
        k, voice = source.sentence, source.told
    s = document.sentences[k]
    tokens = attribution_tokens(s, voice)
    if not tokens:
        return None
    content = set(s.subtree(voice.content)) - voice.dropped
    barred = content | {t.i for t in s.tokens if t.pos == "VERB" and t.i not in tokens}
    first = last = voice.cue if voice.cue in tokens else tokens[0]
    while first > tokens[0] and first - 1 not in barred:
        first -= 1
    while last < tokens[-1] and last + 1 not in barred:
        last += 1
    ends = [i for i in tokens if first <= i <= last]
    return Span(s[ends[0]].span.start, s[ends[-1]].span.end)


def saying_of(s: Sentence, noun: int) -> frozenset[int]:
    """Return the tokens of the clause in which a noun says something: "a motion claiming ..."."""
    out: set[int] = set()
    for clause in s.kids(noun, "acl"):
        if lemma_of_cue(s[clause]) in SAYING and s.kid(clause, "ccomp") is not None:
            out |= set(s.subtree(clause))
    return frozenset(out)


def _trimmed(s: Sentence, kept: set[int]) -> tuple[int, ...]:
    """Return tokens in order without marks and joining words at either end."""
    tokens = sorted(i for i in kept if 0 <= i < len(s.tokens))
    while tokens and s[tokens[-1]].pos == "PUNCT":
        tokens.pop()
    while tokens and (s[tokens[0]].pos == "PUNCT" or s[tokens[0]].lower in _OPENING):
        tokens.pop(0)
    return tuple(tokens)
