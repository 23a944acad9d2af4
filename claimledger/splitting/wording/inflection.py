"""English word forms that a sentence needs when its words find a new place."""

from __future__ import annotations

from functools import lru_cache

from claimledger.splitting.document import Sentence
from claimledger.splitting.english.words import MODALS

_PLURAL_TO_SINGULAR = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "'re": "is",
    "'ve": "has",
    "am": "is",
    "'m": "is",
    "aren't": "isn't",
}


@lru_cache(maxsize=4096)
def _inflected(lemma: str, tag: str) -> str:
    """Return one form of a verb by its Penn tag."""
    from lemminflect import getInflection

    forms = getInflection(lemma, tag=tag)
    return str(forms[0]) if forms else lemma


def past(lemma: str, *, plural: bool) -> str:
    """Return the past tense of a verb."""
    if lemma == "be":
        return "were" if plural else "was"
    return _inflected(lemma, "VBD")


def present(lemma: str, *, plural: bool) -> str:
    """Return the third person present of a verb."""
    if lemma == "be":
        return "are" if plural else "is"
    if lemma == "have":
        return "have" if plural else "has"
    return lemma if plural else _inflected(lemma, "VBZ")


def singular_form(sentence: Sentence, verb: int) -> str | None:
    """Return the form of a finite verb for a third person singular, None if the same."""
    token = sentence[verb]
    if token.text.isupper() and len(token.text) > 1:
        return None  # shouted words carry wrong features
    if token.lower in _PLURAL_TO_SINGULAR:
        return _PLURAL_TO_SINGULAR[token.lower]
    if token.lower in MODALS or token.has("Tense", "Past") or token.pos not in {"VERB", "AUX"}:
        return None
    if (
        token.has("VerbForm", "Fin")
        and token.has("Tense", "Pres")
        and token.lower == token.lemma.lower()
    ):
        return _inflected(token.lemma.lower(), "VBZ")
    return None


def be(*, past_tense: bool, plural: bool) -> str:
    """Return the form of "be" for a tense and a number."""
    return past("be", plural=plural) if past_tense else present("be", plural=plural)


def possessive(name: str, *, many: bool = False) -> str:
    """Return a name in the possessive; ``many`` for one that names more than one."""
    if name.endswith(("'s", "\u2019s", "s'", "s\u2019")):
        return name
    plural = name.endswith("s") and (many or name[:1].islower())
    return name + ("'" if plural else "'s")
