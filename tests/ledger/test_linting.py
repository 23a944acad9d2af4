"""Which claims are put to the rules, and which rules hold, in a real ledger."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimledger.domain.acts import ClaimEdited, EvidenceAttached
from claimledger.domain.evidence import Stance
from claimledger.domain.lint import Rule
from claimledger.formats.lint import FINDINGS, LINT_RULES, finding_objects, rule_object
from claimledger.ledger import Ledger
from claimledger.ledger.linting import LintReport, lint, rule_state, rule_states
from claimledger.ledger.sourcing import Source, evidence_act

BECAUSE = "The accounts of the council show it."


def link(address: str, stance: Stance = Stance.SUPPORTS) -> Source:
    return Source(
        act=EvidenceAttached(
            source=address, stance=stance, url=address, capture=None, quotes=(), title="Accounts"
        )
    )


def rate_well(ledger: Ledger, ref: str) -> None:
    """Check a claim as a desk should."""
    ledger.edit_claim(ref, speaker="The council")
    ledger.attach([ref], link("https://alder.example/accounts"))
    ledger.attach([ref], link("https://builder.example/bill", Stance.REFUTES))
    ledger.give_verdict(ref, "true", because=BECAUSE)


def found(report: LintReport) -> dict[str, set[Rule]]:
    return {one.claim.ref: {f.rule for f in one.findings} for one in report.problems}


def test_a_claim_that_was_checked_well_needs_no_mending(ledger: Ledger) -> None:
    rate_well(ledger, "1.1")
    report = lint(ledger)

    assert (report.problems, report.findings) == ((), ())
    assert (report.claims, report.checked, report.hidden) == (3, 1, 0)


def test_only_claims_with_a_verdict_are_looked_at(ledger: Ledger) -> None:
    assert lint(ledger).checked == 0
    ledger.give_verdict("1.2", "true", because=BECAUSE)

    assert found(lint(ledger)) == {"1.2": {Rule.ORIGIN, Rule.NO_EVIDENCE}}


def test_claims_come_in_the_order_of_the_article_whatever_their_worth(ledger: Ledger) -> None:
    for ref in ("1.3", "1.1", "1.2"):
        ledger.give_verdict(ref, "true", because=BECAUSE)

    assert list(found(lint(ledger))) == ["1.1", "1.2", "1.3"]


def test_references_narrow_down_what_is_looked_at(ledger: Ledger) -> None:
    for ref in ("1.1", "1.2"):
        ledger.give_verdict(ref, "true", because=BECAUSE)

    assert list(found(lint(ledger, ["1.2"]))) == ["1.2"]
    assert list(found(lint(ledger, ["1"]))) == ["1.1", "1.2"]


def test_a_retracted_claim_is_not_looked_at_even_by_name(ledger: Ledger) -> None:
    ledger.give_verdict("1.1", "true", because=BECAUSE)
    ledger.retract_claim("1.1", because="It is no claim.")

    assert lint(ledger, ["1.1"]).claims == 0


def test_a_claim_in_blind_review_is_left_out_and_counted(ledger: Ledger, path: Path) -> None:
    ledger.set_policy(reviewers=2, blind=True)
    ledger.give_verdict("1.1", "true", because="Yes.")
    with Ledger.open(path, reviewer="Second reader") as other:
        assert [lint(one).hidden for one in (ledger, other)] == [1, 1]
        assert [lint(one).problems for one in (ledger, other)] == [(), ()]
        other.give_verdict("1.1", "true", because="So it is.")

        assert found(lint(other)) == {"1.1": {Rule.ORIGIN, Rule.NO_EVIDENCE, Rule.RATIONALE}}
        assert lint(other).hidden == 0


def test_the_policy_says_how_many_sources_are_enough(ledger: Ledger) -> None:
    rate_well(ledger, "1.1")
    ledger.set_policy(sources=3)
    assert found(lint(ledger)) == {"1.1": {Rule.SOURCES}}

    ledger.tag(["1.1"], add=["Sole-Source"])
    assert found(lint(ledger)) == {}


def test_evidence_of_a_merged_claim_counts(ledger: Ledger) -> None:
    ledger.edit_claim("1.1", speaker="The council")
    ledger.attach(["1.1"], link("https://alder.example/accounts"))
    ledger.attach(["1.2"], link("https://builder.example/bill", Stance.REFUTES))
    ledger.merge_claims("1.1", ["1.2"])
    ledger.give_verdict("1.1", "true", because=BECAUSE)

    assert found(lint(ledger)) == {}


def test_contrary_evidence_after_settling_challenges_and_settling_again_ends_it(
    ledger: Ledger,
) -> None:
    rate_well(ledger, "1.1")
    ledger.settle("1.1", "true", because=BECAUSE)
    ledger.attach(["1.1"], link("https://paper.example/denial", Stance.REFUTES))
    assert found(lint(ledger)) == {"1.1": {Rule.CHALLENGED}}

    ledger.settle("1.1", "true", because=BECAUSE)
    assert found(lint(ledger)) == {}


def edit_elsewhere(ledger: Ledger, ref: str, **changes: Any) -> None:
    """Edit a claim as somebody may who does not know yet that it was settled."""
    claim = ledger.claim(ref)
    act = ClaimEdited(
        text=claim.text, speaker=claim.speaker, kind=claim.kind, checkable=claim.checkable
    )
    with ledger._journal.writing():
        ledger._journal.record(replace(act, **changes), subject=claim.id)


@pytest.mark.parametrize(
    ("once", "again"),
    [
        ({"text": "The bridge reopened on a Monday."}, {"text": "The bridge reopened."}),
        ({"speaker": "The mayor"}, {"speaker": "The port"}),
    ],
    ids=["words", "speaker"],
)
def test_a_settlement_counts_for_the_words_and_the_speaker_that_it_was_made_on(
    ledger: Ledger, once: dict[str, Any], again: dict[str, str]
) -> None:
    rate_well(ledger, "1.1")
    ledger.edit_claim("1.1", **once)
    assert found(lint(ledger)) == {"1.1": {Rule.REWORDED}}

    ledger.settle("1.1", "true", because=BECAUSE)
    assert found(lint(ledger)) == {}

    edit_elsewhere(ledger, "1.1", **again)
    [finding] = lint(ledger).findings
    assert finding.rule is Rule.REWORDED
    assert finding.message == (
        "Its words or its speaker were changed after First reader had settled it."
    )
    assert "claimledger settle 1.1" in finding.hint


def test_the_article_itself_is_no_evidence_for_its_claims(
    ledger: Ledger, article_text: str, tmp_path: Path
) -> None:
    (tmp_path / "copy.txt").write_text(article_text)
    (tmp_path / "other.txt").write_text("The accounts of the council.")
    ledger.edit_claim("1.1", speaker="The council")
    ledger.give_verdict("1.1", "unproven", because=BECAUSE)
    copy, other = (
        evidence_act(str(tmp_path / name), stance=Stance.CONTEXT)
        for name in ("copy.txt", "other.txt")
    )

    ledger.attach(["1.1"], copy)
    assert Rule.NO_EVIDENCE in found(lint(ledger))["1.1"]
    ledger.attach(["1.1"], other)
    assert Rule.NO_EVIDENCE not in found(lint(ledger))["1.1"]


def test_differing_verdicts_are_to_be_settled(ledger: Ledger, path: Path) -> None:
    rate_well(ledger, "1.1")
    with Ledger.open(path, reviewer="Second reader") as other:
        other.give_verdict("1.1", "false", because=BECAUSE)
    [finding] = lint(ledger).findings

    assert finding.rule is Rule.DISAGREEMENT
    assert "First reader says “True”, Second reader says “False”" in finding.message


def test_a_rule_can_be_switched_off_for_a_reason_and_on_again(ledger: Ledger) -> None:
    ledger.give_verdict("1.1", "true", because=BECAUSE)
    ledger.switch_lint_rule("origin", on=False, because="We check unsigned pages alone.")
    report = lint(ledger)
    assert found(report) == {"1.1": {Rule.NO_EVIDENCE}}
    assert [(s.rule.name, s.switched and s.switched.because) for s in report.off] == [
        (Rule.ORIGIN, "We check unsigned pages alone.")
    ]

    ledger.switch_lint_rule("origin", on=True, because="Not any more.")
    assert found(lint(ledger)) == {"1.1": {Rule.ORIGIN, Rule.NO_EVIDENCE}}
    assert rule_state(ledger, Rule.ORIGIN).on


def test_a_rule_that_only_another_version_knows_does_no_harm(ledger: Ledger) -> None:
    ledger.give_verdict("1.1", "true", because=BECAUSE)
    ledger.switch_lint_rule("spelling", on=False, because="Of the next version.")

    assert lint(ledger).off == ()
    assert [state.rule.name for state in rule_states(ledger)] == list(Rule)


@pytest.fixture
def reported(ledger: Ledger) -> LintReport:
    for ref in ("1.1", "1.3"):
        ledger.give_verdict(ref, "true", because=BECAUSE)
    return lint(ledger)


def test_every_finding_becomes_an_object_with_its_claim(reported: LintReport) -> None:
    objects = list(finding_objects(reported))

    assert [(one["ref"], one["rule"]) for one in objects] == [
        ("1.1", "origin"),
        ("1.1", "no-evidence"),
        ("1.3", "no-evidence"),
    ]
    assert [set(one) == {c.name for c in FINDINGS.columns} for one in objects] == [True] * 3


def test_a_rule_becomes_an_object_that_tells_who_switched_it(ledger: Ledger) -> None:
    ledger.switch_lint_rule("sources", on=False, because="One is enough here.")
    state = rule_object(rule_state(ledger, Rule.SOURCES))

    assert (state["rule"], state["on"], state["tag"]) == ("sources", False, "sole-source")
    assert (state["because"], state["by"]) == ("One is enough here.", "First reader")
    assert set(state) == {column.name for column in LINT_RULES.columns}


def test_many_claims_are_all_looked_at(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimledger.ledger.linting.AT_ONCE", 2)
    for ref in ("1.1", "1.2", "1.3"):
        ledger.give_verdict(ref, "true", because=BECAUSE)

    assert list(found(lint(ledger))) == ["1.1", "1.2", "1.3"]
