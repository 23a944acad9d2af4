"""Who calls what a thing: "X called it a breach", "X dismissed it as too costly"."""

from __future__ import annotations

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.verbs import JUDGING
from claimledger.splitting.english.words import CHARACTERIZING
from claimledger.splitting.propositions.sharing import is_negative
from claimledger.splitting.propositions.values import Word
from claimledger.splitting.sources.attribution import is_clause

_SUBJECTS = {"him": "he", "her": "she", "them": "they", "me": "I", "us": "we"}
_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN"})


def described_in(s: Sentence, head: int) -> tuple[int, int] | None:
    """Return the thing and the state of a clause in which somebody describes a thing."""
    lemma = s[head].lemma.lower()
    speaker = s.kid(head, "nsubj")
    if lemma not in CHARACTERIZING | JUDGING or not is_clause(s, head):
        return None
    if speaker is None or s[speaker].has("PronType", "Rel"):
        return None
    if any(is_negative(s[c]) for c in s.kids(head, "advmod", "aux")):
        return None
    things = s.kids(head, "obj")
    for state in s.kids(head, "xcomp", "obl", "advcl", "obj"):
        if not things or state <= things[0] or s[state].pos not in _NOMINAL:
            continue
        case = s.kid(state, "case", "mark")
        as_it = case is not None and s[case].lower == "as"
        called = s.label(state) == "xcomp" or (
            s.label(state) == "obj" and s[things[0]].has("PronType", "Rel")
        )
        if called and lemma in CHARACTERIZING and not as_it:
            return things[0], state
        if as_it and (lemma in CHARACTERIZING or _is_a_statement(s, state)):
            return things[0], state
    return None


def _is_a_statement(s: Sentence, state: int) -> bool:
    """Tell whether "as ..." says what a thing is, and not in which office somebody acts."""
    return s[state].pos == "ADJ" or state in s.quoted or s.kid(state, "det") is not None


def as_subject(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a noun phrase as a subject: "him" becomes "he"."""
    if len(words) != 1:
        return words
    word = words[0]
    return (Word(_SUBJECTS.get(word.text.lower(), word.text), word.token),)
