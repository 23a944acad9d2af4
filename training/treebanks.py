"""Read UD treebanks (CoNLL-U) into spaCy documents, one sentence each.

One sentence a document, because the splitter cuts sentences before it parses. Names
come from GUM's ``Entity`` column; EWT has none, and its documents leave names unknown
rather than absent, so that the name finder learns from GUM alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from claimledger.splitting.cutting.plain import plain

FEATURES = frozenset(
    {
        "Case",
        "Definite",
        "Degree",
        "Gender",
        "Mood",
        "Number",
        "NumType",
        "Person",
        "Polarity",
        "Poss",
        "PronType",
        "Reflex",
        "Tense",
        "VerbForm",
        "Voice",
    }
)
"""The morphological features the splitter reads; fewer labels are learned better."""

NAMES = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "PLACE",
    "event": "EVENT",
    "object": "WORK",
}
"""GUM's entity types that have names, and our label for each."""

INSIDE_A_NAME = frozenset({"flat", "compound", "amod", "nummod", "goeswith"})
"""Relations by which a word belongs to the name whose head it hangs on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One word of a treebank: 0-based ``head`` (itself for the root)."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    dep: str
    space: bool
    entity: str


def documents(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """Yield one document for each sentence of a CoNLL-U file."""
    named = "Entity=" in path.read_text(encoding="utf-8")[:200_000]
    for rows in sentences(path):
        doc = Doc(
            vocab,
            words=[row.form for row in rows],
            spaces=[row.space for row in rows],
            pos=[row.upos for row in rows],
            morphs=[row.feats for row in rows],
            lemmas=[row.lemma for row in rows],
            heads=[row.head for row in rows],
            deps=[row.dep for row in rows],
            sent_starts=[index == 0 for index in range(len(rows))],
        )
        if named:
            doc.set_ents(
                [Span(doc, start, end, label) for start, end, label in names(rows)],
                default="outside",
            )
        yield doc


def sentences(path: Path) -> Iterator[list[Row]]:
    """Yield the words of each sentence, multiword tokens taken apart."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows: list[Row] = []
        glued_until, space_after_glued = 0, True
        for line in block.splitlines():
            if line.startswith("#"):
                continue
            cells = line.split("\t")
            if "." in cells[0]:
                continue
            space = "SpaceAfter=No" not in cells[9].split("|")
            if "-" in cells[0]:
                glued_until = int(cells[0].split("-")[1])
                space_after_glued = space
                continue
            number, head = int(cells[0]), int(cells[6])
            if number <= glued_until:
                space = number == glued_until and space_after_glued
            rows.append(
                Row(
                    form=plain(cells[1].replace(" ", "")),
                    lemma=cells[2],
                    upos=cells[3],
                    feats=kept_features(cells[5]),
                    head=(head or number) - 1,
                    dep="ROOT" if cells[7] == "root" else cells[7],
                    space=space,
                    entity=field(cells[9], "Entity"),
                )
            )
        if rows:
            yield rows


def kept_features(cell: str) -> str:
    """Drop the features the splitter does not read."""
    return "|".join(f for f in cell.split("|") if f.split("=")[0] in FEATURES)


def field(misc: str, key: str) -> str:
    """Return one field of the MISC column, or the empty string."""
    for part in misc.split("|"):
        if part.startswith(key + "="):
            return part[len(key) + 1 :]
    return ""


def mentions(rows: list[Row]) -> Iterator[tuple[int, int, str]]:
    """Yield (first word, end, entity type) for every mention that closes in the sentence."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for index, row in enumerate(rows):
        for start, inner, end in re.findall(r"(\()?([^()]+)(\))?", row.entity):
            identity, *rest = inner.split("-")
            if start:
                opened.setdefault(identity, []).append((index, rest[0] if rest else ""))
            if end and opened.get(identity):
                first, kind = opened[identity].pop()
                yield first, index + 1, kind


def names(rows: list[Row]) -> list[tuple[int, int, str]]:
    """Find the names: the words of a mention that make up its proper-noun head.

    GUM's mentions are whole noun phrases ("Professor X, Director of ..."), so each is
    cut to the unbroken run around its head. Where two overlap, the longer stays.
    """
    found = []
    for start, end, kind in mentions(rows):
        heads = [
            i for i in range(start, end) if not start <= rows[i].head < end or rows[i].head == i
        ]
        if kind not in NAMES or len(heads) != 1 or rows[heads[0]].upos != "PROPN":
            continue
        words = name_words(rows, heads[0], start, end, whole=kind != "person")
        found.append((words[0], words[-1] + 1, NAMES[kind]))
    kept: list[tuple[int, int, str]] = []
    for first, last, label in sorted(set(found), key=lambda n: (n[0] - n[1], n)):
        if all(last <= other[0] or first >= other[1] for other in kept):
            kept.append((first, last, label))
    return sorted(kept)


def name_words(rows: list[Row], head: int, start: int, end: int, *, whole: bool) -> list[int]:
    """Return the unbroken run of words around ``head`` that belong to its name.

    With ``whole``, a prepositional part in capitals belongs to it too, as in
    "University of Calgary"; a person's does not.
    """
    words = {head}
    grew = True
    while grew:
        grew = False
        for i in range(start, end):
            if i in words or rows[i].head not in words or rows[i].head == i:
                continue
            relation = rows[i].dep.split(":")[0]
            inside = relation in INSIDE_A_NAME and rows[i].form[:1].isupper()
            linked = whole and relation in {"nmod", "conj"} and rows[i].upos == "PROPN"
            glue = whole and relation in {"case", "cc", "punct"} and rows[i].head != head
            if inside or linked or glue or rows[i].dep == "flat":
                words.add(i)
                grew = True
    first = last = head
    while first - 1 in words:
        first -= 1
    while last + 1 in words:
        last += 1
    return list(range(first, last + 1))
