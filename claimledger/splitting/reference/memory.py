"""What an article has spoken of so far, and which of it a pronoun stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from math import inf

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import OWNING
from claimledger.splitting.reference.places import cannot_be
from claimledger.splitting.reference.pronouns import Entity, Seen, fits, role_of
from claimledger.splitting.reference.ranking import Asked, features_of, score_of
from claimledger.splitting.reference.sorts import PERSON, sorts_for

_WINDOW = 5
"""How many sentences back a pronoun reaches."""
_LEAST = -2.0
"""Below this score hardly one answer in ten is right."""
_AHEAD = {"he": 0.3, "it": 0.6, "they": 0.6}
"""How far the best answer must lie before the next, else two fit."""
_CERTAIN = 1.0
"""How far ahead an answer must be to tell the gender of a name."""
THIRD = {
    "he": ("Masc", "Sing"), "him": ("Masc", "Sing"), "his": ("Masc", "Sing"),
    "she": ("Fem", "Sing"), "her": ("Fem", "Sing"), "hers": ("Fem", "Sing"),
    "it": ("Neut", "Sing"), "its": ("Neut", "Sing"),
    "they": ("", "Plur"), "them": ("", "Plur"), "their": ("", "Plur"), "theirs": ("", "Plur"),
}  # fmt: skip
"""Pronouns of the third person with the gender and the number of what they stand for."""


class Memory:
    """The entities of an article by number, and their last mentions."""

    def __init__(self) -> None:
        """Start with nothing spoken of."""
        self.k = 0
        self.entities: list[Entity] = []
        self.index: dict[str, int] = {}
        self.seen: list[Seen] = []
        self.count: Counter[int] = Counter()

    def go_to(self, k: int) -> None:
        """Begin a sentence and forget what lies too far back."""
        self.k = k
        self.seen = [m for m in self.seen if k - m.sentence <= _WINDOW]

    def add(self, entity: Entity) -> int:
        """Return the number of an entity, a new one for a new text."""
        key = entity.text.lower()
        if key not in self.index:
            self.index[key] = len(self.entities)
            self.entities.append(entity)
        return self.index[key]

    def see(self, entity: int, token: int, s: Sentence, *, form: str) -> None:
        """Remember a mention of an entity."""
        role = role_of(s, token)
        head = s[s[token].head]
        self.seen.append(
            Seen(
                entity,
                self.k,
                token,
                role,
                form=form,
                main=role == "nsubj" and head.head == head.i,
                first=not self.seen or self.seen[-1].sentence != self.k,
                quoted=token in s.quoted,
            )
        )
        self.count[entity] += 1

    def here(self) -> list[Seen]:
        """Return the mentions in the present sentence."""
        return [m for m in self.seen if m.sentence == self.k]

    def is_person(self, token: int, told: Entity) -> None:
        """Learn from "Ming is a doctor" that a name the parser did not know is a person's."""
        for m in self.here():
            entity = self.entities[m.entity]
            if m.token == token and m.form == "name":
                gender = entity.gender or told.gender
                self.entities[m.entity] = replace(
                    entity, person=True, named=True, gender=gender, sort=PERSON
                )

    def antecedent(self, s: Sentence, i: int, speaker: str | None) -> int | None:
        """Return the entity that fits a pronoun best, None where nothing fits well."""
        scores: dict[int, float] = {}
        kind = kind_of(s, i)
        for entity, features in self.candidates(s, i, speaker):
            score = score_of(features, kind)
            scores[entity] = max(scores.get(entity, score), score)
        best = max(scores, key=lambda e: scores[e], default=None)
        if best is None or scores[best] <= _LEAST:
            return None
        text = self.entities[best].text
        others = [e for e in scores if e != best and self.entities[e].text not in text]
        ahead = min((scores[best] - scores[e] for e in others), default=inf)
        if ahead < _AHEAD[kind]:
            return None
        found, gender = self.entities[best], THIRD[s[i].lower][0]
        if found.person and not found.gender and ahead >= _CERTAIN:
            self.entities[best] = replace(found, gender=gender)
        return best

    def candidates(
        self, s: Sentence, i: int, speaker: str | None
    ) -> Iterator[tuple[int, dict[str, float]]]:
        """Yield the entities that a pronoun can stand for with the features of each mention."""
        gender, number = THIRD[s[i].lower]
        sorts = None if gender in {"Masc", "Fem"} else sorts_for(s, i)
        asked = Asked(k=self.k, sentence=s, token=i, gender=gender, speaker=speaker, sorts=sorts)
        beside = set() if s[i].lower in OWNING and s[i].dep == "nmod:poss" else self._beside(s, i)
        for seen in self.seen:
            entity = self.entities[seen.entity]
            if not fits(entity, gender, number):
                continue
            if speaker is not None and i in s.quoted and names_same(entity.text, speaker):
                continue
            if sorts is not None and entity.sort not in sorts:
                continue
            here = seen.sentence == self.k
            if seen.entity in beside or (here and cannot_be(s, seen.token, i)):
                continue
            if not here or seen.token < i:
                yield seen.entity, features_of(asked, seen, entity, self.count[seen.entity])

    def _beside(self, s: Sentence, i: int) -> set[int]:
        """Return what hangs on the same verb: "they dropped them" speaks of two."""
        return {m.entity for m in self.here() if s[m.token].head == s[i].head and m.token != i}


def kind_of(s: Sentence, i: int) -> str:
    """Return the kind of a pronoun: ``he`` for people, ``it`` for a thing, ``they`` for many."""
    gender, number = THIRD[s[i].lower]
    return "they" if number == "Plur" else "it" if gender == "Neut" else "he"


def names_same(name: str, speaker: str) -> bool:
    """Tell whether a name is that of a speaker, who may be given with an office."""
    return name == speaker or speaker.endswith(f" {name}")
