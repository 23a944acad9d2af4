"""Whether a model's wording keeps to the article, as far as words can tell.

A model may quote a sentence rightly and yet say something else of it. What is looked at
here is cheap and one-sided: a wording that passes may still be wrong, and some right ones
do not pass. People read the claims beside their quotes for that reason.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from claimledger.splitting.cutting.plain import plain

# Scripts without spaces between words are compared character by character.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_](?:[^\W_\u3040-\u30ff\u3400-\u9fff]|['.,](?=\d))*"
)
_STEM = 4
"""Letters that two forms of a word share: "repairs" and "repaired"."""
_SHARE = 2 / 3
_NEGATIONS = frozenset(
    ("no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot")
)
_HEDGES = frozenset(
    (
        *("may", "might", "could", "probably", "possibly", "allegedly", "reportedly"),
        *("nearly", "almost", "approximately", "roughly", "only", "least", "most"),
    )
)
_BEFORE_NUMBERS = frozenset(("about", "around"))
_WITHOUT_WEIGHT = frozenset(
    ("a", "an", "the", "be", "been", "to", "have", "has", "had", "of", "any", "in", "that", "only")
)
_JOINTS = frozenset(("and", "but", "or", "which", "who", "while", "because", "said"))


class Vocabulary(NamedTuple):
    """The words and numbers of an article."""

    words: frozenset[str]
    stems: frozenset[str]


def vocabulary_of(article: str) -> Vocabulary:
    """Return the words that claims of an article may be made of."""
    words = frozenset(words_of(article))
    return Vocabulary(words=words, stems=frozenset(map(_stem, words)))


def departure(
    claim: str, *, quote: str, sentence: str, article: Vocabulary, language: str
) -> str | None:
    """Tell how a claim's wording departs from the article, None when nothing is seen.

    Numbers, and most other words, must be the article's. In English a negation or hedge
    must not be lost before a word that the claim keeps, nor a negation be added.
    """
    said = words_of(claim)
    if strange := [word for word in said if word[0].isdigit() and word not in article.words]:
        return f'the article has no "{strange[0]}"'
    weighed = [word for word in said if word not in _NEGATIONS]
    if sum(_stem(word) in article.stems for word in weighed) < _SHARE * len(weighed):
        return "most of its words are not the article's"
    if not {_stem(word) for word in said} & {_stem(word) for word in words_of(quote)}:
        return "it shares no word with its quote"
    if language != "en":
        return None
    if _negated(said) and not _negated(words_of(sentence)):
        return "it denies what its sentence does not deny"
    lost = _lost(said, words_of(quote))
    return None if lost is None else f'it has lost "{lost}"'


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text in lower case, "n't" as a word of its own."""
    words = re.sub(r"(?i)\bcan't\b", "can not", plain(unicodedata.normalize("NFC", text)))
    words = re.sub(r"(?i)n't\b", " not", words)
    words = re.sub(r"\bMay\b", "May5", words)  # the fifth month is no hedge
    return [word.lower() for word in _WORD.findall(words)]


def _stem(word: str) -> str:
    return word if word[0].isdigit() else word[:_STEM]


def _negated(words: list[str]) -> bool:
    return not _NEGATIONS.isdisjoint(words)


def _lost(said: list[str], quoted: list[str]) -> str | None:
    """Return the small word of a quote that the claim dropped before a word it kept."""
    stems = {_stem(word) for word in said}
    for i, word in enumerate(quoted):
        behind = _behind(quoted[i + 1 :])
        if word in _NEGATIONS:
            kept = _negated(said)
        else:
            hedges = word in _HEDGES or (
                word in _BEFORE_NUMBERS and behind and behind[0][0].isdigit()
            )
            kept = word in said or not hedges
        if not kept and any(_stem(after) in stems for after in behind):
            return word
    return None


def _behind(words: Sequence[str]) -> list[str]:
    """Return the two words with weight that a small word bears on, fewer at a clause's end."""
    clause = takewhile(lambda word: word not in _JOINTS, words)
    return list(islice((word for word in clause if word not in _WITHOUT_WEIGHT), 2))
