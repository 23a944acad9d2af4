"""Make the sample ledger: ``python docs/sample/make_ledger.py LEDGER``.

Splits ``article.txt`` and replays the work of ``checks.toml`` through the library: edits
of what the splitter worded badly, then the evidence and the verdicts one by one. Links
are recorded without fetching, so that it needs no network.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from claimledger import Ledger, Stance
from claimledger.domain.records import ClaimRecord
from claimledger.ledger.intake import captured_article
from claimledger.ledger.sourcing import evidence_act

HERE = Path(__file__).parent


def main() -> None:
    """Make the ledger named on the command line, in place of an old one."""
    path = Path(sys.argv[1]).resolve()
    os.chdir(HERE)
    path.unlink(missing_ok=True)
    work = tomllib.loads(Path("checks.toml").read_text(encoding="utf-8"))
    checks = work["check"]
    first = checks[0]["reviewer"]
    add_article(path, reviewer=first)
    with Ledger.open(path, reviewer=first) as ledger:
        for edit in work["edit"]:
            [report] = ledger.report()
            claim = claim_around(edit["claim"], report.text, report.claims)
            ledger.edit_claim(claim.ref, text=edit.get("text"), speaker=edit.get("speaker"))
    for reviewer, own in groupby(checks, key=lambda check: check["reviewer"]):
        with Ledger.open(path, reviewer=reviewer) as ledger:
            for check in own:
                replay(ledger, check)


def add_article(path: Path, *, reviewer: str) -> None:
    """Add the sample article."""
    captured = captured_article("article.txt")
    with Ledger.open(path, reviewer=reviewer, create=True) as ledger:
        ledger.add_article(captured)


def replay(ledger: Ledger, check: dict[str, Any]) -> None:
    """Attach a check's evidence and give its verdict."""
    [report] = ledger.report()
    claim = claim_around(check["claim"], report.text, report.claims)
    known = {(evidence.source, evidence.stance) for evidence in claim.evidence}
    for source in check.get("evidence", []):
        stance = Stance(source["stance"])
        if (source["url"], stance) in known:
            continue
        captured = evidence_act(
            source["url"],
            stance=stance,
            title=source["title"],
            note=source.get("note"),
            fetch=False,
        )
        ledger.attach(claim.ref, captured)
    ledger.give_verdict(claim.ref, check["rating"], because=check["because"])


def claim_around(words: str, text: str, claims: Iterable[ClaimRecord]) -> ClaimRecord:
    """Return the claim that says these words of the article, the narrowest if several do."""
    start = text.index(words)
    end = start + len(words)

    def said(claim: ClaimRecord) -> int:
        return sum(max(0, min(end, s.end) - max(start, s.start)) for s in claim.spans)

    def extent(claim: ClaimRecord) -> int:
        return sum(s.end - s.start for s in claim.spans)

    best = max(claims, key=lambda claim: (said(claim), -extent(claim)))
    if not said(best):
        raise SystemExit(f"No claim says: {words}")
    return best


if __name__ == "__main__":
    main()
