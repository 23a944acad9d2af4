"""Quotes taken from whole articles, as people copy them and as they must not be taken."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimledger.capture import find_quote
from claimledger.domain.evidence import Likeness

SAMPLE = Path(__file__).parents[2] / "docs" / "sample" / "article.txt"
HARBOUR = """\
The city council voted on Tuesday, by 7 votes to 4, to close the old harbour to cars. “We aren’t \
doing this to punish anyone,” said the deputy mayor, Ines Falk. “We’re doing it because the air \
is not safe.” The traffic office counted 18,400 vehicles a day in March – 2,100 more than in 2019.

Shopkeepers did not agree. Per Lund, who has sold fishing gear on the quay for thirty-one years, \
called the plan “a death sentence… for a street that’s already half empty”. Sales in the quarter \
fell by 6.5 percent last year, according to the chamber of commerce, and they had never fallen \
before. Falk’s office disputes the figure: it says that sales rose in two of the three streets.

Ambulances and the No. 12 bus will still be allowed in. The speed limit will drop from 50 to 30 \
km/h, and about 240 parking places will be lost. Most residents support the closure, a survey of \
1,012 people found in April; fewer than one in five oppose it. The re-designed quay – the first \
part of a €14.2 million programme – should open in June 2027, but no contract has been signed.

The opposition leader, Marit Aas, said that the council had neither asked the harbour authority \
nor waited for the flood report. “Nobody knows what the next storm will do,” she said. The report \
was due in May and could not be finished, because the university’s tide gauge failed twice.
"""
OTHERS = ("Olsson", "Quito")
OPPOSITES = (
    *(("rose", "fell"), ("risen", "fallen"), ("drop", "climb"), ("dropped", "climbed")),
    *(("more", "less"), ("smaller", "larger"), ("before", "after"), ("most", "few")),
    *(("support", "oppose"), ("largest", "smallest"), ("nearly", "over"), ("every", "no")),
    *(("from", "to"), ("later", "earlier"), ("heavier", "lighter"), ("lost", "gained")),
)
AUXILIARY = re.compile(
    r"\b(?:is|was|are|were|has|have|had|will|would|can|could|should|did)\b(?!['’])"
)
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")


@pytest.fixture(scope="module", params=["sample", "harbour"])
def article(request: pytest.FixtureRequest) -> str:
    return HARBOUR if request.param == "harbour" else SAMPLE.read_text(encoding="utf-8")


def quotes_of(text: str, count: int) -> list[str]:
    """Take sentences, then runs of 6 to 40 words of one paragraph, the same every time."""
    chance = random.Random(f"{len(text)} {count}")  # noqa: S311 - no secret
    paragraphs = [p for p in text.split("\n") if len(p.split()) > 6]
    quotes = [s for p in paragraphs for s in re.split(r"(?<=\w\.) (?=[A-Z])", p)]
    while len(quotes) < count:
        words = chance.choice(paragraphs).split(" ")
        length = chance.randint(6, min(40, len(words)))
        start = chance.randint(0, len(words) - length)
        taken = words[start : start + length]
        if not re.search(r"^.?million|\d$", f"{taken[0]} {taken[-1]}"):  # not half a number
            quotes.append(" ".join(taken))
    return [quote.strip() for quote in quotes[:count]]


def straight(text: str) -> str:
    return text.translate(str.maketrans("“”‘’–—", "\"\"''--"))


def curly(text: str) -> str:
    marked = re.sub(r'(?<![\w.,?!])"', "“", text).replace('"', "”")
    return marked.replace("'", "’")


def divided(text: str) -> str:
    """Divide every third long word at a line's end."""
    numbers = iter(range(10**6))

    def at_the_end(found: re.Match[str]) -> str:
        return f"{found[1]}-\n{found[2]}" if next(numbers) % 3 == 0 else found[0]

    return re.sub(r"\b([a-z]{4})([a-z]{4,})\b", at_the_end, text)


VARIATIONS: dict[str, Callable[[str], str]] = {
    "straight marks": straight,
    "curly marks": curly,
    "capitals": str.upper,
    "small letters": str.lower,
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "thin spaces": lambda t: re.sub(r"(?<=\d) ", "\u202f", t),
    "double spaces": lambda t: t.replace(" ", "  "),
    "lines": lambda t: t.replace(", ", ",\n").replace(" the ", " the\n    "),
    "soft hyphens": lambda t: re.sub(r"([a-z]{3})(?=[a-z]{3})", "\\1\u00ad", t),
    "zero width": lambda t: t.replace(" ", "\u200b ").replace("e", "e\u200b"),
    "apart accents": lambda t: unicodedata.normalize("NFD", t),
    "ligatures": lambda t: t.replace("fi", "\ufb01").replace("fl", "\ufb02"),
    "full width": lambda t: re.sub("[a-d]", lambda m: chr(ord(m[0]) + 0xFEE0), t),
    "dots": lambda t: t.replace("…", " . . . "),
    "close dashes": lambda t: t.replace(" – ", "—"),
    "non-breaking hyphens": lambda t: t.replace("-", "\u2011"),
    "space before signs": lambda t: re.sub(r"(?<=[a-z])([;:!?])", " \\1", t),
    "low marks": lambda t: t.replace("“", "„"),
    "guillemets": lambda t: t.replace("“", "« ").replace("”", " »"),
    "divided words": divided,
}


def mutated(quote: str) -> Iterator[tuple[str, str]]:
    """Yield what says something else, each with what was done to it."""
    for found in re.finditer(r"\d", quote):
        other = str((int(found[0]) + 3) % 10)
        yield "another digit", quote[: found.start()] + other + quote[found.end() :]
    for found in re.finditer(r"\b(?:one|two|three|thirty|half|first|million)\b", quote):
        yield "another number", f"{quote[: found.start()]}nine{quote[found.end() :]}"
    for found in re.finditer(r"(?<=\w)(?: not| never|n['’]t)\b", quote):
        yield "denial dropped", quote[: found.start()] + quote[found.end() :]
    for found in AUXILIARY.finditer(quote):
        yield "denial added", f"{quote[: found.end()]} not{quote[found.end() :]}"
    for found in NAME.finditer(quote):
        for other in OTHERS:
            yield "another name", quote[: found.start()] + other + quote[found.end() :]
    for pair in OPPOSITES:
        for one, other in (pair, pair[::-1]):
            for found in re.finditer(rf"\b{one}\b", quote):
                yield "the opposite", quote[: found.start()] + other + quote[found.end() :]


def test_a_quote_from_an_article_is_found_to_the_letter(article: str) -> None:
    for quote in quotes_of(article, 200):
        found = find_quote(article, quote)

        assert found is not None, quote
        assert (found.likeness, found.exact) == (Likeness.EXACT, quote)
        assert found.span.start == article.index(quote)


@pytest.mark.parametrize("variation", VARIATIONS)
def test_a_quote_is_found_however_it_is_set(article: str, variation: str) -> None:
    for quote in quotes_of(article, 200):
        found = find_quote(article, VARIATIONS[variation](quote))

        assert found is not None, quote
        assert found.likeness is not Likeness.FUZZY, quote
        assert found.exact.strip("“”") == quote.strip("“”"), quote


@pytest.mark.parametrize("variation", VARIATIONS)
def test_a_quote_is_found_however_the_article_is_set(article: str, variation: str) -> None:
    varied = VARIATIONS[variation](article)
    for quote in quotes_of(article, 40):
        found = find_quote(varied, quote)

        assert found is not None, quote
        assert found.likeness is not Likeness.FUZZY, quote
        assert found.exact == found.span.of(varied)


def test_what_says_something_else_is_not_found(article: str) -> None:
    done = set()
    for quote in quotes_of(article, 150):
        for what, other in mutated(quote):
            if other in article:  # "the air is not", of "the air is not safe"
                continue
            done.add(what)
            assert find_quote(article, other) is None, f"{what}: {other}"

    assert len(done) > 4
