"""Linting: the claims of a ledger that could be published, put to the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimledger.domain.lint import RULES, Context, Finding, LintRule, Rule, lint_claim
from claimledger.domain.records import ClaimRecord, SwitchedRule
from claimledger.ledger.reading import LedgerReader
from claimledger.ledger.selection import Order, Selection

AT_ONCE = 500
"""Claims that are read whole at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LintedClaim:
    """A claim with what is to be mended in it."""

    claim: ClaimRecord
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleState:
    """A rule, and whether it holds in this ledger."""

    rule: LintRule
    switched: SwitchedRule | None
    """Who switched it last and why; None where nobody did."""

    @property
    def on(self) -> bool:
        """Tell whether claims are put to the rule."""
        return self.switched is None or self.switched.on


@dataclass(frozen=True, slots=True, kw_only=True)
class LintReport:
    """What the rules found, and what they did not look at."""

    claims: int
    """All that were asked about; retracted ones are never."""
    checked: int
    """Those with a rating or a verdict, which could be published."""
    hidden: int
    """Those that are reviewed blind, and could not be looked at for that."""
    problems: tuple[LintedClaim, ...]
    """The claims in which something is to be mended, in the order of their articles."""
    off: tuple[RuleState, ...]
    """The rules that are switched off."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is to be mended."""
        return tuple(finding for problem in self.problems for finding in problem.findings)


def lint(ledger: LedgerReader, refs: Sequence[str] = ()) -> LintReport:
    """Put claims to the rules: those of these articles and claims, or all.

    Only claims with a rating or a verdict are looked at: the others cannot be published. In a
    blind review, a claim is left out until enough reviewers have spoken.
    """
    off = tuple(state for state in rule_states(ledger) if not state.on)
    names = frozenset(state.rule.name for state in off)
    selection = replace(ledger.select(refs), sort=Order.TEXT)
    queue = ledger.queue(selection)
    judged = [entry.id for entry in queue if entry.spoken or entry.rating is not None]
    articles = {article.number: article for article in ledger.articles()}
    policy = ledger.policy()
    checked = hidden = 0
    problems = []
    for claim in _whole(ledger, judged):
        if claim.hidden:
            hidden += 1
            continue
        checked += 1
        context = Context(
            policy=policy,
            article=articles[claim.article_number],
            edited_at=_edited_at(ledger, claim),
        )
        if findings := lint_claim(claim, context, off=names):
            problems.append(LintedClaim(claim=claim, findings=tuple(findings)))
    return LintReport(
        claims=len(queue), checked=checked, hidden=hidden, problems=tuple(problems), off=off
    )


def rule_states(ledger: LedgerReader) -> list[RuleState]:
    """Return every rule and whether it is on."""
    switched = ledger.lint_rules()
    return [RuleState(rule=rule, switched=switched.get(rule.name)) for rule in RULES]


def rule_state(ledger: LedgerReader, name: Rule) -> RuleState:
    """Return one rule and whether it is on."""
    return next(state for state in rule_states(ledger) if state.rule.name is name)


def _whole(ledger: LedgerReader, ids: Sequence[str]) -> Iterator[ClaimRecord]:
    """Yield the claims with everything on record, in their order."""
    for first in range(0, len(ids), AT_ONCE):
        part = tuple(ids[first : first + AT_ONCE])
        found: dict[str, ClaimRecord] = {
            claim.id: claim for claim in ledger.claims(Selection(claims=part))
        }
        yield from (found[claim] for claim in part if claim in found)


def _edited_at(ledger: LedgerReader, claim: ClaimRecord) -> str | None:
    """Return when a settled claim was last edited, if a verdict is older than its words.

    Whether a verdict is older than them, the verdict tells; of a settlement, only the log can.
    """
    if claim.settlement is None or not any(v.reworded for v in claim.standing_verdicts):
        return None
    edits = (e.time for e in ledger.log(claim.ref) if e.kind == "claim_edited")
    return max(edits, default=None)
