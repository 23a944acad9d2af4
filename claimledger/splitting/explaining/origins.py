"""From which construction of its sentence a claim was read."""

from __future__ import annotations

from collections.abc import Sequence

from claimledger.splitting.document import Sentence
from claimledger.splitting.propositions.values import Proposition
from claimledger.splitting.sources.attribution import is_clause

_ORIGINS = {
    "root": "main clause",
    "appos": "appositive",
    "nmod:desc": "title",
    "acl:relcl": "relative clause",
    "advcl:relcl": "relative clause",
    "parataxis": "clause set beside the main one",
    "ccomp": "reported clause",
    "xcomp": "description",
    "nummod": "age",
    "nmod:unmarked": "age",
}


def origin_of(s: Sentence, proposition: Proposition, beside: Sequence[Proposition]) -> str:
    """Name the construction of a proposition; ``beside`` are all of its sentence."""
    if not proposition.words:
        return "whole sentence"
    head = proposition.head
    found = _construction(s, head)
    if proposition.voice is not None and proposition.voice.content == head:
        found = "main clause" if s.root == head else "reported clause"
    items = [p for p in beside if p.head == head]
    if len(items) > 1:
        place = next(n for n, p in enumerate(items, 1) if p is proposition)
        found += f", part {place} of {len(items)} of its list"
    return found


def _construction(s: Sentence, head: int) -> str:
    label, dep = s.label(head), s[head].dep
    named = _ORIGINS.get(dep) or _ORIGINS.get(label)
    if named is not None:
        return named
    own = s.kid(head, "nsubj", "csubj", "expl") is not None
    if label == "conj":
        return "coordinated clause" if own else "coordinated predicate"
    if label in {"acl", "advcl"}:
        return "adverbial clause" if is_clause(s, head) and own else "participle"
    return "clause" if own else "appositive"


def borrowed_by(s: Sentence, proposition: Proposition) -> list[int]:
    """Return the tokens of a proposition that stand outside its construction."""
    inside = set(s.subtree(proposition.head)) if proposition.head >= 0 else set()
    return sorted(i for i in proposition.tokens - inside if s[i].pos != "PUNCT")
