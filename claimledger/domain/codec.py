"""Frozen dataclasses to JSON values and back, strictly.

The few shapes that event payloads are made of: strings, integers, booleans, None,
enums, spans, tuples of these, and dataclasses of these. Anything else is an error, so
that a payload that reads back is exactly the payload that was written.
"""

from __future__ import annotations

import dataclasses
import types
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from claimledger.domain.text import Span
from claimledger.errors import EventError

T = TypeVar("T")


def to_json(value: object) -> Any:
    """Return ``value`` as JSON values; dataclasses become objects, spans pairs.

    Strings are put into Unicode normal form C, the form that events store.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    return unicodedata.normalize("NFC", str(value)) if isinstance(value, str) else value


def from_json(kind: type[T], value: object, *, at: str = "data") -> T:
    """Read a dataclass of type ``kind`` from JSON values.

    Fields with a default may be missing, so that a later version can add some.

    Raises:
        EventError: A field is missing, unknown or of another type; it is named.
    """
    result: T = _read(kind, value, at)
    return result


def _read(kind: Any, value: object, at: str) -> Any:
    if dataclasses.is_dataclass(kind):
        return _read_fields(kind, value, at)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _read_optional(kind, value, at)
    if origin is tuple:
        return _read_items(get_args(kind)[0], value, at)
    if kind is Span:
        return _read_span(value, at)
    kind = getattr(kind, "__supertype__", kind)
    if issubclass(kind, StrEnum) and isinstance(value, str):
        if value not in kind._value2member_map_:
            raise EventError(f"{at} is {value!r}, which is none of {', '.join(kind)}.")
        return kind(value)
    if type(value) is not kind:
        raise EventError(f"{at} is {type(value).__name__}, not {kind.__name__}.")
    return value


def _read_fields(kind: Any, value: object, at: str) -> Any:
    if not isinstance(value, Mapping):
        raise EventError(f"{at} is no object.")
    hints = _hints(kind)
    if unknown := set(value) - set(hints):
        raise EventError(
            f"{at} has an unknown field {min(unknown)!r}.", hint="Install a newer claimledger."
        )
    fields = {f.name: f for f in dataclasses.fields(kind)}
    for name, field in fields.items():
        if name not in value and field.default is dataclasses.MISSING:
            raise EventError(f"{at} lacks {name!r}.")
    return kind(**{k: _read(hints[k], v, f"{at}.{k}") for k, v in value.items()})


def _read_optional(kind: Any, value: object, at: str) -> Any:
    if value is None and type(None) in get_args(kind):
        return None
    [inner] = [arg for arg in get_args(kind) if arg is not type(None)]
    return _read(inner, value, at)


def _read_items(kind: Any, value: object, at: str) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise EventError(f"{at} is no array.")
    return tuple(_read(kind, item, f"{at}[{index}]") for index, item in enumerate(value))


def _read_span(value: object, at: str) -> Span:
    match value:
        case [int(start), int(end)] if type(start) is type(end) is int and 0 <= start < end:
            return Span(start, end)
    raise EventError(f"{at} is no span: a start below an end, both from 0.")


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
