"""What an article has spoken of so far, and which of it a pronoun stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import OWNING
from claimledger.splitting.reference.pronouns import Entity, Seen, are_in_one_clause, fits, role_of
from claimledger.splitting.reference.ranking import Asked, features_of, score_of

_WINDOW = 5
"""How many sentences back a pronoun reaches."""
_LEAST = -2.0
"""Below this score hardly one answer in ten is right."""
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
                first=not any(m.sentence == self.k for m in self.seen),
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
                self.entities[m.entity] = replace(entity, person=True, named=True, gender=gender)

    def antecedent(self, s: Sentence, i: int, speaker: str | None) -> int | None:
        """Return the entity that fits a pronoun best, None where nothing fits well."""
        scores: dict[int, float] = {}
        for entity, features in self.candidates(s, i, speaker):
            score = score_of(features, kind_of(s, i))
            scores[entity] = max(scores.get(entity, score), score)
        best = max(scores, key=lambda e: scores[e], default=None)
        return best if best is not None and scores[best] > _LEAST else None

    def candidates(
        self, s: Sentence, i: int, speaker: str | None
    ) -> Iterator[tuple[int, dict[str, float]]]:
        """Yield the entities that a pronoun can stand for with the features of each mention."""
        gender, number = THIRD[s[i].lower]
        asked = Asked(k=self.k, sentence=s, token=i, gender=gender, speaker=speaker)
        beside = set() if s[i].lower in OWNING and s[i].dep == "nmod:poss" else self._beside(s, i)
        for seen in self.seen:
            entity = self.entities[seen.entity]
            said = speaker is not None and entity.text == speaker
            if not fits(entity, gender, number) or (said and i in s.quoted):
                continue
            here = seen.sentence == self.k
            if seen.entity in beside or (here and are_in_one_clause(s, seen.token, i)):
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
