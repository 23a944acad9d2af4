"""A real model server on loopback that answers in the ways such servers do."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from claimledger.config.llm import VARIABLES, LlmSettings
from claimledger.splitters.llm.client import ChatClient
from claimledger.splitters.llm.splitter import LlmSplitter

PASSAGE = re.compile(r"<passage>\n(.*)\n</passage>", re.DOTALL)
SENTENCE = re.compile(r"[^.!?\s][^.!?]*[.!?]?")


class ModelServer(ThreadingHTTPServer):
    """The server; the first part of a path says how it behaves."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        """Take any free port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.seen: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        """Path, headers and question of every request."""
        self.answers: list[dict[str, Any]] | None = None
        """The claims it gives; None: every sentence of the passage is one."""
        self.stopped = threading.Event()

    def url(self, behaviour: str) -> str:
        """Return the base URL of a server that behaves so."""
        return f"http://127.0.0.1:{self.server_address[1]}/{behaviour}/v1"

    def forms(self) -> list[str | None]:
        """Return the response formats that it was asked for."""
        return [q.get("response_format", {}).get("type") for _, _, q in self.seen]

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay quiet when a client hangs up: that is what clients should do here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ModelServer

    def do_POST(self) -> None:
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.seen.append((self.path, dict(self.headers), question))
        if not self.path.endswith("/v1/chat/completions"):
            self.answer(404, "not here")
            return
        behaviour = self.path.split("/")[1]
        getattr(self, behaviour.replace("-", "_"))(question)

    def claims(self, question: dict[str, Any]) -> str:
        if self.server.answers is not None:
            return json.dumps({"claims": self.server.answers})
        found = PASSAGE.search(question["messages"][-1]["content"])
        assert found is not None
        sentences = SENTENCE.findall(found[1])
        claims = [{"text": s, "quote": s.rstrip("."), "speaker": None} for s in sentences]
        return json.dumps({"claims": claims})

    def answer(self, status: int, error: str, **headers: str) -> None:
        self.send(status, json.dumps({"error": {"message": error}}).encode(), **headers)

    def say(self, content: Any, finish_reason: str = "stop") -> None:
        message = {"role": "assistant", "content": content}
        choice = {"index": 0, "message": message, "finish_reason": finish_reason}
        self.send(200, json.dumps({"object": "chat.completion", "choices": [choice]}).encode())

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def good(self, question: dict[str, Any]) -> None:
        self.say(self.claims(question))

    def fenced(self, question: dict[str, Any]) -> None:
        self.say(f"Here they are, as {{claims}}:\n\n```json\n{self.claims(question)}\n```\nDone.")

    def thinking(self, question: dict[str, Any]) -> None:
        self.say(f'<think>Perhaps {{"claims": []}}?</think>\n{self.claims(question)}')

    def wrong_schema(self, _: dict[str, Any]) -> None:
        self.say('{"facts": ["The bridge is open."]}')

    def bare(self, _: dict[str, Any]) -> None:
        self.say('{"claims": ["The bridge is open.", {"text": 7, "quote": null}]}')

    def ignores_formats(self, question: dict[str, Any]) -> None:
        """Answer in prose whenever a format is asked for."""
        asked = "response_format" in question
        self.say("The bridge is open again." if asked else self.claims(question))

    def no_schema(self, question: dict[str, Any]) -> None:
        self.unless(question, {"json_object", None}, 400)

    def schema_breaks(self, question: dict[str, Any]) -> None:
        self.unless(question, {"json_object", None}, 500)

    def no_formats(self, question: dict[str, Any]) -> None:
        self.unless(question, {None}, 400)

    def unless(self, question: dict[str, Any], known: set[str | None], status: int) -> None:
        if question.get("response_format", {}).get("type") in known:
            self.say(self.claims(question))
        else:
            self.answer(status, "'response_format' of this type is not supported")

    def unauthorized(self, _: dict[str, Any]) -> None:
        key = self.headers.get("Authorization", "").removeprefix("Bearer ")
        self.answer(401, f"Incorrect API key provided: {key}.")

    def busy_once(self, question: dict[str, Any]) -> None:
        if len(self.server.seen) == 1:
            self.answer(429, "Slow down", Retry_After="7")
        else:
            self.say(self.claims(question))

    def busy_until(self, question: dict[str, Any]) -> None:
        if len(self.server.seen) == 1:
            until = datetime.now(UTC) + timedelta(seconds=20)
            self.answer(503, "Loading", Retry_After=format_datetime(until, usegmt=True))
        else:
            self.say(self.claims(question))

    def busy(self, _: dict[str, Any]) -> None:
        self.answer(429, "Slow down")

    def busy_for_long(self, _: dict[str, Any]) -> None:
        self.answer(429, "Come back tomorrow", Retry_After="86400")

    def broken(self, _: dict[str, Any]) -> None:
        self.send(500, b"<html>Internal error</html>")

    def hangs(self, _: dict[str, Any]) -> None:
        self.server.stopped.wait(20)

    def drips(self, _: dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        while not self.server.stopped.wait(0.05):
            self.wfile.write(b" ")
            self.wfile.flush()

    def truncated(self, question: dict[str, Any]) -> None:
        self.say(self.claims(question)[:-20])

    def cut_off(self, question: dict[str, Any]) -> None:
        self.say(self.claims(question)[:-20], finish_reason="length")

    def breaks_off(self, _: dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b'{"choices": [')
        self.close_connection = True

    def no_text(self, _: dict[str, Any]) -> None:
        self.say(None)

    def no_completion(self, _: dict[str, Any]) -> None:
        self.send(200, b'["hello"]')

    def nested(self, _: dict[str, Any]) -> None:
        self.say("[" * 100_000)

    def nothing(self, _: dict[str, Any]) -> None:
        self.say('{"claims": []}')

    def huge(self, _: dict[str, Any]) -> None:
        self.send(200, b" " * 50_000_000)

    def endless(self, _: dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        for _piece in range(800):  # 50 MB, unannounced
            self.wfile.write(b" " * 65_536)
        self.close_connection = True

    def elsewhere(self, _: dict[str, Any]) -> None:
        self.answer(307, "moved", Location=self.server.url("good") + "/chat/completions")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture(autouse=True)
def no_model_of_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in VARIABLES.values():
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.02,))
        thread.start()
        yield running
        running.stopped.set()
        running.shutdown()
        thread.join()


@pytest.fixture
def waits() -> list[float]:
    """Hold the seconds that a client would have slept."""
    return []


@pytest.fixture
def llm(server: ModelServer, waits: list[float]) -> Callable[..., LlmSplitter]:
    """Make the splitter for a server that behaves in a named way."""

    def make(behaviour: str, *, key: str | None = None, timeout: float = 5) -> LlmSplitter:
        settings = LlmSettings(
            base_url=server.url(behaviour), model="small-1", key=key, timeout=timeout
        )
        return LlmSplitter(client=ChatClient(settings=settings, sleep=waits.append))

    return make
