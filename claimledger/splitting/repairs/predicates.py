"""Repairs of predicates: verbs that the parser hung on a noun or did not see."""

from __future__ import annotations

from dataclasses import replace

from claimledger.splitting.document import Sentence, rehung
from claimledger.splitting.english.verbs import PASTS
from claimledger.splitting.english.words import AUXILIARIES, UNMARKED
from claimledger.splitting.sources.attribution import finite_of, is_clause

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_THINGS = _NOMINAL | {"NUM", "SYM", "DET"}
_OUTSIDE = frozenset({"obl", "advmod", "discourse", "parataxis", "advcl", "punct", "mark", "cc"})
_PAIR = 2


def as_finite(s: Sentence, verb: int) -> Sentence:
    """Return the tree with a token made a finite verb."""
    token = s[verb]
    features = {**token.features, "VerbForm": "Fin", "Mood": "Ind"}
    features.pop("Voice", None)
    if token.lower.endswith("ed"):
        features["Tense"] = "Past"
    fixed = replace(token, pos="VERB", features=features)
    return replace(s, tokens=tuple(fixed if t.i == verb else t for t in s.tokens))


def predicate_on_nominal(s: Sentence) -> Sentence:
    """Read "the album peaked at 19" as a clause where "peaked" hangs on the album.

    A sentence that is no clause, but holds a verb that may be finite, is misread.
    """
    top = s.root
    if top is None or s[top].pos not in _THINGS or s.kid(top, "nsubj", "cop", "aux") is not None:
        return s
    verbs = [v for v in _below(s, top) if _may_be_predicate(s, top, v)]
    if not verbs:
        active = _verb_before_object(s, top)
        return active if active is not None else _noun_before_clause(s, top)
    if s[0].lower in {"if", "when", "although", "though", "while", "as"}:
        return s
    verb = verbs[-1]
    moves: dict[int, tuple[int, str]] = {verb: (verb, "root"), top: (verb, "nsubj")}
    if s.kid(verb, "aux:pass") is not None:
        moves[top] = (verb, "nsubj:pass")
    for child in s.kids(top):
        if child == verb:
            continue
        outside = s.label(child) in _OUTSIDE
        closing = child == s.subtree(top)[-1] and s[child].pos == "PUNCT"
        opening = child < top and outside and s[child].pos != "PUNCT" and _opens(s, top, child)
        if closing or (child > verb and outside) or opening:
            moves[child] = (verb, s[child].dep)
    return as_finite(rehung(s, moves), verb)


def _verb_before_object(s: Sentence, top: int) -> Sentence | None:
    """Read "the police released video" as a clause: no noun stands before a participle."""
    for verb in s.kids(top, "amod"):
        subject = verb - 1
        if s[verb].pos != "VERB" or not s[verb].lower.endswith("ed") or verb > top:
            continue
        if subject < 0 or s[subject].head != top or s[subject].pos not in _NOMINAL:
            continue
        moves = {verb: (verb, "root"), top: (verb, "obj"), subject: (verb, "nsubj")}
        for child in s.kids(top):
            if child < subject and s.label(child) in {"det", "amod", "compound", "nmod", "nummod"}:
                moves[child] = (subject, s[child].dep)
            elif child not in moves and (child < subject or s[child].pos == "PUNCT"):
                moves[child] = (verb, s[child].dep)
        return as_finite(rehung(s, moves), verb)
    return None


def _noun_before_clause(s: Sentence, top: int) -> Sentence:
    """Read "A scion of the family, she left" as a clause that opens with what she was.

    In "Roe, then the mayor, left" the name is the subject, and the mayor who it was.
    """
    for clause in s.kids(top, "parataxis"):
        subject = s.kid(clause, "nsubj")
        if subject is None or not is_clause(s, clause) or s.kid(top, "case") is not None:
            continue
        first = s.subtree(clause)[0]
        first += s[first].text == ","
        if s[first - 1].text != "," or top > first or subject > clause:
            continue
        moves = {clause: (clause, "root"), top: (clause, "advcl")}
        moves |= {c: (clause, s[c].dep) for c in s.kids(top) if c > clause}
        if s[top].pos == "PROPN" and s[clause - 1].text == ",":
            moves |= {top: (clause, "nsubj"), subject: (top, "appos")}
            moves |= {c: (subject, s[c].dep) for c in s.kids(clause, "advmod") if c < subject}
        elif s.subtree(subject)[0] != first:
            continue
        return rehung(s, moves)
    return s


def _opens(s: Sentence, top: int, child: int) -> bool:
    """Tell whether an adverbial before a noun belongs to the clause: a comma parts them."""
    edge = max(s.subtree(child))
    return s[child].lower == "reportedly" or (
        edge + 1 < top and (s[edge].text == "," or s[edge + 1].text == ",")
    )


def _below(s: Sentence, top: int) -> list[int]:
    """Return the clauses that hang on a noun or on a noun inside its phrase.

    A participle of the passive has no object: with one it is a verb in the past.
    """
    found = [
        i
        for i in s.subtree(top)
        if s[i].dep == "acl" and s[i].lower.endswith("ed") and s.kid(i, "obj") is not None
    ]
    for noun in [top, *s.kids(top, "nmod", "conj")]:
        found += s.kids(noun, "acl")
        found += [c for c in s.kids(noun, "parataxis", "conj", "dep") if noun == top]
    return sorted(set(found))


def _may_be_predicate(s: Sentence, top: int, verb: int) -> bool:
    """Tell whether a verb on a noun may be the predicate of a sentence without one."""
    token = s[verb]
    if token.pos not in {"VERB", "AUX"} or verb < top or token.dep == "acl:relcl":
        return False
    if s.kid(verb, "nsubj", "csubj", "mark", "obl:agent") is not None or s.kids(verb, "expl"):
        return False
    if any(s[c].has("PronType", "Rel") for c in s.subtree(verb) if c < verb):
        return False
    if s[s.subtree(verb)[0]].pos == "CCONJ" or s.kid(verb, "cc") is not None:
        return False
    # A participle of the passive has no object: with one it is a verb in the past.
    past = token.lower in PASTS | UNMARKED and s.kid(verb, "obj") is not None
    bare = s.kid(verb, "aux", "cop") is None
    return is_clause(s, verb) or (bare and (past or token.lower.endswith("ed")))


def subject_as_modifier(s: Sentence) -> Sentence:
    """Give a finite verb the name or noun before it as its subject."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.over("compound", "aux", "amod"):
        if token.pos != "VERB" or not is_clause(s, token.i):
            continue
        if s.kid(token.i, "nsubj", "csubj", "expl") is not None:
            continue
        for child in s.kids(token.i, "compound", "aux", "amod"):
            named = s[child].dep == "aux" and s[child].lower not in AUXILIARIES
            noun = s[child].dep != "aux" and s[child].pos in _NOMINAL
            if token.dep == "conj" and (child != token.i - 1 or s[child - 1].pos != "CCONJ"):
                continue
            if child < token.i and (noun or named) and s[child].dep != "compound:prt":
                moves[child] = (token.i, "nsubj")
    return rehung(s, moves)


def base_form_with_subject(s: Sentence) -> Sentence:
    """Read "that CFCs break apart" as finite: an infinitive has no subject of its own."""
    for token in s.labelled("ccomp", "root"):
        if token.pos != "VERB" or not token.has("VerbForm", "Inf"):
            continue
        subject = s.kid(token.i, "nsubj")
        if subject is None or subject > token.i or s.label(token.i) not in {"ccomp", "root"}:
            continue
        if s.kid(token.i, "aux", "cop") is not None or s[subject].has("Number", "Sing"):
            continue
        if any(s[m].lower in {"to", "for"} for m in s.kids(token.i, "mark")):
            continue
        fixed = replace(
            token, features={**token.features, "VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres"}
        )
        s = replace(s, tokens=tuple(fixed if t.i == token.i else t for t in s.tokens))
    return s


def noun_as_conjunct(s: Sentence) -> Sentence:
    """Read "held hearings and subpoenaed documents" as two verbs with their objects."""
    for token in s.labelled("conj"):
        if token.dep != "conj" or token.pos not in {"NOUN", "ADJ"}:
            continue
        cc = s.kid(token.i, "cc")
        if not token.lower.endswith("ed") or cc != token.i - 1 or s.label(token.head) != "obj":
            continue
        thing = next(
            (t for t in s.tokens[token.i + 1 :] if t.head in {token.i, token.head}
             and t.pos in _NOMINAL and s.kid(t.i, "case") is None), None
        )  # fmt: skip
        verb = s[token.head].head
        if thing is None or finite_of(s, verb) is None or s[s.subtree(thing.i)[0]].pos == "PUNCT":
            continue
        moved = rehung(s, {token.i: (verb, "conj"), thing.i: (token.i, "obj")})
        return as_finite(moved, token.i)
    return s


def gerund_as_finite(s: Sentence) -> Sentence:
    """Read a form in "-ing" without auxiliary as a participle: it is never finite."""
    gerunds = {
        t.i for t in s.tokens if t.pos == "VERB" and t.has("VerbForm", "Fin") and _is_gerund(s, t.i)
    }
    if not gerunds:
        return s
    tokens = tuple(
        replace(t, features={"VerbForm": "Ger"}) if t.i in gerunds else t for t in s.tokens
    )
    return replace(s, tokens=tokens)


def _is_gerund(s: Sentence, verb: int) -> bool:
    """Tell whether a word is an "-ing" form with neither auxiliary nor subject."""
    stem = s[verb].lower.removesuffix("ing")
    vowels = any(c in "aeiouy" for c in stem)  # "bring" has none
    return stem != s[verb].lower and vowels and s.kid(verb, "aux", "cop", "nsubj") is None


def predicate_noun_in_front(s: Sentence) -> Sentence:
    """Read "A poor student, he left" with what he was as an adverbial of the clause."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.over("dislocated"):
        noun = s.kid(token.i, "dislocated")
        subject = s.kid(token.i, "nsubj")
        if noun is None or subject is None or not noun < subject < token.i:
            continue
        phrase, det = s.subtree(noun), s.kid(noun, "det")
        opens = phrase[0] == 0 and ("," in {s[phrase[-1]].text, s[phrase[-1] + 1].text})
        if opens and det == 0 and s[noun].pos == "NOUN" and s[det].lower in {"a", "an"}:
            moves[noun] = (token.i, "advcl")
    return rehung(s, moves)


def participle_as_past(s: Sentence) -> Sentence:
    """Read "Roe announced on Friday" as a verb in the past: it has an active subject."""
    for token in s.labelled("root", "ccomp", "parataxis"):
        if not token.has("VerbForm", "Part") or token.lower.endswith("ing"):
            continue
        main = s.label(token.i) in {"root", "ccomp", "parataxis"}
        if not main or token.pos != "VERB" or s.kid(token.i, "aux", "cop", "mark") is not None:
            continue
        subject = next((c for c in s.kids(token.i) if s[c].dep == "nsubj"), None)
        if subject is not None and subject < token.i and s.kid(token.i, "obj", "ccomp", "obl"):
            s = as_finite(s, token.i)
    return s


def participle_joined_to_past(s: Sentence) -> Sentence:
    """Read "heard Roe and held talks" as two verbs in the past: no auxiliary is shared."""
    for token in s.labelled("conj"):
        first = s[token.head]
        past = token.lower.endswith("ed") or token.has("VerbForm", "Part")
        bare = token.has("VerbForm", "Part") or token.has("VerbForm", "Inf")
        if token.pos != "VERB" or not (past and bare) or token.lower.endswith("ing"):
            continue
        alone = s.kid(token.i, "aux", "cop", "mark", "nsubj") is None and first.i < token.i
        active = first.pos == "VERB" and first.has("VerbForm", "Fin") and first.has("Tense", "Past")
        if alone and active and s.kid(first.i, "aux", "cop") is None and (
            s.kid(first.i, "nsubj") is not None or first.dep == "conj"
        ):  # fmt: skip
            s = as_finite(s, token.i)
    return s


def predicate_on_title(s: Sentence) -> Sentence:
    """Read "the judge was Justice Roe" with the whole name as what the judge was."""
    moves: dict[int, tuple[int, str]] = {}
    for token in s.labelled("nmod", "compound"):
        if s.kid(token.i, "nsubj") is None or s.kid(token.i, "cop") is None:
            continue
        if token.dep in {"nmod:desc", "compound"} and token.head > token.i:
            for child in s.kids(token.i, "nsubj", "cop", "aux", "advmod", "punct", "mark"):
                moves[child] = (token.head, s[child].dep)
    return rehung(s, moves)
