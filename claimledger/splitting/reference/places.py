"""Where pronouns stand in the tree, and what that rules out or in."""

from __future__ import annotations

from claimledger.splitting.document import Sentence, once


@once
def owner_subject(s: Sentence, i: int) -> int | None:
    """Return the subject of the clause in which a possessive stands, if it is one."""
    if s[i].dep != "nmod:poss" and not s[i].has("Poss", "Yes"):
        return None
    for head in s.ancestors(i):
        subject = s.kid(head, "nsubj")
        if subject is not None:
            return subject if i not in s.subtree(subject) else None
        if s.label(head) == "conj" and s[head].pos == "VERB":
            continue
    return None


def cannot_be(s: Sentence, a: int, b: int) -> bool:
    """Tell whether a phrase and a pronoun of one sentence must be two different things.

    They are when they hang on one verb, or when the pronoun is part of the phrase, but for
    what is told of it: "a team that lost its captain".
    """
    above = [a, *s.ancestors(a)]
    if s[b].dep == "nmod:poss":
        if s[b].head in above:
            return True
    elif s[a].head == s[b].head or b in above:
        return True
    path = [b, *s.ancestors(b)]
    return a in path and not _is_told_of(s, a, path[path.index(a) - 1], b)


def _is_told_of(s: Sentence, a: int, clause: int, b: int) -> bool:
    """Tell whether a pronoun below a noun stands in a clause whose subject is the noun."""
    if s.kid(a, "cop") is not None or s.label(clause) in {"conj", "appos", "parataxis"}:
        return True
    if s.label(clause) != "acl":
        return False
    subject = s.kid(clause, "nsubj")
    return subject is None or (s[subject].has("PronType", "Rel") and b != subject)


def leans_on(s: Sentence, i: int) -> int | None:
    """Return the subject of the clause that a pronoun in an opening without one leans on.

    "To save its forest, the town paid", "Leaving his house, Roe fell".
    """
    child = i
    for head in s.ancestors(i):
        subject = s.kid(head, "nsubj")
        if subject is not None:
            opening = subject > i and child != subject and s.label(child) == "advcl"
            return subject if opening and s.kid(child, "nsubj") is None else None
        child = head
    return None
