"""A real browser, and a real web server on loopback with pages for it."""

from __future__ import annotations

import base64
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BOX_OF_COLOUR = """
async ([data, red, green, blue]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + data;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height).data;
  let box = null;
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i] !== red || pixels[i + 1] !== green || pixels[i + 2] !== blue) continue;
    const x = (i / 4) % image.width, y = Math.floor(i / 4 / image.width);
    box = box ?? [x, y, x, y];
    box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
  }
  return box;
}
"""


class Pages(ThreadingHTTPServer):
    """The server; what is put into ``bodies`` is what it serves."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        """Take any free port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.bodies: dict[str, bytes] = {}

    def serve(self, path: str, body: bytes) -> str:
        """Put a page there and give its address."""
        self.bodies[path] = body
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Pages

    def do_GET(self) -> None:
        body = self.server.bodies.get(self.path)
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A browser window, and what can be seen in it."""

    page: Page
    eye: Page = field(repr=False)
    """A second window, which looks at pictures of the first."""

    def box_of(self, colour: tuple[int, int, int]) -> list[int] | None:
        """Return left, top, right and bottom of all that has a colour, None if nothing has."""
        picture = base64.b64encode(self.page.screenshot(animations="disabled")).decode()
        box: list[int] | None = self.eye.evaluate(BOX_OF_COLOUR, [picture, *colour])
        return box


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None:
        pytest.skip(f"no browser is installed: none of {', '.join(names)}")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        )
        yield started
        started.close()


@pytest.fixture
def screen(browser: Browser) -> Iterator[Screen]:
    with browser.new_context(viewport={"width": 800, "height": 600}) as context:
        yield Screen(context.new_page(), context.new_page())


@pytest.fixture
def pages() -> Iterator[Pages]:
    with Pages() as server:
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        serving.start()
        yield server
        server.shutdown()
        serving.join()
