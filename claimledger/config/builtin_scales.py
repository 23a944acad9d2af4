"""The rating scales that come with the package, one TOML file each."""

from __future__ import annotations

from claimledger.domain.scales import Scale, ScaleId

DEFAULT = ScaleId("default")
NAMES = (DEFAULT, ScaleId("politifact"), ScaleId("averitec"), ScaleId("true-false"))


def builtin_scales() -> tuple[Scale, ...]:
    """Read every built-in scale, the default one first."""
    return tuple(builtin_scale(name) for name in NAMES)


def builtin_scale(name: ScaleId) -> Scale:
    """Read the built-in scale of this name, one of ``NAMES``."""
    from importlib import resources

    from claimledger.config.scale_files import parse_scale

    file = resources.files("claimledger.config") / "scales" / f"{name}.toml"
    return parse_scale(file.read_text(encoding="utf-8"), name=f"{name}.toml").scale
