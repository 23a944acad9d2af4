"""Repairs of verbs whose past looks like a noun: "the repairs cost 12 million"."""

from __future__ import annotations

from claimledger.splitting.document import Sentence, rehung
from claimledger.splitting.english.words import UNMARKED
from claimledger.splitting.repairs.predicates import as_finite

_NOMINAL = frozenset({"NOUN", "PROPN"})


def unmarked_past(s: Sentence) -> Sentence:
    """Read "the repairs cost 12 million" as a clause: no noun stands before a number."""
    for token in s.tokens:
        if token.lower not in UNMARKED or token.pos != "NOUN" or token.i in {0, len(s.tokens) - 1}:
            continue
        subject, after = token.i - 1, s[token.i + 1]
        if s[subject].pos not in _NOMINAL or after.pos not in {"NUM", "DET", "SYM"}:
            continue
        top = token.head if token.dep == "compound" else token.i
        if s[subject].head not in {token.i, top} or s[subject].dep != "compound":
            continue
        moves = {subject: (token.i, "nsubj")}
        for t in s.tokens[:subject]:
            if t.head in {token.i, top} and t.pos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}:
                moves[t.i] = (subject, t.dep)
        if top != token.i:
            moves[token.i] = (token.i, "root") if s[top].head == top else (s[top].head, s[top].dep)
            moves[top] = (token.i, "obj")
            moves |= dict.fromkeys(s.kids(top, "punct"), (token.i, "punct"))
        return as_finite(rehung(s, moves), token.i)
    return s


def noun_with_subject(s: Sentence) -> Sentence:
    """Read "said that the bridge cost 12 million" as a verb: it has a subject and an object."""
    for token in s.tokens:
        if token.lower not in UNMARKED or token.pos != "NOUN":
            continue
        subject, thing = s.kid(token.i, "nsubj"), s.kid(token.i, "obj", "ccomp", "obl", "nummod")
        bare = s.kid(token.i, "cop", "det", "nmod:poss", "case", "amod") is None
        if subject is not None and thing is not None and bare and subject < token.i < thing:
            s = as_finite(s, token.i)
    return s
