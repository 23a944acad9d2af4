from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claimledger.capture import Fetched
from claimledger.capture.pacing import Later, Turns, in_turns
from claimledger.capture.waits import Patience, wait_asked_for

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_bug_in_the_work_is_not_swallowed() -> None:
    def work(_job: int) -> int | Later:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(in_turns([("a", 1)], work, turns=Turns(0), workers=2))


def test_a_job_that_is_put_off_comes_before_the_others_of_its_host() -> None:
    done = []
    put_off = iter([Later(0.05)])

    def work(job: str) -> str | Later:
        done.append(job)
        return next(put_off, job)

    results = list(in_turns([("a", "1"), ("a", "2"), ("b", "3")], work, turns=Turns(0), workers=1))

    assert sorted(results) == ["1", "2", "3"]
    assert [job for job in done if job != "3"] == ["1", "1", "2"]


def answered(**headers: str) -> Fetched:
    pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Fetched(
        url="http://a.example/",
        final_url="http://a.example/",
        redirects=(),
        status=429,
        media_type="",
        charset=None,
        headers=pairs,
        body=b"",
        retrieved_at=NOON,
        hops=(),
    )


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("Sun, 01 Mar 2026 12:01:00 GMT", 60),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0),
        ("soon", None),
        ("-5", None),
        ("", None),
        ("²", None),
    ],
)
def test_a_wait_is_asked_for_in_seconds_or_by_a_date(header: str, seconds: float | None) -> None:
    assert wait_asked_for(answered(Retry_After=header), NOON) == seconds


def test_patience_is_for_each_host_and_runs_out() -> None:
    patience = Patience(60)

    assert patience.allows("a", "a/1", 40)
    assert not patience.allows("a", "a/1", 10)  # it had its second try
    assert not patience.allows("a", "a/2", 40)
    assert patience.allows("a", "a/2", 20)
    assert patience.allows("b", "b/1", 60)
    assert not patience.allows("b", "b/2", None)
