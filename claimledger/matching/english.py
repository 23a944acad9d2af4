"""The English words that decide whether two claims can say the same."""

from __future__ import annotations

from typing import Final

from claimledger.matching.lists import listed, words_in


def _pairs(text: str) -> dict[str, frozenset[str]]:
    """Return, for each word of a list such as ``up rise / down fall; …``, its opposites."""
    found: dict[str, set[str]] = {}
    for row in text.split(";"):
        one, other = (side.split() for side in row.split("/"))
        for left, right in ((one, other), (other, one)):
            for word in left:
                found.setdefault(word, set()).update(right)
    return {word: frozenset(others) for word, others in found.items()}


DENIALS: Final = words_in("""
    not never no none nobody nothing nowhere neither nor without hardly barely scarcely seldom
    rarely non false falsely untrue hoax myth fake fabricated debunked wrong wrongly incorrect
    incorrectly dont doesnt didnt isnt arent wasnt werent cant wont couldnt shouldnt wouldnt hasnt
    havent hadnt aint deny denies denied denying fail fails failed failing refuse refuses refused
    refusing lack lacks lacked lacking cease ceases ceased stop stops stopped prevent prevents
    prevented avoid avoids avoided unable impossible
    """)
"""Words with which a claim denies what it would say without them."""

AMOUNTS: Final = words_in("""
    all every each both any some several many much most few fewer fewest less least little more
    a-few a-little a-lot a-number a-couple only just merely exactly precisely entire entirely
    whole wholly partly partially mostly mainly largely majority minority half twice double
    doubled doubles triple tripled triples quadrupled halved always sometimes often usually
    everyone everybody someone anyone nearly almost alone average total minimum maximum
    """)
"""Words that say how much, how many or how often."""

LIGHT: Final = words_in("a an the that also however meanwhile moreover furthermore indeed")
"""Words that a claim may have or lack, and say the same."""

FUNCTION: Final = words_in("""
    a an the that this these those which who whom whose what of in on at to from by for with into
    onto upon as about and or but if so than then there when where while whether because though
    although is are was were be been being am do does did done doing have has had having will
    would shall should can could may might must ought get gets got it its he she they we i you
    him her them us me his their our your my himself herself itself themselves 's 'd also however
    """)
"""Words that tell little where the other words are compared."""

DIRECTIONS: Final = {
    "rose": "increased",
    "grew": "increased",
    "climbed": "increased",
    "rises": "increases",
    "grows": "increases",
    "climbs": "increases",
    "rise": "increase",
    "grow": "increase",
    "climb": "increase",
    "risen": "increased",
    "grown": "increased",
    "rising": "increasing",
    "growing": "increasing",
    "climbing": "increasing",
    "fell": "decreased",
    "dropped": "decreased",
    "declined": "decreased",
    "falls": "decreases",
    "drops": "decreases",
    "declines": "decreases",
    "fall": "decrease",
    "drop": "decrease",
    "decline": "decrease",
    "fallen": "decreased",
    "falling": "decreasing",
    "dropping": "decreasing",
    "declining": "decreasing",
}
"""Words that say which way a number went: before the number, they say the same."""

EQUIVALENT: Final = {
    "kilometre": "km",
    "kilometres": "km",
    "kilometer": "km",
    "kilometers": "km",
    "kms": "km",
    "kilogram": "kg",
    "kilograms": "kg",
    "kilos": "kg",
    "centimetres": "cm",
    "centimeters": "cm",
    "metre": "meter",
    "metres": "meters",
    "litre": "liter",
    "litres": "liters",
    "mum": "mother",
    "mom": "mother",
    "dad": "father",
    "kids": "children",
    "kid": "child",
    "film": "movie",
    "films": "movies",
    "programme": "program",
    "programmes": "programs",
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "centre": "center",
    "centres": "centers",
    "theatre": "theater",
    "percent": "%",
    "pct": "%",
    "vs": "versus",
    "nobody": "no-one",
    "everybody": "everyone",
    "anybody": "anyone",
    "somebody": "someone",
    "gotten": "got",
    "whilst": "while",
    "amongst": "among",
    "towards": "toward",
    "&": "and",
}
"""Words for one and the same thing."""

JOINED: Final = {
    ("united", "states", "of", "america"): "usa",
    ("united", "states"): "usa",
    ("united", "kingdom"): "uk",
    ("united", "nations"): "un",
    ("european", "union"): "eu",
    ("per", "cent"): "%",
    ("percentage", "point"): "percentage-points",
    ("percentage", "points"): "percentage-points",
    ("no", "one"): "no-one",
    ("a", "few"): "a-few",
    ("a", "little"): "a-little",
    ("a", "lot"): "a-lot",
    ("a", "number"): "a-number",
    ("a", "couple"): "a-couple",
    ("went", "up"): "increased",
    ("goes", "up"): "increases",
    ("gone", "up"): "increased",
    ("going", "up"): "increasing",
    ("went", "down"): "decreased",
    ("goes", "down"): "decreases",
    ("gone", "down"): "decreased",
    ("going", "down"): "decreasing",
    ("all", "of"): "all",
    ("both", "of"): "both",
}
"""Words that are one together."""

UPPER: Final = {"us": "usa", "usa": "usa", "uk": "uk", "un": "un", "eu": "eu"}
"""Short names that are so only in capitals: "us" is another word."""

BOUNDS: Final = {
    tuple(words.split()): bound
    for bound, spellings in {
        "about": "about/around/approximately/roughly/some/circa/an estimated/estimated/~/≈"
        "/in the region of/close to",
        "almost": "nearly/almost/just under",
        "more-than": "more than/over/above/greater than/higher than/upwards of/>/in excess of"
        "/exceeding",
        "less-than": "less than/fewer than/under/below/lower than/<",
        "at-least": "at least/no less than/no fewer than/not less than/a minimum of/minimum/≥",
        "at-most": "at most/up to/no more than/not more than/a maximum of/as many as/as much as/≤",
        "exactly": "exactly/precisely",
    }.items()
    for words in spellings.split("/")
}
"""What may stand before a number, and what it makes of it."""

AFTERTHOUGHTS: Final = {
    ("or", "more"): "at-least",
    ("or", "over"): "at-least",
    ("or", "less"): "at-most",
    ("or", "fewer"): "at-most",
    ("or", "so"): "about",
}
"""The same, where it stands after the number."""

OPPOSITES: Final = _pairs(
    """
    increase rise grow climb raise gain jump surge soar double up expand widen / decrease fall
    drop decline shrink cut lose slump plunge halve down contract narrow reduce lower plummet
   ; increased rose grew climbed raised gained jumped surged soared doubled up expanded
    widened / decreased fell dropped declined shrank cut lost slumped plunged halved down
    contracted narrowed reduced lowered plummeted; increases rises grows climbs raises gains
    / decreases falls drops declines shrinks cuts loses reduces; growth rise increase gain /
    decline fall decrease loss drop; win won victory / lose lost defeat; more most above
    over higher highest high greater larger bigger / less least fewer fewest below under lower
    lowest low smaller; more-than / less-than; at-least / at-most; first 1st / last;
    before / after; early earlier earliest / late later latest; start started begin began
    open opened opens opening / end ended stop stopped close closed closes closing shut; all
    every everyone always / none no no-one never; buy bought buys bought / sell sold sells;
    import imports imported / export exports exported; accept accepted approve approved
    approves back backed pass passed adopted / reject rejected rejects reject vetoed failed;
    support supports supported favour favor favours favors for pro / oppose opposes opposed
    against anti; allow allowed allows permit permitted permits legal lawful / ban banned
    bans forbid forbidden prohibit prohibited illegal unlawful; best better good / worst
    worse bad; improve improved improves / worsen worsened worsens deteriorated; cause
    causes caused / prevent prevents prevented cure cures cured; true correct real / false
    incorrect fake untrue; alive lives lived survived / dead died dies; guilty convicted /
    innocent acquitted; safe / dangerous unsafe; profit profits surplus / loss losses
    deficit; majority / minority; north northern / south southern; east eastern / west
    western; left / right; older oldest old longer longest / younger youngest young shorter
    shortest new; faster fastest fast / slower slowest slow; stronger strongest strong /
    weaker weakest weak; richer richest rich / poorer poorest poor; hotter hottest hot
    warmer warmest warm / colder coldest cold cooler; with / without; include includes
    included including / exclude excludes excluded excluding; arrive arrived arrives enter
    entered join joined / leave left leaves quit; hire hired hires appointed / fire fired
    fires dismissed sacked; men man male boys boy / women woman female girls girl; agree
    agreed agrees / disagree disagreed disagrees; maximum / minimum; inside / outside; add
    added adds / remove removed removes; build built builds / demolish demolished destroyed;
    confirm confirmed confirms admit admitted / deny denied denies; public / private;
    employed / unemployed; employment / unemployment; likely / unlikely; possible /
    impossible; able / unable
    """
)
"""For each word, those that say the contrary in its place."""

WITHIN: Final = {
    **dict.fromkeys(listed("today yesterday tomorrow tonight now"), "day"),
    **dict.fromkeys(
        listed("monday tuesday wednesday thursday friday saturday sunday overnight"), "day"
    ),
    **dict.fromkeys(listed("currently recently"), "month"),
}
"""Words for a time that depends on the day they are said, and how far off that day may be."""

UNTIL_NAMED: Final = words_in("last this next past coming previous current")
"""Words after which a period depends on the day it is said."""

PERIODS: Final = {
    "day": "day",
    "morning": "day",
    "afternoon": "day",
    "evening": "day",
    "night": "day",
    "week": "week",
    "weekend": "week",
    "fortnight": "week",
    "month": "month",
    "spring": "year",
    "summer": "year",
    "autumn": "year",
    "fall": "year",
    "winter": "year",
    "season": "year",
    "quarter": "month",
    "year": "year",
    "years": "year",
    "months": "month",
    "weeks": "week",
    "days": "day",
    "decade": "year",
}

TWO_FACED: Final = words_in("""
    turkey china polish may march jersey guinea chile reading bath cork nice bush brown green white
    black apple amazon target shell gap visa delta aids who us it bill grant mark will hope job
    rice wood stone young long short king pope labour labor liberal conservative democrat
    democratic republican independent georgia
    """)
"""Words that are a name with a capital, and something else without."""

SPEAKERS: Final = words_in("i we me us my our mine ours myself ourselves you your")
"""Pronouns that mean whoever speaks, or is spoken to."""
THIRD: Final = words_in("he she they him her them his their hers theirs it its this these")
"""Pronouns that mean someone or something named before."""

ROLES: Final = words_in(
    """
    government council parliament cabinet president minister premier chancellor mayor governor
    senator king queen pope party opposition court judge prosecutor company firm bank union
    agency commission committee department ministry suspect victim defendant accused man woman
    boy girl child couple family team club school hospital university city town village country
    state county region district report study survey law bill treaty deal attack fire crash
    """
)
"""What there are many of, so that "the" one of them depends on who is spoken of."""

CLAUSES: Final = words_in("""
    that who which whom whose and but or while when after before because if unless although
    though since until whether as than say says said claim claims claimed told tells argue argued
    """)
"""Words that part a sentence, so that what stands in one part must stay there."""

FRONTED: Final = words_in("in on at during since by throughout")
"""Prepositions of a time or place with which a sentence may open or close alike."""

PARTICIPLES: Final = {
    "beaten": "beat",
    "begun": "began",
    "bitten": "bit",
    "broken": "broke",
    "chosen": "chose",
    "driven": "drove",
    "given": "gave",
    "hidden": "hid",
    "seen": "saw",
    "shown": "showed",
    "stolen": "stole",
    "taken": "took",
    "written": "wrote",
    "flown": "flew",
    "drawn": "drew",
    "overthrown": "overthrew",
    "built": "built",
    "bought": "bought",
    "sold": "sold",
    "won": "won",
    "shot": "shot",
    "hit": "hit",
    "led": "led",
    "paid": "paid",
    "made": "made",
    "held": "held",
    "found": "found",
    "founded": "founded",
    "sent": "sent",
    "struck": "struck",
}
"""Irregular participles of the passive, and the past of the active."""
