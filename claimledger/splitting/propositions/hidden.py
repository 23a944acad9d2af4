"""Assertions hidden in a phrase: appositives, relatives, participles and titles."""

from __future__ import annotations

from collections.abc import Iterator

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import BARE_TITLES, DETERMINERS, QUESTIONING, WHOLE_EVENT
from claimledger.splitting.propositions.phrases import (
    after_break,
    belongs_to_name,
    is_age,
    is_in_brackets,
    is_long_title,
    name_tokens,
    noun_phrase,
    phrase_tokens,
    with_commas,
)
from claimledger.splitting.propositions.relatives import absolute, loose_clause, of_predicate
from claimledger.splitting.propositions.values import Hidden, Word, words_of
from claimledger.splitting.sources.attribution import finite_of

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def sentence_is_past(s: Sentence, head: int, *, default: bool) -> bool:
    """Tell whether a clause is told in the past tense."""
    finite = finite_of(s, head)
    if finite is None:
        return default
    return s[finite].has("Tense", "Past")


def hidden_in(s: Sentence, noun: int, *, past_tense: bool) -> Iterator[Hidden]:
    """Yield the assertions that hang on one noun."""
    if s[noun].pos not in _NOMINAL:
        return
    yield from absolute(s, noun, past_tense=past_tense)
    yield from of_predicate(s, noun, past_tense=past_tense)
    for child in s.kids(noun):
        dep = s[child].dep
        if dep == "appos":
            yield from _apposition(s, noun, child)
        elif dep.startswith("acl"):
            yield from loose_clause(s, noun, child, past_tense=past_tense)
        elif dep == "nmod:desc":
            yield from _title(s, noun, child)
        elif dep in {"nmod:unmarked", "nummod", "parataxis"} and is_age(s, noun, child):
            yield Hidden(
                head=child, subject=noun_phrase(s, noun), cut=with_commas(s, child)
            )  # fmt: skip


def is_whole_event(s: Sentence, child: int) -> bool:
    """Tell whether a participle beside a clause speaks of all that the clause says."""
    return (
        s[child].lemma.lower() in WHOLE_EVENT - {"include", "accord", "regard", "concern"}
        and s[child].lower.endswith("ing")
        and s.kid(child, "mark", "case", "nsubj") is None
        and after_break(s, s.subtree(child))
    )


def is_hidden_adverbial(  # noqa: PLR0911 - a list of reasons
    s: Sentence, child: int, head: int
) -> bool:
    """Tell whether a participle beside a clause tells of a second event."""
    tokens = s.subtree(child)
    # A participle that opens a sentence is easily taken for a finite verb.
    opening = child < head and tokens[0] == child and s[child].lower.endswith("ed")
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
    if child < head and s[child].lower.endswith("ing") and s.kid(head, "ccomp") is None:
        return False  # "Using X, they found Y" tells how or when
    if child < head:
        after = max(tokens) + 1
        return after < len(s.tokens) and (s[after].text == "," or s[max(tokens)].text == ",")
    return after_break(s, tokens)


def _apposition(s: Sentence, noun: int, child: int) -> Iterator[Hidden]:
    """Read "X, the mayor of Y," as "X is the mayor of Y"."""
    tokens = s.subtree(child)
    if s[child].text.isdecimal() and is_age(s, noun, child):
        yield Hidden(head=child, subject=noun_phrase(s, noun), cut=with_commas(s, child))
        return
    if not after_break(s, tokens) or s[child].pos not in {"NOUN", "PROPN", "ADJ"}:
        return
    if is_in_brackets(s, tokens[0]):
        return
    if belongs_to_name(s, noun, child):
        if s[child].entity and s[noun].pos == "NOUN" and _is_definite(s, noun):
            # "his client, Gary Franklin," says who the client is.
            whole = set(phrase_tokens(s, noun)) - with_commas(s, child)
            yield Hidden(head=noun, subject=noun_phrase(s, child), only=frozenset(whole))
        return
    plural = s[noun].has("Number", "Plur")
    if s[noun].pos != "PROPN":
        opening = next((s[i].lower for i in tokens if s[i].pos != "PUNCT"), "")
        if opening not in DETERMINERS or plural != s[child].has("Number", "Plur"):
            return
        if s.kids(child, "conj") or s.kids(noun, "conj"):
            return
    yield Hidden(
        head=child, subject=noun_phrase(s, noun), plural=plural, cut=with_commas(s, child),
        past=any(s[c].lower in {"then", "formerly", "once"} for c in s.kids(child, "advmod")),
    )  # fmt: skip


def _is_definite(s: Sentence, noun: int) -> bool:
    """Tell whether a noun phrase speaks of one certain thing."""
    return any(
        s[c].has("Poss", "Yes") or s[c].dep == "nmod:poss" or s[c].lower == "the"
        for c in s.kids(noun, "det", "nmod:poss")
    )


def _title(s: Sentence, noun: int, child: int) -> Iterator[Hidden]:
    """Read "NASA Administrator X" as "X is NASA Administrator"."""
    words = [s[i].lower for i in s.subtree(child) if s[i].pos != "PUNCT"]
    if s[noun].pos != "PROPN" or (s[child].lower in BARE_TITLES and len(words) == 1):
        return
    if (s[child].pos == "PROPN" or s[child].text[:1].isupper()) and len(words) == 1:
        return
    cut = frozenset(s.subtree(child)) if is_long_title(s, child) else frozenset[int]()
    common = s[child].pos == "NOUN" and s.kid(child, "det", "nmod:poss") is None
    article = common and s.kid(child, "nmod") is None and s[child].text[:1].islower()
    lead = () if not article else (Word("an" if words[0][0] in "aeiou" else "a"),)
    yield Hidden(head=child, subject=words_of(s, name_tokens(s, noun)), cut=cut, article=lead)
