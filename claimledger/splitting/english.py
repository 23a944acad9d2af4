"""The English words that the rules know.

The rules themselves speak of Universal Dependencies; what depends on the language is here
and in ``inflection``.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


QUOTING_ONLY = _words(
    """
    continue recall comment read charge cite describe quote joke quip reply respond answer
    ask shout whisper exclaim propose figure
    """
)
"""Verbs that report only words between quotation marks."""

FACTS = _words(
    """
    show find indicate demonstrate reveal suggest read
    """
)
"""Verbs that a study can be the subject of."""

QUESTIONING = _words(
    """
    whether if how why what who whom whose where when which
    """
)

CONNECTIVES = _words(
    """
    however meanwhile moreover furthermore nevertheless nonetheless additionally besides
    therefore thus hence consequently indeed so then and but or yet well yes no similarly
    likewise accordingly overall anyway also still
    """
)

CHARACTERIZING = _words(
    """
    call describe characterize characterise label brand deem
    """
)

HEDGES = _words(
    """
    allegedly reportedly apparently possibly probably perhaps supposedly likely potentially
    purportedly presumably seemingly never
    """
)

TOGETHER = _words(
    """
    together jointly respectively alike each between among combined total one-another versus
    vs both-and collectively mutually
    """
)

COLLECTIVE = _words(
    """
    agree meet marry divorce collaborate compete clash differ unite join merge separate
    split negotiate cooperate combine mix compare link connect distinguish quarrel argue
    correspond overlap partner swap exchange
    """
)

FOCUS = _words(
    """
    only just even least most about around approximately nearly almost roughly some over
    under more less fewer up exactly merely mainly mostly
    """
)

FOCUS_OR_HEDGE = _words(
    """
    also allegedly reportedly probably possibly perhaps likely apparently potentially
    supposedly often usually sometimes once still already not never
    """
)

LISTING = _words(
    """
    lead charge accuse convict know serve consist work result contribute amount range star
    rely depend specialize focus appear feature play perform
    """
)
"""Verbs whose prepositional complement can be a list of separate facts."""

RELATIVE = _words(
    """
    who whom which whose where when that
    """
)

WHOLE_EVENT = _words(
    """
    make leave lead cause bring allow mean result prompt force raise include accord regard
    concern give push spark trigger bring create help enable end depend mean range base
    compare
    """
)
"""Participles that speak of the whole event, or serve as prepositions."""

DETERMINERS = _words(
    """
    a an the one his her its their our my another
    """
)

SORTS = _words(
    """
    form kind type sort member part piece example
    """
)

BARE_TITLES = _words(
    """
    mr mrs ms miss dr sir dame lord lady president senator sen rep gov governor professor
    prof king queen prince princess pope madam mayor judge justice general captain colonel
    sgt st saint father mother uncle aunt reverend emperor dr. mr. mrs. ms. st. sen. rep.
    gov. gen. secretary minister chancellor congressman congresswoman representative
    detective officer actor actress singer author
    """
)

MODALS = _words(
    """
    can could may might must shall should will would 'll 'd wo ca ought
    """
)

DROPPED = _words(
    """
    mr mr. mrs mrs. ms ms. miss
    """
)

OTHER_TITLES = _words(
    """
    dr dr. prof prof. professor president senator sen sen. rep rep. gov gov. governor judge
    justice general gen gen. captain capt capt. colonel col col. sgt sgt. secretary minister
    chancellor mayor representative ambassador director chairman chairwoman rev rev. st.
    attorney lieutenant lt lt. detective officer sheriff chief premier speaker prime vice
    emperor congressman spokesman spokeswoman spokesperson administrator former coach
    """
)

MALE = _words(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel
    matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward
    ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin
    scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry
    tyler aaron jose adam henry nathan douglas peter zachary kyle walter ethan jeremy harold
    keith roger arthur terry lawrence sean christian albert joe juan bryan bruce willie carl
    billy bob bill ben mike tom tim jim dan steve greg jeff ken ron don rick ted ed sam max
    leo luke simon martin philip phillip alan allan allen craig derek neil nigel graham ian
    stuart colin barack bernie rudy rudolph mitt marco rand newt vladimir boris emmanuel
    francois pierre jean jacques hans karl carlos luis miguel jorge pedro antonio mario
    giuseppe mohammed muhammad mohamed ahmed ali omar ibrahim hassan abdullah yusuf kim hugo
    oliver oscar felix victor ivan dmitri sergei igor ravi raj narendra imran harry edwin
    ernest fred louis ralph roy eugene russell wayne howard lord elijah isaac gabriel julian
    adrian pete chuck cory beto andre tony deval jesse jimmy johnny tommy danny
    """
)

FEMALE = _words(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy
    betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah
    stephanie dorothy rebecca sharon laura cynthia amy kathleen angela shirley brenda emma
    anna pamela nicole samantha katherine catherine christine helen debra rachel carolyn
    janet maria olivia heather diane julie joyce victoria ruth virginia lauren kelly
    christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa
    gloria sara janice ann anne abigail kathryn sophia frances jean alice judy isabella
    julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana
    brittany doris kayla alexis lori marie hillary kamala nancy melania ivanka huma
    condoleezza angela theresa margaret indira benazir sonia malala aung carly tulsi
    gretchen claire kate katie jane jill sally sue lucy molly eva ella rosa elena olga irina
    svetlana natalia fatima aisha leila nadia yasmin priya anita geraldine ruth ellen
    eleanor rose florence edith agnes irene louise josephine caroline monica veronica
    valerie erin tracy wendy stacey gina loretta sonya megyn kellyanne debbie donna susie
    brigid meghan
    """
)

ANIMATE = _words(
    """
    man woman person boy girl child mother father son daughter wife husband brother sister
    president minister senator governor mayor judge lawyer attorney doctor officer spokesman
    spokeswoman spokesperson director leader candidate author professor scientist researcher
    official actor actress singer player coach student teacher driver victim suspect king
    queen prince princess ambassador representative chairman chief secretary general parent
    guitarist runner artist writer journalist poet musician politician founder owner member
    baby
    """
)

FEMALE_NOUNS = _words(
    """
    woman girl mother daughter wife sister actress queen princess spokeswoman
    """
)

MALE_NOUNS = _words(
    """
    man boy father son husband brother king prince spokesman chairman actor
    """
)

PRESENT_TIMES = _words(
    """
    week month year day morning afternoon evening night weekend summer winter spring autumn
    fall time season century decade moment hour way kind sort point term
    """
)

OWNING = _words(
    """
    his her hers its their theirs my mine our ours
    """
)

IMPERSONAL = _words(
    """
    time shame pity honor honour fact duty pleasure surprise matter
    """
)

COMMON = _words(
    """
    time day week month year hour minute moment morning afternoon evening night weekend date
    people person man woman way thing part number end use point case fact place area member
    result reason example kind type sort form lot name side line word percent
    """
)
"""Nouns that seldom speak twice of one thing."""

VAGUE = _words(
    """
    other another same many few several some such first second third next last previous
    latest new own whole entire certain various different similar further additional more
    most
    """
)

NEVER_LAST = _words(
    """
    mr mrs ms mx dr prof st sen rep gov gen col lt sgt capt cmdr maj adm brig hon rev fr
    pres supt det messrs mmes mt ft vs v no nos vol pp fig figs ch art sec eq al approx ca
    cf e.g i.e viz dept univ assn
    """
)
"""Abbreviations that stand before what they belong to."""

SELDOM_LAST = _words(
    """
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat
    sun ave blvd rd inc ltd co corp jr sr bros est min max a.m p.m am pm etc u.s u.k u.n e.u
    d.c b.c a.d ph.d m.d b.a m.a ph.d.s esq
    """
)
"""Abbreviations that can end a sentence: what follows decides."""

OPENERS = _words(
    """
    the a an he she it they we i this that these those but and in on at for his her its
    their our my there when while as after before if however also according some many
    """
)
"""Words whose capital shows that a sentence begins."""

CLITICS = _words(
    """
    's n't 're 've 'd 'll 'm '
    """
)

SAYING = _words(
    """
    say tell announce report claim argue add explain note state warn suggest write tweet
    declare insist assert allege contend maintain confirm acknowledge admit concede reveal
    disclose stress emphasize emphasise highlight observe remark reply respond answer recall
    comment conclude estimate predict forecast believe think joke quip continue post testify
    reiterate repeat clarify caution mention indicate show find demonstrate affirm proclaim
    complain lament vow pledge promise speculate reckon figure deem read quote propose
    advise assure inform remind boast accept agree charge cite describe hint imply message
    exclaim shout whisper pronounce theorize theorise hypothesize point feel
    """
)
"""Verbs whose clause complement is what someone asserts."""
