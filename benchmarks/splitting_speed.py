"""What our steps add to spaCy's own time, and whether memory grows with the number of articles.

``python benchmarks/splitting_speed.py ARTICLES``: ARTICLES is a folder of ``*.txt``, or a
file of JSON Lines with a ``text`` for each article. It prints the CPU time of ``split`` as
a ratio to that of spaCy alone on the same sentences, and the peak memory of splitting
many articles as a ratio to that of splitting fewer. Each memory figure comes from a
process of its own, which splits articles of about 500 words, over and over.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from claimledger.splitting.cutting.paragraphs import paragraphs_of
from claimledger.splitting.cutting.prose import prose_of
from claimledger.splitting.parsing import MODEL, compact, load
from claimledger.splitting.run import split

WORDS = 500
"""Words of an article whose memory is measured: longer ones are cut, shorter ones joined."""


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("--rounds", type=int, default=5, help="the fastest of so many counts")
    parser.add_argument("--first", type=int, default=20, help="time so many articles")
    parser.add_argument(
        "--memory",
        type=int,
        nargs=2,
        default=(100, 1000),
        metavar=("FEWER", "MORE"),
        help="how many articles to split for the two peaks of memory; 0 0 leaves it out",
    )
    parser.add_argument("--peak", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    texts = [text for text in texts_of(options.articles) if text.strip()]
    if not texts:
        parser.error(f"{options.articles} holds no articles: name a folder of *.txt or a .jsonl")
    if options.peak:
        print(peak_after(options.peak, texts))
        return
    told_time(texts[: options.first], options.rounds)
    fewer, more = options.memory
    if fewer:
        peaks = [peak_of_child(number, options.articles) for number in (fewer, more)]
        print(f"peak memory, {fewer} articles: {peaks[0] / 1024:.0f} MiB")
        print(f"peak memory, {more} articles: {peaks[1] / 1024:.0f} MiB")
        print(f"peak memory, {more} articles / {fewer}: {peaks[1] / peaks[0]:.3f}")


def texts_of(articles: Path) -> Iterator[str]:
    """Yield the texts of a folder of text files or of a file of JSON Lines."""
    if articles.is_dir():
        for path in sorted(articles.glob("*.txt")):
            yield path.read_text(encoding="utf-8")
    elif articles.is_file():
        for line in articles.read_text(encoding="utf-8").splitlines():
            yield str(json.loads(line)["text"])


def told_time(texts: Sequence[str], rounds: int) -> None:
    """Print how long spaCy and ``split`` take, and their ratio.

    The two take turns, so that a busy machine slows both alike.
    """
    cut = [sentences_of(text) for text in texts]
    spacy_alone(cut[0])
    split(texts[0])
    parsing = splitting = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        for sentences in cut:
            spacy_alone(sentences)
        between = time.process_time()
        for text in texts:
            split(text)
        parsing = min(parsing, between - begun)
        splitting = min(splitting, time.process_time() - between)
    print(f"articles {len(texts)}, words {sum(len(text.split()) for text in texts)}")
    print(f"spaCy alone: {parsing:.2f} s")
    print(f"split: {splitting:.2f} s")
    print(f"split / spaCy alone: {splitting / parsing:.3f}")


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text in the spelling that the pipeline gets."""
    return [compact(text, span)[0] for _, span in prose_of(text, paragraphs_of(text))]


def spacy_alone(sentences: Sequence[str]) -> None:
    """Run the pipeline, in the batches of ``split`` and with its ban on cuts inside them."""
    nlp = load(MODEL)
    docs = []
    for sentence in sentences:
        doc = nlp.make_doc(sentence)
        for token in doc[1:]:
            token.is_sent_start = False
        docs.append(doc)
    for _ in nlp.pipe(docs, batch_size=64):
        pass


def peak_of_child(number: int, articles: Path) -> int:
    """Return the peak memory, in KiB, of a process that splits so many articles."""
    command = [sys.executable, __file__, str(articles), "--peak", str(number)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout)


def peak_after(number: int, texts: Sequence[str]) -> int:
    """Split so many articles of about the same length; return the peak memory in KiB."""
    import resource  # not on Windows, where the times can be measured all the same

    for text in islice(cycle(same_length(texts)), number):
        split(text)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def same_length(texts: Sequence[str]) -> list[str]:
    """Return texts of about ``WORDS`` words, made of whole lines of those given."""
    out: list[str] = []
    lines: list[str] = []
    words = 0
    for text in texts:
        for line in text.splitlines():
            lines.append(line)
            words += len(line.split())
            if words >= WORDS:
                out.append("\n".join(lines))
                lines, words = [], 0
    return out or ["\n".join(lines)]


if __name__ == "__main__":
    main()
