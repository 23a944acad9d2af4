"""What pronouns and short names stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from claimledger.splitting.descriptions import Descriptions, substituted
from claimledger.splitting.document import Sentence
from claimledger.splitting.english import ANIMATE, FEMALE_NOUNS, GROUPS, MALE_NOUNS, OWNING
from claimledger.splitting.inflection import possessive
from claimledger.splitting.names import Names, is_courtesy, mentions_of
from claimledger.splitting.phrases import phrase_tokens
from claimledger.splitting.pronouns import (
    Entity,
    Seen,
    agree,
    are_in_one_clause,
    article_like,
    can_be_the,
    fits,
    heads_of,
    is_empty_it,
    owner_subject,
    phrase_text,
    role_of,
    score_of,
    write_out,
)
from claimledger.splitting.standalone import Replacement

_MARGIN = 0.05
_WINDOW = 3
_LONGEST_PAIR = 14
_LONGEST_THING = 10
_OWN_WORDS = 1.0
_OWN_CLAUSE = 1.5
_GROUP = 0.4
_THIRD = {
    "he": ("Masc", "Sing"), "him": ("Masc", "Sing"), "his": ("Masc", "Sing"),
    "she": ("Fem", "Sing"), "her": ("Fem", "Sing"), "hers": ("Fem", "Sing"),
    "it": ("Neut", "Sing"), "its": ("Neut", "Sing"),
    "they": ("", "Plur"), "them": ("", "Plur"), "their": ("", "Plur"), "theirs": ("", "Plur"),
}  # fmt: skip
_FIRST = {"i", "me", "my", "mine", "we", "us", "our", "ours"}
_POINTING = frozenset({"this", "these", "that", "those"})
_PARTS = frozenset({"flat", "compound", "fixed", "nmod:desc", "amod", "nmod:unmarked"})
_MODIFIERS = frozenset({"compound", "amod", "flat", "appos"})
_NAMES_GROUP = frozenset({"ORG"})


class Resolver:
    """Reads sentences in order and remembers what they speak of."""

    def __init__(self, names: Names) -> None:
        """Start with nothing spoken of."""
        self.k = 0
        self.names = names
        self.entities: list[Entity] = []
        self.index: dict[str, int] = {}
        self.seen: list[Seen] = []
        self.count: Counter[int] = Counter()
        self.described = Descriptions()
        self.doubtful: frozenset[int] = frozenset()

    def read(self, k: int, s: Sentence, speakers: Mapping[int, str]) -> dict[int, Replacement]:
        """Return the replacements for a sentence.

        ``speakers`` gives the speaker of every token inside reported words.
        """
        self.k = k
        out: dict[int, Replacement] = {}
        doubtful: set[int] = set()
        people = dict(self._people(s, out))
        self.seen = [m for m in self.seen if k - m.sentence <= _WINDOW]
        for token in s.tokens:
            word = token.lower
            if token.i in people:
                self._see(people[token.i], token.i, s)
                self.described.learn_name(
                    s, token.i, self.entities[people[token.i]].text, person=True
                )
                self._pair(s, token.i)
            elif token.pos in {"PRON", "DET"} and word in _THIRD:
                found = self._third(s, token.i, speakers.get(token.i), out)
                doubtful |= set() if found else {token.i}
            elif word in _FIRST and token.pos in {"PRON", "DET"}:
                self._first(s, token.i, speakers.get(token.i), out)
            elif word in _POINTING and token.dep == "det" and can_be_the(s, token.i):
                out[token.i] = Replacement(article_like(token.text))
            elif token.pos in {"NOUN", "PROPN"} and s[token.i].dep not in _PARTS:
                self._thing(s, token.i, out)
        self.doubtful = frozenset(doubtful)
        return out

    def _people(self, s: Sentence, out: dict[int, Replacement]) -> Iterator[tuple[int, int]]:
        """Give short names their full form; yield heads of names with their entities."""
        for m in mentions_of(s, self.names.known):
            name = self.names.fullest(m.text)
            entity = self._entity(
                Entity(
                    text=name, person=True, gender=self.names.gender.get(name, ""), plural=False,
                    named=True,
                )
            )  # fmt: skip
            fuller = name != m.text and not _is_part(s, m.first, m.last, name)
            courtesy = fuller and m.title is not None and is_courtesy(s[m.title].text)
            inside = any(
                s.label(i) == "compound" and not (m.first <= s[i].head <= m.last)
                for i in range(m.first, m.last + 1)
            )
            if fuller and (courtesy or not inside):
                if courtesy and m.title is not None:
                    out[m.title] = Replacement("", -1)
                out[m.first] = Replacement(name, entity)
                for i in range(m.first + 1, m.last + 1):
                    out[i] = Replacement("", -1)
            elif not inside:
                out[m.first] = Replacement(s[m.first].text, entity)
            heads = [
                i
                for i in range(m.first, m.last + 1)
                if not m.first <= s[i].head <= m.last or s[i].head == i
            ]
            yield (heads or [m.first])[0], entity

    def _known(self, s: Sentence, i: int, out: dict[int, Replacement]) -> int | None:
        """Give "the guitarist" or an abbreviation the one name it can stand for."""
        if s[i].text in self.names.bodies and s[i - 1].text != "(":
            name = self.names.bodies[s[i].text]
            det = s.kid(i, "det")
            number = self._entity(Entity(
                text=name, person=False, gender="", plural=False, group=True, named=True
            ))  # fmt: skip
            bare = det is None and s[i].dep.split(":")[0] not in _MODIFIERS
            out[i] = Replacement(f"the {name}" if bare else name, number, thing=True)
            return number
        found = self.described.name_for(s, i)
        if found is not None and found.lower() in self.index:
            number = self.index[found.lower()]
            substituted(s, i, found, out, referent=number, thing=not self.entities[number].person)
            return number
        found = self.described.phrase_for(s, i)
        if found is not None:
            number = self._entity(Entity(
                text=found, person=s[i].lemma.lower() in ANIMATE, gender="",
                plural=s[i].has("Number", "Plur"),
            ))  # fmt: skip
            substituted(s, i, found, out, referent=number, thing=True)
            return number
        return None

    def _entity(self, entity: Entity) -> int:
        """Return the number of an entity, a new one for a new text."""
        key = entity.text.lower()
        if key not in self.index:
            self.index[key] = len(self.entities)
            self.entities.append(entity)
        return self.index[key]

    def _see(self, entity: int, token: int, s: Sentence) -> None:
        self.seen.append(Seen(entity, self.k, token, role_of(s, token)))
        self.count[entity] += 1

    def _pair(self, s: Sentence, i: int) -> None:
        """Remember the whole of a coordination, which "they" can stand for."""
        if s.kids(i, "conj") and s.label(i) in {"nsubj", "obj", "obl", "nmod"}:
            whole = phrase_tokens(s, i, conjuncts=True)
            if len(whole) <= _LONGEST_PAIR:
                both = Entity(text=phrase_text(s, whole), person=False, gender="", plural=True)
                self._see(self._entity(both), i, s)

    def _thing(self, s: Sentence, i: int, out: dict[int, Replacement]) -> None:
        """Remember a noun phrase that is not a person's name."""
        if s[i].entity == "PERSON":
            return
        known = self._known(s, i, out)
        if known is not None:
            self._see(known, i, s)
            return
        tokens = phrase_tokens(s, i)
        if len(tokens) > _LONGEST_THING:
            tokens = [t for t in tokens if t <= i]
        text = phrase_text(s, tokens)
        lemma = s[i].lemma.lower()
        person = lemma in ANIMATE
        gender = "Fem" if lemma in FEMALE_NOUNS else "Masc" if lemma in MALE_NOUNS else ""
        entity = Entity(
            text=text, person=person, gender=gender,
            plural=s[i].has("Number", "Plur") and s[i].entity != "PLACE",
            group=s[i].entity in _NAMES_GROUP or lemma in GROUPS,
            named=bool(s[i].entity),
        )  # fmt: skip
        number = self._entity(entity)
        self._see(number, i, s)
        if s[i].pos == "PROPN" and s[i].entity:
            self.described.learn_name(s, i, text, person=False)
        self.described.learn_phrase(s, i, out)
        out.setdefault(i, Replacement(s[i].text, number, thing=True))
        self._pair(s, i)

    def _first(self, s: Sentence, i: int, speaker: str | None, out: dict[int, Replacement]) -> None:
        """Put the speaker in the place of "I" and "we"."""
        if not speaker or speaker.lower() in _THIRD:
            return
        entity = self.index.get(speaker.lower(), -1)
        word = s[i].lower
        text = possessive(speaker) if word in OWNING else speaker
        out[i] = Replacement(text, entity, pronoun=word in OWNING)
        if s.label(i) == "nsubj":
            agree(s, i, out)
            write_out(s, i, out)

    def _third(self, s: Sentence, i: int, speaker: str | None, out: dict[int, Replacement]) -> bool:
        """Put a name in the place of a third person pronoun; tell whether one was found."""
        if s.label(i) == "expl" or is_empty_it(s, i):
            return True
        own = owner_subject(s, i)
        best = self._antecedent(s, i, speaker, own)
        if best is None:
            return False
        kept: frozenset[int] = frozenset()
        here = [m for m in self.seen if m.sentence == self.k]
        if own is not None and any(m.entity == best and m.token == own for m in here):
            # Its own clause says whose it is, so that it can stay where that is in sight.
            kept = frozenset(m.entity for m in here if m.token in heads_of(s, own))
        name = self.entities[best].text
        owning = s[i].lower in OWNING and s.label(i) != "obj" and not s[i].has("Case", "Acc")
        out[i] = Replacement(
            possessive(name) if owning else name,
            best,
            pronoun=True,
            kept_after=kept,
            thing=not self.entities[best].person,
        )
        self._see(best, i, s)
        write_out(s, i, out)
        if s[i].lower == "they" and not self.entities[best].plural and s.label(i) == "nsubj":
            agree(s, i, out)
        return True

    def _antecedent(self, s: Sentence, i: int, speaker: str | None, own: int | None) -> int | None:
        """Return the entity that fits a pronoun best, None where two fit alike."""
        gender, number = _THIRD[s[i].lower]
        scores: dict[int, float] = {}
        for seen in self.seen:
            entity = self.entities[seen.entity]
            here = seen.sentence == self.k
            said = speaker is not None and entity.text == speaker
            if not fits(entity, gender, number) or (said and i in s.quoted):
                continue
            if here and (seen.token > i or are_in_one_clause(s, seen.token, i)):
                continue
            score = score_of(self.k, seen, entity, self.count[seen.entity])
            score += _OWN_WORDS * said + _OWN_CLAUSE * (here and seen.token == own)
            score -= _GROUP * (entity.group and number == "Plur")
            scores[seen.entity] = max(scores.get(seen.entity, score), score)
        ranked = sorted(scores, key=lambda e: -scores[e])
        if not ranked:
            return None
        if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < _MARGIN:
            return None
        return ranked[0]


def _is_part(s: Sentence, first: int, last: int, name: str) -> bool:
    """Tell whether the rest of a full name stands beside a part of it."""
    beside = [s[i].text for i in (first - 1, last + 1, last + 2) if 0 <= i < len(s.tokens)]
    return any(word in name.split() for word in beside)
