"""English verbs by what they do with what follows them."""

from __future__ import annotations

from claimledger.splitting.english.words import words_in

JUDGING = words_in(
    """
    attack criticize criticise denounce dismiss condemn hail praise reject blast slam decry
    portray depict deride ridicule mock
    """
)
"""Verbs that describe a thing where they have an "as"."""

INTRANSITIVE = words_in(
    """
    arrive die live come go sit stand laugh smile run walk retire resign return fall rise
    work sleep stay wait stop begin start meet travel sing dance play practice practise
    emigrate graduate speak talk swim fly drive eat drink cry listen look emerge appear
    disappear happen occur vanish collapse crash escape flee land turn move step swear
    compete train study hide win lose be
    """
)
"""Verbs that often have no object."""

PASTS = words_in(
    """
    lost held made had left led built spent sent won told paid bought brought found kept met said
    sold felt got heard taught caught thought meant dealt fed bred shot stood understood laid
    """
)
"""Pasts of irregular verbs that are spelled as their participles."""
