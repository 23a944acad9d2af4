"""Names that the parser took apart: put together again before the rules read the tree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from claimledger.splitting.document import Sentence, Token, rehung
from claimledger.splitting.english.given_names import FEMALE, MALE
from claimledger.splitting.english.nouns import NAMED_THINGS, NOT_PEOPLE, WORDS
from claimledger.splitting.english.people import BODIES, NOT_ONLY_PEOPLE, is_person_noun
from claimledger.splitting.english.words import ANIMATE, OTHER_TITLES

_LONGEST = 4
_PLURAL = re.compile(r"[A-Z]{2,}s")
_OTHER_NAMES = frozenset({"ORG", "PLACE", "WORK", "EVENT"})
_WHOLE = frozenset({"nsubj", "obj", "obl", "nmod", "conj", "iobj", "root"})


def with_names_joined(s: Sentence) -> Sentence:
    """Hang the words of a person's name under its first, where the parser split them.

    A run of capitalized names counts as one person's when a title or a role stands before
    it, when it begins with a given name, or when the parser saw a person in most of it.
    """
    for first, end in _runs(s):
        start = _after_place(s, first, end)
        words = [i for i in range(start, end) if s[i].text != "-"]
        if not 1 < len(words) <= _LONGEST or not _is_person(s, words):
            continue
        s = _titled(_joined(s, start, end), start, end)
        office = _office_of(s, first) if start > first else None
        s = _put_first(s, start, office) if office is not None else s
        tokens = list(s.tokens)
        for i in range(start, end):
            pos = "PROPN" if tokens[i].pos == "NOUN" else tokens[i].pos
            tokens[i] = replace(tokens[i], entity="PERSON", entity_start=i == start, pos=pos)
        s = replace(s, tokens=tuple(tokens))
    return s


def _office_of(s: Sentence, start: int) -> int | None:
    """Return the office before a place: the president in "president of the United States"."""
    i = start - 1
    while i > 0 and (s[i].lower == "the" or (s[i].pos == "ADJ" and s[i].text[:1].isupper())):
        i -= 1
    return i - 1 if i > 0 and s[i].lower in {"of", "from", "for"} and _is_role(s, i - 1) else None


def _after_place(s: Sentence, start: int, end: int) -> int:
    """Return where a name begins after an office and its place: "President of Ham Ann Poe"."""
    given = range(start + 1, end - 1)
    if not given or _office_of(s, start) is None:
        return start
    return next((i for i in given if s[i].lower in MALE | FEMALE or _is_told_apart(s, i)), start)


def _is_told_apart(s: Sentence, i: int) -> bool:
    """Tell whether the parser hung a word and the place before it on different words."""
    return s[i - 1].lower not in MALE | FEMALE and s[i].head > i and s[i - 1].head < i - 1


def _put_first(s: Sentence, name: int, office: int) -> Sentence:
    """Hang an office under the name of its holder, where the name hangs below it."""
    top = s[office]
    if office in s.ancestors(name) or (top.head == s[name].head and s.label(office) in _WHOLE):
        head = name if top.head == office else top.head
        return rehung(s, {name: (head, top.dep), office: (name, "nmod:desc")})
    return s


def with_people_told(s: Sentence) -> Sentence:
    """Read a name as a person's where its sentence says so: "Ines Roe is a doctor"."""
    tokens = list(s.tokens)
    for t in s.tokens:
        if t.pos != "PROPN" or t.entity == "PERSON" or t.head == t.i:
            continue
        noun = s[t.head]
        words = [t.i, *s.kids(t.i, "flat")]
        alone = s.label(t.i) == "appos" and not noun.has("Number", "Plur")
        full = s.label(t.i) == "nsubj" and s.kid(t.head, "cop") is not None and len(words) > 1
        if noun.pos != "NOUN" or not (alone or full) or is_ambiguous(noun):
            continue
        if s[words[-1]].lower in NOT_PEOPLE or s.kids(t.i, "case", "det", "compound"):
            continue
        for i in words:
            tokens[i] = replace(tokens[i], entity="PERSON", entity_start=i == t.i)
    return replace(s, tokens=tuple(tokens)) if tokens != list(s.tokens) else s


def is_ambiguous(noun: Token) -> bool:
    """Tell whether a noun can be said of what is no person, as "leader" can of a firm."""
    lemma = noun.lemma.lower()
    return not is_person_noun(lemma) or lemma in BODIES | NOT_ONLY_PEOPLE


def things_named(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the last words of names that an article uses of no person.

    A storm, a mountain or a ship; what a noun before it tells; what stands with "the".
    """
    bare: Counter[str] = Counter()
    of_things: Counter[str] = Counter()
    told: set[str] = set()
    for s in sentences:
        for start, end in _runs(s):
            last = s[end - 1].text
            kind = end - start > 1 and s[start].lower in NAMED_THINGS
            if kind or (end - start == 1 and start and _is_word_for(s, start - 1)):
                told.add(last)
            if _has_article(s, start, end):
                of_things[last] += 1
            else:
                bare[last] += 1
    return frozenset(told | {word for word in of_things if of_things[word] >= bare[word]})


def kinds_named(sentences: Sequence[Sentence]) -> dict[str, str]:
    """Return the names of storms, ships and mountains with the word that says what they are."""
    out: dict[str, str] = {}
    for s in sentences:
        for start, end in _runs(s):
            if end - start > 1 and s[start].lower in NAMED_THINGS:
                words = [s[i].text for i in range(start, end)]
                out.setdefault(" ".join(words[1:]), " ".join(words))
    return out


def _has_article(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a name stands alone with "the", as no person's does."""
    if not start or s[start - 1].lower != "the" or is_family(s, end - 1):
        return False
    following = s[end] if end < len(s.tokens) else None
    return following is None or (
        following.pos not in {"NOUN", "PROPN", "ADJ"} and following.text != "-"
    )


def without_false_people(s: Sentence, things: Container[str] = ()) -> Sentence:
    """Take the label of a person from names that end or begin as other names do."""
    tokens = list(s.tokens)
    for start, end in _runs(s):
        labelled = [i for i in range(start, end) if s[i].entity == "PERSON"]
        other = s[end - 1].lower in NOT_PEOPLE or s[start].lower in NOT_PEOPLE
        if labelled and (other or s[end - 1].text in things):
            for i in labelled:
                tokens[i] = replace(tokens[i], entity="ORG")
    return replace(s, tokens=tuple(tokens)) if tokens != list(s.tokens) else s


def _is_word_for(s: Sentence, i: int) -> bool:
    """Tell whether a noun says what kind of thing the name after it is: "the term Nexus"."""
    if s[i].pos != "NOUN" or s[i].lower not in WORDS:
        return False
    under = s[i + 1].head == i and s.label(i + 1) in {"flat", "appos", "nmod", "compound"}
    return under or (s[i].head == i + 1 and s.label(i) in {"compound", "nmod"})


def _runs(s: Sentence) -> Sequence[tuple[int, int]]:
    """Return stretches of capitalized names without a mark between, hyphens apart."""
    if _runs not in s.told:
        s.told[_runs] = tuple(_runs_in(s))
    runs: Sequence[tuple[int, int]] = s.told[_runs]
    return runs


def _runs_in(s: Sentence) -> Iterator[tuple[int, int]]:
    end = 0
    for start in range(len(s.tokens)):
        if start < end or not _is_name(s, start):
            continue
        end = start + 1
        while end < len(s.tokens) and (_is_name(s, end) or _is_hyphen(s, end)):
            end += 1
        yield start, end


def _is_name(s: Sentence, i: int) -> bool:
    token = s[i]
    if token.pos not in {"NOUN", "PROPN"}:
        return False
    if token.pos == "NOUN" and i and s[i - 1].lower in OTHER_TITLES and token.text[:1].isupper():
        return True
    return token.pos == "PROPN" and token.text[:1].isupper() and not _is_role(s, i)


def _is_hyphen(s: Sentence, i: int) -> bool:
    """Tell whether a hyphen ties two parts of a name."""
    tied = s[i].text == "-" and not s[i].space_before and i + 1 < len(s.tokens)
    return tied and not s[i + 1].space_before and s[i + 1].text[:1].isupper()


def _is_role(s: Sentence, i: int) -> bool:
    return s[i].lower in OTHER_TITLES or s[i].lower in ANIMATE


def is_family(s: Sentence, i: int) -> bool:
    """Tell whether a surname in the plural names a family: "the Poes"."""
    named = s[i].pos == "PROPN" and s[i].entity == "PERSON" and s[i].text.endswith("s")
    return named and i > 0 and s[i - 1].lower == "the" and s[i - 1].head == i


def _is_person(s: Sentence, words: list[int]) -> bool:
    """Tell whether something shows that a run of names is a person's."""
    labels = [s[i].entity for i in words]
    if s[words[-1]].lower in NOT_PEOPLE or s[words[0]].lower in NOT_PEOPLE:
        return False
    if labels.count("PERSON") * 2 >= len(words):
        return not _OTHER_NAMES.intersection(labels)
    if words[0] > 0 and _is_role(s, words[0] - 1):
        return "ORG" not in labels
    given = s[words[0]].lower in MALE | FEMALE
    beside = any(s.label(i) == "conj" and s[s[i].head].entity == "PERSON" for i in words)
    return given and (beside or not _OTHER_NAMES.intersection(labels))


def with_plurals_marked(s: Sentence) -> Sentence:
    """Read an abbreviation with a small "s" as a noun in the plural, as in "CFCs"."""
    tokens = [
        replace(t, pos="NOUN", features={**t.features, "Number": "Plur"})
        if t.text.endswith("s") and t.pos != "PROPN" and _PLURAL.fullmatch(t.text)
        else t
        for t in s.tokens
    ]
    return replace(s, tokens=tuple(tokens)) if tokens != list(s.tokens) else s


def _joined(s: Sentence, start: int, end: int) -> Sentence:
    """Hang the parts of a name that hang outside it under one of them."""
    outside = [i for i in range(start, end) if not start <= s[i].head < end or s[i].head == i]
    if len(outside) < 2:  # noqa: PLR2004 - one head, as it should be
        return s
    top = next((i for i in outside if s.label(i) in _WHOLE), outside[0])
    moves = {start: (s[top].head if s[top].head != top else start, s[top].dep)}
    for i in range(start + 1, end):
        moves[i] = (start, "flat")
        for child in s.children[i]:
            if not start <= child < end:
                moves[child] = (start, s[child].dep)
    return rehung(s, moves)


def _titled(s: Sentence, start: int, end: int) -> Sentence:
    """Hang a role before a name under it, where both hang on one word alike."""
    head = next((i for i in range(start, end) if not start <= s[i].head < end), None)
    role = start - 1
    if head is None or role < 0 or not _is_role(s, role):
        return s
    if s[role].head != s[head].head or s.label(role) != s.label(head):
        return s
    moves = {role: (head, "nmod:desc")}
    moves |= {c: (head, s[c].dep) for c in s.kids(role, "det", "case")}
    return rehung(s, moves)
