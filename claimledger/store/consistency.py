"""Consistency: whether an event makes sense after the events before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from claimledger.domain.acts import (
    LEDGER,
    Act,
    ArticleAdded,
    ArticleRevised,
    ClaimAdded,
    ClaimDivided,
    ClaimLinked,
    ClaimPublished,
    ClaimSettled,
    ClaimsMerged,
    ClaimsSplit,
    ClaimUnlinked,
    CorrectionPublished,
    EvidenceArchived,
    EvidenceAttached,
    EvidenceChecked,
    EvidenceRestored,
    EvidenceWithdrawn,
    KeptClaim,
    LintRuleSwitched,
    PolicySet,
    ScaleDefined,
    ScaleMapped,
    SplitClaim,
    VerdictGiven,
)
from claimledger.domain.articles import ArticleId
from claimledger.domain.claims import claim_id
from claimledger.domain.events import Event, EventId, FeedId
from claimledger.domain.text import Span, are_in_order

CLOCK_STEP: Final = timedelta(days=1)
"""How far a feed's time may run backwards: a clock set to local time is hours off."""


class _Voice(NamedTuple):
    """Who last spoke in a feed, and when."""

    author: str
    time: str


@dataclass(slots=True)
class Consistency:
    """What the events so far have brought in; each event is held against it.

    ``read_text`` gives an article's text by its hash, None where it is not kept.
    """

    read_text: Callable[[str], str | None]
    _events: set[EventId] = field(default_factory=set)
    _voices: dict[FeedId, _Voice] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    """The newest text's hash of every article."""
    _claims: set[str] = field(default_factory=set)
    _evidence: set[str] = field(default_factory=set)
    _scales: dict[tuple[str, int], frozenset[str]] = field(default_factory=dict)

    def faults(self, event: Event, identity: EventId) -> Iterator[str]:
        """Yield what is wrong with an event, and take it in."""
        yield from self._voice_faults(event)
        if not self._events.issuperset(event.after):
            yield "names an event in `after` that is not there before it"
        yield from self._act_faults(event, identity)
        self._events.add(identity)

    def _voice_faults(self, event: Event) -> Iterator[str]:
        before = self._voices.get(event.feed)
        self._voices[event.feed] = _Voice(event.author, event.time)
        if before is None:
            return
        if event.author != before.author:
            yield f'is by "{event.author}" in the feed of "{before.author}"'
        if event.time < before.time and _step(before.time, event.time) > CLOCK_STEP:
            yield f"is of {event.time}, but the event before it in its feed is of {before.time}"

    def _act_faults(  # noqa: C901 - one case a kind
        self, event: Event, identity: EventId
    ) -> Iterator[str]:
        act, subject = event.act, event.subject
        match act:
            case ArticleAdded(text=text):
                if subject != text:
                    yield "its article's id is not the hash of its text"
                self._texts.setdefault(subject, text)
            case ArticleRevised():
                yield from self._revision_faults(subject, act)
            case ClaimsSplit(claims=claims):
                yield from self._claim_faults(subject, claims)
            case ClaimAdded(article=article, claim=claim):
                if subject != claim.id:
                    yield "its subject is not the claim that it adds"
                yield from self._claim_faults(article, [claim])
            case ScaleDefined(version=version, ratings=ratings):
                codes = frozenset(rating.code for rating in ratings)
                self._scales.setdefault((subject, version), codes)
            case ScaleMapped() | PolicySet() | LintRuleSwitched():
                yield from self._rule_faults(subject, act)
            case EvidenceChecked() | EvidenceArchived():
                if subject not in self._evidence:
                    yield "is about evidence that is not there"
            case _:
                yield from self._review_faults(subject, identity, act)

    def _rule_faults(
        self, subject: str, act: ScaleMapped | PolicySet | LintRuleSwitched
    ) -> Iterator[str]:
        known = {scale for scale, _ in self._scales}
        if isinstance(act, ScaleMapped):
            for scale in {subject, act.target} - known:
                yield f'maps the scale "{scale}", which is not there'
            return
        if subject != LEDGER:
            yield f'its subject is not "{LEDGER}"'
        if isinstance(act, PolicySet) and act.scale not in known:
            yield f'chooses the scale "{act.scale}", which is not there'

    def _review_faults(  # noqa: C901 - one case a kind
        self, claim: str, identity: EventId, act: Act
    ) -> Iterator[str]:
        """Yield what is wrong with an act on a claim that is there."""
        if claim not in self._claims:
            yield "is about a claim that is not there"
        match act:
            case EvidenceAttached():
                self._evidence.add(identity)
            case EvidenceWithdrawn() | EvidenceRestored():
                if act.evidence not in self._evidence:
                    yield "is about evidence that is not there"
            case ClaimDivided(article=article, parts=parts):
                yield from self._claim_faults(article, parts)
            case ClaimsMerged(merged=merged):
                if not self._claims.issuperset(merged):
                    yield "merges a claim that is not there"
            case ClaimLinked(to=to) | ClaimUnlinked(to=to):
                if to not in self._claims:
                    yield "links to a claim that is not there"
            case VerdictGiven() | ClaimSettled() | ClaimPublished() | CorrectionPublished():
                yield from self._rating_faults(act)
            case _:
                pass

    def _rating_faults(
        self, act: VerdictGiven | ClaimSettled | ClaimPublished | CorrectionPublished
    ) -> Iterator[str]:
        codes = self._scales.get((act.scale, act.version))
        if codes is None:
            yield f'is on version {act.version} of the scale "{act.scale}", which is not there'
        elif act.rating is not None and act.rating not in codes:
            yield f'gives the rating "{act.rating}", which its scale does not have'

    def _revision_faults(self, article: str, act: ArticleRevised) -> Iterator[str]:
        if article in self._texts:
            self._texts[article] = act.text
        if not self._claims.issuperset(claim.id for claim in act.kept):
            yield "keeps a claim that is not there"
        if _any_outside(self.read_text(act.text), act.kept):
            yield "a kept claim points at what the text does not have"
        yield from self._claim_faults(article, act.added)

    def _claim_faults(self, article: str, claims: Sequence[SplitClaim]) -> Iterator[str]:
        newest = self._texts.get(article)
        self._claims.update(claim.id for claim in claims)
        if newest is None:
            yield "is about an article that is not there"
            return
        if _any_outside(self.read_text(newest), claims):
            yield "a claim points at what the text does not have"
        for claim in claims:
            # A claim that a new version brought in may be known by that version's text.
            homes = dict.fromkeys((article, newest))
            if all(
                claim.id != claim_id(ArticleId(home), claim.spans, claim.text) for home in homes
            ):
                yield f"the id of claim {claim.id[:12]} is not the hash of its content"
            if not 0 <= claim.checkworthiness <= 100:  # noqa: PLR2004 - hundredths
                yield f"claim {claim.id[:12]} has a worth of {claim.checkworthiness}, not 0 to 100"


def _any_outside(text: str | None, claims: Iterable[SplitClaim | KeptClaim]) -> bool:
    """Tell whether a claim's places are not inside the text, or out of order."""
    if text is None:
        return False
    whole = Span(0, len(text))
    for claim in claims:
        if claim.spans and not are_in_order(claim.spans, within=whole):
            return True
        places = (claim.sentence, claim.speaker_span, claim.attribution_span)
        if any(place is not None and place.end > whole.end for place in places):
            return True
    return False


def _step(before: str, after: str) -> timedelta:
    """Return how far a time lies before another; no time at all is as far as can be."""
    try:
        return datetime.fromisoformat(before) - datetime.fromisoformat(after)
    except ValueError:
        return timedelta.max
