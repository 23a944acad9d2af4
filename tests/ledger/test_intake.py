"""What a person says of a source is looked at before anything is read or written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from claimledger.domain.evidence import Stance
from claimledger.errors import UsageError
from claimledger.ledger.intake import captured_article, publication_date
from claimledger.ledger.sourcing import evidence_act

TODAY = date(2024, 2, 28)
FAR = (datetime.now(UTC).date() + timedelta(days=400)).isoformat()


@pytest.mark.parametrize("day", ["1815-06-18", "2024-02-28", "2024-02-29"])
def test_what_came_out_is_dated_up_to_tomorrow_which_it_is_somewhere(day: str) -> None:
    assert publication_date(day, today=TODAY) == day


def test_a_publication_still_to_come_is_refused() -> None:
    with pytest.raises(UsageError, match="2024-03-01 is still to come") as caught:
        publication_date("2024-03-01", today=TODAY)

    assert "YYYY-MM-DD" in caught.value.hint


def test_no_date_is_no_date_and_another_word_is_refused() -> None:
    assert publication_date(None, today=TODAY) is None
    with pytest.raises(UsageError, match="is no date"):
        publication_date("tomorrow", today=TODAY)


def test_neither_an_article_nor_evidence_is_dated_in_the_future(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("The bridge reopened on Monday.")

    with pytest.raises(UsageError, match="still to come"):
        captured_article(str(source), published=FAR)
    with pytest.raises(UsageError, match="still to come"):
        evidence_act(str(source), stance=Stance.CONTEXT, published=FAR)
