"""Text without trees, labelled by the teacher: more to learn from than the treebanks hold.

Articles are JSON lines with a field ``text``; a folder holds text files, plain or with a
tag after each word (``Iraq_NNP clears_VBZ``). The package's pipeline learnt from

- English Wikinews of 2019 and 2020 (CC BY 2.5), as github.com/vanatteveldt/wikinews has it;
- the written part of MASC, the Manually Annotated Sub-Corpus of the American National
  Corpus (Ide, Baker, Fellbaum, Fillmore and Passonneau, 2008; free for any use), and
- the State of the Union addresses of 1945 to 2006 (public domain), both as
  github.com/nltk/nltk_data has them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimledger.splitting.paragraphs import is_prose, paragraphs_of, without_dateline
from claimledger.splitting.parsing import compact
from claimledger.splitting.plain import plain
from claimledger.splitting.sentences import sentences_of
from training.teacher import Parse, Teacher, is_tree

WORDS = range(5, 61)
"""How many words a sentence must have to be worth learning from."""
CERTAIN = 0.9
"""The certainty below which the teacher's parse is not learnt."""
TELLING = 8
"""How many words in a row two texts share only if one comes from the other."""

_TAGGED = re.compile(r"\S+_[^\s_]+")
_WORD = re.compile(r"\w+")


def silver(
    teacher: Teacher, sources: Iterable[Path], unseen: Iterable[str], vocab: Vocab
) -> list[Doc]:
    """Return the sentences of ``sources`` with the teacher's trees, the doubtful left out.

    A text that shares a sentence with one of ``unseen`` is left out whole, so that
    measurements stay honest.
    """
    nlp = spacy.blank("en", vocab=vocab)
    known = frozenset(line for text in unseen for line in fingerprints(text))
    docs: dict[str, Doc] = {}
    for text in texts(sources):
        if known.isdisjoint(fingerprints(text)):
            docs |= {doc.text: doc for doc in sentences(nlp, text) if len(doc) in WORDS}
    given = list(docs.values())
    labelled = [
        document(doc, parse)
        for doc, parse in zip(given, teacher.parse(given), strict=True)
        if parse.certainty >= CERTAIN and is_tree(parse)
    ]
    print(f"silver: {len(labelled)} of {len(given)} sentences, {sum(map(len, labelled))} words")
    return labelled


def texts(sources: Iterable[Path]) -> Iterator[str]:
    """Yield the texts of JSON-lines files and of folders."""
    for source in sources:
        if source.is_dir():
            for path in sorted(source.glob("*.txt")):
                yield path.read_text(encoding="utf-8", errors="replace")
        else:
            for line in source.read_text(encoding="utf-8").splitlines():
                yield json.loads(line)["text"]


def fingerprints(text: str) -> frozenset[str]:
    """Return the sentences of a text that are long enough to recognise, in bare words."""
    untagged = words_of(text) if is_tagged(text) else text
    parts = re.split(r"[.!?\n]+", plain(untagged).lower())
    bare = (_WORD.findall(part) for part in parts)
    return frozenset(" ".join(words) for words in bare if len(words) >= TELLING)


def sentences(nlp: Language, text: str) -> Iterator[Doc]:
    """Yield the sentences of a text as the splitter would give them to the parser."""
    if is_tagged(text):
        for line in words_of(text).splitlines():
            if line[-1:] in {".", "?", "!", '"'}:
                yield nlp.make_doc(plain(line))
        return
    for paragraph in paragraphs_of(text):
        if is_prose(text[paragraph.start : paragraph.end]):
            for span in sentences_of(text, without_dateline(text, paragraph)):
                yield nlp.make_doc(compact(text, span)[0])


def is_tagged(text: str) -> bool:
    """Tell whether the words of a text bear tags."""
    start = text[:2_000].split()
    return bool(start) and sum(bool(_TAGGED.fullmatch(word)) for word in start) > len(start) / 2


def words_of(text: str) -> str:
    """Return a tagged text without its tags, a sentence a line."""
    lines = (line.split() for line in text.splitlines())
    return "\n".join(" ".join(w.rpartition("_")[0] or w for w in line) for line in lines)


def document(doc: Doc, parse: Parse) -> Doc:
    """Return a document with the teacher's labels; lemmas and names stay unknown."""
    tags: Sequence[tuple[str, str, str]] = [tag.partition("|") for tag in parse.tags]
    return Doc(
        doc.vocab,
        words=[word.text for word in doc],
        spaces=[bool(word.whitespace_) for word in doc],
        pos=[pos for pos, _, _ in tags],
        morphs=[features for _, _, features in tags],
        heads=parse.heads,
        deps=parse.deps,
        sent_starts=[word.i == 0 for word in doc],
    )
