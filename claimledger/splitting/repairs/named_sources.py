"""Repairs of the phrases that name a source: "according to Roe", "in the words of Roe"."""

from __future__ import annotations

from claimledger.splitting.document import Sentence, rehung
from claimledger.splitting.english.words import SAYING
from claimledger.splitting.repairs.predicates import as_finite
from claimledger.splitting.sources.attribution import is_clause

_SOME = frozenset({"some", "many", "others", "most", "several", "both"})
_PREFIXES = frozenset({"co", "ex", "vice"})
_OPENING = 4
"""How many words "according to Roe," has at least."""


def words_as_conjunct(s: Sentence) -> Sentence:
    """Read "and in the words of Roe, “it rained”" as how it is said that it rained."""
    for token in s.labelled("conj"):
        case, source = s.kid(token.i, "case"), s.kid(token.i, "nmod")
        if token.lower != "words" or token.dep != "conj" or case is None or source is None:
            continue
        if s[case].lower != "in":
            continue
        end = s.subtree(token.i)[-1]
        above = [c for a in s.ancestors(token.i) for c in s.kids(a, "parataxis", "conj", "ccomp")]
        for clause in above:
            first = next(i for i in s.subtree(clause) if s[i].pos != "PUNCT")
            between = {s[i].pos for i in range(end + 1, first)}
            if clause <= end or between - {"PUNCT"} or not is_clause(s, clause):
                continue
            moves = {token.i: (clause, "obl"), clause: (s[clause].head, "conj")}
            for child in s.kids(token.i, "cc"):
                moves[child] = (clause, "cc")
            return rehung(s, moves)
    return s


def source_as_subject(s: Sentence) -> Sentence:
    """Read "According to attorney Roe on Monday, the driver fled" with Roe as the source."""
    if len(s.tokens) < _OPENING or s[0].lower != "according" or s[1].lower != "to":
        return s
    comma = next((t.i for t in s.tokens if t.text == ","), None)
    root = s.root
    if comma is None or root is None or root < comma:
        return s
    before = [i for i in s.kids(root, "nsubj") if i < comma]
    after = [i for i in s.kids(root, "nsubj", "csubj", "expl") if i > comma]
    if len(before) != 1 or not after:
        return s
    source = before[0]
    moves = {source: (root, "obl"), 0: (source, "case")}
    for child in s.kids(source):
        if child >= comma:
            moves[child] = (root, s[child].dep)
    return rehung(s, moves)


def source_in_first_clause(s: Sentence) -> Sentence:
    """Read "While A rose, according to Roe B fell" with Roe as who says that B fell."""
    for token in s.tokens:
        if token.lower != "according" or s.label(token.i) != "case":
            continue
        source = token.head
        whole = s.subtree(source)
        clause = next((a for a in s.ancestors(source) if s.label(a) == "advcl"), None)
        if clause is None or whole[-1] + 1 >= len(s.tokens) or s[whole[0]].text != ",":
            continue
        main, after = s[clause].head, whole[-1] + 1
        subject = s.kid(main, "nsubj")
        if subject is not None and clause < whole[0] and s.subtree(subject)[0] == after:
            return rehung(s, {source: (main, "obl"), whole[0]: (clause, "punct")})
    return s


def quantifier_before_cue(s: Sentence) -> Sentence:
    """Read "while some say it rains" with "some" as who says so."""
    for cue in s.of_lemma(SAYING):
        some, verb = cue.i - 1, cue.head
        if cue.pos != "VERB" or cue.dep != "nsubj":
            continue
        if some < 0 or s[some].lower not in _SOME or s[some].head != cue.i or verb <= cue.i:
            continue
        head = cue.i if s[verb].head == verb else s[verb].head
        moves = {
            some: (cue.i, "nsubj"),
            cue.i: (head, s[verb].dep),
            verb: (cue.i, "ccomp"),
        }
        for child in s.kids(verb):
            if child < some:
                moves[child] = (cue.i, s[child].dep)
        return rehung(s, moves)
    return s


def prefix_as_subject(s: Sentence) -> Sentence:
    """Read "co-author" in two tokens as one word."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.tokens[:-2]:
        dash, noun = token.i + 1, token.i + 2
        if token.lower not in _PREFIXES or s[dash].text != "-" or s[noun].pos != "NOUN":
            continue
        if s[noun].head != token.i and token.head != noun:
            moves |= {token.i: (noun, "compound"), dash: (noun, "punct")}
    return rehung(s, moves)


def title_of_possessor(s: Sentence) -> Sentence:
    """Read "Chancellor Roe's spokesman said" with the spokesman as who said it."""
    for title in s.over("appos"):
        for noun in s.kids(title.i, "appos"):
            owner = s.kid(noun, "nmod:poss")
            if owner is None or owner != title.i + 1 or s[owner].pos != "PROPN" or noun < owner:
                continue
            moves = {title.i: (owner, "nmod:desc"), noun: (title.head, title.dep)}
            if title.head == title.i:
                moves[noun] = (noun, title.dep)
            for child in s.kids(title.i):
                if child > noun:
                    moves[child] = (noun, s[child].dep)
            return rehung(s, moves)
    return s


def cue_as_modifier(s: Sentence) -> Sentence:
    """Read "Roe, the mayor, announced classes would end" with a verb, not "announced classes"."""
    for cue in s.of_lemma(SAYING):
        noun = cue.head
        verb = s[noun].head
        if cue.dep != "amod" or cue.i == 0:
            continue
        subjects = [i for i in s.kids(verb, "nsubj") if i < cue.i]
        modal = s.kid(verb, "aux", "cop") is not None
        if s[cue.i - 1].text != "," or s.label(noun) != "nsubj" or len(subjects) != 1 or not modal:
            continue
        head = cue.i if s[verb].head == verb else s[verb].head
        moves = {cue.i: (head, s[verb].dep), verb: (cue.i, "ccomp"), subjects[0]: (cue.i, "nsubj")}
        for child in s.kids(verb):
            if child < cue.i and child not in moves:
                moves[child] = (cue.i, s[child].dep)
        for child in s.kids(noun):
            if child < cue.i:
                moves[child] = (cue.i, s[child].dep)
        moved = rehung(s, moves)
        return as_finite(moved, cue.i) if moved is not s else s
    return s
