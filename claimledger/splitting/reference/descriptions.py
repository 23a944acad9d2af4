"""Descriptions: what "the guitarist" and "this vote" stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimledger.splitting.document import Sentence, once
from claimledger.splitting.english.nouns import KINDS
from claimledger.splitting.english.people import ACTS
from claimledger.splitting.english.words import COMMON, VAGUE
from claimledger.splitting.propositions.phrases import is_loose
from claimledger.splitting.reference.pronouns import is_named_by
from claimledger.splitting.wording.inflection import possessive
from claimledger.splitting.wording.standalone import Replacement

_NO_THING = frozenset(["one", "thing", "way", "time"])
"""Nouns that point at nothing said before: "we did this one together"."""
_POINTING = frozenset(["the", "this", "these", "that", "those"])
_MODIFYING = frozenset(
    {"amod", "compound", "nmod", "acl", "nummod", "appos", "conj", "advmod", "advcl"}
)
_PLACING = frozenset({"on", "against", "at", "in", "for"})
_SHORTEST = 3
_LONGEST = 8


class Descriptions:
    """Remembers how an article describes what it speaks of."""

    def __init__(self) -> None:
        """Start with nothing described."""
        self.roles: dict[str, set[str]] = {}
        self.phrases: dict[tuple[str, bool], list[str]] = {}
        self.named: dict[tuple[str, bool], set[str]] = {}
        """Those phrases that hold a name."""

    def learn_name(self, s: Sentence, i: int, name: str, *, person: bool) -> None:
        """Remember the common nouns that go with a name: titles, appositives, predicates."""
        nouns = [s[c].lemma for c in s.kids(i, "appos") if s[c].pos == "NOUN"]
        nouns += [s[c].lemma for c in s.kids(i, "nmod") if s[c].dep == "nmod:desc"]
        head = s[i].head
        if s.label(i) == "nsubj" and s[head].pos == "NOUN" and s.kid(head, "cop") is not None:
            nouns.append(s[head].lemma)
        if s.label(i) == "appos" and s[head].pos == "NOUN" and not s[head].has("Number", "Plur"):
            nouns.append(s[head].lemma)
        subject = s.kid(i, "nsubj")
        if s.kid(i, "cop") is not None and subject is not None and is_named_by(s, subject):
            nouns.append(s[subject].lemma)
        words = name.split()
        if not person and len(words) > 1:
            nouns += [words[-1], s[i].text, *KINDS.get(words[-1].lower(), ())]
            nouns += [words[0], *KINDS.get(words[0].lower(), ())] if s[i].pos == "PROPN" else []
        for noun in nouns:
            if len(noun) > _SHORTEST:
                self.roles.setdefault(noun.lower(), set()).add(name)

    def learn_phrase(self, s: Sentence, i: int, replaced: Mapping[int, Replacement]) -> None:
        """Remember a noun with what describes it, for when it comes back bare."""
        tokens = _described_by(s, i)
        if not tokens:
            return
        words = ""
        first = tokens[0]
        for t in tokens:
            new = replaced.get(t)
            word = s[t].text if new is None else new.text
            if s[t].pos == "PRON" and new is None:
                return
            words += (" " if s[t].space_before and t > first and word else "") + word
        owned = s.kid(i, "nmod:poss") is not None
        text = words.strip() if owned else f"the {words.strip()}"
        key = (s[i].lemma.lower(), s[i].has("Number", "Plur"))
        self.phrases.setdefault(key, []).append(text)
        det = s.kid(i, "det")
        first_told = det is not None and s[det].lower in {"a", "an"}
        if any(s[t].pos == "PROPN" for t in tokens if t > i or not first_told) and not s.kids(
            i, "acl"
        ):
            self.named.setdefault(key, set()).add(text)

    def name_for(self, s: Sentence, i: int) -> str | None:
        """Return the one name that a bare description can stand for."""
        holders = self.roles.get(s[i].lemma.lower(), set())
        if len(holders) != 1 or s[i].has("Number", "Plur") or not is_bare(s, i):
            return None
        return next(iter(holders))

    def phrase_for(self, s: Sentence, i: int) -> str | None:
        """Return the fuller phrase that a bare description repeats."""
        key = (s[i].lemma.lower(), s[i].has("Number", "Plur"))
        found = self.phrases.get(key)
        det = s.kid(i, "det")
        if not found or det is None or not is_bare(s, i) or key[0] in _NO_THING:
            return None
        if s[det].lower == "the":
            named = self.named.get(key, set())
            return next(iter(named)) if len(named) == 1 and len(set(found)) == 1 else None
        return found[-1]


@once
def _described_by(s: Sentence, i: int) -> Sequence[int]:
    """Return a noun with what describes it, nothing where that is no phrase to come back to."""
    if s[i].pos != "NOUN" or s[i].lemma.lower() in COMMON:
        return ()
    tokens = {i}
    for c in s.kids(i):
        if (c < i and s[c].dep in {"amod", "compound", "nmod:poss"}) or (
            c > i and restricts(s, i, c)
        ):
            tokens |= set(s.subtree(c))
    first = min(tokens)
    if len(tokens) == 1 or sorted(tokens) != list(range(first, max(tokens) + 1)):
        return ()
    if s[first].pos in {"ADP", "DET", "PUNCT"}:
        return ()
    if len(tokens) > _LONGEST or any(s[t].lower in VAGUE for t in tokens):
        return ()
    return sorted(tokens)


def restricts(s: Sentence, noun: int, child: int) -> bool:
    """Tell whether what follows a noun says which one: "the oath that Senators swore"."""
    if s.label(child) == "acl":
        return not is_loose(s, noun, child)
    if s.label(child) != "nmod" or s.subtree(child)[0] != noun + 1:
        return False
    held = s[noun].lemma.lower() in ACTS and any(s[t].pos == "PROPN" for t in s.subtree(child))
    return s[noun + 1].text == "of" or (held and s[noun + 1].lower in _PLACING)


@once
def is_bare(s: Sentence, i: int) -> bool:
    """Tell whether a noun stands with nothing but "the" or "this" before it."""
    det = s.kid(i, "det")
    if det is None or s[det].lower not in _POINTING or s[i].pos != "NOUN":
        return False
    if s[i].lemma.lower() in COMMON or s.label(i) in {"appos", "conj", "compound"}:
        return False
    if s.kid(i, "cop") is not None or any(t.lemma == s[i].lemma for t in s.tokens[:i]):
        return False  # "a storm … the storm" speaks of any
    return not any(s.label(c) in _MODIFYING and s[c].dep != "nmod:poss" for c in s.kids(i))


def substituted(
    s: Sentence, i: int, text: str, out: dict[int, Replacement], *, referent: int, thing: bool
) -> None:
    """Put a name or a phrase in the place of a bare noun and its article."""
    det = s.kid(i, "det")
    assert det is not None
    owning = next((c for c in s.kids(i, "case") if s[c].lower in {"'s", "'"}), None)
    out[det] = Replacement("")
    if owning is not None:
        text = possessive(text)
        out[owning] = Replacement("")
    out[i] = Replacement(text, referent, thing=thing)
