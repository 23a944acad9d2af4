"""The forms of the verbs of saying, for lemmas that a parser gets wrong."""

from __future__ import annotations

from collections.abc import Mapping

from claimledger.splitting.english.words import SAYING

_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "forecast": "forecast",
    "thought": "think", "found": "find", "shown": "show",
    "read": "read", "felt": "feel", "held": "hold", "understood": "understand",
}  # fmt: skip
_VOWELS = frozenset("aeiou")
_DOUBLED = frozenset({"quip", "admit"})
"""Verbs that double their last letter: "quipped"."""


def _forms(verb: str) -> set[str]:
    """Return the regular forms of a verb, the infinitive included."""
    stem = verb.removesuffix("e")
    doubled = verb + verb[-1] if verb in _DOUBLED else stem
    if verb[-1] == "y" and verb[-2] not in _VOWELS:
        return {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
    es = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    return {verb, es, f"{doubled}ed", f"{doubled}ing"}


def _all_forms() -> Mapping[str, str]:
    """Return the verb of every form; what is irregular first."""
    regular = {form: verb for verb in sorted(SAYING) for form in _forms(verb)}
    return regular | {form: verb for form, verb in _IRREGULAR.items() if verb in SAYING}


VERB_OF_SAYING: Mapping[str, str] = _all_forms()
"""The infinitive of every form of every verb of saying."""
