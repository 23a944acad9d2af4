"""Capturing: evidence attached while the app stays usable."""

from __future__ import annotations

from threading import Thread

from rich.text import Text

from claimledger.domain.evidence import Likeness, QuoteResult, Stance
from claimledger.domain.outside import line
from claimledger.domain.records import ClaimRecord, EvidenceRecord
from claimledger.errors import ClaimLedgerError
from claimledger.ledger.sourcing import Source, evidence_act
from claimledger.report.theme import ACCENT, QUIET, STANCES, STRONG
from claimledger.review.checking import about
from claimledger.review.fields import Choice, Field
from claimledger.review.forms import Form, Values
from claimledger.review.looking import Looking

CAPTURE, LINK = "capture", "link"
_FORM = "attach"


class Capturing(Looking):
    """Attaches sources; fetching one takes its time in a thread of its own."""

    def on_mount(self) -> None:
        """Begin with nothing under way."""
        self.under_way: dict[tuple[str, str], str] = {}
        """What is being captured: the source, by claim and draft."""
        self.failed: dict[tuple[str, str], str] = {}
        """Why a capture failed whose draft is kept."""
        self._warned = False

    async def action_quit(self) -> None:
        """Quit; at the second time if a source is being captured."""
        if self.under_way and not self._warned:
            self._warned = True
            self.tell(
                "A source is still being captured.",
                hint="q once more quits; what you typed is kept, and a brings it back.",
            )
            return
        await super().action_quit()

    def action_attach(self) -> None:
        """Ask for a source, its stance and a quote."""
        claim = self.claim_here()
        if claim is None:
            return
        name = self._free_name(claim.id)
        failed = self.failed.get((claim.id, name), "")

        def attach(typed: Values) -> None:
            self.failed.pop((claim.id, name), None)
            self._capture(claim, name, typed)

        how = (Choice(value=CAPTURE, shown="capture it"), Choice(value=LINK, shown="link alone"))
        fields = (
            Field(name="source", label="source", required=True, example="https://… or a file"),
            Field(
                name="stance",
                label="stance",
                required=True,
                choices=tuple(
                    Choice(value=s, shown=f"{STANCES[s].symbol} {s}", key=s[0]) for s in Stance
                ),
            ),
            Field(name="quote", label="quote", example="its own words, copied from it"),
            Field(name="note", label="note", example="for your colleagues"),
            Field(name="how", label="how", value=CAPTURE, choices=how),
        )
        form = Form(
            name=name,
            title=about(claim, "Evidence for or against"),
            fields=fields,
            claim=claim.id,
            pending=True,
        )
        self.ask(form, attach, note=failed)

    def _free_name(self, claim: str) -> str:
        """Return a draft's name that no capture under way is using."""
        number = 1
        while (claim, f"{_FORM}{number}") in self.under_way:
            number += 1
        return f"{_FORM}{number}"

    def _capture(self, claim: ClaimRecord, name: str, typed: Values) -> None:
        key = (claim.id, name)
        self.under_way[key] = typed["source"]
        self._tell_under_way()

        def work() -> None:
            try:
                source = evidence_act(
                    typed["source"],
                    stance=Stance(typed["stance"]),
                    quotes=[typed["quote"]] if typed["quote"] else [],
                    note=typed["note"] or None,
                    fetch=typed["how"] != LINK,
                    allow_private=self.allow_private,
                )
            except ClaimLedgerError as error:
                self.from_thread(self._not_captured, claim, name, error)
            except Exception as error:  # noqa: BLE001 - a bug ends the app, not its thread alone
                self.from_thread(_raised, error)
            else:
                self.from_thread(self._captured, claim, name, source)

        # A daemon: who quits need not wait for a slow server, and the draft is still there.
        Thread(target=work, daemon=True).start()

    def _captured(self, claim: ClaimRecord, name: str, source: Source) -> None:
        try:
            [evidence] = self.ledger.attach(claim.id, source)
        except ClaimLedgerError as error:
            self._not_captured(claim, name, error)
            return
        del self.under_way[claim.id, name]
        self.drafts.forget(claim.id, name)
        self.changed(claim.id)
        self._tell_under_way()
        words, wrong = _outcome(evidence)
        self.tell(words, wrong=wrong)

    def _not_captured(self, claim: ClaimRecord, name: str, error: ClaimLedgerError) -> None:
        source = self.under_way.pop((claim.id, name))
        self.failed[claim.id, name] = error.message
        self._tell_under_way()
        self.show_all()
        self.tell(
            f"{claim.ref}: {line(source)} is not attached. {error.message}",
            hint=f"a on {claim.ref}: try again, or record the link alone.",
            wrong=True,
        )

    def _tell_under_way(self) -> None:
        bar = self.bars["under-way"]
        sources = list(self.under_way.values())
        text = Text()
        if sources:
            text.append(" capturing ", f"{STRONG} {ACCENT}").append(line(sources[-1]), QUIET)
            if len(sources) > 1:
                text.append(f" and {len(sources) - 1} more", QUIET)
            text.append(" …", QUIET)
        text.no_wrap, text.overflow = True, "ellipsis"
        bar.show(text)
        bar.display = bool(sources)


def _raised(error: Exception) -> None:
    raise error


def _outcome(evidence: EvidenceRecord) -> tuple[str, bool]:
    """Say what became of a source, and whether a person should look at it."""
    told = f"{evidence.ref} is attached: {evidence.stance}."
    for quote in evidence.quotes:
        if quote.result is QuoteResult.NOT_FOUND:
            return f"{told} The source does not say “{quote.exact}”.", True
        if quote.likeness is Likeness.FUZZY:
            return f"{told} The source has other words: “{quote.exact}”.", True
        if quote.result is QuoteResult.FOUND:
            told += " The quote was found."
    return told, False
