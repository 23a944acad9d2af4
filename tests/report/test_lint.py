from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import RenderableType

from claimledger.domain.lint import RULES, Context, Finding, Rule, lint_claim
from claimledger.domain.policies import Policy
from claimledger.domain.records import ArticleReport, ClaimRecord, SwitchedRule
from claimledger.domain.scales import ScaleId
from claimledger.ledger.linting import LintedClaim, LintReport, RuleState
from claimledger.report.lint import LintView, RulesView

OFF = SwitchedRule(
    rule="rationale",
    on=False,
    because="Rationales are in the editing system.",
    by="Ana Sousa <ana@desk.example>",
    time="2024-03-06T10:00:00.000Z",
)
STATES = tuple(
    RuleState(rule=rule, switched=OFF if rule.name is Rule.RATIONALE else None) for rule in RULES
)


def linted(report: ArticleReport, **changes: Any) -> LintReport:
    """Put the article's claims to the rules."""
    context = Context(policy=Policy(scale=ScaleId("truth"), sources=2), article=report.article)
    rated = [claim for claim in report.claims if claim.spoken]
    problems = [(claim, tuple(lint_claim(claim, context))) for claim in rated]
    values: dict[str, Any] = {
        "claims": 5,
        "checked": len(rated),
        "hidden": 0,
        "problems": tuple(
            LintedClaim(claim=claim, findings=found) for claim, found in problems if found
        ),
        "off": (),
    }
    return LintReport(**(values | changes))


@pytest.fixture
def found(report: ArticleReport) -> LintReport:
    off = tuple(state for state in STATES if not state.on)
    return linted(report, claims=6, hidden=1, off=off)


@pytest.mark.parametrize("width", [44, 60, 80, 120])
def test_what_is_to_be_mended_looks_as_it_was_last_seen(
    width: int, found: LintReport, golden: Callable[[str, RenderableType, int], None]
) -> None:
    golden("lint", LintView(report=found), width)


@pytest.mark.parametrize("width", [44, 60, 80, 120])
def test_the_rules_look_as_they_were_last_seen(
    width: int, golden: Callable[[str, RenderableType, int], None]
) -> None:
    golden("lint-rules", RulesView(states=STATES), width)


def test_it_is_said_when_there_is_nothing_to_mend(
    report: ArticleReport, plain: Callable[[RenderableType, int], str]
) -> None:
    shown = plain(LintView(report=linted(report, claims=3, problems=())), 80)

    assert shown == "✓ Nothing to mend in 3 claims with a verdict."


def test_where_no_claim_has_a_verdict_the_next_step_is_told(
    report: ArticleReport, plain: Callable[[RenderableType, int], str]
) -> None:
    shown = plain(LintView(report=linted(report, claims=2, checked=0, problems=())), 120)

    assert "claimledger verdict CLAIM RATING" in shown
    assert shown.endswith("2 claims without a verdict not looked at.")


def test_what_was_not_looked_at_is_told(
    found: LintReport, plain: Callable[[RenderableType, int], str]
) -> None:
    shown = plain(LintView(report=found), 200)

    assert "1 claim in blind review not looked at" in shown
    assert "2 claims without a verdict not looked at." in shown
    reason = "off: Rationales are in the editing system. (Ana Sousa, 2024-03-06)"
    assert f"The rule rationale is {reason}" in shown


def test_tags_that_excuse_a_claim_are_told_once(
    found: LintReport, plain: Callable[[RenderableType, int], str]
) -> None:
    shown = plain(LintView(report=found), 80)

    assert shown.count("claimledger claim tag CLAIM TAG") == 1
    assert re.search("^  sole-source  for sources$", shown, re.MULTILINE)
    assert "as-worded" not in shown


def test_every_rule_is_listed_with_what_it_looks_for(
    plain: Callable[[RenderableType, int], str],
) -> None:
    shown = plain(RulesView(states=STATES), 200)

    assert all(f"{rule.name} " in shown and rule.looks_for in shown for rule in RULES)
    assert all(rule.tag in shown for rule in RULES if rule.tag)


@pytest.mark.parametrize("width", [24, 44, 80])
def test_no_text_from_outside_breaks_out(
    width: int, report: ArticleReport, plain: Callable[[RenderableType, int], str]
) -> None:
    nasty = "\x1b[2J[/red]\u202e漢字" * 20
    claim: ClaimRecord = replace(report.claims[0], text=nasty, ref="3.1")
    finding = Finding(ref="3.1", rule=Rule.ORIGIN, message=nasty, hint=f"Do: claimledger {nasty}")
    switched = RuleState(rule=RULES[0], switched=replace(OFF, because=nasty, by=nasty))
    problems = (LintedClaim(claim=claim, findings=(finding,)),)
    view = linted(report, problems=problems, off=(switched,))

    for shown in (LintView(report=view), RulesView(states=[switched])):
        output = plain(shown, width)
        assert "\x1b" not in output
        assert "\u202e" not in output
        assert all(cell_len(row) <= width for row in output.splitlines())
