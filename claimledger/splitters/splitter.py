"""The port: what a splitter is given, what it gives, and what holds of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from claimledger.domain.articles import ArticleId, article_id
from claimledger.domain.claims import Claim, claim_id
from claimledger.domain.text import Span, are_in_order, quote_of
from claimledger.splitting.document import Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class Splitting:
    """What splitting a text came to."""

    claims: tuple[Claim, ...]
    """In the order of the text: a claim of an earlier sentence comes first."""
    splitter: str
    """Name and version of the splitter that did it, for the record, such as ``rules/1``."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What a person should know about it."""


class Splitter(Protocol):
    """A way to split texts into claims."""

    @property
    def name(self) -> str:
        """The name that it is chosen by."""

    @property
    def version(self) -> str:
        """Raised whenever the same text may give other claims than before."""

    def split(self, text: str, *, language: str) -> Splitting:
        """Split a text; every claim satisfies :func:`fault_of`, and none comes twice.

        Trouble in the text is a diagnostic, not an error. ``language`` is a code such as
        ``en``; a splitter that does not know the language says so in a diagnostic.
        """


def split_with(splitter: Splitter, text: str, *, language: str) -> Splitting:
    """Split a text and hold the splitter to what claims must be.

    What is recorded cannot be taken back, and a plug-in may err: a claim that does not
    fit the text is left out, with a diagnostic.
    """
    splitting = splitter.split(text, language=language)
    article = article_id(text)
    kept: dict[str, Claim] = {}
    told: list[Diagnostic] = []
    for claim in splitting.claims:
        fault = fault_of(claim, text, article)
        if fault is None:
            kept.setdefault(claim.id, claim)
        else:
            message = (
                f'{splitting.splitter} gave a claim that is left out, as {fault}: "{claim.text}"'
            )
            told.append(Diagnostic(message=message, span=None))
    return replace(
        splitting,
        claims=tuple(sorted(kept.values(), key=lambda claim: claim.sentence.start)),
        diagnostics=(*splitting.diagnostics, *told),
    )


def fault_of(claim: Claim, text: str, article: ArticleId) -> str | None:
    """Tell what is wrong with a claim of a text, None when it is sound."""
    whole = Span(0, len(text))
    places: Sequence[Span] = [
        claim.sentence,
        *filter(None, [claim.speaker_span, claim.attribution_span]),
    ]
    faults = {
        "its text is empty": not claim.text.strip(),
        "its sentence lies outside the text": not all(
            are_in_order([p], within=whole) for p in places
        ),
        "its spans are not in order inside its sentence": not are_in_order(
            claim.spans, within=claim.sentence
        ),
        "its quote is not what the text says": claim.quote != quote_of(text, claim.spans),
        "its id is not that of its content": claim.id != claim_id(article, claim.spans, claim.text),
        "its worth is not between 0 and 1": not 0 <= claim.checkworthiness <= 1,
    }
    return next((fault for fault, is_so in faults.items() if is_so), None)
