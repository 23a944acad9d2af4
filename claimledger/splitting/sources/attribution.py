"""Who says what inside one sentence: cue, speaker and content, over the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import QUESTIONING, QUOTING_ONLY, SAYING

_STARTING = frozenset(["go", "continue", "begin", "start", "proceed"])
"""Verbs that lead to a saying which takes place: "went on to say"."""

_AS_VERBS = SAYING | {"put"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One reported content of a sentence."""

    cue: int | None
    """The head of the cue, None when the quotation marks alone tell."""
    lemma: str
    content: int
    """The head of what is said."""
    speaker: int | None
    """The head of the noun phrase that names the source."""
    dropped: frozenset[int] = frozenset()
    """Tokens of the attributing phrase, when it stands inside the content."""


def attributions_of(sentence: Sentence) -> list[Attribution]:
    """Find every content that the sentence attributes to someone."""
    out: list[Attribution] = []
    for token in sentence.tokens:
        if token.lemma.lower() in SAYING | {"put"} and token.pos in {"VERB", "AUX"}:
            out.extend(_by_verb(sentence, token.i))
        elif token.lower == "according" or token.lemma == "accord":
            out.extend(_according(sentence, token.i))
        elif token.lower == "words" and token.pos == "NOUN":
            out.extend(_in_the_words(sentence, token.i))
    return out


def _by_verb(s: Sentence, verb: int) -> Iterator[Attribution]:
    """Read the content of a verb of saying: its clause, or the clause it stands in."""
    lemma = s[verb].lemma.lower()
    if _denied(s, verb):
        return
    speaker = subject_of(s, verb)
    if speaker is not None and s[speaker].lower in {"it", "there", "that", "which", "who"}:
        speaker = _antecedent(s, verb, speaker)
    label = s.label(verb)
    mark = s.kid(verb, "mark")
    if label == "advcl" and mark is not None and s[mark].lower == "as":
        if speaker is not None and s.kid(verb, "ccomp", "obj") is None and lemma in _AS_VERBS:
            yield _attribution(s, verb, s[verb].head, speaker, inside=True)
        return
    content = _content(s, verb)
    if content is not None:
        if lemma in QUOTING_ONLY and content not in s.quoted:
            return
        if _asserted(s, verb) and (speaker is not None or content in s.quoted):
            yield _attribution(s, verb, content, speaker)
    elif label == "parataxis" and speaker is not None and not s.kids(verb, "xcomp", "ccomp"):
        obj = s.kid(verb, "obj")
        if obj is None or lemma == "tell" or obj < verb:
            yield _attribution(s, verb, s[verb].head, speaker, inside=True)


def _attribution(
    s: Sentence, verb: int, content: int, speaker: int | None, *, inside: bool = False
) -> Attribution:
    dropped = frozenset(s.subtree(verb)) if inside else frozenset()
    return Attribution(
        cue=verb, lemma=s[verb].lemma.lower(), content=content, speaker=speaker, dropped=dropped
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
    return is_clause(s, head) or bool(s.kids(head, "nsubj"))


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


def _denied(s: Sentence, verb: int) -> bool:
    """Tell whether a saying is negated, asked, ordered or only possible."""
    for child in s.kids(verb, "advmod", "aux", "mark"):
        word = s[child]
        if word.has("Polarity", "Neg") or word.lower in {"not", "n't", "never", "if", "whether"}:
            return True
        if word.dep.startswith("aux") and word.lower in {
            "would", "could", "should", "may", "might", "must", "can", "will", "'ll", "'d"
        }:  # fmt: skip
            return True
    return s[verb].has("Mood", "Imp")


def _asserted(s: Sentence, verb: int) -> bool:
    """Tell whether the sentence asserts the saying, and does not merely mention it."""
    while s[verb].head != verb:
        label = s.label(verb)
        if label in {"conj", "parataxis", "ccomp"}:
            verb = s[verb].head
        elif label in {"advcl", "acl"}:
            mark = s.kid(verb, "mark")
            return mark is None or s[mark].lower in {"while", "as", "when", "after", "with", "by"}
        elif label == "xcomp":
            verb = s[verb].head
            if s[verb].lemma not in _STARTING:
                return False
        else:
            return label in {"appos", "dep"}
    return True


def _according(s: Sentence, word: int) -> Iterator[Attribution]:
    """Read "according to X" and drop it from the clause it stands in."""
    if word + 1 >= len(s.tokens) or s[word + 1].lower != "to":
        return
    source = s[word].head if s.label(word) == "case" else None
    if source is None:
        source = next((k for k in s.kids(word, "obl", "nmod", "obj")), None)
        if source is None:
            return
        top = word
    else:
        top = source
    content = s[top].head
    if content == top:
        return
    while s.label(content) in {"obl", "nmod", "obj", "xcomp", "amod", "nummod", "advmod"}:
        content = s[content].head
    dropped = frozenset(s.subtree(top))
    if max(dropped) >= len(s.tokens) - 3 and s[min(dropped)].text == ",":
        # At the very end it holds for all that was said, not for the last verb alone.
        while s.label(content) in {"conj", "ccomp", "advcl", "parataxis"} and (
            s[s[content].head].lemma not in SAYING
        ):
            content = s[content].head
    if content in dropped:
        return
    yield Attribution(
        cue=word, lemma="according to", content=content, speaker=source, dropped=dropped
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
