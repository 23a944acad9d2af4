"""Repairs of cues that stand beside what is said: interposed, inverted, or after a comma."""

from __future__ import annotations

from dataclasses import replace

from claimledger.splitting.document import Sentence, Token, before, rehung
from claimledger.splitting.english.saying import VERB_OF_SAYING
from claimledger.splitting.english.words import QUOTING_ONLY, SAYING
from claimledger.splitting.repairs.predicates import as_finite
from claimledger.splitting.sources.attribution import is_clause

_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_IN_CLAUSE = frozenset({"nsubj", "obj", "obl", "nmod", "conj", "iobj", "dep", "appos"})
_SAYING = SAYING - QUOTING_ONLY
_TWO = 2


def cue_lemmas(s: Sentence) -> Sentence:
    """Give a verb of saying its infinitive, and its word class where it has a subject."""
    wrong = {
        t.i
        for t in s.tokens
        if t.lower in VERB_OF_SAYING
        and ((t.pos == "VERB" and t.lemma.lower() not in SAYING) or _verb_as_noun(s, t))
    }
    if not wrong:
        return s
    tokens = tuple(
        replace(t, lemma=VERB_OF_SAYING[t.lower], pos="VERB") if t.i in wrong else t
        for t in s.tokens
    )
    mended = replace(s, tokens=tokens)
    for i in wrong:
        mended = as_finite(mended, i) if s[i].pos == "NOUN" else mended
    return mended


def _verb_as_noun(s: Sentence, word: Token) -> bool:
    """Tell whether a noun is a verb: "as the oath states"."""
    subject = s.kid(word.i, "nsubj")
    return (
        word.pos == "NOUN"
        and word.lower.endswith(("s", "ed"))
        and subject is not None
        and subject < word.i
        and s.kid(word.i, "det", "amod", "cop", "case", "nummod", "nmod") is None
    )


def aside_of_clause(s: Sentence) -> Sentence:
    """Hang ", Roe said," as an aside where it hangs as an adverbial or a conjunct."""
    moves: dict[int, tuple[int, str]] = {}
    for cue in s.of_lemma(SAYING):
        if cue.pos != "VERB" or cue.i in s.quoted:
            continue
        subject = s.kid(cue.i, "nsubj")
        if subject is None or not _is_interposed(s, cue, subject):
            continue
        head = cue.head
        while s.label(cue.i) == "acl" and s.label(head) in _IN_CLAUSE:
            head = s[head].head
        moves[cue.i] = (head, "parataxis")
        # What opens the sentence belongs to what is said: "But to win, Roe said, ...".
        for child in s.kids(cue.i):
            if child < s.subtree(subject)[0] and cue.i < head and s.kid(cue.i, "cc") == 0:
                moves[child] = (head, s[child].dep)
    return rehung(s, moves)


def _is_interposed(s: Sentence, cue: Token, subject: int) -> bool:
    """Tell whether a cue and its subject stand between marks and have nothing else."""
    label, start = s.label(cue.i), s.subtree(subject)[0]
    hangs_wrong = label in {"advcl", "conj", "dep", "acl"} or (
        label == "ccomp" and cue.head <= start
    )
    if not hangs_wrong or s[subject].pos not in _NAMING or subject > cue.i:
        return False
    if s.kid(cue.i, "mark", "ccomp", "obj", "xcomp") is not None:
        return False
    if any(s[i].has("PronType", "Rel") or s[i].pos == "SCONJ" for i in s.subtree(subject)):
        return False
    if s.kid(cue.i, "cc") not in {None, 0} or s[cue.head].dep == "nsubj:outer":
        return False
    opened = before(s, subject) == "," or start == 0
    return opened and _closed(s, cue.i) and s.label(cue.head) != "conj"


def _closed(s: Sentence, cue: int) -> bool:
    """Tell whether a mark follows a cue, with an adverb between at most."""
    after = cue + 1
    if after < len(s.tokens) and s[after].pos == "ADV" and s[after].head == cue:
        after += 1
    return after >= len(s.tokens) or s[after].pos == "PUNCT"


def subject_before_aside(s: Sentence) -> Sentence:
    """Read "the bridge, Roe said, is safe" with the bridge as what is safe."""
    for cue in s.of_lemma(SAYING):
        subjects = s.kids(cue.i, "nsubj")
        if cue.dep != "parataxis" or len(subjects) != _TWO:
            continue
        first, second = subjects
        content = cue.head
        marks = {s[i].text for i in range(s.subtree(first)[0], second)}
        if first < second < cue.i < content and "," in marks and s.kid(content, "nsubj") is None:
            passive = s.kid(content, "aux:pass") is not None
            return rehung(s, {first: (content, "nsubj:pass" if passive else "nsubj")})
    return s


def inverted_cue(s: Sentence) -> Sentence:
    """Read ", said one source in the room." at the end as who says all before it."""
    for cue in reversed(s.of_lemma(_SAYING)):
        if cue.pos != "VERB":
            continue
        if cue.i in s.quoted or cue.lower.endswith("ing") or cue.i + 1 >= len(s.tokens):
            continue
        comma = cue.i - 1
        while comma > 0 and s[comma].pos == "PUNCT" and s[comma].text != ",":
            comma -= 1
        if s[comma].text != "," or comma < 1 or s.label(cue.i) not in {"conj", "acl", "advcl"}:
            continue
        if s.kid(cue.i, "cc", "mark", "aux", "ccomp", "xcomp") is not None:
            continue
        nouns = [i for i in s.kids(cue.i, "nsubj", "obj") if s[i].pos in _NAMING]
        if len(nouns) != 1 or s.subtree(nouns[0])[0] != cue.i + 1 or s.kid(cue.i, "iobj"):
            continue
        root = s.root
        if root is None or root > comma or not is_clause(s, root):
            continue
        moved = rehung(s, {cue.i: (root, "parataxis"), nouns[0]: (cue.i, "nsubj")})
        return as_finite(moved, cue.i)
    return s


def cue_between_clauses(s: Sentence) -> Sentence:
    """Read "A rose, Roe said on Monday, and B fell" as two things that Roe said."""
    cue = s.root
    if cue is None or s[cue].lemma.lower() not in SAYING or cue in s.quoted:
        return s
    subject = s.kid(cue, "nsubj")
    if subject is None or subject > cue or s.kid(cue, "ccomp", "obj", "xcomp") is not None:
        return s
    first = s.subtree(subject)[0]
    if first < _TWO or s[first - 1].text != ",":
        return s
    content = next((c for c in s.kids(cue, "advcl") if _is_before(s, c, first)), None)
    if content is None:
        return s
    moves = {content: (content, "root"), cue: (content, "parataxis")}
    for child in s.kids(cue):
        if child < content:
            moves[child] = (content, s[child].dep)
        elif s.label(child) == "conj" and s.kid(child, "cc") is not None:
            moves[child] = (content, "conj")
    moved = rehung(s, moves)
    return moved if moved is s or is_clause(s, content) else as_finite(moved, content)


def _is_before(s: Sentence, clause: int, source: int) -> bool:
    """Tell whether a clause with a subject and no mark is over before a source."""
    return (
        s.subtree(clause)[-1] < source
        and s.kid(clause, "mark") is None
        and s.kid(clause, "nsubj") is not None
        and (s[clause].pos == "VERB" or is_clause(s, clause))
    )


def as_someone_says(s: Sentence) -> Sentence:
    """Read "As experts have pointed out, it is safe" with the experts as who says so."""
    for cue in s.of_lemma(SAYING):
        if cue.dep != "advcl" or s.kid(cue.i, "nsubj", "mark"):
            continue
        for noun in s.kids(cue.i, "obl", "nmod"):
            word = s.kid(noun, "case")
            if word is None or s[word].lower != "as" or word != s.subtree(cue.i)[0]:
                continue
            if noun < cue.i and is_clause(s, cue.i):
                return rehung(s, {noun: (cue.i, "nsubj"), word: (cue.i, "mark")})
    return s
