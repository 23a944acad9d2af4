"""The English words that the rules know.

The rules themselves speak of Universal Dependencies; what depends on the language is here
and in ``inflection``.
"""

from __future__ import annotations


def words_in(text: str) -> frozenset[str]:
    """Return the words of a list written as text."""
    return frozenset(text.split())


QUOTING_ONLY = words_in(
    """
    continue recall comment read charge cite describe quote joke quip reply respond answer
    ask shout whisper exclaim figure
    """
)
"""Verbs that report only words between quotation marks."""

QUESTIONING = words_in(
    """
    whether if how why what who whom whose where when which
    """
)

CONNECTIVES = words_in(
    """
    however meanwhile moreover furthermore nevertheless nonetheless additionally besides
    therefore thus hence consequently indeed so then and but or yet well yes no similarly
    likewise accordingly overall anyway also still
    """
)

CHARACTERIZING = words_in(
    """
    call describe characterize characterise label brand deem
    """
)

HEDGES = words_in(
    """
    allegedly reportedly apparently possibly probably perhaps supposedly likely potentially
    purportedly presumably seemingly
    """
)

TOGETHER = words_in(
    """
    together jointly respectively alike each between among combined total one-another versus
    vs both-and collectively mutually
    """
)

COLLECTIVE = words_in(
    """
    agree meet marry divorce collaborate compete clash differ unite join merge separate
    split negotiate cooperate combine mix compare link connect distinguish quarrel argue
    correspond overlap partner swap exchange collide reunite coexist
    """
)

FOCUS = words_in(
    """
    only just even least most about around approximately nearly almost roughly some over
    under more less fewer up exactly merely mainly mostly
    """
)

FOCUS_OR_HEDGE = words_in(
    """
    also allegedly reportedly probably possibly perhaps likely apparently potentially
    supposedly often usually sometimes once still already not never
    """
)

SHARING = words_in(
    """
    share split trade exchange swap co-found
    """
)
"""Verbs that join their subjects where they have a "with"."""

LISTING = words_in(
    """
    lead charge accuse convict know serve consist work result contribute amount range star
    rely depend specialize focus appear feature play perform
    """
)
"""Verbs whose prepositional complement can be a list of separate facts."""

RELATIVE = words_in(
    """
    who whom which whose where when that
    """
)

WHOLE_EVENT = words_in(
    """
    make leave lead cause bring allow mean result prompt force raise include accord regard
    concern give push spark trigger bring enable end depend mean range base
    compare
    """
)
"""Participles that speak of the whole event, or serve as prepositions."""

DETERMINERS = words_in(
    """
    a an the one his her its their our my another
    """
)

SORTS = words_in(
    """
    form kind type sort member part piece example
    """
)

BARE_TITLES = words_in(
    """
    mr mrs ms miss dr sir dame lord lady president senator sen rep gov governor professor
    prof king queen prince princess pope madam mayor judge justice general captain colonel
    sgt st saint father mother uncle aunt reverend emperor dr. mr. mrs. ms. st. sen. rep.
    gov. gen. secretary minister chancellor congressman congresswoman representative
    detective officer actor actress singer author
    """
)

MODALS = words_in(
    """
    can could may might must shall should will would 'll 'd wo ca ought
    """
)

AUXILIARIES = MODALS | words_in(
    """
    be am is are was were been being 's 'm 're ai have has had having 've do does did doing
    get gets got getting gotten to dare need n't not
    """
)

DROPPED = words_in(
    """
    mr mr. mrs mrs. ms ms. miss
    """
)

OTHER_TITLES = words_in(
    """
    dr dr. prof prof. professor president senator sen sen. rep rep. gov gov. governor judge
    justice general gen gen. captain capt capt. colonel col col. sgt sgt. secretary minister
    chancellor mayor representative ambassador director chairman chairwoman rev rev. st.
    attorney lieutenant lt lt. detective officer sheriff chief premier speaker prime vice
    emperor congressman spokesman spokeswoman spokesperson administrator former coach
    """
)

OFFICES = words_in(
    """
    president governor secretary minister chancellor mayor director chairman chairwoman
    chair chief premier speaker spokesman spokeswoman spokesperson administrator ceo
    commissioner general commander king queen pope
    """
)
"""What one person is at a time: it needs no article."""

ANIMATE = words_in(
    """
    man woman person boy girl child mother father son daughter wife husband brother sister
    president minister senator governor mayor judge lawyer attorney doctor officer spokesman
    spokeswoman spokesperson director leader candidate author professor scientist researcher
    official actor actress singer player coach student teacher driver victim suspect king
    queen prince princess ambassador representative chairman chief secretary general parent
    guitarist runner artist writer journalist poet musician politician founder owner member
    baby voter producer designer photographer farmer teenager resident analyst economist
    historian biologist chemist physicist engineer activist legislator lawmaker prosecutor
    defendant sergeant nurse manager composer resident neighbor neighbour countryman
    countrywoman heir heiress novelist reporter columnist commentator anthropologist
    astronomer psychologist sociologist ecologist geologist epidemiologist virologist
    archaeologist climatologist meteorologist entrepreneur expert advocate critic editor
    filmmaker dancer athlete soldier pilot astronaut captain commander ceo
    """
)

FEMALE_NOUNS = words_in(
    """
    woman girl mother daughter wife sister actress queen princess spokeswoman
    """
)

MALE_NOUNS = words_in(
    """
    man boy father son husband brother king prince spokesman chairman actor
    """
)

PRESENT_TIMES = words_in(
    """
    week month year day morning afternoon evening night weekend summer winter spring autumn
    fall time season century decade moment hour way kind sort point term
    """
)

OWNING = words_in(
    """
    his her hers its their theirs my mine our ours
    """
)

IMPERSONAL = words_in(
    """
    time shame pity honor honour fact duty pleasure surprise matter
    """
)

COMMON = words_in(
    """
    time day week month year hour minute moment morning afternoon evening night weekend date
    people person man woman way thing part number end use point case fact place area member
    result reason example kind type sort form lot name side line word percent
    """
)
"""Nouns that seldom speak twice of one thing."""

VAGUE = words_in(
    """
    other another same many few several some such first second third next last previous
    latest new own whole entire certain various different similar further additional more
    most
    """
)

NEVER_LAST = words_in(
    """
    mr mrs ms mx dr prof st sen rep gov gen col lt sgt capt cmdr maj adm brig hon rev fr
    pres supt det messrs mmes mt ft vs v no nos vol pp fig figs ch art sec eq al approx ca
    cf e.g i.e viz dept univ assn
    """
)
"""Abbreviations that stand before what they belong to."""

SELDOM_LAST = words_in(
    """
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat
    sun ave blvd rd inc ltd co corp jr sr bros est min max a.m p.m am pm etc u.s u.k u.n e.u
    d.c b.c a.d ph.d m.d b.a m.a ph.d.s esq
    """
)
"""Abbreviations that can end a sentence: what follows decides."""

OPENERS = words_in(
    """
    the a an he she it they we i this that these those but and in on at for his her its
    their our my there when while as after before if however also according some many
    """
)
"""Words whose capital shows that a sentence begins."""

CLITICS = words_in(
    """
    's n't 're 've 'd 'll 'm '
    """
)

SAYING = words_in(
    """
    say tell announce report claim argue add explain note state warn suggest write tweet
    declare insist assert allege contend maintain confirm acknowledge admit concede reveal
    disclose stress emphasize emphasise highlight observe remark reply respond answer recall
    comment conclude estimate predict forecast believe think joke quip continue post testify
    reiterate repeat clarify caution mention indicate show find demonstrate affirm proclaim
    complain lament vow pledge promise speculate reckon figure deem read quote propose
    advise assure inform remind boast accept agree charge cite describe hint imply message
    exclaim shout whisper pronounce theorize theorise hypothesize point feel
    reason posit specify suspect rule counter swear determine calculate attest certify recount
    retort opine muse marvel grumble project surmise
    """
)
"""Verbs whose clause complement is what someone asserts."""

UNMARKED = words_in(
    """
    cost cut hit put set beat shut spread read hurt let quit split cast burst bid bet shed thrust
    """
)
"""Verbs whose past looks like a noun or an infinitive."""

GROUPS = words_in(
    "team government company party group police family committee band couple staff council"
)
"""Nouns in the singular that "they" can stand for."""
