"""Write ``docs/review.svg``: ``claimledger review`` on the sample ledger, as a terminal shows it.

``python docs/make_desk_picture.py``. It changes nothing of the ledger.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PICTURE = HERE / "review.svg"
LEDGER = HERE.parent / "ledger.db"
SIZE = (124, 34)
CLAIM = "1.40"
"""The disputed claim of the sample."""

_FONT = re.compile(r"\s*@font-face \{.*?\}\n", re.DOTALL)
_PREFIX = re.compile(r"terminal-\d+")


def main() -> None:
    """Write the picture in place of the old one."""
    PICTURE.write_text(picture(LEDGER), encoding="utf-8")


def picture(ledger: Path) -> str:
    """Return the picture of the desk, as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder  # no draft of the person is in it
        copy = Path(folder) / "ledger.db"
        shutil.copy(ledger, copy)
        svg = asyncio.run(_screenshot(copy))
    # The fonts are on the web; a reader's own monospace font does as well.
    return _PREFIX.sub("claimledger", _FONT.sub("", svg))


async def _screenshot(ledger: Path) -> str:
    from claimledger import Ledger
    from claimledger.ledger.queueing import Show
    from claimledger.review.app import ReviewApp
    from claimledger.review.worklist import View

    with Ledger.open(ledger, reviewer="Third reader") as opened:
        app = ReviewApp(opened, View(show=Show.ALL), start=CLAIM)
        async with app.run_test(size=SIZE) as pilot:
            for _ in range(20):
                await pilot.pause(0.05)
            return app.export_screenshot(title="claimledger review")


if __name__ == "__main__":
    main()
