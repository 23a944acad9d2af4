"""Lint as plain objects: what is to be mended, and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from claimledger.domain.lint import Finding
from claimledger.domain.records import ClaimRecord
from claimledger.formats.listings import Column, Listing
from claimledger.formats.records import Record
from claimledger.ledger.linting import LintReport, RuleState

FINDINGS: Final = Listing(
    key="ref",
    columns=tuple(
        Column(name, itemgetter(name))
        for name in ("ref", "id", "text", "rule", "message", "hint", "tag")
    ),
    brief=("ref", "text", "rule", "message"),
)

LINT_RULES: Final = Listing(
    key="rule",
    columns=tuple(
        Column(name, itemgetter(name))
        for name in ("rule", "on", "looks_for", "tag", "because", "by", "time")
    ),
    brief=("rule", "on", "looks_for", "because"),
)


def finding_objects(report: LintReport) -> Iterator[Record]:
    """Yield everything that is to be mended, claim by claim."""
    for problem in report.problems:
        for finding in problem.findings:
            yield finding_object(problem.claim, finding)


def finding_object(claim: ClaimRecord, finding: Finding) -> Record:
    """Return one thing to mend, with the claim that it is in."""
    return {
        "ref": finding.ref,
        "id": claim.id,
        "text": claim.text,
        "rule": finding.rule.value,
        "message": finding.message,
        "hint": finding.hint,
        "tag": finding.tag,
    }


def rule_object(state: RuleState) -> Record:
    """Return a rule, whether it is on, and who switched it last."""
    switched = state.switched
    return {
        "rule": state.rule.name.value,
        "on": state.on,
        "looks_for": state.rule.looks_for,
        "tag": state.rule.tag,
        "because": None if switched is None else switched.because,
        "by": None if switched is None else switched.by,
        "time": None if switched is None else switched.time,
    }
