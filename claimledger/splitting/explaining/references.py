"""Why words stand for what they stand for: the resolver's choice, seen while it chooses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import words_in
from claimledger.splitting.explaining.values import Candidate, Referred
from claimledger.splitting.reference.memory import THIRD, Memory, kind_of
from claimledger.splitting.reference.ranking import WEIGHTS, score_of, weights_of
from claimledger.splitting.reference.resolution import speakers_of
from claimledger.splitting.reference.resolver import Resolver
from claimledger.splitting.run import Reading
from claimledger.splitting.wording.standalone import Replacement

_MOST = 4
_REASONS = 3
_SPEAKING = words_in("i me my mine we us our ours")
_FOR = {
    "same sentence": "in the same sentence",
    "sentence before": "in the sentence before",
    "count": "named more often",
    "mentions": "named more often",
    "form pronoun": "a pronoun stood for it just now",
    "form name": "a name",
    "form the": "has “the”",
    "subject here": "a subject in this sentence",
    "subject before": "a subject before",
    "object here": "an object in this sentence",
    "object before": "an object before",
    "named": "has a name of its own",
    "group": "a group of people",
    "same role": "in the same role",
    "own subject": "the subject of its own clause",
    "main subject": "the subject of a whole sentence",
    "first in sentence": "named first in its sentence",
    "gender": "of the same gender",
    "speaker": "who speaks",
    "can say it": "can say something",
    "quoted alike": "in or out of the quotation alike",
    "suits": "of a sort that suits the sentence",
    "full name": "a full name",
}
"""What a feature that the best has more of means to a reader."""
_AGAINST = {
    "sentences back": "nearer",
    "words back": "nearer",
    "time": "no time",
    "abstract": "no abstract noun",
    "inner here": "not inside another phrase",
    "inner before": "not inside another phrase",
    "oblique here": "not behind a preposition",
    "oblique before": "not behind a preposition",
    "length": "shorter",
    "speaker": "not who speaks",
}
"""What a feature that the second best has more of means."""


class Choice(NamedTuple):
    """What a pronoun could stand for, the best first, and what spoke for the best."""

    candidates: tuple[Candidate, ...]
    why: str


class _Watched(Memory):
    """A memory that notes what it was asked and between what it chose."""

    def __init__(self) -> None:
        super().__init__()
        self.choices: dict[tuple[int, int], Choice] = {}

    def antecedent(self, s: Sentence, i: int, speaker: str | None) -> int | None:
        best: dict[int, Mapping[str, float]] = {}
        kind = kind_of(s, i)
        for entity, features in self.candidates(s, i, speaker):
            if entity not in best or score_of(features, kind) > score_of(best[entity], kind):
                best[entity] = features
        ranked = sorted(best, key=lambda entity: -score_of(best[entity], kind))
        self.choices[self.k, i] = Choice(
            tuple(
                Candidate(
                    name=self.entities[entity].text, score=round(score_of(best[entity], kind), 2)
                )
                for entity in ranked[:_MOST]
            ),
            _reasons([best[entity] for entity in ranked], kind),
        )
        return super().antecedent(s, i, speaker)


def choices_of(reading: Reading) -> dict[tuple[int, int], Choice]:
    """Return, by sentence and token, what every pronoun of an article was chosen from."""
    document, names = reading.document, reading.names
    speakers = speakers_of(document, reading.voices, reading.resolved, names)
    memory = _Watched()
    resolver = Resolver(names, memory)
    for k, sentence in enumerate(document.sentences):
        resolver.read(k, sentence, speakers.get(k, {}))
    return memory.choices


def referred_in(
    reading: Reading, k: int, choices: Mapping[tuple[int, int], Choice]
) -> tuple[Referred, ...]:
    """Return what the words of a sentence stand for, and why."""
    s = reading.document.sentences[k]
    replaced = reading.resolved.replaced[k]
    out: list[Referred] = []
    for token in s.tokens:
        new = replaced.get(token.i)
        choice = choices.get((k, token.i), Choice((), ""))
        if new is None and token.i in reading.resolved.doubtful[k]:
            why = "nothing fits well enough" if choice.candidates else "nothing before it fits"
            out.append(Referred(words=token.text, name=None, why=why, candidates=choice.candidates))
        elif new is not None and new.referent >= 0 and new.text not in {"", token.text}:
            out.append(
                Referred(
                    words=_words(s, token.i, replaced),
                    name=new.text,
                    why=choice.why or _plain_reason(s, token.i),
                    candidates=choice.candidates,
                )
            )
        elif new is not None and new.referent < 0 and token.lower in _SPEAKING:
            out.append(Referred(words=token.text, name=new.text, why="who speaks"))
    return tuple(out)


def _plain_reason(s: Sentence, i: int) -> str:
    word = s[i].lower
    if word in _SPEAKING:
        return "who speaks"
    if word in THIRD or s[i].pos == "PRON":
        return "the subject of the sentence before"
    if s[i].pos == "PROPN":
        return "the fullest name in the article"
    return "the one thing the article so describes"


def _words(s: Sentence, i: int, replaced: Mapping[int, Replacement]) -> str:
    """Return a word with those around it that its replacement swallows."""
    first = last = i
    while first > 0 and first - 1 in replaced and not replaced[first - 1].text:
        first -= 1
    while last + 1 in replaced and not replaced[last + 1].text:
        last += 1
    return "".join(
        (" " if t.space_before and t.i > first else "") + t.text for t in s.tokens[first : last + 1]
    )


def _reasons(ranked: list[Mapping[str, float]], kind: str) -> str:
    """Tell what speaks most for the best over the second best."""
    if not ranked:
        return ""
    if len(ranked) == 1:
        return "the only one that fits"
    weights = weights_of(WEIGHTS)[kind]
    first, second = ranked[:2]
    gains = {
        name: weights.get(name, 0.0) * (first.get(name, 0.0) - second.get(name, 0.0))
        for name in {*first, *second}
    }
    told: list[str] = []
    for name in sorted((n for n in gains if gains[n] > 0), key=lambda n: (-gains[n], n)):
        more = first.get(name, 0.0) > second.get(name, 0.0)
        words = (_FOR if more else _AGAINST).get(name)
        if words is not None and words not in told:
            told.append(words)
    return ", ".join(told[:_REASONS]) or "the best by a little of everything"
