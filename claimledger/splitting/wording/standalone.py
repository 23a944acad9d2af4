"""From propositions to text that stands alone: names in, marks and capitals right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimledger.splitting.document import Sentence, Token
from claimledger.splitting.english.people import DEMONYMS, NAME_OPENERS, PLAIN
from claimledger.splitting.english.words import CLITICS
from claimledger.splitting.propositions.values import Word

_NO_SPACE_BEFORE = frozenset(",.;:!?)]}%'\u2019\u2026")
_NO_SPACE_AFTER = frozenset("([{$\u00a3\u20ac#")
_LOOSE = frozenset({",", ";", ":", "-", "--", "\u2013", "\u2014", "/", "|"})
_CLOSING = frozenset(".!?)")
_ENDING = frozenset(".!?(\u2026")
_DOUBLE = frozenset('"\u201c\u201d\u201e\u201f\u00ab\u00bb')
_INNER_STOP = re.compile(r"[.,;:!?]+([\"\u201d\u2019')]+)$")


class Replacement(NamedTuple):
    """What stands in a claim instead of a token."""

    text: str
    """Empty for the rest of a name that its first token already gives."""
    referent: int = -1
    """Whom or what it names; a pronoun stays after a name of the same referent."""
    pronoun: bool = False
    thing: bool = False
    """True for what is no person's name."""
    kept_after: frozenset[int] = frozenset()
    """A pronoun stays wherever one of these was named before it in the claim."""


def render(sentence: Sentence, words: Sequence[Word], replaced: Mapping[int, Replacement]) -> str:
    """Return words as a sentence with a capital and a full stop."""
    kept = tidied(sentence, _named(words, replaced))
    text = ""
    before: Word | None = None
    for word in _lowered(sentence, _with_articles(sentence, kept)):
        text += (" " if before is not None and _spaced(sentence, before, word) else "") + word.text
        before = word
    return finished(text)


def tidied(sentence: Sentence, words: Sequence[Word]) -> list[Word]:
    """Return words without marks that stand alone: at the ends, or without their partner."""
    return _trimmed(sentence, _balanced(sentence, _trimmed(sentence, words)))


def _named(words: Sequence[Word], replaced: Mapping[int, Replacement]) -> list[Word]:
    """Put names in the place of pronouns and short names, once where once will do."""
    out: list[Word] = []
    named: list[int] = []
    things: set[int] = set()
    for word in words:
        new = replaced.get(word.token) if word.token is not None else None
        if new is None:
            out.append(word)
            continue
        near = new.referent in named[-1:] or new.referent in things
        if new.pronoun and (near or new.kept_after & (things | set(named))):
            out.append(word)
            continue
        if new.referent >= 0 and new.thing:
            things.add(new.referent)
        elif new.referent >= 0:
            named.append(new.referent)
        if new.text:
            out.append(Word(new.text, word.token))
    return out


def _trimmed(s: Sentence, words: Sequence[Word]) -> list[Word]:
    """Drop commas and dashes whose neighbours are gone."""
    out = [
        word
        for k, word in enumerate(words)
        if word.text not in _LOOSE or word.token is None or _holds(s, words, k)
    ]
    while out and (out[0].text in _LOOSE or out[0].text in _CLOSING):
        out.pop(0)
    while out and (out[-1].text in _LOOSE or out[-1].text in _ENDING):
        out.pop()
    return out


def _holds(s: Sentence, words: Sequence[Word], k: int) -> bool:
    """Tell whether a comma or dash still stands between what it stood between."""
    if k == 0 or k + 1 == len(words) or words[k + 1].text in _LOOSE:
        return False
    left, mark, right = words[k - 1].token, words[k].token, words[k + 1].token
    assert mark is not None
    if left == mark - 1 and right == mark + 1:
        return True
    if right is not None and right > mark + 1 and s[right - 1].text in _LOOSE:
        return False  # what it set off is gone
    # After an opening the subject may come from elsewhere.
    return (left == mark - 1 or right == mark + 1) and _opens(s, words[:k])


def _opens(s: Sentence, words: Sequence[Word]) -> bool:
    """Tell whether no verb has come yet, so that a comma still ends an opening."""
    return not any(w.token is not None and s[w.token].pos in {"VERB", "AUX"} for w in words)


def _with_articles(s: Sentence, words: Sequence[Word]) -> list[Word]:
    """Change "a" to "an" and back before a word that was not there."""
    out = list(words)
    for k, (word, following) in enumerate(pairwise(words)):
        if word.text.lower() not in {"a", "an"} or word.token is None:
            continue
        if following.token == word.token + 1 and following.text == s[following.token].text:
            continue
        right = "an" if following.text[:1].lower() in "aeio" else "a"
        out[k] = Word(right.capitalize() if word.text[0] == "A" else right, word.token)
    return out


def _balanced(s: Sentence, words: list[Word]) -> list[Word]:
    """Drop quotation marks and brackets that lost their partner."""
    marks = [k for k, w in enumerate(words) if w.text in _DOUBLE and w.token is not None]
    gone: set[int] = set()
    if len(marks) % 2 or (marks[:1] == [0] and marks[1:2] == [len(words) - 1]):
        gone |= set(marks)
    else:
        for a, b in zip(marks[::2], marks[1::2], strict=True):
            first, last = words[a].token, words[b].token
            assert first is not None
            assert last is not None
            if b == a + 1 or any(s[i].text in _DOUBLE for i in range(first + 1, last)):
                gone |= {a, b}
    stack: list[int] = []
    for k, word in enumerate(words):
        if word.text in {"(", "["}:
            stack.append(k)
        elif word.text in {")", "]"}:
            if stack and stack[-1] < k - 1:
                stack.pop()
            else:
                gone.add(k)
                gone |= set(stack[-1:])
    gone |= set(stack)
    return [w for k, w in enumerate(words) if k not in gone]


def _spaced(s: Sentence, before: Word, word: Word) -> bool:
    """Tell whether a space goes between two words."""
    if before.token is not None and word.token == before.token + 1:
        unchanged = word.text == s[word.token].text
        if unchanged or s[word.token].space_before:
            return s[word.token].space_before
    if word.text[:1] in _NO_SPACE_BEFORE or word.text.lower() in CLITICS:
        return False
    if before.text[-1:] in _NO_SPACE_AFTER:
        return False
    if before.text in _DOUBLE and before.token is not None:
        return not (before.token + 1 < len(s.tokens) and not s[before.token + 1].space_before)
    if word.text in _DOUBLE and word.token is not None:
        return s[word.token].space_before
    return True


def _lowered(s: Sentence, words: Sequence[Word]) -> list[Word]:
    """Lower the capital of a word that no longer begins the sentence."""
    first = next((t for t in s.tokens if t.text[:1].isalpha()), None)
    if first is None or keeps_capital(first, after(s, first.i)):
        return list(words)
    return [
        Word(w.text[:1].lower() + w.text[1:], w.token)
        if k and w.token == first.i and w.text == first.text
        else w
        for k, w in enumerate(words)
    ]


def after(s: Sentence, i: int) -> Token | None:
    """Return the word after another."""
    return s[i + 1] if i + 1 < len(s.tokens) else None


def keeps_capital(token: Token, following: Token | None = None) -> bool:
    """Tell whether a word has its capital wherever it stands.

    ``following`` is the word after it: "New" keeps its capital before "York".
    """
    if token.lower in PLAIN and (following is None or not _is_name(following)):
        return False
    if token.pos == "PROPN" or token.entity or token.lower == "i" or token.lower in DEMONYMS:
        return True
    if token.pos == "ADJ" and following is not None and token.lower in NAME_OPENERS:
        return _is_name(following)
    return not token.text[:1].isupper() or token.text[1:] != token.text[1:].lower()


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[:1].isupper()


def finished(text: str) -> str:
    """Give a sentence its capital and its full stop."""
    text = " ".join(text.split())
    for k, char in enumerate(text):
        if char.isalnum():
            text = text[:k] + char.upper() + text[k + 1 :] if len(char.upper()) == 1 else text
            break
    text = _INNER_STOP.sub(r"\1", text.rstrip(" .,;:!?"))
    return f"{text}." if text else text
