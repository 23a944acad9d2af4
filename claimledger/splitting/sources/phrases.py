"""Sources named by a phrase and not by a verb: "according to X", "in the words of X"."""

from __future__ import annotations

from collections.abc import Iterator

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import ANIMATE, SAYING
from claimledger.splitting.sources.values import NOTHING, Attribution

_INSIDE = frozenset({"obl", "nmod", "obj", "xcomp", "amod", "nummod", "advmod"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
_LAST = 3
"""How many tokens from the end a phrase still ends a sentence."""
_SIGNED = frozenset({"\u2014", "\u2015", "\u2013", "-", "--"})
_LONGEST_NAME = 6


def by_phrase(s: Sentence) -> Iterator[Attribution]:
    """Read the phrases that name the source of the clause they stand in."""
    for token in s.tokens:
        if token.lower == "according" or token.lemma == "accord":
            yield from _according(s, token.i)
        elif token.lower == "words" and token.pos == "NOUN":
            yield from _in_the_words(s, token.i)
    yield from _signed(s)
    yield from _after_colon(s)


def _according(s: Sentence, word: int) -> Iterator[Attribution]:
    """Read "according to X" and drop it from the clause it stands in."""
    if word + 1 >= len(s.tokens) or s[word + 1].lower != "to" or word in s.quoted:
        return
    source, top = _named(s, word)
    if source is None or s[top].head == top:
        return
    content = s[top].head
    dropped = frozenset(s.subtree(top))
    while s.label(content) in _INSIDE and s[content].head not in dropped:
        content = s[content].head
    if max(dropped) >= len(s.tokens) - _LAST and s[min(dropped)].text == ",":
        # At the very end it holds for all that was said, not for the last verb alone.
        while s.label(content) in {"conj", "ccomp", "advcl", "parataxis"} and (
            s[s[content].head].lemma not in SAYING
        ):
            content = s[content].head
    elif _opens_main_clause(s, content, dropped):
        content = s[content].head
    if content in dropped:
        return
    yield Attribution(
        cue=word, lemma="according to", content=content, speaker=source, dropped=dropped
    )


def _named(s: Sentence, word: int) -> tuple[int | None, int]:
    """Return the source that "according to" names, and the head of the whole phrase."""
    if s.label(word) == "case":
        return s[word].head, s[word].head
    source = s.kid(word, "obl", "nmod", "obj")
    if source is not None:
        return source, word
    # The parser can take a noun of the source for a verb: "according to show insiders".
    if s.label(word) not in {"mark", "advmod"}:
        return None, word
    top = s[word].head
    nouns = [i for i in s.subtree(top) if i > word + 1 and s[i].pos in _NAMING]
    own = [i for i in nouns if i == top or s[i].head == top]
    return (own[-1] if own else None), top


def _opens_main_clause(s: Sentence, content: int, dropped: frozenset[int]) -> bool:
    """Tell whether a phrase between two clauses begins the second: "While ..., according to"."""
    head, end = s[content].head, max(dropped)
    return (
        s.label(content) == "advcl"
        and content < min(dropped)
        and s[min(dropped)].text == ","
        and end < head
        and end + 1 < len(s.tokens)
        and s[end].text != ","
        and s[end + 1].pos != "PUNCT"
    )


def _in_the_words(s: Sentence, words: int) -> Iterator[Attribution]:
    """Read "in the words of X"."""
    case, source = s.kid(words, "case"), s.kid(words, "nmod")
    head = s[words].head
    if case is None or source is None or s[case].lower != "in" or s.label(words) != "obl":
        return
    yield Attribution(
        cue=words,
        lemma="in the words of",
        content=head,
        speaker=source,
        dropped=frozenset(s.subtree(words)),
    )


def _signed(s: Sentence) -> Iterator[Attribution]:
    """Read a name after a dash that follows a quotation: "... is safe." - Mary Poe."""
    root = s.root
    if not s.quoted or root is None:
        return
    after = max(s.quoted) + 1
    while after < len(s.tokens) and s[after].pos == "PUNCT" and s[after].text not in _SIGNED:
        after += 1
    names = [t.i for t in s.tokens[after + 1 :] if t.pos != "PUNCT"]
    if after >= len(s.tokens) or s[after].text not in _SIGNED or not names:
        return
    if len(names) > _LONGEST_NAME or any(s[i].pos != "PROPN" for i in names):
        return
    content = next(
        (i for i in [root, *s.kids(root)] if i in s.quoted and s[i].pos != "PUNCT"), None
    )
    if content is None:
        return
    source = next((i for i in names if s[i].head not in names), names[0])
    yield Attribution(
        cue=after,
        lemma="\u2014",
        content=content,
        speaker=source,
        dropped=frozenset(range(after, len(s.tokens))),
    )


def _after_colon(s: Sentence) -> Iterator[Attribution]:
    """Read "Mary Poe fired back: “It is safe.”" though the verb is none of saying.

    What she did stays a claim of its own, so the phrase is not taken away.
    """
    colon = next((t.i for t in s.tokens if t.text == ":"), None)
    if colon is None or colon in s.quoted or not any(i > colon for i in s.quoted):
        return
    start = min(i for i in s.quoted if i > colon)
    if any(t.pos != "PUNCT" for t in s.tokens[colon + 1 : start]):
        return
    tops = [i for i in s.quoted if i > colon and s[i].head < colon and s[i].pos != "PUNCT"]
    for content in tops:
        verb = s[content].head
        speaker = s.kid(verb, "nsubj")
        if speaker is None or speaker > colon or s[verb].lemma.lower() in SAYING:
            continue
        if can_speak(s, speaker):
            yield Attribution(
                cue=verb,
                lemma=s[verb].lemma.lower(),
                content=content,
                speaker=speaker,
                dropped=NOTHING,
            )


def can_speak(s: Sentence, noun: int) -> bool:
    """Tell whether a noun phrase names someone who can say something."""
    word = s[noun]
    return (
        word.entity in {"PERSON", "ORG", "GPE"}
        or word.lower in {"he", "she"}
        or word.lemma.lower() in ANIMATE
    )
