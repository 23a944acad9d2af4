"""Repairs of participles: what they hang on, and what hangs on them."""

from __future__ import annotations

from dataclasses import replace

from claimledger.splitting.document import Sentence, Token, before, rehung


def object_of_participle(s: Sentence) -> Sentence:
    """Hang what follows ", citing" on "citing", not on the verb before it."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("advcl"):
        if s.label(token.i) == "advcl" and token.lower.endswith("ing") and token.head < token.i:
            if s.kid(token.i, "obj", "ccomp", "xcomp", "obl") is not None:
                continue
            for thing in s.kids(token.head, "obj"):
                if s.subtree(thing)[0] == token.i + 1:
                    moves[thing] = (token.i, "obj")
    return rehung(s, moves)


def participle_after_object(s: Sentence) -> Sentence:
    """Read ", coming in second" at the end of a clause as about its subject."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("acl"):
        if token.dep != "acl" or not token.lower.endswith("ing") or before(s, token.i) != ",":
            continue
        if s[token.head].entity == "PERSON" or s.kid(token.i, "nsubj", "mark") is not None:
            continue
        for verb in s.ancestors(token.i):
            if s[verb].pos == "VERB" and s.label(verb) not in {"acl", "amod"}:
                if verb < token.head and s.kid(verb, "nsubj") is not None:
                    moves[token.i] = (verb, "advcl")
                break
    return rehung(s, moves)


def participle_as_aside(s: Sentence) -> Sentence:
    """Read ", later moving to X" as an adverbial, not as a sentence of its own."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("parataxis"):
        acts = token.pos == "VERB" or s.kid(token.i, "obj") is not None
        if token.dep != "parataxis" or not acts or before(s, token.i) != ",":
            continue
        bare = s.kid(token.i, "nsubj", "aux", "cop", "mark", "expl") is None
        if bare and token.lower.endswith("ing") and s[token.head].pos in {"VERB", "NOUN", "ADJ"}:
            moves[token.i] = (token.head, "advcl")
    if not moves:
        return s
    tokens = tuple(_as_gerund(t) if t.i in moves and t.pos != "VERB" else t for t in s.tokens)
    return rehung(replace(s, tokens=tokens), moves)


def _as_gerund(token: Token) -> Token:
    """Return a token tagged as the "-ing" form of a verb."""
    from lemminflect import getLemma

    lemma = next(iter(getLemma(token.lower, upos="VERB")), token.lemma)
    return replace(token, pos="VERB", lemma=lemma, features={"VerbForm": "Ger"})


def verb_as_adjective(s: Sentence) -> Sentence:
    """Read "and spanned roughly 35,000 feet" as a verb with its object.

    A participle never stands before an article or a number of its noun.
    """
    for token in s.labelled("amod"):
        if token.dep != "amod" or token.pos != "VERB" or not token.lower.endswith("ed"):
            continue
        noun = token.head
        late = [c for c in s.kids(noun, "det", "nummod", "nmod:poss") if c > token.i]
        cc = s.kid(noun, "cc")
        if not late or noun < token.i or s[noun].dep != "conj" or cc is None or cc > token.i:
            continue
        if s.subtree(noun)[0] < cc and s[s.subtree(noun)[0]].pos != "PUNCT":
            continue
        verb = next(
            (a for a in s.ancestors(noun) if s[a].pos == "VERB" and s.kid(a, "nsubj") is not None),
            None,
        )
        if verb is None or verb > token.i:
            continue
        moves = {token.i: (verb, "conj"), noun: (token.i, "obj"), cc: (token.i, "cc")}
        moved = rehung(s, moves)
        fixed = replace(
            moved[token.i], features={**token.features, "VerbForm": "Fin", "Mood": "Ind"}
        )
        return replace(moved, tokens=tuple(fixed if t.i == token.i else t for t in moved.tokens))
    return s
