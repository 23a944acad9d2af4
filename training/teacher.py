"""A large parser that labels text for the small one the package ships.

A biaffine parser (Dozat and Manning, 2017, "Deep Biaffine Attention for Neural Dependency
Parsing") on a transformer, with the word classes and features beside the trees. It learns
from the same treebanks; nothing of it is shipped. About half an hour on two cores that
multiply bfloat16.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from spacy.tokens import Doc
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import PAD, WIDTH, Encoder, Locked

EPOCHS = 3
PIECES = 1_800
"""How many word pieces, padding included, make up one step."""
WARMING = 0.1
"""The share of the steps in which the learning rates grow."""
RATES = (5e-5, 1e-3)
"""The highest learning rates of the encoder and of what reads it."""

HEAD_WIDTH = 400
LABEL_WIDTH = 160
SHAPE_WIDTH = 24
DROPOUT = 0.1
HEAD_DROPOUT = 0.25
NOT_A_WORD = -1
"""The head of padding; no loss comes from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The relations and the word classes with features, in the order of their scores."""

    deps: tuple[str, ...]
    tags: tuple[str, ...]

    @classmethod
    def of(cls, docs: Sequence[Doc]) -> Labels:
        """Collect the labels that occur."""
        return cls(
            deps=tuple(sorted({word.dep_ for doc in docs for word in doc})),
            tags=tuple(sorted({tag(doc, i) for doc in docs for i in range(len(doc))})),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Sentences as tensors: ``pieces`` (sentences, pieces), the rest (sentences, words)."""

    pieces: Tensor
    firsts: Tensor
    shapes: Tensor
    heads: Tensor
    deps: Tensor
    tags: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """What the teacher says of one sentence; a root is its own head."""

    heads: list[int]
    deps: list[str]
    tags: list[str]
    certainty: float
    """The mean over the words of the probability of head and relation."""


class Teacher(nn.Module):
    """The transformer with the layers that score heads, relations and word classes."""

    def __init__(self, folder: Path, labels: Labels) -> None:
        """Read the encoder from ``folder``; the rest is untrained."""
        super().__init__()
        self.labels = labels
        self.encoder = Encoder(folder, dropout=DROPOUT)
        self.shapes = nn.Embedding(len(SHAPES), SHAPE_WIDTH)
        width = WIDTH + SHAPE_WIDTH
        self.as_head, self.as_child = perceptron(width, HEAD_WIDTH), perceptron(width, HEAD_WIDTH)
        self.as_ruler = perceptron(width, LABEL_WIDTH)
        self.as_ruled = perceptron(width, LABEL_WIDTH)
        self.arcs = nn.Parameter(torch.zeros(HEAD_WIDTH + 1, HEAD_WIDTH))
        self.relations = nn.Parameter(
            torch.zeros(len(labels.deps), LABEL_WIDTH + 1, LABEL_WIDTH + 1)
        )
        self.tagger = nn.Linear(width, len(labels.tags))
        self.dropout = Locked(HEAD_DROPOUT)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """Score heads (s, words, words), tags (s, words, tags); return the words' states too."""
        states = self.encoder(batch.pieces)
        rows = torch.arange(len(states))[:, None]
        words = torch.cat([states[rows, batch.firsts], self.shapes(batch.shapes)], -1).float()
        words = self.dropout(words)
        child = with_one(self.as_child(words))
        heads = torch.einsum("sci,ij,shj->sch", child, self.arcs, self.as_head(words))
        heads = heads.masked_fill((batch.heads == NOT_A_WORD)[:, None, :], -1e4)
        return heads, self.tagger(words), words

    def relate(self, words: Tensor, heads: Tensor) -> Tensor:
        """Score the relations of words to given heads: (sentences, words, relations)."""
        rulers = words[torch.arange(len(words))[:, None], heads.clamp(min=0)]
        ruler, ruled = with_one(self.as_ruler(rulers)), with_one(self.as_ruled(words))
        return torch.einsum("swi,rij,swj->swr", ruled, self.relations, ruler)

    def loss(self, batch: Batch) -> Tensor:
        """Return the summed cross-entropies of heads, relations and tags."""
        heads, tags, words = self(batch)
        there = batch.heads != NOT_A_WORD
        scored = (
            (heads, batch.heads),
            (self.relate(words, batch.heads), batch.deps),
            (tags, batch.tags),
        )
        losses = [functional.cross_entropy(s[there], gold[there]) for s, gold in scored]
        return torch.stack(losses).sum()

    def parse(self, docs: Sequence[Doc]) -> list[Parse]:
        """Parse documents of one sentence each, in the order given."""
        self.eval()
        found: dict[int, Parse] = {}
        for indices in batches(self.encoder, docs, 4 * PIECES):
            batch = collated(self.encoder, [docs[i] for i in indices], self.labels)
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                heads, tags, words = self(batch)
                sure, chosen = heads.float().softmax(-1).max(-1)
                related, deps = self.relate(words, chosen).float().softmax(-1).max(-1)
            for row, index in enumerate(indices):
                length = len(docs[index])
                found[index] = Parse(
                    heads=chosen[row, :length].tolist(),
                    deps=[self.labels.deps[d] for d in deps[row, :length].tolist()],
                    tags=[self.labels.tags[t] for t in tags[row, :length].argmax(-1).tolist()],
                    certainty=float((sure * related)[row, :length].mean()),
                )
        return [found[index] for index in range(len(docs))]


def train(folder: Path, docs: Sequence[Doc], *, seed: int = 7) -> Teacher:
    """Fine-tune the transformer in ``folder`` on documents of one sentence each."""
    torch.manual_seed(seed)
    order = random.Random(seed)  # noqa: S311 - shuffles, hides nothing
    teacher = Teacher(folder, Labels.of(docs))
    inner = [p for p in teacher.encoder.parameters() if p.requires_grad]
    outer = [p for n, p in teacher.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": p, "lr": r} for p, r in zip((inner, outer), RATES, strict=True)]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    steps = EPOCHS * len(batches(teacher.encoder, docs, PIECES))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / (WARMING * steps), (steps - step) / steps)
    )
    started = time.monotonic()
    for epoch in range(EPOCHS):
        teacher.train()
        groups_of_docs = batches(teacher.encoder, docs, PIECES)
        order.shuffle(groups_of_docs)
        total = 0.0
        for indices in groups_of_docs:
            batch = collated(teacher.encoder, [docs[i] for i in indices], teacher.labels)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = teacher.loss(batch)
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(teacher.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            total += loss.item()
        minutes = (time.monotonic() - started) / 60
        print(f"epoch {epoch + 1}: loss {total / len(groups_of_docs):.3f}, {minutes:.1f} minutes")
    return teacher


def scores(teacher: Teacher, docs: Sequence[Doc]) -> dict[str, float]:
    """Return UAS, LAS (punctuation aside) and the accuracy of the word classes."""
    right = {"uas": 0, "las": 0, "pos": 0}
    words = scored = 0
    for doc, parse in zip(docs, teacher.parse(docs), strict=True):
        for word in doc:
            words += 1
            right["pos"] += parse.tags[word.i].split("|")[0] == word.pos_
            if word.dep_ != "punct":
                scored += 1
                attached = parse.heads[word.i] == word.head.i
                right["uas"] += attached
                right["las"] += attached and parse.deps[word.i] == word.dep_
    return {
        "uas": right["uas"] / scored,
        "las": right["las"] / scored,
        "pos": right["pos"] / words,
    }


def batches(encoder: Encoder, docs: Sequence[Doc], pieces: int) -> list[list[int]]:
    """Group documents of like length, at most ``pieces`` with padding; return their indices."""
    lengths = [len(encoder.pieces([word.text for word in doc])[0]) for doc in docs]
    grouped: list[list[int]] = [[]]
    # The noise makes the groups of each epoch differ.
    for index in sorted(range(len(docs)), key=lambda i: lengths[i] + torch.rand(1).item()):
        if grouped[-1] and (len(grouped[-1]) + 1) * lengths[index] > pieces:
            grouped.append([])
        grouped[-1].append(index)
    return grouped


def collated(encoder: Encoder, docs: Sequence[Doc], labels: Labels) -> Batch:
    """Turn documents into tensors; those without trees give labels without meaning."""
    pieces, firsts = zip(*(encoder.pieces([w.text for w in doc]) for doc in docs), strict=True)
    deps, tags = ({label: i for i, label in enumerate(x)} for x in (labels.deps, labels.tags))
    return Batch(
        pieces=padded(pieces, PAD),
        firsts=padded(firsts, 0),
        shapes=padded([[shape(word.text) for word in doc] for doc in docs], 0),
        heads=padded([[word.head.i for word in doc] for doc in docs], NOT_A_WORD),
        deps=padded([[deps.get(word.dep_, 0) for word in doc] for doc in docs], 0),
        tags=padded([[tags.get(tag(doc, i), 0) for i in range(len(doc))] for doc in docs], 0),
    )


def padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    """Return rows of different lengths as one tensor."""
    longest = max(len(row) for row in rows)
    return torch.tensor([[*row, *[filler] * (longest - len(row))] for row in rows])


def tag(doc: Doc, index: int) -> str:
    """Return a word's class and features as one label, such as ``NOUN|Number=Sing``."""
    return "|".join(filter(None, (doc[index].pos_, str(doc[index].morph))))


SHAPES = ("lower", "title", "upper", "mixed", "digits", "marks")


def shape(word: str) -> int:
    """Tell how a word is written, which the encoder's small letters hide."""
    if not any(c.isalpha() for c in word):
        return SHAPES.index("digits" if any(c.isdigit() for c in word) else "marks")
    if word.islower():
        return SHAPES.index("lower")
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return SHAPES.index("title")
    return SHAPES.index("upper" if word.isupper() else "mixed")


def perceptron(width: int, to: int) -> nn.Module:
    """Return a layer that turns words' states into those of one role."""
    return nn.Sequential(nn.Linear(width, to), nn.GELU(), Locked(HEAD_DROPOUT))


def with_one(states: Tensor) -> Tensor:
    """Append a constant feature, so that a bilinear form holds the linear one as well."""
    return functional.pad(states, (0, 1), value=1.0)


def roots(parse: Parse) -> Iterator[int]:
    """Yield the words that are their own heads."""
    return (word for word, head in enumerate(parse.heads) if word == head)


def is_tree(parse: Parse) -> bool:
    """Tell whether there is one root and every word leads to it."""
    if len(list(roots(parse))) != 1:
        return False
    for word in range(len(parse.heads)):
        at, seen = word, set[int]()
        while parse.heads[at] != at:
            if at in seen:
                return False
            seen.add(at)
            at = parse.heads[at]
    return True
