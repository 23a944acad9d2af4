"""What comes of all that a clause says: ", making her the first", ", meaning that ..."."""

from __future__ import annotations

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import WHOLE_EVENT
from claimledger.splitting.propositions.phrases import after_break
from claimledger.splitting.propositions.sharing import first_word
from claimledger.splitting.sources.attribution import is_clause

_PREPOSITIONS = frozenset({"include", "accord", "regard", "concern"})
_STATES = frozenset({"NOUN", "ADJ", "PROPN"})


def is_outcome(s: Sentence, head: int, child: int) -> bool:
    """Tell whether an aside after a clause speaks of the whole clause."""
    return _is_whole_event(s, child) or _sums_up(s, head, child)


def made_so(s: Sentence, child: int) -> tuple[int, int] | None:
    """Return the thing and the state of ", making it a success"."""
    if s[child].lemma != "make":
        return None
    complements = s.kids(child, "iobj", "obj", "xcomp")
    if len(complements) != 2 or s.label(complements[0]) == "xcomp":  # noqa: PLR2004 - a pair
        return None
    thing, state = complements
    nominal = s[state].pos in _STATES and s.kid(state, "mark") is None
    return (thing, state) if nominal else None


def meaning_of(s: Sentence, child: int) -> int | None:
    """Return the clause of ", meaning that the shop is closed"."""
    meant = s.kid(child, "ccomp")
    spelled_out = s[child].lemma == "mean" and meant is not None and is_clause(s, meant)
    return meant if spelled_out else None


def _is_whole_event(s: Sentence, child: int) -> bool:
    return (
        s[child].lemma.lower() in WHOLE_EVENT - _PREPOSITIONS
        and s[child].lower.endswith("ing")
        and s.kid(child, "mark", "case", "nsubj") is None
        and after_break(s, s.subtree(child))
    )


def _sums_up(s: Sentence, head: int, child: int) -> bool:
    """Tell whether ", which ..." speaks of the whole clause before it."""
    first = first_word(s, child)
    verbal = s[head].pos in {"VERB", "AUX"} or s[child].dep == "advcl:relcl"
    return (
        verbal and s[first].lower == "which" and s[first - 1].text in {",", "-", "\u2013", "\u2014"}
    )
