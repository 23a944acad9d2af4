"""What statistics count, in a real ledger with a clock of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.domain.acts import (
    ArticleAdded,
    ArticleRevised,
    ClaimsSplit,
    EvidenceAttached,
    KeptClaim,
    SplitClaim,
)
from claimledger.domain.articles import article_id
from claimledger.domain.claims import ClaimKind, claim_id
from claimledger.domain.evidence import Stance
from claimledger.domain.statistics import (
    Acts,
    Age,
    Asked,
    Statistics,
    Step,
    age_of,
    beginning,
    by_age,
    fitting_step,
    periods,
)
from claimledger.domain.text import Span
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import UsageError
from claimledger.formats.stats import NUMBERS, number_objects, stats_object
from claimledger.ledger import Ledger
from claimledger.ledger.journal import Surroundings
from claimledger.ledger.sourcing import Source
from claimledger.ledger.statistics import statistics

BECAUSE = "The accounts of the council show it."
TODAY = date(2024, 3, 20)
NO_ACTS = Acts()


class Clock:
    """A clock that a test sets; it moves on by a second at each look."""

    def __init__(self) -> None:
        """Start on the morning of 4 March."""
        self.moment = datetime(2024, 3, 4, 9, tzinfo=UTC)

    def set(self, day: int) -> None:
        """Go to the morning of a day in March."""
        self.moment = datetime(2024, 3, day, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Tell the time."""
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ana(path: Path, clock: Clock) -> Iterator[Ledger]:
    """Open a ledger as Ana, with an article of three claims and an opinion of 4 March."""
    with Ledger.open(
        path, reviewer="Ana Sousa <ana@desk.example>", create=True, world=Surroundings(now=clock)
    ) as ledger:
        add(ledger, "A bridge fell. It was old. Nobody was hurt. It was ugly.")
        yield ledger


@pytest.fixture
def ben(ana: Ledger, clock: Clock) -> Iterator[Ledger]:
    with Ledger.open(ana.path, reviewer="Ben", world=Surroundings(now=clock)) as ledger:
        yield ledger


def split(text: str) -> tuple[SplitClaim, ...]:
    """Make a claim of each sentence; the second is the mayor's, the fourth an opinion."""
    sentences = [sentence for sentence in text.split(". ") if sentence]
    starts = [text.index(sentence) for sentence in sentences]
    return tuple(
        SplitClaim(
            id=claim_id(article_id(text), [Span(start, start + 3)], sentence),
            text=sentence,
            spans=(Span(start, start + 3),),
            sentence=None,
            speaker="The mayor" if number == 1 else None,
            speaker_span=None,
            cue=None,
            kind=ClaimKind.FACT,
            checkable=number != 3,
            checkworthiness=50,
            reasons=(),
        )
        for number, (start, sentence) in enumerate(zip(starts, sentences, strict=True))
    )


def add(ledger: Ledger, text: str) -> None:
    """Add an article as ``add`` would, without the splitter."""
    article, journal = article_id(text), ledger._journal
    added = ArticleAdded(
        title=text, source="a.txt", text=article, language="en", media_type="text/plain", raw=None
    )
    with journal.writing():
        journal.keep(text.encode(), "text/plain")
        journal.record(added, subject=article)
        journal.record(ClaimsSplit(splitter="by hand", claims=split(text)), subject=article)


def link(address: str, stance: Stance = Stance.SUPPORTS, copy_of: str | None = None) -> Source:
    return Source(
        act=EvidenceAttached(
            source=address,
            stance=stance,
            url=address,
            capture=None,
            quotes=(),
            title="Accounts",
            copy_of=copy_of,
        )
    )


def stats(ledger: Ledger, step: Step | None = None, **asked: object) -> Statistics:
    return statistics(ledger._sql, Asked(**asked), today=TODAY, step=step)  # type: ignore[arg-type]


def done(found: Statistics) -> dict[str, Acts]:
    return {str(p.first): p.acts for p in found.periods if p.acts != NO_ACTS}


def waiting(found: Statistics) -> dict[Age, tuple[int, int]]:
    return {one.age: (one.open, one.disputed) for one in found.waiting if one.open or one.disputed}


def test_an_empty_ledger_has_statistics_of_nothing(path: Path, clock: Clock) -> None:
    world = Surroundings(now=clock)
    with Ledger.open(path, reviewer="Ana", create=True, world=world) as empty:
        found = stats(empty)

    assert found.standing.claims == 0
    assert [period.acts for period in found.periods] == [NO_ACTS]
    assert (found.reviewers, found.speakers, found.hosts, found.longest) == ((), (), (), ())


def test_claims_are_counted_by_how_they_stand(ana: Ledger, ben: Ledger) -> None:
    ana.give_verdict("1.1", "true", because=BECAUSE)
    ana.publish(["1.1"])
    ana.give_verdict("1.2", "true", because=BECAUSE)
    ben.give_verdict("1.2", "false", because=BECAUSE)
    standing = stats(ana).standing

    assert (standing.claims, standing.open, standing.not_checkable) == (4, 1, 1)
    assert (standing.checked, standing.disputed, standing.settled) == (1, 1, 0)
    assert (standing.published, standing.challenged, standing.hidden) == (1, 0, 0)


def test_what_was_done_is_counted_on_its_day(ana: Ledger, ben: Ledger, clock: Clock) -> None:
    clock.set(5)
    ana.give_verdict("1.1", "true", because=BECAUSE)
    clock.set(6)
    ana.give_verdict("1.1", "false", because=BECAUSE)
    ben.give_verdict("1.1", "true", because=BECAUSE)
    clock.set(8)
    ana.settle("1.1", "true", because=BECAUSE)
    ana.publish(["1.1"])

    assert done(stats(ana, Step.DAY)) == {
        "2024-03-04": Acts(added=4),
        "2024-03-05": Acts(verdicts=1),
        "2024-03-06": Acts(verdicts=2),
        "2024-03-08": Acts(settled=1, published=1),
    }


def test_days_on_which_nothing_was_done_are_told_too(ana: Ledger) -> None:
    found = stats(ana, Step.DAY)

    assert len(found.periods) == 17
    assert (found.periods[0].first, found.periods[-1].last) == (date(2024, 3, 4), TODAY)


def test_claims_added_later_count_on_their_own_day(ana: Ledger, clock: Clock) -> None:
    clock.set(6)
    ana.add_claim("1", "The river rose by 3 percent.")
    clock.set(7)
    ana.split_claim("1.1", ["A bridge stood.", "It fell."])

    assert {day: acts.added for day, acts in done(stats(ana, Step.DAY)).items()} == {
        "2024-03-04": 4,
        "2024-03-06": 1,
        "2024-03-07": 2,
    }


def test_a_new_version_of_an_article_adds_only_what_it_adds(ana: Ledger, clock: Clock) -> None:
    clock.set(9)
    text = "A bridge fell. It was new."
    [kept], journal = ana.claims(ana.select(["1.1"])), ana._journal
    act = ArticleRevised(
        text=article_id(text),
        raw=None,
        media_type="text/plain",
        source="a.txt",
        splitter="by hand",
        kept=(KeptClaim(id=kept.id, spans=kept.spans, sentence=None, speaker_span=None),),
        added=split(text)[1:],
    )
    with journal.writing():
        journal.keep(text.encode(), "text/plain")
        journal.record(act, subject=kept.article)
    found = stats(ana, Step.DAY)

    assert {day: acts.added for day, acts in done(found).items()} == {
        "2024-03-04": 4,
        "2024-03-09": 1,
    }
    assert found.standing.claims == 2  # what only the first version said is outdated


def test_since_and_until_narrow_down_what_was_done_and_not_what_stands(
    ana: Ledger, clock: Clock
) -> None:
    for day, ref in ((5, "1.1"), (6, "1.2"), (7, "1.3")):
        clock.set(day)
        ana.attach([ref], link(f"https://{ref}.example/"))
        ana.give_verdict(ref, "true", because=BECAUSE)
    found = stats(ana, since=date(2024, 3, 6), until=date(2024, 3, 6))

    assert done(found) == {"2024-03-06": Acts(verdicts=1)}
    assert [use.host for use in found.hosts] == ["1.2.example"]
    assert [one.speaker for one in found.speakers] == ["The mayor"]
    assert found.grounds.rated == 1
    assert [one.verdicts for one in found.reviewers] == [1]
    assert found.standing.checked == 3


def test_a_reviewer_narrows_down_what_was_done(ana: Ledger, ben: Ledger) -> None:
    ana.attach(["1.1"], link("https://one.example/"))
    ana.give_verdict("1.1", "true", because=BECAUSE)
    ben.attach(["1.2"], link("https://two.example/"))
    ben.give_verdict("1.2", "true", because=BECAUSE)
    found = stats(ana, reviewer="Ben")

    assert done(found) == {"2024-03-04": Acts(verdicts=1)}
    assert [use.host for use in found.hosts] == ["two.example"]
    assert [one.reviewer for one in found.reviewers] == ["Ben"]
    assert [one.speaker for one in found.speakers] == ["The mayor"]
    assert found.standing.checked == 2


def test_articles_narrow_down_everything(ana: Ledger) -> None:
    add(ana, "The river rose. The dam held.")
    for ref in ("1.1", "2.1"):
        ana.attach([ref], link(f"https://{ref}.example/"))
        ana.give_verdict(ref, "true", because=BECAUSE)
    found = stats(ana, articles=(2,))

    assert found.standing.claims == 2
    assert done(found) == {"2024-03-04": Acts(added=2, verdicts=1)}
    assert waiting(found) == {Age.MONTH: (1, 0)}
    assert [use.host for use in found.hosts] == ["2.1.example"]
    assert found.grounds.thin == ("2.1",)


def test_open_claims_wait_since_they_were_added_and_disputes_since_the_last_verdict(
    ana: Ledger, ben: Ledger, clock: Clock
) -> None:
    clock.set(5)
    ana.give_verdict("1.1", "true", because=BECAUSE)
    clock.set(15)
    ben.give_verdict("1.1", "false", because=BECAUSE)
    clock.set(20)
    add(ana, "The river rose.")
    found = stats(ana)

    assert waiting(found) == {Age.DAY: (1, 0), Age.WEEK: (0, 1), Age.MONTH: (2, 0)}
    assert [(one.status, one.ref, one.days) for one in found.longest] == [
        (ClaimStatus.DISPUTED, "1.1", 5),
        (ClaimStatus.OPEN, "1.2", 16),
    ]


def test_ratings_are_counted_by_speaker_and_an_article_speaks_for_itself(ana: Ledger) -> None:
    for ref, rating in {"1.1": "false", "1.2": "true", "1.3": "true"}.items():
        ana.give_verdict(ref, rating, because=BECAUSE)
    told = {
        one.speaker: [(rating.code, number) for rating, number in one.ratings]
        for one in stats(ana).speakers
    }

    assert told == {None: [("true", 1), ("false", 1)], "The mayor": [("true", 1)]}


def test_a_disputed_claim_counts_for_no_speaker(ana: Ledger, ben: Ledger) -> None:
    ana.give_verdict("1.2", "true", because=BECAUSE)
    ben.give_verdict("1.2", "false", because=BECAUSE)
    assert stats(ana).speakers == ()

    ben.settle("1.2", "false", because=BECAUSE)
    assert [one.speaker for one in stats(ana).speakers] == ["The mayor"]


def test_evidence_is_counted_by_the_host_of_the_original(ana: Ledger) -> None:
    ana.attach(["1.1"], link("https://www.alder.example/1"))
    ana.attach(["1.1"], link("https://alder.example:443/2", Stance.REFUTES))
    ana.attach(["1.2"], link("https://copies.example/3", copy_of="http://alder.example/3"))
    withdrawn = ana.attach(["1.2"], link("https://other.example/"))
    ana.withdraw_evidence(withdrawn[0].ref, because="It is about buses.")
    [use] = stats(ana).hosts

    assert (use.host, use.evidence, use.claims) == ("alder.example", 3, 2)
    assert (use.supports, use.refutes, use.context) == (2, 1, 0)


def test_rated_claims_are_counted_by_their_different_sources(ana: Ledger) -> None:
    for address in ("https://a.example/1", "https://a.example/1#costs"):
        ana.attach(["1.1"], link(address))
    for address in ("https://a.example/1", "https://b.example/2"):
        ana.attach(["1.2"], link(address))
    for ref in ("1.1", "1.2", "1.3"):
        ana.give_verdict(ref, "true", because=BECAUSE)
    grounds = stats(ana).grounds
    assert (grounds.none, grounds.one, grounds.more, grounds.sole) == (1, 1, 1, 0)
    assert grounds.thin == ("1.1", "1.3")

    ana.tag(["1.1", "1.3"], add=["sole-source"])
    grounds = stats(ana).grounds
    assert (grounds.none, grounds.one, grounds.more, grounds.sole) == (1, 1, 1, 1)
    assert grounds.thin == ("1.3",)


def test_evidence_of_a_merged_claim_is_a_source_of_the_other(ana: Ledger) -> None:
    ana.attach(["1.1"], link("https://a.example/1"))
    ana.attach(["1.2"], link("https://b.example/2"))
    ana.merge_claims("1.1", ["1.2"])
    ana.give_verdict("1.1", "true", because=BECAUSE)
    found = stats(ana)

    assert (found.grounds.one, found.grounds.more) == (0, 1)
    assert [use.host for use in found.hosts] == ["a.example", "b.example"]


def test_in_a_blind_review_nobody_is_told_what_others_have_done(ana: Ledger, ben: Ledger) -> None:
    ana.set_policy(reviewers=2, blind=True)
    before = stats(ben)
    ana.attach(["1.1"], link("https://a.example/1"))
    ana.give_verdict("1.1", "true", because=BECAUSE)
    told = stats(ben)
    assert told.standing.hidden == 1
    assert (told.periods, told.hosts, told.reviewers) == (before.periods, (), ())
    assert [use.host for use in stats(ana).hosts] == ["a.example"]

    ben.give_verdict("1.1", "true", because=BECAUSE)
    told = stats(ben)
    assert told.standing.hidden == 0
    assert [use.host for use in told.hosts] == ["a.example"]
    assert {one.reviewer[:3]: one.verdicts for one in told.reviewers} == {"Ana": 1, "Ben": 1}


def test_a_reviewer_is_found_by_the_beginning_of_the_name(ana: Ledger, ben: Ledger) -> None:
    ben.give_verdict("1.1", "true", because=BECAUSE)

    for typed in ("ana", "Ana Sousa"):
        found = ana.statistics(reviewer=typed, today=TODAY)
        assert found.asked.reviewer == "Ana Sousa <ana@desk.example>"
    with pytest.raises(UsageError, match='"Bo"') as caught:
        ana.statistics(reviewer="Bo", today=TODAY)
    assert "Ben" in caught.value.hint


def test_a_reviewer_of_whom_nothing_can_be_seen_is_not_named(ana: Ledger, ben: Ledger) -> None:
    ana.set_policy(reviewers=2, blind=True)
    ben.give_verdict("1.1", "true", because=BECAUSE)
    with pytest.raises(UsageError) as caught:
        ana.statistics(reviewer="Ben", today=TODAY)

    assert "Ben" not in caught.value.hint


def test_a_time_that_is_none_is_left_out(ana: Ledger) -> None:
    ana._sql.execute("UPDATE articles SET added_at = 'soon'")

    assert done(stats(ana)) == {}


def test_an_event_that_was_spoiled_does_no_harm(ana: Ledger, clock: Clock) -> None:
    clock.set(6)
    own = ana.add_claim("1", "The river rose by 3 percent.")
    ana._sql.execute("DROP TRIGGER events_are_not_updated")
    ana._sql.execute("UPDATE events SET body = '{' WHERE subject = ?", (own.id,))

    assert done(stats(ana, Step.DAY)) == {"2024-03-04": Acts(added=5)}


def test_statistics_become_one_object_and_every_number_a_row(ana: Ledger) -> None:
    ana.attach(["1.2"], link("https://a.example/1"))
    ana.give_verdict("1.2", "true", because=BECAUSE)
    found = stats(ana, Step.WEEK)
    whole, rows = stats_object(found), list(number_objects(found))

    assert whole["standing"]["claims"] == 4
    week = whole["periods"][0]
    assert (week["first"], week["last"]) == ("2024-03-04", "2024-03-10")
    assert (week["added"], week["verdicts"], week["settled"], week["published"]) == (4, 1, 0, 0)
    assert whole["sources"]["thin"] == ["1.2"]
    assert all(set(row) == {column.name for column in NUMBERS.columns} for row in rows)
    for section, of, measure, number in (
        ("standing", None, "claims", 4),
        ("week", "2024-03-04", "added", 4),
        ("waiting", "8 to 30 days", "open", 2),
        ("reviewer", "Ana Sousa <ana@desk.example>", "verdicts", 1),
        ("speaker", "The mayor", "True", 1),
        ("host", "a.example", "supports", 1),
        ("sources", None, "one", 1),
    ):
        assert {"section": section, "of": of, "measure": measure, "number": number} in rows


@pytest.mark.parametrize(
    ("days", "step"),
    [(1, Step.DAY), (14, Step.DAY), (15, Step.WEEK), (182, Step.WEEK), (183, Step.MONTH)],
)
def test_the_step_fits_the_time(days: int, step: Step) -> None:
    assert fitting_step(date(2024, 3, 1), date(2024, 3, 1) + timedelta(days=days - 1)) is step


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (-3, Age.DAY),
        (1, Age.DAY),
        (2, Age.WEEK),
        (7, Age.WEEK),
        (8, Age.MONTH),
        (30, Age.MONTH),
        (31, Age.QUARTER),
        (91, Age.LONGER),
    ],
)
def test_an_age_ends_where_the_next_begins(days: int, age: Age) -> None:
    assert age_of(days) is age


dates = st.dates(date(2020, 1, 1), date(2024, 12, 31))
acts_by_day = st.dictionaries(dates, st.builds(Acts, *(st.integers(0, 9) for _ in range(4))))


@given(acts=acts_by_day, step=st.sampled_from(Step), first=dates, last=dates)
def test_periods_follow_each_other_and_lose_nothing(
    acts: dict[date, Acts], step: Step, first: date, last: date
) -> None:
    first, last = min([first, last, *acts]), max([first, last, *acts])
    found = list(periods(acts, step, first=first, last=last))

    assert (found[0].first, found[-1].last) == (first, last)
    for one, following in pairwise(found):
        assert following.first - one.last == timedelta(days=1)
        assert beginning(following.first, step) == following.first
    for place in range(4):
        assert sum(p.acts[place] for p in found) == sum(done[place] for done in acts.values())


@given(open_=st.dictionaries(dates, st.integers(0, 9)), today=dates)
def test_every_claim_that_waits_has_one_age(open_: dict[date, int], today: date) -> None:
    assert sum(one.open for one in by_age(open_, {}, today=today)) == sum(open_.values())
