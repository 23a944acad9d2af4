"""From a tree to propositions: every clause a statement with its own subject."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import CHARACTERIZING, CONNECTIVES
from claimledger.splitting.propositions.coordination import is_plural
from claimledger.splitting.propositions.hidden import (
    hidden_in,
    is_hidden_adverbial,
    is_whole_event,
    sentence_is_past,
)
from claimledger.splitting.propositions.phrases import noun_phrase
from claimledger.splitting.propositions.relatives import landing
from claimledger.splitting.propositions.sharing import (
    CONTRASTING,
    can_part,
    contrasts,
    first_word,
    hedges_of,
    is_negative,
    lead_of,
    shared_auxiliaries,
)
from claimledger.splitting.propositions.statements import Frame, frame_of, statements_of
from claimledger.splitting.propositions.values import Proposition, Word, words_of
from claimledger.splitting.sources.attribution import Attribution, is_clause

_SHORTEST = 3
_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN"})


def propositions_of(sentence: Sentence, attributions: Iterable[Attribution]) -> list[Proposition]:
    """Return the assertions of a sentence in the order of its text."""
    if sentence.root is None:
        return []
    reader = _Reader(sentence, attributions)
    reader.clause(sentence.root, Frame())
    return sorted(reader.found, key=lambda p: p.head)


class _Reader:
    """Walks one sentence; ``found`` grows by one proposition per assertion."""

    def __init__(self, sentence: Sentence, attributions: Iterable[Attribution]) -> None:
        """Sort the attributions: a cue inside its content frames it, others tell it."""
        self.s = sentence
        self.found: list[Proposition] = []
        self.seen: set[int] = set()
        self.told: dict[int, Attribution] = {}
        self.framed: dict[int, Attribution] = {}
        for a in attributions:
            if a.dropped:
                self.framed[a.content] = a
            elif a.cue is not None:
                cue = a.cue
                while sentence.label(cue) == "xcomp":
                    cue = sentence[cue].head
                self.told[cue] = a

    def clause(self, head: int, frame: Frame) -> None:
        """Read the clause of a head, and all that it holds."""
        if head in self.seen:
            return
        self.seen.add(head)
        s = self.s
        cut: set[int] = set()
        frame = replace(frame, past=sentence_is_past(s, head, default=frame.past))
        if head in self.framed:
            frame = replace(frame, voice=self.framed[head])
            dropped = self.framed[head].dropped
            cut |= dropped | self._uncover(head, set(dropped), replace(frame, voice=None))
        told = self.told.get(head)
        if told is not None:
            cut |= set(s.subtree(told.content))
        later: list[int] = []
        for child in s.kids(head):
            if child not in cut:
                cut |= self._left_out(head, child, later)
        area = set(frame.only or s.subtree(head)) - cut
        subject, plural = self._subject(head, frame)
        area -= self._uncover(head, area, Frame(
            voice=frame.voice, subject=subject, plural=plural, past=frame.past
        ))  # fmt: skip
        shared = replace(
            frame,
            subject=self._within(head, area, subject, frame),
            plural=plural,
            lead=lead_of(s, head, area) or frame.lead,
        )
        if told is None:
            self._state(head, area, frame)
        for child in later:
            self._follow(head, child, frame, shared)
        if told is not None:
            self._content(told, frame)

    def _state(self, head: int, area: set[int], frame: Frame) -> None:
        """Add what a clause itself asserts."""
        s = self.s
        described = self._described(head)
        if described is not None:
            thing, state = described
            voice = Attribution(
                cue=head, lemma=s[head].lemma, content=state, speaker=s.kid(head, "nsubj")
            )
            only = frozenset(i for i in s.subtree(state) if i not in s.kids(state, "case"))
            self.clause(state, replace(self._about(thing, frame), voice=voice, only=only))
            return
        area = area - self._effects(head, area, frame)
        self.found += [
            Proposition(words=words, head=head, voice=frame.voice)
            for words in statements_of(s, head, frozenset(area), frame)
        ]

    def _about(self, thing: int, frame: Frame) -> Frame:
        """Return the frame of a statement about a thing that the clause names."""
        return Frame(
            voice=frame.voice,
            subject=noun_phrase(self.s, thing),
            plural=is_plural(self.s, thing),
            past=frame.past,
        )

    def _content(self, told: Attribution, frame: Frame) -> None:
        """Read what someone is reported to say, or keep it whole where that fails."""
        s = self.s
        count = len(self.found)
        tokens = s.subtree(told.content)
        gap = frame.gap if frame.gap is not None and frame.gap[0] in tokens else None
        self.clause(told.content, Frame(voice=told, past=frame.past, filled=frame.filled, gap=gap))
        if any(p.voice is told for p in self.found[count:]):
            return
        mark = s.kid(told.content, "mark")
        if mark is not None and s[mark].lower == "that":
            tokens.remove(mark)
        if len(tokens) > _SHORTEST and any(s[i].has("VerbForm", "Fin") for i in tokens):
            self.found.append(Proposition(words=words_of(s, tokens), head=told.content, voice=told))

    def _left_out(self, head: int, child: int, later: list[int]) -> set[int]:
        """Return what a dependent takes out of its head's clause."""
        s = self.s
        label, word = s.label(child), s[child].lower
        first = first_word(s, head)
        parts = (
            (label == "conj" and can_part(s, head, child))
            or (label == "advcl" and contrasts(s, child))
            or (label in {"parataxis", "dep", "list"} and is_clause(s, child))
        )
        if parts:
            later.append(child)
        opens = (
            (label == "cc" and child < head and (s.label(head) == "conj" or child <= first))
            or (label == "mark" and word in {"that", *CONTRASTING})
            or (label == "advmod" and word in CONNECTIVES and child <= first + 1)
            or label in {"discourse", "vocative", "reparandum"}
        )
        return set(s.subtree(child)) if parts or opens else set()

    def _subject(self, head: int, frame: Frame) -> tuple[tuple[Word, ...], bool]:
        """Return the subject of a clause, and whether it is plural."""
        s = self.s
        own = s.kid(head, "nsubj", "csubj")
        if own is None:
            return frame.subject, frame.plural
        if own in frame.filled:
            return frame.filled[own], frame.plural
        plural = is_plural(s, own) or bool(s.kids(own, "conj"))
        return noun_phrase(s, own, conjuncts=True), plural

    def _within(
        self, head: int, area: set[int], subject: tuple[Word, ...], frame: Frame
    ) -> tuple[Word, ...]:
        """Return a clause's own subject as far as nothing was taken out of it."""
        own = self.s.kid(head, "nsubj", "csubj")
        if frame.subject or own is None or not subject:
            return subject
        tokens = [i for i in self.s.subtree(own) if i in area]
        while tokens and self.s[tokens[-1]].text == ",":
            tokens.pop()
        return words_of(self.s, tokens)

    def _follow(self, head: int, child: int, frame: Frame, shared: Frame) -> None:
        """Read a conjunct or an aside of a clause."""
        s = self.s
        joined = s.label(child) == "conj"
        voice, told = frame.voice, self.told.get(head)
        if voice is not None and voice.cue is None and child not in s.quoted:
            voice = None
        if told is not None and child > told.content:
            named = joined and s.kid(child, "nsubj") is not None
            if (named and child in s.quoted) or (not joined and self._goes_on(child)):
                voice = told
        if not joined or s.kid(child, "nsubj", "csubj", "expl") is not None:
            clausal = any(w.token is not None and s.label(w.token) == "advcl" for w in shared.lead)
            lead = shared.lead if joined and clausal else ()
            self.clause(child, Frame(voice=voice, lead=lead, past=frame.past))
            return
        used = {w.token for w in shared.lead}
        hedges = [c for c in hedges_of(s, head) if c not in used]
        aux = words_of(s, sorted([*hedges, *(shared_auxiliaries(s, head, child) or ())]))
        gap = None
        if frame.gap is not None and frame.gap[1][0].token is None:
            gap = (landing(s, child), frame.gap[1])
        self.clause(child, Frame(
            voice=voice, subject=shared.subject, plural=shared.plural, lead=shared.lead,
            aux=aux or (() if is_clause(s, child) else frame.aux), past=frame.past,
            filled=frame.filled, gap=gap,
        ))  # fmt: skip

    def _goes_on(self, child: int) -> bool:
        """Tell whether a report goes on in a clause after a colon or a semicolon."""
        first = first_word(self.s, child)
        return first > 0 and self.s[first - 1].text in {":", ";"}

    def _uncover(self, head: int, area: set[int], frame: Frame) -> set[int]:
        """Read the assertions hidden in a stretch; return the tokens they take out."""
        s = self.s
        cut: set[int] = set()
        for n in sorted(area):
            if n in cut or (n in self.seen and n != head):
                continue
            for hidden in hidden_in(s, n, past_tense=frame.past):
                if hidden.head not in area or hidden.head in self.seen:
                    continue
                cut |= hidden.cut
                # Asides in reported speech are mostly the article's, unless they are quoted.
                theirs = hidden.head in s.quoted or hidden.told
                self.clause(hidden.head, frame_of(hidden, frame.voice if theirs else None))
            if n != head and s.label(n) not in {"conj", "xcomp"}:
                continue
            for child in s.kids(n, "advcl"):
                if child not in area or child in cut or not is_hidden_adverbial(s, child, n):
                    continue
                if frame.subject or s.kid(child, "nsubj") is not None:
                    cut |= set(s.subtree(child))
                    self.clause(child, frame)
        return cut

    def _effects(self, head: int, area: set[int], frame: Frame) -> set[int]:
        """Read ", making her the first" as "she is the first"; return what is cut.

        An effect without a subject stays in a proposition that says the whole.
        """
        s = self.s
        cut: set[int] = set()
        for child in s.kids(head, "advcl", "acl"):
            effect = is_whole_event(s, child) or self._sums_up(head, child)
            if child not in area or child < head or not effect:
                continue
            thing, state = s.kid(child, "obj"), s.kid(child, "xcomp")
            if (
                s[child].lemma == "make"
                and thing is not None
                and state is not None
                and (s[state].pos in _NOMINAL and s.kid(state, "mark") is None)
            ):
                self.clause(state, self._about(thing, frame))
            else:
                rest = frozenset(area - cut)
                said = [words_of(s, sorted(rest))]
                if s.kid(head, "nsubj", "csubj", "expl") is None and frame.subject:
                    said = list(statements_of(s, head, rest, frame))
                self.found += [Proposition(words=w, head=head, voice=frame.voice) for w in said]
            whole = s.subtree(child)
            cut |= {*whole, whole[0] - (s[whole[0]].pos != "PUNCT")}
        return cut

    def _sums_up(self, head: int, child: int) -> bool:
        """Tell whether ", which ..." speaks of the whole clause before it."""
        s = self.s
        first = first_word(s, child)
        verbal = s[head].pos in {"VERB", "AUX"} or s[child].dep == "advcl:relcl"
        return (
            verbal
            and s[first].lower == "which"
            and s[first - 1].text in {",", "-", "\u2013", "\u2014"}
        )

    def _described(self, head: int) -> tuple[int, int] | None:
        """Return the thing and the description of "X called it a breach"."""
        s = self.s
        thing, speaker = s.kid(head, "obj"), s.kid(head, "nsubj")
        if s[head].lemma.lower() not in CHARACTERIZING or not is_clause(s, head):
            return None
        if thing is None or speaker is None or s[speaker].has("PronType", "Rel"):
            return None
        if any(is_negative(s[c]) for c in s.kids(head, "advmod", "aux")):
            return None
        for state in s.kids(head, "xcomp", "obl", "advcl"):
            case = s.kid(state, "case", "mark")
            as_it = case is not None and s[case].lower == "as"
            if state > thing and s[state].pos in _NOMINAL and (s.label(state) == "xcomp" or as_it):
                return thing, state
        return None
