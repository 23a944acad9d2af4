from __future__ import annotations

import pytest

from claimledger.domain.text import Span
from claimledger.splitting.cutting.paragraphs import without_dateline


@pytest.mark.parametrize(
    "dateline",
    ["LONDON (Reuters) - ", "WASHINGTON — ", "FLINT, Mich., Oct. 4 (UPI) — ", "Paris (AFP) – "],
)
def test_a_dateline_is_left_out(dateline: str) -> None:
    text = f"{dateline}The bridge reopened."
    assert without_dateline(text, Span(0, len(text))).of(text) == "The bridge reopened."


def test_a_name_before_a_dash_is_no_dateline() -> None:
    text = "Smith — a poet — was there."
    assert without_dateline(text, Span(0, len(text))).of(text) == text


@pytest.mark.parametrize(
    "dateline",
    [
        "WASHINGTON (AP) — ",
        "LONDON (Reuters) - ",
        "LONDON, March 3 (Reuters) - ",
        "LONDON, March 3, 2020 (Reuters) - ",
        "WASHINGTON, D.C. (AP) — ",
        "NEW YORK — ",
        "BEIJING, Oct. 3 (Xinhua) -- ",
        "PARIS (AFP) - ",
        "Paris (AFP) — ",
        "Paris, March 3 (AFP) — ",
        "JERUSALEM, Israel (AP) _ ",
        "ST. LOUIS (AP) — ",
        "ST. PAUL, Minn. (AP) — ",
        "UNITED NATIONS (AP) — ",
        "MOSCOW, March 3. /TASS/. ",
        "NEW DELHI: ",
        "ISLAMABAD: ",
        "KABUL, Afghanistan — ",
        "SÃO PAULO (AP) — ",
        "PORT-AU-PRINCE, Haiti (AP) — ",
        "WASHINGTON/LONDON (Reuters) - ",
        "LONDON/PARIS, March 3 (Reuters) - ",
        "TOKYO -- ",
        "Mexico City, Mar 3 (EFE).- ",
        "BERLIN (dpa) - ",
        "New Delhi, March 3 (PTI) ",
        "CAIRO - 3 March 2020: ",
        "(CNN) — ",
        "(CNN)",
        "(Reuters) - ",
        "(AP) — ",
        "March 3 (Reuters) - ",
        "March 3 (UPI) -- ",
        "March 3, 2020 — ",
        "HONG KONG, March 3, 2020 /PRNewswire/ -- ",
        "SEATTLE--(BUSINESS WIRE)--",
        "Washington, D.C. – ",
        "Lagos, Nigeria (CNN) — ",
        "Kyiv, Ukraine — ",
        "BRUSSELS, 3 March (Reuters) – ",
    ],
)
def test_every_agency_has_its_dateline(dateline: str) -> None:
    text = f"{dateline}The bridge reopened."
    assert without_dateline(text, Span(0, len(text))).of(text) == "The bridge reopened."


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 cases rose on Monday.",
        "SARS-CoV-2 spreads through the air.",
        "ABS-CBN Corporation lost its licence.",
        "UK–US talks failed.",
        "NASA - the agency - said so.",
        "TRUMP: We will win.",
        "Jane Roe (Labour) — whose seat is safe — left.",
        "A-levels were cancelled.",
        "F-16 jets flew over the town.",
        "March 3 was a Monday.",
        "3. Oktober ist Feiertag.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(text: str) -> None:
    assert without_dateline(text, Span(0, len(text))).of(text) == text


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "> ", "– ", "1) ", "(2) "])
def test_the_mark_of_a_list_is_left_out(mark: str) -> None:
    text = f"{mark}The bridge reopened."
    assert without_dateline(text, Span(0, len(text))).of(text) == "The bridge reopened."
