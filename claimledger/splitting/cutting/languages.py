"""What each language writes with a full stop inside a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimledger.splitting.english.words import NEVER_LAST, OPENERS, SELDOM_LAST, words_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Stops:
    """The abbreviations of a language, without their last full stop, in lower case."""

    never_last: frozenset[str] = frozenset()
    """They stand before what they belong to."""
    seldom_last: frozenset[str] = frozenset()
    """They can end a sentence: what follows decides."""
    openers: frozenset[str] = frozenset()
    """Words whose capital shows that a sentence begins."""
    ordinals: bool = False
    """True where a number with a full stop is an ordinal: "3. Oktober"."""


_TITLES = words_in("dr prof st mr mrs")

STOPS: Mapping[str, Stops] = {
    "en": Stops(
        never_last=NEVER_LAST, seldom_last=SELDOM_LAST - {"a.m", "p.m", "am", "pm"}, openers=OPENERS
    ),
    "de": Stops(
        never_last=_TITLES
        | words_in(
            """
            hr fr frl nr bzw ca vgl ggf inkl evtl z.b d.h u.a i.d.r z.t s.o v.a o.g sog bd abs art
            ziff gem geb gest hrsg tel str dipl ing rer nat phil med hl kgl jan feb apr aug sept
            okt nov dez mo di mi do sa so zzgl max min s
            """
        ),
        seldom_last=words_in("usw etc mio mrd jh chr mill tsd co ag jr sen uvm u.v.m"),
        openers=words_in(
            """
            der die das ein eine einen einem einer er sie es wir ich ihr man dies diese dieser
            dieses in im am an auf bei mit nach von vor seit und aber doch auch so als wenn wer wie
            was da dann danach dort hier zudem jedoch für zu zum zur nun
            """
        ),
        ordinals=True,
    ),
    "fr": Stops(
        never_last=_TITLES
        | words_in("mm mlle me mgr p.ex p ex cf env art vol no av janv févr juil sept oct nov déc"),
        seldom_last=words_in("etc j.-c apr"),
        openers=words_in(
            """
            le la les l' un une des il elle ils elles on nous je tu vous ce cette ces cet c'est en
            à au aux dans pour sur par avec mais et ou selon après avant depuis quand lorsque si
            son sa ses leur leurs
            """
        ),
    ),
    "es": Stops(
        never_last=_TITLES
        | words_in(
            "sr sra srta sres d dña dra ud uds ee núm nº pág págs art lic ing gral cnel av p.ej"
        ),
        seldom_last=words_in("etc uu ee.uu a.c d.c s.a"),
        openers=words_in(
            """
            el la los las un una unos unas él ella ellos ellas lo se en a al con de del por para
            según pero y o como cuando si no su sus este esta esto estos estas ese esa también
            tras desde hasta
            """
        ),
    ),
    "pt": Stops(
        never_last=_TITLES | words_in("sr sra srs dra d exmo exma nº pág art av eng p.ex"),
        seldom_last=words_in("etc eua a.c d.c s.a"),
        openers=words_in(
            """
            o a os as um uma ele ela eles elas em no na nos nas ao à de do da por para com segundo
            mas e ou como quando se não seu sua este esta isso também após desde até
            """
        ),
    ),
    "it": Stops(
        never_last=_TITLES | words_in("sig sig.ra sigg dott dott.ssa ing avv on mons art pag n"),
        seldom_last=words_in("ecc a.c d.c s.p.a"),
        openers=words_in(
            """
            il lo la i gli le un uno una l' egli lui lei essi loro si in nel nella a al alla di del
            della da dal con per secondo ma e o come quando se non suo sua questo questa dopo
            """
        ),
    ),
    "nl": Stops(
        never_last=_TITLES | words_in("dhr mevr mw drs ir bijv bv nr art blz ca resp o.a d.w.z jl"),
        seldom_last=words_in("enz etc"),
        openers=words_in(
            """
            de het een hij zij ze wij we ik dit dat deze die in op bij met na van voor sinds en maar
            ook als er volgens toen
            """
        ),
    ),
    "ru": Stops(
        never_last=words_in("гг им ул пр проф акад ген стр рис табл см тов г-н г-жа т.е напр"),
        seldom_last=words_in("г в руб тыс млн млрд др пр т.д т.п н.э"),
        openers=words_in(
            """
            он она оно они мы вы я это этот эта эти в во на по с со из за к ко у о об от до но и а
            как когда если не также после однако его её их при для все
            """
        ),
    ),
}
"""What is known of each language; others have titles and initials alone."""

ANY = Stops(never_last=_TITLES)
