"""From a tree to propositions: every clause a statement with its own subject."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import CONNECTIVES
from claimledger.splitting.propositions.complements import shared_complements
from claimledger.splitting.propositions.coordination import is_plural
from claimledger.splitting.propositions.descriptions import as_subject, described_in
from claimledger.splitting.propositions.hidden import (
    hidden_in,
    is_hidden_adverbial,
    is_of_the_voice,
    is_unreal,
    sentence_is_past,
)
from claimledger.splitting.propositions.outcomes import is_outcome, made_so, meaning_of
from claimledger.splitting.propositions.phrases import noun_phrase
from claimledger.splitting.propositions.relatives import landing
from claimledger.splitting.propositions.sharing import (
    CONTRASTING,
    can_part,
    contrasts,
    ends_before,
    first_word,
    goes_on,
    hedges_of,
    lead_of,
    shared_auxiliaries,
    stands_apart,
)
from claimledger.splitting.propositions.statements import Frame, frame_of, statements_of
from claimledger.splitting.propositions.values import Proposition, Word, words_of
from claimledger.splitting.sources.attribution import Attribution, is_clause

_SHORTEST = 3


def propositions_of(sentence: Sentence, attributions: Iterable[Attribution]) -> list[Proposition]:
    """Return the assertions of a sentence in the order of its text."""
    if sentence.root is None:
        return []
    reader = _Reader(sentence, attributions)
    reader.clause(sentence.root, Frame())
    voiced = {id(p.voice) for p in reader.found}
    for a in reader.told.values():
        if id(a) not in voiced:
            reader.content(a)
    return sorted(reader.found, key=lambda p: p.head)


class _Reader:
    """Walks one sentence; ``found`` grows by one proposition per assertion."""

    def __init__(self, sentence: Sentence, attributions: Iterable[Attribution]) -> None:
        """Sort the attributions: a cue inside its content frames it, others tell it."""
        self.s = sentence
        self.found: list[Proposition] = []
        self.seen: set[int] = set()
        self.uncovered: set[int] = set()
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
        if any(s.label(c) == "conj" and s.kid(c, "nsubj") is None for c in later):
            area |= shared_complements(s, head, head)
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
            self._follow(head, child, frame, replace(shared, only=frozenset(area)))
        if told is not None:
            self._content(told, frame)

    def _state(self, head: int, area: set[int], frame: Frame) -> None:
        """Add what a clause itself asserts."""
        s = self.s
        described = described_in(s, head)
        if described is not None:
            thing, state = described
            voice = Attribution(
                cue=head, lemma=s[head].lemma, content=state, speaker=s.kid(head, "nsubj")
            )
            about = self._about(thing, frame)
            if thing in frame.filled and frame.gap is not None:  # "Y, which X called a breach"
                about = replace(about, subject=frame.gap[1])
            only = frozenset(i for i in s.subtree(state) if i not in s.kids(state, "case"))
            self.clause(state, replace(about, voice=voice, only=only))
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
            subject=as_subject(noun_phrase(self.s, thing)),
            plural=is_plural(self.s, thing),
            past=frame.past,
        )

    def content(self, told: Attribution) -> None:
        """Read what a saying inside another clause reports, unless it lacks a part."""
        s = self.s
        subject = s.kid(told.content, "nsubj", "csubj", "expl")
        known = told.speaker is not None and s[told.speaker].lower not in {"i", "we", "you"}
        gap = any(s[c].has("PronType", "Rel") for c in s.kids(told.content))
        if not known or subject is None or gap:
            return
        self.seen -= set(self.s.subtree(told.content))
        self._content(told, Frame())

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
            or (label in {"parataxis", "dep", "list"} and stands_apart(s, head, child))
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
        while tokens and self.s[tokens[0]].text == ",":
            tokens.pop(0)
        return words_of(self.s, tokens)

    def _follow(self, head: int, child: int, frame: Frame, shared: Frame) -> None:
        """Read a conjunct or an aside of a clause."""
        s = self.s
        joined = s.label(child) == "conj"
        voice, told = frame.voice, self.told.get(head)
        if voice is not None and voice.cue is None and child not in s.quoted:
            voice = None
        if voice is not None and s.label(child) == "advcl" and ends_before(s, child, voice.dropped):
            voice = None
        if told is not None and child > told.content:
            named = joined and s.kid(child, "nsubj") is not None
            if (named and child in s.quoted) or (not joined and goes_on(s, child)):
                voice = told
        if not joined or s.kid(child, "nsubj", "csubj", "expl") is not None:
            clausal = any(w.token is not None and s.label(w.token) == "advcl" for w in shared.lead)
            own = s.kid(head, "nsubj", "csubj", "expl")
            opens = own is None or all(w.token is None or w.token < own for w in shared.lead)
            lead = shared.lead if joined and clausal and opens else ()
            self.clause(child, Frame(voice=voice, lead=lead, past=frame.past))
            return
        more = shared_complements(s, child, head) & shared.only
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
            only=frozenset(more and more.union(s.subtree(child))),
        ))  # fmt: skip

    def _uncover(self, head: int, area: set[int], frame: Frame) -> set[int]:
        """Read the assertions hidden in a stretch; return the tokens they take out."""
        s = self.s
        cut: set[int] = set()
        for n in sorted(area):
            if n in cut or (n in self.seen and n != head):
                continue
            for hidden in hidden_in(s, n, past_tense=frame.past):
                if hidden.head not in area:
                    continue
                if hidden.head in self.seen:
                    cut |= hidden.cut if hidden.head in self.uncovered else set()
                    continue
                cut |= hidden.cut
                self.uncovered.add(hidden.head)
                voice = frame.voice if is_of_the_voice(s, hidden) else None
                self.clause(hidden.head, frame_of(hidden, voice))
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

        An outcome without a subject stays in a proposition that says the whole.
        """
        s = self.s
        cut: set[int] = set()
        for child in s.kids(head, "advcl", "acl"):
            if child not in area or child < head or is_unreal(s, head):
                continue
            if not is_outcome(s, head, child):
                continue
            made, meant = made_so(s, child), meaning_of(s, child)
            if made is not None:
                self.clause(made[1], self._about(made[0], frame))
            elif meant is not None:
                self.clause(meant, Frame(voice=frame.voice, past=frame.past))
            else:
                self.found += [
                    Proposition(words=words, head=head, voice=frame.voice)
                    for words in statements_of(s, head, frozenset(area - cut), frame)
                ]
            whole = s.subtree(child)
            cut |= {*whole, whole[0] - (s[whole[0]].pos != "PUNCT")}
        return cut
