"""Clauses after a noun: relative, participle and absolute ones as statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.nouns import PUBLICATIONS
from claimledger.splitting.english.words import SORTS, WHOLE_EVENT
from claimledger.splitting.propositions.phrases import (
    after_break,
    is_loose,
    noun_phrase,
    phrase_tokens,
    relative_pronoun,
    with_commas,
)
from claimledger.splitting.propositions.values import Hidden, Word, words_of
from claimledger.splitting.sources.attribution import finite_of
from claimledger.splitting.wording.inflection import possessive

_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\.? \d"
)

_PERIOD = re.compile(r"1\d{3}|20[01]\d|century|centuries|ago|yesterday")


def loose_clause(s: Sentence, noun: int, child: int, *, past_tense: bool) -> Iterator[Hidden]:
    """Read a loose relative or participle clause as a statement about its noun."""
    if not is_loose(s, noun, child):
        return
    subject = noun_phrase(s, noun)
    plural = s[noun].has("Number", "Plur")
    cut = with_commas(s, child)
    pronoun = relative_pronoun(s, child)
    if pronoun is None:
        participle = s[child].features.get("VerbForm") in {"Part", "Ger"}
        own = s.kid(child, "nsubj") is not None or s[child].lemma in WHOLE_EVENT
        if (participle or s[child].pos == "ADJ") and not own:
            past_tense = past_tense or s[child].lower == "born" or _is_dated(s, child)
            only = frozenset(i for i in s.subtree(child) if s[i].text not in {"(", ")"})
            only = only if s[s.subtree(child)[0]].text == "(" else frozenset()
            yield Hidden(
                head=child, subject=subject, plural=plural, past=past_tense, cut=cut, only=only
            )  # fmt: skip
        return
    if finite_of(s, child) is None:
        return
    yield from _relative(s, child, pronoun, Hidden(
        head=child, subject=subject, plural=plural, past=past_tense, cut=cut
    ))  # fmt: skip


def _is_dated(s: Sentence, child: int) -> bool:
    """Tell whether a passive participle names the time when it happened."""
    done = s[child].has("VerbForm", "Part") and not s[child].lower.endswith("ing")
    below = [n for n in s.kids(child, "obl") if n > child]
    return done and any(_PERIOD.fullmatch(s[i].lower) for n in below for i in s.subtree(n))


def of_predicate(s: Sentence, noun: int, *, past_tense: bool) -> Iterator[Hidden]:
    """Read "X is a form of Y that is Z" as "X is a form of Y" and "X is Z"."""
    subject = s.kid(noun, "nsubj")
    det = s.kid(noun, "det")
    if s.kid(noun, "cop") is None or subject is None or det is None:
        return
    if s[det].lower not in {"a", "an"} or any(
        s[c].has("Polarity", "Neg") for c in s.kids(noun, "advmod")
    ):
        return
    below = [k for k in s.kids(noun, "nmod") if k > noun and s[noun].lemma in SORTS]
    for child in [c for n in [noun, *below] for c in s.kids(n, "acl")]:
        pronoun = relative_pronoun(s, child)
        if pronoun is None and _relative_that(s, child) is not None:
            pronoun = _relative_that(s, child)
        found = Hidden(
            head=child, subject=noun_phrase(s, subject), plural=s[subject].has("Number", "Plur"),
            past=past_tense, cut=with_commas(s, child), told=True,
        )  # fmt: skip
        if pronoun is not None and s.label(pronoun) == "nsubj" and s[pronoun].head == child:
            yield replace(found, filled={pronoun: found.subject})
            continue
        passive = s[child].has("VerbForm", "Part") and not s[child].lower.endswith("ing")
        if pronoun is None and passive and s.kid(child, "nsubj", "mark") is None:
            yield found


def _relative_that(s: Sentence, child: int) -> int | None:
    """Return the "that" which is the subject of a relative clause."""
    own = s.kid(child, "nsubj")
    return own if own is not None and s[own].lower == "that" else None


def absolute(s: Sentence, noun: int, *, past_tense: bool) -> Iterator[Hidden]:
    """Read ", with X coming fourth" as "X came fourth"."""
    case = s.kid(noun, "case")
    if case is None or s[case].lower != "with" or not after_break(s, s.subtree(noun)):
        return
    for child in s.kids(noun, "acl"):
        verb = s[child]
        if (
            verb.lower.endswith("ing")
            and s.label(noun) == "obl"
            and relative_pronoun(s, child) is None
        ):
            phrase = [i for i in phrase_tokens(s, noun) if i not in s.subtree(child)]
            whole = s.subtree(noun)
            comma = whole[0] - (s[whole[0]].pos != "PUNCT")
            yield Hidden(
                head=child, subject=words_of(s, phrase), past=past_tense,
                plural=s[noun].has("Number", "Plur"),
                cut=frozenset({*whole, comma}),
            )  # fmt: skip


def _relative(s: Sentence, child: int, pronoun: int, found: Hidden) -> Iterator[Hidden]:
    """Put the noun in the place of its relative pronoun."""
    phrase, word = found.subject, s[pronoun]
    top = pronoun
    while s[top].head != child and s[top].head != top and s.label(top) != "nsubj":
        top = s[top].head
    filled: dict[int, tuple[Word, ...]] = {}
    gap: tuple[int, tuple[Word, ...]] | None = None
    common = {"head": child, "plural": found.plural, "past": found.past, "cut": found.cut}
    if word.lower == "whose":
        owner = " ".join(w.text for w in phrase)
        filled[pronoun] = (*phrase[:-1], Word(possessive(phrase[-1].text), phrase[-1].token))
        if not owner or s.label(top) != "nsubj":
            return
    elif s.label(pronoun) == "nsubj" or s.label(top) == "nsubj":
        bare = found.plural and phrase[0].token is not None and s[phrase[0].token].pos != "DET"
        some = top != pronoun and bare and len(phrase) == 1
        filled[pronoun] = (Word("the"), *phrase) if some else phrase
    elif word.lower in {"where", "when"}:
        filled[pronoun] = ()
        gap = (landing(s, s[pronoun].head), (Word(_preposition(word.lower, phrase)), *phrase))
    else:
        cases = s.kids(pronoun, "case")
        if top != pronoun or not s.kids(child, "nsubj"):
            return
        filled[pronoun] = ()
        for c in cases:
            filled[c] = ()
        moved = words_of(s, [c for c in cases if c < pronoun])
        gap = (landing(s, s[pronoun].head), (*moved, *phrase))
    yield Hidden(**common, filled=filled, gap=gap)  # type: ignore[arg-type]


def landing(s: Sentence, verb: int) -> int:
    """Return the token after which a verb's moved complement belongs."""
    last = verb
    for c in s.kids(verb, "obj", "compound", "xcomp"):
        if c > verb:
            last = max(last, *s.subtree(c))
    return last


def _preposition(word: str, phrase: tuple[Word, ...]) -> str:
    """Return the preposition that "where" or "when" stands for."""
    if word == "where":
        return "in"
    return "on" if _DAY.search(" ".join(w.text for w in phrase)) else "in"


def publication(s: Sentence, noun: int, child: int) -> Iterator[Hidden]:
    """Read "a study published on Monday" as "a study was published on Monday"."""
    if s[noun].lemma not in PUBLICATIONS or s[child].lemma not in {"publish", "release"}:
        return
    if s[child].lower.endswith("ing") or s.kid(child, "nsubj", "mark", "case") is not None:
        return
    if s.kid(child, "obl") is None or after_break(s, s.subtree(child)):
        return
    start = s.subtree(child)[0]
    phrase = words_of(s, [i for i in phrase_tokens(s, noun) if i < start])
    plural = s[noun].has("Number", "Plur")
    bare = plural and s.kid(noun, "det", "nmod:poss", "nummod") is None
    yield Hidden(
        head=child, subject=(Word("the"), *phrase) if bare else phrase, plural=plural, past=True
    )
