"""From a tree to propositions: every clause a statement with its own subject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from claimledger.splitting.attribution import Attribution, finite_of, is_clause
from claimledger.splitting.coordination import Variant, is_plural, variants_of
from claimledger.splitting.document import Sentence
from claimledger.splitting.english import CHARACTERIZING, CONNECTIVES, HEDGES
from claimledger.splitting.hidden import (
    Hidden,
    hidden_in,
    is_hidden_adverbial,
    is_whole_event,
    landing,
    noun_phrase,
    sentence_is_past,
)
from claimledger.splitting.inflection import be, past, present
from claimledger.splitting.propositions import Proposition, Word, words_of

_CONTRASTING = frozenset({"while", "whereas", "although", "though"})
_SIGNS = frozenset('$£€#"\u201c(')
_CONDITIONAL = frozenset({"if", "unless", "provided", "once", "until"})
_SHORTEST = 3
_OPENING = frozenset({"obl", "advmod", "advcl", "nmod"})
_CLAUSAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a clause takes over from the one it hangs on."""

    voice: Attribution | None = None
    subject: tuple[Word, ...] = ()
    plural: bool = False
    lead: tuple[Word, ...] = ()
    """Adverbials that open the sentence and hold for every predicate."""
    aux: tuple[Word, ...] = ()
    past: bool = False
    filled: Mapping[int, tuple[Word, ...]] = field(default_factory=dict)
    """Relative pronouns and the words they stand for."""
    gap: tuple[int, tuple[Word, ...]] | None = None
    """Words to put in after a token."""
    article: tuple[Word, ...] = ()
    """A word that the predicate needs before it."""
    only: frozenset[int] = frozenset()
    """The tokens of the predicate, where they are not all below its head."""


def propositions_of(sentence: Sentence, attributions: Iterable[Attribution]) -> list[Proposition]:
    """Return the assertions of a sentence in the order of its text."""
    if sentence.root is None:
        return []
    reader = _Reader(sentence, attributions)
    reader.clause(sentence.root, Frame())
    return sorted(reader.found, key=lambda p: min(p.tokens, default=0))


class _Reader:
    """Walks one sentence; ``found`` grows by one proposition per assertion."""

    def __init__(self, sentence: Sentence, attributions: Iterable[Attribution]) -> None:
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
        """Read the clause of a head, and queue those it holds."""
        if head in self.seen:
            return
        self.seen.add(head)
        s = self.s
        cut: set[int] = set()
        voice = frame.voice
        if head in self.framed:
            voice = self.framed[head]
            cut |= voice.dropped
            self._hidden(voice.dropped, frame, voice=None, head=head)
        told = self.told.get(head)
        if told is not None:
            cut |= set(s.subtree(told.content))
        later: list[int] = []
        for child in s.kids(head):
            cut |= self._left_out(head, child, later, cut)
        area = set(frame.only or s.subtree(head)) - cut
        subject, plural = self._subject(head, frame)
        past_tense = sentence_is_past(s, head, default=frame.past)
        inner = Frame(voice=voice, subject=subject, plural=plural, past=past_tense)
        area -= self._hidden(area, inner, voice=voice, head=head)
        if subject and not frame.subject:
            own = s.kid(head, "nsubj", "csubj")
            if own is not None:
                tokens = [i for i in s.subtree(own) if i in area]
                while tokens and s[tokens[-1]].text == ",":
                    tokens.pop()
                subject = words_of(s, tokens)
        lead = self._lead(head, area) or frame.lead
        named = self._characterized(head)
        if named is not None and told is None:
            thing, state = named
            voice_of = Attribution(
                cue=head, lemma=s[head].lemma, content=state, speaker=s.kid(head, "nsubj")
            )
            self.clause(
                state,
                Frame(
                    voice=voice_of, subject=noun_phrase(s, thing), plural=is_plural(s, thing),
                    past=past_tense,
                    only=frozenset(i for i in s.subtree(state) if i not in s.kids(state, "case")),
                ),
            )  # fmt: skip
        elif told is None:
            for effect in self._effects(head, area, voice, past_tense):
                area -= effect
            self._state(head, frozenset(area), frame, voice, subject, past_tense)
        for child in later:
            self._follow(head, child, frame, voice, subject, plural, lead, past_tense)
        if told is not None:
            before = len(self.found)
            content = set(s.subtree(told.content))
            gap = frame.gap if frame.gap is not None and frame.gap[0] in content else None
            self.clause(
                told.content, Frame(voice=told, past=past_tense, filled=frame.filled, gap=gap)
            )
            if not any(p.voice is told for p in self.found[before:]):
                self._as_it_stands(told)

    def _as_it_stands(self, told: Attribution) -> None:
        """Keep a content whole that the rules cannot take apart."""
        s = self.s
        tokens = s.subtree(told.content)
        mark = s.kid(told.content, "mark")
        if mark is not None and s[mark].lower == "that":
            tokens.remove(mark)
        if len(tokens) > _SHORTEST and any(s[i].has("VerbForm", "Fin") for i in tokens):
            self.found.append(Proposition(words=words_of(s, tokens), head=told.content, voice=told))

    def _left_out(self, head: int, child: int, later: list[int], cut: set[int]) -> set[int]:
        """Return what a dependent takes out of its head's clause."""
        s = self.s
        label, whole = s.label(child), set(s.subtree(child))
        if child in cut:
            return set()
        if label == "conj" and self._splits(head, child):
            later.append(child)
            return whole
        if label == "advcl" and self._contrasts(child):
            later.append(child)
            return whole
        if label == "parataxis" or (label in {"dep", "list"} and is_clause(s, child)):
            if is_clause(s, child):
                later.append(child)
                return whole
            return set()
        if label in {"discourse", "vocative", "reparandum"}:
            return whole
        if (
            label == "cc"
            and child < head
            and (s.label(head) == "conj" or child <= self._first(head))
        ):
            return whole
        if label == "mark" and s[child].lower in {"that", *_CONTRASTING}:
            return whole
        if label == "advmod" and s[child].lower in CONNECTIVES and child <= self._first(head) + 1:
            return whole
        return set()

    def _contrasts(self, child: int) -> bool:
        """Tell whether an adverbial clause sets a fact of its own beside the main one."""
        mark = self.s.kid(child, "mark")
        if mark is None or self.s[mark].lower not in _CONTRASTING:
            return False
        if self.s[mark].lower == "while" and mark > 0 and self.s[mark - 1].text != ",":
            return False  # it tells the time
        return is_clause(self.s, child) and self.s.kid(child, "nsubj", "expl") is not None

    def _first(self, head: int) -> int:
        """Return the first token of a clause that is no punctuation."""
        return next((i for i in self.s.subtree(head) if self.s[i].pos != "PUNCT"), head)

    def _splits(self, head: int, child: int) -> bool:
        """Tell whether a conjunct is a clause of its own."""
        s = self.s
        own = s.kid(child, "nsubj", "csubj", "expl")
        if own is None and s[child].pos not in _CLAUSAL and s.kid(child, "cop") is None:
            return False
        if not is_clause(s, head) and s.label(head) not in {"conj", "advcl", "acl"}:
            return False
        words = {s[c].lower for c in s.kids(child, "cc")}
        if words & {"or", "nor"}:
            return False
        if own is not None:
            return is_clause(s, child)
        if not is_clause(s, child) and self._conditions(child):
            return False  # the condition may hold for both
        if s.kid(head, "expl") is not None and s.kid(head, "nsubj") is None:
            return False
        return is_clause(s, child) or self._shared_aux(head, child) is not None

    def _shared_aux(self, head: int, child: int) -> tuple[int, ...] | None:
        """Return the auxiliaries a conjunct shares with its head, None if none fit."""
        s = self.s
        if is_clause(s, child):
            return ()
        aux = [c for c in s.kids(head, "aux") if c < head]
        if not aux:
            if s.label(head) in {"advcl", "acl"}:
                return (
                    ()
                    if s[child].features.get("VerbForm") == s[head].features.get("VerbForm")
                    else None
                )
            return None
        if any(s[c].has("Polarity", "Neg") for c in s.kids(head, "advmod")):
            return None
        same = s[child].features.get("VerbForm") == s[head].features.get("VerbForm")
        tense = s[child].features.get("Tense") == s[head].features.get("Tense")
        return tuple(aux) if same and tense else None

    def _conditions(self, head: int) -> list[int]:
        """Return the clauses that say on what condition a predicate holds."""
        s = self.s
        return [
            c for c in s.kids(head, "advcl")
            if any(s[m].lower in _CONDITIONAL for m in s.kids(c, "mark", "advmod"))
        ]  # fmt: skip

    def _subject(self, head: int, frame: Frame) -> tuple[tuple[Word, ...], bool]:
        """Return the subject a clause hands on, and whether it is plural."""
        s = self.s
        own = s.kid(head, "nsubj", "csubj")
        if own is None:
            return frame.subject, frame.plural
        if own in frame.filled:
            return frame.filled[own], frame.plural
        plural = is_plural(s, own) or bool(s.kids(own, "conj"))
        return noun_phrase(s, own, conjuncts=True), plural

    def _lead(self, head: int, area: set[int]) -> tuple[Word, ...]:
        """Return the adverbials before the subject."""
        s = self.s
        own = s.kid(head, "nsubj", "csubj", "expl")
        if own is None:
            return ()
        start = min(s.subtree(own))
        out: list[int] = []
        for child in s.kids(head):
            if child < start and s.label(child) in _OPENING:
                out += [i for i in s.subtree(child) if i in area and i < start]
        for child in self._conditions(head):
            out += [i for i in s.subtree(child) if i in area and i not in out]
        out = [i for i in out if not s[i].has("PronType", "Rel")]
        if not out or s[min(out)].lower in CONNECTIVES:
            return ()
        while out and s[max(out)].pos == "PUNCT":
            out.remove(max(out))
        clausal = any(s.label(i) == "advcl" for i in out)
        edge = next((i for i in sorted(out) if s[i].pos != "PUNCT"), 0)
        lead = words_of(s, [i for i in sorted(out) if i >= edge])
        return (*lead, Word(",")) if clausal else lead

    def _follow(
        self,
        head: int,
        child: int,
        frame: Frame,
        voice: Attribution | None,
        subject: tuple[Word, ...],
        plural: bool,  # noqa: FBT001 - a part of the subject
        lead: tuple[Word, ...],
        past_tense: bool,  # noqa: FBT001 - a part of the frame
    ) -> None:
        """Read a conjunct or an aside of a clause."""
        s = self.s
        if voice is not None and voice.cue is None and child not in s.quoted:
            voice = None
        told = self.told.get(head)
        if told is not None and s.label(child) == "parataxis" and self._after_colon(child):
            voice = told if child > told.content else voice
        if told is not None and s.label(child) == "conj" and s.kid(child, "nsubj") is not None:
            voice = told if child > told.content and child in s.quoted else voice
        if s.label(child) != "conj" or s.kid(child, "nsubj", "csubj", "expl") is not None:
            clausal = s.label(child) == "conj" and any(
                w.token is not None and s.label(w.token) == "advcl" for w in lead
            )
            self.clause(child, Frame(voice=voice, lead=lead if clausal else (), past=past_tense))
            return
        hedges = [
            c for c in s.kids(head, "advmod") if c < head and s[c].lower in HEDGES
            and all(w.token != c for w in lead)
        ]  # fmt: skip
        aux = words_of(s, sorted([*hedges, *(self._shared_aux(head, child) or ())]))
        if not aux and frame.aux and not is_clause(s, child):
            aux = frame.aux
        place = frame.gap is not None and not frame.gap[1][0].token
        self.clause(
            child,
            Frame(
                voice=voice, subject=subject, plural=plural, lead=lead, aux=aux,
                past=past_tense, filled=frame.filled,
                gap=(landing(s, child), frame.gap[1]) if frame.gap and place else None,
            ),
        )  # fmt: skip

    def _after_colon(self, child: int) -> bool:
        """Tell whether a clause comes after a colon or a semicolon."""
        first = self._first(child)
        return first > 0 and self.s[first - 1].text in {":", ";"}

    def _hidden(
        self, area: Iterable[int], frame: Frame, *, voice: Attribution | None, head: int
    ) -> set[int]:
        """Read the assertions hidden in a stretch; return the tokens they take out."""
        s = self.s
        cut: set[int] = set()
        area = set(area)
        for n in sorted(area):
            if n in cut or (n in self.seen and n != head):
                continue
            for hidden in hidden_in(s, n, frame.past):
                if hidden.head not in area or hidden.head in self.seen:
                    continue
                cut |= hidden.cut
                # Asides in reported speech are mostly the article's, unless they are quoted.
                theirs = voice is None or hidden.head in s.quoted or hidden.told
                self._uncover(hidden, frame, voice if theirs else None)
            if n == head or s.label(n) in {"conj", "xcomp"}:
                for child in s.kids(n, "advcl"):
                    if child in area and child not in cut and is_hidden_adverbial(s, child, n):
                        if not frame.subject and s.kid(child, "nsubj") is None:
                            continue
                        cut |= set(s.subtree(child))
                        self.clause(
                            child,
                            Frame(
                                voice=voice, subject=frame.subject, plural=frame.plural,
                                past=frame.past,
                            ),
                        )  # fmt: skip
        return cut

    def _effects(
        self,
        head: int,
        area: set[int],
        voice: Attribution | None,
        past_tense: bool,  # noqa: FBT001
    ) -> list[set[int]]:
        """Read ", making her the first" as "she is the first"; return what is cut."""
        s = self.s
        out: list[set[int]] = []
        for child in s.kids(head, "advcl", "acl"):
            if child not in area or child < head:
                continue
            if not is_whole_event(s, child) and not self._sums_up(head, child):
                continue
            whole = set(s.subtree(child))
            out.append({*whole, min(whole) - (s[min(whole)].pos != "PUNCT")})
            thing, state = s.kid(child, "obj"), s.kid(child, "xcomp")
            if thing is not None and state is not None and s[child].lemma == "make":
                if s[state].pos in {"NOUN", "ADJ", "PROPN"} and s.kid(state, "mark") is None:
                    self.clause(
                        state,
                        Frame(voice=voice, subject=noun_phrase(s, thing), past=past_tense,
                              plural=is_plural(s, thing)),
                    )  # fmt: skip
                    continue
            self.found.append(Proposition(words=words_of(s, sorted(area)), head=head, voice=voice))
        return out

    def _characterized(self, head: int) -> tuple[int, int] | None:
        """Return the thing and the description of "X called it a breach"."""
        s = self.s
        if s[head].lemma.lower() not in CHARACTERIZING or not is_clause(s, head):
            return None
        thing, speaker = s.kid(head, "obj"), s.kid(head, "nsubj")
        if thing is None or speaker is None or s[speaker].has("PronType", "Rel"):
            return None
        if any(s[c].has("Polarity", "Neg") for c in s.kids(head, "advmod", "aux")):
            return None
        for state in s.kids(head, "xcomp", "obl", "advcl"):
            case = s.kid(state, "case", "mark")
            if state < thing or s[state].pos not in {"NOUN", "ADJ", "PROPN"}:
                continue
            if s.label(state) != "xcomp" and (case is None or s[case].lower != "as"):
                continue
            return thing, state
        return None

    def _sums_up(self, head: int, child: int) -> bool:
        """Tell whether ", which ..." speaks of the whole clause before it."""
        s = self.s
        first = self._first(child)
        verbal = s[head].pos in _CLAUSAL or s[child].dep == "advcl:relcl"
        return (
            verbal
            and s[first].lower == "which"
            and s[first - 1].text in {",", "-", "\u2013", "\u2014"}
        )

    def _uncover(self, hidden: Hidden, frame: Frame, voice: Attribution | None) -> None:
        """Make the clause of a hidden assertion."""
        self.clause(
            hidden.head,
            Frame(
                voice=voice, subject=hidden.subject, plural=hidden.plural, past=hidden.past,
                filled=hidden.filled, gap=hidden.gap, only=hidden.only,
                article=hidden.article,
            ),
        )  # fmt: skip

    def _state(
        self,
        head: int,
        area: frozenset[int],
        frame: Frame,
        voice: Attribution | None,
        subject: tuple[Word, ...],
        past_tense: bool,  # noqa: FBT001 - a part of the frame
    ) -> None:
        """Add the propositions of one clause."""
        s = self.s
        own = s.kid(head, "nsubj", "csubj", "expl")
        for tokens, forms in variants_of(s, head, area):
            words: tuple[Word, ...]
            if own is not None:
                words = frame.lead + self._filled((tokens, forms), frame)
            elif frame.subject:
                words = self._with_subject(head, (tokens, forms), frame, past_tense)
            else:
                words = self._filled((tokens, forms), frame)
            if not self._is_finite(head, words, frame):
                continue
            last = words[-1].token
            moved = frame.filled or frame.gap or s.label(head) == "ccomp"
            if moved and last is not None and s[last].pos == "ADP" and s[last].head == head:
                continue  # what it stood before is elsewhere
            if words[0].text.lower() in {"who", "which", "whom", "n't", "'s", "'re", "'ve", "'ll"}:
                continue
            self.found.append(Proposition(words=words, head=head, voice=voice))

    def _is_finite(self, head: int, words: tuple[Word, ...], frame: Frame) -> bool:
        """Tell whether words make a sentence, with a subject and a finite verb."""
        s = self.s
        own = s.kid(head, "nsubj", "csubj", "expl")
        if own is None and not frame.subject and not s.kids(head, "ccomp", "advcl", "xcomp"):
            return False
        if own is not None and own not in frame.filled and s[own].has("PronType", "Rel"):
            return False
        finite = finite_of(s, head) is not None or bool(frame.subject)
        return finite and len(words) > 1

    def _filled(self, variant: Variant, frame: Frame) -> tuple[Word, ...]:
        """Return a clause's words, relative pronouns replaced by what they stand for."""
        tokens, forms = variant
        out: list[Word] = []
        for i in sorted(tokens):
            if i in frame.filled:
                out += frame.filled[i]
            else:
                out.append(Word(forms.get(i, self.s[i].text), i))
            if frame.gap is not None and frame.gap[0] == i:
                out += frame.gap[1]
        return tuple(out)

    def _with_subject(
        self,
        head: int,
        variant: Variant,
        frame: Frame,
        past_tense: bool,  # noqa: FBT001
    ) -> tuple[Word, ...]:
        """Return a clause with the subject it lacks put before its verb."""
        s = self.s
        tokens, forms = variant
        forms = dict(forms)
        verb = self._finite_word(head, tokens, forms, frame, past_tense)
        before: list[int] = []
        joined = s.label(head) == "conj" or s[head].pos == "VERB"
        for child in s.kids(head, "obl", "advcl") if joined else []:
            whole = [i for i in s.subtree(child) if i in tokens]
            if whole and max(whole) < head and child < min(s.kids(head, "aux", "cop") or [head]):
                before += whole
        rest = set(tokens) - set(before)
        while rest and s[min(rest)].pos in {"PUNCT", "CCONJ"} and s[min(rest)].text not in _SIGNS:
            rest.remove(min(rest))
        opening = self._filled((frozenset(before), forms), frame)
        return (
            frame.lead
            + opening
            + frame.subject
            + frame.aux
            + verb
            + frame.article
            + self._filled((frozenset(rest), forms), frame)
        )

    def _finite_word(
        self,
        head: int,
        tokens: frozenset[int],
        forms: dict[int, str],
        frame: Frame,
        past_tense: bool,  # noqa: FBT001
    ) -> tuple[Word, ...]:
        """Make a clause finite: inflect its verb in ``forms`` or return a "be"."""
        s = self.s
        opening = s.label(head) == "advcl" and s[head].lower.endswith("ed")
        helped = any(w.token is not None and s[w.token].pos == "AUX" for w in frame.aux)
        if helped or (is_clause(s, head) and not (opening and s.subtree(head)[0] == head)):
            return ()
        aux = next((c for c in s.kids(head, "aux", "cop") if c in tokens), None)
        verb = head if aux is None else aux
        if s[verb].pos in _CLAUSAL and (aux is not None or s[verb].lower.endswith("ing")):
            inflect = past if past_tense else present
            forms[verb] = inflect(s[verb].lemma.lower(), plural=frame.plural)
            return ()
        return (Word(be(past_tense=past_tense, plural=frame.plural)),)
