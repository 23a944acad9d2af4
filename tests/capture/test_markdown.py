from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimledger.capture import capture_bytes
from claimledger.capture.markdown import prose_of

MARKS = ["#", "*", "_", "[", "](", ")", "`", "```\n", "---\n", "> ", "- ", "|", "<b>", "\n", "a"]


def test_a_document_becomes_plain_paragraphs() -> None:
    source = """# Jobs are *up*

Unemployment fell to **five** percent,
said [the council](https://example.org "Council").[^1]

- First `item`.
- Second item.

> Quoted words.

```python
dropped()
```

![A chart](chart.png)

<div>Kept <b>words</b>.<script>dropped()</script></div>

[^1]: The note.
"""
    assert prose_of(source)[0].split("\n\n") == [
        "Jobs are up",
        "Unemployment fell to five percent, said the council.",
        "First item.",
        "Second item.",
        "Quoted words.",
        "Kept words.",
        "The note.",
    ]


def test_front_matter_is_metadata_and_not_text() -> None:
    source = b"""---
title: "Jobs: up"
authors:
  - Jane Doe
  - 'Sam Poe'
date: 2024-03-05T10:00:00Z
tags: [a, b]
---
Five percent.
"""
    captured = capture_bytes(source.replace(b"\n", b"\r\n"), name="a.md")

    assert captured.text == "Five percent."
    assert captured.title == "Jobs: up"
    assert captured.author == "Jane Doe; Sam Poe"
    assert (captured.published, captured.published_guessed) == ("2024-03-05", False)


@pytest.mark.parametrize(
    ("field", "author"),
    [
        ("author: Jane Doe # staff", "Jane Doe"),
        ("authors: [Jane Doe, 'Sam Poe']", "Jane Doe; Sam Poe"),
        ("author:", None),
    ],
)
def test_authors_are_written_in_many_ways(field: str, author: str | None) -> None:
    assert prose_of(f"---\n{field}\n---\nText.")[1].author == author


def test_a_date_that_is_none_is_left_out() -> None:
    assert prose_of("---\ndate: 2024-13-45\n---\nText.")[1].published is None
    assert prose_of("---\ndate: yesterday\n---\nText.")[1].published is None


def test_a_rule_is_no_front_matter() -> None:
    assert prose_of("Text.\n\n---\n\nMore.")[0] == "Text.\n\nMore."


def test_a_table_row_is_a_paragraph() -> None:
    assert prose_of("| a | b |\n|---|---|\n| 1 | 2 |\n")[0] == "a | b\n\n1 | 2"


@settings(deadline=None)  # the first example loads the libraries
@given(st.lists(st.sampled_from(MARKS)).map("".join))
def test_any_marks_become_paragraphs_without_blank_ones(source: str) -> None:
    text, _ = prose_of(source)

    assert "\n\n\n" not in text
    assert text == text.strip()
