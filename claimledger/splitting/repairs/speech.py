"""Repairs of trees around verbs of saying."""

from __future__ import annotations

from claimledger.splitting.document import Sentence, rehung
from claimledger.splitting.english.words import SAYING
from claimledger.splitting.repairs.asides import (
    as_someone_says,
    aside_of_clause,
    cue_between_clauses,
    cue_lemmas,
    inverted_cue,
    subject_before_aside,
)
from claimledger.splitting.repairs.contents import (
    content_after_aside,
    content_on_addressee,
    content_without_verb,
    name_as_content,
    quotation_as_subject,
)
from claimledger.splitting.repairs.named_sources import (
    cue_as_modifier,
    prefix_as_subject,
    quantifier_before_cue,
    source_as_subject,
    source_in_first_clause,
    title_of_possessor,
    words_as_conjunct,
)
from claimledger.splitting.repairs.predicates import as_finite

_LONG_ENOUGH = 4
_REASONS = frozenset({"because", "since", "if", "unless", "although", "though", "until"})


def interrupted_content(s: Sentence) -> Sentence:
    """Read "the bridge, Roe said, is safe" as what Roe said about the bridge."""
    for cue in s.of_lemma(SAYING):
        subjects = s.kids(cue.i, "nsubj", "dislocated")
        content = s.kid(cue.i, "ccomp")
        if len(subjects) != 2 or content is None:  # noqa: PLR2004 - one too many
            continue
        first, second = subjects
        between = {s[i].text for i in range(first, second)}
        if second < cue.i < content and "," in between and s.kid(content, "nsubj") is None:
            return rehung(s, {first: (content, "nsubj")})
    return s


def clause_as_object(s: Sentence) -> Sentence:
    """Read "reported the quake occurred" as a clause, not as a noun and a participle."""
    for cue in s.of_lemma(SAYING):
        if cue.pos != "VERB" or s.kid(cue.i, "ccomp") is not None:
            continue
        for noun in s.kids(cue.i, "obj"):
            if noun < cue.i:
                continue
            after = [
                v
                for v in s.kids(cue.i, "parataxis", "advcl", "xcomp")
                if s.subtree(v)[0] == s.subtree(noun)[-1] + 1
            ]
            nested = [v for n in s.kids(noun, "nmod") for v in s.kids(n, "acl") if _past(s, v)]
            for verb in [*s.kids(noun, "acl"), *nested, *after]:
                if verb > noun and _lacks_subject(s, verb):
                    moves = {verb: (cue.i, "ccomp"), noun: (verb, "nsubj")}
                    for c in s.kids(noun):
                        if s.label(c) in {"conj", "punct", "cc"} and c > verb:
                            moves[c] = (verb, s[c].dep)
                    return rehung(s, moves)
    return s


def _past(s: Sentence, verb: int) -> bool:
    """Tell whether a verb is in the past and no participle: it has an object."""
    return s[verb].lower.endswith("ed") and s.kid(verb, "obj") is not None


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
    for token in s.of_lemma(SAYING):
        if token.i in s.quoted or not token.has("VerbForm", "Fin"):
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
    if any(s[m].lower == "as" for m in s.kids(cue, "mark")):
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
    for token in s.of_lemma(SAYING):
        if token.pos != "VERB" or token.i in s.quoted:
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


def content_over_cue(s: Sentence) -> Sentence:
    """Read "though she admitted it was late" with what she admitted below the verb."""
    for cue in s.of_lemma(SAYING):
        head = cue.head
        if cue.dep != "advcl" or not cue.i < head:
            continue
        if s.kid(cue.i, "nsubj") is None or s.kid(cue.i, "ccomp", "obj", "xcomp") is not None:
            continue
        rest = [i for i in s.subtree(head) if i > cue.i and s[i].pos != "PUNCT"]
        if not rest or rest[0] != cue.i + 1 or s.kid(head, "nsubj", "expl") is None:
            continue
        if s.kid(cue.i, "mark") is None or s[head].head == head:
            continue
        moves = {cue.i: (s[head].head, "advcl"), head: (cue.i, "ccomp")}
        return rehung(s, moves)
    return s


def subject_split_from_content(s: Sentence) -> Sentence:
    """Read "said A and the B are to blame" as what was said of A and the B."""
    for cue in s.over("obj"):
        thing = s.kid(cue.i, "obj")
        if cue.lemma.lower() not in {"say", "think", "believe", "argue", "insist"} or thing is None:
            continue
        for verb in s.kids(cue.i, "conj"):
            cc, subject = s.kid(verb, "cc"), s.kid(verb, "nsubj")
            if cc is None or subject is None or s[cc].lower != "and" or verb < thing:
                continue
            if s.subtree(thing)[-1] + 1 == cc and s.subtree(subject)[0] == cc + 1 < verb:
                moves = {thing: (verb, "nsubj"), subject: (thing, "conj"), cc: (subject, "cc")}
                return rehung(s, moves | {verb: (cue.i, "ccomp")})
    return s


def second_content(s: Sentence) -> Sentence:
    """Hang a second complement of a cue on the first: a verb has but one."""
    for cue in s.of_lemma(SAYING):
        contents = s.kids(cue.i, "ccomp")
        if len(contents) < 2:  # noqa: PLR2004 - more than one
            continue
        first, second = contents[:2]
        if not cue.i < first < second:
            continue
        thing = s.kid(first, "obj")
        if s.kid(second, "nsubj", "expl", "mark") is not None:
            return rehung(s, {second: (first, "conj")})
        if s[first].lemma.lower() in SAYING and thing is not None and first < thing < second:
            return as_finite(
                rehung(s, {second: (first, "ccomp"), thing: (second, "nsubj")}), second
            )
        return rehung(s, {second: (first, "advcl")})
    return s


def reason_after_cue(s: Sentence) -> Sentence:
    """Hang ", unless ..." after a cue and its content on what was said."""
    moves: dict[int, tuple[int, str]] = {}
    for cue in s.of_lemma(SAYING):
        if cue.pos != "VERB":
            continue
        content = cue.head if cue.dep == "parataxis" else s.kid(cue.i, "ccomp")
        for child in s.kids(cue.i, "advcl", "ccomp"):
            mark = s.kid(child, "mark")
            if content is None or child < max(cue.i, content) or mark is None:
                continue
            if s[mark].lower in _REASONS:
                moves[child] = (content, "advcl")
    return rehung(s, moves)


def opening_of_content(s: Sentence) -> Sentence:
    """Hang what opens "If it rains, Roe said, it may fall" on what was said.

    A comma after the cue shows that the cue is interposed; a condition belongs to the
    content in any case, or it would be lost with the cue.
    """
    for cue in s.of_lemma(SAYING):
        if cue.pos != "VERB" or cue.i in s.quoted:
            continue
        subject = s.kid(cue.i, "nsubj")
        content = cue.head if cue.dep == "parataxis" else s.kid(cue.i, "ccomp")
        if subject is None or content is None or not subject < cue.i < content:
            continue
        start = next(i for i in s.subtree(content) if i > cue.i)
        interposed = s[cue.i + 1].text == "," or s[start].text == "," or s[start - 1].text == ","
        first = s.subtree(subject)[0]
        moves: dict[int, tuple[int, str]] = {}
        for child in s.kids(cue.i, "advcl", "obl", "advmod"):
            phrase = [i for i in s.subtree(child) if s[i].pos != "PUNCT"]
            if not phrase or phrase[-1] + 1 >= first or s[phrase[-1] + 1].text != ",":
                continue
            if interposed or s[phrase[0]].lower in {"if", "unless"}:
                moves |= {child: (content, s[child].dep), phrase[-1] + 1: (child, "punct")}
        if moves:
            return rehung(s, moves)
    return s


def interposed_cue(s: Sentence) -> Sentence:
    """Put cues that stand beside what is said, and what is said, where they belong."""
    for repair in (
        cue_lemmas,
        prefix_as_subject,
        title_of_possessor,
        words_as_conjunct,
        source_as_subject,
        source_in_first_clause,
        quantifier_before_cue,
        cue_as_modifier,
        name_as_content,
        content_on_addressee,
        content_without_verb,
        content_after_aside,
        quotation_as_subject,
        cue_between_clauses,
        aside_of_clause,
        subject_before_aside,
        inverted_cue,
        as_someone_says,
    ):
        s = repair(s)
    return s
