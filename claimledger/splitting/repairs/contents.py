"""Repairs of what is said, where the parser found no clause after or before a cue."""

from __future__ import annotations

from claimledger.splitting.document import Sentence, rehung
from claimledger.splitting.english.words import SAYING
from claimledger.splitting.repairs.predicates import as_finite
from claimledger.splitting.sources.attribution import finite_of, is_clause

_TELLING = frozenset(
    {"tell", "warn", "assure", "inform", "remind", "advise", "convince", "persuade", "notify"}
)
_NOUNS = frozenset({"NOUN", "PROPN"})


def content_without_verb(s: Sentence) -> Sentence:
    """Read "found that residents lived in need" with "lived" as what was found.

    A content without any finite verb is misread: its participle is a past tense.
    """
    for cue in s.of_lemma(SAYING):
        if cue.pos != "VERB":
            continue
        for noun in s.kids(cue.i, "ccomp"):
            if s[noun].pos not in _NOUNS or noun in s.quoted or is_clause(s, noun):
                continue
            verb = _past_after(s, noun)
            if verb is None or any(is_clause(s, i) for i in s.subtree(noun) if i > verb):
                continue
            moves = {verb: (cue.i, "ccomp"), noun: (verb, "nsubj")}
            for child in s.kids(noun):
                if child == verb:
                    continue
                mark = s.label(child) == "mark"
                if mark or child > verb or s[child].text == ",":
                    moves[child] = (verb, s[child].dep)
            return as_finite(rehung(s, moves), verb)
    return s


def _past_after(s: Sentence, noun: int) -> int | None:
    """Return a participle behind a noun that can be a past tense."""
    for verb in s.kids(noun, "acl"):
        past = s[verb].lower.endswith("ed") and s[verb].pos == "VERB"
        if verb > noun and past and s.kid(verb, "aux", "mark", "nsubj") is None:
            agent = any(s[c].lower == "by" for o in s.kids(verb, "obl") for c in s.kids(o, "case"))
            return None if agent else verb
    return None


def content_on_addressee(s: Sentence) -> Sentence:
    """Read "told the group that it rained" as what was told, not as which group."""
    moves: dict[int, tuple[int, str]] = {}
    for cue in s.tokens:
        if cue.lemma.lower() not in _TELLING or s.kid(cue.i, "ccomp") is not None:
            continue
        for noun in s.kids(cue.i, "obj", "iobj"):
            for clause in s.kids(noun, "acl", "ccomp", "conj"):
                that = s.subtree(clause)[0]
                subject = s.kid(clause, "nsubj", "expl")
                opens = s[that].lower == "that" and s[that].head == clause and noun < that
                if opens and subject is not None and that < subject and is_clause(s, clause):
                    moves |= {clause: (cue.i, "ccomp"), that: (clause, "mark")}
                    break
    return rehung(s, moves)


def name_as_content(s: Sentence) -> Sentence:
    """Read "told co-host Mary Poe that it rained" with the name as who was told."""
    moves: dict[int, tuple[int, str]] = {}
    for cue in s.of_lemma(_TELLING):
        contents = s.kids(cue.i, "ccomp")
        if len(contents) < 2:  # noqa: PLR2004 - one too many
            continue
        first, second = contents[:2]
        that = s.subtree(second)[0]
        if cue.i < first < that and s[first].pos in _NOUNS and not is_clause(s, first):
            moves[first] = (cue.i, "obj")
    return rehung(s, moves)


def quotation_as_subject(s: Sentence) -> Sentence:
    """Read "“A lot of it comes across badly,” Roe said" with a verb of its own in the marks."""
    cue = s.root
    if cue is None or s[cue].lemma.lower() not in SAYING or cue in s.quoted or not s.quoted:
        return s
    subjects = s.kids(cue, "nsubj")
    if len(subjects) != 2 or subjects[0] not in s.quoted or subjects[1] in s.quoted:  # noqa: PLR2004 - one too many
        return s
    thing, end = subjects[0], max(s.quoted)
    if end > cue or s[end].text not in {",", ".", "!"} or s.kid(cue, "ccomp") is not None:
        return s
    for verb in s.subtree(thing):
        plain = s[verb].pos == "VERB" and s.kid(verb, "nsubj", "aux", "mark") is None
        if verb > thing and plain and not s[verb].lower.endswith("ing"):
            moves = {verb: (verb, "root"), cue: (verb, "parataxis"), thing: (verb, "nsubj")}
            for child in s.kids(thing):
                if child > verb:
                    moves[child] = (verb, s[child].dep)
            moved = rehung(s, moves)
            return as_finite(moved, verb) if moved is not s else s
    return s


def content_after_aside(s: Sentence) -> Sentence:
    """Read "continues to insist, in talks, that it rained" as what is insisted."""
    moves: dict[int, tuple[int, str]] = {}
    for clause in s.tokens:
        if s.label(clause.i) not in {"parataxis", "advcl", "conj", "dep"}:
            continue
        that = s.subtree(clause.i)[0]
        if s[that].pos == "PUNCT" and that + 1 < len(s.tokens):
            that += 1
        if s[that].lower != "that" or s[that].head != clause.i or s[that].dep != "mark":
            continue
        if s.kid(clause.i, "nsubj", "expl") is None:
            continue
        cues = [
            i
            for i in [clause.head, *s.kids(clause.head, "xcomp")]
            if s[i].lemma.lower() in SAYING and s[i].pos == "VERB" and i < that
        ]
        if cues and s.kid(cues[-1], "ccomp") is None:
            moves[clause.i] = (cues[-1], "ccomp")
    return rehung(s, moves)


def conjunct_of_content(s: Sentence) -> Sentence:
    """Join "wrote that gases break apart and release chlorine" inside what was written.

    Told in the past, a conjunct in the present goes on with a content in the present; and
    "and that" goes on with a content that has a "that", or with any when it has a subject.
    """
    moves: dict[int, tuple[int, str]] = {}
    for cue in s.over("ccomp"):
        content = s.kid(cue.i, "ccomp")
        if content is not None:
            moves |= {
                c: (content, "conj")
                for c in s.kids(cue.i, "conj", "parataxis")
                if c > content
                and _has_that(s, c)
                and (_has_that(s, content) or s.kid(c, "nsubj", "expl") is not None)
            }
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


def _has_that(s: Sentence, clause: int) -> bool:
    return any(s[m].lower == "that" for m in s.kids(clause, "mark"))
