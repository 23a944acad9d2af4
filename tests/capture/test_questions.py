from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from claimledger.capture import (
    CaptureError,
    Client,
    Limits,
    PrivateAddressError,
)

CLIENT = Client(allow_private=True)


def test_every_answer_on_the_way_is_kept_but_for_its_cookies(site: Any) -> None:
    hops = CLIENT.fetch(site.url("/cookie-wall")).hops

    assert [(hop.url, hop.status) for hop in hops] == [
        (site.url("/cookie-wall"), 302),
        (site.url("/cookie-wall?in"), 200),
    ]
    assert ("Location", "/cookie-wall?in") in hops[0].headers
    assert ("Content-Type", "text/plain") in hops[1].headers
    assert not [name for hop in hops for name, _ in hop.headers if "cookie" in name.lower()]


def test_headers_are_kept_as_far_as_there_is_room(site: Any) -> None:
    headers = CLIENT.fetch(site.url("/many-headers?60")).hops[0].headers

    size = sum(len(name) + len(value) for name, value in headers)
    assert 15_000 < size <= 16_000


def test_the_room_for_headers_is_for_all_answers_together(site: Any) -> None:
    client = Client(allow_private=True, limits=Limits(headers=100))

    hops = client.fetch(site.url("/moved-twice")).hops

    assert len(hops) == 3
    assert sum(len(n) + len(v) for hop in hops for n, v in hop.headers) <= 100


def test_what_has_not_changed_is_not_sent_again(site: Any) -> None:
    first = CLIENT.fetch(site.url("/versions"))

    again = CLIENT.fetch(site.url("/versions"), etag=first.header("ETag"))

    assert (first.status, again.status, again.body) == (200, 304, b"")
    assert again.hops[0].status == 304
    assert CLIENT.fetch(site.url("/versions"), etag='"v0"').body == first.body


def test_a_date_is_asked_with_too(site: Any) -> None:
    CLIENT.fetch(site.url("/text"), last_modified="Tue, 05 Mar 2024 10:00:00 GMT")

    assert site.seen[0][2]["If-Modified-Since"] == "Tue, 05 Mar 2024 10:00:00 GMT"


def test_a_condition_goes_to_the_address_that_gave_it_and_no_other(site: Any) -> None:
    there = site.url("/versions")

    fetched = CLIENT.fetch(site.url("/versions-elsewhere"), etag='"v1"', given_by=there)

    assert (fetched.status, fetched.final_url) == (304, there)
    assert ["If-None-Match" in headers for _, _, headers in site.seen] == [False, True]


@pytest.mark.parametrize("etag", ["", "“v1”", '"v1"\r\nX-Injected: 1'])
def test_a_condition_that_no_header_holds_is_left_out(site: Any, etag: str) -> None:
    assert CLIENT.fetch(site.url("/versions"), etag=etag).status == 200
    assert not {"If-None-Match", "X-Injected"} & set(site.seen[0][2])


def test_a_service_is_asked_with_a_form_and_a_key_that_no_redirect_gets(site: Any) -> None:
    site.pages["/save"] = site.pages["/moved"]

    answer = CLIENT.ask(
        site.url("/save"), form={"url": "http://x/?a=ü&b"}, headers={"Authorization": "LOW a:b"}
    )

    [(method, path, headers)] = site.seen
    assert (method, path, headers["Authorization"]) == ("POST", "/save", "LOW a:b")
    assert site.forms == ["url=http%3A%2F%2Fx%2F%3Fa%3D%C3%BC%26b"]
    assert answer.status == 301


@pytest.mark.parametrize("path", ["/endless", "/drip", "/to-anywhere"])
def test_a_service_is_held_to_the_same_limits(site: Any, path: str, stopwatch: Any) -> None:
    client = Client(allow_private=True, limits=Limits(total=0.4, page=1_000_000))

    if path == "/to-anywhere":
        with pytest.raises(PrivateAddressError):
            Client().ask(site.url(path), form={"a": "b"})
    else:
        with pytest.raises(CaptureError, match=r"not complete|larger"):
            client.ask(site.url(path), form={"a": "b"})

    assert stopwatch.seconds() < 2


def test_waiting_for_a_turn_is_no_time_of_the_fetch(site: Any) -> None:
    held = []

    @contextmanager
    def turn(url: str) -> Iterator[None]:
        time.sleep(0.3)
        held.append(url)
        yield
        held.append("done")

    client = Client(allow_private=True, limits=Limits(total=0.5), turn=turn)

    assert client.fetch(site.url("/moved-twice")).status == 200
    assert held[1::2] == ["done"] * 3
    assert held[::2] == [site.url("/moved-twice"), site.url("/moved"), site.url("/text")]


def test_the_deadline_still_holds_after_a_wait(site: Any, stopwatch: Any) -> None:
    @contextmanager
    def turn(_url: str) -> Iterator[None]:
        time.sleep(0.3)
        yield

    client = Client(allow_private=True, limits=Limits(total=0.4), turn=turn)

    with pytest.raises(CaptureError, match=r"not complete after 0\.4 seconds"):
        client.fetch(site.url("/drip"))

    assert 0.6 < stopwatch.seconds() < 2
