"""Lint: what is to be mended, claim by claim, and the rules that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Console, ConsoleOptions, Group, RenderResult
from rich.table import Table
from rich.text import Text

from claimledger.domain.lint import Finding
from claimledger.domain.outside import line, person
from claimledger.ledger.linting import LintedClaim, LintReport, RuleState
from claimledger.report.grids import GAP, Column, grid, room
from claimledger.report.texts import count, day, flow, lines, next_step, told, widest
from claimledger.report.theme import ACCENT, GREEN, ORANGE, QUIET, STRONG
from claimledger.report.verdict_table import WIDEST_CLAIM
from claimledger.report.verdicts import claim_text, outcome

TO_MEND: Final = "!"
FINE: Final = "✓"


@dataclass(frozen=True, slots=True, kw_only=True)
class LintView:
    """Shows what the rules found, grouped by claim."""

    report: LintReport

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Yield how it stands, the claims, and what was left out."""
        report, width = self.report, options.max_width
        if report.problems:
            yield from (_heading(report), Text())
            yield _claims(report.problems, width=width)
        elif report.checked:
            yield _all_fine(report)
        else:
            yield next_step(
                "No claim has a verdict that could be published yet.",
                do="Give one",
                command='claimledger verdict CLAIM RATING --because "TEXT"',
            )
        for notes in (_excuses(report.findings), _left_out(report)):
            if told := list(notes):
                yield from (Text(), lines(told))


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesView:
    """Shows every rule, what it looks for, and whether it is on."""

    states: Sequence[RuleState]

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table."""
        name = widest((state.rule.name for state in self.states), least=4, most=24)
        switch = len("off")
        looks_for = min(room(options.max_width, name, switch), WIDEST_CLAIM)
        table = grid([Column("rule", name), Column("", switch), Column("looks for", looks_for)])
        for state in self.states:
            about = [Text(state.rule.looks_for, "" if state.on else QUIET)]
            if state.rule.tag is not None:
                about.append(Text(f"excused by the tag {state.rule.tag}", QUIET))
            if not state.on:
                about.append(_why_off(state))
            on = Text("on", GREEN) if state.on else Text("off", ORANGE)
            table.add_row(Text(state.rule.name, ACCENT), on, lines(about))
        yield table


def _heading(report: LintReport) -> Text:
    claims = f" in {len(report.problems):,} of {count(report.checked, 'claim')} with a verdict"
    number = count(len(report.findings), "thing to mend", "things to mend")
    return Text().append(number, f"{STRONG} {ORANGE}").append(claims)


def _all_fine(report: LintReport) -> Text:
    fine = Text().append(f"{FINE} Nothing to mend", f"{STRONG} {GREEN}")
    return fine.append(f" in {count(report.checked, 'claim')} with a verdict.")


def _claims(problems: Sequence[LintedClaim], *, width: int) -> Table:
    ref = widest((line(problem.claim.ref) for problem in problems), least=3, most=9)
    beside = min(room(width, ref), WIDEST_CLAIM + GAP)
    table = grid([Column("no.", ref), Column("claim", beside)], spaced=True)
    for problem in problems:
        heading = claim_text(problem.claim)
        heading.stylize(STRONG)
        about = flow(outcome(problem.claim), width=beside, gap=Text("  "))
        found = _findings(problem.findings, width=beside)
        shown = Group(lines([heading, about]), found)
        table.add_row(told(problem.claim.ref, ACCENT), shown)
    return table


def _findings(findings: Sequence[Finding], *, width: int) -> Table:
    table = Table.grid(padding=(0, GAP - 1, 0, 0))
    table.add_column(width=len(TO_MEND))
    table.add_column(width=max(1, width - GAP), overflow="fold")
    for finding in findings:
        message = told(finding.message).append(f"  {finding.rule}", ORANGE)
        said = lines([message, _hint(line(finding.hint))])
        table.add_row(Text(TO_MEND, f"{STRONG} {ORANGE}"), said)
    return table


def _hint(row: str) -> Text:
    """Show what to do, the command in it set apart."""
    do, colon, command = row.partition(": claimledger ")
    shown = Text(do, QUIET)
    return shown.append(": ", QUIET).append(f"claimledger {command}", ACCENT) if colon else shown


def _excuses(findings: Sequence[Finding]) -> Iterator[Text]:
    """Say how to tell that a claim is right as it stands, of the rules that allow for it."""
    tags = {finding.tag: finding.rule for finding in findings if finding.tag is not None}
    if tags:
        yield _hint("Where a claim is right as it stands, say so: claimledger claim tag CLAIM TAG")
    for tag, rule in tags.items():
        yield Text("  ").append(tag, ACCENT).append(f"  for {rule}", QUIET)


def _left_out(report: LintReport) -> Iterator[Text]:
    if report.hidden:
        yield Text(
            f"{count(report.hidden, 'claim')} in blind review not looked at:"
            " kept back until enough reviewers have spoken.",
            QUIET,
        )
    if waiting := report.claims - report.checked - report.hidden:
        yield Text(f"{count(waiting, 'claim')} without a verdict not looked at.", QUIET)
    for state in report.off:
        yield Text(f"The rule {state.rule.name} is ", QUIET).append_text(_why_off(state))


def _why_off(state: RuleState) -> Text:
    switched = state.switched
    assert switched is not None
    about = f" ({person(switched.by)}, {day(switched.time)})"
    return Text("off: ", QUIET).append(line(switched.because), QUIET).append(about, QUIET)
