"""What a page shows when it is not the one that was asked for.

Servers say "not found" and "are you a robot" with the status of success, in words.
"""

from __future__ import annotations

import html
import re

_SEARCHED = 200_000
"""Characters of a page's source in which its title and first heading are looked for."""
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,300})", re.IGNORECASE)
_HEADING = re.compile(r"<h1(?:\s[^>]{0,500})?>(.{0,500}?)</h1", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]{0,500}>")

_NOT_FOUND = re.compile(
    r"\b404\b|"
    # English
    r"\bnot (?:be )?found\b|\b(?:can.?t|cannot|could ?n.t) (?:be found|find)\b|"
    r"\bdoes(?: not|n.t) exist\b|\bno longer (?:exists?|available)\b|\bpage unavailable\b|"
    # German, Dutch, Danish, Norwegian, Swedish, Finnish
    r"nicht gefunden|existiert nicht|nicht (?:mehr )?verfügbar|niet gevonden|bestaat niet|"
    r"ikke fundet|findes ikke|ikke funnet|finnes ikke|(?:hittades|hittas|finns) inte|"
    r"hittar inte|ei löy(?:dy|tynyt)|"
    # French, Spanish, Portuguese, Italian, Catalan, Romanian
    r"introuvable|non trouvée?|n.existe (?:pas|plus)|no (?:fue |ha sido )?encontrad[ao]|"
    r"no existe|no se (?:encuentra|ha encontrado|encontró)|não (?:foi )?encontrad[ao]|"
    r"não existe|non trovat[ao]|non esiste|no s.ha trobat|nu (?:a fost găsită|există)|"
    # Polish, Czech, Slovak, Hungarian, Turkish, Greek
    r"nie (?:znaleziono|istnieje|odnaleziono)|nenalezena?|neexistuje|nebyla nalezena|"
    r"nenájdená|nem található|bulunamadı|δεν βρέθηκε|"
    # Russian, Ukrainian, Bulgarian
    r"не найден[ао]?|не существует|не знайдено|не існує|не е намерена|"
    # Arabic, Hebrew, Persian, Hindi
    r"غير موجود|لم يتم العثور|לא נמצא|یافت نشد|पृष्ठ नहीं मिला|नहीं मिला|"
    # Chinese, Japanese, Korean, Vietnamese, Indonesian
    r"找不到|未找到|页面不存在|頁面不存在|見つかりません|存在しません|찾을 수 없|không tìm thấy|"
    r"tidak ditemukan",
    re.IGNORECASE,
)
_REFUSAL = re.compile(
    r"\bcaptcha\b|\bjust a moment\b|\bchecking (?:your|the) browser\b|"
    r"\battention required\b|\baccess (?:to this page has been )?denied\b|"
    r"\bverify(?:ing)? (?:that )?you are (?:a )?human\b|\bhuman verification\b|"
    r"\bare you (?:a robot|human)\b|\brobot check\b|\bnot a robot\b|\bbot (?:verification|check)\b|"
    r"\bpardon our interruption\b|\bsecurity (?:check|verification)\b|\bunusual traffic\b|"
    r"\benable javascript and cookies to continue\b|\brequest unsuccessful\. incapsula\b|"
    r"\bddos.guard\b",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"/(?:log-?in|sign-?in)(?:[./?]|$)|^https?://(?:login|consent)\.", re.IGNORECASE
)
CHALLENGES = ("cf-mitigated", "x-amzn-waf-action")
"""Headers by which gatekeepers of the web mark what they send instead of a page."""
_SHORT = 1_500
"""Characters beyond which a page is more than a challenge, whatever it mentions."""


def heads_of(source: str) -> tuple[str, ...]:
    """Return a page's title and first heading, as far as it has them."""
    start = source[:_SEARCHED]
    found = (_TITLE.search(start), _HEADING.search(start))
    texts = (_TAG.sub(" ", match.group(1)) for match in found if match)
    return tuple(" ".join(html.unescape(text).split()) for text in texts)


def says_not_found(head: str) -> bool:
    """Tell whether a title or heading says that there is no such page."""
    return bool(_NOT_FOUND.search(head))


def refuses_programs(heads: tuple[str, ...], text: str) -> bool:
    """Tell whether a page asks for proof of being human."""
    words = (*heads, text) if len(text) <= _SHORT else heads
    return any(_REFUSAL.search(one) for one in words)


def asks_who_you_are(url: str) -> bool:
    """Tell whether an address is that of a login or of a form for consent."""
    return bool(_LOGIN.search(url))
