"""The table of rules, and how they are put to a claim."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from claimledger.domain.lint import evidence_rules, verdict_rules
from claimledger.domain.lint.findings import Context, Finding, Problems, Rule
from claimledger.domain.records import ClaimRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class LintRule:
    """One rule: what it looks for, and how."""

    name: Rule
    looks_for: str
    find: Callable[[ClaimRecord, Context], Problems]
    tag: str | None = None
    """The tag on a claim by which a person says that it is right as it stands."""


RULES: Final = (
    LintRule(
        name=Rule.ORIGIN,
        looks_for="no speaker, and an article with neither author nor address",
        find=verdict_rules.no_origin,
    ),
    LintRule(
        name=Rule.NO_EVIDENCE,
        looks_for="no evidence at all, or the article itself alone",
        find=evidence_rules.no_evidence,
    ),
    LintRule(
        name=Rule.SOURCES,
        looks_for="fewer different sources than the policy asks for",
        find=evidence_rules.few_sources,
        tag="sole-source",
    ),
    LintRule(
        name=Rule.BOTH_SIDES,
        looks_for="evidence on one side, and no word that the other was searched",
        find=evidence_rules.one_side,
        tag="searched-both-sides",
    ),
    LintRule(
        name=Rule.AGAINST_EVIDENCE,
        looks_for="a rating on one side, and evidence on the other alone",
        find=evidence_rules.rated_against,
    ),
    LintRule(
        name=Rule.MISSING_QUOTE,
        looks_for="a quote that the captured source does not hold",
        find=evidence_rules.missing_quotes,
    ),
    LintRule(
        name=Rule.DEAD_SOURCE,
        looks_for="a dead link without a snapshot or a copy at an archive",
        find=evidence_rules.dead_sources,
    ),
    LintRule(
        name=Rule.LATE_EVIDENCE,
        looks_for="evidence that came after the last verdict, or is dated after it",
        find=evidence_rules.late_evidence,
    ),
    LintRule(
        name=Rule.CHALLENGED,
        looks_for="contrary evidence since the claim was settled or published",
        find=evidence_rules.challenged,
    ),
    LintRule(
        name=Rule.RATIONALE,
        looks_for="a rationale that is empty, or too short to explain anything",
        find=verdict_rules.no_rationale,
    ),
    LintRule(
        name=Rule.DISAGREEMENT,
        looks_for="verdicts that differ and have not been settled",
        find=verdict_rules.disagreement,
    ),
    LintRule(
        name=Rule.REWORDED,
        looks_for="a verdict that was given on other words or for another speaker",
        find=verdict_rules.reworded,
    ),
    LintRule(
        name=Rule.LOADED_TEXT,
        looks_for="a text that tells the claim's rating, in English or by its label",
        find=verdict_rules.loaded_text,
        tag="as-worded",
    ),
)
"""Every rule, in the order in which findings are told."""


def lint_claim(claim: ClaimRecord, context: Context, *, off: Collection[str] = ()) -> list[Finding]:
    """Return what is to be mended in a claim, by all rules but those that are ``off``."""
    return [
        Finding(
            ref=claim.ref,
            rule=rule.name,
            message=problem.message,
            hint=problem.hint,
            tag=rule.tag,
        )
        for rule in RULES
        if rule.name not in off and rule.tag not in claim.tags
        for problem in rule.find(claim, context)
    ]
