"""Assertions hidden in a phrase: appositives, relatives, participles and titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import QUESTIONING, WHOLE_EVENT
from claimledger.splitting.propositions.appositions import apposition
from claimledger.splitting.propositions.phrases import (
    after_break,
    is_age,
    noun_phrase,
    with_commas,
)
from claimledger.splitting.propositions.relatives import (
    absolute,
    loose_clause,
    of_predicate,
    publication,
)
from claimledger.splitting.propositions.sharing import is_with_participle
from claimledger.splitting.propositions.titles import called, described_name, origin, title
from claimledger.splitting.propositions.values import Hidden
from claimledger.splitting.sources.attribution import finite_of

_UNREAL = frozenset({"may", "might", "could", "would", "should", "can", "will"})
_SUPPOSING = frozenset({"assume", "suppose"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def sentence_is_past(s: Sentence, head: int, *, default: bool) -> bool:
    """Tell whether a clause is told in the past tense."""
    finite = finite_of(s, head)
    if finite is None:
        return default
    return s[finite].has("Tense", "Past")


def hidden_in(s: Sentence, noun: int, *, past_tense: bool) -> Iterable[Hidden]:
    """Return the assertions that hang on one noun."""
    return _hidden(s, noun, past_tense=past_tense) if s[noun].pos in _NOMINAL else ()


def _hidden(s: Sentence, noun: int, *, past_tense: bool) -> Iterator[Hidden]:
    children = s.children[noun]
    if children:
        yield from absolute(s, noun, past_tense=past_tense)
        yield from of_predicate(s, noun, past_tense=past_tense)
    yield from described_name(s, noun)
    for child in children:
        dep = s[child].dep
        if dep == "appos":
            yield from apposition(s, noun, child)
        elif dep.startswith("acl"):
            yield from called(s, noun, child)
            yield from publication(s, noun, child)
            yield from loose_clause(s, noun, child, past_tense=past_tense)
        elif dep == "nmod:desc":
            yield from title(s, noun, child)
        elif dep == "nmod":
            yield from origin(s, noun, child)
        elif dep in {"nmod:unmarked", "nummod", "parataxis"} and is_age(s, noun, child):
            yield Hidden(
                head=child, subject=noun_phrase(s, noun), cut=with_commas(s, child)
            )  # fmt: skip


def is_of_the_voice(s: Sentence, hidden: Hidden) -> bool:
    """Tell whether an aside in reported speech is said by whoever is reported.

    Most are the article's, unless they are quoted.
    """
    clause = s.label(hidden.head) in {"acl", "advcl"}
    on_noun = clause and (
        s[s[hidden.head].head].pos == "NOUN"
        or any(s[c].lower in {"where", "when"} for c in s.subtree(hidden.head)[:3])
    )
    return hidden.head in s.quoted or hidden.told or on_noun


def is_unreal(s: Sentence, head: int) -> bool:
    """Tell whether a clause speaks of what may be, so that what follows from it may be too."""
    return any(s[c].lower in _UNREAL for c in s.kids(head, "aux"))


def is_hidden_adverbial(  # noqa: PLR0911 - a list of reasons
    s: Sentence, child: int, head: int
) -> bool:
    """Tell whether a participle beside a clause tells of a second event."""
    tokens = s.subtree(child)
    # A participle that opens a sentence is easily taken for a finite verb.
    opening = child < head and tokens[0] == child and s[child].lower.endswith("ed")
    opening = opening or is_with_participle(s, child)
    if (finite_of(s, child) is not None and not opening) or s[child].has("VerbForm", "Inf"):
        return False
    mark = s.kid(child, "mark", "case")
    own = s.kid(child, "nsubj")
    opener = next((s[i].lower for i in tokens if s[i].pos != "PUNCT"), "")
    if opener in QUESTIONING or opener in {"if", "once", "while", "as", "unless"}:
        return False  # a time or a condition, whatever its verb looks like
    if mark is not None and not (s[mark].lower == "with" and own is not None):
        return False
    if s[child].lemma.lower() in WHOLE_EVENT or s[child].pos not in {"VERB", "ADJ", "NOUN"}:
        return False
    participle = s[child].features.get("VerbForm") in {"Part", "Ger"} or opening
    if s[child].pos == "VERB" and not participle:
        return False
    if any(s[c].has("Polarity", "Neg") for c in s.kids(head, "advmod")):
        return False
    if child > head and (is_unreal(s, head) or s[child].lemma.lower() in _SUPPOSING):
        return False  # "it could fail, flooding the valley" floods nothing
    if child < head and s[child].lower.endswith("ing") and s.kid(head, "ccomp") is None:
        return False  # "Using X, they found Y" tells how or when
    if child < head:
        after = max(tokens) + 1
        return after < len(s.tokens) and (s[after].text == "," or s[max(tokens)].text == ",")
    return after_break(s, tokens)
