"""The built-in splitter: rules over a parse, offline."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from claimledger.splitters.splitter import Splitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesSplitter:
    """Splits with the rules and the pipeline that come with the package."""

    model: Path | None = None
    """A folder with another spaCy pipeline, whose labels are Universal Dependencies."""
    name: ClassVar[str] = "rules"

    @property
    def version(self) -> str:
        """The version of the rules."""
        from claimledger.splitting.run import SPLITTER

        return SPLITTER.removeprefix(f"{self.name}/")

    def split(self, text: str, *, language: str) -> Splitting:
        """Split a text; a language without a pipeline is split into sentences."""
        from claimledger.splitting.run import notices_of, split

        claims = split(text, language=language, model=self.model)
        notices = [] if self.model is not None else notices_of(text, language=language)
        return Splitting(
            claims=tuple(claims),
            splitter=f"{self.name}/{self.version}",
            diagnostics=tuple(notices),
        )
