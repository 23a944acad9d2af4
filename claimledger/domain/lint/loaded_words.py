"""Loaded words: a claim's text that already says how its check came out.

Readers and programs take a claim's text for what was claimed. "The false claim that the bridge
is closed" under the rating False says that it is open, or closed, or both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_WRONG: Final = r"""(?:
    false | untrue | not\ true | fake | bogus | wrong | incorrect | inaccurate | erroneous
    | misleading | baseless | groundless | unfounded | unproven | unsubstantiated
    | debunked | disproven | disproved | discredited | fabricated | made[ -]up
)"""
_FABLE: Final = r"(?:(?:a\ )?(?:lie|hoax|myth|fabrication) | pants\ on\ fire)"
_RATING: Final = rf"(?:(?:mostly\ |partly\ |half[- ]|largely\ )?(?:{_WRONG}|true) | {_FABLE})"
_CLAIM: Final = r"""(?:
    claims? | statements? | assertions? | allegations? | accusations? | rumou?rs? | stor(?:y|ies)
    | reports? | theor(?:y|ies) | narratives? | myths? | posts? | suggestions? | notions?
)"""
_IS: Final = r"(?:is|was|are|were|has\ been|have\ been|turned\ out\ to\ be|proved\ to\ be|'s|’s)"
_QUITE: Final = r"(?:\ (?:simply|just|completely|totally|entirely|now|since|all|of\ course))?"

_LOADED: Final = re.compile(
    rf"""
    # "False: …", "[Fake] …", "Fact check: …", "Myth – …"
    ^ [\[(]? (?:{_RATING} | fact[- ]?check) [\])]? \s* (?: [:–—] | (?<=[\])]) )
    # "It is false that …", "It's a myth that …"
    | ^ it (?:\ is|'s|’s|\ was) {_QUITE} \ (?:{_RATING}|not\ the\ case) \ that \b
    # "the false claim that …", "a debunked theory about …" at the start
    | \b {_WRONG} (?:\ \w+)? \ {_CLAIM} \ (?:that|claiming|saying|suggesting|alleging) \b
    | ^ (?:(?:an?|the|this|these) \ )? (?:\w+ \ )? {_WRONG} (?:\ \w+)? \ {_CLAIM}
      (?: \ about \b | : )
    # "X falsely claims that …"
    | \b (?:falsely|wrongly|incorrectly|misleadingly|erroneously|baselessly) \ (?:
        claims? | claimed | says? | said | states? | stated | asserts? | asserted | alleges?
        | alleged | suggests? | suggested | shows? | showed
      ) \b
    # "…, which is false", "… but that isn't true"
    | (?: \bwhich | [,;:–—-] \s* (?:but\ |and\ )? (?:this|that|it) | \bbut\ (?:this|that|it) )
      (?: \ ?{_IS} {_QUITE} \ (?:{_WRONG}|{_FABLE}) \b (?!\ to\b)
        | \ (?:is|was|are|were)n['’]t {_QUITE} \ (?:true|correct|accurate|the\ case) \b )
    # "… (false)", "…: Mostly false"
    | [\[(:–—] \s* {_RATING} [\])]? [.!]? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENDS: Final = " \t.!?)]”\"'"
_BEGINS: Final = ":–—([-"


def loaded_words(text: str, labels: Iterable[str] = ()) -> str | None:
    """Return the words of a claim's text that give its rating away, None where none do.

    The words are English ones. ``labels`` are those of its ratings, in any language: they are
    looked for at the text's beginning and end, set apart from the rest.
    """
    if found := _LOADED.search(text):
        return found.group().strip()
    return next((label for label in labels if _is_tagged_on(text, label)), None)


def _is_tagged_on(text: str, label: str) -> bool:
    told, wanted = text.casefold(), label.casefold()
    before, found, _ = told.rstrip(_ENDS).rpartition(wanted)
    if found and told.rstrip(_ENDS).endswith(wanted) and before.rstrip().endswith(tuple(_BEGINS)):
        return True
    rest = told.lstrip("[(")
    return rest.startswith(wanted) and rest[len(wanted) :].lstrip("]) ").startswith((":", "–", "—"))
