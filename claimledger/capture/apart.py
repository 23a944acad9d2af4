"""Reading a PDF in a process of its own, with bounds on its time and memory.

A small PDF can unpack to gigabytes inside the native library, which offers no limit,
and what breaks that library would take the whole program down.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

from claimledger.capture.errors import CaptureError
from claimledger.capture.limits import LIMITS, Limits, megabytes
from claimledger.capture.metadata import Metadata
from claimledger.capture.pdf import paragraphs_of

_START = "from claimledger.capture.apart import main; main()"


def paragraphs_apart(data: bytes, *, name: str, limits: Limits = LIMITS) -> tuple[str, Metadata]:
    """Read a PDF as :func:`claimledger.capture.pdf.paragraphs_of` does, in a child.

    Raises:
        CaptureError: As there, and when reading takes too long or too much memory.
    """
    order = {"name": name, "text": limits.text, "memory": limits.memory}
    hint = "Open it in a PDF reader and print the pages you need to a new PDF."
    try:
        done = subprocess.run(  # noqa: S603 - our own program, told nothing by the document
            [sys.executable, "-P", "-c", _START],
            input=json.dumps(order).encode() + b"\n" + data,
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": _path()},
            timeout=limits.reading,
        )
    except subprocess.TimeoutExpired as error:
        raise CaptureError(
            f"{name} was not read after {limits.reading:g} seconds.", hint=hint
        ) from error
    if done.returncode != 0:
        raise CaptureError(
            f"{name} broke off the PDF reader, or took it more than"
            f" {megabytes(limits.memory)} of memory.",
            hint=hint,
        )
    answer = json.loads(done.stdout)
    if "problem" in answer:
        raise CaptureError(answer["problem"], hint=answer["hint"])
    return answer["text"], Metadata(**answer["metadata"])


def _path() -> str:
    """Return where this process finds modules; -P adds no folder to it."""
    return os.pathsep.join(str(Path(place).absolute()) for place in sys.path)


def main() -> None:
    """Read an order and a PDF from standard input, and answer on standard output."""
    order = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    _bound_memory(order["memory"])
    answer: dict[str, object]
    try:
        text, metadata = paragraphs_of(
            data, name=order["name"], limits=replace(LIMITS, text=order["text"])
        )
        answer = {"text": text, "metadata": asdict(metadata)}
    except CaptureError as error:
        answer = {"problem": error.message, "hint": error.hint}
    sys.stdout.write(json.dumps(answer))


def _bound_memory(size: int) -> None:
    """Let this process have no more than ``size`` bytes, where the system can say so."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows; macOS may refuse
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
