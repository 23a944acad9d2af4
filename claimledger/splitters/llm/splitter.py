"""The splitter that asks a large model, and falls back to the rules when it cannot."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

from claimledger.config.llm import find_llm
from claimledger.domain.articles import ArticleId, article_id
from claimledger.domain.claims import Claim, claim_id
from claimledger.domain.text import Span, quote_of
from claimledger.splitters.llm.anchors import anchor_of, phrase_in
from claimledger.splitters.llm.answers import Draft, one_line
from claimledger.splitters.llm.client import ChatClient
from claimledger.splitters.llm.errors import ModelError
from claimledger.splitters.llm.fidelity import departure, vocabulary_of, words_of
from claimledger.splitters.llm.ladder import ask
from claimledger.splitters.llm.passages import Passage, passages_of
from claimledger.splitters.rules import RulesSplitter
from claimledger.splitters.splitter import Splitting
from claimledger.splitting.cutting.paragraphs import paragraphs_of
from claimledger.splitting.cutting.quotations import quotations_of
from claimledger.splitting.document import Diagnostic
from claimledger.splitting.judging.worth import assess

_PRONOUNS = frozenset(("he", "she", "it", "they", "him", "her", "them", "we", "i", "you"))


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmSplitter:
    """Asks a large model for claims and keeps those that the article bears out."""

    client: ChatClient
    name: ClassVar[str] = "llm"
    version: ClassVar[str] = "1"

    @classmethod
    def from_settings(cls) -> Self:
        """Make the splitter for the model that the person has set up.

        Raises:
            UsageError: There is none.
        """
        return cls(client=ChatClient(settings=find_llm()))

    def split(self, text: str, *, language: str) -> Splitting:
        """Split a text; without a usable answer, the rules split all of it."""
        try:
            return self._asked(text, language)
        except ModelError as error:
            splitting = RulesSplitter().split(text, language=language)
            message = (
                f"The large model did not split this: {error.message} "
                f"The claims are those of the built-in splitter, {splitting.splitter}."
            )
            notice = Diagnostic(message=message, span=None)
            return replace(splitting, diagnostics=(notice, *splitting.diagnostics))

    def _asked(self, text: str, language: str) -> Splitting:
        passages, long = passages_of(text, language=language)
        reader = _Reader(text=text, language=language)
        told = [
            Diagnostic(message="This sentence is too long for the large model.", span=span)
            for span in long
        ]
        claims: dict[str, Claim] = {}
        for passage in passages:
            start = 0
            answer = ask(self.client, passage.words(text), passage.context(text))
            if answer.unread:
                message = f"The large model gave {answer.unread} entries that are no claims."
                told.append(Diagnostic(message=message, span=passage.sentences[0]))
            for draft in answer.drafts:
                claim = reader.claim(draft, passage, start=start)
                if isinstance(claim, Diagnostic):
                    told.append(claim)
                    continue
                start = claim.sentence.start
                claims.setdefault(claim.text.lower(), claim)
        if passages and not claims:
            raise ModelError("It gave no claim that could be found in the article.")
        return Splitting(
            claims=tuple(sorted(claims.values(), key=lambda c: (c.sentence.start, c.spans))),
            splitter=f"{self.name}/{self.version} {self.client.settings.model}",
            diagnostics=tuple(told),
        )


class _Reader:
    """Compares drafts with one article."""

    def __init__(self, *, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._article: ArticleId = article_id(text)
        is_composed = unicodedata.is_normalized("NFC", text)
        self._spelling: Literal["NFC", "NFD"] = "NFC" if is_composed else "NFD"
        self._vocabulary = vocabulary_of(text)
        self._quotations = [q.span for q in quotations_of(text, paragraphs_of(text))]

    def claim(self, draft: Draft, passage: Passage, *, start: int) -> Claim | Diagnostic:
        """Make a claim of a draft, or tell why it is none."""
        wanted = unicodedata.normalize(self._spelling, draft.quote)
        anchor = anchor_of(self._text, passage.sentences, wanted, start=start)
        if anchor is None:
            return _left_out(draft, "no sentence of the passage says its quote")
        quote = quote_of(self._text, anchor.spans)
        reason = departure(
            draft.text,
            quote=quote,
            sentence=anchor.sentence.of(self._text),
            article=self._vocabulary,
            language=self._language,
        )
        if reason is not None:
            return _left_out(draft, reason)
        speaker = None if draft.speaker is None else self._speaker(draft.speaker)
        if draft.speaker is not None and speaker is None:
            return _left_out(draft, f'the article does not name its speaker "{draft.speaker}"')
        inside = any(
            q.start <= anchor.spans[0].start and anchor.spans[-1].end <= q.end
            for q in self._quotations
        )
        worth = assess(draft.text, speaker=speaker, quoted=inside)
        return Claim(
            id=claim_id(self._article, anchor.spans, draft.text),
            text=draft.text,
            quote=quote,
            spans=anchor.spans,
            sentence=anchor.sentence,
            speaker=speaker,
            speaker_span=None if speaker is None else self._named(speaker, anchor.sentence),
            cue=None,
            kind=worth.kind,
            checkable=worth.checkable,
            checkworthiness=worth.checkworthiness,
            reasons=worth.reasons,
            needs_context=words_of(draft.text)[0] in _PRONOUNS,
        )

    def _speaker(self, said: str) -> str | None:
        """Return the speaker in the article's spelling, None where its words are not there."""
        wanted = unicodedata.normalize(self._spelling, said)
        found = phrase_in(self._text, wanted, Span(0, len(self._text)))
        if found is not None:
            return one_line(found.of(self._text))
        return said if self._vocabulary.words.issuperset(words_of(said)) else None

    def _named(self, speaker: str, sentence: Span) -> Span | None:
        """Find the speaker's name in a sentence, or else the last word of it."""
        wanted = unicodedata.normalize(self._spelling, speaker)
        whole = phrase_in(self._text, wanted, sentence)
        last = wanted.rsplit(maxsplit=1)[-1]
        return whole or (phrase_in(self._text, last, sentence) if last[0].isupper() else None)


def _left_out(draft: Draft, reason: str) -> Diagnostic:
    message = f'A claim of the large model is left out, as {reason}: "{draft.text}"'
    return Diagnostic(message=message, span=None)
