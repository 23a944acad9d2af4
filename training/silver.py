"""Text without trees, labelled by the teacher: more to learn from than the treebanks hold.

The package's pipeline learnt from

- English Wikinews of 2019 and 2020 (CC BY 2.5), as github.com/vanatteveldt/wikinews has it;
- the written part of MASC, the Manually Annotated Sub-Corpus of the American National
  Corpus (Ide, Baker, Fellbaum, Fillmore and Passonneau, 2008), which may be used for
  "research, and development, including commercial development"; and
- the State of the Union addresses of 1945 to 2006 (public domain), both as
  github.com/nltk/nltk_data has them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.teacher import Parse, Teacher, is_tree
from training.texts import fingerprints, sentences, texts

WORDS = range(5, 61)
"""How many words a sentence must have to be worth learning from."""
CERTAIN = 0.9
"""The certainty below which the teacher's parse is not learnt."""


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


def document(doc: Doc, parse: Parse) -> Doc:
    """Return a document with the teacher's labels; lemmas and names stay unknown."""
    tags = [tag.partition("|") for tag in parse.tags]
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
