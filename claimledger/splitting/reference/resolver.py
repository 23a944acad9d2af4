"""What pronouns and short names stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.people import is_person_noun
from claimledger.splitting.english.words import OWNING
from claimledger.splitting.reference.descriptions import Descriptions, substituted
from claimledger.splitting.reference.entities import (
    body_of,
    described,
    entity_of,
    pair_of,
    person_of,
)
from claimledger.splitting.reference.expletives import is_empty_it, is_of_events
from claimledger.splitting.reference.memory import THIRD, Memory
from claimledger.splitting.reference.mentions import Mention, is_courtesy, is_title, mentions_of
from claimledger.splitting.reference.names import Names
from claimledger.splitting.reference.places import leans_on, owner_subject
from claimledger.splitting.reference.pronouns import (
    agree,
    article_like,
    can_be_the,
    fits,
    heads_of,
    is_body,
    noun_at,
    points_at_subject,
    write_out,
)
from claimledger.splitting.reference.sorts import PERSON
from claimledger.splitting.wording.inflection import possessive
from claimledger.splitting.wording.standalone import Replacement

_LONGEST_PAIR = 14
_FIRST = {"i", "me", "my", "mine", "we", "us", "our", "ours"}
_MANY = {"we", "us", "our", "ours"}
_POINTING = frozenset({"this", "these", "that", "those"})
_PARTS = frozenset({"flat", "compound", "fixed", "nmod:desc", "amod", "nmod:unmarked"})
_MODIFIERS = frozenset({"compound", "amod", "flat", "appos"})


class Resolver:
    """Reads sentences in order and remembers what they speak of."""

    def __init__(self, names: Names, memory: Memory | None = None) -> None:
        """Start with nothing spoken of."""
        self.names = names
        self.memory = memory or Memory()
        self.described = Descriptions()
        self.doubtful: frozenset[int] = frozenset()
        self.people: dict[int, int] = {}
        """From the heads of people's names in the sentence read to their entities."""
        self.named: frozenset[int] = frozenset()
        """The words of people's names in the sentence read."""
        self.body: str | None = None
        """The body that "we" speaks for where no speaker is named, as in "this House"."""

    def read(self, k: int, s: Sentence, speakers: Mapping[int, str]) -> dict[int, Replacement]:
        """Return the replacements for a sentence.

        ``speakers`` gives the speaker of every token inside reported words.
        """
        self.memory.go_to(k)
        out: dict[int, Replacement] = {}
        doubtful: set[int] = set()
        mentions = mentions_of(s, self.names.known)
        self.named = frozenset(i for m in mentions for i in range(m.first, m.last + 1))
        people = self.people = dict(self._people(s, mentions, out))
        for token in s.tokens:
            word = token.lower
            if token.i in people:
                self.memory.see(people[token.i], token.i, s, form="name")
                self.described.learn_name(
                    s, token.i, self.memory.entities[people[token.i]].text, person=True
                )
                self._pair(s, token.i)
            elif token.pos in {"PRON", "DET"} and word in THIRD:
                found = self._third(s, token.i, speakers.get(token.i), out)
                doubtful |= set() if found else {token.i}
            elif word in _FIRST and token.pos in {"PRON", "DET"}:
                self._first(s, token.i, speakers.get(token.i), out)
            elif word in _POINTING and points_at_subject(s, token.i):
                self._pointing(s, token.i, out)
            elif word == "this" and token.dep == "det" and is_body(s, token.head):
                out[token.i] = Replacement(article_like(token.text))
                self.body = f"the {s[token.head].text}"
            elif word in _POINTING and token.dep == "det" and can_be_the(s, token.i):
                out[token.i] = Replacement(article_like(token.text))
            elif token.pos in {"NOUN", "PROPN"} and s[token.i].dep not in _PARTS:
                self._thing(s, token.i, out)
        self.doubtful = frozenset(doubtful)
        return out

    def _people(
        self, s: Sentence, mentions: Sequence[Mention], out: dict[int, Replacement]
    ) -> Iterator[tuple[int, int]]:
        """Give short names their full form; yield heads of names with their entities."""
        for m in mentions:
            name = self.names.fullest(m.text)
            entity = self.memory.index.get(name.lower())
            if entity is None:
                entity = self.memory.add(person_of(name, self.names))
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
        if s[i].text in self.names.bodies and not _is_explained(s, i):
            name = self.names.bodies[s[i].text]
            det = s.kid(i, "det")
            number = self.memory.add(body_of(s, i, name, self.names))
            bare = det is None and s[i].dep.split(":")[0] not in _MODIFIERS
            out[i] = Replacement(f"the {name}" if bare else name, number, thing=True)
            return number
        found = self.described.name_for(s, i)
        if found is not None and found.lower() in self.memory.index:
            number = self.memory.index[found.lower()]
            substituted(
                s, i, found, out, referent=number, thing=not self.memory.entities[number].person
            )
            return number
        found = self.described.phrase_for(s, i)
        if found is not None:
            number = self.memory.add(described(s, i, found, self.names))
            substituted(s, i, found, out, referent=number, thing=True)
            return number
        return None

    def _pair(self, s: Sentence, i: int) -> None:
        """Remember the whole of a coordination, which "they" can stand for."""
        conjuncts = s.kids(i, "conj")
        joined = conjuncts and any(s.kid(c, "cc") is not None for c in conjuncts)
        if joined and s.label(i) in {"nsubj", "obj", "obl", "nmod"}:
            people = [self._person_at(s, h) for h in heads_of(s, i)]
            both, length = pair_of(s, i, [name for name in people if name])
            if length <= _LONGEST_PAIR or all(people):
                self.memory.see(self.memory.add(both), i, s, form="many")

    def _person_at(self, s: Sentence, i: int) -> str | None:
        """Return the full name of whom a noun or a name before us speaks: "his wife, Ann"."""
        heads = [i, *s.kids(i, "appos", "flat")]
        found = next((h for h in heads if h in self.people), None)
        return self.memory.entities[self.people[found]].text if found is not None else None

    def _thing(self, s: Sentence, i: int, out: dict[int, Replacement]) -> None:
        """Remember a noun phrase that is not a person's name."""
        noun = noun_at(s, i)
        if i in self.named or noun.address:
            return
        known = self._known(s, i, out)
        if known is not None:
            self.memory.see(known, i, s, form="name")
            return
        entity = entity_of(s, i, out, self.names)
        number = self.memory.add(entity)
        if s[i].text in self.names.things and _is_alone(s, i):
            out[i] = Replacement(entity.text, number, thing=True)
        if noun.told_of is not None:
            if entity.sort == PERSON and s[noun.told_of].entity not in {"ORG", "PLACE"}:
                self.memory.is_person(noun.told_of, entity)
        elif noun.remembered and not (noun.beside and s[i].head in self.named):
            self.memory.see(number, i, s, form=noun.form)
        if s[i].pos == "PROPN" and entity.named:
            self.described.learn_name(s, i, entity.text, person=False)
        self.described.learn_phrase(s, i, out)
        out.setdefault(i, Replacement(s[i].text, number, thing=True))
        self._pair(s, i)

    def _first(self, s: Sentence, i: int, speaker: str | None, out: dict[int, Replacement]) -> None:
        """Put the speaker in the place of "I" and "we"."""
        if not speaker and s[i].lower in _MANY:
            speaker = self.body
        if not speaker or speaker.lower() in THIRD:
            return
        entity = self.memory.index.get(speaker.lower(), -1)
        word = s[i].lower
        text = possessive(speaker) if word in OWNING else speaker
        out[i] = Replacement(text, entity, pronoun=word in OWNING)
        if s.label(i) == "nsubj":
            agree(s, i, out)
            write_out(s, i, out)

    def _third(self, s: Sentence, i: int, speaker: str | None, out: dict[int, Replacement]) -> bool:
        """Put a name in the place of a third person pronoun; tell whether one was found."""
        if is_empty_it(s, i):
            return True
        if is_of_events(s, i):
            return False
        own = owner_subject(s, i)
        ahead = self._ahead(s, i, out)
        if ahead is not None and s[i].lower in OWNING:
            self.memory.see(ahead, i, s, form="pronoun")
            return True  # its subject follows in the same claim
        best = self.memory.antecedent(s, i, speaker) if ahead is None else ahead
        if best is None:
            return False
        kept: frozenset[int] = frozenset()
        here = self.memory.here()
        if own is not None and any(m.entity == best and m.token == own for m in here):
            # Its own clause says whose it is, so that it can stay where that is in sight.
            kept = frozenset(m.entity for m in here if m.token in heads_of(s, own))
        name = self.memory.entities[best].text
        owning = s[i].lower in OWNING and s.label(i) != "obj" and not s[i].has("Case", "Acc")
        out[i] = Replacement(
            possessive(name, many=self.memory.entities[best].plural) if owning else name,
            best,
            pronoun=True,
            kept_after=kept,
            thing=not self.memory.entities[best].person,
        )
        self.memory.see(best, i, s, form="pronoun")
        write_out(s, i, out)
        if s[i].lower == "they" and not self.memory.entities[best].plural and s.label(i) == "nsubj":
            agree(s, i, out)
        return True

    def _ahead(self, s: Sentence, i: int, out: Mapping[int, Replacement]) -> int | None:
        """Return the subject after it that the opening with a pronoun leans on, if it fits."""
        subject = leans_on(s, i)
        if subject is None or s[subject].pos not in {"NOUN", "PROPN"}:
            return None
        number = self.people.get(subject)
        if number is None:
            number = self.memory.add(entity_of(s, subject, out, self.names))
        gender, many = THIRD[s[i].lower]
        return number if fits(self.memory.entities[number], gender, many) else None

    def _pointing(self, s: Sentence, i: int, out: dict[int, Replacement]) -> None:
        """Put the subject of the sentence before in the place of "that" in "That is a storm"."""
        for m in self.memory.seen:
            entity = self.memory.entities[m.entity]
            if m.main and m.sentence == self.memory.k - 1 and entity.named and not entity.person:
                out[i] = Replacement(entity.text, m.entity, pronoun=True, thing=True)
                write_out(s, i, out)


def _is_explained(s: Sentence, i: int) -> bool:
    """Tell whether an abbreviation stands in the brackets that explain it."""
    return any(s[j].text == "(" for j in range(max(0, i - 3), i))


def _is_alone(s: Sentence, i: int) -> bool:
    """Tell whether a name stands without another word of it."""
    beside = [s[j] for j in (i - 1, i + 1) if 0 <= j < len(s.tokens)]
    return s.label(i) not in _MODIFIERS and not any(
        t.pos == "PROPN" or t.text in {"-", '"'} for t in beside
    )


def _is_part(s: Sentence, first: int, last: int, name: str) -> bool:
    """Tell whether the rest of a full name, or of another, stands beside a part of it."""
    beside = [s[i].text for i in (first - 1, last + 1, last + 2) if 0 <= i < len(s.tokens)]
    if any(word in name.split() for word in beside):
        return True
    before = s[first - 1] if first else None
    if before is None or before.pos != "PROPN" or is_person_noun(before.lower):
        return False
    tied = before.head == first or s[first].head == before.i
    return tied and before.text[:1].isupper() and not is_title(before.lower)
