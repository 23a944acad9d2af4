"""The list shows what it should, and the cursor stays on its claim."""

from __future__ import annotations

from dataclasses import replace

from claimledger.domain.claims import ClaimId
from claimledger.domain.records import QueueEntry
from claimledger.domain.verdicts import ClaimStatus
from claimledger.ledger.queueing import Show
from claimledger.ledger.selection import Order
from claimledger.review.worklist import View, Worklist

PLAIN = QueueEntry(
    key=1,
    ref="1.1",
    id=ClaimId("1"),
    article=1,
    text="The bridge is open.",
    speaker="The mayor",
    status=ClaimStatus.OPEN,
    rating=None,
    tone=None,
    worth=50,
    checkable=True,
    spoken=0,
    needed=1,
    mine=False,
    assigned=False,
    challenged=False,
    published=False,
)
RATED = PLAIN._replace(mine=True, status=ClaimStatus.CHECKED, spoken=1)


def queue(*entries: QueueEntry) -> list[QueueEntry]:
    return [
        entry._replace(id=ClaimId(str(n)), ref=f"1.{n}") for n, entry in enumerate(entries, start=1)
    ]


def worklist(*entries: QueueEntry, show: Show = Show.TO_DO) -> Worklist:
    made = Worklist(View(show=show))
    made.load(queue(*entries))
    made.begin()
    return made


def refs(made: Worklist) -> list[str]:
    return [entry.ref for entry in made.shown]


def test_the_claim_under_the_cursor_stays_though_it_is_done() -> None:
    made = worklist(PLAIN, PLAIN)
    made.update([made.entries[0]._replace(mine=True, status=ClaimStatus.CHECKED)])
    made.narrow(made.view)
    assert refs(made) == ["1.1", "1.2"]

    made.advance()
    made.narrow(made.view)
    assert refs(made) == ["1.2"]


def test_others_claims_come_and_go_around_the_cursor() -> None:
    made = worklist(PLAIN, PLAIN, PLAIN)
    made.move(1)

    made.load(queue(RATED, PLAIN, PLAIN, PLAIN))

    assert made.current is not None
    assert made.current.ref == "1.2"
    assert refs(made) == ["1.2", "1.3", "1.4"]


def test_a_search_narrows_by_all_words_and_comes_back_to_the_claim() -> None:
    made = worklist(PLAIN, PLAIN._replace(text="Taxes rise.", speaker=None), show=Show.ALL)
    made.move(1)

    made.search("bridge MAYOR")
    assert refs(made) == ["1.1"]
    made.search("nothing holds this")
    assert made.current is None
    made.search("taxes")
    assert refs(made) == ["1.2"]
    made.search("")
    assert refs(made) == ["1.1", "1.2"]


def test_a_search_that_found_nothing_leaves_the_cursor_where_it_was() -> None:
    made = worklist(PLAIN, PLAIN, PLAIN)
    made.move(2)

    made.search("nothing holds this")
    made.search("")

    assert made.current is not None
    assert made.current.ref == "1.3"


def test_marks_on_claims_that_are_gone_are_gone() -> None:
    made = worklist(PLAIN, PLAIN)
    made.marked = {"1", "2"}

    made.load(queue(PLAIN))

    assert made.marked == {"1"}


def test_a_view_tells_what_it_shows() -> None:
    view = View(show=Show.DISPUTED, articles=(1, 3), tag="money", assigned="Ben", words="toll")

    assert view.told() == "disputed · article 1, 3 · #money · of Ben · “toll”"
    assert replace(View(), words="").told() == "to do"


def test_a_view_is_saved_and_restored_but_for_its_search() -> None:
    view = View(show=Show.MINE, articles=(1, 3), tag="money", assigned="Ben", sort=Order.TEXT)

    assert View.restored(replace(view, words="toll").saved()) == view
    assert View.restored({"show": "what a later version has", "articles": "x 1"}) == View(
        articles=(1,)
    )
    assert View.restored({}) == View()
