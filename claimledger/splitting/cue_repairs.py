"""Repairs of trees around a cue: who says it, and where the content ends."""

from __future__ import annotations

from claimledger.splitting.attribution import finite_of, is_clause
from claimledger.splitting.document import Sentence, rehung
from claimledger.splitting.english import QUOTING_ONLY, SAYING

_SOURCE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "PUNCT", "PRON", "PART"})
_MANNER = frozenset({"agree", "accept", "feel", "point", "post", "promise", "vow"})
_CUES = SAYING - QUOTING_ONLY - _MANNER
_SHORTEST = 3


def trailing_cue(s: Sentence) -> Sentence:
    """Read ", a panel found in its report." at the end as who says all before it."""
    for cue in reversed(s.tokens):
        if cue.lemma.lower() not in _CUES or cue.pos != "VERB" or cue.i in s.quoted:
            continue
        comma = _comma_before(s, cue.i)
        if comma is None or not _ends(s, cue.i) or cue.lower.endswith("ing"):
            return s
        head = _clause_before(s, comma)
        source = _source(s, comma, cue.i)
        if head is None or source is None:
            return s
        if s[cue.i].dep == "parataxis" and s[source].head == cue.i and cue.head == head:
            return s
        moves = {cue.i: (head, "parataxis"), source: (cue.i, "nsubj")}
        if cue.head == cue.i or s[head].head >= comma:
            moves[head] = (head, "root") if cue.head == cue.i else (cue.head, cue.dep)
        if s[head].head == source:
            moves[head] = (head, "root")
        for t in s.tokens:
            if t.i in moves:
                continue
            if t.i < comma and t.head > comma:
                moves[t.i] = (head, t.dep)
            elif t.i > cue.i and t.head < comma and t.pos != "PUNCT":
                moves[t.i] = (cue.i, t.dep)
            elif comma < t.i < cue.i and (t.head < comma or t.head > cue.i):
                moves[t.i] = (source, t.dep)
        return rehung(s, moves)
    return s


def _comma_before(s: Sentence, cue: int) -> int | None:
    """Return the comma before a source and its verb, None where more stands between."""
    of = False
    for i in range(cue - 1, _SHORTEST, -1):
        token = s[i]
        if token.text == ",":
            return i if i < cue - 1 and s[i + 1].pos not in {"CCONJ", "ADP"} else None
        of = token.lower in {"of", "for", "at", "from", "in"}
        if token.pos not in _SOURCE and not of and not (token.pos == "VERB" and s[i - 1].text == "-"):
            return None
        if token.has("PronType", "Rel"):
            return None
    return None


def _ends(s: Sentence, cue: int) -> bool:
    """Tell whether after a cue only a place or a time follows."""
    rest = [t for t in s.tokens[cue + 1 :] if t.pos != "PUNCT"]
    if any(t.pos in {"VERB", "AUX", "SCONJ", "CCONJ"} or t.i in s.quoted for t in rest):
        return False
    return not rest or rest[0].pos in {"ADP", "ADV"} or rest[0].lower.endswith("day")


def _source(s: Sentence, comma: int, cue: int) -> int | None:
    """Return the head of the noun phrase between a comma and a cue."""
    inside = range(comma + 1, cue)
    tops = [
        i
        for i in inside
        if s[i].pos in {"NOUN", "PROPN", "PRON"}
        and s[i].dep not in {"compound", "flat", "nmod:poss", "nmod:desc"}
        and s.label(i) not in {"nmod", "conj", "appos"}
    ]
    return tops[0] if tops else next((i for i in inside if s[i].head not in inside), None)


def _clause_before(s: Sentence, comma: int) -> int | None:
    """Return the head of the finite main clause before a comma."""
    heads = [
        i
        for i in range(comma)
        if (s[i].head >= comma or s[i].head == i or s.label(i) == "root")
        and is_clause(s, i)
        and s.kid(i, "nsubj", "csubj", "expl") is not None
    ]
    if not heads or s.kid(heads[0], "mark") is not None:
        return None
    return heads[0]


def conjunct_of_content(s: Sentence) -> Sentence:
    """Join "wrote that gases break apart and release chlorine" inside what was written.

    Told in the past, a conjunct in the present goes on with a content in the present.
    """
    moves: dict[int, tuple[int, str]] = {}
    for cue in s.tokens:
        content = s.kid(cue.i, "ccomp")
        if cue.lemma.lower() not in SAYING or content is None or not cue.has("Tense", "Past"):
            continue
        for child in s.kids(cue.i, "conj"):
            verb, inner = finite_of(s, child), finite_of(s, content)
            if child < content or s.kid(child, "nsubj", "expl") is not None:
                continue
            if verb is None or inner is None or not s[verb].has("Tense", "Pres"):
                continue
            if s[inner].has("Tense", "Pres"):
                moves[child] = (content, "conj")
    return rehung(s, moves)


def that_before_content(s: Sentence) -> Sentence:
    """Read "that" before a plural noun of a content as what opens the content."""
    moves: dict[int, tuple[int, str]] = {}
    for cue in s.tokens:
        content = s.kid(cue.i, "ccomp")
        if cue.lemma.lower() not in SAYING or content is None or s.kid(content, "mark") is not None:
            continue
        first = next((i for i in s.subtree(content) if s[i].pos != "PUNCT"), content)
        if s[first].lower == "that" and s[first].dep == "det" and (
            s[s[first].head].has("Number", "Plur")
        ):  # fmt: skip
            moves[first] = (content, "mark")
    return rehung(s, moves)


def relative_of_content(s: Sentence) -> Sentence:
    """Read "which the media said were safe" with "which" as what was safe."""
    moves: dict[int, tuple[int, str]] = {}
    for cue in s.tokens:
        content = s.kid(cue.i, "ccomp")
        if cue.lemma.lower() not in SAYING or s.label(cue.i) != "acl" or content is None:
            continue
        first = s.subtree(cue.i)[0]
        pronoun = first + 1 if s[first].pos == "PUNCT" else first
        open_place = is_clause(s, content) and s.kid(content, "nsubj", "expl") is None
        if s[pronoun].lower in {"which", "who", "that"} and s[pronoun].head == cue.i and open_place:
            moves[pronoun] = (content, "nsubj")
    return rehung(s, moves)
