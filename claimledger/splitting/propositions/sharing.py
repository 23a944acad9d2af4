"""What clauses share: adverbials, auxiliaries, conditions and hedges."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from claimledger.splitting.document import Sentence, Token
from claimledger.splitting.english.words import CONNECTIVES, HEDGES
from claimledger.splitting.propositions.values import Word, words_of
from claimledger.splitting.sources.attribution import is_clause

CONTRASTING = frozenset({"while", "whereas", "although", "though"})
_CONDITIONAL = frozenset({"if", "unless", "provided", "once", "until"})
_OPENING = frozenset({"obl", "advmod", "advcl", "nmod"})
_CLAUSAL = frozenset({"VERB", "AUX"})


def first_word(s: Sentence, head: int) -> int:
    """Return the first token of a clause that is no punctuation."""
    return next((i for i in s.subtree(head) if s[i].pos != "PUNCT"), head)


def contrasts(s: Sentence, child: int) -> bool:
    """Tell whether an adverbial clause sets a fact of its own beside the main one."""
    mark = s.kid(child, "mark")
    if mark is None or s[mark].lower not in CONTRASTING:
        return False
    if mark > 0 and s[mark - 1].lower == "even":
        return False
    if s[mark].lower == "while" and mark > 0 and s[mark - 1].text != ",":
        return False  # it tells the time
    return is_clause(s, child) and s.kid(child, "nsubj", "expl") is not None


def is_with_participle(s: Sentence, child: int) -> bool:
    """Tell whether a clause is ", with 30 people injured", whatever its verb looks like."""
    mark = s.kid(child, "mark", "case")
    return (
        mark is not None
        and s[mark].lower == "with"
        and s[child].lower.endswith(("ed", "en"))
        and s.kid(child, "nsubj") is not None
        and s.kid(child, "aux", "obj") is None
    )


def stands_apart(s: Sentence, head: int, child: int) -> bool:
    """Tell whether a loose clause is set off, and not what "on condition" holds for."""
    start = s.subtree(child)[0]
    if not is_clause(s, child) or start == 0 or child < head:
        return is_clause(s, child)
    left_out = s[start].span.start > s[start - 1].span.end + 1  # "the book [...] it was"
    return left_out or s[start].pos == "PUNCT" or s[start - 1].pos != "NOUN"


def can_part(s: Sentence, head: int, child: int) -> bool:  # noqa: PLR0911 - a list of reasons
    """Tell whether a conjunct is a clause of its own."""
    own = s.kid(child, "nsubj", "csubj", "expl")
    if own is None and s[child].pos not in _CLAUSAL and s.kid(child, "cop") is None:
        return False
    if not is_clause(s, head) and s.label(head) not in {"conj", "advcl", "acl"}:
        return False
    if {s[c].lower for c in s.kids(child, "cc")} & {"or", "nor"}:
        return False
    if any(s[m].lower in _CONDITIONAL for m in s.kids(child, "mark")):
        return False  # "but only if" holds for what stands before it
    if own is not None:
        return is_clause(s, child)
    if not is_clause(s, child) and conditions_of(s, child):
        return False  # the condition may hold for both
    if s.kid(head, "expl") is not None and s.kid(head, "nsubj") is None:
        return False
    return shared_auxiliaries(s, head, child) is not None


def shared_auxiliaries(s: Sentence, head: int, child: int) -> list[int] | None:
    """Return the auxiliaries a conjunct shares with its head, None if none fit."""
    if is_clause(s, child):
        return []
    form, same = (s[i].features.get("VerbForm") for i in (head, child))
    aux = [c for c in s.kids(head, "aux") if c < head]
    if not aux:
        return [] if s.label(head) in {"advcl", "acl"} and form == same else None
    if any(is_negative(s[c]) for c in s.kids(head, "advmod")):
        return None  # "did not A and B" denies both together
    tense = s[child].features.get("Tense") == s[head].features.get("Tense")
    return aux if form == same and tense else None


def is_negative(token: Token) -> bool:
    """Tell whether a word denies."""
    return token.has("Polarity", "Neg") or token.lower in {"not", "n't", "never"}


def conditions_of(s: Sentence, head: int) -> list[int]:
    """Return the clauses that say on what condition a predicate holds."""
    return [
        c
        for c in s.kids(head, "advcl")
        if any(s[m].lower in _CONDITIONAL for m in s.kids(c, "mark", "advmod"))
    ]


def hedges_of(s: Sentence, head: int) -> list[int]:
    """Return the words before a verb that say how sure it is."""
    return [c for c in s.kids(head, "advmod") if c < head and s[c].lower in HEDGES]


def lead_of(s: Sentence, head: int, area: set[int]) -> tuple[Word, ...]:
    """Return what opens a clause or conditions it, for the predicates that follow."""
    own = s.kid(head, "nsubj", "csubj", "expl")
    if own is None:
        return ()
    start = min(s.subtree(own))
    out: set[int] = set()
    for child in s.kids(head):
        if child < start and s.label(child) in _OPENING:
            out |= {i for i in s.subtree(child) if i in area and i < start}
    for child in conditions_of(s, head):
        out |= {i for i in s.subtree(child) if i in area}
    tokens = sorted(i for i in out if not s[i].has("PronType", "Rel"))
    edge = s.tokens[tokens[-1] : tokens[-1] + 2] if tokens else ()
    comma = any(t.text == "," for t in edge)
    while tokens and s[tokens[-1]].pos == "PUNCT":
        tokens.pop()
    while tokens and s[tokens[0]].pos == "PUNCT":
        tokens.pop(0)
    if not tokens or (s[tokens[0]].lower in CONNECTIVES and not _so_long(s, tokens[0])):
        return ()
    lead = words_of(s, tokens)
    comma = comma or any(s.label(i) == "advcl" for i in tokens)
    return (*lead, Word(",")) if comma else lead


def _so_long(s: Sentence, first: int) -> bool:
    """Tell whether a "so" opens "so long as"."""
    return [t.lower for t in s.tokens[first : first + 3]] == ["so", "long", "as"]


def ends_before(s: Sentence, child: int, phrase: AbstractSet[int]) -> bool:
    """Tell whether a clause is over before a phrase, "according to Roe", opens the next."""
    first, last = min(phrase, default=-1), max(phrase, default=-1)
    marks = {s[last].text, s[last + 1].text if last + 1 < len(s.tokens) else ""}
    return s.subtree(child)[-1] <= first and last < s[child].head and "," not in marks


def goes_on(s: Sentence, child: int) -> bool:
    """Tell whether a report goes on in a clause after a colon."""
    first = first_word(s, child)
    return first > 0 and s[first - 1].text == ":"
