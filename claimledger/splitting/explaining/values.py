"""What an explanation is made of: the steps that led from a sentence to its claims."""

from __future__ import annotations

from dataclasses import dataclass

from claimledger.domain.claims import Claim
from claimledger.domain.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words between quotation marks that reach into the sentence."""

    words: str
    speaker: str | None
    """Who says them, None where the article does not tell."""
    carried: bool
    """True when another sentence names the speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """Something the sentence says that somebody said."""

    cue: str
    """The lemma that tells, such as ``say``."""
    source: str | None
    """Who says it, as the sentence words it."""
    speaker: str | None
    """The fullest name of the source."""
    phrase: str
    """The words that say so and stand beside what is said; fragments joined by an ellipsis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A word whose place in the parser's tree was taken for a slip."""

    word: str
    before: str
    """Label and head as the parser had them, such as ``nmod of bill``."""
    after: str
    repairs: tuple[str, ...] = ()
    """The repairs that moved it, in their order, such as ``hyphenated modifier``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that a pronoun could stand for."""

    name: str
    score: float
    """Higher fits better; only the difference counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred:
    """Words that stand for something named elsewhere."""

    words: str
    name: str | None
    """What stands in claims instead, None where nothing fitted well enough."""
    why: str
    candidates: tuple[Candidate, ...] = ()
    """What a pronoun could have stood for, the best first; empty for other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A claim, and the construction it was read from."""

    number: int
    """Its place among the claims of the article, from 1."""
    claim: Claim
    origin: str
    """The construction, such as ``relative clause``."""
    borrowed: str = ""
    """Words of the sentence that stand outside the construction, such as a shared subject."""
    put_in: tuple[str, ...] = ()
    """Words that grammar asked for and the sentence does not have."""
    inflected: tuple[tuple[str, str], ...] = ()
    """Words whose form changed, with the new form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """How one stretch of an article was read: a sentence, or a paragraph that is no prose."""

    span: Span
    text: str
    quotations: tuple[Quoted, ...] = ()
    reported: tuple[Reported, ...] = ()
    mended: tuple[Mended, ...] = ()
    references: tuple[Referred, ...] = ()
    claims: tuple[Made, ...] = ()
    repeated: tuple[str, ...] = ()
    """Claims that the article made before, so that they are not listed again."""
    whole: str | None = None
    """Why the sentence is kept whole, None where it was taken apart."""
    silent: str | None = None
    """Why it makes no claim, None where it makes some."""
