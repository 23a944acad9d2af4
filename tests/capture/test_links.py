from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from claimledger.capture import Client, Limits
from claimledger.capture.links import Known, check, check_all
from claimledger.capture.signs import heads_of, refuses_programs, says_not_found
from claimledger.domain.evidence import LinkState, QuoteResult, QuoteSelector

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CLIENT = Client(allow_private=True, now=lambda: NOON, limits=Limits(total=5, patience=0.5))
QUOTE = "Unemployment in the region fell to five percent last year"
REST = "<p>The council said that it would go on with its plans for the roads.</p>" * 5


def page(title: str, *paragraphs: str) -> str:
    body = "".join(f"<p>{paragraph}.</p>" for paragraph in paragraphs)
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}{REST}</body>"


def quotes(*words: str) -> tuple[QuoteSelector, ...]:
    return tuple(QuoteSelector(exact=one, result=QuoteResult.FOUND) for one in words)


def known(url: str, **more: Any) -> Known:
    return Known(**{"url": url, "quotes": quotes(QUOTE), "title": "Jobs are up"} | more)


def digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


JOBS = page("Jobs are up", QUOTE)
OTHER = page("Jobs are up", "Unemployment in the region rose to six percent last year")


def test_the_same_bytes_are_fine_and_not_even_read(site: Any) -> None:
    picture = b"\x89PNG\r\n\x1a\n and so on"
    url = site.serve("/a", picture, "image/png", ETag='"a"')

    finding = check(known(url, raw=hashlib.sha256(picture).hexdigest()), CLIENT)

    assert (finding.state, finding.status, finding.missing) == (LinkState.OK, 200, ())
    assert finding.raw == hashlib.sha256(picture).hexdigest()
    assert (finding.media_type, finding.etag) == ("image/png", '"a"')
    assert finding.checked_at == NOON


def test_another_page_is_fine_while_its_quotes_stand(site: Any) -> None:
    url = site.serve("/a", JOBS)

    finding = check(known(url, raw=digest(OTHER)), CLIENT)

    assert (finding.state, finding.raw) == (LinkState.OK, digest(JOBS))
    assert "still stand" in finding.detail


def test_nothing_newer_is_fine(site: Any) -> None:
    url = site.url("/versions")

    finding = check(known(url, etag='"v1"', last_modified="then"), CLIENT)

    assert (finding.state, finding.status, finding.raw) == (LinkState.OK, 304, None)
    assert (finding.etag, finding.last_modified) == ('"v1"', "then")


def test_nothing_newer_is_no_answer_to_a_question_without_a_condition(site: Any) -> None:
    url = site.serve("/a", "", "", status=304)

    assert check(known(url), CLIENT).state is LinkState.ERROR


@pytest.mark.parametrize(
    ("final", "status", "state"),
    [
        (None, 301, LinkState.MOVED),
        (None, 302, LinkState.OK),
        ("/b", 301, LinkState.OK),
        ("/b#there", 302, LinkState.OK),
        ("/c", 302, LinkState.MOVED),
    ],
)
def test_it_has_moved_when_it_leads_elsewhere_than_it_did(
    site: Any, final: str | None, status: int, state: LinkState
) -> None:
    site.serve("/b", JOBS)
    url = site.serve("/a", "", "", status=status, Location="/b")

    finding = check(known(url, final_url=final and site.url(final)), CLIENT)

    assert (finding.state, finding.final_url) == (state, site.url("/b"))
    assert finding.redirects == (site.url("/b"),)


def test_a_condition_is_not_for_the_place_it_moved_to(site: Any) -> None:
    url = site.serve("/a", "", "", status=302, Location="/versions")

    finding = check(known(url, final_url=url, etag='"v1"'), CLIENT)

    assert (finding.state, finding.status) == (LinkState.MOVED, 200)


@pytest.mark.parametrize(
    ("place", "before", "state"),
    [
        ("/", None, LinkState.REDIRECTED_HOME),
        ("/?from=old", None, LinkState.REDIRECTED_HOME),
        ("/index.html", None, LinkState.REDIRECTED_HOME),
        ("/", "/", LinkState.CHANGED),
        ("/news", None, LinkState.CHANGED),
    ],
)
def test_a_link_to_a_page_must_not_end_at_the_front_page(
    site: Any, place: str, before: str | None, state: LinkState
) -> None:
    site.serve(place.partition("?")[0], page("The Daily"))
    url = site.serve("/a", "", "", status=302, Location=place)

    finding = check(known(url, final_url=before and site.url(before)), CLIENT)

    assert finding.state is state
    assert finding.missing == (0,)


def test_a_front_page_that_says_it_is_as_good_a_place_as_any(site: Any) -> None:
    site.serve("/", JOBS)
    url = site.serve("/a", "", "", status=302, Location="/")

    assert check(known(url, final_url=url), CLIENT).state is LinkState.MOVED


@pytest.mark.parametrize(
    "title",
    [
        "Page not found",
        "Error 404 | The Daily",
        "Seite nicht gefunden",
        "Page introuvable",
        "Página no encontrada",
        "Página não encontrada",
        "Pagina non trovata",
        "Pagina niet gevonden",
        "Nie znaleziono strony",
        "Sidan hittades inte",
        "Страница не найдена",
        "Сторінку не знайдено",
        "Sayfa bulunamadı",
        "页面不存在",
        "ページが見つかりません",
        "페이지를 찾을 수 없습니다",
        "الصفحة غير موجودة",
    ],
)
def test_a_page_that_says_in_its_title_that_it_is_none_is_none(site: Any, title: str) -> None:
    finding = check(known(site.serve("/a", page(title))), CLIENT)

    assert finding.state is LinkState.SOFT_404
    assert title in finding.detail


def test_the_words_of_a_title_in_an_older_charset_are_understood(site: Any) -> None:
    body = page("Страница не найдена").encode("cp1251")
    url = site.serve("/a", body, "text/html; charset=windows-1251")

    assert check(known(url), CLIENT).state is LinkState.SOFT_404


def test_a_title_that_always_said_so_says_nothing(site: Any) -> None:
    url = site.serve("/a", page("Bodies not found after crash"))

    finding = check(known(url, title="Bodies not found after crash"), CLIENT)

    assert finding.state is LinkState.CHANGED


def test_a_page_without_words_is_none(site: Any) -> None:
    bare = "<html><title>The Daily</title><body><p>Please turn on JavaScript.</p></body></html>"

    assert check(known(site.serve("/a", bare)), CLIENT).state is LinkState.SOFT_404
    assert check(known(site.serve("/b", "")), CLIENT).state is LinkState.SOFT_404
    assert check(known(site.serve("/c", " "), quotes=()), CLIENT).state is LinkState.SOFT_404
    assert check(known(site.serve("/d", bare), quotes=()), CLIENT).state is LinkState.OK


def test_a_site_that_answers_anything_has_lost_the_page(site: Any) -> None:
    site.pages["/news/*"] = lambda handler, _: handler.answer(
        200, page("The Daily", f"You asked for {handler.path}").encode(), "text/html"
    )

    finding = check(known(site.url("/news/jobs-are-up.html")), CLIENT)

    assert finding.state is LinkState.SOFT_404
    assert "made-up address" in finding.detail
    made_up = site.seen[1][1]
    assert made_up.startswith("/news/")
    assert made_up.endswith(".html")
    assert "jobs" not in made_up


def test_the_neighbour_is_asked_only_when_a_quote_is_gone_and_once_for_all(site: Any) -> None:
    site.serve("/news/standing", JOBS)
    site.serve("/news/changed", OTHER)

    check(known(site.url("/news/standing")), CLIENT)
    list(check_all([known(site.url("/news/changed"))] * 3, CLIENT, pace=0))

    assert [path for _, path, _ in site.seen][:2] == ["/news/standing", "/news/changed"]
    assert len(site.seen) == 3


def test_a_page_that_lost_a_quote_has_changed(site: Any) -> None:
    url = site.serve("/a", page("Jobs are up", QUOTE))

    finding = check(known(url, quotes=quotes(QUOTE, "five million", "six")), CLIENT)

    assert (finding.state, finding.missing) == (LinkState.CHANGED, (1, 2))
    assert finding.detail == "The page does not say “five million” any more, nor 1 more."
    assert (finding.etag, finding.last_modified) == (None, None)


def test_a_number_that_changed_is_a_quote_that_is_gone(site: Any) -> None:
    finding = check(known(site.serve("/a", JOBS.replace("five", "six"))), CLIENT)

    assert (finding.state, finding.missing) == (LinkState.CHANGED, (0,))


def test_a_quote_in_slightly_other_words_was_changed(site: Any) -> None:
    url = site.serve("/a", JOBS.replace("in the region", "in this region"))

    assert check(known(url), CLIENT).state is LinkState.CHANGED


def test_a_quote_may_stand_outside_the_article(site: Any) -> None:
    url = site.serve("/a", JOBS.replace("<body>", "<body><nav>Corrections: none</nav>"))

    assert check(known(url, quotes=quotes("Corrections: none")), CLIENT).state is LinkState.OK


def test_a_quote_may_stand_in_the_article_where_the_page_parts_it(site: Any) -> None:
    parted = QUOTE.replace("region ", "region <nav>Share this</nav> ")
    url = site.serve("/a", page("Jobs are up", parted).replace("<body>", "<body><article>"))

    assert check(known(url), CLIENT).state is LinkState.OK


@pytest.mark.parametrize("status", [401, 403, 429, 451])
def test_a_refusal_is_no_death(site: Any, status: int) -> None:
    finding = check(known(site.serve("/a", page("No"), status=status)), CLIENT)

    assert finding.state is LinkState.BLOCKED
    assert not finding.state.is_wrong


@pytest.mark.parametrize("status", [200, 503])
@pytest.mark.parametrize("title", ["Just a moment...", "Attention Required! | Cloudflare"])
def test_a_page_that_asks_for_a_human_is_a_refusal(site: Any, title: str, status: int) -> None:
    url = site.serve("/a", page(title, "Checking your browser"), status=status)

    assert check(known(url), CLIENT).state is LinkState.BLOCKED


def test_a_gatekeeper_s_empty_page_is_a_refusal(site: Any) -> None:
    url = site.serve("/a", "", status=202, x_amzn_waf_action="challenge")

    assert check(known(url), CLIENT).state is LinkState.BLOCKED


@pytest.mark.parametrize("place", ["/login?next=/a", "/account/signin"])
def test_a_page_that_asks_for_a_login_is_a_refusal(site: Any, place: str) -> None:
    site.serve(place.partition("?")[0], page("Welcome back"))
    url = site.serve("/a", "", "", status=302, Location=place)

    assert check(known(url), CLIENT).state is LinkState.BLOCKED


@pytest.mark.parametrize("status", [404, 410])
def test_gone_is_gone(site: Any, status: int) -> None:
    finding = check(known(site.serve("/a", page("Oh"), status=status)), CLIENT)

    assert (finding.state, finding.status) == (LinkState.GONE, status)


def test_a_name_that_nobody_knows_is_an_error_and_not_gone() -> None:
    client = replace(CLIENT, resolve=lambda _host, _port: [])

    finding = check(known("http://news.example/a"), client)

    assert (finding.state, finding.status) == (LinkState.ERROR, None)
    assert finding.detail == "No address is known for news.example."


def test_quotes_are_looked_for_in_a_pdf(
    site: Any, make_pdf: Callable[..., bytes], pdf_lines: Any
) -> None:
    url = site.serve("/a.pdf", make_pdf(pdf_lines(QUOTE)), "application/pdf")
    scan = site.serve("/b.pdf", make_pdf("0 0 100 100 re f"), "application/pdf")

    assert check(known(url), CLIENT).state is LinkState.OK
    assert check(known(url, quotes=quotes("six")), CLIENT).state is LinkState.CHANGED
    assert check(known(scan), CLIENT).state is LinkState.ERROR
    assert "no text layer" in check(known(scan), CLIENT).detail


def test_quotes_are_looked_for_in_plain_text_of_any_charset(site: Any) -> None:
    finding = check(known(site.url("/latin-1-text"), quotes=quotes("Fünf Prozent")), CLIENT)

    assert finding.state is LinkState.OK


def test_what_cannot_be_read_is_an_error_only_when_there_is_a_quote_to_look_for(site: Any) -> None:
    url = site.serve("/a.png", b"\x89PNG\r\n\x1a\n", "image/png")

    assert check(known(url), CLIENT).state is LinkState.ERROR
    assert check(known(url, quotes=()), CLIENT).state is LinkState.OK


def failing_once(body: str, first: Callable[[Any, str], None]) -> Callable[[Any, str], None]:
    failing = [first]

    def answer(handler: Any, query: str) -> None:
        if failing:
            failing.pop()(handler, query)
        else:
            handler.answer(200, body.encode(), "text/html")

    return answer


@pytest.mark.parametrize("status", [None, 502, 503, 504])
def test_a_failure_that_passes_does_not_count(site: Any, status: int | None) -> None:
    def broken(handler: Any, query: str) -> None:
        if status is None:
            site.pages["/reset"](handler, query)
        else:
            handler.answer(status, b"Later", "text/html")

    site.pages["/a"] = failing_once(JOBS, broken)
    alone = check(known(site.url("/a")), CLIENT)
    site.pages["/a"] = failing_once(JOBS, broken)
    [(_, together)] = check_all([known(site.url("/a"))], CLIENT, pace=0)

    assert alone.state is together.state is LinkState.OK
    assert site.asked_for("/a") == 4


@pytest.mark.parametrize(("path", "tries"), [("/reset", 2), ("/broken", 1), ("/drip", 1)])
def test_a_failure_that_stays_is_tried_twice_and_others_once(
    site: Any, path: str, tries: int
) -> None:
    client = Client(allow_private=True, limits=Limits(total=0.3))

    [(_, finding)] = check_all([known(site.url(path))], client, pace=0)

    assert finding.state is LinkState.ERROR
    assert site.asked_for(path) == tries


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_for_patience_gets_it(site: Any, stopwatch: Any, status: int) -> None:
    def busy(handler: Any, _: str) -> None:
        handler.answer(status, b"Later", "text/html", Retry_After="1")

    client = replace(CLIENT, limits=Limits(patience=1.5))
    site.pages["/a"] = failing_once(JOBS, busy)

    [(_, finding)] = check_all([known(site.url("/a"))], client, pace=0)

    assert finding.state is LinkState.OK
    assert 1 <= stopwatch.seconds() < 4


def test_a_host_that_asks_for_too_much_is_left_alone_in_the_end(site: Any, stopwatch: Any) -> None:
    site.serve("/busy/*", "Later", status=429, Retry_After="120")
    links = [known(site.url(f"/busy/{n}")) for n in range(20)]

    findings = dict(check_all(links, CLIENT, pace=0))

    assert {finding.state for finding in findings.values()} == {LinkState.BLOCKED}
    assert len(site.seen) == 5
    assert "asked to be left alone" in findings[19].detail
    assert stopwatch.seconds() < 2


def test_heads_and_signs_of_a_hostile_page_are_found_in_little_time(stopwatch: Any) -> None:
    for source in ("<title>" * 100_000, "<h1>" * 100_000, "<h1 " * 100_000, "<title" * 100_000):
        heads = heads_of(source)
        assert not any(map(says_not_found, heads))
        assert not refuses_programs(heads, source)

    assert stopwatch.seconds() < 5
