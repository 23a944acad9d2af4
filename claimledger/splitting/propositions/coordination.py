"""Coordination inside a clause: which parts can be true or false alone."""

from __future__ import annotations

from collections.abc import Iterator

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import (
    COLLECTIVE,
    FOCUS_OR_HEDGE,
    LISTING,
    OWNING,
    SHARING,
    TOGETHER,
)
from claimledger.splitting.propositions.separable import both_before, is_bare, separable, trailing
from claimledger.splitting.sources.attribution import finite_of
from claimledger.splitting.wording.inflection import singular_form

_CLAUSAL = frozenset(
    [
        "nsubj",
        "csubj",
        "cop",
        "aux",
        "mark",
        "advcl",
        "expl",
        "parataxis",
        "discourse",
        "punct",
        "cc",
    ]
)

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET"})
_MOST = 12
_SINGULAR = frozenset({"is", "was", "has", "does", "'s"})

Variant = tuple[frozenset[int], dict[int, str]]
"""The tokens that stay, and the words that change their form."""


def variants_of(sentence: Sentence, head: int, tokens: frozenset[int]) -> list[Variant]:
    """Return a clause once for every combination of its separable conjuncts.

    Objects, complements and predicates are split; subjects only where nothing else is.
    """
    done: list[Variant] = [(tokens, {})]
    if _is_collective(sentence, head, tokens):
        return done
    for split in _splittable(sentence, head, tokens):
        parts = [v for whole in done for v in _split(sentence, head, split, whole[0])]
        if 1 < len(parts) <= _MOST:
            done = parts
    done = [v for whole in done for v in _listed(sentence, head, whole)]
    if len(done) == 1:
        subject = sentence.kid(head, "nsubj")
        if subject is not None and subject in tokens:
            return _subjects(sentence, head, subject, done[0])
    return done


def _are_names(s: Sentence, first: int) -> bool:
    """Tell whether a coordination is of names only, each of which can be checked alone."""
    return all(s[p].pos == "PROPN" for p in [first, *conjuncts_of(s, first)])


def _listed(s: Sentence, head: int, whole: Variant) -> list[Variant]:
    """Split "three crimes: A, B and C" into the three crimes, A, B and C."""
    tokens, forms = whole
    for noun in s.kids(head, "nsubj", "obj", "obl"):
        if noun not in tokens:
            continue
        for child in s.kids(noun, "appos", "nmod"):
            below = frozenset(s.subtree(child)) & tokens
            parts = [child, *(k for k in conjuncts_of(s, child) if k in tokens)]
            if not below or len(parts) == 1 or not _introduces(s, head, noun, child):
                continue
            inner = frozenset(s.subtree(noun)) & tokens
            kept = frozenset(i for c in s.kids(noun, "case") for i in s.subtree(c))
            opening = frozenset(i for c in s.kids(child, "case") for i in s.subtree(c))
            out: list[Variant] = [(tokens - below, forms)]
            for part in parts:
                own = _own(s, part, parts) - opening
                mine = forms | _agreeing(s, head, part) if s.label(noun) == "nsubj" else forms
                out.append(((tokens - inner) | ((own | kept) & tokens), mine))
            return out
    return [whole]


def _introduces(s: Sentence, head: int, noun: int, child: int) -> bool:
    """Tell whether what follows a noun lists what the noun sums up."""
    case = s.kid(child, "case")
    if case is not None and s[case].lower in {"including", "such"}:
        return True
    first = s.subtree(child)[0]
    colon = s[first].text == ":" or (first > 0 and s[first - 1].text == ":")
    return colon and (s.label(noun) == "obj" or s[head].lemma.lower() in LISTING)


def _agreeing(s: Sentence, head: int, subject: int) -> dict[int, str]:
    """Return the verb of a clause in the form that a subject taken alone asks for."""
    verb = finite_of(s, head)
    form = singular_form(s, verb) if verb is not None and not is_plural(s, subject) else None
    return {verb: form} if form is not None and verb is not None else {}


def _subjects(s: Sentence, head: int, subject: int, whole: Variant) -> list[Variant]:
    """Split the subject of a clause, its verb put in the singular where needed."""
    verb = finite_of(s, head)
    if verb is not None and s[verb].lower in _SINGULAR and s[verb].pos == "AUX":
        return [whole]
    if is_plural(s, head) and s[head].pos == "NOUN":
        return [whole]  # "X and Y are brothers"
    others = conjuncts_of(s, subject)
    if s[head].lemma.lower() in COLLECTIVE or not others or _there_are(s, head, others[-1]):
        return [whole]
    if any(s[c].lower in OWNING for p in others for c in s.kids(p, "nmod:poss")):
        return [whole]  # "Roe and his wife" do it together
    apart = _split(s, head, subject, whole[0])
    if len(apart) == 1:
        return [whole]
    out = []
    for tokens, _ in apart:
        part = next(n for n in [subject, *conjuncts_of(s, subject)] if n in tokens)
        out.append((tokens, _agreeing(s, head, part)))
    return out


def _there_are(s: Sentence, head: int, last: int) -> bool:
    """Tell whether it is "there were ten men and two boys aboard the ship"."""
    return s.kid(head, "expl") is not None and s.kid(last, "nmod", "acl") is not None


def is_plural(s: Sentence, noun: int) -> bool:
    """Tell whether a noun phrase takes a plural verb, its conjuncts left aside."""
    return s[noun].has("Number", "Plur")


def conjuncts_of(s: Sentence, first: int) -> list[int]:
    """Return all conjuncts that follow the first, nested ones flattened, in order."""
    found = []
    todo = [first]
    while todo:
        for k in s.kids(todo.pop(), "conj"):
            found.append(k)
            todo.append(k)
    return sorted(found)


def _is_collective(s: Sentence, head: int, tokens: frozenset[int]) -> bool:
    """Tell whether a clause speaks of its parts taken together, or denies them."""
    if s[head].lemma.lower() in COLLECTIVE:
        return True
    if s[head].lemma.lower() in SHARING:
        below = [*s.kids(head, "obl"), *(n for o in s.kids(head, "obj") for n in s.kids(o, "nmod"))]
        if any(s[c].lower == "with" for n in below for c in s.kids(n, "case")):
            return True  # "A and B shared it with C"
    for i in tokens:
        if s[i].lower in TOGETHER:
            return True
        if s[i].head == head and (s[i].has("Polarity", "Neg") or s[i].lower in {"not", "n't"}):
            return True
    return False


def _splittable(s: Sentence, head: int, tokens: frozenset[int]) -> Iterator[int]:
    """Yield the heads of coordinations among predicate, objects and complements."""
    if s[head].pos in _NOMINAL:
        yield head
    listing = s[head].lemma.lower() in LISTING
    for child in s.kids(head, "obj", "xcomp", "obl", "advcl"):
        label = s.label(child)
        if child not in tokens:
            continue
        if label in {"obl", "advcl"}:
            case = s.kid(child, "case", "mark")
            if child < head or case is None:
                continue
            charges = label == "advcl" and s[case].lower in {"of", "for"}
            apart = both_before(s, child) is not None
            if not listing and not charges and not apart and not _are_names(s, child):
                continue
        yield child
        if label in {"xcomp", "advcl"}:
            yield from _splittable(s, child, tokens)


def _split(s: Sentence, head: int, first: int, tokens: frozenset[int]) -> list[Variant]:
    """Return ``tokens`` once per conjunct, the others left out."""
    if first not in tokens:
        return [(tokens, {})]
    parts = [first, *(k for k in conjuncts_of(s, first) if k in tokens)]
    if len(parts) == 1 or not separable(s, parts, tokens):
        return [(tokens, {})]
    inner = frozenset(s.subtree(first)) & tokens
    if first == head:
        inner -= _of_the_clause(s, head)
    own = {p: _own(s, p, parts) & inner for p in parts}
    shared = _shared(s, first)
    out: list[Variant] = []
    for part in parts:
        keep = own[part] if part == first else own[part] | shared_for(s, part, shared)
        out.append(((tokens - inner) | (keep & tokens), {}))
    return out


def _of_the_clause(s: Sentence, head: int) -> frozenset[int]:
    """Return what hangs on a nominal predicate but belongs to its clause."""
    verb = s.kid(head, "cop")
    out: set[int] = set()
    for child in s.kids(head):
        label = s.label(child)
        if label in _CLAUSAL or (
            label in {"advmod", "obl"}
            and (s[child].lower in FOCUS_OR_HEDGE or (verb is not None and child < verb))
        ):
            out |= set(s.subtree(child))
    return frozenset(out)


def _own(s: Sentence, part: int, parts: list[int]) -> frozenset[int]:
    """Return the phrase of one conjunct without the others and without its "and"."""
    tokens = set(s.subtree(part))
    for other in parts:
        if other != part and other in tokens:
            tokens -= set(s.subtree(other))
    for c in s.kids(part, "cc"):
        tokens -= set(s.subtree(c))
    tokens.discard(both_before(s, part))
    if part == parts[0] and is_bare(s, part) and both_before(s, part) is not None:
        for c in s.kids(parts[-1], "nmod", "acl"):
            tokens |= set(s.subtree(c))
    for c in trailing(s, parts) if part != parts[0] else []:
        tokens |= set(s.subtree(c))
    edge = min((i for i in tokens if s[i].pos != "PUNCT"), default=part)
    return frozenset(i for i in tokens if i >= edge)


def _shared(s: Sentence, first: int) -> list[int]:
    """Return what stands before the first conjunct and may serve all of them."""
    both = both_before(s, first)
    shared = s.kids(first, "case", "mark", "det", "nmod:poss", "aux", "cop")
    return [c for c in shared if c < first and c != both]


def shared_for(s: Sentence, part: int, shared: list[int]) -> frozenset[int]:
    """Return the tokens of the shared words that a conjunct lacks."""
    out: set[int] = set()
    has = {s.label(c) for c in s.kids(part)}
    bare = not ({"det", "nummod", "advmod", "case"} & has) and not s.kids(part, "nmod:poss")
    bare = bare and not [c for c in s.kids(part, "nmod") if c < part]  # "at least part"
    for c in shared:
        label = s[c].dep
        if label in {"det", "nmod:poss"}:
            if bare and s[part].pos == "NOUN":
                out |= set(s.subtree(c))
        elif s.label(c) not in has:
            out |= set(s.subtree(c))
    return frozenset(out)
