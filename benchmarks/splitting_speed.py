"""What our steps add to spaCy's own time, and whether memory grows with the number of articles.

``python benchmarks/splitting_speed.py ARTICLES``: a folder of ``*.txt``. Prints the CPU
time of ``split`` as a ratio to that of parsing the same sentences alone, and the peak
memory after 100 and after 400 articles (the folder's, over and over).
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

from claimledger.splitting.cutting.paragraphs import is_prose, paragraphs_of
from claimledger.splitting.cutting.sentences import sentences_of
from claimledger.splitting.parsing import parse
from claimledger.splitting.run import split

ROUNDS = 5


def main() -> None:
    """Print the ratios."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    split(texts[0])
    parsing = min(cpu_of(parse_alone, texts) for _ in range(ROUNDS))
    splitting = min(cpu_of(split, texts) for _ in range(ROUNDS))
    print(f"split / parse alone: {splitting / parsing:.2f}")
    memory = []
    for number in (100, 400):
        for text in islice(cycle(texts), number):
            split(text)
        memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    print(f"peak memory after 500 articles / after 100: {memory[1] / memory[0]:.2f}")


def parse_alone(text: str) -> None:
    """Cut and parse a text, as ``split`` does first."""
    sentences = [
        (number, span)
        for number, paragraph in enumerate(paragraphs_of(text))
        if is_prose(paragraph.of(text), alone=False)
        for span in sentences_of(text, paragraph)
    ]
    list(parse(text, sentences))


def cpu_of(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return the CPU seconds of doing the work on each text."""
    begun = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
