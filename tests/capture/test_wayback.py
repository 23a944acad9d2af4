from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

import pytest

from claimledger.capture import CaptureError, Client, Limits
from claimledger.capture.wayback import Keys, Saved, Wayback
from claimledger.domain.evidence import ArchiveState
from claimledger.errors import UsageError

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PAGE = "https://news.example/a?b=c"
JOB = "spn2-0123456789abcdef"
KEYS = Keys(access="accessaccess", secret="secretsecret")  # noqa: S106 - nobody's


class Archive:
    """A server that answers as the Internet Archive does."""

    def __init__(self, site: Any) -> None:
        """Serve nothing yet but an empty shelf."""
        self.site = site
        self.slept: list[float] = []
        self.shelf: dict[str, Any] = {}
        site.pages["/available"] = lambda handler, _: self.say(
            handler, 200, {"url": PAGE, "archived_snapshots": self.shelf}
        )

    def wayback(self, *, keys: Keys | None = KEYS, **more: Any) -> Wayback:
        """Speak to it without waiting."""
        return Wayback(
            client=Client(allow_private=True, now=lambda: NOON, limits=Limits(total=2, read=0.3)),
            keys=keys,
            base=self.site.url("").rstrip("/"),
            available=self.site.url("/available"),
            sleep=self.slept.append,
            **more,
        )

    def answers(self, path: str, *answers: tuple[int, Any], **headers: str) -> None:
        """Give these answers in turn, the last one for ever."""
        left = list(answers)

        def answer(handler: Any, _: str) -> None:
            status, said = left.pop(0) if len(left) > 1 else left[0]
            self.say(handler, status, said, **headers)

        self.site.pages[path] = answer

    def has(self, moment: str, *, available: bool = True) -> None:
        """Put a copy on the shelf."""
        self.shelf["closest"] = {
            "status": "200",
            "available": available,
            "url": f"http://web.archive.org/web/{moment}/{PAGE}",
            "timestamp": moment,
        }

    @staticmethod
    def say(handler: Any, status: int, said: Any, **headers: str) -> None:
        """Answer in JSON, or with what is no JSON."""
        body = said if isinstance(said, bytes) else json.dumps(said).encode()
        handler.answer(status, body, "application/json", **headers)


@pytest.fixture
def archive(site: Any) -> Archive:
    return Archive(site)


ORDERED = (200, {"url": PAGE, "job_id": JOB})
PENDING = (200, {"status": "pending", "job_id": JOB, "resources": []})
SUCCESS = (
    200,
    {"status": "success", "job_id": JOB, "original_url": PAGE, "timestamp": "20260301120003"},
)
FAILURE = (
    200,
    {
        "status": "error",
        "status_ext": "error:bad-gateway",
        "job_id": JOB,
        "message": "Bad Gateway for https://news.example/a?b=c (HTTP status=502).",
    },
)
STATUS = f"/save/status/{JOB}"


def test_a_page_is_saved_and_waited_for(archive: Archive) -> None:
    archive.answers("/save", ORDERED)
    archive.answers(STATUS, PENDING, PENDING, SUCCESS)

    saved = archive.wayback().save(PAGE)

    assert saved == Saved(
        state=ArchiveState.SAVED,
        url=archive.site.url(f"/web/20260301120003/{PAGE}"),
        job=JOB,
        detail="The archive made a copy.",
    )
    [method, *_] = [method for method, *_ in archive.site.seen]
    assert method == "POST"
    assert parse_qs(archive.site.forms[0])["url"] == [PAGE]
    assert archive.slept == [5, 5]
    for _, _, headers in archive.site.seen:
        assert headers["Authorization"] == "LOW accessaccess:secretsecret"
        assert headers["Accept"] == "application/json"


def test_no_account_is_needed(archive: Archive) -> None:
    archive.answers("/save", ORDERED)
    archive.answers(STATUS, SUCCESS)

    assert archive.wayback(keys=None).save(PAGE).state is ArchiveState.SAVED
    assert not any("Authorization" in headers for _, _, headers in archive.site.seen)


def test_a_job_that_takes_too_long_can_be_resumed(archive: Archive) -> None:
    archive.answers("/save", ORDERED)
    archive.answers(STATUS, *[PENDING] * 6, SUCCESS)
    wayback = archive.wayback(patience=12)

    pending = wayback.save(PAGE)
    still = wayback.resume(JOB, PAGE)
    done = wayback.resume(JOB, PAGE)

    assert (pending.state, pending.job, pending.url) == (ArchiveState.PENDING, JOB, None)
    assert "still at work" in pending.detail
    assert [still.state, done.state] == [ArchiveState.PENDING, ArchiveState.SAVED]
    assert archive.site.asked_for("/save") == 1


def test_a_busy_archive_is_asked_again_when_it_says(archive: Archive) -> None:
    archive.answers("/save", (429, {"message": "Too many requests"}), ORDERED, Retry_After="20")
    archive.answers(STATUS, (429, b"<html>"), (503, b""), SUCCESS)

    assert archive.wayback().save(PAGE).state is ArchiveState.SAVED
    assert archive.slept == [20, 5, 5]


def test_too_many_jobs_at_once_wait_for_each_other(archive: Archive) -> None:
    full = {"status": "error", "status_ext": "error:user-session-limit", "message": "Wait."}
    archive.answers("/save", (200, full), ORDERED)
    archive.answers(STATUS, SUCCESS)

    assert archive.wayback().save(PAGE).state is ArchiveState.SAVED


def test_an_archive_that_stays_busy_has_failed(archive: Archive) -> None:
    archive.answers("/save", (429, b"Too many"), Retry_After="100")

    saved = archive.wayback(patience=150).save(PAGE)

    assert saved == Saved(state=ArchiveState.FAILED, detail="The archive answers with status 429.")
    assert archive.slept == [100]


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("20260301120001", ArchiveState.SAVED),
        ("20240305100000", ArchiveState.FOUND),
        (None, ArchiveState.FAILED),
    ],
)
def test_an_error_is_looked_behind(
    archive: Archive, moment: str | None, state: ArchiveState
) -> None:
    archive.answers("/save", ORDERED)
    archive.answers(STATUS, PENDING, FAILURE)
    if moment:
        archive.has(moment)

    saved = archive.wayback().save(PAGE)

    assert saved.state is state
    assert saved.url == (moment and f"https://web.archive.org/web/{moment}/{PAGE}")
    assert saved.detail.startswith("The archive says: Bad Gateway for https://news.example/a?b=c")


def test_a_copy_made_a_moment_ago_is_found(archive: Archive) -> None:
    archive.answers("/save", (200, {"url": PAGE, "job_id": None, "message": "Same snapshot."}))
    archive.has("20260301115800")

    assert archive.wayback().save(PAGE).state is ArchiveState.FOUND


@pytest.mark.parametrize("status", [401, 403])
def test_keys_that_are_refused_are_not_repeated(archive: Archive, status: int) -> None:
    archive.answers("/save", (status, {"message": "No: accessaccess:secretsecret"}))

    saved = archive.wayback().save(PAGE)

    assert saved.state is ArchiveState.FAILED
    assert "does not take these keys" in saved.detail
    assert "an account's keys" in archive.wayback(keys=None).save(PAGE).detail


@pytest.mark.parametrize("said", [b"<html>", b"[]", b'"job"', b"[" * 100_000, {"job_id": 7}, {}])
def test_an_answer_that_makes_no_sense_is_a_failure(archive: Archive, said: Any) -> None:
    archive.answers("/save", (200, said))

    assert archive.wayback().save(PAGE).state is ArchiveState.FAILED


@pytest.mark.parametrize("original", ["javascript:alert(1)", "https://a.example/\nb", 7])
def test_a_copy_of_what_is_no_address_is_none(archive: Archive, original: Any) -> None:
    archive.answers("/save", ORDERED)
    archive.answers(STATUS, (200, {**SUCCESS[1], "original_url": original}))

    assert archive.wayback().save(PAGE).state is ArchiveState.FAILED


def test_a_job_is_kept_while_the_archive_cannot_be_reached(archive: Archive) -> None:
    archive.answers("/save", ORDERED)
    archive.site.pages[STATUS] = archive.site.pages["/reset"]

    saved = archive.wayback(patience=7).save(PAGE)

    assert (saved.state, saved.job) == (ArchiveState.PENDING, JOB)
    assert "broke off" in saved.detail


def test_an_archive_that_is_silent_has_failed(archive: Archive) -> None:
    archive.site.pages["/save"] = archive.site.pages["/silent"]

    saved = archive.wayback().save(PAGE)

    assert saved.state is ArchiveState.FAILED
    assert "sent nothing" in saved.detail


@pytest.mark.parametrize("path", ["/save", "/available", STATUS])
def test_keys_are_in_no_message_whatever_goes_wrong(archive: Archive, path: str) -> None:
    archive.answers("/save", ORDERED)
    archive.answers(STATUS, FAILURE)
    echo = {"status": "error", "message": "accessaccess and LOW accessaccess:secretsecret"}
    tricks: list[Callable[[Any, str], None]] = [
        archive.site.pages[name] for name in ("/reset", "/not-http", "/moved", "/bomb", "/brotli")
    ]
    tricks.append(lambda handler, _: archive.say(handler, 200, echo))

    for trick in tricks:
        archive.site.pages[path] = trick
        saved = archive.wayback(patience=0).save(PAGE)
        assert "accessaccess" not in repr(saved)
        assert "secretsecret" not in repr(saved)
    assert "access" not in repr(KEYS)
    assert not archive.site.asked_for("/text")


@pytest.mark.parametrize("key", ["", "two words", "line\n", "schlüssel"])
def test_keys_that_no_header_holds_are_refused_unrepeated(key: str) -> None:
    with pytest.raises(UsageError) as caught:
        Keys(access="a", secret=key)

    assert not key or key not in caught.value.message + caught.value.hint


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/a",
        "http://2130706433/",
        "http://10.0.0.7/",
        "http://localhost:8080/",
        "http://[::1]/",
        "http://169.254.169.254/",
        "https://me:secret@news.example/",
        "file:///etc/passwd",
        "http://[nonsense/",
    ],
)
def test_what_is_nobody_elses_business_is_shown_to_no_archive(archive: Archive, url: str) -> None:
    with pytest.raises(UsageError) as caught:
        archive.wayback().save(url)
    with pytest.raises(UsageError):
        archive.wayback().find(url)

    assert "secret" not in caught.value.message
    assert archive.site.seen == []


def test_a_copy_is_found(archive: Archive) -> None:
    wayback = archive.wayback()

    assert wayback.find(PAGE) is None
    archive.has("20240305100000", available=False)
    assert wayback.find(PAGE) is None
    archive.has("20240305100000")
    assert wayback.find(PAGE) == f"https://web.archive.org/web/20240305100000/{PAGE}"
    assert archive.site.seen[0][1] == "/available?url=https%3A%2F%2Fnews.example%2Fa%3Fb%3Dc"
    assert "Authorization" not in archive.site.seen[0][2]


def test_an_archive_that_cannot_look_is_an_error(archive: Archive) -> None:
    archive.answers("/available", (503, b""))

    with pytest.raises(CaptureError, match="status 503"):
        archive.wayback().find(PAGE)
