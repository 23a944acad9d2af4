"""A link to a passage is followed in a browser, and the browser goes to the passage."""

from __future__ import annotations

from typing import Any

import pytest

from claimledger.capture import capture_bytes, find_quote
from claimledger.capture.fragments import text_fragment

pytestmark = pytest.mark.browser

GREEN = (1, 200, 3)
FILLER = "<p>Nothing of interest was said in this part of the long report, {}.</p>"
PLACES = "() => [...document.querySelectorAll('.here')].flatMap(e => [...e.getClientRects()])"


def page_of(body: str) -> bytes:
    """Write a page with the passage, in elements of class "here", far from its top."""
    above = "".join(FILLER.format(f"above {n}") for n in range(80))
    below = "".join(FILLER.format(f"below {n}") for n in range(80))
    return (
        "<!doctype html><html><head><meta charset='utf-8'><title>Report</title><style>"
        f"body {{ font: 16px sans-serif }} ::target-text {{ background: rgb{GREEN}; color: #000 }}"
        f"</style></head><body><article><h1 id='top'>Report</h1>{above}{body}{below}"
        "</article></body></html>"
    ).encode()


def here(text: str) -> str:
    return f"<span class='here'>{text}</span>"


LONG = " ".join(f"The office counted {n} cars in street {n * 3}, and went on." for n in range(9))
CASES = {
    "one sentence": (
        f"<p>{here('The rate fell in May')}, she said.</p>",
        "The rate fell in May",
    ),
    "marks that a link uses": (
        f"<p>So {here('R&amp;D cost 5-7%, not 3% - more &amp; more #1')}.</p>",
        "R&D cost 5-7%, not 3% - more & more #1",
    ),
    "typographic marks": (
        f"<p>He said: “{here('We aren’t done – it’s “over”… yet')}”.</p>",
        "We aren't done - it's \"over\"... yet",
    ),
    "markup": (
        f"<p>{here('The <b>deputy</b> mayor, <a href=x>Ana <i>Núñez</i></a>, agreed')}.</p>",
        "The deputy mayor, Ana Núñez, agreed",
    ),
    "soft hyphens": (
        f"<p>All {here('inter&shy;national aid rose by many eu&shy;ros')} then.</p>",
        "international aid rose by many euros",
    ),
    "odd spaces": (
        f"<p>All {here('the   aid rose by 5&nbsp;million euros')} then.</p>",
        "the aid rose by 5 million euros",
    ),
    "another script": (
        f"<p>{here('Правительство сообщило об этом')}.</p>",
        "правительство сообщило об этом",
    ),
    "no spaces": (
        f"<p>{here('理事会は月曜日に橋を閉鎖した')}。</p>",
        "理事会は月曜日に橋を閉鎖した",
    ),
    "two paragraphs": (
        f"<p>{here('The rate fell in May.')}</p><p>{here('It rose in June')}.</p>",
        "The rate fell in May. It rose in June",
    ),
    "a list": (
        f"<p>{here('Cost:')}</p><ul><li>{here('a road')}</li><li>{here('a port')}</li></ul>",
        "Cost: a road a port",
    ),
    "a broken line": (
        f"<p>{here('The rate fell<br>in the month of May')}.</p>",
        "The rate fell in the month of May",
    ),
    "a long passage": (
        f"<p>Before. {here(LONG)} After.</p>",
        LONG,
    ),
    "a long passage like the one before": (
        f"<p>{LONG.replace('8', '7')}</p><p>{here(LONG)} {LONG.replace('4', '5')}</p>",
        LONG,
    ),
    "cells": (
        f"<table><tr><td>{here('Roads')}</td><td>{here('$5 million')}</td></tr></table>",
        "Roads | $5 million",
    ),
}


def assert_is_shown(screen: Any, link: str) -> None:
    """Follow the link and compare what is highlighted with where the passage is."""
    screen.page.goto(link)
    screen.page.wait_for_function("scrollY > 0", timeout=5000)
    assert screen.page.evaluate("'fragmentDirective' in document")
    rects = screen.page.evaluate(PLACES)
    box = screen.box_of(GREEN)

    assert screen.page.evaluate("scrollY") > 600
    assert box is not None
    assert box[0] == pytest.approx(min(r["left"] for r in rects), abs=2)
    assert box[1] == pytest.approx(min(r["top"] for r in rects), abs=4)
    assert box[2] == pytest.approx(max(r["right"] for r in rects), abs=8)
    assert box[3] == pytest.approx(max(r["bottom"] for r in rects), abs=4)


@pytest.mark.parametrize("case", CASES)
def test_the_browser_shows_the_passage(screen: Any, pages: Any, case: str) -> None:
    body, quote = CASES[case]
    address = pages.serve("/report", page_of(body))
    captured = capture_bytes(page_of(body), name="report.html", media_type="text/html")
    match = find_quote(captured.text, quote)
    assert match is not None

    assert_is_shown(screen, text_fragment(address, match, captured.text))


@pytest.mark.parametrize("fragment", ["", "#top", "#top:~:text=Nothing"])
def test_the_browser_shows_the_place_that_was_meant(screen: Any, pages: Any, fragment: str) -> None:
    said = "<p>The rate fell, {}. The rate fell, <span>{}</span>.</p>"
    body = said.format("he said", "she said") + f"<p>In May, {here('the rate fell')}, Ann said.</p>"
    address = pages.serve("/report", page_of(body)) + fragment
    captured = capture_bytes(page_of(body), name="report.html", media_type="text/html")
    match = find_quote(captured.text, "the rate fell", prefix="In May,", suffix=", Ann said")
    assert match is not None

    assert_is_shown(screen, text_fragment(address, match, captured.text))


def test_without_the_fragment_the_browser_stays_at_the_top(screen: Any, pages: Any) -> None:
    screen.page.goto(pages.serve("/report", page_of(f"<p>{here('The rate fell')}.</p>")))

    assert screen.page.evaluate("scrollY") == 0
    assert screen.box_of(GREEN) is None
