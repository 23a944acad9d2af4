"""Which mention a pronoun most likely stands for: a linear ranking with weights in a file.

The weights are those of ``ranking.json``; ``training/reference.py`` makes them from a corpus
whose pronouns people have resolved.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log
from pathlib import Path

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.nouns import TIMES
from claimledger.splitting.english.words import SAYING
from claimledger.splitting.reference.places import owner_subject
from claimledger.splitting.reference.pronouns import Entity, Seen, role_of

WEIGHTS = Path(__file__).parent / "ranking.json"
_CORE = {"nsubj": "subject", "obj": "object", "iobj": "object", "obl": "oblique"}
_ABSTRACT = ("ion", "ment", "ness", "ity", "ance", "ence", "ism")
_FARTHEST = 6
_LONGEST = 20
_MOST = 6
_KNOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A pronoun that asks for its antecedent."""

    k: int
    """The number of its sentence."""
    sentence: Sentence
    token: int
    gender: str
    speaker: str | None
    """Who says the words in which it stands."""
    sorts: frozenset[str] | None = None
    """The sorts of things that suit its place, None for any."""


def features_of(asked: Asked, seen: Seen, entity: Entity, count: int) -> dict[str, float]:
    """Return what speaks for or against a mention, by name."""
    s, i = asked.sentence, asked.token
    back = asked.k - seen.sentence
    role, mine = seen.role, role_of(s, i)
    out = {
        "sentences back": float(min(back, _FARTHEST)),
        "same sentence": float(back == 0),
        "sentence before": float(back == 1),
        "count": log(1 + count),
        "mentions": min(count, _MOST) / 10,
        f"form {seen.form}": 1.0,
        f"{_CORE.get(role, 'inner')} {'here' if back == 0 else 'before'}": 1.0,
        "length": min(len(entity.text.split()), _LONGEST) / 10,
        "named": float(entity.named and not entity.plural),
        "group": float(entity.group and not entity.plural),
        "same role": float(role == mine),
    }
    if entity.noun in TIMES:
        out["time"] = 1.0
    if entity.noun.endswith(_ABSTRACT):
        out["abstract"] = 1.0
    if back == 0:
        out["words back"] = min(i - seen.token, _LONGEST) / 10
        out["own subject"] = float(seen.token == owner_subject(s, i))
    if seen.main:
        out["main subject"] = 1.0
    if seen.first:
        out["first in sentence"] = 1.0
    if asked.gender in {"Masc", "Fem"} and entity.gender == asked.gender:
        out["gender"] = 1.0
    if asked.speaker is not None:
        out["speaker"] = float(entity.text == asked.speaker)
    out["weight"] = log(entity.weight)
    out[f"sort {entity.sort}"] = 1.0
    out["full name"] = float(entity.person and entity.named and " " in entity.text)
    lone = entity.person and entity.named and " " not in entity.text and not entity.gender
    out["lone name"] = float(lone and entity.weight < _KNOWN)
    if asked.sorts is not None:
        out["suits"] = float(entity.sort in asked.sorts and bool(entity.sort))
    if s[s[i].head].lemma in SAYING and mine == "nsubj":
        out["can say it"] = float(entity.person or entity.group)
    out["quoted alike"] = float(seen.quoted == (i in s.quoted))
    return out


def score_of(features: Mapping[str, float], kind: str) -> float:
    """Return the score of a mention for a kind of pronoun."""
    weights = weights_of(WEIGHTS)[kind]
    return sum([weights[name] * value for name, value in features.items() if name in weights])


@lru_cache(maxsize=2)
def weights_of(path: Path) -> dict[str, dict[str, float]]:
    """Return the weights by kind of pronoun and name of feature."""
    found: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return found
