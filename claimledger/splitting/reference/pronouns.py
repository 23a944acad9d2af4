"""Pronouns and what they can stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimledger.splitting.document import Sentence, once
from claimledger.splitting.english.nouns import COURTESIES, NOT_PEOPLE, TIMES
from claimledger.splitting.english.words import OTHER_TITLES, PRESENT_TIMES
from claimledger.splitting.wording.inflection import singular_form
from claimledger.splitting.wording.standalone import Replacement, after, keeps_capital

_POINTING = frozenset({"this", "that", "these", "those"})
_SHORT_FORMS = {
    "'s": {"be": "is", "have": "has"},
    "'re": {"be": "are"},
    "'ve": {"have": "have"},
    "'ll": {"will": "will"},
    "'d": {"have": "had", "would": "would", "will": "would"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Something a pronoun can stand for."""

    text: str
    person: bool
    gender: str
    plural: bool
    group: bool = False
    named: bool = False
    label: str = ""
    """What the parser takes the name for."""
    noun: str = ""
    """The lemma of its head, empty for a name."""
    sort: str = ""
    """Whether it is a person, a body, a place, an act or a thing; empty where nothing tells."""
    weight: int = 1
    """How often the article uses the word by which it is named."""


class Seen(NamedTuple):
    """An entity where the article mentions it."""

    entity: int
    sentence: int
    token: int
    role: str
    form: str = ""
    """How it is named: a pronoun, a name, a noun with "the" or with nothing, and so on."""
    main: bool = False
    """True for the subject of a whole sentence."""
    first: bool = False
    """True for what its sentence names first."""
    quoted: bool = False


def fits(entity: Entity, gender: str, number: str) -> bool:
    """Tell whether a pronoun can stand for an entity."""
    if number == "Plur":
        return entity.plural or entity.group
    if entity.plural:
        return False
    if gender == "Neut":
        return not entity.person
    return entity.person and entity.gender in {"", gender}


def form_of(s: Sentence, i: int) -> str:
    """Return how a noun is named."""
    if s[i].pos == "PROPN":
        return "name"
    if s.kid(i, "nmod:poss") is not None:
        return "owned"
    if s.kid(i, "nummod") is not None:
        return "number"
    det = s.kid(i, "det")
    if det is None:
        return "bare"
    word = s[det].lower
    return word if word in {"the", "a", "an", "this", "these", "that", "those"} else "some"


@once
def role_of(s: Sentence, i: int) -> str:
    """Return what a mention does in its clause, conjuncts like the first of them."""
    label = s.label(i)
    if s.kid(i, "cop") is not None:
        subject = s.kid(i, "nsubj")
        # "That is the oath": what it names is what the next sentence speaks of.
        new = subject is not None and (s[subject].lower in _POINTING or is_named_by(s, subject))
        return "nsubj" if new else label
    if label == "nsubj" and s.kid(s[i].head, "expl") is not None:
        return "obj"
    if label in {"conj", "appos", "flat"}:
        return s.label(s[i].head)
    return label


def heads_of(s: Sentence, first: int) -> list[int]:
    """Return the heads of a coordination."""
    return [first, *s.kids(first, "conj")]


def points_at_subject(s: Sentence, i: int) -> bool:
    """Tell whether "that" or "this" is said to be one of a kind: "That is a storm"."""
    head = s[i].head
    if s[i].lower not in {"this", "that"} or s[i].dep != "nsubj" or s[head].pos != "NOUN":
        return False
    det = s.kid(head, "det")
    return s.kid(head, "cop") is not None and det is not None and s[det].lower in {"a", "an"}


def is_told_of(s: Sentence, i: int) -> bool:
    """Tell whether a noun only says what its subject is, as "town" in "Ham is a town"."""
    subject = s.kid(i, "nsubj")
    if s.kid(i, "cop") is None or subject is None:
        return False
    if is_named_by(s, subject):
        return False
    return s[subject].pos in {"NOUN", "PROPN"} or s[subject].has("PronType", "Prs")


@once
def is_named_by(s: Sentence, i: int) -> bool:
    """Tell whether a description only leads to what its predicate names.

    "The oldest judge was Ann Poe", "The fastest animal is the falcon".
    """
    head = s[i].head
    if s.label(i) != "nsubj" or s[i].pos != "NOUN" or s.kid(head, "cop") is None:
        return False
    if s[head].pos == "PROPN":
        return not s[i].has("Number", "Plur") and s[head].text[:1].isupper()
    best = any(s[t].has("Degree", "Sup") for c in s.kids(i, "amod") for t in s.subtree(c))
    det = s.kid(head, "det")
    return best and s[head].pos == "NOUN" and det is not None and s[det].lower == "the"


class Noun(NamedTuple):
    """What a sentence tells of a noun phrase, whatever the article said before."""

    address: bool
    form: str
    told_of: int | None
    """The subject of which the noun only says what it is."""
    remembered: bool
    """False for a time, for what only leads to a name, and for what has a person's name in it."""
    beside: bool
    """Whether it hangs on its head as a name's title or apposition does."""


@once
def noun_at(s: Sentence, i: int) -> Noun:
    """Return what a sentence tells of a noun phrase by itself."""
    named = any(s[c].entity == "PERSON" for c in s.kids(i, "appos", "flat"))
    return Noun(
        address=is_address(s, i),
        form=form_of(s, i),
        told_of=s.kid(i, "nsubj") if is_told_of(s, i) else None,
        remembered=not (named or s[i].lemma.lower() in TIMES or is_named_by(s, i)),
        beside=s.label(i) in {"appos", "nmod", "compound"},
    )


def can_be_the(s: Sentence, i: int) -> bool:
    """Tell whether "this" before a noun points back, and not at the present."""
    noun = s[s[i].head]
    return noun.pos == "NOUN" and noun.lemma.lower() not in PRESENT_TIMES


def is_address(s: Sentence, i: int) -> bool:
    """Tell whether words only address a hearer, as "Madam Speaker" does."""
    if s.label(i) == "vocative":
        return True
    words = [i, *s.kids(i, "flat", "compound", "nmod")]
    return len(words) > 1 and all(s[w].lower in OTHER_TITLES | COURTESIES for w in words)


def is_body(s: Sentence, i: int) -> bool:
    """Tell whether "this" points at the body that speaks, as in "this House"."""
    return s[i].pos == "PROPN" and s[i].lower not in TIMES and s[i].entity in {"", "ORG"}


def is_body_name(s: Sentence, i: int) -> bool:
    """Tell whether a name shows by its head that it is a body's: "Commission on Debates"."""
    if s[i].pos != "PROPN" or s[i].lower not in NOT_PEOPLE:
        return False
    return any(s[c].text[:1].isupper() for c in s.kids(i, "compound", "amod", "nmod", "flat"))


def article_like(word: str) -> str:
    """Return the article in the case of the word it stands for."""
    return "The" if word[:1].isupper() else "the"


def agree(s: Sentence, i: int, out: dict[int, Replacement]) -> None:
    """Put the verb of a subject in the third person singular."""
    head = s[i].head
    verb = next((c for c in s.kids(head, "aux", "cop")), head)
    form = singular_form(s, verb)
    if form is not None:
        out[verb] = Replacement(form)


def write_out(s: Sentence, i: int, out: dict[int, Replacement]) -> None:
    """Write "'s" and its like out in full after a name that was a pronoun."""
    if s.label(i) != "nsubj" or i + 1 >= len(s.tokens) or i + 1 in out:
        return
    verb = s[i + 1]
    if verb.pos in {"AUX", "VERB"} and verb.lower in _SHORT_FORMS:
        out[i + 1] = Replacement(_SHORT_FORMS[verb.lower].get(verb.lemma.lower(), verb.text))


def with_glue(s: Sentence, tokens: Sequence[int]) -> list[int]:
    """Return the words of a phrase with the hyphens that tie two of them: "co-author"."""
    if tokens[-1] - tokens[0] + 1 == len(tokens):
        return list(tokens)  # nothing is missing between them
    inside = set(tokens)
    glued = {
        i + 1
        for i in tokens
        if i + 2 in inside
        and s[i + 1].text in {"-", "\u2013", "/"}
        and not (s[i + 1].space_before or s[i + 2].space_before)
    }
    return sorted(inside | glued)


def phrase_text(s: Sentence, tokens: list[int]) -> str:
    """Return a phrase as a reader can meet it again: "a study" as "the study"."""
    text = "".join(
        (" " if k and s[i].space_before else "") + s[i].text
        for k, i in enumerate(with_glue(s, tokens))
    ).strip()
    first, _, rest = text.partition(" ")
    if tokens[0] == 0 and not keeps_capital(s[0], after(s, 0)):
        text = text[:1].lower() + text[1:]
    if first.lower() in {"a", "an"} and rest:
        return f"the {rest}"
    if first.lower() in {"the", "this", "these", "that", "those"}:
        return f"the {rest}" if rest else text
    return text
