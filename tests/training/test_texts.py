"""Texts for the teacher: read, recognised and cut as the splitter would."""

from __future__ import annotations

import json
from pathlib import Path

import spacy

from training.texts import fingerprints, is_tagged, sentences, texts, without_tags

TAGGED = (
    "By_IN Ann_NNP Lee_NNP \n\nIraq_NNP 's_POS leader_NN agreed_VBD ,_, Hall_NNP said_VBD ._. \n"
)
PLAIN = (
    "A headline\n\nLONDON (Reuters) - The minister\u2019s office said on Monday that it agreed."
    " Dr. Lee left."
)


def words(text: str) -> list[list[str]]:
    return [[word.text for word in doc] for doc in sentences(spacy.blank("en"), text)]


def test_headlines_and_datelines_are_left_out_and_quotation_marks_made_plain() -> None:
    said = ["The", "minister", "'s", "office", "said", "on", "Monday", "that", "it", "agreed", "."]
    assert words(PLAIN) == [said, ["Dr.", "Lee", "left", "."]]


def test_a_tagged_text_loses_its_tags_and_its_lines_without_a_stop() -> None:
    assert words(TAGGED) == [["Iraq", "'s", "leader", "agreed", ",", "Hall", "said", "."]]


def test_a_word_with_an_underscore_loses_only_its_tag() -> None:
    assert without_tags("snake_case_NN is_VBZ fine") == "snake_case is fine"


def test_a_plain_text_is_not_taken_for_a_tagged_one() -> None:
    assert is_tagged(TAGGED)
    assert not is_tagged(PLAIN)
    assert not is_tagged("")


def test_a_text_is_recognised_by_a_long_sentence_in_other_spelling_or_with_tags() -> None:
    known = fingerprints("The minister\u2019s office said on Monday that it agreed.")
    sentence = "The minister 's office said on Monday that it agreed"
    tagged = " ".join(f"{word}_X" for word in sentence.split())
    assert known & fingerprints(f"Before. {sentence.upper()}! After.")
    assert known & fingerprints(f"{tagged} ._.")


def test_a_short_sentence_gives_no_text_away() -> None:
    assert not fingerprints("Dr. Lee left. He said nothing at all.")


def test_texts_come_from_json_lines_and_from_folders(tmp_path: Path) -> None:
    lines = tmp_path / "articles.jsonl"
    article = json.dumps({"text": "One.\u2028Two."}, ensure_ascii=False)
    lines.write_text(f"{article}\n", encoding="utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "b.txt").write_text("B.", encoding="utf-8")
    (folder / "a.txt").write_text("A.", encoding="utf-8")
    (folder / "notes.md").write_text("C.", encoding="utf-8")
    assert list(texts([lines, folder])) == ["One.\u2028Two.", "A.", "B."]
