"""Names for the speakers and the pronouns of a whole article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimledger.splitting.document import Document, Sentence
from claimledger.splitting.english.words import ANIMATE
from claimledger.splitting.propositions.phrases import phrase_tokens
from claimledger.splitting.reference.names import Mention, Names, mentions_of
from claimledger.splitting.reference.resolver import Resolver
from claimledger.splitting.sources.attribution import Attribution
from claimledger.splitting.sources.speakers import Source, Voices, standing_alone
from claimledger.splitting.wording.standalone import Replacement, keeps_capital

_NEAR = 2
_FIRST = frozenset(["i", "we", "me", "us"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """For every sentence, what stands in the place of which token."""

    replaced: tuple[Mapping[int, Replacement], ...]
    doubtful: tuple[frozenset[int], ...]
    """Pronouns that could stand for more than one thing, or for nothing known."""


def resolve(
    document: Document, names: Names, speakers: Mapping[int, Mapping[int, str]]
) -> Resolved:
    """Read the references of an article from its first sentence to its last."""
    resolver = Resolver(names)
    replaced, doubtful = [], []
    for k, sentence in enumerate(document.sentences):
        replaced.append(resolver.read(k, sentence, speakers.get(k, {})))
        doubtful.append(resolver.doubtful)
    return Resolved(replaced=tuple(replaced), doubtful=tuple(doubtful))


def source_of(
    k: int, sentence: Sentence, voice: Attribution | None, voices: Voices
) -> Source | None:
    """Return who says what a voice reports."""
    if voice is None:
        return None
    if voice.speaker is not None:
        return Source(k, voice.speaker, voice.lemma)
    for q in sentence.quotations:
        if q in voices.quotations:
            return voices.quotations[q]
    return None


def speakers_of(
    document: Document, voices: Voices, resolved: Resolved, names: Names
) -> dict[int, dict[int, str]]:
    """Return the speaker of every token that someone is reported to have said."""
    out: dict[int, dict[int, str]] = {}
    for k, sentence in enumerate(document.sentences):
        mine: dict[int, str] = {}
        for told in voices.told[k]:
            name = name_of(document, source_of(k, sentence, told, voices), resolved, names)
            if name:
                content = set(sentence.subtree(told.content)) - told.dropped
                mine.update(dict.fromkeys(content, name))
        if sentence.root is not None and standing_alone(sentence, voices.told[k]) is not None:
            source = voices.quotations.get(sentence.quotations[0])
            name = name_of(document, source, resolved, names)
            if name:
                mine.update({i: name for i in sentence.quoted if i not in mine})
        out[k] = mine
    return out


def name_of(
    document: Document, source: Source | None, resolved: Resolved, names: Names
) -> str | None:
    """Return the fullest name of a source, as a phrase of the article."""
    if source is None:
        return None
    sentence = document.sentences[source.sentence]
    replaced = resolved.replaced[source.sentence]
    if sentence[source.token].pos == "PRON":
        new = replaced.get(source.token)
        if new is None and sentence[source.token].lower in _FIRST:
            return None
        return new.text if new is not None else sentence[source.token].text
    phrase = phrase_tokens(sentence, source.token)
    for mention in mentions_of(sentence, names.known):
        if _is_whole(sentence, source, mention, phrase):
            return names.fullest(mention.text)
    if sentence[source.token].text in names.bodies:
        return names.bodies[sentence[source.token].text]
    text = ""
    for k, i in enumerate(phrase):
        word = replaced[i].text if i in replaced else sentence[i].text
        if i == 0 and word == sentence[i].text and not keeps_capital(sentence[i]):
            word = word[:1].lower() + word[1:]
        text += (" " if k and word and sentence[i].space_before else "") + word
    return " ".join(text.split()) or None


def _is_whole(s: Sentence, source: Source, mention: Mention, phrase: Sequence[int]) -> bool:
    """Tell whether a name is whom a noun phrase speaks of."""
    # "spokesman X" may hang on either word.
    near = mention.first - _NEAR <= source.token <= mention.last
    if near and _is_one(s, source, mention):
        return True
    if mention.last != phrase[-1] or phrase[0] >= mention.first:
        return False
    role = s[mention.first - 1]
    return role.pos in {"NOUN", "PROPN"} and role.lemma.lower() in ANIMATE


def _is_one(s: Sentence, source: Source, mention: Mention) -> bool:
    """Tell whether a source and a name are one noun phrase."""
    if source.token >= mention.first or s[mention.first - 1].lower in {"named", "called"}:
        return True
    beside = mention.first - 1 == source.token and s[source.token].pos in {"NOUN", "PROPN"}
    return beside and mention.first in s.subtree(source.token)
