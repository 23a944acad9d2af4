"""Which large model may be asked: none, unless a person has said so."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from claimledger.config.places import settings_file
from claimledger.config.settings import read_settings
from claimledger.errors import UsageError

TABLE = "llm"
FIELDS = ("base_url", "model", "key", "timeout")
VARIABLES = {name: f"CLAIMLEDGER_LLM_{name.upper()}" for name in FIELDS}
_COMPLETIONS = "/chat/completions"


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmSettings:
    """A server that speaks OpenAI's chat protocol, and a model there."""

    base_url: str
    """What ``/chat/completions`` is put behind, such as ``http://127.0.0.1:8080/v1``."""
    model: str
    key: str | None = field(default=None, repr=False)
    """None for a server that asks for none."""
    timeout: float = 300
    """Seconds for one answer."""


def find_llm(
    *, environ: Mapping[str, str] = os.environ, settings: Path | None = None
) -> LlmSettings:
    """Return the model to ask: by the environment, else by ``[llm]`` in the settings file.

    Raises:
        UsageError: Address or model is not given, or one of the settings makes no sense.
    """
    path = settings or settings_file()
    given = _in_file(path)
    given |= {
        name: environ[v].strip() for name, v in VARIABLES.items() if environ.get(v, "").strip()
    }
    missing = [name for name in ("base_url", "model") if name not in given]
    if missing:
        raise UsageError(
            f"No large model is set up: there is no {' and no '.join(missing)}.",
            hint=f"Set {' and '.join(VARIABLES[name] for name in missing)}, "
            f"or write them under [{TABLE}] in {path}.",
        )
    return LlmSettings(
        base_url=_checked_url(given["base_url"]),
        model=_checked_model(given["model"]),
        key=_checked_key(given["key"]) if "key" in given else None,
        timeout=_checked_timeout(given.get("timeout", "300")),
    )


def _in_file(path: Path) -> dict[str, str]:
    table = read_settings(path).get(TABLE, {})
    if not isinstance(table, dict):
        raise UsageError(
            f"In {path}, {TABLE} is no table.", hint=f"Begin it with a line [{TABLE}]."
        )
    for name, value in table.items():
        if name not in FIELDS:
            raise UsageError(
                f"In {path}, [{TABLE}] has no setting {name}.",
                hint=f"There are: {', '.join(FIELDS)}.",
            )
        if not isinstance(value, str | int | float) or isinstance(value, bool):
            raise UsageError(f"In {path}, {name} under [{TABLE}] is neither text nor number.")
    return {name: str(value).strip() for name, value in table.items() if str(value).strip()}


def _checked_url(url: str) -> str:
    plain = url.rstrip("/").removesuffix(_COMPLETIONS).rstrip("/")
    try:
        parts = urlsplit(plain)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        sound = False
    else:
        sound = sound and "@" not in parts.netloc and not (parts.query or parts.fragment)
    if not sound or not plain.isprintable() or " " in plain:
        raise UsageError(
            "The address of the large model is no plain http or https address.",
            hint=f"Give {VARIABLES['base_url']} as in http://127.0.0.1:8080/v1; a key goes apart.",
        )
    return plain


def _checked_model(model: str) -> str:
    model = unicodedata.normalize("NFC", model)
    if not model.isprintable():
        raise UsageError(
            f"{model!r} is no name of a model.",
            hint=f"Give {VARIABLES['model']} as the server has it.",
        )
    return model


def _checked_key(key: str) -> str:
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise UsageError(
            "The key of the large model holds characters that no key has.",
            hint=f"Copy it again into {VARIABLES['key']}.",
        )
    return key


def _checked_timeout(seconds: str) -> float:
    try:
        timeout = float(seconds)
    except ValueError:
        timeout = 0
    if not 0 < timeout <= 86_400:  # noqa: PLR2004 - a day
        raise UsageError(
            f'"{seconds}" is no number of seconds to wait for a model.',
            hint=f"Give {VARIABLES['timeout']} as in 300.",
        )
    return timeout
