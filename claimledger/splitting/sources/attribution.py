"""Who says what inside one sentence: cue, speaker and content, over the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimledger.splitting.document import Sentence, Token
from claimledger.splitting.english.saying import VERB_OF_SAYING
from claimledger.splitting.english.words import HEDGES, QUESTIONING, QUOTING_ONLY, SAYING
from claimledger.splitting.sources.phrases import by_phrase
from claimledger.splitting.sources.values import Attribution

__all__ = ["Attribution", "attributions_of", "finite_of", "is_clause", "subject_of"]

_STARTING = frozenset(["go", "continue", "begin", "start", "proceed"])
"""Verbs that lead to a saying which takes place: "went on to say"."""

_DOUBTING = HEDGES | {"wrongly", "falsely", "incorrectly", "mistakenly", "hardly", "barely"}
"""Adverbs beside a verb of saying that leave open or deny that it was said, or is so."""

_NOBODY = frozenset(["nobody", "none", "nothing", "neither", "no", "few", "hardly", "not"])

_AS_VERBS = SAYING | {"put"}


def attributions_of(sentence: Sentence) -> list[Attribution]:
    """Find every content that the sentence attributes to someone."""
    found = [
        attribution
        for token in sentence.tokens
        if token.pos in {"VERB", "AUX"} and lemma_of_cue(token) in SAYING | {"put"}
        for attribution in _by_verb(sentence, token.i)
    ]
    found.extend(by_phrase(sentence))
    return [a for a in (_in_quotation(sentence, a) for a in found) if a is not None]


def lemma_of_cue(token: Token) -> str:
    """Return the lemma of a verb of saying, whatever the parser took it for."""
    return VERB_OF_SAYING.get(token.lower, token.lemma.lower())


def _in_quotation(s: Sentence, a: Attribution) -> Attribution | None:
    """Return what an attribution inside a quotation is worth.

    Who is quoted asserts that others said something; what "I think" is their own.
    """
    if a.cue is None or a.cue not in s.quoted or a.speaker is None:
        return a
    own = s[a.speaker].lower in {"i", "we"} and a.speaker in s.quoted
    return replace(a, speaker=None) if own else None


def _by_verb(s: Sentence, verb: int) -> Iterator[Attribution]:
    """Read the content of a verb of saying: its clause, or the clause it stands in."""
    lemma = lemma_of_cue(s[verb])
    if _denied(s, verb):
        return
    speaker = subject_of(s, verb)
    if speaker is not None and s[speaker].lower in {"it", "there", "that", "which", "who"}:
        speaker = _antecedent(s, verb, speaker)
    label = s.label(verb)
    mark = s.kid(verb, "mark")
    if label == "advcl" and mark is not None and s[mark].lower == "as":
        thing = s.kid(verb, "ccomp", "obj")
        bare = thing is None or s[thing].lower == "it"
        if speaker is not None and bare and lemma in _AS_VERBS:
            yield _attribution(s, verb, s[verb].head, speaker, inside=True)
        return
    content = _content(s, verb)
    if content is not None:
        that = s.kid(content, "mark")
        if lemma in QUOTING_ONLY and content not in s.quoted and that is None:
            return
        if _asserted(s, verb) and (speaker is not None or content in s.quoted):
            yield _attribution(s, verb, content, speaker)
    elif label == "parataxis" and speaker is not None and not s.kids(verb, "xcomp", "ccomp"):
        obj, head = s.kid(verb, "obj"), s[verb].head
        rest = set(s.subtree(head)) - set(s.subtree(verb))
        clause = head in s.quoted or any(s[i].has("VerbForm", "Fin") for i in rest)
        if clause and (obj is None or lemma == "tell" or obj < verb):
            yield _attribution(s, verb, head, speaker, inside=True)


def _attribution(
    s: Sentence, verb: int, content: int, speaker: int | None, *, inside: bool = False
) -> Attribution:
    dropped = frozenset(s.subtree(verb)) if inside else frozenset()
    return Attribution(
        cue=verb, lemma=lemma_of_cue(s[verb]), content=content, speaker=speaker, dropped=dropped
    )


def _content(s: Sentence, verb: int) -> int | None:
    """Return the head of the clause that a verb of saying introduces."""
    for child in s.kids(verb, "ccomp"):
        if _is_statement(s, child) or child in s.quoted:
            return child
    for child in s.kids(verb, "parataxis", "obj", "dep"):
        if child in s.quoted and is_clause(s, child) and verb not in s.quoted:
            return child
        if s.label(child) == "parataxis" and child > verb and s[verb].lemma in {"say", "write"}:
            between = {s[i].text for i in range(verb, min(s.subtree(child)) + 1)}
            if ":" in between and is_clause(s, child):
                return child
    return None


def _is_statement(s: Sentence, head: int) -> bool:
    """Tell whether a complement is a full clause and not an embedded question."""
    first = s[min(s.subtree(head))]
    mark = s.kid(head, "mark")
    if mark is not None and s[mark].lower in {"whether", "if"}:
        return False
    if s.label(s[head].head) == "acl" and first.i < s[head].head < head:
        return is_clause(s, head)  # "which X said were safe"
    if first.lower in QUESTIONING and first.i not in s.quoted:
        lead = first.i if first.head == head else s[first.i].head
        if s.label(lead) not in {"advcl", "csubj"} and first.i != lead:
            return s.label(first.head) in {"advcl", "csubj"} or first.head != head
        return s.label(lead) in {"advcl", "csubj"}
    if is_clause(s, head) or s.kids(head, "nsubj"):
        return True
    # "that few, if any, use it": a clause, though the parser missed its head.
    that = mark is not None and s[mark].lower == "that"
    return that and any(s[i].has("VerbForm", "Fin") for i in s.subtree(head))


def is_clause(s: Sentence, head: int) -> bool:
    """Tell whether a head has a finite verb: its own, an auxiliary or a copula."""
    return finite_of(s, head) is not None


def finite_of(s: Sentence, head: int) -> int | None:
    """Return the finite verb of a clause: the first auxiliary or copula, or the head."""
    for child in s.kids(head, "aux", "cop"):
        if s[child].has("VerbForm", "Fin") or s[child].has("Mood", "Ind"):
            return child
    if s[head].has("VerbForm", "Fin") or s[head].has("Mood", "Ind"):
        return head
    # A past tense with an active subject of its own is easily taken for a participle.
    active = any(s[c].dep == "nsubj" for c in s.kids(head)) and s.kid(head, "aux", "cop") is None
    main = s.label(head) in {"root", "conj", "ccomp", "parataxis"} or s[head].dep == "acl:relcl"
    if active and main and s[head].pos == "VERB" and s[head].lower.endswith("ed"):
        return head
    return None


def subject_of(s: Sentence, verb: int) -> int | None:
    """Return who does what a verb says, from its own clause or the one it hangs on."""
    seen = set()
    while verb not in seen:
        seen.add(verb)
        passive = s.kid(verb, "nsubj:pass") is not None or s[verb].has("Voice", "Pass")
        if passive:
            return s.kid(verb, "obl:agent")
        own = s.kid(verb, "nsubj")
        if own is not None:
            return own
        label = s.label(verb)
        if label == "acl":
            return s[verb].head
        if label not in {"conj", "xcomp", "advcl", "parataxis"}:
            return None
        verb = s[verb].head
    return None


def _antecedent(s: Sentence, verb: int, pronoun: int) -> int | None:
    """Return what a relative pronoun stands for."""
    if s[pronoun].has("PronType", "Rel") and s.label(verb) == "acl":
        return s[verb].head
    return pronoun if s[pronoun].lower == "it" else None


def is_nobody(s: Sentence, noun: int) -> bool:
    """Tell whether a noun phrase says that none, or hardly any, is meant: "few doctors"."""
    words = [noun, *s.kids(noun, "det", "amod", "advmod")]
    return any(s[i].lower in _NOBODY or s[i].has("Polarity", "Neg") for i in words)


def _denied(s: Sentence, verb: int) -> bool:
    """Tell whether a saying is negated, asked, ordered or only possible."""
    speaker = subject_of(s, verb)
    if speaker is not None and is_nobody(s, speaker):
        return True
    for child in s.kids(verb, "advmod", "aux", "mark"):
        word = s[child]
        if word.lower in _DOUBTING:
            return True
        if word.has("Polarity", "Neg") or word.lower in {"not", "n't", "never", "if", "whether"}:
            return True
        if word.dep.startswith("aux") and word.lower in {
            "would", "could", "should", "may", "might", "must", "can", "will", "'ll", "'d"
        }:  # fmt: skip
            return True
    return s[verb].has("Mood", "Imp")


def leads_to(s: Sentence, verb: int) -> bool:
    """Tell whether a verb only leads to a saying: "went on to say"."""
    mark = s.kid(verb, "mark")
    to = mark is not None and s[mark].lower == "to"
    return to and s.label(verb) == "advcl" and s[s[verb].head].lemma in _STARTING


def _asserted(s: Sentence, verb: int) -> bool:
    """Tell whether the sentence asserts the saying, and does not merely mention it."""
    while s[verb].head != verb:
        label = s.label(verb)
        if label in {"conj", "parataxis", "ccomp"}:
            verb = s[verb].head
        elif label in {"advcl", "acl"}:
            mark = s.kid(verb, "mark")
            if leads_to(s, verb):
                verb = s[verb].head
                continue
            return mark is None or s[mark].lower in {"while", "as", "when", "after", "with", "by"}
        elif label == "xcomp":
            verb = s[verb].head
            if s[verb].lemma not in _STARTING:
                return False
        else:
            return label in {"appos", "dep"}
    return True
