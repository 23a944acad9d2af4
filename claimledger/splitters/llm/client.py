"""Asking a server that speaks OpenAI's chat protocol, within bounds of time and size."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimledger.config.llm import LlmSettings
from claimledger.splitters.llm.errors import FormError, ModelError

if TYPE_CHECKING:
    import requests

CONNECT = 5.0
"""Seconds to reach the server."""
LARGEST = 2_000_000
"""Bytes of an answer; the claims of the longest passage take a hundredth of that."""
TRIES = 3
LONGEST_WAIT = 30.0
"""Seconds that a busy server may ask us to wait before it is asked again."""
_CHUNK = 65_536
_BUSY = frozenset({429, 503})
_NOT_IN_THIS_FORM = frozenset({400, 415, 422, 500, 501})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REASON = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatClient:
    """One model on one server; keeps no connection between questions."""

    settings: LlmSettings
    sleep: Callable[[float], None] = time.sleep

    def complete(
        self, messages: Sequence[Mapping[str, str]], response_format: Mapping[str, Any] | None
    ) -> str:
        """Return what the model answers, without randomness where the server allows it.

        Redirects are not followed: the key and the article are for one server alone. The
        environment's proxies and ``.netrc`` are not used, for the same reason.

        Raises:
            FormError: The server refuses this form of the question.
            ModelError: There is no whole answer.
        """
        question: dict[str, Any] = {
            "model": self.settings.model,
            "messages": list(messages),
            "temperature": 0,
            "stream": False,
        }
        if response_format is not None:
            question["response_format"] = response_format
        for attempt in range(1, TRIES + 1):
            status, wait, body = self._post(question)
            if status not in _BUSY:
                break
            if attempt == TRIES or wait > LONGEST_WAIT:
                raise ModelError(f"{self._server} is busy (status {status}){self._reason(body)}.")
            self.sleep(wait or 2.0 ** (attempt - 1))
        return self._content(status, body)

    @property
    def _server(self) -> str:
        return self.settings.base_url

    def _post(self, question: Mapping[str, Any]) -> tuple[int, float, bytes]:
        """Ask once; return the status, the seconds to wait if told so, and the body."""
        import requests
        from urllib3.exceptions import HTTPError
        from urllib3.exceptions import TimeoutError as PoolTimeout

        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if self.settings.key is not None:
            headers["Authorization"] = f"Bearer {self.settings.key}"
        deadline = time.monotonic() + self.settings.timeout
        try:
            with requests.Session() as session:
                session.trust_env = False
                with session.post(
                    f"{self._server}/chat/completions",
                    json=question,
                    headers=headers,
                    timeout=(CONNECT, self.settings.timeout),
                    stream=True,
                    allow_redirects=False,
                ) as response:
                    wait = _seconds(response.headers.get("Retry-After", ""))
                    return response.status_code, wait, self._body(response, deadline)
        except (requests.Timeout, PoolTimeout) as error:
            raise self._too_slow() from error
        except (requests.RequestException, HTTPError, OSError, UnicodeError) as error:
            if time.monotonic() >= deadline:
                raise self._too_slow() from error
            raise ModelError(f"{self._server} cannot be asked: {_last_words(error)}.") from error

    def _body(self, response: requests.Response, deadline: float) -> bytes:
        announced = response.headers.get("Content-Length", "")
        body = bytearray()
        if not announced.isdecimal() or int(announced) <= LARGEST:
            # read1 returns after one read from the network, so the clock is looked at often.
            while chunk := response.raw.read1(_CHUNK, decode_content=True):
                body += chunk
                if time.monotonic() >= deadline:
                    raise self._too_slow()
                if len(body) > LARGEST:
                    break
            else:
                return bytes(body)
        raise ModelError(f"The answer of {self._server} is larger than {LARGEST / 1_000_000:g} MB.")

    def _content(self, status: int, body: bytes) -> str:
        if status in _REDIRECTS:
            raise ModelError(
                f"{self._server} sends us on to another address (status {status}), which is not "
                "asked. Set the address that it means."
            )
        if status in _NOT_IN_THIS_FORM:
            raise FormError(f"{self._server} answers with status {status}{self._reason(body)}.")
        if status != 200:  # noqa: PLR2004 - HTTP's OK
            raise ModelError(f"{self._server} answers with status {status}{self._reason(body)}.")
        try:
            choice = json.loads(body)["choices"][0]
            content, end = choice["message"]["content"], choice.get("finish_reason")
        except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
            raise ModelError(
                f"The answer of {self._server} is not in the form of a chat completion."
            ) from error
        if end == "length":
            raise ModelError("The model's answer was cut off at the server's limit of tokens.")
        if not isinstance(content, str):
            raise ModelError("The model gave no text.")
        return content

    def _reason(self, body: bytes) -> str:
        """Return what the server says of an error, without the key."""
        text = body.decode(errors="replace")
        try:
            said = json.loads(text)
            error = said.get("error", said)
            text = error if isinstance(error, str) else str(error["message"])
        except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
            text = "" if text.lstrip().startswith("<") else text
        if self.settings.key is not None:
            text = text.replace(self.settings.key, "[key]")
        words = " ".join(text.split())
        return f": {words[:_REASON].rstrip('.')}" if words else ""

    def _too_slow(self) -> ModelError:
        return ModelError(f"{self._server} gave no answer in {self.settings.timeout:g} seconds.")


def _seconds(header: str) -> float:
    """Return the seconds of a Retry-After, 0 when it names none."""
    if header.strip().isdecimal():
        return float(header)
    from datetime import UTC, datetime
    from email.utils import parsedate_to_datetime

    try:
        at = parsedate_to_datetime(header)
    except ValueError:
        return 0.0
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.now(UTC)).total_seconds())


def _last_words(error: BaseException) -> str:
    """Return the innermost reason of a nested library error."""
    reason = getattr(error, "reason", None)
    inner = reason if isinstance(reason, BaseException) else next(iter(error.args[-1:]), None)
    return _last_words(inner) if isinstance(inner, BaseException) else str(error)
