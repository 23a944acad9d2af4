"""Train the ranking of antecedents that claimledger ships: ``python -m training.reference GUM``.

GUM is a CoNLL-U file of UD English GUM with the ``Entity`` column (coreference). The trees are
those of the treebank, the labels of names those of the pipeline. Every pronoun of the third
person is a question, the mentions before it are its answers, and the weights are those of a
conditional logit model drawn towards a first guess. With ``--test FILE`` the right answers
are counted on other documents. About a minute on one core. Needs numpy and scipy.

GUM is the Georgetown University Multilayer Corpus of A. Zeldes and others,
https://github.com/amir-zeldes/gum, annotations under CC BY 4.0. The weights are derived from
them.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from claimledger.domain.text import Span
from claimledger.splitting.cutting.quotations import quotations_of
from claimledger.splitting.document import Document, Sentence, Token
from claimledger.splitting.parsing import MODEL, load
from claimledger.splitting.reference.memory import Memory, kind_of
from claimledger.splitting.reference.names import names_of, with_names_marked
from claimledger.splitting.reference.ranking import WEIGHTS
from claimledger.splitting.reference.resolution import resolve, speakers_of
from claimledger.splitting.reference.resolver import Resolver
from claimledger.splitting.repairs.order import repaired
from claimledger.splitting.run import quoted
from claimledger.splitting.sources.speakers import voices_of
from training.treebanks import field as misc_field
from training.treebanks import kept_features

GENRES = frozenset({"news", "bio", "interview", "speech", "textbook", "academic", "voyage"})
"""Written or edited text; chat and court hearings refer otherwise."""
SUBJECT = {"subject here": 1.0, "subject before": 1.0, "own subject": 1.5}
OTHERS = {"object here": 0.4, "object before": 0.4, "oblique here": 0.2, "oblique before": 0.2}
NEAR = {"sentences back": -0.8}
GUESS = {
    "he": {
        **NEAR,
        **SUBJECT,
        **OTHERS,
        "mentions": 1.5,
        "named": 1.2,
        "speaker": 1.0,
        "lone name": -1.0,
    },
    "it": {**NEAR, **SUBJECT, **OTHERS, "mentions": 0.8, "named": 0.3},
    "they": {**NEAR, **SUBJECT, **OTHERS, "mentions": 0.8, "named": 0.3, "group": -0.4},
}
"""Rules of thumb as weights: what the fit is drawn towards."""
PULL = {"he": (12.0, 1.5), "it": (10.0, 0.0), "they": (40.0, 1.5)}
"""How strongly, and how much of the guess."""
LEAST = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A pronoun with its possible answers: an entity's features, and whether it is right."""

    kind: str
    answers: Sequence[tuple[dict[str, float], bool]]
    chosen: bool
    """Whether the present weights choose right."""


class Taught(Memory):
    """A memory that asks what it is taught before it goes on."""

    def __init__(self, gold: Sequence[dict[int, list[str]]], *, led: bool) -> None:
        """Take the clusters by sentence and head, widest last; ``led`` follows the gold."""
        super().__init__()
        self.gold, self.led = gold, led
        self.cluster: dict[int, str | None] = {}
        self.asked: list[Question] = []

    def see(self, entity: int, token: int, s: Sentence, *, form: str) -> None:
        """Remember which cluster an entity was last named for."""
        super().see(entity, token, s, form=form)
        if form != "pronoun":
            here = self.gold[self.k].get(token, [])
            self.cluster[entity] = (here[-1] if form == "many" else here[0]) if here else None

    def antecedent(self, s: Sentence, i: int, speaker: str | None) -> int | None:
        """Choose as the program does, keep the question, and follow the gold if led."""
        best = super().antecedent(s, i, speaker)
        here = self.gold[self.k].get(i)
        if not here:
            return best
        found = [(e, f, self.cluster.get(e) == here[0]) for e, f in self.candidates(s, i, speaker)]
        self.asked.append(
            Question(
                kind=kind_of(s, i),
                answers=[(f, right) for _, f, right in found],
                chosen=best is not None and self.cluster.get(best) == here[0],
            )
        )
        if self.led:
            return next((e for e, _, right in reversed(found) if right), None)
        return best


def main() -> None:
    """Read the documents, fit, put the weights in their place, and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gum", type=Path)
    parser.add_argument("--test", type=Path)
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    nlp = load(MODEL)
    asked = [q for d in documents(options.gum) for q in questions(d, nlp, led=True)]
    weights = {kind: fit([q for q in asked if q.kind == kind], kind) for kind in GUESS}
    options.to.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    if options.test:
        from claimledger.splitting.reference.ranking import weights_of

        weights_of.cache_clear()
        tested = [q for d in documents(options.test) for q in questions(d, nlp, led=False)]
        for kind in GUESS:
            right = [q.chosen for q in tested if q.kind == kind]
            print(f"{kind}: {sum(right)} of {len(right)} right")


def fit(asked: Sequence[Question], kind: str) -> dict[str, float]:
    """Return the weights that make the right answers most likely."""
    names = sorted({name for q in asked for features, _ in q.answers for name in features})
    place = {name: n for n, name in enumerate(names)}
    strength, share = PULL[kind]
    guess = np.array([share * GUESS[kind].get(name, 0.0) for name in names])
    groups = []
    for q in asked:
        right = np.array([r for _, r in q.answers], dtype=bool)
        if right.any() and not right.all():
            rows = np.zeros((len(right), len(names)))
            for n, (features, _) in enumerate(q.answers):
                for name, value in features.items():
                    rows[n, place[name]] = value
            groups.append((rows, right))

    def loss(w: Any) -> tuple[float, Any]:
        total, slope = 0.0, np.zeros_like(w)
        for rows, right in groups:
            scores = rows @ w
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            mass = likely[right].sum() + 1e-12
            total -= float(np.log(mass))
            slope += rows.T @ (likely - np.where(right, likely / mass, 0.0))
        off = w - guess
        return total + strength * float(off @ off), slope + 2 * strength * off

    found = minimize(loss, guess, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    ranked = sorted(zip(names, found, strict=True), key=lambda pair: -abs(pair[1]))
    return {name: round(float(w), 2) for name, w in ranked if abs(w) >= LEAST}


@dataclass(slots=True, kw_only=True)
class Read:
    """A document of the treebank."""

    text: str = ""
    sentences: list[Sentence] = field(default_factory=list)
    gold: list[dict[int, list[str]]] = field(default_factory=list)
    paragraph: int = 0


def questions(read: Read, nlp: Any, *, led: bool) -> list[Question]:
    """Return the pronouns of a document as questions."""
    spans = [s.span for s in read.sentences]
    quotations = quotations_of(read.text, [Span(spans[0].start, spans[-1].end)])
    named = [labelled(quoted(s, quotations), read.text, nlp) for s in read.sentences]
    sentences = tuple(repaired(s) for s in with_names_marked(named))
    document = Document(text=read.text, sentences=sentences)
    names = names_of(document)
    first = resolve(document, names, {})
    speakers = speakers_of(document, voices_of(document, quotations), first, names)
    memory = Taught(read.gold, led=led)
    resolver = Resolver(names, memory)
    for k, s in enumerate(sentences):
        resolver.read(k, s, speakers.get(k, {}))
    return memory.asked


def labelled(s: Sentence, text: str, nlp: Any) -> Sentence:
    """Give the tokens of a sentence the names that the pipeline finds."""
    from dataclasses import replace

    labels = {}
    for e in nlp(s.span.of(text)).ents:
        for t in e:
            labels[s.span.start + t.idx] = (e.label_, t.i == e.start)
    tokens = []
    for t in s.tokens:
        label, start = labels.get(t.span.start, ("", False))
        tokens.append(replace(t, entity=label, entity_start=start))
    return replace(s, tokens=tuple(tokens))


def documents(path: Path) -> Iterator[Read]:
    """Yield the documents of a CoNLL-U file that are of a wanted genre."""
    for block in path.read_text(encoding="utf-8").split("# newdoc id = ")[1:]:
        if block.split("_")[1] in GENRES:
            read = Read()
            for sentence in block.split("\n\n"):
                add(read, sentence.splitlines())
            yield read


def add(read: Read, lines: Sequence[str]) -> None:
    """Add one sentence to a document."""
    rows = [line.split("\t") for line in lines if line[:1].isdigit()]
    if not rows:
        return
    if any(line.startswith("# newpar") for line in lines):
        read.paragraph += 1
    joined = [r[0].split("-") for r in rows if "-" in r[0]]
    glued = {n for a, b in joined for n in range(int(a), int(b))}
    rows = [r for r in rows if r[0].isdigit()]
    start = len(read.text)
    tokens: list[Token] = []
    for i, cells in enumerate(rows):
        at = len(read.text)
        read.text += cells[1]
        head = int(cells[6]) - 1 if int(cells[6]) else i
        features = kept_features(cells[5])
        tokens.append(
            Token(
                i=i,
                text=cells[1],
                lemma=cells[2],
                pos=cells[3],
                dep="root" if head == i else cells[7],
                head=head,
                span=Span(at, at + len(cells[1])),
                features=dict(f.split("=") for f in features.split("|") if "=" in f),
                space_before=i > 0 and read.text[at - 1] == " ",
            )
        )
        if "SpaceAfter=No" not in cells[9] and int(cells[0]) not in glued:
            read.text += " "
    end = tokens[-1].span.end
    read.text = read.text[:end] + "\n"
    read.sentences.append(
        Sentence(span=Span(start, end), tokens=tuple(tokens), paragraph=read.paragraph)
    )
    read.gold.append(clusters(tokens, [misc_field(r[9], "Entity") for r in rows]))


def clusters(tokens: Sequence[Token], columns: Sequence[str]) -> dict[int, list[str]]:
    """Return the entities that each head names, that of the shortest mention first."""
    opened: list[tuple[str, int]] = []
    closed: list[tuple[int, int, str]] = []
    for i, column in enumerate(columns):
        for start, name, end in re.findall(r"(\()?([^()]+)(\))?", column):
            identity = name.split("-")[0]
            if start:
                opened.append((identity, i))
            if end:
                at = max((n for n, o in enumerate(opened) if o[0] == identity), default=None)
                if at is not None:
                    first = opened.pop(at)[1]
                    closed.append((i - first, first, identity))
    out: dict[int, list[str]] = {}
    for length, first, identity in sorted(closed):
        inside = range(first, first + length + 1)
        heads = [i for i in inside if tokens[i].head not in inside or tokens[i].head == i]
        whole = [i for i in heads if tokens[i].pos != "PUNCT"] or heads
        if whole:
            out.setdefault(whole[0], []).append(identity)
    return out


if __name__ == "__main__":
    main()
