"""Markdown to plain prose, and its front matter to metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from claimledger.capture.metadata import Metadata, iso_date

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_FIELD = re.compile(
    r"^(title|authors?|date)[ \t]*:[ \t]*(.*)((?:\n[ \t]*-[ \t]+.*)*)", re.MULTILINE
)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")


def prose_of(source: str) -> tuple[str, Metadata]:
    """Render Markdown to paragraphs apart by blank lines, without marks.

    Headings, list items and table rows become paragraphs; links leave their words;
    code blocks, images and HTML tags are dropped.
    """
    from markdown_it import MarkdownIt

    metadata, body = _front_matter(source)
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    paragraphs = (_tidy(paragraph) for paragraph in _paragraphs(tokens))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph), metadata


def _front_matter(source: str) -> tuple[Metadata, str]:
    """Split off the front matter, reading only the few fields that are metadata."""
    found = _FRONT_MATTER.match(source)
    if found is None:
        return Metadata(), source
    fields: dict[str, str] = {}
    for name, value, items in _FIELD.findall(found.group(1)):
        listed = [value, *re.split(r"\n[ \t]*-[ \t]+", items)]
        fields.setdefault(name.rstrip("s"), "; ".join(filter(None, map(_scalar, listed))))
    metadata = Metadata(
        title=fields.get("title") or None,
        author=fields.get("author") or None,
        published=iso_date(fields.get("date")),
    )
    return metadata, source[found.end() :]


def _scalar(value: str) -> str:
    """Read a YAML value as far as a title or a name needs it."""
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return "; ".join(filter(None, map(_scalar, value[1:-1].split(","))))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return re.split(r"\s#", value, maxsplit=1)[0].strip()


def _paragraphs(tokens: Iterable[Token]) -> Iterator[str]:
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield " | ".join(row or ())
            row = None
        elif token.type == "html_block":
            yield from _words_of_html(token.content).split("\n\n")
        elif token.type == "inline":
            text = _inline(token.children or ())
            if row is None:
                yield text
            else:
                row.append(text)


def _inline(tokens: Iterable[Token]) -> str:
    pieces = []
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            pieces.append(token.content)
        elif token.type == "softbreak":
            pieces.append(" ")
        elif token.type == "hardbreak":
            pieces.append("\n")
    return _FOOTNOTE.sub("", "".join(pieces))


def _tidy(paragraph: str) -> str:
    return "\n".join(" ".join(line.split()) for line in paragraph.strip().split("\n"))


def _words_of_html(source: str) -> str:
    parser = _Words()
    parser.feed(source)
    parser.close()
    return "".join(parser.words)


class _Words(HTMLParser):
    """Collects the words between tags, but for scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._is_hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's signature
        self._is_hidden = tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
        self._is_hidden = False

    def handle_data(self, data: str) -> None:
        if not self._is_hidden:
            self.words.append(data)
