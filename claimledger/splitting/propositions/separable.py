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
    if any(k in tokens for k in trailing(s, parts)) and not _share(s, parts):
        return False
    below = s.subtree(first)
    if _is_one_description(s, parts) or any(
        i in tokens and i not in below and s[i].pos != "PUNCT" for i in range(first, last)
    ):
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
    if _share_quotation(s, parts):
        return True
    if s.kid(first, "cop") is None or s[first].pos != "ADJ":
        return False
    if s.kids(first, "obl", "advcl", "ccomp", "xcomp"):
        return False
    after = [c for c in s.kids(last, "obl", "advcl", "ccomp", "xcomp") if c > last]
    return bool(after) and not [c for c in s.kids(last, "advmod", "aux", "cop") if c < last]


def _share_quotation(s: Sentence, parts: list[int]) -> bool:
    """Tell whether a coordination is somebody's words in the article's own clause."""
    if any(i not in s.quoted for i in range(parts[0], parts[-1] + 1)):
        return False
    subject = s.kid(parts[0], "nsubj")
    if subject is not None:
        return subject not in s.quoted
    head = s[parts[0]].head
    return head not in s.quoted


def trailing(s: Sentence, parts: list[int]) -> list[int]:
    """Return what hangs on the first of a list but stands after it: it belongs to all."""
    after = [k for k in s.kids(parts[0], "nmod", "acl") if k > parts[-1]]
    listing = [k for k in after for c in s.kids(k, "case") if s[c].lower in {"including", "such"}]
    return [k for k in after if k not in listing]


def _share(s: Sentence, parts: list[int]) -> bool:
    """Tell whether the parts of a list can each take what follows all of them."""
    roles = s.kid(parts[0], "cop") is not None and not any(
        s[p].has("Number", "Plur") for p in parts
    )
    return roles or both_before(s, parts[0]) is not None


def is_bare(s: Sentence, noun: int) -> bool:
    """Tell whether nothing but its list and "both" hangs on a noun."""
    loose = {"conj", "punct", "case", "cc"}
    return not [c for c in s.kids(noun) if s.label(c) not in loose and c != both_before(s, noun)]


def both_before(s: Sentence, first: int) -> int | None:
    """Return the "both" before a list."""
    return next((c for c in s.kids(first, "det", "cc") if s[c].lower == "both"), None)
