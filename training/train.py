"""Train the pipeline that claimledger ships: ``python -m training.train TREEBANKS``.

TREEBANKS is a folder with ``en_ewt-ud-{train,dev}.conllu`` and
``en_gum-ud-{train,dev}.conllu``. With ``--silver TEXTS ...`` a teacher learns the
treebanks first and labels the texts, and the pipeline learns from both. Texts that share
a sentence with a treebank's dev or test part, or with a text of ``--unseen FOLDER ...``,
are left out. The result replaces ``claimledger/splitting/model``; an hour and a half on two
cores, half of that without ``--silver``.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.treebanks import documents
from training.vectors import write_vectors

HERE = Path(__file__).parent
TREEBANKS = ("en_ewt", "en_gum")
GOLD_TIMES = 2
"""How often each sentence of the treebanks is learnt for one of the silver texts."""
SOURCES = (
    {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
    {"name": "UD English GUM, freely licensed genres", "license": "CC BY 4.0"},
    {"name": "GloVe 6B, 50 dimensions", "license": "PDDL 1.0"},
)
SILVER_SOURCES = (
    {"name": "English Wikinews 2019 and 2020, our labels", "license": "CC BY 2.5"},
    {"name": "MASC, written part, our labels", "license": "free for development"},
    {"name": "State of the Union addresses 1945 to 2006, our labels", "license": "public domain"},
)


def main() -> None:
    """Convert the treebanks, label the silver texts, train, and put the best in its place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--silver", type=Path, nargs="+", default=[], metavar="TEXTS")
    parser.add_argument("--unseen", type=Path, nargs="+", default=[], metavar="FOLDER")
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--to", type=Path, default=HERE.parent / "claimledger/splitting/model")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    train = gold(options.treebanks, "train", TREEBANKS, vocab)
    dev = gold(options.treebanks, "dev", TREEBANKS[1:], vocab)  # GUM alone has names
    if options.silver:
        unseen = [*measured(options.treebanks), *folder_texts(options.unseen)]
        train = GOLD_TIMES * train + labelled(options.silver, unseen, train, dev, options.work)
    write(train, options.work / "train.spacy")
    write(dev, options.work / "dev.spacy")
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
    sources = [*SOURCES, *(SILVER_SOURCES if options.silver else ())]
    install(options.work / "trained/model-best", options.to, sources)


def gold(treebanks: Path, part: str, names: Sequence[str], vocab: Vocab) -> list[Doc]:
    """Return the sentences of one part of the treebanks."""
    return [d for name in names for d in documents(treebanks / f"{name}-ud-{part}.conllu", vocab)]


def measured(treebanks: Path) -> Iterator[str]:
    """Yield the texts of the parts on which pipelines are measured, a sentence a line."""
    mark = "# text = "
    for part in ("dev", "test"):
        for path in sorted(treebanks.glob(f"*-ud-{part}.conllu")):
            lines = path.read_text(encoding="utf-8").splitlines()
            yield "\n".join(line.removeprefix(mark) for line in lines if line.startswith(mark))


def folder_texts(folders: Sequence[Path]) -> Iterator[str]:
    """Yield the text files of folders."""
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            yield path.read_text(encoding="utf-8")


def labelled(
    sources: Sequence[Path], unseen: Sequence[str], train: list[Doc], dev: list[Doc], work: Path
) -> list[Doc]:
    """Train the teacher and return what it makes of the silver texts."""
    from training import encoder, silver, teacher

    kept = work / "silver.spacy"
    vocab = train[0].vocab
    if not kept.exists():
        taught = teacher.train(encoder.unpacked(work), train)
        print("teacher:", teacher.scores(taught, dev))
        write(silver.silver(taught, sources, unseen, vocab), kept)
    return list(DocBin().from_disk(kept).get_docs(vocab))


def write(docs: Sequence[Doc], path: Path) -> None:
    """Write documents as spaCy reads them."""
    DocBin(docs=docs, store_user_data=False).to_disk(path)


def install(trained: Path, target: Path, sources: Sequence[dict[str, str]]) -> None:
    """Replace the shipped pipeline, without what only training reads."""
    nlp = spacy.load(trained)
    nlp.meta |= {
        "name": "claimledger",
        "description": "Universal Dependencies and names, for splitting news into claims.",
        "license": "CC BY-SA 4.0",
        "spacy_version": ">=3.8.2,<3.9",
        "sources": list(sources),
    }
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.config["initialize"]["vectors"] = None
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target, exclude=["scores"])


if __name__ == "__main__":
    main()
