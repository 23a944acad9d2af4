"""``lint``: what to mend before claims are published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.options import Because, Format, Refs, changing, reading, reason

if TYPE_CHECKING:
    from claimledger.ledger.linting import LintReport, RuleState

PROBLEMS = 3
"""The exit code of a check that found something."""


def register(app: typer.Typer) -> None:
    """Give the program this command."""
    app.command()(lint)


def lint(
    ctx: typer.Context,
    refs: Refs = None,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules instead.")] = False,
    off: Annotated[
        str | None,
        typer.Option("--off", metavar="RULE", help="Switch a rule off in this ledger; say why."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="RULE", help="Switch a rule on again; say why."),
    ] = None,
    because: Because = None,
    format_: Format = None,
) -> None:
    """Find what to mend in claims before they are published. Exit code 3 if there is something.

    Claims without a verdict are not looked at. The policy says how many sources a claim should
    have.
    """
    from claimledger.cli.output import working
    from claimledger.errors import UsageError
    from claimledger.ledger.linting import rule_states

    switch = off if on is None else on
    asked = [bool(refs), rules, off is not None, on is not None]
    if sum(asked) > 1 or (because is not None and switch is None):
        raise UsageError(
            "These do not go together.",
            hint='Give claims, or --rules, or --off RULE --because "TEXT", or --on likewise.',
        )
    if switch is not None:
        put_rules([_switched(ctx, switch, on=off is None, because=because)], format_)
    elif rules:
        with reading(ctx) as ledger:
            put_rules(rule_states(ledger), format_)
    else:
        with reading(ctx) as ledger, working("Going by the rules"):
            report = ledger.lint(refs or [])
        put_lint(report, format_)
        if report.problems:
            raise typer.Exit(PROBLEMS)


def _switched(ctx: typer.Context, typed: str, *, on: bool, because: str | None) -> RuleState:
    from claimledger.cli.output import chosen, note
    from claimledger.domain.lint import Rule
    from claimledger.ledger.linting import rule_state

    rule = chosen(Rule, typed, what="rule")
    with changing(ctx) as ledger:
        before = ledger.newest()
        why = reason(because, about=f"the rule {rule} → {'on' if on else 'off'}")
        ledger.switch_lint_rule(rule, on=on, because=why)
        if ledger.newest() == before:
            note(f"The rule {rule} was {'on' if on else 'off'} already: nothing changed.")
        return rule_state(ledger, rule)


def put_lint(report: LintReport, format_: str | None) -> None:
    """Print what is to be mended."""
    from claimledger.cli.output import draw, is_table, note, plural, write_records
    from claimledger.formats.lint import FINDINGS, finding_objects

    if is_table(format_):
        from claimledger.report.lint import LintView

        draw(LintView(report=report))
        return
    found = list(finding_objects(report))
    if format_ == "ids":
        found = list({one["ref"]: one for one in found}.values())
    write_records(found, format_, FINDINGS)
    if report.hidden:
        note(f"{plural(report.hidden, 'claim')} in blind review not looked at.")
    if report.off:
        note(f"Rules that are off: {', '.join(state.rule.name for state in report.off)}.")


def put_rules(states: Sequence[RuleState], format_: str | None) -> None:
    """Print rules and whether they are on."""
    from claimledger.cli.output import draw, is_table, write_records
    from claimledger.formats.lint import LINT_RULES, rule_object

    if is_table(format_):
        from claimledger.report.lint import RulesView

        draw(RulesView(states=states))
    else:
        write_records(map(rule_object, states), format_, LINT_RULES)
