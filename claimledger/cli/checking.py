"""``evidence check``: do the links still say what was quoted?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.options import AllowPrivate, EvidenceRefs, Format, changing

if TYPE_CHECKING:
    from claimledger.capture.client import Client
    from claimledger.domain.records import EvidenceRecord
    from claimledger.ledger import Ledger
    from claimledger.ledger.link_checks import Round


def register(app: typer.Typer) -> None:
    """Give the group this command."""
    app.command("check")(check_evidence)


def check_evidence(
    ctx: typer.Context,
    refs: EvidenceRefs = None,
    again: Annotated[
        bool, typer.Option("--again", help="All of them, though a check broke off today.")
    ] = False,
    workers: Annotated[
        int, typer.Option(metavar="N", min=1, max=64, help="How many sites to ask at once.")
    ] = 8,
    pace: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.0, help="Between two requests to one site.")
    ] = 1.0,
    allow_private: AllowPrivate = False,
    format_: Format = None,
) -> None:
    """Ask for every link again: is it there, and does it say what was quoted?

    Each answer goes on record. Exit code 3 if a link has gone wrong since the last check.
    A check that broke off goes on where it was, for a day.
    """
    from claimledger.capture.client import Client
    from claimledger.cli.output import is_table, note, plural, put
    from claimledger.ledger.journal import utc_now
    from claimledger.ledger.link_checks import newly_wrong, plan

    with changing(ctx) as ledger:
        evidence = ledger.evidence(refs)
        round_ = plan(evidence, now=utc_now(), again=again)
        if round_.done:
            note(
                f"Going on with the check that began {round_.run[:16].replace('T', ' ')} UTC:"
                f" {plural(len(round_.due), 'link')} of {len(round_.due) + len(round_.done)} left."
                " All of them: --again"
            )
        client = Client(allow_private=allow_private)
        after = _checked(ledger, round_, client, workers=workers, pace=pace)
    before = {one.id: one for one in evidence}
    wrong = [one for one in after if newly_wrong(before[one.id], one)]
    shown = [one for one in after if _stands_out(one)] if is_table(format_) else after
    if shown or not is_table(format_):
        put("evidence", shown, format_)
    found = Counter(one.last_check.state.value for one in after if one.last_check)
    note(
        f"{plural(len(after), 'link')} checked"
        + (f": {', '.join(f'{n} {state}' for state, n in found.most_common())}." if after else ".")
    )
    if wrong:
        note(f"{plural(len(wrong), 'link')} newly wrong.")
        raise typer.Exit(3)


def _checked(
    ledger: Ledger, round_: Round, client: Client, *, workers: int, pace: float
) -> list[EvidenceRecord]:
    """Check what is due, with a bar on a terminal."""
    from claimledger.cli.output import progress
    from claimledger.ledger.link_checks import check_links

    found = check_links(ledger, round_, client, workers=workers, pace=pace)
    return list(progress(found, total=len(round_.due), text="Checking links"))


def _stands_out(evidence: EvidenceRecord) -> bool:
    from claimledger.domain.evidence import LinkState

    return evidence.last_check is not None and evidence.last_check.state is not LinkState.OK
