from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.domain.outside import clean, line, link, person

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PIECES = [
    "\x1b[2J",
    "\x1b]8;;https://a.example\x1b\\",
    "\x1b]0;title\x07",
    "\x9b31m",
    "\x9d8;;x\x9c",
    "\x1bP1$q\x1b\\",
    "\x1b",
    "[31m",
    "\\",
    "\x07",
    "\u202e",
    "\u2066",
    "\r\n",
    "\t",
    "\x85",
    "\ud83d",
    "عربي",
    "e\u0301",
    "👩‍👩‍👧",
    "[/bold]",
]
hostile = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4))).map("".join)


@given(hostile)
def test_cleaned_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    assert not OBEYED.search(clean(text))


@given(hostile)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert line(line(text)) == line(text)


@given(hostile)
def test_cleaned_text_can_be_encoded(text: str) -> None:
    assert clean(text).encode().decode() == clean(text)


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@given(hostile)
def test_a_line_is_one_line_with_single_spaces(text: str) -> None:
    assert line(text).split() == [word for word in line(text).split(" ") if word]
    assert not any(unicodedata.category(c) in {"Cc", "Zl", "Zp"} for c in line(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("\x9b2Jgone", "gone"),
        ("\x1b]8;;https://evil.example\x1b\\bank.example\x1b]8;;\x1b\\", "bank.example"),
        ("\x1b]0;new title\x07text", "text"),
        ("\x1bPq#0;2;0\x1b\\after", "after"),
        ("\x1b(Bkept", "kept"),
        ("unfinished \x1b]8;;https://evil.example", "unfinished 8;;https://evil.example"),
        ("\x1b]0;one\ntwo\x07", "0;one\ntwo"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("one\r\ntwo\rthree\x0bfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("half \ud83d", "half \ufffd"),
        ("\x1b\x1b[31m[31m", "[31m"),
    ],
)
def test_sequences_go_and_words_stay(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_cleaning_takes_time_in_proportion_to_the_text() -> None:
    for start in ("\x1b]", "\x9d", "\x1b[", "\x9b", "\x1bP;"):
        assert "\x1b" not in clean(start * 200_000)


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        ("http://a.example:8080/", "http://a.example:8080/"),
        ("https://a.example/straße", "https://a.example/stra%C3%9Fe"),
        ("https://bücher.example:81/", "https://xn--bcher-kva.example:81/"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https:///nohost", None),
        ("https://bank.example@evil.example/", None),
        ("https://a.example/\x1b]8;;", None),
        ("https://a.example/ b", None),
        ("https://[broken/", None),
        ("https://a.example:port/", None),
        ("", None),
        (None, None),
    ],
)
def test_only_plain_web_addresses_become_links(address: str | None, linked: str | None) -> None:
    assert link(address) == linked


@given(st.text())
def test_a_link_is_printable_ascii_without_quotes_or_brackets(text: str) -> None:
    target = link("https://a.example/" + text)

    assert target is None or re.fullmatch(r"[!#-;=?-Z\[\]_a-z~]+", target)


@pytest.mark.parametrize(
    ("reviewer", "name"),
    [
        ("Ana Sousa <ana@desk.example>", "Ana Sousa"),
        ("ana@desk.example", "ana@desk.example"),
        ("<ana@desk.example>", "<ana@desk.example>"),
        ("ana", "ana"),
    ],
)
def test_a_person_is_shown_by_name(reviewer: str, name: str) -> None:
    assert person(reviewer) == name


def test_a_joiner_that_joins_nothing_is_left_out() -> None:
    assert clean("\u200d\u200dAna and \u200dBo") == "Ana and Bo"
    assert clean("👩‍👩‍👧") == "👩‍👩‍👧"
