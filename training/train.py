"""Train the pipeline that claimledger ships: ``python -m training.train TREEBANKS``.

TREEBANKS is a folder with ``en_ewt-ud-{train,dev}.conllu`` and
``en_gum-ud-{train,dev}.conllu``. The result replaces ``claimledger/splitting/model``;
about 75 minutes on one core.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from training.treebanks import documents
from training.vectors import write_vectors

HERE = Path(__file__).parent
TREEBANKS = ("en_ewt", "en_gum")
SOURCES = (
    {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
    {"name": "UD English GUM, freely licensed genres", "license": "CC BY 4.0"},
    {"name": "GloVe 6B, 50 dimensions", "license": "PDDL 1.0"},
)


def main() -> None:
    """Convert the treebanks, train, and put the best pipeline in its place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--to", type=Path, default=HERE.parent / "claimledger/splitting/model")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    convert(options.treebanks, options.work)
    write_vectors(options.work / "vectors")
    subprocess.run(
        [
            *(sys.executable, "-m", "spacy", "train", str(HERE / "pipeline.cfg")),
            *("--output", str(options.work / "trained")),
            *("--paths.train", str(options.work / "train.spacy")),
            *("--paths.dev", str(options.work / "dev.spacy")),
            *("--paths.vectors", str(options.work / "vectors")),
        ],
        check=True,
    )
    install(options.work / "trained/model-best", options.to)


def convert(treebanks: Path, work: Path) -> None:
    """Write ``train.spacy`` (EWT and GUM) and ``dev.spacy`` (GUM alone, as it has names)."""
    vocab = spacy.blank("en").vocab
    parts = {"train": [f"{t}-ud-train" for t in TREEBANKS], "dev": ["en_gum-ud-dev"]}
    for part, files in parts.items():
        docs = [d for name in files for d in documents(treebanks / f"{name}.conllu", vocab)]
        DocBin(docs=docs, store_user_data=False).to_disk(work / f"{part}.spacy")


def install(trained: Path, target: Path) -> None:
    """Replace the shipped pipeline, without what only training reads."""
    nlp = spacy.load(trained)
    nlp.meta |= {
        "name": "claimledger",
        "description": "Universal Dependencies and names, for splitting news into claims.",
        "license": "CC BY-SA 4.0",
        "sources": list(SOURCES),
    }
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.config["initialize"]["vectors"] = None
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target, exclude=["scores"])


if __name__ == "__main__":
    main()
