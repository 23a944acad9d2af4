"""Repairs of trees around verbs of saying."""

from __future__ import annotations

from claimledger.splitting.document import Sentence, rehung
from claimledger.splitting.english import SAYING

_LONG_ENOUGH = 4


def interrupted_content(s: Sentence) -> Sentence:
    """Read "the bridge, Roe said, is safe" as what Roe said about the bridge."""
    for cue in s.tokens:
        subjects = s.kids(cue.i, "nsubj")
        content = s.kid(cue.i, "ccomp")
        if cue.lemma not in SAYING or len(subjects) != 2 or content is None:  # noqa: PLR2004 - one too many
            continue
        first, second = subjects
        between = {s[i].text for i in range(first, second)}
        if second < cue.i < content and "," in between and s.kid(content, "nsubj") is None:
            return rehung(s, {first: (content, "nsubj")})
    return s


def clause_as_object(s: Sentence) -> Sentence:
    """Read "reported the quake occurred" as a clause, not as a noun and a participle."""
    for cue in s.tokens:
        if cue.lemma not in SAYING or cue.pos != "VERB" or s.kid(cue.i, "ccomp") is not None:
            continue
        for noun in s.kids(cue.i, "obj"):
            if noun < cue.i:
                continue
            after = [
                v
                for v in s.kids(cue.i, "parataxis", "advcl", "xcomp")
                if s.subtree(v)[0] == s.subtree(noun)[-1] + 1
            ]
            for verb in [*s.kids(noun, "acl"), *after]:
                if verb > noun and _lacks_subject(s, verb):
                    moves = {verb: (cue.i, "ccomp"), noun: (verb, "nsubj")}
                    for c in s.kids(noun):
                        if s.label(c) in {"conj", "punct", "cc"} and c > verb:
                            moves[c] = (verb, s[c].dep)
                    return rehung(s, moves)
    return s


def _lacks_subject(s: Sentence, verb: int) -> bool:
    """Tell whether a verb is finite, or active with an object, and has no subject."""
    marks = [c for c in s.kids(verb, "mark") if s[c].lower != "to"]
    if marks or s.kid(verb, "nsubj") is not None:
        return False
    if any(s[i].has("PronType", "Rel") for i in s.subtree(verb) if i < verb):
        return False
    finite = any(s[c].has("VerbForm", "Fin") for c in [verb, *s.kids(verb, "aux", "cop")])
    return finite or (s[verb].lower.endswith("ed") and s.kid(verb, "obj") is not None)


def subject_before_cue(s: Sentence) -> Sentence:
    """Give a verb of saying the name just before it as its subject."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.tokens:
        if token.lemma not in SAYING or token.i in s.quoted or not token.has("VerbForm", "Fin"):
            continue
        if s.kid(token.i, "nsubj", "csubj") is not None or token.dep in {"conj", "acl:relcl"}:
            continue
        at = token.i - 1
        while at > 0 and s[at].text == ",":
            at -= 1
        while at >= 0 and s[at].head != at and (
            s.label(at) in {"flat", "compound", "nmod", "det", "amod", "case"}
            or (s[at].dep == "appos" and s[s[at].head].pos == "PROPN")
        ):  # fmt: skip
            at = s[at].head
        if at < 0 or at >= token.i or at in s.quoted or s[at].pos not in {"PROPN", "NOUN", "PRON"}:
            continue
        if s.label(at) in {"appos", "obl", "dep", "parataxis", "conj", "obj"} and at not in set(
            s.ancestors(token.i)
        ):
            moves[at] = (token.i, "nsubj")
    return rehung(s, moves)


def quotation_after_cue(s: Sentence) -> Sentence:
    """Hang the words between quotation marks on the verb of saying beside them."""
    if not s.quoted or any(
        t.lemma in SAYING
        and t.i not in s.quoted
        and any(c in s.quoted for c in s.kids(t.i, "ccomp"))
        for t in s.tokens
    ):
        return s
    start, end = min(s.quoted), max(s.quoted)
    if len(s.quoted) < _LONG_ENOUGH or len(s.quoted) != end - start + 1:
        return s
    cue = next(
        (t.i for t in reversed(s.tokens[max(0, start - 9) : start])
         if t.lemma in SAYING and t.pos == "VERB"),
        None,
    )  # fmt: skip
    if cue is None or not {s[i].text for i in range(cue + 1, start)} & {",", ":"}:
        return s
    tops = [i for i in sorted(s.quoted) if s[i].head not in s.quoted or s[i].head == i]
    tops = [i for i in tops if s[i].pos != "PUNCT"]
    verbs = [i for i in tops if s[i].pos in {"VERB", "AUX"} or s.kid(i, "nsubj", "cop") is not None]
    if not verbs or s[cue].head in s.quoted:
        return s
    moves = {i: (verbs[0], s[i].dep if s[i].dep != "root" else "parataxis") for i in tops}
    moves[verbs[0]] = (cue, "ccomp")
    return rehung(s, moves)


def cue_after_quotation(s: Sentence) -> Sentence:
    """Hang "X explained" after a quotation on the quotation's head, as an aside."""
    if not s.quoted:
        return s
    for token in s.tokens:
        if token.lemma not in SAYING or token.pos != "VERB" or token.i in s.quoted:
            continue
        if token.head not in s.quoted or token.dep in {"parataxis", "ccomp"}:
            continue
        if token.i < min(s.quoted) or not token.has("VerbForm", "Fin"):
            continue
        top = token.head
        while s[top].head in s.quoted and s[top].head != top:
            top = s[top].head
        subject = s.kid(token.i, "nsubj")
        moves = {token.i: (top, "parataxis")}
        if subject is None or subject in s.quoted:
            near = [
                t.i
                for t in s.tokens[max(0, token.i - 4) : token.i + 4]
                if t.i not in s.quoted and t.pos in {"PROPN", "PRON"} and t.i != token.i
            ]
            if not near:
                return s
            moves[near[0]] = (token.i, "nsubj")
        return rehung(s, moves)
    return s
