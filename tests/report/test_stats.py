from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import RenderableType

from claimledger.domain.scales import Scale
from claimledger.domain.statistics import (
    Acts,
    Asked,
    Grounds,
    HostUse,
    Longest,
    ReviewerActs,
    SpeakerRatings,
    Standing,
    Statistics,
    Step,
    by_age,
    periods,
)
from claimledger.domain.verdicts import ClaimStatus
from claimledger.report.stats import PERIODS, StatisticsView

TODAY = date(2024, 5, 17)
STANDING = Standing(
    claims=1204,
    open=640,
    not_checkable=212,
    checked=301,
    disputed=12,
    settled=39,
    published=118,
    challenged=2,
    hidden=3,
)


def day(month: int, number: int) -> date:
    return date(2024, month, number)


def statistics(scale: Scale, **changes: Any) -> Statistics:
    acts = {
        day(2, 6): Acts(added=310, verdicts=4),
        day(3, 12): Acts(added=92, verdicts=88, settled=9, published=20),
        day(3, 21): Acts(verdicts=131, settled=12),
        day(4, 17): Acts(added=802, verdicts=160, published=98),
        day(5, 14): Acts(verdicts=9, settled=18),
    }
    true, false, half = (scale.rating(code) for code in ("true", "false", "half-true"))
    open_ = {TODAY: 40, day(5, 12): 120, day(4, 20): 400, day(1, 2): 80}
    values: dict[str, Any] = {
        "asked": Asked(),
        "today": TODAY,
        "standing": STANDING,
        "step": Step.WEEK,
        "periods": tuple(periods(acts, Step.WEEK, first=day(2, 6), last=TODAY)),
        "waiting": tuple(by_age(open_, {day(5, 1): 11, day(2, 1): 1}, today=TODAY)),
        "longest": (
            Longest(
                ref="3.14",
                text="The port moved twice as many containers in 2023 as in 2013.",
                status=ClaimStatus.DISPUTED,
                days=106,
            ),
            Longest(ref="1.2", text="The pier is open.", status=ClaimStatus.OPEN, days=136),
        ),
        "reviewers": (
            ReviewerActs(
                reviewer="Ana Sousa <ana@desk.example>",
                verdicts=280,
                claims=241,
                evidence=602,
                settled=39,
            ),
            ReviewerActs(reviewer="Ben Haddad", verdicts=112, claims=112, evidence=97, settled=0),
        ),
        "speakers": (
            SpeakerRatings(speaker=None, ratings=((true, 180), (half, 31), (false, 12))),
            SpeakerRatings(
                speaker="Mayor Rosa Lindqvist", ratings=((true, 14), (half, 9), (false, 7))
            ),
            SpeakerRatings(speaker="The port authority", ratings=((false, 1),)),
        ),
        "hosts": (
            HostUse(host="port.example", claims=131, supports=98, refutes=40, context=12),
            HostUse(host="statistics.example", claims=80, supports=66, refutes=31, context=0),
            HostUse(host=None, claims=2, supports=0, refutes=0, context=2),
        ),
        "grounds": Grounds(none=4, one=96, more=240, sole=31, thin=("1.4", "1.9", "3.2", "3.14")),
    }
    return Statistics(**(values | changes))


@pytest.mark.parametrize("width", [44, 60, 80, 120])
def test_statistics_look_as_they_were_last_seen(
    width: int, scale: Scale, golden: Callable[[str, RenderableType, int], None]
) -> None:
    golden("stats", StatisticsView(found=statistics(scale), most=8), width)


def test_what_was_asked_is_told(scale: Scale, plain: Callable[[RenderableType, int], str]) -> None:
    asked = Asked(
        articles=(3, 7), since=day(2, 1), until=day(5, 1), reviewer="Ana Sousa <ana@desk.example>"
    )
    [_, told, *_] = plain(StatisticsView(found=statistics(scale, asked=asked)), 200).splitlines()

    assert told == (
        "of articles 3, 7 · as of 2024-05-17, days in UTC · done by Ana Sousa <ana@desk.example>"
        " · done from 2024-02-01 · done until 2024-05-01"
    )


def test_a_ledger_without_claims_is_told_how_to_begin(
    scale: Scale, plain: Callable[[RenderableType, int], str]
) -> None:
    nothing = Standing(**dict.fromkeys(Standing.__dataclass_fields__, 0))
    idle = tuple(periods({}, Step.DAY, first=TODAY, last=TODAY))
    shown = plain(StatisticsView(found=statistics(scale, standing=nothing, periods=idle)), 80)

    assert shown.endswith("No claims to count yet. Split an article: claimledger add ARTICLE")


def test_parts_without_a_number_are_left_out(
    scale: Scale, plain: Callable[[RenderableType, int], str]
) -> None:
    bare: dict[str, Any] = {"reviewers": (), "speakers": (), "hosts": (), "longest": ()}
    found = statistics(
        scale,
        **bare,
        grounds=Grounds(none=0, one=0, more=0, sole=0, thin=()),
        waiting=tuple(by_age({}, {}, today=TODAY)),
    )
    shown = plain(StatisticsView(found=found), 80)

    assert re.findall(r"^(\w[\w ]+) ─", shown, re.MULTILINE) == ["Done by week", "Waiting now"]
    assert "Nothing waits" in shown


def test_periods_beyond_a_screen_are_summed_up_and_lose_nothing(
    scale: Scale, plain: Callable[[RenderableType, int], str]
) -> None:
    acts = {TODAY - timedelta(days=n): Acts(added=1, verdicts=2) for n in range(40)}
    first = TODAY - timedelta(days=39)
    daily = tuple(periods(acts, Step.DAY, first=first, last=TODAY))
    found = statistics(scale, step=Step.DAY, periods=daily)
    few, all_ = (plain(StatisticsView(found=found, most=most), 80) for most in (8, None))

    assert re.search(r"^earlier +28 +56 ", few, re.MULTILINE)
    assert len(re.findall(r"^2024-\d\d-\d\d +1 ", few, re.MULTILINE)) == PERIODS
    assert len(re.findall(r"^2024-\d\d-\d\d +1 ", all_, re.MULTILINE)) == 40
    assert "earlier" not in all_
    for shown in (few, all_):
        assert re.search(r"^together +40 +80 ", shown, re.MULTILINE)


@pytest.mark.parametrize(("own", "end"), [(40, " …"), (20, ""), (5, "")])
def test_the_articles_have_a_bar_too_broken_off_where_it_would_dwarf_every_speaker(
    own: int, end: str, scale: Scale, plain: Callable[[RenderableType, int], str]
) -> None:
    true = scale.rating("true")
    found = [
        SpeakerRatings(speaker=speaker, ratings=((true, number),))
        for speaker, number in {None: own, "The mayor": 20, "A clerk": 1}.items()
    ]
    shown = plain(StatisticsView(found=statistics(scale, speakers=tuple(found))), 80)
    bars = re.findall(r"^[A-Zt][a-z ]+ +\d+  (█+)( …)?$", shown, re.MULTILINE)
    [articles, mayor, clerk] = [len(bar) for bar, _ in bars]

    assert [broken for _, broken in bars] == [end, "", ""]
    assert clerk < mayor
    assert abs(articles + len(end) - mayor * min(own, 20) / 20) < 1


def test_articles_alone_have_a_bar(
    scale: Scale, plain: Callable[[RenderableType, int], str]
) -> None:
    own = (SpeakerRatings(speaker=None, ratings=((scale.rating("true"), 3),)),)
    shown = plain(StatisticsView(found=statistics(scale, speakers=own)), 80)

    assert re.search(r"^the articles themselves +3  █+$", shown, re.MULTILINE)


def test_what_is_not_checkable_does_not_read_like_a_rating(
    scale: Scale, plain: Callable[[RenderableType, int], str]
) -> None:
    assert "– not rated: not checkable 212" in plain(StatisticsView(found=statistics(scale)), 80)


def test_names_beyond_the_most_are_counted(
    scale: Scale, plain: Callable[[RenderableType, int], str]
) -> None:
    shown = plain(StatisticsView(found=statistics(scale), most=1), 80)

    for more in ("1 more reviewer", "2 more speakers", "2 more hosts"):
        assert f"{more} not shown." in shown


def test_the_longest_bar_is_the_greatest_number_and_the_least_still_shows(
    scale: Scale, plain: Callable[[RenderableType, int], str]
) -> None:
    hosts = tuple(
        HostUse(host=host, claims=1, supports=number, refutes=0, context=0)
        for host, number in {"a.example": 400, "b.example": 200, "c.example": 1}.items()
    )
    shown = plain(StatisticsView(found=statistics(scale, hosts=hosts)), 120)
    bars = [len(bar) for bar in re.findall(r"^[abc]\.example +\d+ (━+)", shown, re.MULTILINE)]

    assert bars == [28, 14, 1]


@pytest.mark.parametrize("width", [24, 44, 60, 80, 120])
@pytest.mark.parametrize("scaled", [1, 10**9], ids=["few", "billions"])
def test_no_line_is_wider_than_the_terminal(
    width: int, scaled: int, scale: Scale, plain: Callable[[RenderableType, int], str]
) -> None:
    nasty = "\x1b[2J[/red]\u202e漢字" * 9
    found = statistics(scale)
    found = replace(
        found,
        hosts=tuple(
            replace(use, host=nasty, supports=use.supports * scaled) for use in found.hosts
        ),
        speakers=tuple(replace(one, speaker=nasty) for one in found.speakers),
        reviewers=tuple(replace(one, reviewer=nasty) for one in found.reviewers),
        longest=tuple(replace(one, text=nasty, ref="3" * 9) for one in found.longest),
    )
    shown = plain(StatisticsView(found=found), width)

    assert all(cell_len(row) <= width for row in shown.splitlines())
    assert "\x1b" not in shown
    assert "\u202e" not in shown
