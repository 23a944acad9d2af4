"""Which English words a quote may lose or gain, and which words are the same word.

The list of those that weigh is long on purpose: to say that a passage was not found costs
a second look, to find one that says something else costs a correction.
"""

from __future__ import annotations

import re
import unicodedata

from claimledger.splitting.english.words import (
    AUXILIARIES,
    CONNECTIVES,
    FOCUS,
    HEDGES,
    OPENERS,
    QUESTIONING,
    TOGETHER,
    VAGUE,
    words_in,
)

ARTICLES = words_in("a an the this that these those which")
"""Words that may stand for one another, or be left out."""

ENGLISH = words_in(
    """
    the and that to of with for which this from by it are be have has had will their its said
    been were would he she they his her not but who than there what when more about as is was
    on in at an a we our you i or if no can could should all my
    """
)
"""Words of which every English sentence has some."""

DENIALS = words_in("not never no")

_NUMBERS = words_in(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
    ninety hundred hundreds thousand thousands million millions billion billions trillion
    trillions dozen dozens half halves third thirds quarter quarters fifth fifths sixth seventh
    eighth ninth tenth first second double doubled triple tripled twice thrice once single
    couple pair percent percentage per cent tens scores
    """
)
_NEGATIONS = words_in(
    """
    not n't no never none neither nor nobody nothing nowhere without cannot hardly barely
    scarcely seldom rarely lack lacks lacked lacking fail fails failed failing failure refuse
    refuses refused refusing deny denies denied denying reject rejects rejected rejecting
    avoid avoids avoided prevent prevents prevented stop stops stopped cease ceased except
    unless instead rather far fake false falsely wrong wrongly incorrect incorrectly hoax myth
    denial absence against contrary despite impossible improbable illegal illegally inaccurate
    invalid inactive ineffective incapable insufficient incomplete inadequate inadequately
    innocent guilty dead killed alive banned allowed refusal
    inability
    """
)
_AMOUNTS = words_in(
    """
    all any both each either every everyone everybody everything everywhere someone somebody
    something anyone anybody anything many much more most few fewer fewest less least lesser
    majority minority part partly partial partially entirely wholly completely fully total only
    solely alone precisely estimated up to above below between within at minimum maximum
    average median mainly largely generally usually often sometimes always occasionally
    frequently regularly too enough as than like equal equally very quite multiple numerous
    countless severe severely mild mildly moderate moderately
    temporary temporarily permanent permanently larger greater bigger stronger weaker longer
    shorter older younger faster slower cheaper excluding excluded including
    """
)
_DOUBTS = words_in(
    """
    alleged alleges allege accused suspected reported claimed purported supposed apparent
    possible probable potential unlikely seem seems seemed appear appears appeared suggest
    suggests suggested believe believes believed think thinks thought expect expects expected
    plan plans planned propose proposes proposed attempt attempts attempted try tries tried
    want wants wanted hope hopes hoped intend intends intended promise promises promised
    threaten threatens threatened consider considers considered maybe say says said saying tell
    tells told claim claims claiming argue argues argued report reports according true real
    legal so-called
    """
)
_DIRECTIONS = words_in(
    """
    rise rises rose risen rising fall falls fell fallen falling drop drops dropped dropping
    increase increases increased increasing decrease decreases decreased decreasing grow grows
    grew grown growing growth shrink shrinks shrank shrunk shrinking decline declines declined
    declining climb climbs climbed jump jumps jumped surge surges surged soar soars soared
    plunge plunges plunged slump slumps slumped sink sinks sank gain gains gained lose loses
    lost loss losses win wins won raise raises raised cut cuts reduce reduces reduced slow
    slowed down higher highest high low lower lowest up better best worse worst improve
    improved worsen worsened widen widened narrow narrowed expand expanded contract contracted
    inflation deflation before after until till since from into out off by for with under over
    north south east west northern southern eastern western early earlier late later former
    formerly current currently previous previously next ago ex acting deputy vice assistant
    interim incoming outgoing yesterday today tomorrow now soon already yet still longer
    """
)
_LOGIC = words_in("if whether because although though while when where or so therefore then")
_PERSONS = words_in(
    """
    i you he she we they me him us them my your his her our their mine yours hers ours theirs
    it its himself herself themselves itself man men woman women
    """
)
_FREE = words_in("also n't") | ARTICLES
_WEIGHTY = (
    (AUXILIARIES | FOCUS | HEDGES | QUESTIONING | TOGETHER | VAGUE)
    | (_NUMBERS | _NEGATIONS | _AMOUNTS | _DOUBTS | _DIRECTIONS | _LOGIC | _PERSONS)
) - _FREE
_SUPERLATIVE = re.compile(r"\w{3,}est")
_NEGATING = re.compile(r"(?:un|dis|non|mis|anti|counter|il|irre)\w{3}")
_VARIANTS = [
    (re.compile(r"our"), "or"),
    (re.compile(r"(?<=[iy])s(?=(?:e|ed|es|ing|ation|ations|er|ers)$)"), "z"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"ence(?=s?$)"), "ense"),
]
_LONG = 8
"""Letters of a word in which one that is missing is a slip, and makes no other word."""


def weighs(word: str, written: str) -> bool:
    """Tell whether a sentence with this word and one without it say different things.

    Numbers and other signs do, negations, quantities, doubts, directions, persons, and
    names: words that are ``written`` with a capital, but for those that open sentences.
    """
    if any(char.isnumeric() for char in word) or not word[-1].isalpha():
        return True
    if word in _WEIGHTY or _NEGATING.match(word) or _SUPERLATIVE.fullmatch(word):
        return True
    return written != written.lower() and word not in OPENERS | CONNECTIVES | ARTICLES


def is_same(one: str, other: str) -> bool:
    """Tell whether two spellings are one word: by accents, by country, or by a slip."""
    if one == other or {one, other} in ({"say", "says"}, {"says", "said"}):
        return True
    if _bare(one) == _bare(other):
        return True
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return (
        len(longer) > len(shorter) >= _LONG - 1
        and len(longer) >= _LONG
        and (one[:2], one[-2:]) == (other[:2], other[-2:])
        and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
    )


def is_accented(one: str, other: str) -> bool:
    """Tell whether two spellings differ in nothing but accents, as those of a name may."""
    return _unaccented(one) == _unaccented(other)


def _unaccented(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    return "".join(char for char in letters if not unicodedata.combining(char))


def _bare(word: str) -> str:
    bare = _unaccented(word)
    for pattern, spelling in _VARIANTS:
        bare = pattern.sub(spelling, bare)
    return bare
