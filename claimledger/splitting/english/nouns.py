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
    program programme system conference summit protocol agreement
    """
)
"""Words of names that are no person's, however they look to the parser."""

NAMED_THINGS = words_in(
    """
    hurricane cyclone typhoon storm mount lake cape fort camp operation hms uss comet asteroid
    """
)
"""Words before the name of a thing."""

COURTESIES = words_in("madam madame mr mr. mrs mrs. ms ms. miss sir honorable honourable")
"""Words before an office when its holder is addressed."""

KINDS = dict.fromkeys(
    words_in(
        """
        convention festival conference summit marathon championship championships games cup
        race tournament fair expo olympics concert parade
        """
    ),
    ("event",),
) | dict.fromkeys(
    words_in("inc inc. corp corp. ltd ltd. llc plc company airlines motors industries"),
    ("company", "firm"),
)
"""What a name can be called after by its last word."""
