"""How quickly ``review`` starts and answers with many claims.

``python benchmarks/review.py [--claims 10000]``: it makes a ledger, starts the
program on a terminal of 120 by 40 cells, and prints the CPU seconds of the whole process from
its start until the screen stands, beside those of Python alone and of an empty Textual app.
Then it presses keys, one after the other, and prints how long each took until the screen
answered, and until everything about the claim stood there, earlier claims like it included.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from claimledger.domain.acts import ArticleAdded, ClaimsSplit, SplitClaim
from claimledger.domain.articles import article_id
from claimledger.domain.claims import ClaimKind, claim_id
from claimledger.domain.text import Span
from claimledger.ledger import Ledger

PER_ARTICLE = 50
KEYS = "jjjjjkjnjj"
"""What is pressed, over and over."""
RATE = "2x\r"
"""What is pressed to rate a claim."""
QUIET = 0.25
"""Seconds without output after which the screen stands."""
REVIEW = "from claimledger.__main__ import run; run()"
EMPTY = "from textual.app import App\nclass E(App):\n BINDINGS=[('q','quit')]\nE().run()"
WORDS = "The council of {place} spent {n} million euros on its {thing} in {year}."
THINGS = ("bridge", "school", "harbour", "tramway", "library", "power station")
PLACES = ("Alder", "Birk", "Corran", "Dunmore", "Elsinore", "Farsund", "Gort")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--verdicts", type=int, default=20)
    parser.add_argument("--starts", type=int, default=3, help="the least of so many counts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        path = Path(folder) / "ledger.db"
        fill(path, options.claims)
        words = ["--db", str(path), "--as", "Ana", "review"]
        figures = {
            "Python alone": [cpu_of(["-c", "pass"]) for _ in range(options.starts)],
            "empty Textual app": [Terminal(["-c", EMPTY]).quit() for _ in range(options.starts)],
            "review": [Terminal(["-c", REVIEW, *words]).quit() for _ in range(options.starts)],
        }
        print(f"claims {options.claims:,}; CPU seconds of the whole process, to a standing screen")
        for name, seconds in figures.items():
            print(f"  {name}: {min(seconds):.2f}")
        terminal = Terminal(["-c", REVIEW, *words])
        moves = [terminal.press(KEYS[n % len(KEYS)]) for n in range(options.keys)]
        forms = [[terminal.press(key) for key in RATE] for _ in range(options.verdicts)]
        terminal.quit()
    print("milliseconds from the key to the screen")
    told(f"{len(moves)} moves, first answer", [first for first, _ in moves])
    told(f"{len(moves)} moves, everything drawn", [last for _, last in moves])
    for place, what in enumerate(("a digit opens the form", "a letter", "Enter saves and goes on")):
        times = [form[place][0] for form in forms]
        told(f"{len(times)} verdicts, {what}", times)


def told(name: str, seconds: Sequence[float]) -> None:
    """Print the middle, the nineteenth of twenty, and the longest."""
    p95 = statistics.quantiles(seconds, n=20)[-1]
    figures = (statistics.median(seconds), p95, max(seconds))
    print(f"  {name}: p50 {figures[0]:.1f}, p95 {figures[1]:.1f}, max {figures[2]:.1f}")


class Terminal:
    """A screen of 120 by 40 cells with a program on it."""

    def __init__(self, words: Sequence[str]) -> None:
        """Start Python with these words; return when the screen stands."""
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        environ = {**os.environ, "TERM": "xterm-256color"}
        self._process = subprocess.Popen(
            [sys.executable, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=environ
        )
        os.close(theirs)
        self._drain(first=20.0)

    def press(self, key: str) -> tuple[float, float]:
        """Press a key; return the milliseconds to the first and to the last answer."""
        begun = time.perf_counter()
        os.write(self._ours, key.encode())
        first, last = self._drain(first=5.0)
        return (first - begun) * 1000, (last - begun) * 1000

    def quit(self) -> float:
        """Quit; return the CPU seconds of the whole process."""
        os.write(self._ours, b"q")
        _, status, used = os.wait4(self._process.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(status)
        os.close(self._ours)
        if self._process.returncode:
            raise SystemExit(f"The program ended with {self._process.returncode}.")
        return used.ru_utime + used.ru_stime

    def _drain(self, *, first: float) -> tuple[float, float]:
        """Read until nothing comes; return when the first and the last of it came."""
        times: list[float] = []
        while select.select([self._ours], [], [], QUIET if times else first)[0]:
            os.read(self._ours, 1 << 20)
            times.append(time.perf_counter())
        if not times:
            raise SystemExit("The program does not answer.")
        return times[0], times[-1]


def cpu_of(words: Sequence[str]) -> float:
    """Return the CPU seconds of a Python process."""
    process = subprocess.Popen([sys.executable, *words])
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime


def fill(path: Path, claims: int) -> None:
    """Make a ledger of articles with so many claims in all."""
    with Ledger.open(path, reviewer="Desk", create=True) as ledger:
        journal = ledger._journal  # noqa: SLF001 - as the splitter would, without its time
        with journal.writing():
            for number in range(0, claims, PER_ARTICLE):
                text, split = article(number, min(PER_ARTICLE, claims - number))
                key = article_id(text)
                journal.keep(text.encode(), "text/plain")
                added = ArticleAdded(
                    title=f"What the councils spent, part {number // PER_ARTICLE + 1}",
                    source="spent.txt",
                    text=key,
                    language="en",
                    media_type="text/plain",
                    raw=None,
                )
                journal.record(added, subject=key)
                journal.record(ClaimsSplit(splitter="benchmark", claims=split), subject=key)


def article(first: int, claims: int) -> tuple[str, tuple[SplitClaim, ...]]:
    """Return a text in which each sentence is a claim."""
    sentences = [
        WORDS.format(
            place=PLACES[n % len(PLACES)], n=n, thing=THINGS[n % len(THINGS)], year=1990 + n % 35
        )
        for n in range(first, first + claims)
    ]
    text = "".join(f"{s}{' ' if n % 5 else chr(10) * 2}" for n, s in enumerate(sentences, 1))
    found, at = [], 0
    for n, sentence in enumerate(sentences):
        start = text.index(sentence, at)
        at = start + len(sentence)
        span = Span(start, at)
        found.append(
            SplitClaim(
                id=claim_id(article_id(text), (span,), sentence),
                text=sentence,
                spans=(span,),
                sentence=span,
                speaker=None,
                speaker_span=None,
                cue=None,
                kind=ClaimKind.QUANTITY,
                checkable=True,
                checkworthiness=(first + n) * 7 % 100,
                reasons=("an amount of money",),
            )
        )
    return text, tuple(found)


if __name__ == "__main__":
    main()
