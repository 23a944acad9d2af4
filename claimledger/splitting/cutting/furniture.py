"""Lines that stand around an article: captions, bylines, notices, menus, lists of sources."""

from __future__ import annotations

import re

_WHEN = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|"
    r"feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|\d{1,4}(?::\d\d)*(?:st|nd|rd|th|[ap]m)?|[ap]\.m|"
    r"[ap]m|on|at|of|the|ago|hours?|days?|minutes?|read|gmt|utc|e[sd]?t|bst|ce[sd]?t|ist|"
    r"p[sd]?t|c[sd]?t|local|time)\b[\s,.|/\u00b7\u2022-]*"
)
_NAMES = r"(?:(?-i:[A-Z][\w.'\u2019-]*|and|in|at|for|from|of|the)(?:[\s,;/&|]+|[.)]*$))+"
_ABOUT = (
    r"(?:photos?|images?|pictures?|videos?|screenshots?|credits?|captions?|sources?|tags?|topics?|"
    r"keywords?|categor(?:y|ies)|filed\ under|related|see\ also|external\ links?|references?|"
    r"further\ reading|(?:read|watch|listen|see|learn)(?:\ more|\ also|\ next|\ now|\ live)?|"
    r"also\ read|more|next|previous|advertisement|share(?:\ this)?|copyright|contact|e-?mail|"
    r"follow|posted|(?:first\ )?published|(?:last\ )?updated|transcript|our\ standards)"
)
_FURNITURE = re.compile(
    rf"""^(?:
      (?:file\ )?{_ABOUT}
      (?:\ (?:story|stories|articles?|links?|news|videos?|topics?|content|coverage|by|on\ this|
         and\ \w+))?:
    | by\ {_NAMES}$
    | \(?(?:additional\ )?(?:reporting|writing|editing)(?:\ and\ \w+)?\ by\ {_NAMES}
      (?:(?:additional\ |further\ )?(?:reporting|writing|editing)(?:\ and\ \w+)?\ by\ {_NAMES})*$
    | (?:(?:first\ |originally\ |last\ )?(?:posted|published|updated)\b:?\s*)?(?:{_WHEN})+$
    | (?:leave|post|add|write)\ a\ (?:comment|reply)\b
    | (?:https?://|www\.|pic\.twitter\.com/)\S+$
    | \S+@\S+\.\w+$
    | (?:contact|e-?mail|reach|write\ to)\b.{{0,60}}\s\S+@\S+$
    | (?:file\ )?(?:photo|image)\ (?:of|from|by)\b.{{0,80}}$
    | image\ (?:copyright|caption|source)\s(?-i:[A-Z])
    | (?:fig(?:ure|\.)?|table)\ \d{{1,3}}[.:]\s
    | copyright\s(?:\(c\)|©|\d{{4}}|by\b).{{0,200}}$
    | (?:\(c\)|©|all\ rights\ reserved).{{0,200}}$
    | (?:click|tap)\ here\b.{{0,80}}$
    | (?:sign|subscribe|log)\ (?:up|in|to)\ (?:to|or|for|here|now|with)\b.{{0,100}}$
    | subscribe\ (?:to|now|today)\b.{{0,100}}$
    | already\ a\ (?:subscriber|member)\b.{{0,80}}$
    | (?:find\ out|read|learn|see)\ more\b.{{0,80}}$
    | (?:watch|listen\ to)\b.{{0,40}}\b(?:above|below)\.?$
    | follow\b.{{0,60}}\bon\ (?:twitter|x|facebook|instagram|youtube|tiktok|telegram|linkedin)\b.*$
    | (?:we|(?:this|our)\ (?:web)?site)\ (?:also\ )?uses?\ (?:\w+\ ){{0,2}}cookies\b
    | by\ (?:using|continuing\ to|clicking|visiting)\b.{{0,80}}\b(?:cookies|polic(?:y|ies)|terms)\b
    | (?:please\ )?(?:accept\ (?:all\ )?cookies|enable\ (?:javascript|cookies)|turn\ on\ javascript)
    | your\ browser\ (?:does|is)\ not\b
    | this\ (?:article|story|post|piece|report|page)\ (?:(?:has|have)\ been|was|is|first|originally)
      \ (?:(?:first|originally|last|also|since)\ )?
      (?:published|updated|corrected|amended|republished|appeared|produced)\b.{{0,120}}$
    | this\ is\ a\ (?:breaking|developing)\ (?:news\ )?story\b
    | (?:please\ )?check\ back\ for\ updates\b
    | (?:do|have)\ you\ (?:have\ )?(?:a|any)?\s?(?:story|news|tip)\b.{{0,60}}\?
    | have\ something\ to\ say\?
    | (?:download|get)\ (?:our|the)\ (?:free\ |new\ )?apps?\b.{{0,60}}$
    | support\ (?:our|independent)\ journalism\b
    | thank\ you\ for\ (?:reading|subscribing|your\ (?:support|interest))\b
    | loading\.{{3}}
    | (?:isbn|issn|doi)\b[:\s]
    | \^\s
    | (?:\[?\d{{1,3}}[\].)]+\s)?(?-i:[A-Z])[\w'-]+,\ (?-i:[A-Z])[^()]{{0,200}}
      \(\d{{4}}[a-z]?\)[.,:]\s
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = re.compile(
    rf"""(?:
      \bcontributed\ to\ this\ (?:report|story|article)\.?$
    | \b(?-i:Image|Photo|Photograph|Credit|Picture|IMAGE|PHOTO|CREDIT)s?:\ [^.]{{2,60}}\.?$
    | \((?:(?:file\ )?(?:photo|image)s?:?\s[^()]{{2,80}}|ap\ photo/[^()]{{2,80}})\)\.?$
    | \b(?:retrieved|accessed)(?:\ on)?\ (?:{_WHEN})+$
    | \bISBN[\s:]*[\dX-]{{10,}}\.?$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 300
_LAST = 130
"""Characters at the end of a line in which a credit or a date of retrieval stands."""


def is_furniture(line: str) -> bool:
    """Tell whether a line, in plain spelling, is none of the article's sentences."""
    if _FURNITURE.match(line):
        return True
    return len(line) < _LONGEST and bool(_TAIL.search(line, max(0, len(line) - _LAST)))
