"""Lint: what an editor would want mended before a check is published.

Each rule reads one claim as it stands on record and says what is missing. None judges whether
a verdict is right. The table ``RULES`` is what the help, the docs and the tests go by.
"""

from __future__ import annotations

from claimledger.domain.lint.findings import Context, Finding, Rule
from claimledger.domain.lint.rules import RULES, LintRule, lint_claim

__all__ = ["RULES", "Context", "Finding", "LintRule", "Rule", "lint_claim"]
