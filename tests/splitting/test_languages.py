"""Languages without a pipeline: every sentence is a claim, whole and as the article has it."""

from __future__ import annotations

import pytest

from claimledger.splitting.run import notices_of, split

SENTENCES = {
    "de": [
        "Am 3. Oktober 2019 wurde die Brücke gesperrt.",
        "Dr. Roe und Prof. Dr. Poe prüften sie.",
        "Viele Orte, z. B. Bonn und Köln, waren betroffen.",
        "Der 2. Weltkrieg endete im 20. Jahrhundert.",
        "Die Kosten betrugen ca. 3,5 Mio. Euro.",
        "„Die Brücke ist sicher.“",
        "Roe sagte: „Es regnet.“",
        "Sie wurde 2019 gebaut.",
        "Danach kamen 300 Menschen.",
    ],
    "fr": [
        "M. Roe et Mme Poe sont arrivés le 3 octobre.",
        "« Il pleut. »",
        "Le pont a été fermé !",
        "Selon lui, « le pont est sûr ».",
        "Le Dr Roe a écrit à J.-P. Poe en 2019.",
        "Élisabeth Roe est partie.",
        "Le prix est de 3,5 millions d’euros, etc.",
        "Le maire l’a confirmé.",
    ],
    "es": [
        "El Sr. Roe y la Sra. Poe llegaron el 3 de octubre.",
        "EE. UU. cerró el puente.",
        "¡El puente es seguro!",
        "Según el Dr. Roe, llueve.",
        "«Es seguro», dijo Roe.",
        "La lluvia cayó en Ávila.",
        "Él se fue.",
    ],
    "pt": [
        "O Sr. Roe e a Sra. Poe chegaram.",
        "A ponte foi fechada em 2019.",
        "Às 15h, choveu.",
    ],
    "it": [
        "Il sig. Roe e il dott. Poe sono arrivati.",
        "Il ponte è stato chiuso.",
        "È sicuro.",
    ],
    "nl": [
        "Dhr. Roe en mevr. Poe kwamen op 3 oktober.",
        "Het kost bijv. 3 euro.",
        "De brug is dicht.",
    ],
    "ru": [
        "А. С. Пушкин родился в 1799 г. в Москве.",
        "Мост закрыли в 2019 г.",
        "Он был построен в XIX в. и стоил 3 млн. руб.",
        "«Мост безопасен», — сказал Роу.",
        "Это стоило денег и т. д.",
        "После этого пошёл дождь.",
    ],
    "ar": [
        "أُغلق الجسر يوم الاثنين.",
        "قال الوزير إن الجسر آمن!",
        "بلغت التكلفة 3.5 مليون دولار.",
        "وصل 300 شخص، بينهم أطفال.",
    ],
    "hi": [
        "पुल सोमवार को खुला।",
        "वहाँ 300 लोग थे।",
        "मंत्री ने कहा कि पुल सुरक्षित है।",
    ],
    "zh": [
        "桥在周一重新开放。",
        "市长说：“桥很安全。”",
        "“下雨了。我走了。”他说。",
        "费用是3.5亿元！",
        "“是的。”",
        "有300人到场。",
    ],
    "ja": [
        "橋は月曜日に開通した。",
        "市長は「橋は安全だ。」と述べた。",
        "「雨だ。」",
        "費用は3.5億円だった。",
    ],
}


@pytest.mark.parametrize("language", SENTENCES)
def test_sentences_of_a_paragraph_are_claims(language: str) -> None:
    space = "" if language in {"zh", "ja"} else " "
    text = space.join(SENTENCES[language])
    claims = split(text, language=language)
    assert [claim.text for claim in claims] == SENTENCES[language]
    assert [claim.quote for claim in claims] == SENTENCES[language]


@pytest.mark.parametrize("language", SENTENCES)
def test_sentences_on_lines_of_their_own_are_claims(language: str) -> None:
    text = "\n\n".join(SENTENCES[language])
    assert [claim.text for claim in split(text, language=language)] == SENTENCES[language]


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("de", "Ist die Brücke sicher?", "Roe sagt ja."),
        ("fr", "Le pont est-il sûr ?", "Roe le dit."),
        ("es", "¿Es seguro el puente?", "Roe dice que sí."),
        ("ar", "هل الجسر آمن؟", "قال الوزير إنه آمن."),
        ("zh", "桥安全吗？", "市长说安全。"),
        ("ja", "橋は安全か？", "市長は安全だと述べた。"),
    ],
)
def test_questions_are_left_out_in_any_language(language: str, question: str, answer: str) -> None:
    assert [c.text for c in split(f"{question} {answer}", language=language)] == [answer]


def test_a_language_without_a_pipeline_gives_a_notice() -> None:
    assert "de" in notices_of("Es regnet.", language="de")[0].message
    assert notices_of("It rains.") == []


def test_a_foreign_sentence_in_an_english_article_is_left_out() -> None:
    text = "The bridge reopened on Monday.\n\nपुल सोमवार को खुला। वहाँ 300 लोग थे।"
    assert [c.text for c in split(text)] == ["The bridge reopened on Monday."]
