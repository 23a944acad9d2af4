"""Repairs of coordinations: what "and" joins."""

from __future__ import annotations

from dataclasses import replace

from claimledger.splitting.document import Sentence, before, rehung
from claimledger.splitting.english.words import SAYING
from claimledger.splitting.sources.attribution import finite_of

_NOMINAL = frozenset({"NOUN", "PROPN"})


def list_after_apposition(s: Sentence) -> Sentence:
    """Read "X, a poet, and Y" as X and Y, not as a poet and Y."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("appos"):
        if token.dep != "appos" or token.pos != "NOUN":
            continue
        outer = token.head
        if s[outer].pos != "PROPN":
            continue
        for child in s.kids(token.i, "conj"):
            named = s[child].pos == "PROPN" and s.kid(child, "det") is None
            if named and s[outer].entity == s[child].entity:
                moves[child] = (outer, "conj")
    return rehung(s, moves)


def list_as_appositions(s: Sentence) -> Sentence:
    """Read "A, B and C" as three conjuncts where B hangs on A as an apposition."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.over("appos"):
        last = [c for c in s.kids(token.i, "conj") if s.kid(c, "cc") is not None]
        if not last:
            continue
        for child in s.kids(token.i, "appos"):
            same = s[child].pos == token.pos and s.kid(child, "det") is None
            also = s[child].pos == token.pos == "PROPN" and s.kid(token.i, "det") is not None
            if (same or also) and child < last[0] and before(s, child) == ",":
                moves[child] = (token.i, "conj")
    return rehung(s, moves)


def verb_joined_to_noun(s: Sentence) -> Sentence:
    """Read "opened in May, and was closed" as two verbs, not as May and closed."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("conj"):
        if token.dep != "conj" or token.pos != "VERB" or s[token.head].pos not in _NOMINAL:
            continue
        if s.kid(token.head, "cop") is not None or s.kid(token.i, "cc") is None:
            continue
        if not token.has("VerbForm", "Fin") and s.kid(token.i, "aux") is None:
            continue
        verb = next(
            (a for a in s.ancestors(token.i)
             if s[a].pos == "VERB" or s.kid(a, "cop") is not None), None
        )  # fmt: skip
        if verb is not None and verb < token.i:
            moves[token.i] = (verb, "conj")
    return rehung(s, moves)


def finite_joined_to_infinitive(s: Sentence) -> Sentence:
    """Join a finite verb to a finite one: "helped put it out and are working"."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("conj"):
        if (
            token.dep != "conj"
            or token.pos != "VERB"
            or s.kid(token.i, "nsubj", "expl") is not None
        ):
            continue
        bare = s[token.head].pos == "VERB" and finite_of(s, token.head) is None
        if not bare or finite_of(s, token.i) is None or s.kid(token.i, "cc") is None:
            continue
        verb = next((a for a in s.ancestors(token.i) if finite_of(s, a) is not None), None)
        if verb is not None and verb < token.i and s.kid(verb, "nsubj", "expl") is not None:
            moves[token.i] = (verb, "conj")
    return rehung(s, moves)


def parallel_phrases(s: Sentence) -> Sentence:
    """Join "malls in X and shops in Y" at the malls, not at X."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("conj"):
        if token.dep != "conj" or token.pos not in _NOMINAL or s.label(token.head) != "nmod":
            continue
        inner, outer = token.head, s[token.head].head
        if s[outer].pos not in _NOMINAL or outer > inner or s.kid(token.i, "case") is not None:
            continue
        case = s.kid(inner, "case")
        again = [c for n in s.kids(token.i, "nmod") if n > token.i for c in s.kids(n, "case")]
        same = case is not None and any(s[c].lower == s[case].lower for c in again)
        held = s.kid(token.i, "det") is not None and s.kid(outer, "det") is not None
        bare = s.kid(inner, "det", "nmod:poss") is None and s[inner].pos == "PROPN"
        if (same and not s.kids(inner, "nmod")) or (held and bare):
            moves[token.i] = (outer, "conj")
    return rehung(s, moves)


def clause_after_comma(s: Sentence) -> Sentence:
    """Hang ", but the motive has changed" on the main clause, not on a subordinate one."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("conj"):
        cc = s.kid(token.i, "cc")
        under = {"advcl", "acl"}
        if (
            cc is not None
            and s[cc].lower in {"but", "yet"}
            and s[s[token.head].head].lemma not in SAYING
        ):
            under = {"advcl", "acl", "ccomp"}
        if token.dep != "conj" or s.label(token.head) not in under:
            continue
        if cc is None or s[cc - 1].text != "," or s.kid(token.i, "nsubj", "expl") is None:
            continue
        if token.has("VerbForm", "Fin") or s.kids(token.i, "aux", "cop"):
            top = s[token.head].head
            while s.label(top) in {"advcl", "acl", "obj", "obl", "nmod", "xcomp", "nsubj"}:
                top = s[top].head
            if top < token.head and top not in s.subtree(token.i):
                moves[token.i] = (top, "conj")
    return rehung(s, moves)


def clause_joined_to_noun(s: Sentence) -> Sentence:
    """Read "do not harm the layer, but they are gases" as two clauses."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("conj"):
        if token.dep != "conj" or s[token.head].pos not in _NOMINAL or token.pos == "VERB":
            continue
        own = s.kid(token.i, "cop") is not None and s.kid(token.i, "nsubj") is not None
        if not own or s.kid(token.i, "cc") is None or s.kid(token.head, "cop", "nsubj") is not None:
            continue
        verb = next((a for a in s.ancestors(token.i) if finite_of(s, a) is not None), None)
        if verb is not None and verb < token.i:
            moves[token.i] = (verb, "conj")
    return rehung(s, moves)


def superlative_as_conjunct(s: Sentence) -> Sentence:
    """Read "the hole of 2006, the largest ever seen, and" with an apposition.

    What an article opens is a noun phrase, also where it ends in a participle.
    """
    for token in s.labelled("conj", "parataxis"):
        if token.dep not in {"conj", "parataxis"} or token.pos != "VERB":
            continue
        first = next((i for i in s.subtree(token.i) if s[i].pos != "PUNCT"), token.i)
        cc, det = s.kid(token.i, "cc"), s[first]
        if (
            det.lower != "the"
            or token.i not in {det.head, s[det.head].head}
            or not 1 < first < token.i
            or cc is not None
        ):
            continue
        noun = first - 2
        if s[first - 1].text != "," or s.kid(token.i, "aux", "obj") is not None:
            continue
        subject = s.kid(token.i, "nsubj")
        if subject is not None and s[subject].pos != "ADJ":
            continue
        while s.label(noun) in {"nmod", "nummod", "flat", "compound"} and s[noun].head < first:
            noun = s[noun].head
        if s[noun].pos not in _NOMINAL:
            continue
        moves = {token.i: (noun, "appos"), first: (token.i, "det")}
        if subject is not None:
            moves[subject] = (token.i, "amod")
        moves |= dict.fromkeys(s.kids(token.i, "conj"), (token.head, "conj"))
        moved = rehung(s, moves)
        fixed = replace(moved[token.i], pos="ADJ", features={"Degree": "Sup"})
        return replace(moved, tokens=tuple(fixed if t.i == token.i else t for t in moved.tokens))
    return s


def clause_with_and(s: Sentence) -> Sentence:
    """Read ", but he left" as a clause beside the one before, not as an adverbial."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("advcl"):
        cc = s.kid(token.i, "cc")
        if token.dep != "advcl" or cc is None or s.kid(token.i, "mark") is not None:
            continue
        first = next((i for i in s.subtree(token.i) if s[i].pos != "PUNCT"), token.i)
        own = s.kid(token.i, "nsubj", "expl") is not None and finite_of(s, token.i) is not None
        if cc == first and own and token.head < cc and s[cc].lower in {"and", "but", "yet", "so"}:
            moves[token.i] = (token.head, "conj")
    return rehung(s, moves)


def hyphenated_modifier(s: Sentence) -> Sentence:
    """Read "the women-only record, held by Roe," as a record, not as women."""
    for token in s.over("appos"):
        noun = s.kid(token.i, "appos")
        if noun is None or noun < token.i + 3 or token.i + 2 >= len(s.tokens):
            continue
        hyphen, second = s[token.i + 1], s[token.i + 2]
        glued = hyphen.text == "-" and not hyphen.space_before and not second.space_before
        if not glued or s[noun].pos != "NOUN" or s.subtree(noun)[0] > token.i + 2:
            continue
        top = (noun, "root") if token.dep == "root" else (token.head, token.dep)
        moves = {noun: top, token.i: (noun, "compound")}
        moves |= {c: (noun, s[c].dep) for c in s.children[token.i] if c != noun}
        moves |= {hyphen.i: (token.i, "punct"), second.i: (token.i, "flat")}
        return rehung(s, moves)
    return s
