"""How much a claim is worth a check, and why.

A linear model over features that a person can read: words, pairs of words, and named traits
such as a sum of money. Its weights lie beside this module in ``worth.json``; the training
data and their authors are named there and in ``training/worth.py``.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from claimledger.domain.claims import ClaimKind
from claimledger.splitting.judging.kinds import (
    FIRST_PERSON,
    Reading,
    Wording,
    read,
    wording,
)

WEIGHTS = Path(__file__).with_name("worth.json")
# The model already marks down opinions and forecasts; the rules know more than its words do.
_UNCHECKABLE = 0.7
_MOST_REASONS = 3
_ACTORS = frozenset(("he", "she", "they"))

_AMOUNTS = {
    trait: re.compile(pattern, re.IGNORECASE)
    for trait, pattern in {
        "*share": r"\d\s?(?:%|percent\b|per cent\b)|\bper ?cent\b|\bhalf (?:of|the|all)\b|"
        r"\b(?:one|two|three)[- ](?:third|quarter|fourth|fifth)s?\b|\bmajority\b|"
        r"\bone in\b|\bout of every\b",
        "*money": r"[$€£]\s?\d|\b(?:dollars?|euros?|pounds?|cents)\b",
        "*people": r"\b(?:\d[\d,.]*|(?:hundred|thousand|million|billion|dozen)s?|"
        r"two|three|four|five|six|seven|eight|nine|ten)(?: (?!and\b)\w+){0,2} "
        r"(?:people|persons|individuals|men|women|children|kids|students|families|households|"
        r"workers|jobs|voters|residents|patients|victims|deaths|soldiers|troops|immigrants|"
        r"refugees|americans|protesters|members)\b",
        "*large": r"\b(?:hundred|thousand|million|billion|trillion)s?\b",
    }.items()
}
_CHANGE = re.compile(
    r"\b(?:(?:increas|decreas|doubl|tripl|dropp|declin|reduc)\w*|rose|risen|fell|fallen|cuts?|"
    r"grew|grown|rais(?:e|es|ed|ing)|lost|gain(?:s|ed)?)\b",
    re.IGNORECASE,
)
# Phrases for a checker, by the trait that earns them; ties keep this order.
_REASONS = {
    "*share": "a share of a whole",
    "*money": "a sum of money",
    "*people": "a count of people",
    "*change": "a rise or a fall",
    "*kind comparison": "a comparison",
    "*kind causal": "a cause is claimed",
    "*kind quotation": "someone's words or accusation",
    "*kind position": "a stance of a person or body",
    "*number": "a number",
    "*dated event": "a dated event",
    "*actor": "names a person or body",
    "*kind event": "an event",
    "*kind fact": "a standing fact",
}
# A plainer reason says nothing beside the sharper one of the same thing.
_IMPLIED = {
    "*number": frozenset(("*share", "*money", "*people")),
    "*kind event": frozenset(("*dated event",)),
    "*kind fact": frozenset(("*share", "*money", "*people", "*number", "*change")),
}
_NO_FACT = {
    ClaimKind.OPINION: "an opinion: no fact to check",
    ClaimKind.PREDICTION: "a forecast: nothing to check yet",
    ClaimKind.POSITION: "a wish or demand: no fact to check",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a claim is and how much a check of it is worth."""

    kind: ClaimKind
    checkable: bool
    """False for opinion, prediction, wish and rhetoric."""
    checkworthiness: float
    """0 to 1 in steps of a hundredth; from .5, a look is worth more than what it costs."""
    reasons: tuple[str, ...]
    """At most three, the weightiest first."""


class Model(NamedTuple):
    """The weights of the features, in log odds."""

    intercept: float
    weights: dict[str, float]

    def odds(self, fired: frozenset[str]) -> float:
        """Return the log odds of a text with these features."""
        return self.intercept + sum(filter(None, map(self.weights.get, fired)))


def assess(
    text: str, *, speaker: str | None, quoted: bool, sentence: str | None = None
) -> Assessment:
    """Tell the kind, checkability and worth of a claim that stands alone.

    ``speaker`` is who asserts it, None for the article itself; ``quoted`` tells that its words
    stand inside quotation marks. The ``sentence`` it was read from counts as much as the claim:
    the model has learnt from sentences, and what is said beside a claim tells what it is about.
    """
    claim = wording(text)
    reading = read(claim, speaker=speaker, quoted=quoted)
    fired = features(claim, reading)
    model = _model()
    odds = model.odds(fired)
    if sentence is not None:
        odds = (odds + _odds_of(sentence)) / 2
    chance = 1 / (1 + math.exp(-odds))
    return Assessment(
        kind=reading.kind,
        checkable=reading.checkable,
        checkworthiness=round(chance if reading.checkable else chance * _UNCHECKABLE, 2),
        reasons=_reasons(fired, reading, model),
    )


def features(claim: Wording, reading: Reading) -> frozenset[str]:
    """Return what the model weighs: words, pairs of words, and traits marked by an asterisk."""
    words = _generic(claim)
    return frozenset((*words, *map(" ".join, pairwise(words)), *_traits(claim, reading, words)))


def _generic(claim: Wording) -> list[str]:
    """Return the words in lower case, every number as 0 and every name or actor as Name.

    What is learnt about "Senator Smith voted" and "he voted" then holds for anyone. At the
    start of a sentence, a capital tells a name only where the next word has one too.
    """
    tokens = claim.tokens
    names = [token[0].isupper() and token not in FIRST_PERSON for token in tokens]
    if names:
        names[0] = len(names) > 1 and names[0] and names[1]
    words: list[str] = []
    for token, lower, name in zip(tokens, claim.words, names, strict=True):
        if name or lower in _ACTORS:
            if words[-1:] != ["Name"]:
                words.append("Name")
        else:
            words.append("0" if token[0].isdigit() else lower)
    return words


def _traits(claim: Wording, reading: Reading, words: list[str]) -> list[str]:
    traits = ["*change"] if _CHANGE.search(claim.undated) else []
    if claim.numbered:
        traits += [name for name, pattern in _AMOUNTS.items() if pattern.search(claim.undated)]
    flags = {
        "*number": claim.numbered,
        "*date": claim.dated,
        "*dated event": claim.dated and reading.kind is ClaimKind.EVENT,
        "*actor": words[:1] == ["Name"] or words[:2] == ["the", "Name"],
        "*uncheckable": not reading.checkable,
        "*first person": claim.first_person,
        "*question": claim.text.rstrip().endswith("?"),
    }
    traits += [name for name, holds in flags.items() if holds]
    return [*traits, f"*kind {reading.kind}", f"*length {min(5, len(words) // 6)}"]


def _reasons(fired: frozenset[str], reading: Reading, model: Model) -> tuple[str, ...]:
    if not reading.checkable:
        return (_NO_FACT[reading.kind],)
    given = [t for t in _REASONS if t in fired and not _IMPLIED.get(t, frozenset()) & fired]
    given.sort(key=lambda trait: -model.weights.get(trait, 0.0))
    return tuple(_REASONS[trait] for trait in given[:_MOST_REASONS])


@lru_cache(maxsize=64)
def _odds_of(sentence: str) -> float:
    """Return the log odds of a sentence; its claims come one after the other."""
    claim = wording(sentence)
    return _model().odds(features(claim, read(claim, speaker=None, quoted=False)))


@cache
def _model() -> Model:
    stored = json.loads(WEIGHTS.read_text("utf-8"))
    return Model(stored["intercept"], stored["weights"])
