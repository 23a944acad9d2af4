"""What pronouns and short names stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimledger.splitting.descriptions import Descriptions, substituted
from claimledger.splitting.document import Sentence
from claimledger.splitting.english import ANIMATE, FEMALE_NOUNS, MALE_NOUNS, OWNING
from claimledger.splitting.phrases import phrase_tokens
from claimledger.splitting.inflection import possessive
from claimledger.splitting.names import Names, is_courtesy, mentions_of
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

_MARGIN = 0.02
_WINDOW = 3
_LONGEST_PAIR = 14
_THIRD = {
    "he": ("Masc", "Sing"), "him": ("Masc", "Sing"), "his": ("Masc", "Sing"),
    "she": ("Fem", "Sing"), "her": ("Fem", "Sing"), "hers": ("Fem", "Sing"),
    "it": ("Neut", "Sing"), "its": ("Neut", "Sing"),
    "they": ("", "Plur"), "them": ("", "Plur"), "their": ("", "Plur"), "theirs": ("", "Plur"),
}  # fmt: skip
_FIRST = {"i", "me", "my", "mine", "we", "us", "our", "ours"}
_POINTING = frozenset({"this", "these", "that", "those"})
_SHORTEST_NOUN = 3
_PARTS = frozenset({"flat", "compound", "fixed", "nmod:desc", "amod", "nmod:unmarked"})
_NAMES_GROUP = frozenset({"ORG"})


class Resolver:
    """Reads sentences in order and remembers what they speak of."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.entities: list[Entity] = []
        self.index: dict[str, int] = {}
        self.seen: list[Seen] = []
        self.count: Counter[int] = Counter()
        self.described = Descriptions()
        self.doubtful: frozenset[int] = frozenset()

    def read(self, k: int, s: Sentence, speakers: dict[int, str]) -> dict[int, Replacement]:
        """Return the replacements for a sentence.

        ``speakers`` gives the speaker of every token inside reported words.
        """
        out: dict[int, Replacement] = {}
        doubtful: set[int] = set()
        people = dict(self._people(s, out))
        self.seen = [m for m in self.seen if k - m.sentence <= _WINDOW]
        for token in s.tokens:
            word = token.lower
            if token.i in people:
                self._see(people[token.i], k, token.i, s)
                self.described.learn_name(
                    s, token.i, self.entities[people[token.i]].text, person=True
                )
                self._pair(k, s, token.i)
            elif token.pos in {"PRON", "DET"} and word in _THIRD:
                self._third(k, s, token.i, speakers.get(token.i), out, doubtful)
            elif word in _FIRST and token.pos in {"PRON", "DET"}:
                self._first(s, token.i, speakers.get(token.i), out)
            elif word in _POINTING and token.dep == "det" and can_be_the(s, token.i):
                out[token.i] = Replacement(article_like(token.text))
            elif token.pos in {"NOUN", "PROPN"} and s[token.i].dep not in _PARTS:
                self._thing(k, s, token.i, out)
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
            courtesy = m.title is not None and is_courtesy(s[m.title].text)
            inside = any(
                s.label(i) == "compound" and not (m.first <= s[i].head <= m.last)
                for i in range(m.first, m.last + 1)
            )
            if (name != m.text and not inside) or courtesy:
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
            if det is None or s[det].lower == "the":
                if det is not None:
                    out[det] = Replacement("the" if det else "The", thing=True)
                out[i] = Replacement(name, number, thing=True)
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

    def _see(self, entity: int, k: int, token: int, s: Sentence) -> None:
        self.seen.append(Seen(entity, k, token, role_of(s, token)))
        self.count[entity] += 1

    def _pair(self, k: int, s: Sentence, i: int) -> None:
        """Remember the whole of a coordination, which "they" can stand for."""
        if s.kids(i, "conj") and s.label(i) in {"nsubj", "obj", "obl", "nmod"}:
            whole = phrase_tokens(s, i, conjuncts=True)
            if len(whole) <= _LONGEST_PAIR:
                both = Entity(text=phrase_text(s, whole), person=False, gender="", plural=True)
                self._see(self._entity(both), k, i, s)

    def _thing(self, k: int, s: Sentence, i: int, out: dict[int, Replacement]) -> None:
        """Remember a noun phrase that is not a person's name."""
        if s[i].entity == "PERSON":
            return
        known = self._known(s, i, out)
        if known is not None:
            self._see(known, k, i, s)
            return
        tokens = phrase_tokens(s, i)
        if len(tokens) > 10:
            tokens = [t for t in tokens if t <= i]
        text = phrase_text(s, tokens)
        lemma = s[i].lemma.lower()
        person = lemma in ANIMATE
        gender = "Fem" if lemma in FEMALE_NOUNS else "Masc" if lemma in MALE_NOUNS else ""
        entity = Entity(
            text=text, person=person, gender=gender,
            plural=s[i].has("Number", "Plur") and s[i].entity not in {"PLACE"},
            group=s[i].entity in _NAMES_GROUP or lemma in {"team", "government", "company", "party", "group", "police", "family", "committee", "band", "couple", "staff"},
            named=bool(s[i].entity),
        )  # fmt: skip
        number = self._entity(entity)
        self._see(number, k, i, s)
        if s[i].pos == "PROPN" and s[i].entity:
            self.described.learn_name(s, i, text, person=False)
        self.described.learn_phrase(s, i, out)
        out.setdefault(i, Replacement(s[i].text, number, thing=True))
        self._pair(k, s, i)

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

    def _third(
        self,
        k: int,
        s: Sentence,
        i: int,
        speaker: str | None,
        out: dict[int, Replacement],
        doubtful: set[int],
    ) -> None:
        """Put a name in the place of a third person pronoun."""
        if s.label(i) == "expl" or is_empty_it(s, i):
            return
        gender, number = _THIRD[s[i].lower]
        own = owner_subject(s, i)
        scores: dict[int, float] = {}
        for seen in self.seen:
            entity = self.entities[seen.entity]
            if not fits(entity, gender, number):
                continue
            own_words = speaker is not None and entity.text == speaker
            if own_words and i in s.quoted:
                continue
            if seen.sentence == k and (seen.token > i or are_in_one_clause(s, seen.token, i)):
                continue
            score = score_of(k, seen)
            if entity.named:
                score += 0.8 if entity.person else 0.3
                score += 0.1 * min(self.count[seen.entity], 6)
            elif entity.person:
                score -= 0.4
            if entity.group and number == "Plur":
                score -= 0.4
            if own_words:
                score += 1.0
            if seen.sentence == k and seen.token == own:
                score += 1.5
            scores[seen.entity] = max(scores.get(seen.entity, -9.0), score)
        ranked = sorted(scores, key=lambda e: -scores[e])
        if not ranked:
            doubtful.add(i)
            return
        best = ranked[0]
        if len(ranked) > 1 and scores[best] - scores[ranked[1]] < _MARGIN:
            doubtful.add(i)
            return
        kept: frozenset[int] = frozenset()
        if own is not None and any(
            m.entity == best and m.sentence == k and m.token == own for m in self.seen
        ):
            # Its own clause says whose it is, so that it can stay where that is in sight.
            kept = frozenset(
                m.entity for m in self.seen if m.sentence == k and m.token in heads_of(s, own)
            )
        name = self.entities[best].text
        owning = s[i].lower in OWNING and s.label(i) != "obj"
        if s[i].lower == "her" and s[i].has("Case", "Acc"):
            owning = False
        out[i] = Replacement(
            possessive(name) if owning else name,
            best,
            pronoun=True,
            kept_after=kept,
            thing=not self.entities[best].person,
        )
        self._see(best, k, i, s)
        write_out(s, i, out)
        if s[i].lower == "they" and not self.entities[best].plural and s.label(i) == "nsubj":
            agree(s, i, out)
