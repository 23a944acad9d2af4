"""The rating scales that come with the package, one TOML file each."""

from __future__ import annotations

from importlib import resources

from claimledger.domain import codec
from claimledger.domain.scales import Scale, ScaleId

DEFAULT = ScaleId("default")
NAMES = (DEFAULT, ScaleId("politifact"), ScaleId("averitec"))


def builtin_scales() -> tuple[Scale, ...]:
    """Read every built-in scale, the default one first."""
    return tuple(read_scale(_source(name)) for name in NAMES)


def read_scale(toml: str) -> Scale:
    """Read a scale from TOML with ``id, version, title, ordered`` and ``[[ratings]]``.

    Raises:
        EventError: A field is missing, unknown or of another type.
    """
    import tomllib

    return codec.from_json(Scale, tomllib.loads(toml), at="scale")


def _source(name: str) -> str:
    folder = resources.files("claimledger.config") / "scales"
    return (folder / f"{name}.toml").read_text(encoding="utf-8")
