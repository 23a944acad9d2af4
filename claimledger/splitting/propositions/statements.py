"""The words of a statement: subject, auxiliaries and predicate in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from claimledger.splitting.document import Sentence
from claimledger.splitting.propositions.coordination import Variant, is_plural, variants_of
from claimledger.splitting.propositions.sharing import is_with_participle
from claimledger.splitting.propositions.values import Hidden, Word
from claimledger.splitting.sources.attribution import Attribution, finite_of, is_clause
from claimledger.splitting.wording.inflection import be, past, present

_SIGNS = frozenset('$£€#"\u201c(')
_NO_OPENING = frozenset({"who", "which", "whom", "n't", "'s", "'re", "'ve", "'ll"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a clause takes over from the one it hangs on."""

    voice: Attribution | None = None
    subject: tuple[Word, ...] = ()
    plural: bool = False
    lead: tuple[Word, ...] = ()
    """Adverbials that open the sentence and hold for every predicate."""
    aux: tuple[Word, ...] = ()
    past: bool = False
    """Whether it is told in the past, where its own verb does not say."""
    filled: Mapping[int, tuple[Word, ...]] = field(default_factory=dict)
    """Relative pronouns and the words they stand for."""
    gap: tuple[int, tuple[Word, ...]] | None = None
    """Words to put in after a token."""
    article: tuple[Word, ...] = ()
    """A word that the predicate needs before it."""
    only: frozenset[int] = frozenset()
    """The tokens of the predicate, where they are not all below its head."""


def frame_of(hidden: Hidden, voice: Attribution | None) -> Frame:
    """Return the frame in which a hidden assertion is read."""
    return Frame(
        voice=voice,
        subject=hidden.subject,
        plural=hidden.plural,
        past=hidden.past,
        filled=hidden.filled,
        gap=hidden.gap,
        article=hidden.article,
        only=hidden.only,
    )


def statements_of(
    s: Sentence, head: int, area: frozenset[int], frame: Frame
) -> Iterator[tuple[Word, ...]]:
    """Yield the words of each statement that a clause makes."""
    own = s.kid(head, "nsubj", "csubj", "expl")
    for variant in variants_of(s, head, area):
        if own is None and frame.subject:
            words = _with_subject(s, head, variant, frame)
        elif (
            own is not None
            and s.label(head) == "advcl"
            and (not is_clause(s, head) or is_with_participle(s, head))
        ):
            words = _absolute(s, head, own, variant, frame)
            frame = replace(frame, subject=words[:1])
        else:
            lead = frame.lead if own is not None else ()
            words = lead + _filled(s, variant, frame)
        if _stands(s, head, words, frame):
            yield words


def _absolute(s: Sentence, head: int, own: int, variant: Variant, frame: Frame) -> tuple[Word, ...]:
    """Return ", with the river rising" as "the river rose"."""
    tokens, forms = variant[0], dict(variant[1])
    marks = set(s.kids(head, "mark", "case"))
    plural = replace(frame, plural=is_plural(s, own))
    verb = _finite_word(s, head, tokens, forms, plural)
    edge = max(i for i in s.subtree(own) if i in tokens or i == own)
    rest = sorted(i for i in tokens if i not in marks)
    while rest and s[rest[0]].pos == "PUNCT":
        rest.pop(0)
    first = frozenset(i for i in rest if i <= edge)
    last = frozenset(i for i in rest if i > edge)
    return _filled(s, (first, forms), frame) + verb + _filled(s, (last, forms), frame)


def _stands(s: Sentence, head: int, words: tuple[Word, ...], frame: Frame) -> bool:
    """Tell whether words make a sentence, with a subject and a finite verb."""
    own = s.kid(head, "nsubj", "csubj", "expl")
    if own is None and not frame.subject and not s.kids(head, "ccomp", "advcl", "xcomp"):
        return False
    if own is not None and own not in frame.filled and s[own].has("PronType", "Rel"):
        return False
    if finite_of(s, head) is None and not frame.subject:
        return False
    if len(words) < 2 or words[0].text.lower() in _NO_OPENING:  # noqa: PLR2004 - subject and verb
        return False
    last = words[-1].token
    ends = [w.token for w in words if w.token is None or s[w.token].pos != "PUNCT"]
    if ends[-1:] == [head] and s[head].lemma.lower() == "be" and s.label(head) != "conj":
        return False  # "elections are" has lost what they are
    moved = frame.filled or frame.gap or s.label(head) == "ccomp"
    # A preposition at the end of a relative clause has lost what it stood before.
    return not (moved and last is not None and s[last].pos == "ADP" and s[last].head == head)


def _filled(s: Sentence, variant: Variant, frame: Frame) -> tuple[Word, ...]:
    """Return a clause's words, relative pronouns replaced by what they stand for."""
    tokens, forms = variant
    out: list[Word] = []
    for i in sorted(tokens):
        if i in frame.filled:
            out += frame.filled[i]
        else:
            out.append(Word(forms.get(i, s[i].text), i))
        if frame.gap is not None and frame.gap[0] == i:
            out += frame.gap[1]
    return tuple(out)


def _with_subject(s: Sentence, head: int, variant: Variant, frame: Frame) -> tuple[Word, ...]:
    """Return a clause with the subject it lacks put before its verb."""
    tokens, forms = variant[0], dict(variant[1])
    verb = _finite_word(s, head, tokens, forms, frame)
    before: set[int] = set()
    if s.label(head) == "conj" or s[head].pos == "VERB":
        edge = min(s.kids(head, "aux", "cop") or [head])
        for child in s.kids(head, "obl", "advcl"):
            whole = tokens.intersection(s.subtree(child))
            if whole and max(whole) < head and child < edge:
                before |= whole
    rest = sorted(tokens - before)
    while rest and s[rest[0]].pos in {"PUNCT", "CCONJ"} and s[rest[0]].text not in _SIGNS:
        rest.pop(0)
    return (
        frame.lead
        + _filled(s, (frozenset(before), forms), frame)
        + frame.subject
        + frame.aux
        + verb
        + frame.article
        + _filled(s, (frozenset(rest), forms), frame)
    )


def _finite_word(
    s: Sentence, head: int, tokens: frozenset[int], forms: dict[int, str], frame: Frame
) -> tuple[Word, ...]:
    """Make a clause finite: inflect its verb in ``forms`` or return a "be"."""
    opening = s.label(head) == "advcl" and s[head].lower.endswith("ed")
    helped = any(w.token is not None and s[w.token].pos == "AUX" for w in frame.aux)
    opening = opening and (s.subtree(head)[0] == head or is_with_participle(s, head))
    if helped or (is_clause(s, head) and not opening):
        return ()
    aux = next((c for c in s.kids(head, "aux", "cop") if c in tokens), None)
    verb = head if aux is None else aux
    if s[verb].pos in {"VERB", "AUX"} and (aux is not None or s[verb].lower.endswith("ing")):
        inflect = past if frame.past else present
        forms[verb] = inflect(s[verb].lemma.lower(), plural=frame.plural)
        return ()
    return (Word(be(past_tense=frame.past, plural=frame.plural)),)
