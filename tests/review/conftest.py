"""A desk with a ledger on it, a pilot who presses keys, and the screen as text."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from textual import events
from textual.pilot import Pilot

from claimledger.domain.acts import ArticleAdded, ClaimsSplit, SplitClaim
from claimledger.domain.articles import article_id
from claimledger.domain.claims import ClaimKind, claim_id
from claimledger.domain.text import Span
from claimledger.ledger import Ledger
from claimledger.ledger.journal import Surroundings
from claimledger.review.app import ReviewApp
from claimledger.review.worklist import View

GOLDEN = Path(__file__).parent / "golden"
WIDE, SMALL = (120, 40), (80, 24)

SENTENCES = (
    "The Alder Bridge reopened on Monday.",
    "The repairs cost 12 million euros.",
    "They took nine months.",
    "Two hundred people worked on the bridge.",
    "The bridge was built in 1931.",
    "It carries 20,000 cars a day.",
    "Lorries over 7.5 tonnes are banned from it.",
    "The ferry next to it will close in May.",
    "The ferry carried 300 people a day.",
    "The toll stays at two euros.",
    "The mayor opened the bridge.",
    "The bridge is the most beautiful of the county.",
)
"""Each is a claim of the article; the last one cannot be checked."""
TEXT = "\n\n".join(
    ["Bridge reopens", *(" ".join(SENTENCES[n : n + 4]) for n in range(0, len(SENTENCES), 4))]
)


@dataclass(slots=True, kw_only=True)
class Desk:
    """What a story has at hand."""

    ledger: Ledger
    app: ReviewApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Press keys, each when the one before is done with; wait until the screen stands."""
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            character = key if len(key) == 1 else {"space": " "}.get(key)
            driver.send_message(events.Key(key, character))
            await self._done()
        await self.settle()

    async def type(self, words: str) -> None:
        """Paste words where the cursor is."""
        driver = self.app._driver
        assert driver is not None
        driver.send_message(events.Paste(words))
        await self._done()

    async def _done(self) -> None:
        for _ in range(2):  # a key may open a screen, which has to be laid out, too
            await self.pilot._wait_for_screen()
            await asyncio.sleep(0)

    async def settle(self) -> None:
        """Wait until the claim under the cursor is shown in full."""
        for _ in range(1000):
            if self.app._exit:
                return
            wanted, shown = self.app.worklist.current, self.app.claim
            if (wanted and wanted.id) == (shown and shown.id):
                break
            await asyncio.sleep(0.005)
        await self._done()

    async def sees(self, words: str) -> None:
        """Wait until words are on the screen."""
        await self.until(lambda: words in self.screen)

    async def standing(self) -> str:
        """Return the screen once nothing moves on it."""
        before, now = "", self.screen
        while before != now:
            await self.pilot.pause(0.05)
            before, now = now, self.screen
        return now

    async def until(self, holds: Callable[[], bool], *, seconds: float = 5) -> None:
        """Wait for something that happens by itself."""
        for _ in range(int(seconds / 0.02)):
            if holds():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(self.screen)

    @property
    def here(self) -> str:
        """The number of the claim under the cursor."""
        entry = self.app.worklist.current
        return entry.ref if entry else ""

    @property
    def shown(self) -> list[str]:
        """The numbers of the claims in the list."""
        return [entry.ref for entry in self.app.worklist.shown]

    @property
    def screen(self) -> str:
        """What a person sees, without colours."""
        app, size = self.app, self.app.size
        console = Console(
            width=size.width,
            height=size.height,
            file=StringIO(),
            force_terminal=True,
            record=True,
            safe_box=False,
        )
        whole = app.screen._compositor.render_update(
            full=True, screen_stack=app._background_screens
        )
        console.print(whole)
        text = console.export_text(styles=False)
        return "\n".join(line.rstrip() for line in text.splitlines())

    @property
    def raw(self) -> str:
        """What is sent to the terminal as text, every character of it."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(segment.text for strip in strips for segment in strip)


Story = Callable[[Desk], Awaitable[None]]
Play = Callable[..., None]
PutArticle = Callable[[Ledger, str, Sequence[str]], None]


@dataclass(slots=True)
class Clock:
    """A clock that moves on by a minute whenever it is looked at."""

    minutes: int = field(default=0)

    def world(self) -> Surroundings:
        """Return surroundings in which every event has its own time."""
        from datetime import UTC, datetime, timedelta

        def now() -> datetime:
            self.minutes += 1
            return datetime(2025, 3, 1, 9, tzinfo=UTC) + timedelta(minutes=self.minutes)

        return Surroundings(now=now)


@pytest.fixture(autouse=True)
def state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep drafts in a folder of the test's own."""
    folder = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    return folder


@pytest.fixture
def bridge(path: Path) -> Iterator[Ledger]:
    """Open, as Ana, a ledger with one article of twelve claims."""
    with Ledger.open(path, reviewer="Ana", create=True, world=Clock().world()) as opened:
        put_bridge(opened)
        yield opened


@pytest.fixture
def put_article() -> PutArticle:
    """Return a function that adds an article, each of its sentences a claim."""

    def put(ledger: Ledger, text: str, sentences: Sequence[str]) -> None:
        put_bridge(ledger, text=text, sentences=tuple(sentences))

    return put


@pytest.fixture
def play(bridge: Ledger) -> Play:
    """Return a function that plays a story on the desk, as Ana unless another ledger is given."""

    def tell(
        story: Story,
        *,
        ledger: Ledger | None = None,
        view: View | None = None,
        size: tuple[int, int] = WIDE,
        start: str = "",
        allow_private: bool = False,
    ) -> None:
        chosen = ledger or bridge

        async def whole() -> None:
            app = ReviewApp(chosen, view, start=start, allow_private=allow_private)
            async with app.run_test(size=size) as pilot:
                desk = Desk(ledger=chosen, app=app, pilot=pilot)
                await desk.settle()
                await story(desk)

        # In a thread of its own: a browser that other tests have open has a loop in this one.
        with ThreadPoolExecutor(max_workers=1) as thread:
            thread.submit(asyncio.run, whole()).result()

    return tell


@pytest.fixture
def slow_page() -> Iterator[str]:
    """Return the address of a page that takes its time."""
    released = threading.Event()

    class Slow(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            released.wait(10)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Slow) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        released.set()
        server.shutdown()


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Return a function that compares a screen with its golden file, or rewrites the file.

    ``CLAIMLEDGER_REWRITE_GOLDEN=1 pytest tests/review`` rewrites all.
    """

    def compare(name: str, screen: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if os.environ.get("CLAIMLEDGER_REWRITE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(screen + "\n", encoding="utf-8")
        assert screen + "\n" == path.read_text(encoding="utf-8"), f"{name}: see conftest.py"

    return compare


def put_bridge(ledger: Ledger, *, text: str = TEXT, sentences: tuple[str, ...] = SENTENCES) -> None:
    """Add an article and its claims as ``add`` would, without the splitter."""
    article = article_id(text)
    claims, at = [], 0
    for number, sentence in enumerate(sentences):
        start = text.index(sentence, at)
        at = start + len(sentence)
        span = Span(start, at)
        claims.append(
            SplitClaim(
                id=claim_id(article, (Span(start, at - 1),), sentence),
                text=sentence,
                spans=(Span(start, at - 1),),
                sentence=span,
                speaker="The council" if number == 1 else None,
                speaker_span=None,
                cue=None,
                kind=ClaimKind.EVENT,
                checkable=number != len(sentences) - 1,
                checkworthiness=95 - number,
                reasons=("a dated event",),
            )
        )
    added = ArticleAdded(
        title=text.partition("\n")[0],
        source="bridge.txt",
        text=article,
        language="en",
        media_type="text/plain",
        raw=None,
    )
    journal = ledger._journal
    with journal.writing():
        journal.keep(text.encode(), "text/plain")
        journal.record(added, subject=article)
        journal.record(ClaimsSplit(splitter="by hand", claims=tuple(claims)), subject=article)
