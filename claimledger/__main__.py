"""``python -m claimledger``."""

from __future__ import annotations

from claimledger.cli.app import main

main()
