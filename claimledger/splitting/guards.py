"""What must not be lost: sentences that are kept whole, and propositions that do not stand.

Truth lives in small words. A proposition that has the verb but not its "not" says the
opposite, and a sentence whose "may" came into no proposition was not understood.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimledger.splitting.document import Sentence, Token
from claimledger.splitting.english.words import FOCUS, HEDGES, UNMARKED, words_in
from claimledger.splitting.propositions.values import Proposition
from claimledger.splitting.sources.attribution import Attribution

_FEW = 4
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_LOST = 0.5
"""The share of its words beyond which a sentence that lost them stays whole."""
_NEGATIONS = words_in("not n't never no none nobody nothing neither nor hardly barely scarcely")
_POSSIBLE = words_in("may might could would should")
_QUANTIFIERS = words_in("all most few some each every half several many any fewer less more")
_CONDITIONS = words_in("if unless provided")
_OPENING = words_in("if unless until whether after before although though")
_SAID_OF = frozenset({"advmod", "aux", "det", "cc"})


def whole_because(
    s: Sentence, told: Sequence[Attribution], found: Sequence[Proposition]
) -> str | None:
    """Tell why a sentence must stay whole beside its propositions, None when nothing is lost."""
    verbs = {t.i for t in s.tokens if t.has("VerbForm", "Fin")}
    if not verbs and not found:
        verbs = {
            t.i
            for t in s.tokens
            if t.lower in UNMARKED or (t.pos == "VERB" and t.lower.endswith("ed"))
        }
    if len(s.tokens) <= _FEW or not verbs:
        return None
    if not found:
        return "no clause could be read"
    kept = {i for p in found for i in p.tokens} | _recorded(s, told, found)
    lost = sorted(verbs - kept) or [t.i for t in s.tokens if t.i not in kept and bears_truth(s, t)]
    if lost:
        return f'"{s[lost[0]].text}" came into no claim'
    words = {t.i for t in s.tokens if t.pos in _CONTENT}
    if len(words - kept) > len(words) * _LOST:
        return "most of its words came into no claim"
    return None


def _recorded(s: Sentence, told: Sequence[Attribution], found: Sequence[Proposition]) -> set[int]:
    """Return the words that say who says it: they stand beside a claim, not in it."""
    kept = {p.voice.cue for p in found if p.voice is not None and p.voice.cue is not None}
    for attribution in told:
        kept |= attribution.dropped
        cue = attribution.cue
        while cue is not None and s.label(cue) == "xcomp":
            cue = s[cue].head
        if cue is not None and not attribution.dropped:
            kept |= set(s.subtree(cue)) - set(s.subtree(attribution.content))
    return kept


def bears_truth(s: Sentence, token: Token) -> bool:
    """Tell whether a claim without this word may be false where the sentence is true."""
    label = s.label(token.i)
    return (
        is_denial(token)
        or (label == "aux" and token.lower in _POSSIBLE)
        or (label == "advmod" and token.lower in HEDGES | FOCUS)
        or (label in {"det", "amod"} and token.lower in _QUANTIFIERS)
        or (label == "mark" and token.lower in _CONDITIONS)
        or label == "nummod"
    )


def is_denial(token: Token) -> bool:
    """Tell whether a word denies or nearly denies."""
    denies = token.has("Polarity", "Neg") or token.lower in _NEGATIONS
    return denies and token.dep != "discourse"


def stands(s: Sentence, proposition: Proposition) -> bool:
    """Tell whether a proposition says what its sentence says.

    It does not where it left out a word that denies or doubts one of its own, or where
    it is nothing but a condition or a time.
    """
    tokens = proposition.tokens
    for i in tokens:
        for child in s.children[i]:
            token = s[child]
            small = is_denial(token) or token.lower in HEDGES or token.lower in _POSSIBLE
            if child not in tokens and small and s.label(child) in _SAID_OF:
                return False
    first = proposition.words[0].token if proposition.words else None
    return (
        first is None
        or s[first].lower not in _OPENING
        or s.label(first) != "mark"
        or s[first].head != proposition.head
    )
