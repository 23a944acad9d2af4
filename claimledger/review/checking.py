"""Checking: verdicts, evidence, settlements, and taking back what one did."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from claimledger.domain.outside import line
from claimledger.domain.records import ClaimRecord
from claimledger.domain.scales import Rating
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import ClaimLedgerError
from claimledger.report.theme import ACCENT, QUIET, STRONG
from claimledger.report.verdicts import rating_label
from claimledger.review.fields import Choice, Field
from claimledger.review.forms import Form, Values
from claimledger.review.going import Going
from claimledger.review.keys import RATINGS, UNDO

REOPEN = "reopen"


class Checking(Going):
    """What a checker decides."""

    def action_rate(self, digit: str) -> None:
        """Ask for the reason of a verdict, give it, and go on to the next claim."""
        claim, place = self.claim_here(), int(digit) - 1
        if claim is None:
            return
        given = self.scale.given
        if place >= len(given):
            self.tell(f"The scale has {len(given)} ratings.", wrong=True)
            return
        rating = given[place]

        def give(typed: Values) -> None:
            self.ledger.give_verdict(claim.id, rating.code, because=typed["because"])
            self.tell(f"{claim.ref} → {rating.label}.", hint=UNDO)
            self.changed(claim.id, on=True)

        before = next(
            (v for v in claim.standing_verdicts if v.reviewer == self.ledger.reviewer), None
        )
        because = Field(
            name="because",
            label="because",
            required=True,
            value=before.because if before and before.rating.code == rating.code else "",
            example="What shows it? This goes on record.",
        )
        self.ask(
            Form(name="verdict", title=_verdict(claim, rating), fields=(because,), claim=claim.id),
            give,
        )

    def action_withdraw(self) -> None:
        """Take the reviewer's own verdict back."""
        claim = self.claim_here()
        if claim is None:
            return
        if all(v.reviewer != self.ledger.reviewer for v in claim.standing_verdicts):
            self.tell(f"You have no verdict on {claim.ref}.", wrong=True)
            return

        def take_back(typed: Values) -> None:
            self.ledger.withdraw_verdict(claim.id, because=typed["because"])
            self.tell(f"Your verdict on {claim.ref} is withdrawn.", hint="u restores it.")
            self.changed(claim.id)

        title = about(claim, "Withdraw your verdict on")
        fields = (Field(name="because", label="because", required=True),)
        self.ask(Form(name="withdraw", title=title, fields=fields, claim=claim.id), take_back)

    def action_settle(self) -> None:
        """Settle a claim for the desk, or open it again."""
        claim = self.claim_here()
        if claim is None:
            return
        choices = [
            Choice(value=rating.code, shown=line(rating.label), key=digit)
            for digit, rating in zip(RATINGS, self.scale.given, strict=False)
        ]
        if claim.status is ClaimStatus.SETTLED:
            choices.append(Choice(value=REOPEN, shown="reopen it", key="r"))

        def settle(typed: Values) -> None:
            if typed["rating"] == REOPEN:
                self.ledger.reopen(claim.id, because=typed["because"])
                self.tell(f"{claim.ref} is open again.")
            else:
                self.ledger.settle(claim.id, typed["rating"], because=typed["because"])
                self.tell(f"{claim.ref} is settled.", hint=UNDO)
            self.changed(claim.id)

        fields = (
            Field(name="rating", label="as", required=True, choices=tuple(choices)),
            Field(name="because", label="because", required=True),
        )
        form = Form(name="settle", title=about(claim, "Settle"), fields=fields, claim=claim.id)
        self.ask(form, settle)

    def action_publish(self) -> None:
        """Note that the checks of the chosen claims were published."""
        claims = [entry.id for entry in self.worklist.chosen]
        claim = self.claim_here()
        if claim is None:
            return

        def publish(typed: Values) -> None:
            self.ledger.publish(claims, url=typed["url"] or None)
            self.tell(
                f"Noted as published: {_count(claims)}.",
                hint="A correction, with a note for readers, changes it: claimledger correct.",
            )
            self.worklist.marked.clear()
            self.changed(*claims)

        fields = (Field(name="url", label="where", example="https://…, if it has an address"),)
        more = f" and {len(claims) - 1} more" if len(claims) > 1 else ""
        title = about(claim, "Note as published", more=more)
        self.ask(Form(name="publish", title=title, fields=fields, claim=claim.id), publish)

    def action_undo(self) -> None:
        """Take back the reviewer's own last act."""
        try:
            undone = self.ledger.undo()
        except ClaimLedgerError as error:
            self.tell(error.message, hint=error.hint, wrong=True)
            return
        self.load()
        claim = ".".join(next(iter(undone.refs), "").split(".")[:2])
        found = next((entry.id for entry in self.worklist.entries if entry.ref == claim), None)
        self.worklist.narrow(self.worklist.view, keep=found)
        self.show_all()
        self.tell(f"Undone{f' on {claim}' if found else ''}: {undone.what}")

    def claim_here(self) -> ClaimRecord | None:
        """Return the claim under the cursor as the ledger has it now; None where there is none."""
        entry = self.worklist.current
        if entry is None:
            self.tell("There is no claim here.", hint="f shows other claims.", wrong=True)
            return None
        if self.claim is None or self.claim.id != entry.id:
            self.show_claim()  # the keys were quicker than the panel
            return self.claim
        return self.ledger.claim(entry.id)


def about(claim: ClaimRecord, what: str, *, more: str = "") -> Text:
    """Head a form with what it does to which claim."""
    title = Text().append(f"{what} ", STRONG).append(line(claim.ref), f"{STRONG} {ACCENT}")
    return title.append(more).append(f"  {line(claim.text)}", QUIET)


def _verdict(claim: ClaimRecord, rating: Rating) -> Text:
    title = (
        Text()
        .append(line(claim.ref), f"{STRONG} {ACCENT}")
        .append(" → ")
        .append_text(rating_label(rating))
    )
    return title.append(f"  {line(rating.meaning)}", QUIET)


def _count(claims: Sequence[str]) -> str:
    return f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
