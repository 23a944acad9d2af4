"""Noun phrases: where they end, and what in them only adds a fact."""

from __future__ import annotations

from claimledger.splitting.document import Sentence, once
from claimledger.splitting.english.words import RELATIVE
from claimledger.splitting.propositions.values import Word, words_of

_NOT_OF_THE_PHRASE = frozenset(
    [
        "case",
        "cc",
        "punct",
        "mark",
        "cop",
        "aux",
        "nsubj",
        "discourse",
        "parataxis",
        "advcl",
        "ccomp",
    ]
)
_SHORT_TITLE = 2
_BREAK = frozenset({",", "-", "--", "\u2013", "\u2014", "("})
_AGE = range(1, 120)


def noun_phrase(s: Sentence, noun: int, *, conjuncts: bool = False) -> tuple[Word, ...]:
    """Return a noun phrase without its preposition and without what is hidden in it."""
    return words_of(s, phrase_tokens(s, noun, conjuncts=conjuncts))


def phrase_tokens(s: Sentence, noun: int, *, conjuncts: bool = False) -> list[int]:
    """Return the tokens of a noun phrase, see :func:`noun_phrase`."""
    if not s.children[noun]:
        return [noun]
    return list(_with_conjuncts(s, noun) if conjuncts else _alone(s, noun))


@once
def _alone(s: Sentence, noun: int) -> list[int]:
    return _phrase(s, noun, conjuncts=False)


@once
def _with_conjuncts(s: Sentence, noun: int) -> list[int]:
    return _phrase(s, noun, conjuncts=True)


def _phrase(s: Sentence, noun: int, *, conjuncts: bool) -> list[int]:
    out = {noun}
    for child in s.children[noun]:
        label = s.label(child)
        if label in _NOT_OF_THE_PHRASE or (label == "conj" and not conjuncts):
            continue
        if label == "conj":
            out |= {i for c in s.kids(child, "cc", "punct") for i in s.subtree(c) if i < child}
            out |= set(phrase_tokens(s, child, conjuncts=True))
            continue
        if label == "appos" and not belongs_to_name(s, noun, child):
            continue
        if label == "acl" and is_loose(s, noun, child):
            continue
        if label == "nmod" and (
            is_age(s, noun, child) or is_long_title(s, child) or is_origin(s, noun, child)
        ):
            continue
        if label == "advmod" and s[noun].pos == "PROPN":
            continue
        out.update(s.subtree(child))
    tokens = sorted(out)
    while tokens and s[tokens[0]].pos in {"PUNCT", "CCONJ"} and s[tokens[0]].text not in "$#":
        tokens.pop(0)
    while tokens and s[tokens[-1]].pos == "PUNCT" and s[tokens[-1]].text not in ")%":
        tokens.pop()
    return tokens or [noun]


def is_origin(s: Sentence, noun: int, child: int) -> bool:
    """Tell whether a phrase after a comma says where somebody is from."""
    case = s.kid(child, "case")
    return (
        case is not None
        and s[case].lower in {"of", "from", "at"}
        and s[noun].entity == "PERSON"
        and s[child].pos == "PROPN"
        and after_break(s, s.subtree(child))
    )


def is_long_title(s: Sentence, child: int) -> bool:
    """Tell whether a title before a name is long enough to be a claim of its own."""
    return s[child].dep == "nmod:desc" and len(s.subtree(child)) > _SHORT_TITLE


def name_tokens(s: Sentence, noun: int) -> list[int]:
    """Return the tokens of a bare name."""
    out = [noun, *s.kids(noun, "flat")]
    out += [c for c in s.kids(noun, "compound") if s[c].pos == "PROPN"]
    return sorted(out)


def after_break(s: Sentence, tokens: list[int]) -> bool:
    """Tell whether a stretch is set off by a comma or a dash before it."""
    first = tokens[0]
    return s[first].text in _BREAK or (first > 0 and s[first - 1].text in _BREAK)


def with_commas(s: Sentence, child: int) -> frozenset[int]:
    """Return a stretch with the marks that set it off."""
    tokens = set(s.subtree(child))
    first, last = min(tokens), max(tokens)
    if first > 0 and s[first - 1].text in _BREAK:
        tokens.add(first - 1)
    if last + 1 < len(s.tokens) and s[last + 1].text in {",", ")", "-", "\u2013", "\u2014"}:
        tokens.add(last + 1)
    return frozenset(tokens)


def is_age(s: Sentence, noun: int, child: int) -> bool:
    """Tell whether a number after a name is an age."""
    token = s[child]
    return (
        token.text.isdecimal()
        and int(token.text[:4]) in _AGE
        and child > noun
        and s[child - 1].text == ","
        and s[noun].pos == "PROPN"
        and len([c for c in s.kids(child) if s[c].pos != "PUNCT"]) == 0
        and (s[noun].entity in {"", "PERSON"})
    )


def belongs_to_name(s: Sentence, noun: int, child: int) -> bool:
    """Tell whether an apposition belongs to the name or the noun it follows."""
    first = s.subtree(child)[0]
    if s[first].text in {"(", "["} or (first > 0 and s[first - 1].text in {"(", "["}):
        return True
    named = s[child].pos == "PROPN" and s.kid(child, "det") is None
    if named and s[noun].pos != "PROPN":
        return True
    if not after_break(s, s.subtree(child)):
        return True
    return named and not any(c for c in s.kids(child, "nmod") if s[c].dep != "nmod:desc")


def is_loose(s: Sentence, noun: int, child: int) -> bool:
    """Tell whether a clause after a noun adds a fact and does not pick out which one."""
    tokens = [i for i in s.subtree(child) if s[i].pos != "PUNCT"]
    if not tokens:
        return False
    before = s[tokens[0] - 1].text if tokens[0] else ""
    pronoun = relative_pronoun(s, child)
    if pronoun is not None and s[pronoun].lower == "that":
        return False
    if before in _BREAK:
        return tokens[0] > noun
    if pronoun is None and tokens[0] == 0 and tokens[-1] < noun and len(tokens) > 1:
        return s[tokens[-1] + 1].text == ","
    return pronoun is not None and s[noun].pos == "PROPN" and s.kid(noun, "det") is None


def relative_pronoun(s: Sentence, child: int) -> int | None:
    """Return the relative pronoun of a clause."""
    for i in s.subtree(child):
        if s[i].lower in RELATIVE and (
            s[i].has("PronType", "Rel") or s[i].lower in RELATIVE - {"that"}
        ):
            return i
        if s[i].pos in {"VERB", "AUX"}:
            return None
    return None


def is_in_brackets(s: Sentence, i: int) -> bool:
    """Tell whether a token stands in brackets."""
    depth = 0
    for token in s.tokens[: i + 1]:
        depth += (token.text in {"(", "["}) - (token.text in {")", "]"})
    return depth > 0
