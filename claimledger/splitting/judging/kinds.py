"""What sort of assertion a claim makes, and whether a check can settle it.

Rules over words, without a parser, so that every splitter and every fallback can use them.
The lists are ordinary English; none knows an article, a person or a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claimledger.domain.claims import ClaimKind
from claimledger.splitting.cutting.plain import plain

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d[\d.,:]*\d|\d|[%$€£]")


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(part.split()) for part in text.split(","))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words and phrases that judge rather than report, whoever says them.
_VALUE = _words(
    """absurd admirable amazing anti-democratic appalling awesome awful beautiful brave brilliant
    charming corrupt courageous cowardly crazy crucial cruel delicious despicable disappointing
    disastrous disgraceful disgusting dishonest dreadful embarrassing essential evil excellent
    exceptional extraordinary fabulous fantastic foolish garbage genius glorious gorgeous
    heartbreaking heartwarming heroic honored honoured hopeful horrible horrific horrifying
    humbled hypocritical idiotic immoral inappropriate incompetent incredible inexcusable
    inspiring intolerable irresponsible ludicrous magnificent marvellous marvelous meaningless
    nonsense notable noteworthy oppressive outrageous outstanding pathetic pointless proud
    quackery reckless regrettable remarkable ridiculous rubbish sad senseless shameful shocking
    silly sleazy stigmatizing stunning stupid superb terrible terrific thrilled thrilling tragic
    tremendous ugly unacceptable unbelievable unconscionable undemocratic unfair unfortunate
    unjust unjustified unnecessary unthinkable unworthy vile wasteful wicked
    wonderful wrong wrongheaded admirably amazingly beautifully brilliantly hopefully
    regrettably sadly catastrophe delighted disaster disgrace farce grateful inevitable joke
    mess nightmare pleased shame thankful unforgivable shamefully unfortunately extraordinarily
    tremendously matters"""
) | _phrases(
    """waste of time, slap in the, witch hunt, right thing, wrong thing, only way, best way, common
    sense, step forward, step backward, needs to be, clear enough, well deserved, may well, no
    excuse, worst of all, best of all, by far the, the best person, does not matter, doesn't
    matter, above all"""
)
# Words that judge only when a person speaks, or when several come together.
_LEANING = _words(
    """always anyone bad badly better best can't cannot challenge clear clearly common confident
    deeply dangerous devastating difficult easily easy especially everybody everyone ever every
    everything exciting failed fair faith fantastically feel feels felt fine forever freedom
    fully fundamental future good great greatest guilty happy happier hard heal healthy historic
    hope huge ideal impartial important impressive innocent interesting joy joyful just justice
    knew legitimate life literally lives love loved loves mistake modern moral must necessary
    never nice nobody nothing obvious obviously passion passions people's perfect perfectly
    perhaps positive potentially powerful productive proper properly pure real really right
    rightly routine secure seriously serious simply slowly strong strongest stronger successful
    supposed surely tough tremendous trust truly truth try trying unite united vital weak very
    extremely highly probably arguably best-known believe blessing concerned courage dream glad
    honor honour optimistic privilege seems sorry think worried worst worthy youngest your you"""
) | _phrases("far from, at all costs, on track, time to, in fact, in particular")
_OBLIGATION = _phrases(
    """should, must, ought to, need to, needs to, have to, has to, it is time, it's time, let us,
    let's, has got to, have got to, will not be tolerated, has the right, have the right,
    supposed to, deserve, deserves"""
)
_WISH = _words(
    """hope hopes hoped hoping wish wishes wants want wanted intend intends intended intending aims
    aim aimed plan plans planned planning determined promise promises pledge pledges vow vows
    decided ready prepared willing refuse refuses expecting suspects suspect fears fear doubts
    doubt looks looking wishing committed agree agrees"""
)
_FORECAST = _phrases(
    """will, won't, shall, going to, gonna, would, wouldn't, expected to, projected to, predicted
    to, forecast to, likely to, unlikely to, poised to, bound to, destined to, certain to, set
    to, almost certain, almost certainty, may soon, could soon, will be, i'll, we'll, they'll,
    he'll, she'll, it'll, you'll"""
)
_RULE = _phrases(
    """required, requires, require, guidelines, guideline, under the law, by law, the law, per,
    regulations, rules, according to"""
)
# A plan with a date or an announced official act can be checked today.
_SCHEDULED = _phrases(
    """scheduled, is to be, are to be, due to be, january, february, march, april, june, july,
    august, september, october, november, december, monday, tuesday, wednesday, thursday,
    friday, saturday, sunday, tomorrow, tonight, today, this afternoon, this evening, next week,
    next month, next year, be cancelled, be canceled, be postponed, be held, be closed, be
    released, be published, be launched, be asked, be suspended, be broadcast, be introduced, be
    opened"""
)
_SPEECH = _words(
    """said says told tells accused accuses criticised criticized criticises criticizes praised
    praises thanked thanks expressed expresses announced announces denied denies described
    describes claimed claims highlighted highlights stressed stresses emphasised emphasized
    emphasises emphasizes commented comments remarked condemned condemns blamed blames asked
    apologised apologized mentioned declared declares replied argued argues alleged tweeted
    wrote quoted characterized characterised reiterated noted warned warns acknowledged admitted
    insisted dismissed congratulated"""
)
_STANCE = _words(
    """urged urges demanded supports supported opposes opposed backs backed rejects rejected favors
    favours favored favoured endorsed endorses advocates advocated wants wanted
    vowed vows promised promises proposes proposed seeks sought refuses refused planned intends
    intended hopes hoped objected objects approves disapproves protested"""
) | _phrases(
    """plans to, pledged to, pledges to, demands that, demands the, calls for, called for, calling
    for, called on, calls on, call for, in favor of"""
)
_PASSIVE_NAMING = _phrases(
    """was called, is called, were called, are called, been called, commonly called"""
)
_CAUSE = _phrases(
    """because, caused, causes, cause, due to, led to, leads to, lead to, leading to, resulted in,
    result of, results in, as a result, owing to, thanks to, responsible for, triggered,
    prompted, contributes to, contributed to, blamed on, attributed to, therefore, stems from,
    prevents, prevented, so that"""
)
_COMPARISON = _phrases(
    """than, compared to, compared with, the most, the least, largest, biggest, highest, lowest,
    smallest, greatest, worst, best, fastest, slowest, strongest, oldest, youngest, longest,
    shortest, richest, poorest, heaviest, deadliest, earliest, latest, the only, a record, new
    record, record high, as many as, as much as, twice as, outnumber, exceeds, exceeded,
    surpassed, become the first, became the first, be the first, is the first, was the first,
    for the first time, unprecedented, simplest, cheapest, among the largest"""
)
_MORE_THAN_NUMBER = re.compile(
    r"\b(?:rather|other) than\b|"
    r"\b(?:more|less|fewer) than (?=\d|[$€£]|an?\b|half|[a-z]+ (?:hundred|thousand|million))",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"(?:[$€£]\s?\d|\d\s?(?:%|percent|per cent)|\b\d[\d,.]*\b(?!st|nd|rd|th)|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|"
    r"two-thirds|one-third|majority|quarter of|third of|one in|percent|per cent|double|doubled|"
    r"tripled|twice)\b)",
    re.IGNORECASE,
)
# Searching for an amount is slow too: every one has a digit or one of these.
_RUN = re.compile(r"\d|[a-z]+")
_HINTS_OF_NUMBER = _words(
    """0 1 2 3 4 5 6 7 8 9 two three four five six seven eight nine ten eleven twelve twenty thirty
    forty fifty sixty seventy eighty ninety dozen dozens hundred hundreds thousand thousands
    million millions billion billions trillion trillions half one majority quarter third percent
    per double doubled tripled twice"""
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
# Searching for a date is slow, and every date has one of these.
_HINT_OF_DATE = re.compile(r"\d|day\b|last ", re.IGNORECASE)
_DATE = re.compile(
    rf"\b{_MONTH} \d{{1,2}}\b(?:, \d{{4}})?|\b\d{{1,2}} {_MONTH}(?: \d{{4}})?|"
    rf"\b{_MONTH},? \d{{4}}\b|"
    r"\b(?:1[5-9]|20)\d\d(?:s\b|\b(?![,.]\d))|\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\b\.?)?|"
    r"\b\d{1,2} ?[ap]\.?m\b\.?|\(\d{4} UTC\)|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"\b(?:yesterday|last (?:week|month|year|night))\b"
)
_PAST = _words(
    """began became broke brought built came caught cut died did drew fell felt flew found fought
    gave got grew had held hit kept knew laid led left lost made met paid put ran rose saw sent
    set shot sold spent spoke stood stole struck swore took taught thought threw told went won
    wrote beat born chose killed"""
)
_COPULA = _words(
    """is are was were isn't aren't wasn't weren't has have contains includes consists"""
)
FIRST_PERSON = _words(
    """I I'm I've I'll I'd We We're We've We'll My Our i i'm i've i'll i'd we we're we've
    we'll we'd my our us"""
)
# Someone quoted about himself.
_OWN_VOICE = 3
# As many leaning words as this make a judgement.
_JUDGED = 2
# A long sentence holds some leaning words by chance.
_WORDS_PER_LEANING = 20
# Sources that report rather than speak their mind.
_REPORTING_SOURCE = re.compile(
    r"\b(?:News|Times|Post|Press|Agency|Herald|Guardian|BBC|CNN|Reuters|Associated|media|reports?|"
    r"study|survey|researchers?|scientists?|scholars?|experts?|officials?|police|prosecutors?|"
    r"authorities|organi[sz]ers|Institute|University|Organi[sz]ation|Commission|Department|Ministry|"
    r"Office|Service|Bureau|Conference|Nations|Bank|sources|data|documents?|consensus|Constitution|"
    r"memoirs|Bulletin|Journal|Magazine|team|Crown|government)\b"
)
_EPITHET = re.compile(r"\b(?:is|are|was|were|be|been)\b(?: (?:a|an|the|just|not))* \"(?![^\"]*\d)")
_LEADING_CLAUSE = re.compile(
    r"(?:if|when|while|although|though|once|after|before|because|since|as|so long as|"
    r"for as long as|even (?:if|though|in))\b[^,]*, ",
    re.IGNORECASE,
)
_GENERAL_LAW = re.compile(r"if (?:you|your|a|an|one|someone|somebody|people)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(r"(?: |, )(?:that|which|who|whose|whom|whether|because|if)\b|\"")
_PARTICIPLE = re.compile(r"\b(?:was|were|been|is|are|be|has|have|had) (?:\w+ly )?\w+(?:ed|en|wn)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What sort of assertion a claim makes, and whether a check can settle it."""

    kind: ClaimKind
    checkable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a claim, as rules and features want them."""

    text: str
    """In the plain spelling of marks."""
    tokens: list[str]
    """Words, numbers and currency or percent signs, in their own case."""
    words: list[str]
    """The tokens in lower case."""
    phrases: frozenset[str]
    """Every run of one to three words."""
    main: frozenset[str]
    """The runs of the main clause alone, as far as marks and conjunctions show it."""
    undated: str
    """The text without its dates and times of day."""
    dated: bool
    """Whether it names a date, a year, a weekday or a time of day."""
    first_person: bool
    """Whether it says "I" or "we"; the country "US" is neither."""
    numbered: bool
    """Whether it names an amount, in figures or in words."""


@lru_cache(maxsize=64)
def wording(text: str) -> Wording:
    """Return the words of ``text``, its marks in one spelling; many a claim is its sentence."""
    text = plain(text)
    tokens = _TOKEN.findall(text)
    words = [token.lower() for token in tokens]
    phrases = _runs(words)
    main = _main_clause(text)
    undated = _DATE.sub(" ", text) if _HINT_OF_DATE.search(text) else text
    return Wording(
        text=text,
        tokens=tokens,
        words=words,
        phrases=phrases,
        main=phrases if main == text else _runs([t.lower() for t in _TOKEN.findall(main)]),
        undated=undated,
        dated=undated != text,
        first_person=not FIRST_PERSON.isdisjoint(tokens),
        numbered=_hints_at_number(undated) and bool(_QUANTITY.search(undated)),
    )


def _main_clause(text: str) -> str:
    """Return a text without an opening clause and without what a conjunction adds."""
    leading = _LEADING_CLAUSE.match(text)
    rest = text[leading.end() :] if leading else text
    end = _SUBORDINATE.search(rest, 1)
    return rest[: end.start()] if end else rest


def _hints_at_number(text: str) -> bool:
    """Tell whether a text can hold an amount; letters beyond ASCII may fold to plain ones."""
    return not text.isascii() or not _HINTS_OF_NUMBER.isdisjoint(_RUN.findall(text.lower()))


def _runs(words: list[str]) -> frozenset[str]:
    pairs = list(map(" ".join, pairwise(words)))
    triples = map(" ".join, zip(pairs, words[2:], strict=False))
    return frozenset((*words, *pairs, *triples))


def read(claim: Wording, *, speaker: str | None, quoted: bool) -> Reading:
    """Tell what sort of assertion ``claim`` is and whether it can be checked.

    ``speaker`` is who asserts it, None for the article itself; ``quoted`` tells that the words
    stand inside quotation marks.
    """
    voice = _voice(claim, speaker, quoted=quoted)
    epithet = speaker is not None and _EPITHET.search(claim.text)
    if voice < _OWN_VOICE and _reports_speech(claim):
        return Reading(kind=ClaimKind.QUOTATION, checkable=True)
    if _obliges(claim, voice) or (voice > 0 and claim.main & _WISH):
        return Reading(kind=ClaimKind.POSITION, checkable=False)
    if _foresees(claim, voice):
        return Reading(kind=ClaimKind.PREDICTION, checkable=False)
    if epithet or _judges(claim, voice):
        return Reading(kind=ClaimKind.OPINION, checkable=False)
    return Reading(kind=_factual_kind(claim), checkable=True)


def _voice(claim: Wording, speaker: str | None, *, quoted: bool) -> int:
    """Tell how far someone speaks his own mind: 0 an article or a body's report, up to 3."""
    if speaker is None:
        return int(claim.first_person)
    if _REPORTING_SOURCE.search(speaker):
        return int(quoted)
    own = claim.text.startswith(plain(speaker)) or claim.first_person
    return 1 + quoted + own


def _judges(claim: Wording, voice: int) -> bool:
    score = 3 * len(claim.phrases & _VALUE) + len(claim.phrases & _LEANING)
    score -= len(claim.words) // _WORDS_PER_LEANING
    score -= 1 + claim.dated + claim.numbered
    score += (voice > 0) + (voice > 1)
    return score >= _JUDGED


def _obliges(claim: Wording, voice: int) -> bool:
    if "would have to" in claim.main and voice == 0:
        return False
    return bool(claim.main & _OBLIGATION) and not claim.phrases & _RULE


def _foresees(claim: Wording, voice: int) -> bool:
    if not claim.main & _FORECAST or claim.phrases & _SCHEDULED or claim.dated:
        return False
    if voice == 0 and claim.main & {"would", "wouldn't"}:
        return False  # an article's "would" tells what came later, or what follows from a fact
    return not _GENERAL_LAW.match(claim.text) and "would have" not in claim.phrases


def _factual_kind(claim: Wording) -> ClaimKind:
    return next((kind for kind, shows in _FACTUAL if shows(claim)), ClaimKind.FACT)


def _compares(claim: Wording) -> bool:
    if claim.phrases.isdisjoint(_COMPARISON):
        return False
    return "than" not in claim.words or not _MORE_THAN_NUMBER.search(claim.text)


def _reports_speech(claim: Wording) -> bool:
    if claim.main & _STANCE or claim.main & _PASSIVE_NAMING:
        return False
    return bool(claim.main & _SPEECH) or ("called" in claim.main and '"' in claim.text)


def _tells_an_event(claim: Wording) -> bool:
    if not _PAST.isdisjoint(claim.words) or _PARTICIPLE.search(claim.text):
        return True
    if not claim.phrases.isdisjoint(_SCHEDULED):
        return True
    verb = next((word for word in claim.words if word in _COPULA or word.endswith("ed")), None)
    return verb is not None and verb not in _COPULA


# The first that shows decides, so what is rarer and says more comes first.
_FACTUAL: tuple[tuple[ClaimKind, Callable[[Wording], bool]], ...] = (
    (ClaimKind.QUOTATION, _reports_speech),
    (ClaimKind.POSITION, lambda claim: not claim.main.isdisjoint(_STANCE)),
    (ClaimKind.CAUSAL, lambda claim: not claim.phrases.isdisjoint(_CAUSE)),
    (ClaimKind.COMPARISON, _compares),
    (ClaimKind.QUANTITY, lambda claim: claim.numbered),
    (ClaimKind.EVENT, _tells_an_event),
)
