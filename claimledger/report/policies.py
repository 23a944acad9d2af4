"""A ledger's policy, in words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from claimledger.domain.outside import line, person
from claimledger.domain.policies import Policy
from claimledger.report.grids import facts
from claimledger.report.texts import count, told
from claimledger.report.theme import ACCENT


def policy_table(policies: Sequence[Policy], *, width: int) -> RenderableType:
    """Say how a ledger works."""
    [policy] = policies
    blind = "blind: each sees the own verdict alone until all have spoken"
    seen = "open: everybody sees every verdict at once"
    if policy.reviewers == 1 and not policy.blind:
        seen = "open"
    pairs = [
        ("scale", told(policy.scale, ACCENT)),
        (
            "review",
            Text(
                f"{count(policy.reviewers, 'reviewer')} a claim, {blind if policy.blind else seen}"
            ),
        ),
        (
            "settled by",
            Text(", ".join(line(person(name)) for name in policy.settlers) or "everyone"),
        ),
        ("sources", Text(f"{count(policy.sources, 'source')} for a claim that is checked")),
    ]
    return facts(pairs, width=width)
