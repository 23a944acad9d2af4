"""Who says a sentence that is kept whole, and which of its words only tell so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import QUOTING_ONLY, SAYING
from claimledger.splitting.sources.attribution import lemma_of_cue, subject_of
from claimledger.splitting.sources.values import Attribution

_SHORTEST = 4
_BESIDE = frozenset({"conj", "parataxis", "advcl", "acl", "appos", "dep"})
_TAIL = frozenset({"ADP", "DET", "NOUN", "PROPN", "NUM", "ADV", "PRON", "PUNCT", "ADJ", "PART"})


def voice_of_whole(s: Sentence, told: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution of all that a sentence says, with its own words dropped."""
    root = s.root
    if root is None:
        return None
    for a in told:
        if a.content == root:
            return a if a.cue is None or _covers(s, a.cue, a.dropped) else None
        cue = a.cue
        while cue is not None and s.label(cue) == "xcomp":
            cue = s[cue].head
        if cue == root and not a.dropped:
            inside = set(s.subtree(a.content))
            if any(c not in inside and s.label(c) in _BESIDE for c in s.kids(root)):
                return None
            mark = s.kid(a.content, "mark")
            if mark is not None and s[mark].lower == "that":
                inside.discard(mark)
            outside = frozenset(t.i for t in s.tokens if t.i not in inside)
            return replace(a, dropped=outside) if _covers(s, cue, outside) else None
    return _at_the_end(s) if not told else None


def _covers(s: Sentence, cue: int, dropped: frozenset[int]) -> bool:
    """Tell whether the finite verbs of a sentence are left, and the cue's alone dropped."""
    finite = {t.i for t in s.tokens if t.has("VerbForm", "Fin")}
    return bool(finite - dropped) and not finite & dropped - {cue, *s.kids(cue, "aux", "cop")}


def _at_the_end(s: Sentence) -> Attribution | None:
    """Read ", Roe said on Monday." after words in which no clause was found."""
    for comma in range(len(s.tokens) - 1, _SHORTEST, -1):
        if s[comma].text != ",":
            continue
        tail = [t for t in s.tokens[comma + 1 :] if t.pos != "PUNCT"]
        cues = [t for t in tail if t.pos in {"VERB", "AUX"}]
        if len(cues) != 1 or lemma_of_cue(cues[0]) not in SAYING - QUOTING_ONLY:
            return None
        cue = cues[0]
        speaker = subject_of(s, cue.i)
        plain = all(t.pos in _TAIL for t in tail if t is not cue) and cue.i not in s.quoted
        if not plain or speaker is None or speaker <= comma or cue.lower.endswith("ing"):
            return None
        if not any(t.pos in {"VERB", "AUX"} for t in s.tokens[:comma]):
            return None
        head = next((t.i for t in s.tokens[:comma] if t.head > comma or t.head == t.i), 0)
        return Attribution(
            cue=cue.i,
            lemma=lemma_of_cue(cue),
            content=head,
            speaker=speaker,
            dropped=frozenset(range(comma, len(s.tokens))),
        )
    return None
