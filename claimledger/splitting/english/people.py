"""English words that tell people, bodies, places and events apart."""

from __future__ import annotations

import re

from claimledger.splitting.english.words import ANIMATE, SAYING, words_in

_MORE_PEOPLE = words_in(
    """
    acquaintance actor administrator adult agent ambulance-man analyst applicant arbiter
    architect assassin assistant associate astronaut attacker attendee aunt author
    baby bachelor banker baron bishop blogger boss boy boyfriend bride broadcaster broker
    brother builder businessman businesswoman buyer campaigner caller candidate captive
    cardinal caregiver carer cartoonist celebrity champion chef child citizen civilian
    clergyman clerk client coauthor co-author co-founder colleague collector comedian
    commissioner competitor congressman congresswoman conservative constable consultant
    consumer contestant correspondent councillor counsel counsellor cousin creator
    crewman criminal customer cyclist deaconess dealer debtor delegate democrat
    demonstrator dentist deputy detainee detective developer dictator diplomat dissident
    donor drummer duke earl educator elder emperor employee employer envoy eyewitness
    fan fellow fiance fiancee fighter financier firefighter fisherman folk follower foreigner
    founder freshman friend fugitive gamer gardener girl girlfriend goalkeeper governor
    graduate grandfather grandmother grandparent grandson granddaughter guard guest guide
    gunman hacker heir helper hero host hostage housewife human hunter husband immigrant
    infant inhabitant inmate inspector instructor intern interviewee investigator investor
    islander journalist juror justice kid killer knight laborer labourer lady landlord
    learner lecturer librarian lieutenant listener lord lover magistrate maker male female
    man marshal mate mathematician mayor medalist medic mercenary merchant migrant millionaire
    billionaire mom dad monarch monk mother mum murderer native neighbor neighbour nephew
    niece nominee novelist nun observer occupant offender officeholder onlooker operator
    opponent organiser organizer orphan outsider painter parent participant passenger
    passer-by patient patriot peasant pedestrian peer person personality pensioner
    philosopher physician plaintiff player plumber poet policeman policewoman politician
    pope predecessor premier presenter priest prince princess principal prisoner professional
    professor programmer protester protestor provider psychiatrist publisher pupil
    rabbi racer reader rebel recipient recruit referee refugee relative rep reporter
    republican rescuer researcher respondent resident rider rival robber rocker roommate
    ruler sailor salesman scholar schoolgirl schoolboy scout sculptor secretary seller senior
    sergeant servant shooter shopkeeper sibling singer skater slave slayer smuggler socialite
    soldier solicitor son songwriter sophomore speaker specialist spectator speculator
    spokesperson spouse staffer star statesman stepfather stepmother stranger student
    subscriber successor suitor superintendent supervisor supporter surgeon survivor
    swimmer teen teenager tenant terrorist tester thief toddler tourist trader trainee
    trainer traitor translator traveler traveller treasurer trooper trustee tutor twin
    uncle user vendor vet veteran victim villager violinist visitor volunteer voter waiter
    waitress walker warden warrior watcher wearer widow widower wife winner witness woman
    worker workman worshipper wounded wrestler writer youngster youth
    """
)
PEOPLE = ANIMATE | _MORE_PEOPLE
"""Nouns for people."""

_ENDINGS = re.compile(
    r"[a-z-]{3,}(?:ist|ographer|ician|keeper|goer|maker|worker|woman|crat)|[a-z]+(?:s|er|ist|ian)man"
)
_NO_PERSON = words_in(
    "checklist playlist shortlist watchlist wishlist blacklist whitelist twist wrist waist heist"
)


def is_person_noun(lemma: str) -> bool:
    """Tell whether a noun is one for a person."""
    return lemma in PEOPLE or (_ENDINGS.fullmatch(lemma) is not None and lemma not in _NO_PERSON)


NOT_ONLY_PEOPLE = words_in(
    """
    agent ancestor associate authority champion competitor consumer contestant creator donor
    drummer fellow giant guard guide helper hero host hunter killer leader maker male female
    member mother native neighbor neighbour observer offender opponent parent partner party
    peer performer pioneer player predecessor professional recipient relative rival runner
    scout senior sister speaker specialist sponsor star successor supporter survivor swimmer
    twin user victim warrior winner
    """
)
"""Words for people that are said of other things too."""

HUMAN_VERBS = SAYING - words_in(
    "show indicate suggest mention find reveal cite confirm demonstrate reflect imply feel "
    "read estimate predict forecast figure propose point hint post continue repeat"
) | words_in(
    """
    accuse agree call offer appeal apologize apologise appoint argue arrest ask attend blame
    campaign celebrate consider convince criticize criticise debate decide defend demand deny
    discuss divorce doubt elect endorse enjoy forget forgive hire hope imagine intend invite
    judge laugh marry meet mourn negotiate notice object order overhear phone plan plead pray
    prefer protest quit realize realise refuse regret remember resent resign retire say sign
    speak study swear talk teach tell testify think tweet understand urge vote want warn wish
    wonder worry write
    """
)
"""Verbs whose subject is a person or a body of people."""

HAPPENING = words_in("occur happen erupt expire elapse coincide entail last consist")
"""Verbs whose subject is no person and no body of people."""

EVENT_PHRASES = {"take": words_in("effect place"), "come": words_in("force")}
"""Verbs that speak of an event or an act with an object: "took effect"."""

OWNED_BY_PEOPLE = words_in(
    """
    aunt baby birth birthday boyfriend boss brother childhood child children cousin dad
    daughter death ex father fiance fiancee funeral girlfriend grandfather grandmother
    grandson granddaughter hand husband life lifetime mom mother mum nephew niece opinion
    parent parents partner sister son spouse twin uncle wife widow
    """
)
"""Nouns that only people have."""

BODIES = words_in(
    """
    agency alliance army association authority band bank board brand broadcaster brigade bureau
    cabinet campaign chain charity church club coalition college commission committee company
    conglomerate congress consortium cooperative corporation council court crew department
    employer enterprise faction federation firm force foundation front government group
    institute institution jury public crowd couple league manufacturer maker militia ministry
    movement navy network newspaper office operator organisation organization outlet owner
    panel parliament party police producer provider publisher regime retailer school senate
    staff startup studio supplier team trio troupe tribunal union university
    """
)
"""Nouns for bodies of people."""

PLACES = words_in(
    """
    area borough capital city continent coast community country county destination district
    harbor harbour hamlet island kingdom land municipality nation neighborhood neighbourhood
    parish port province republic region settlement site state suburb territory town township
    venue village
    """
)
"""Nouns for places."""

ACTS = words_in(
    """
    accident accord act agreement amendment announcement arrangement arrest article assault
    attack attempt award battle bill bombing book budget campaign case ceremony claim conflict
    contract crash crime crisis deal death debate decision declaration defeat disease disorder
    document earthquake election epidemic error event exercise experience explosion festival
    film fire flood game idea incident infection injury investigation issue law lawsuit
    legislation letter march match measure meeting message mistake movie murder oath offence
    offense offer operation outbreak painting pandemic paper performance plan plot poem
    policy practice problem proposal protest race rally reason referendum report result
    revolution riot rule ruling scandal sentence shooting show song speech sport start
    statement step storm strategy strike struggle study success symbol threat tool tragedy
    treaty trial trick trip verdict victory virus visit vote war warning way win word work
    """
)
"""Nouns for events, acts and writings: nothing that a person, a body or a place can be."""

WEATHER = words_in("cold cool hot humid warm rainy sunny windy cloudy foggy dark late early")
"""Adjectives of weather and time, whose "it" is nothing."""

WEATHER_VERBS = words_in("rain snow hail drizzle")

TOLD_OF_EVENTS = words_in(
    "true clear unclear possible impossible likely unlikely apparent obvious inevitable ok okay"
)
"""Adjectives for what is said to be the case."""

DEMONYMS = words_in(
    """
    afghan african albanian algerian american arab arabian argentine argentinian armenian asian
    australian austrian azerbaijani azeri bahamian bangladeshi basque belarusian belgian
    bengali bolivian bosnian brazilian british briton bulgarian burmese cambodian cameroonian
    canadian catalan caribbean chechen chilean chinese christian colombian croatian cuban cypriot
    czech danish democratic dutch ecuadorian egyptian english estonian ethiopian european
    filipino finnish french georgian german ghanaian greek haitian hindu hispanic hungarian
    icelandic indian indonesian iranian iraqi irish islamic israeli italian jamaican japanese
    jewish jordanian kashmiri kazakh kenyan korean kurdish kuwaiti latin latvian lebanese
    liberian libyan lithuanian malaysian maltese mexican mongolian moroccan muslim nepalese
    nepali nigerian nordic norwegian ottoman pakistani palestinian persian peruvian philippine
    polish portuguese protestant puritan qatari republican roman romanian russian saudi
    scandinavian scottish serbian singaporean slovak slovenian somali soviet spanish sudanese
    swedish swiss syrian taiwanese thai tibetan tunisian turkish ugandan ukrainian uruguayan
    uzbek venezuelan victorian vietnamese welsh yemeni zimbabwean
    """
)
"""Adjectives and nouns of origin and belief, which keep their capital."""

NAME_OPENERS = words_in(
    """
    new north south east west northern southern eastern western central united great grand
    first prime high supreme federal national royal saint
    """
)
"""Adjectives with which a name can open."""

PLAIN = words_in(
    """
    police authorities officials researchers scientists experts reports statistics lawmakers
    prosecutors investigators critics supporters doctors data witnesses sources
    """
)
"""Nouns that are no names, though a parser may take them for one where a sentence opens."""
