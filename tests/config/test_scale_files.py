"""Scales as TOML: what is written reads back, and what is wrong is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.config.scale_files import parse_scale, read_scale_file, write_scale
from claimledger.domain.outside import line
from claimledger.domain.scale_rules import check_scale
from claimledger.domain.scales import (
    COLOURS,
    MappedRating,
    Rating,
    Scale,
    ScaleId,
    ScaleMapping,
    Tone,
    folded,
)
from claimledger.errors import UsageError

DESK = """\
id = "desk"
title = "Our desk"
ordered = true

[[ratings]]
code = "right"
label = "Right"
meaning = "It is so."
tone = "true"
value = 2
colour = "#2a9d8f"

[[ratings]]
code = "wrong"
label = "Wrong"
meaning = "It is not so."
tone = "false"
value = 1

[[ratings]]
code = "satire"
label = "Satire"
meaning = "Not meant to be believed."
tone = "none"
retired = true

[mapping.default]
wrong = "false"
satire = ""
"""

names = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
words = st.text(min_size=1).map(line).filter(folded)
colours = st.none() | st.sampled_from(COLOURS) | st.from_regex("#[0-9a-fA-F]{6}", fullmatch=True)


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """Draw a sound scale, ordered or not."""
    ordered = draw(st.booleans())
    labels = draw(st.lists(words, min_size=2, max_size=6, unique_by=folded))
    codes = st.lists(
        names.filter(lambda code: folded(code) not in set(map(folded, labels))),
        min_size=len(labels),
        max_size=len(labels),
        unique_by=folded,
    )
    numbers = sorted(
        draw(
            st.lists(
                st.integers(1, 2**53 - 1),
                min_size=len(labels),
                max_size=len(labels),
                unique=True,
            )
        ),
        reverse=True,
    )
    truth = list(Tone)
    tones = sorted(
        draw(st.lists(st.sampled_from(truth), min_size=len(labels), max_size=len(labels))),
        key=truth.index,
    )
    ratings = tuple(
        Rating(
            code=code,
            label=label,
            meaning=draw(words),
            tone=tone,
            value=number if ordered else None,
            retired=place > 1 and draw(st.booleans()),
            colour=draw(colours),
        )
        for place, (code, label, tone, number) in enumerate(
            zip(draw(codes), labels, tones, numbers, strict=True)
        )
    )
    return Scale(
        id=ScaleId(draw(names.filter(lambda name: name != "ledger"))),
        version=draw(st.integers(1, 2**53 - 1)),
        title=draw(words),
        ordered=ordered,
        ratings=ratings,
    )


@given(scale=scales(), data=st.data())
def test_a_scale_reads_back_as_it_was_written(scale: Scale, data: st.DataObject) -> None:
    targets = data.draw(st.lists(names, max_size=2, unique=True))
    mappings = tuple(
        ScaleMapping(
            source=scale.id,
            target=ScaleId(target),
            pairs=tuple(
                MappedRating(code=rating.code, to=data.draw(st.none() | names))
                for rating in scale.ratings
                if data.draw(st.booleans())
            ),
        )
        for target in targets
    )
    check_scale(scale)

    read = parse_scale(write_scale(scale, mappings), name="scale.toml")

    assert read.scale == scale
    assert read.version == scale.version
    assert read.mappings == mappings


def test_a_file_is_read_with_its_mappings(tmp_path: Path) -> None:
    file = tmp_path / "desk.toml"
    file.write_bytes(b"\xef\xbb\xbf" + DESK.replace("\n", "\r\n").encode())
    read = read_scale_file(file)
    [right, wrong, satire] = read.scale.ratings
    [mapping] = read.mappings

    assert (read.scale.id, read.version, read.scale.version) == ("desk", None, 1)
    assert (right.colour, right.value, wrong.tone) == ("#2a9d8f", 2, Tone.FALSE)
    assert (satire.retired, satire.value) == (True, None)
    assert mapping.target == "default"
    assert [(pair.code, pair.to) for pair in mapping.pairs] == [
        ("wrong", "false"),
        ("satire", None),
    ]


def test_a_meaning_may_be_written_on_several_lines() -> None:
    toml = DESK.replace('"It is so."', '"""\nIt is\n  so."""')

    assert parse_scale(toml, name="desk.toml").scale.rating("right").meaning == "It is so."


MISTAKES = {
    "no TOML": ('title = "Our desk"', "title = Our desk", r"is no TOML: .*line 2"),
    "unknown key": ("colour =", "color =", r'rating 1 \("right"\) has "color"'),
    "unknown key of the scale": ("ordered =", "sorted =", 'the scale has "sorted"'),
    "missing": ('title = "Our desk"\n', "", 'the scale lacks "title"'),
    "missing in a rating": ('label = "Wrong"\n', "", r'rating 2 \("wrong"\) lacks "label"'),
    "text for a number": ("value = 2", 'value = "2"', '"value" must be a whole number'),
    "yes for a number": ("value = 2", "value = true", '"value" must be a whole number'),
    "half a number": ("value = 2", "value = 2.5", '"value" must be a whole number'),
    "text for yes": ("ordered = true", 'ordered = "yes"', '"ordered" must be true or false'),
    "number for text": ('label = "Right"', "label = 1", '"label" must be text in quotes'),
    "tone": ('tone = "none"', 'tone = "satire"', 'the tone "satire"'),
    "rule": ("value = 1", "value = 2", '"right" .2. before "wrong" .2.'),
    "colour": ("#2a9d8f", "#2a9d8", "is no colour"),
    "mapped code": ('wrong = "false"', 'false = "false"', 'has no rating "false"'),
    "mapped to a number": ('wrong = "false"', "wrong = 1", "maps wrong to what is no text"),
    "mapping": ("[mapping.default]\n", "[mapping]\n", r"\[mapping.wrong\] is no table"),
    "deep": ("[mapping.default]", f"x = {'[' * 9000}", "is no TOML"),
}


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_file_and_place(old: str, new: str, message: str) -> None:
    assert old in DESK
    with pytest.raises(UsageError, match=f"(?s)^desk.toml:? .*{message}"):
        parse_scale(DESK.replace(old, new), name="desk.toml")


def test_a_key_that_is_nearly_right_is_told() -> None:
    with pytest.raises(UsageError) as caught:
        parse_scale(DESK.replace("colour =", "color ="), name="desk.toml")

    assert caught.value.hint == 'Did you mean "colour"?'


@pytest.mark.parametrize(
    "toml", ['ratings = ["true", "false"]', "ratings = 3"], ids=["texts", "number"]
)
def test_ratings_that_are_no_tables_are_told_how_to_begin(toml: str) -> None:
    head = 'id = "desk"\ntitle = "Our desk"\nordered = false\n'
    with pytest.raises(UsageError) as caught:
        parse_scale(head + toml, name="desk.toml")

    assert "[[ratings]]" in caught.value.message + caught.value.hint


def test_a_file_that_is_no_text_or_not_there_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").write_bytes(b"SQLite format 3\x00\xff\xfe")
    with pytest.raises(UsageError, match=r"ledger\.db is no text"):
        read_scale_file(tmp_path / "ledger.db")
    with pytest.raises(UsageError, match=r"gone\.toml cannot be read: No such file"):
        read_scale_file(tmp_path / "gone.toml")
    with pytest.raises(UsageError, match="cannot be read"):
        read_scale_file(tmp_path)


@pytest.mark.parametrize(
    "number", ["9" * 5000, "0x" + "f" * 5000, str(2**53), f"-{2**53}"], ids=lambda n: n[:9]
)
@pytest.mark.parametrize("place", ["value = 2", 'id = "desk"'], ids=["value", "version"])
def test_a_number_that_is_too_large_is_named(place: str, number: str) -> None:
    there = f"value = {number}" if place.startswith("value") else f"{place}\nversion = {number}"
    with pytest.raises(UsageError, match=r"^desk\.toml: .* too many digits") as caught:
        parse_scale(DESK.replace(place, there), name="desk.toml")

    assert str(2**53 - 1) in caught.value.hint


def test_a_file_that_is_too_deep_is_no_scale() -> None:
    with pytest.raises(UsageError, match=r"^desk\.toml is no TOML"):
        parse_scale("id = " + "[" * 9000, name="desk.toml")
