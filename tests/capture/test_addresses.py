from __future__ import annotations

import socket
from contextlib import suppress
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.capture import CaptureError, Client, Limits, PrivateAddressError
from claimledger.capture.addresses import numeric, why_blocked

PRIVATE = [
    "127.0.0.1",
    "127.255.255.254",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "::1",
    "fc00::1",
    "fdff::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:c0a8:101",
]
NEVER = [
    "0.0.0.0",  # noqa: S104 - an address to refuse
    "0.1.2.3",
    "100.64.0.1",
    "100.100.100.200",
    "100.127.255.255",
    "168.63.129.16",
    "169.254.169.254",
    "192.0.0.1",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::7f00:1",
    "::ffff:169.254.169.254",
    "::ffff:0:7f00:1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "3fff::1",
    "5f00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "4000::1",
]
PUBLIC = ["8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1"]
SPELLINGS = [
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "127.1",
    "127.0.1",
    "127.000.000.001",
    "0x7f.0x0.0x0.0x1",
    "167772161",
    "012.1",
    "192.168.257",
    "0xc0a80101",
    "2852039166",
    "0xa9fea9fe",
    "0251.0376.0251.0376",
    "169.254.43518",
    "0",
    "0x0",
    "3221225664",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[fe80::1]",
    "[2001:0:7f00:1::]",
    "[64:ff9b:1::7f00:1]",
    "[::127.0.0.1]",
    "100.64.0.1",
    "192.0.0.192",
]
LOOKED_UP = [
    "localhost",
    "LOCALHOST",
    "localhost.",
    "127.0.0.1.",
    "2130706433.",
    "0x7f000001.",
    "[::1%25lo]",
    "[fe80::1%25lo]",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "１２７.0.0.1",
]
"""Spellings that are for the system to make sense of, or for nobody."""


@pytest.mark.parametrize("address", [*PRIVATE, *NEVER])
def test_an_address_that_is_not_public_is_blocked(address: str) -> None:
    assert why_blocked(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_open(address: str) -> None:
    assert why_blocked(address) == ""


@pytest.mark.parametrize("address", PRIVATE)
def test_allowing_private_addresses_opens_loopback_and_private_ranges(address: str) -> None:
    assert why_blocked(address, allow_private=True) == ""


@pytest.mark.parametrize("address", NEVER)
def test_allowing_private_addresses_opens_nothing_else(address: str) -> None:
    assert why_blocked(address, allow_private=True)


@pytest.mark.parametrize("host", [*SPELLINGS, *LOOKED_UP])
def test_no_spelling_of_a_blocked_address_is_fetched(canary: Any, host: str) -> None:
    with pytest.raises(CaptureError):
        Client().fetch(f"http://{host}:{canary.port}/")

    assert not canary.was_reached()


@pytest.mark.parametrize("host", SPELLINGS)
def test_the_refusal_of_an_address_says_that_nothing_was_asked(host: str) -> None:
    with pytest.raises(PrivateAddressError, match="nothing was requested"):
        Client().fetch(f"http://{host}/")


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]"])
def test_the_canary_notices_a_visit(canary: Any, host: str) -> None:
    if host == "[::1]" and not canary.has_six:
        pytest.skip("no IPv6 on this machine")

    with pytest.raises(CaptureError):
        Client(allow_private=True, limits=Limits(read=0.1)).fetch(f"http://{host}:{canary.port}/")

    assert canary.was_reached()


def test_no_redirect_leads_to_a_blocked_address(public_site: Any, canary: Any) -> None:
    for host in [*SPELLINGS, *LOOKED_UP]:
        there = quote(f"http://{host}:{canary.port}/")
        with pytest.raises(CaptureError):
            Client().fetch(public_site.url(f"/to-anywhere?{there}"))

    assert public_site.asked_for("/to-anywhere") == len([*SPELLINGS, *LOOKED_UP])
    assert not canary.was_reached()


@pytest.mark.parametrize("address", [*PRIVATE, *NEVER])
def test_no_name_leads_to_a_blocked_address(canary: Any, address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET

    with pytest.raises(PrivateAddressError, match="nothing was requested"):
        Client(resolve=lambda _, port: [(family, (address, port))]).fetch(
            f"http://news.example:{canary.port}/"
        )

    assert not canary.was_reached()


@pytest.mark.parametrize("order", [1, -1], ids=["inside first", "outside first"])
def test_a_name_with_mixed_answers_leads_to_the_public_one_alone(
    public_site: Any, canary: Any, order: int
) -> None:
    inside: list[tuple[int, tuple[Any, ...]]] = [
        (socket.AF_INET, ("127.0.0.1", canary.port)),
        (socket.AF_INET, ("10.0.0.1", canary.port)),
    ]
    outside = (socket.AF_INET, ("127.0.0.2", public_site.port))
    answers = [*inside, outside][::order]

    fetched = Client(resolve=lambda _, __: answers).fetch(f"http://a.example:{canary.port}/text")

    assert fetched.status == 200
    assert not canary.was_reached()


def test_a_user_name_that_looks_like_a_host_is_none(public_site: Any, canary: Any) -> None:
    urls = [
        f"http://news.example@127.0.0.1:{canary.port}/",
        f"http://news.example:80@127.0.0.1:{canary.port}/",
        f"http://127.0.0.1:{canary.port}#@news.example/",
        f"http://127.0.0.1:{canary.port}\\@news.example/",
        f"http://news.example%2f@127.0.0.1:{canary.port}/",
        f"http:\\\\127.0.0.1:{canary.port}/",
        f"http:///127.0.0.1:{canary.port}/",
        f"//127.0.0.1:{canary.port}/",
    ]

    for url in urls:
        with pytest.raises(CaptureError):
            Client().fetch(url)
        with suppress(CaptureError):  # some become a path of the same site, as they should
            Client().fetch(public_site.url(f"/to-anywhere?{quote(url)}"))

    assert not canary.was_reached()


@pytest.mark.parametrize("host", [*SPELLINGS, "127.0.0.1.", "localhost", "a.localhost."])
def test_no_spelling_of_a_blocked_address_is_handed_to_a_proxy(host: str) -> None:
    with pytest.raises(PrivateAddressError):
        Client(proxy="http://127.0.0.1:9").fetch(f"http://{host}/")


@pytest.mark.parametrize("host", ["①②⑦.⓪.⓪.①", "127。0。0。1", "１２７.0.0.1"])
def test_digits_of_other_scripts_spell_no_address(host: str) -> None:
    with pytest.raises(CaptureError, match="not an address that can be fetched"):
        Client().fetch(f"http://{host}/")


@given(st.integers(0, 2**32 - 1))
def test_every_spelling_of_an_address_is_one_address(number: int) -> None:
    dotted = socket.inet_ntoa(number.to_bytes(4, "big"))

    assert {numeric(str(number)), numeric(hex(number)), numeric(dotted)} == {dotted}


@given(st.ip_addresses(v=4))
def test_mapping_into_ipv6_hides_no_address(address: object) -> None:
    assert why_blocked(f"::ffff:{address}") == why_blocked(str(address))


def test_a_name_is_no_number() -> None:
    assert numeric("example.org") == ""
