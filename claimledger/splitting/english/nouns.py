"""English nouns that tell people, times and things apart."""

from __future__ import annotations

from claimledger.splitting.english.words import words_in

TIMES = words_in(
    """
    second minute hour day week weekend month year decade century morning afternoon evening
    night noon midnight spring summer autumn fall winter season today yesterday tomorrow
    time moment period date monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    """
)
"""Nouns of time, which pronouns seldom stand for."""

NOT_PEOPLE = words_in(
    """
    city town village center centre organization organisation corps ball university college
    institute association council party street road avenue river lake mount mountain hospital
    award prize league club agency office department ministry bank school museum park
    convention committee commission county state court church company group union society
    foundation festival team times post news cup games act bill treaty building tower bridge
    island islands valley bay sea ocean airport station stadium house hall palace castle
    square hurricane cyclone typhoon storm cape fort camp operation inc corp ltd records
    trust fund network laboratory lab academy library theatre theater gallery hotel project
    program programme system conference summit protocol agreement mv uss hms rms bulletin herald
    tribune chronicle gazette journal magazine
    """
)
"""Words of names that are no person's, however they look to the parser."""

NAMED_THINGS = words_in(
    """
    hurricane cyclone typhoon storm mount lake cape fort camp operation hms uss rms ss ms mv
    comet asteroid
    """
)
"""Words before the name of a thing."""

RANKS = words_in(
    "earl duke duchess baron baroness count countess viscount marquess bishop prince dean"
)
"""Ranks that "of" and a place follow."""

SHORT_TITLES = words_in(
    """
    mp mep msp mla pm im gm fr sr cllr cpl pvt maj cmdr adm constable superintendent inspector
    commissioner councillor assemblyman assemblywoman congresswoman chancellor sergeant
    """
)
"""More titles before a name."""

WORDS = words_in(
    """
    term word concept name brand song album film movie book novel play poem series show game
    app website magazine newspaper newsletter ship boat bar restaurant pub nightclub band
    company firm startup dog cat horse character planet star species genus language drug virus
    """
)
"""Nouns before the name of a thing: "the term Nexus"."""

COURTESIES = words_in("madam madame mr mr. mrs mrs. ms ms. miss sir honorable honourable")
"""Words before an office when its holder is addressed."""

KINDS = (
    dict.fromkeys(
        words_in(
            """
        convention festival conference summit championship championships games cup
        race tournament fair expo olympics concert parade
        """
        ),
        ("event",),
    )
    | dict.fromkeys(
        words_in("cathedral church temple mosque basilica abbey"), ("building", "church")
    )
    | dict.fromkeys(words_in("hurricane cyclone typhoon"), ("storm", "hurricane", "cyclone"))
    | dict.fromkeys(words_in("marathon"), ("event", "race", "marathon"))
    | dict.fromkeys(
        words_in("inc inc. corp corp. ltd ltd. llc plc company airlines motors industries"),
        ("company", "firm"),
    )
)
"""What a name can be called after by its last word."""

PUBLICATIONS = words_in(
    """
    study paper report article finding result survey research analysis review letter
    statement poll investigation book
    """
)
"""What is published, so that it can be said when and where."""
