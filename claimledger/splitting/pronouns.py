"""Pronouns and what they can stand for."""

from __future__ import annotations

from dataclasses import dataclass

from claimledger.splitting.document import Sentence
from claimledger.splitting.english import IMPERSONAL, PRESENT_TIMES
from claimledger.splitting.inflection import singular_form
from claimledger.splitting.standalone import Replacement

_SUBJECT = 1.0
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


@dataclass(frozen=True, slots=True)
class Seen:
    """An entity where the article mentions it."""

    entity: int
    sentence: int
    token: int
    role: str


def fits(entity: Entity, gender: str, number: str) -> bool:
    """Tell whether a pronoun can stand for an entity."""
    if number == "Plur":
        return entity.plural or entity.group
    if entity.plural:
        return False
    if gender == "Neut":
        return not entity.person
    return entity.person and entity.gender in {"", gender}


def score_of(k: int, seen: Seen, entity: Entity, count: int) -> float:
    """Rank a mention as an antecedent for sentence ``k``: near, a subject, a name, often named."""
    score = -0.8 * (k - seen.sentence)
    score += {"nsubj": _SUBJECT, "obj": 0.4, "obl": 0.2, "nmod": 0.0}.get(seen.role, 0.1)
    if entity.named:
        score += (0.8 if entity.person else 0.3) + 0.15 * min(count, 6)
    elif entity.person:
        score -= 0.4
    return score + (0.002 * min(seen.token, 100))


def role_of(s: Sentence, i: int) -> str:
    """Return what a mention does in its clause, conjuncts like the first of them."""
    label = s.label(i)
    if label == "nsubj" and s.kid(s[i].head, "expl") is not None:
        return "obj"
    if label in {"conj", "appos", "flat"}:
        return s.label(s[i].head)
    return label


def heads_of(s: Sentence, first: int) -> list[int]:
    """Return the heads of a coordination."""
    return [first, *s.kids(first, "conj")]


def owner_subject(s: Sentence, i: int) -> int | None:
    """Return the subject of the clause in which a possessive stands, if it is one."""
    if s[i].dep != "nmod:poss" and not s[i].has("Poss", "Yes"):
        return None
    for head in s.ancestors(i):
        subject = s.kid(head, "nsubj")
        if subject is not None:
            return subject if i not in s.subtree(subject) else None
        if s.label(head) == "conj" and s[head].pos == "VERB":
            continue
    return None


def are_in_one_clause(s: Sentence, a: int, b: int) -> bool:
    """Tell whether two phrases hang on one verb, so that they are not the same."""
    if s[b].dep == "nmod:poss":
        return a in s.subtree(s[b].head)
    return s[a].head == s[b].head or a in s.subtree(b)


def is_empty_it(s: Sentence, i: int) -> bool:
    """Tell whether an "it" stands for nothing, as of weather and of what follows."""
    if s[i].lower != "it" or s.label(i) != "nsubj":
        return False
    head = s[i].head
    if s.kids(head, "csubj"):
        return True
    if s[head].pos == "NOUN" and s.kid(head, "cop") is not None:
        return bool(s.kids(head, "acl", "advcl", "ccomp")) and s[head].lemma in IMPERSONAL
    return s[head].pos == "ADJ" and bool(s.kids(head, "ccomp", "xcomp", "advcl", "csubj"))


def can_be_the(s: Sentence, i: int) -> bool:
    """Tell whether "this" before a noun points back, and not at the present."""
    noun = s[s[i].head]
    return noun.pos == "NOUN" and noun.lemma.lower() not in PRESENT_TIMES


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


def phrase_text(s: Sentence, tokens: list[int]) -> str:
    """Return a phrase as a reader can meet it again: "a study" as "the study"."""
    text = "".join(
        (" " if k and s[i].space_before else "") + s[i].text for k, i in enumerate(tokens)
    ).strip()
    first, _, rest = text.partition(" ")
    head = s[tokens[0]]
    if (
        tokens[0] == 0
        and head.pos != "PROPN"
        and not head.entity
        and first[1:] == first[1:].lower()
    ):
        text = text[:1].lower() + text[1:]
    if first.lower() in {"a", "an"} and rest:
        return f"the {rest}"
    if first.lower() in {"the", "this", "these", "that", "those"}:
        return f"the {rest}" if rest else text
    return text
