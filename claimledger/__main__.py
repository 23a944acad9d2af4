"""``python -m claimledger``."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the program; an interrupt while it is still being loaded is one too."""
    try:
        from claimledger.cli.app import main
    except KeyboardInterrupt:
        sys.exit(130)
    main()


if __name__ == "__main__":
    run()
