"""The rules of a ledger: its policy, and which checks hold before publishing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimledger.domain.acts import LEDGER, LintRuleSwitched, PolicySet
from claimledger.domain.names import one_line
from claimledger.domain.policies import Policy
from claimledger.errors import UsageError
from claimledger.ledger.changing import Changing, words_of

MOST_REVIEWERS = 99


class PolicyActs(Changing):
    """Setting how this ledger works."""

    def set_policy(
        self,
        *,
        reviewers: int | None = None,
        blind: bool | None = None,
        settlers: Sequence[str] | None = None,
        sources: int | None = None,
        because: str = "",
    ) -> Policy:
        """Change the policy; what is None stays. Claims are looked at anew under it.

        Raises:
            UsageError: A number is out of range, or a name is empty.
            ConflictError: The policy names who may settle, and not this reviewer.
        """
        with self._journal.writing():
            self.check_may_settle()
            before = self.policy()
            after = replace(
                before,
                reviewers=before.reviewers if reviewers is None else reviewers,
                blind=before.blind if blind is None else blind,
                settlers=before.settlers
                if settlers is None
                else tuple(
                    dict.fromkeys(one_line(name, what="reviewer's name") for name in settlers)
                ),
                sources=before.sources if sources is None else sources,
            )
            if not 1 <= after.reviewers <= MOST_REVIEWERS:
                raise UsageError(
                    f"{after.reviewers} reviewers per claim is out of range.",
                    hint=f"Give a number from 1 to {MOST_REVIEWERS}.",
                )
            if not 0 <= after.sources <= MOST_REVIEWERS:
                raise UsageError(
                    f"{after.sources} sources per claim is out of range.",
                    hint=f"Give a number from 0 to {MOST_REVIEWERS}.",
                )
            if after != before:
                self._journal.record(policy_act(after, because=because.strip()), subject=LEDGER)
        return after

    def switch_lint_rule(self, rule: str, *, on: bool, because: str) -> None:
        """Switch a rule for publishing off, or on again, with a reason.

        Raises:
            ConflictError: The policy names who may, and not this reviewer.
            UsageError: The reason is empty.
        """
        with self._journal.writing():
            self.check_may_settle()
            before = self.lint_rules().get(rule)
            if on is (before is None or before.on):
                return
            act = LintRuleSwitched(rule=rule, on=on, because=words_of(because, "reason"))
            self._journal.record(act, subject=LEDGER)


def policy_act(policy: Policy, *, because: str = "", undoes: str | None = None) -> PolicySet:
    """Record a policy."""
    return PolicySet(
        scale=policy.scale,
        reviewers=policy.reviewers,
        blind=policy.blind,
        settlers=policy.settlers,
        sources=policy.sources,
        because=because,
        undoes=undoes,
    )
