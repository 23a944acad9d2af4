"""Which network addresses a stranger's text may send us to.

The tables follow the IANA special-purpose registries, written out because what
``ipaddress`` calls global differs between Python versions and lets some of these
through.
"""

from __future__ import annotations

import ipaddress
import socket

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_PUBLIC_V6 = ipaddress.ip_network("2000::/3")
"""The only part of IPv6 from which public addresses are handed out."""

_NEVER = tuple(
    (ipaddress.ip_network(network), kind)
    for network, kind in (
        ("0.0.0.0/8", "an address of no machine"),
        ("100.64.0.0/10", "a carrier's internal address"),
        ("168.63.129.16/32", "a cloud metadata address"),
        ("169.254.0.0/16", "a link-local address, where clouds keep credentials"),
        ("192.0.0.0/24", "an address reserved for protocols"),
        ("192.0.2.0/24", "an address for examples"),
        ("192.88.99.0/24", "a 6to4 relay address"),
        ("198.18.0.0/15", "an address for benchmarks"),
        ("198.51.100.0/24", "an address for examples"),
        ("203.0.113.0/24", "an address for examples"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
        ("::/128", "an address of no machine"),
        ("64:ff9b::/96", "an IPv4 address in translation"),
        ("64:ff9b:1::/48", "an IPv4 address in translation"),
        ("2001::/23", "an address reserved for protocols"),
        ("2001:db8::/32", "an address for examples"),
        ("2002::/16", "an IPv4 address in a tunnel"),
        ("3fff::/20", "an address for examples"),
        ("5f00::/16", "a segment-routing address"),
        ("fd00:ec2::254/128", "a cloud metadata address"),
        ("fd20:ce::254/128", "a cloud metadata address"),
        ("fe80::/10", "a link-local address"),
        ("ff00::/8", "a multicast address"),
    )
)

_PRIVATE = tuple(
    (ipaddress.ip_network(network), kind)
    for network, kind in (
        ("127.0.0.0/8", "this machine itself"),
        ("10.0.0.0/8", "a private address"),
        ("172.16.0.0/12", "a private address"),
        ("192.168.0.0/16", "a private address"),
        ("::1/128", "this machine itself"),
        ("fc00::/7", "a private address"),
    )
)


def why_blocked(address: str, *, allow_private: bool = False) -> str:
    """Say what is wrong with connecting to a numeric address, or return "".

    ``allow_private`` opens loopback and private ranges, and nothing else: link-local
    and metadata addresses stay shut.
    """
    ip = _unwrapped(ipaddress.ip_address(address.partition("%")[0]))
    for network, kind in _NEVER:
        if ip in network:
            return kind
    for network, kind in _PRIVATE:
        if ip in network:
            return "" if allow_private else kind
    if (ip.version == 6 and ip not in _PUBLIC_V6) or not ip.is_global:  # noqa: PLR2004 - IPv6
        return "outside the public address space"
    return ""


def can_be_opened(address: str) -> bool:
    """Tell whether ``allow_private`` would let a blocked address through."""
    return not why_blocked(address, allow_private=True)


def numeric(host: str) -> str:
    """Return the address that a host name spells in figures, or "" for a real name.

    Covers the spellings the C library accepts besides the usual one: a single
    decimal, octal or hexadecimal parts, and fewer than four parts.
    """
    bare = host.strip("[]").partition("%")[0].rstrip(".")
    try:
        return str(ipaddress.ip_address(bare))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(bare))
    except (OSError, UnicodeError):
        return ""


def _unwrapped(ip: _Address) -> _Address:
    """Return the IPv4 address inside an IPv4-mapped one."""
    mapped = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
    return mapped or ip
