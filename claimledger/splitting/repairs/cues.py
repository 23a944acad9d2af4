"""Repairs of trees around a cue: who says it, and where the content ends."""

from __future__ import annotations

from dataclasses import replace

from claimledger.splitting.document import Sentence, rehung
from claimledger.splitting.english.words import QUOTING_ONLY, SAYING
from claimledger.splitting.repairs.predicates import as_finite
from claimledger.splitting.sources.attribution import is_clause

_SOURCE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "PUNCT", "PRON", "PART"})
_MANNER = frozenset({"agree", "accept", "feel", "point", "post", "promise", "vow"})
_WITHOUT_LISTENER = SAYING - {"tell", "assure", "inform", "remind", "advise"}
_CUES = SAYING - QUOTING_ONLY - _MANNER
_SHORTEST = 3
_OPENING = 4
"""How many words "according to Roe," has at least."""
_ASIDE = frozenset({"as", "when", "while", "after", "before", "because", "since", "according"})


def trailing_cue(s: Sentence) -> Sentence:
    """Read ", a panel found in its report." at the end as who says all before it."""
    for cue in reversed(s.of_lemma(_CUES)):
        if cue.pos != "VERB" or cue.i in s.quoted:
            continue
        comma = _comma_before(s, cue.i)
        if comma is None or not _ends(s, cue.i) or cue.lower.endswith("ing"):
            return s
        source = _source(s, comma, cue.i)
        head = _clause_before(s, comma)
        if head is None and source is not None and cue.head == cue.i:
            head = _noun_before(s, comma, cue.i)
        if head is None or source is None:
            return s
        moved = rehung(s, _parted(s, cue.i, comma, source, head))
        finite = is_clause(moved, cue.i) and not cue.has("Voice", "Pass")
        return moved if finite else as_finite(moved, cue.i)
    return s


def _parted(
    s: Sentence, cue: int, comma: int, source: int, head: int
) -> dict[int, tuple[int, str]]:
    """Return the moves that part a content from the cue after its comma."""
    done = s[cue].dep == "parataxis" and s[source].head == cue and s[cue].head == head
    if done and min(s.subtree(cue)) >= comma:
        return {}
    moves = {cue: (head, "parataxis"), source: (cue, "nsubj")}
    if s[cue].head == cue or source in {s[head].head, s[source].head}:
        moves[head] = (head, "root")
    elif s[head].head >= comma:
        moves[head] = (s[cue].head, s[cue].dep)
    for t in s.tokens:
        if t.i in moves:
            continue
        if t.i < comma < t.head:
            moves[t.i] = (head, t.dep)
        elif t.i > cue and t.head < comma and t.pos != "PUNCT":
            moves[t.i] = (cue, t.dep)
        elif comma < t.i < cue and (t.head < comma or t.head > cue):
            moves[t.i] = (source, t.dep)
    return moves


def _comma_before(s: Sentence, cue: int) -> int | None:
    """Return the comma before a source and its verb, None where more stands between."""
    of = False
    for i in range(cue - 1, _SHORTEST, -1):
        token = s[i]
        if token.text == ",":
            return i if i < cue - 1 and s[i + 1].pos not in {"CCONJ", "ADP"} else None
        of = token.lower in {"of", "for", "at", "from", "in"}
        if (
            token.pos not in _SOURCE
            and not of
            and not (token.pos == "VERB" and s[i - 1].text == "-")
        ):
            return None
        if token.has("PronType", "Rel"):
            return None
    return None


def _ends(s: Sentence, cue: int) -> bool:
    """Tell whether after a cue only a time, a place or an aside follows."""
    rest = [t for t in s.tokens[cue + 1 :] if t.pos != "PUNCT"]
    aside = next((i for i in range(cue + 1, len(s.tokens)) if s[i].text == ","), None)
    if aside is not None and aside + 1 < len(s.tokens):
        first = s[aside + 1]
        if first.lower in _ASIDE or first.lower.endswith("ing"):
            rest = [t for t in rest if t.i < aside]
    if any(t.pos in {"VERB", "AUX", "SCONJ", "CCONJ"} or t.i in s.quoted for t in rest):
        return False
    return not rest or rest[0].pos in {"ADP", "ADV"} or rest[0].lower.endswith("day") or (
        s[cue].lemma.lower() == "tell"
    )  # fmt: skip


def _source(s: Sentence, comma: int, cue: int) -> int | None:
    """Return the head of the noun phrase between a comma and a cue."""
    inside = range(comma + 1, cue)
    named = [i for i in inside if s[i].pos in {"NOUN", "PROPN", "PRON"}]
    outside = [
        i for i in named if (s[i].head not in inside or s[i].head == i) and s[i + 1].text != "-"
    ]
    return next(iter(outside or named), None)


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


def _noun_before(s: Sentence, comma: int, cue: int) -> int | None:
    """Return a second subject of a cue, which may be the subject of what is said."""
    nouns = [i for i in s.kids(cue, "nsubj") if i < comma and s.kid(i, "acl") is not None]
    return nouns[0] if len(nouns) == 1 else None


def subject_joined_to_source(s: Sentence) -> Sentence:
    """Read "according to Roe, salt and sugar are cheap" with salt as what is cheap."""
    if len(s.tokens) < _OPENING or s[0].lower != "according" or s[1].lower != "to":
        return s
    comma = next((t.i for t in s.tokens if t.text == ","), None)
    source = s[0].head if s.label(0) == "case" else s.kid(0, "obl", "nmod")
    root = s.root
    if comma is None or source is None or root is None or not source < comma < root:
        return s
    after = [i for i in s.kids(source, "conj", "appos", "nmod") if comma < i < root]
    if not after or s.kid(root, "nsubj", "csubj", "expl") is not None:
        return s
    subject, *others = after
    moves = {i: (subject, s.label(i)) for i in others}
    return rehung(s, moves | {subject: (root, "nsubj")})


def that_before_content(s: Sentence) -> Sentence:
    """Read "that" before a plural noun of a content as what opens the content."""
    moves: dict[int, tuple[int, str]] = {}
    for cue in s.of_lemma(SAYING):
        content = s.kid(cue.i, "ccomp")
        if content is None or s.kid(content, "mark") is not None:
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
    for cue in s.of_lemma(SAYING):
        content = s.kid(cue.i, "ccomp")
        if s.label(cue.i) != "acl" or content is None:
            continue
        first = s.subtree(cue.i)[0]
        pronoun = first + 1 if s[first].pos == "PUNCT" else first
        open_place = is_clause(s, content) and s.kid(content, "nsubj", "expl") is None
        if s[pronoun].lower in {"which", "who", "that"} and s[pronoun].head == cue.i and open_place:
            moves[pronoun] = (content, "nsubj")
    return rehung(s, moves)


def object_before_content(s: Sentence) -> Sentence:
    """Read "reported the plan is dead" with the plan as subject, not as object."""
    moves: dict[int, tuple[int, str]] = {}
    for cue in s.of_lemma(_WITHOUT_LISTENER):
        content, thing = s.kid(cue.i, "ccomp"), s.kid(cue.i, "obj")
        if content is None or thing is None or not cue.i < thing < content:
            continue
        open_place = is_clause(s, content) and s.kid(content, "nsubj", "csubj", "expl") is None
        inside = min(i for i in s.subtree(content) if s[i].pos != "PUNCT")
        end = s.subtree(thing)[-1] + 1
        if open_place and inside in {end, end + (s[end].text == ",")}:
            passive = s.kid(content, "aux:pass") is not None
            moves[thing] = (content, "nsubj:pass" if passive else "nsubj")
    return rehung(s, moves)


def quoted_clause_in_nested(s: Sentence) -> Sentence:
    """Join a clause in quotation marks at the main clause, not inside one before it."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.tokens:
        if token.dep != "conj" or token.i not in s.quoted or token.head in s.quoted:
            continue
        cc = s.kid(token.i, "cc")
        top = s.root
        if cc is None or cc in s.quoted or s[cc - 1].text != "," or top is None:
            continue
        if token.head != top and top < token.i and s.kid(token.i, "nsubj") is not None:
            moves[token.i] = (top, "conj")
    return rehung(s, moves)


def that_as_subject(s: Sentence) -> Sentence:
    """Read "notes that winds mix the air" with "that" as what opens the content.

    So too where the verb has another subject behind it: "said on Monday that costs had doubled".
    """
    beside = {
        subjects[0]: (clause.i, "mark")
        for clause in s.over("nsubj")
        if len(subjects := s.kids(clause.i, "nsubj")) > 1 and s[subjects[0]].lower == "that"
    }
    if beside:
        return rehung(s, beside)
    for cue in s.of_lemma(SAYING):
        if cue.pos != "VERB" or cue.i + 3 >= len(s.tokens):
            continue
        that, noun, verb = cue.i + 1, cue.i + 2, cue.i + 3
        if s[that].lower != "that" or s[that].head != noun or s[noun].head != cue.i:
            continue
        if s[verb].head == noun and s[verb].has("VerbForm", "Fin") and s[noun].lower.endswith("s"):
            moves = {that: (verb, "mark"), noun: (verb, "nsubj"), verb: (cue.i, "ccomp")}
            for child in s.kids(noun):
                if child > verb:
                    moves[child] = (verb, s[child].dep)
            return rehung(s, moves)
    return s


def content_on_place(s: Sentence) -> Sentence:
    """Read "wrote in a journal that gases break apart" as what was written."""
    moves: dict[int, tuple[int, str]] = {}
    for cue in s.of_lemma(SAYING):
        if cue.pos != "VERB" or s.kid(cue.i, "ccomp", "obj"):
            continue
        for clause in [c for n in s.kids(cue.i, "obl") for c in s.kids(n, "acl") if n > cue.i]:
            that = s.subtree(clause)[0]
            told = s[that].lower == "that" and s[that].head == clause and s[clause].dep == "acl"
            if told and is_clause(s, clause) and s.kid(clause, "nsubj") not in {None, that}:
                moves |= {clause: (cue.i, "ccomp"), that: (clause, "mark")}
    return rehung(s, moves)


def cue_as_noun(s: Sentence) -> Sentence:
    """Read "NASA notes that" as a verb where it was taken for the plural of a noun."""
    for cue in s.of_lemma(SAYING):
        if cue.pos != "NOUN" or not 0 < cue.i < len(s.tokens) - 1:
            continue
        that, source = s[cue.i + 1], s[cue.i - 1]
        named = source.pos == "PROPN" and s.label(source.i) in {"compound", "nsubj", "nmod"}
        if not cue.lower.endswith("s"):
            continue
        if that.lower != "that" or not named or source.head != cue.i:
            continue
        clause = next((c for c in s.kids(cue.i, "acl", "ccomp") if that.head == c), None)
        if clause is None:
            continue
        moves = {source.i: (cue.i, "nsubj"), clause: (cue.i, "ccomp"), that.i: (clause, "mark")}
        return as_finite(rehung(s, moves), cue.i)
    return s


def noun_as_content(s: Sentence) -> Sentence:
    """Read "that gases, or CFCs, break apart" with the gases as the subject."""
    for cue in s.of_lemma(SAYING):
        content = s.kid(cue.i, "ccomp")
        if content is None or content <= cue.i + 1:
            continue
        that = content - 1
        bare = s.kid(content, "obj", "obl", "xcomp", "aux", "advmod") is None
        if s[that].lower != "that" or s[that].head != content or not bare:
            continue
        verbs = [v for v in s.kids(content, "conj") if s[v].pos == "VERB"]
        if not s[content].lower.endswith("s") or s[content + 1].text != "," or not verbs:
            continue
        moves = {content: (verbs[0], "nsubj"), verbs[0]: (cue.i, "ccomp"), that: (verbs[0], "mark")}
        plural = replace(s[content], pos="NOUN", features={"Number": "Plur"})
        tokens = tuple(plural if t.i == content else t for t in s.tokens)
        return as_finite(rehung(replace(s, tokens=tokens), moves), verbs[0])
    return s
