"""Names for the speakers and the pronouns of a whole article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimledger.splitting.document import Document, Sentence
from claimledger.splitting.english.nouns import TIMES
from claimledger.splitting.english.people import is_person_noun
from claimledger.splitting.propositions.phrases import phrase_tokens
from claimledger.splitting.reference.mentions import Mention, mentions_of
from claimledger.splitting.reference.names import Names
from claimledger.splitting.reference.pronouns import with_glue
from claimledger.splitting.reference.resolver import Resolver
from claimledger.splitting.reference.sorts import ACT, THING, sort_of
from claimledger.splitting.sources.attribution import Attribution
from claimledger.splitting.sources.spans import saying_of
from claimledger.splitting.sources.speakers import Source, Voices, standing_alone
from claimledger.splitting.wording.standalone import Replacement, after, keeps_capital

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
        return Source(k, voice.speaker, voice.lemma, voice)
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
            source = source_of(k, sentence, told, voices)
            name = name_of(document, source, resolved, names)
            if name and (name[:1].isupper() or _can_speak(document, source)):
                content = set(sentence.subtree(told.content)) - told.dropped
                mine.update(dict.fromkeys(content, name))
        if sentence.root is not None and standing_alone(sentence, voices.told[k]) is not None:
            source = voices.quotations.get(sentence.quotations[0])
            name = name_of(document, source, resolved, names)
            if name and (name[:1].isupper() or _can_speak(document, source)):
                mine.update({i: name for i in sentence.quoted if i not in mine})
        out[k] = mine
    return out


def _can_speak(document: Document, source: Source | None) -> bool:
    """Tell whether a source can say "I" or "we"."""
    if source is None:
        return False
    s = document.sentences[source.sentence]
    if s[source.token].pos not in {"NOUN", "PROPN"}:
        return s[source.token].pos in {"PRON", "NUM", "ADJ", "DET"}
    return sort_of(s, source.token) not in {ACT, THING}


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
        return new.text if new is not None else sentence[source.token].lower
    phrase = _phrase(sentence, source.token)
    if phrase[-1] > source.token and sentence[phrase[-1] - 1].text == "-":
        source = Source(source.sentence, phrase[-1], source.lemma)
    for mention in mentions_of(sentence, names.known):
        if _is_whole(sentence, source, mention, phrase):
            return names.fullest(mention.text)
    if sentence[source.token].text in names.bodies:
        return names.bodies[sentence[source.token].text]
    text = ""
    for k, i in enumerate(with_glue(sentence, phrase)):
        word = replaced[i].text if i in replaced else sentence[i].text
        plain = i == 0 and not keeps_capital(sentence[i], after(sentence, i))
        if plain and word == sentence[i].text:
            word = word[:1].lower() + word[1:]
        text += (" " if k and word and sentence[i].space_before else "") + word
    return " ".join(text.split()) or None


def _phrase(s: Sentence, token: int) -> list[int]:
    """Return the words of a source: without the day on which it spoke, a hyphen's parts whole."""
    said = saying_of(s, token)
    phrase = [i for i in phrase_tokens(s, token) if i not in said]
    for c in s.kids(token, "nmod", "obl"):
        if s[c].lemma.lower() in TIMES and c > token:
            phrase = [i for i in phrase if i < s.subtree(c)[0]]
    while phrase and phrase[-1] + 2 < len(s.tokens) and s[phrase[-1] + 1].text == "-":
        if s[phrase[-1] + 1].space_before or s[phrase[-1] + 2].space_before:
            break
        phrase += [phrase[-1] + 1, phrase[-1] + 2]
    return phrase or [token]


def _is_whole(s: Sentence, source: Source, mention: Mention, phrase: Sequence[int]) -> bool:
    """Tell whether a name is whom a noun phrase speaks of."""
    # "spokesman X" may hang on either word.
    near = mention.first - _NEAR <= source.token <= mention.last
    if near and _is_one(s, source, mention):
        return True
    if _follows(s, source.token, mention):
        return True
    if mention.last != phrase[-1] or phrase[0] >= mention.first:
        return False
    role = s[mention.first - 1]
    return role.pos in {"NOUN", "PROPN"} and is_person_noun(role.lemma.lower())


def _follows(s: Sentence, token: int, mention: Mention) -> bool:
    """Tell whether a name is what an office before it is held by: "the mayor of Ham, Ann Poe"."""
    if s[token].has("Number", "Plur") or not is_person_noun(s[token].lemma.lower()):
        return False
    inside = range(mention.first, mention.last + 1)
    hung = next((i for i in inside if s[i].head not in inside), mention.first)
    commas = mention.first - token > 1 and s[mention.first - 1].text == ","
    if s.label(hung) == "appos" and (s[hung].head == token or commas):
        return s[hung].head in s.subtree(token)
    # "Party leader and Prime Minister X" speaks of one.
    two = s.label(hung) == "conj" and s[hung].head == token and mention.title is not None
    return two and s.kid(token, "det") is None


def _is_one(s: Sentence, source: Source, mention: Mention) -> bool:
    """Tell whether a source and a name are one noun phrase."""
    if source.token >= mention.first or s[mention.first - 1].lower in {"named", "called"}:
        return True
    if mention.first - 1 != source.token or s[source.token].pos not in {"NOUN", "PROPN"}:
        return False
    one = not s[source.token].has("Number", "Plur") and is_person_noun(s[source.token].lower)
    return one or mention.first in s.subtree(source.token)
