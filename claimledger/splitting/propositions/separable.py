"""Whether the parts of a coordination can be told one by one."""

from __future__ import annotations

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import FOCUS

_ADDING = frozenset({"and", "&", "but", "well", "plus"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET"})


def separable(  # noqa: C901, PLR0911 - a list of reasons
    s: Sentence, parts: list[int], tokens: frozenset[int]
) -> bool:
    """Tell whether conjuncts are joined by "and" and read well one by one."""
    first = parts[0]
    words = [
        s[c].lower
        for p in parts
        for c in s.kids(p, "cc")
        if c in tokens and s[c].dep != "cc:preconj"
    ]
    if not words or any(w not in _ADDING for w in words if w != "as"):
        return False
    if s.kids(first, "cc:preconj") and s[s.kids(first, "cc:preconj")[0]].lower != "both":
        return False
    if len({s[p].pos in _NOMINAL for p in parts}) > 1:
        return False
    focus = [c for c in s.kids(first, "advmod") if s[c].lower in FOCUS and c < first]
    if focus and s[first].pos in _NOMINAL:
        return False
    for p in parts[1:]:
        between = [s[i] for i in range(first + 1, p + 1)]
        if between and s[first].entity and all(t.entity and not t.entity_start for t in between):
            return False
        if s[p].lower in {"others", "other", "etc", "so", "more"} and s[p].pos != "NOUN":
            return False
    last = parts[-1]
    if _is_one_description(s, parts):
        return False
    # What follows the last of two bare nouns may belong to both.
    if is_bare(s, first) and s[first].pos == "NOUN" and s.kids(last, "nmod", "acl"):
        return both_before(s, first) is not None
    if any(s[p].text.endswith("-") or s[min(p + 1, len(s.tokens) - 1)].text == "-" for p in parts):
        return False
    adjectives = all(s[p].pos == "ADJ" for p in parts)
    return not (adjectives and s.label(first) == "amod")


def _is_one_description(s: Sentence, parts: list[int]) -> bool:
    """Tell whether predicates share what follows them, or one pair of quotation marks."""
    first, last = parts[0], parts[-1]
    if s.kid(first, "cop") is None:
        return False
    if s[first].pos == "ADJ" and not s.kids(first, "obl", "advcl", "ccomp", "xcomp"):
        after = [c for c in s.kids(last, "obl", "advcl", "ccomp", "xcomp") if c > last]
        if after and not [c for c in s.kids(last, "advmod", "aux", "cop") if c < last]:
            return True
    subject = s.kid(first, "nsubj")
    inside = subject is not None and subject not in s.quoted
    return inside and all(p in s.quoted for p in parts)


def is_bare(s: Sentence, noun: int) -> bool:
    """Tell whether nothing but its list and "both" hangs on a noun."""
    loose = {"conj", "punct", "case", "cc"}
    return not [c for c in s.kids(noun) if s.label(c) not in loose and c != both_before(s, noun)]


def both_before(s: Sentence, first: int) -> int | None:
    """Return the "both" before a list."""
    return next((c for c in s.kids(first, "det", "cc") if s[c].lower == "both"), None)
