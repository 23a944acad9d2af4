"""Assertions hidden in a phrase: appositives, relatives, participles and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from claimledger.splitting.attribution import finite_of
from claimledger.splitting.document import Sentence
from claimledger.splitting.inflection import possessive
from claimledger.splitting.propositions import Word, words_of

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_RELATIVE = frozenset(["who", "whom", "which", "whose", "where", "when", "that"])
_BREAK = frozenset({",", "-", "--", "\u2013", "\u2014", "("})
_WHOLE_EVENT = frozenset(
    ["make", "leave", "lead", "cause", "bring", "allow", "mean", "result", "prompt", "force", "raise", "include", "accord", "regard", "concern", "give", "push", "spark", "trigger", "bring", "create", "help", "enable", "end", "depend", "mean", "range", "base", "compare"]
)
"""Participles that speak of the whole event, or serve as prepositions."""

_NOT_OF_THE_PHRASE = frozenset(
    ["case", "cc", "punct", "mark", "cop", "aux", "nsubj", "discourse", "parataxis", "advcl", "ccomp"]
)
_DETERMINERS = frozenset(["a", "an", "the", "one", "his", "her", "its", "their", "our", "my", "another"])
_SORTS = frozenset(["form", "kind", "type", "sort", "member", "part", "piece", "example"])
_SHORT_TITLE = 2
_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\.? \d"
)
_AGE = range(1, 120)
_BARE_TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "president", "senator", "sen", "rep", "gov", "governor", "professor", "prof", "king", "queen", "prince", "princess", "pope", "madam", "mayor", "judge", "justice", "general", "captain", "colonel", "sgt", "st", "saint", "father", "mother", "uncle", "aunt", "reverend", "emperor", "dr.", "mr.", "mrs.", "ms.", "st.", "sen.", "rep.", "gov.", "gen.", "secretary", "minister", "chancellor", "congressman", "congresswoman", "representative", "detective", "officer", "actor", "actress", "singer", "author"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """An assertion inside a noun phrase, as a clause to be read."""

    head: int
    subject: tuple[Word, ...] = ()
    plural: bool = False
    past: bool = False
    cut: frozenset[int] = frozenset()
    """What the phrase loses when the assertion stands alone."""
    filled: Mapping[int, tuple[Word, ...]] = field(default_factory=dict)
    gap: tuple[int, tuple[Word, ...]] | None = None
    told: bool = False
    """True when it is said by whoever says the clause around it."""
    article: tuple[Word, ...] = ()
    only: frozenset[int] = frozenset()
    """The tokens of the predicate, where they are not all below its head."""


def sentence_is_past(s: Sentence, head: int, *, default: bool) -> bool:
    """Tell whether a clause is told in the past tense."""
    finite = finite_of(s, head)
    if finite is None:
        return default
    return s[finite].has("Tense", "Past")


def hidden_in(s: Sentence, noun: int, past_tense: bool) -> Iterator[Hidden]:  # noqa: FBT001
    """Yield the assertions that hang on one noun."""
    if s[noun].pos not in _NOMINAL:
        return
    yield from _absolute(s, noun, past_tense)
    yield from _of_predicate(s, noun, past_tense)
    for child in s.kids(noun):
        dep = s[child].dep
        if dep == "appos":
            yield from _apposition(s, noun, child)
        elif dep.startswith("acl"):
            yield from _clause(s, noun, child, past_tense)
        elif dep == "nmod:desc":
            yield from _title(s, noun, child)
        elif dep in {"nmod:unmarked", "nummod", "parataxis"} and _is_age(s, noun, child):
            yield Hidden(
                head=child, subject=noun_phrase(s, noun), cut=_with_commas(s, child)
            )  # fmt: skip


def noun_phrase(s: Sentence, noun: int, *, conjuncts: bool = False) -> tuple[Word, ...]:
    """Return a noun phrase without its preposition and without what is hidden in it."""
    return words_of(s, phrase_tokens(s, noun, conjuncts=conjuncts))


def phrase_tokens(s: Sentence, noun: int, *, conjuncts: bool = False) -> list[int]:
    """Return the tokens of a noun phrase, see :func:`noun_phrase`."""
    out = {noun}
    for child in s.kids(noun):
        label = s.label(child)
        if label in _NOT_OF_THE_PHRASE or (label == "conj" and not conjuncts):
            continue
        if label == "conj":
            out |= {i for c in s.kids(child, "cc", "punct") for i in s.subtree(c) if i < child}
            out |= set(phrase_tokens(s, child, conjuncts=True))
            continue
        if label == "appos" and not _stays(s, noun, child):
            continue
        if label == "acl" and _is_loose(s, noun, child):
            continue
        if label == "nmod" and (_is_age(s, noun, child) or is_long_title(s, child)):
            continue
        if label == "advmod" and s[noun].pos == "PROPN":
            continue
        out |= set(s.subtree(child))
    tokens = sorted(out)
    while tokens and s[tokens[0]].pos in {"PUNCT", "CCONJ"} and s[tokens[0]].text not in "$#":
        tokens.pop(0)
    while tokens and s[tokens[-1]].pos == "PUNCT" and s[tokens[-1]].text not in ")%":
        tokens.pop()
    return tokens


def is_long_title(s: Sentence, child: int) -> bool:
    """Tell whether a title before a name is long enough to be a claim of its own."""
    return s[child].dep == "nmod:desc" and len(s.subtree(child)) > _SHORT_TITLE


def is_whole_event(s: Sentence, child: int) -> bool:
    """Tell whether a participle beside a clause speaks of all that the clause says."""
    return (
        s[child].lemma.lower() in _WHOLE_EVENT - {"include", "accord", "regard", "concern"}
        and s[child].lower.endswith("ing")
        and s.kid(child, "mark", "case", "nsubj") is None
        and _after_break(s, s.subtree(child))
    )


def is_hidden_adverbial(s: Sentence, child: int, head: int) -> bool:
    """Tell whether a participle beside a clause tells of a second event."""
    tokens = s.subtree(child)
    # A participle that opens a sentence is easily taken for a finite verb.
    opening = child < head and tokens[0] == child and s[child].lower.endswith("ed")
    if (finite_of(s, child) is not None and not opening) or s[child].has("VerbForm", "Inf"):
        return False
    mark = s.kid(child, "mark", "case")
    own = s.kid(child, "nsubj")
    if mark is not None and not (s[mark].lower == "with" and own is not None):
        return False
    if s[child].lemma.lower() in _WHOLE_EVENT or s[child].pos not in {"VERB", "ADJ", "NOUN"}:
        return False
    if s[child].pos == "VERB" and s[child].features.get("VerbForm") not in {"Part", "Ger"}:
        if not opening:
            return False
    if any(s[c].has("Polarity", "Neg") for c in s.kids(head, "advmod")):
        return False
    if child < head:
        after = max(tokens) + 1
        return after < len(s.tokens) and (s[after].text == "," or s[max(tokens)].text == ",")
    return _after_break(s, tokens)


def _after_break(s: Sentence, tokens: list[int]) -> bool:
    """Tell whether a stretch is set off by a comma or a dash before it."""
    first = tokens[0]
    return s[first].text in _BREAK or (first > 0 and s[first - 1].text in _BREAK)


def _with_commas(s: Sentence, child: int) -> frozenset[int]:
    """Return a stretch with the marks that set it off."""
    tokens = set(s.subtree(child))
    first, last = min(tokens), max(tokens)
    if first > 0 and s[first - 1].text in _BREAK:
        tokens.add(first - 1)
    if last + 1 < len(s.tokens) and s[last + 1].text in {",", ")", "-", "\u2013", "\u2014"}:
        tokens.add(last + 1)
    return frozenset(tokens)


def _is_age(s: Sentence, noun: int, child: int) -> bool:
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


def _stays(s: Sentence, noun: int, child: int) -> bool:
    """Tell whether an apposition belongs to the name or the noun it follows."""
    first = s.subtree(child)[0]
    if s[first].text in {"(", "["} or (first > 0 and s[first - 1].text in {"(", "["}):
        return True
    named = s[child].pos == "PROPN" and s.kid(child, "det") is None
    if named and s[noun].pos != "PROPN":
        return True
    if not _after_break(s, s.subtree(child)):
        return True
    return named and not any(c for c in s.kids(child, "nmod") if s[c].dep != "nmod:desc")


def _apposition(s: Sentence, noun: int, child: int) -> Iterator[Hidden]:
    """Read "X, the mayor of Y," as "X is the mayor of Y"."""
    tokens = s.subtree(child)
    if s[child].text.isdecimal() and _is_age(s, noun, child):
        yield Hidden(head=child, subject=noun_phrase(s, noun), cut=_with_commas(s, child))
        return
    if not _after_break(s, tokens) or s[child].pos not in {"NOUN", "PROPN", "ADJ"}:
        return
    if _in_brackets(s, tokens[0]):
        return
    if _stays(s, noun, child):
        if s[child].entity and s[noun].pos == "NOUN" and _is_definite(s, noun):
            # "his client, Gary Franklin," says who the client is.
            whole = set(phrase_tokens(s, noun)) - _with_commas(s, child)
            yield Hidden(head=noun, subject=noun_phrase(s, child), only=frozenset(whole))
        return
    plural = s[noun].has("Number", "Plur")
    if s[noun].pos != "PROPN":
        opening = next((s[i].lower for i in tokens if s[i].pos != "PUNCT"), "")
        if opening not in _DETERMINERS or plural != s[child].has("Number", "Plur"):
            return
        if s.kids(child, "conj") or s.kids(noun, "conj"):
            return
    yield Hidden(
        head=child, subject=noun_phrase(s, noun), plural=plural, cut=_with_commas(s, child)
    )


def _in_brackets(s: Sentence, i: int) -> bool:
    """Tell whether a token stands in brackets."""
    depth = 0
    for token in s.tokens[: i + 1]:
        depth += (token.text in {"(", "["}) - (token.text in {")", "]"})
    return depth > 0


def _is_definite(s: Sentence, noun: int) -> bool:
    """Tell whether a noun phrase speaks of one certain thing."""
    return any(
        s[c].has("Poss", "Yes") or s[c].dep == "nmod:poss" or s[c].lower == "the"
        for c in s.kids(noun, "det", "nmod:poss")
    )


def _title(s: Sentence, noun: int, child: int) -> Iterator[Hidden]:
    """Read "NASA Administrator X" as "X is NASA Administrator"."""
    words = [s[i].lower for i in s.subtree(child) if s[i].pos != "PUNCT"]
    if s[noun].pos != "PROPN" or (s[child].lower in _BARE_TITLES and len(words) == 1):
        return
    if (s[child].pos == "PROPN" or s[child].text[:1].isupper()) and len(words) == 1:
        return
    cut = frozenset(s.subtree(child)) if is_long_title(s, child) else frozenset[int]()
    common = s[child].pos == "NOUN" and s.kid(child, "det", "nmod:poss") is None
    article = common and s.kid(child, "nmod") is None and s[child].text[:1].islower()
    lead = () if not article else (Word("an" if words[0][0] in "aeiou" else "a"),)
    yield Hidden(head=child, subject=words_of(s, name_tokens(s, noun)), cut=cut, article=lead)


def name_tokens(s: Sentence, noun: int) -> list[int]:
    """Return the tokens of a bare name."""
    out = [noun, *s.kids(noun, "flat")]
    out += [c for c in s.kids(noun, "compound") if s[c].pos == "PROPN"]
    return sorted(out)


def _is_loose(s: Sentence, noun: int, child: int) -> bool:
    """Tell whether a clause after a noun adds a fact and does not pick out which one."""
    tokens = [i for i in s.subtree(child) if s[i].pos != "PUNCT"]
    if not tokens:
        return False
    before = s[tokens[0] - 1].text if tokens[0] else ""
    pronoun = _pronoun(s, child)
    if pronoun is not None and s[pronoun].lower == "that":
        return False
    if before in _BREAK:
        return tokens[0] > noun
    if pronoun is None and tokens[0] == 0 and tokens[-1] < noun and len(tokens) > 1:
        return s[tokens[-1] + 1].text == ","
    return pronoun is not None and s[noun].pos == "PROPN" and s.kid(noun, "det") is None


def _pronoun(s: Sentence, child: int) -> int | None:
    """Return the relative pronoun of a clause."""
    for i in s.subtree(child):
        if s[i].lower in _RELATIVE and (
            s[i].has("PronType", "Rel") or s[i].lower in _RELATIVE - {"that"}
        ):
            return i
        if s[i].pos in {"VERB", "AUX"}:
            return None
    return None


def _of_predicate(s: Sentence, noun: int, past_tense: bool) -> Iterator[Hidden]:  # noqa: FBT001
    """Read "X is a form of Y that is Z" as "X is a form of Y" and "X is Z"."""
    subject = s.kid(noun, "nsubj")
    det = s.kid(noun, "det")
    if s.kid(noun, "cop") is None or subject is None or det is None:
        return
    if s[det].lower not in {"a", "an"} or any(
        s[c].has("Polarity", "Neg") for c in s.kids(noun, "advmod")
    ):
        return
    below = [k for k in s.kids(noun, "nmod") if k > noun and s[noun].lemma in _SORTS]
    for child in [c for n in [noun, *below] for c in s.kids(n, "acl")]:
        pronoun = _pronoun(s, child)
        if pronoun is None and _relative_that(s, child) is not None:
            pronoun = _relative_that(s, child)
        found = Hidden(
            head=child, subject=noun_phrase(s, subject), plural=s[subject].has("Number", "Plur"),
            past=past_tense, cut=_with_commas(s, child), told=True,
        )  # fmt: skip
        if pronoun is not None and s.label(pronoun) == "nsubj" and s[pronoun].head == child:
            yield replace(found, filled={pronoun: found.subject})
        elif pronoun is None and s[child].features.get("VerbForm") == "Part":
            if s.kid(child, "nsubj", "mark") is None and not s[child].lower.endswith("ing"):
                yield found


def _relative_that(s: Sentence, child: int) -> int | None:
    """Return the "that" which is the subject of a relative clause."""
    own = s.kid(child, "nsubj")
    return own if own is not None and s[own].lower == "that" else None


def _absolute(s: Sentence, noun: int, past_tense: bool) -> Iterator[Hidden]:  # noqa: FBT001
    """Read ", with X coming fourth" as "X came fourth"."""
    case = s.kid(noun, "case")
    if case is None or s[case].lower != "with" or not _after_break(s, s.subtree(noun)):
        return
    for child in s.kids(noun, "acl"):
        verb = s[child]
        if verb.lower.endswith("ing") and s.label(noun) == "obl" and _pronoun(s, child) is None:
            phrase = [i for i in phrase_tokens(s, noun) if i not in s.subtree(child)]
            yield Hidden(
                head=child, subject=words_of(s, phrase), past=past_tense,
                plural=s[noun].has("Number", "Plur"),
                cut=frozenset({*s.subtree(noun), s.subtree(noun)[0] - 1}),
            )  # fmt: skip


def _clause(s: Sentence, noun: int, child: int, past_tense: bool) -> Iterator[Hidden]:  # noqa: FBT001
    """Read a loose relative or participle clause as a statement about its noun."""
    if not _is_loose(s, noun, child):
        return
    subject = noun_phrase(s, noun)
    plural = s[noun].has("Number", "Plur")
    cut = _with_commas(s, child)
    pronoun = _pronoun(s, child)
    if pronoun is None:
        if s[child].features.get("VerbForm") in {"Part", "Ger"} or s[child].pos == "ADJ":
            if s.kid(child, "nsubj") is None and s[child].lemma not in _WHOLE_EVENT:
                yield Hidden(head=child, subject=subject, plural=plural, past=past_tense, cut=cut)
        return
    if finite_of(s, child) is None:
        return
    yield from _relative(s, child, pronoun, Hidden(
        head=child, subject=subject, plural=plural, past=past_tense, cut=cut
    ))  # fmt: skip


def _relative(s: Sentence, child: int, pronoun: int, found: Hidden) -> Iterator[Hidden]:
    """Put the noun in the place of its relative pronoun."""
    phrase, word = found.subject, s[pronoun]
    top = pronoun
    while s[top].head != child and s[top].head != top and s.label(top) not in {"nsubj"}:
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
        filled[pronoun] = phrase
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
            last = max(last, max(s.subtree(c)))
    return last


def _preposition(word: str, phrase: tuple[Word, ...]) -> str:
    """Return the preposition that "where" or "when" stands for."""
    if word == "where":
        return "in"
    return "on" if _DAY.search(" ".join(w.text for w in phrase)) else "in"
