"""Rating scales as TOML files, for people to read, keep and edit."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from claimledger.domain.scale_rules import LARGEST, check_scale
from claimledger.domain.scales import MappedRating, Rating, Scale, ScaleId, ScaleMapping, Tone
from claimledger.errors import ClaimLedgerError, UsageError

_SCALE: Final = {
    "id": str,
    "version": int,
    "title": str,
    "ordered": bool,
    "ratings": list,
    "mapping": dict,
}
_RATING: Final = {
    "code": str,
    "label": str,
    "meaning": str,
    "tone": str,
    "value": int,
    "retired": bool,
    "colour": str,
}
_OPTIONAL: Final = frozenset({"version", "mapping", "value", "retired", "colour"})
_SORTS: Final = {
    str: "text in quotes",
    int: "a whole number",
    bool: "true or false",
    list: "a list: begin each rating with a line [[ratings]]",
    dict: "a table: begin it with a line [mapping.OTHER-SCALE]",
}
_SMALLER: Final = f"No number may be larger than {LARGEST}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleFile:
    """What a scale's file says."""

    scale: Scale
    version: int | None
    """The version that the file says it holds; None where it says nothing."""
    mappings: tuple[ScaleMapping, ...]


def read_scale_file(path: Path) -> ScaleFile:
    """Read a scale from a file.

    Raises:
        UsageError: The file cannot be read, is no TOML, or holds no sound scale; the place
            and the remedy are named.
    """
    try:
        toml = path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror or error}.",
            hint="Name a TOML file, or a built-in scale.",
        ) from error
    return parse_scale(toml, name=str(path))


def parse_scale(toml: bytes | str, *, name: str) -> ScaleFile:
    """Read a scale from TOML; errors begin with ``name``, the file's.

    A scale has ``id, title, ordered`` and, if it likes, ``version``; a ``[[ratings]]`` for
    each label, the truest first; a ``[mapping.OTHER-SCALE]`` with ``code = "other-code"`` for
    each scale it is mapped to, where an empty text means that there is nothing like it.

    Raises:
        UsageError: It is no TOML, or no sound scale.
    """
    import tomllib

    try:
        text = toml if isinstance(toml, str) else toml.decode("utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{name} is no text in UTF-8.", hint="Save it as UTF-8, or name another file."
        ) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(
            f"{name} is no TOML: {error}.",
            hint="See how a scale is written: claimledger scale show default --format toml",
        ) from error
    except ValueError as error:  # Python reads no number of more than some thousand digits
        raise UsageError(f"{name}: a number has too many digits.", hint=_SMALLER) from error
    try:
        return _file(table)
    except ClaimLedgerError as error:
        raise UsageError(f"{name}: {error.message}", hint=error.hint) from error


def write_scale(scale: Scale, mappings: Iterable[ScaleMapping] = ()) -> str:
    """Return a scale with its mappings as TOML that ``parse_scale`` reads back."""
    return "\n".join(_lines(scale, mappings)) + "\n"


def _file(table: Mapping[str, Any]) -> ScaleFile:
    _check_keys(table, _SCALE, "the scale")
    scale = Scale(
        id=ScaleId(table["id"]),
        version=table.get("version", 1),
        title=table["title"],
        ordered=table["ordered"],
        ratings=tuple(_rating(item, n) for n, item in enumerate(table["ratings"], start=1)),
    )
    check_scale(scale)
    return ScaleFile(
        scale=scale,
        version=table.get("version"),
        mappings=tuple(
            _mapping(scale, target, pairs) for target, pairs in table.get("mapping", {}).items()
        ),
    )


def _rating(item: object, number: int) -> Rating:
    where = f"rating {number}"
    if not isinstance(item, dict):
        raise UsageError(f"{where} is no table.", hint="Begin it with a line [[ratings]].")
    if isinstance(item.get("code"), str):
        where += f' ("{item["code"]}")'
    _check_keys(item, _RATING, where)
    if item["tone"] not in set(Tone):
        raise UsageError(
            f'{where} has the tone "{item["tone"]}".', hint=f"It is one of: {', '.join(Tone)}."
        )
    meaning = " ".join(item["meaning"].split())  # it may be written on several lines
    return Rating(**(item | {"tone": Tone(item["tone"]), "meaning": meaning}))


def _mapping(scale: Scale, target: str, pairs: object) -> ScaleMapping:
    where = f"[mapping.{target}]"
    if not isinstance(pairs, dict):
        raise UsageError(f"{where} is no table.", hint='Write lines in it: code = "other-code".')
    for code, to in pairs.items():
        scale.rating(code)
        if not isinstance(to, str):
            raise UsageError(
                f"{where} maps {code} to what is no text.",
                hint=f'Write {code} = "other-code", or {code} = "" where nothing is like it.',
            )
    return ScaleMapping(
        source=scale.id,
        target=ScaleId(target),
        pairs=tuple(
            MappedRating(code=rating.code, to=pairs[rating.code] or None)
            for rating in scale.ratings
            if rating.code in pairs
        ),
    )


def _check_keys(table: Mapping[str, Any], kinds: Mapping[str, type], where: str) -> None:
    for key, value in table.items():
        if key not in kinds:
            near = difflib.get_close_matches(key, kinds, n=1)
            raise UsageError(
                f'{where} has "{key}", which no scale file knows.',
                hint=f'Did you mean "{near[0]}"?' if near else f"It may have: {', '.join(kinds)}.",
            )
        if type(value) is not kinds[key]:
            raise UsageError(f'{where}: "{key}" must be {_SORTS[kinds[key]]}.')
        if isinstance(value, int) and abs(value) > LARGEST:
            raise UsageError(f'{where}: "{key}" has too many digits.', hint=_SMALLER)
    for key in kinds:
        if key not in table and key not in _OPTIONAL:
            raise UsageError(f'{where} lacks "{key}".', hint=f"It must be {_SORTS[kinds[key]]}.")


def _lines(scale: Scale, mappings: Iterable[ScaleMapping]) -> Iterator[str]:
    yield f"id = {_text(scale.id)}"
    yield f"version = {scale.version}"
    yield f"title = {_text(scale.title)}"
    yield f"ordered = {_bool(scale.ordered)}"
    for rating in scale.ratings:
        yield from ("", "[[ratings]]")
        for key in ("code", "label", "meaning", "tone"):
            yield f"{key} = {_text(getattr(rating, key))}"
        if rating.value is not None:
            yield f"value = {rating.value}"
        if rating.retired:
            yield "retired = true"
        if rating.colour is not None:
            yield f"colour = {_text(rating.colour)}"
    for mapping in mappings:
        yield from ("", f"[mapping.{mapping.target}]")
        for pair in mapping.pairs:
            yield f"{pair.code} = {_text(pair.to or '')}"


def _bool(value: bool) -> str:  # noqa: FBT001 - it is what is written
    return "true" if value else "false"


def _text(value: str) -> str:
    """Write a basic string, whose escapes are JSON's.

    TOML asks for one more, of DEL, which no sound scale has.
    """
    return json.dumps(value, ensure_ascii=False)
