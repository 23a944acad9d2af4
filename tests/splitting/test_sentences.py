from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.domain.text import Span
from claimledger.splitting.cutting.sentences import sentences_of


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences_of(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Smith met Mr. Jones on Jan. 5 in the U.S. capital.",
        "The price rose 3.5 percent to $4.20 a gallon.",
        "The train left at 7:37 p.m. local time on Friday.",
        "J. K. Rowling and George W. Bush came.",
        "J. A. Roe and T. I. Poe came.",
        "They played No. 5 by Chanel Inc. of Paris.",
        "He paused ... and went on.",
        "Gov. Lee, Sen. Roe and Rep. Poe voted.",
        "“Stop!” he said.",
    ],
)
def test_a_stop_inside_a_word_does_not_end_the_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It rained. The river rose.", "It rained."),
        ("“It rained.” The river rose.", "“It rained.”"),
        ("He lives in the U.S. The law is new.", "He lives in the U.S."),
        ("They met at 5 p.m. The vote was late.", "They met at 5 p.m."),
        ("Did it rain? Nobody knows.", "Did it rain?"),
        ("It rained.[12] The river rose.", "It rained.[12]"),
        ("They moved [...] It was new.", "They moved [...]"),
        ("In 2019. 76 villages were hit.", "In 2019."),
        ("It rained; the river had risen.", "It rained; the river had risen."),
        ("The river was high; the roads were closed.", "The river was high;"),
    ],
)
def test_a_sentence_ends_with_its_closing_marks(text: str, first: str) -> None:
    assert cut(text)[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Roe and Mrs. Poe met Ms. Lee at Mt. Hood.",
        "Dr. Smith of St. Louis wrote to Prof. Jones.",
        "The U.S. Senate and the U.K. Parliament agreed.",
        "It is the No. 1 song in Spain.",
        "They came on Jan. 5 and left on Sept. 12.",
        "Fruits, e.g. apples, i.e. sweet ones, are cheap.",
        "J. R. R. Tolkien and W.H. Auden wrote.",
        "John F. Kennedy spoke to George H. W. Bush.",
        "He said ... nothing.",
        "He waited… and waited.",
        "The rate rose from 1.5 percent to 2.25 percent.",
        "The fine was $1.5 million, or about £1.2 million.",
        "“Who knows?” he asked.",
        "“Stop!” she cried.",
        "“Is it safe?” Roe asked the council.",
        "“Run!” Roe told the guests.",
        "The film “Who Is It?” opened on Friday.",
        "She works for Yahoo! in Paris.",
        "Roe Inc. and Poe Co. merged with Acme Corp. of Ohio.",
        "Roe v. Wade was decided in 1973.",
        "The vote was 5 vs. 4 in favour.",
        "The meeting begins at 10 a.m. Tuesday.",
        "It begins at 8:30 p.m. in the town hall.",
        "Lt. Col. Roe and Sgt. Poe served.",
        "Gov. Roe, R-Ohio, met Rep. Poe, D-Mich., on Monday.",
        "Sen. Roe (D-Calif.) voted against it.",
        "Their office is at 12 Main St. in Springfield.",
        "The firm, Roe & Sons Ltd., employs 40 people.",
        "Martin Luther King Jr. spoke there.",
        "Ph.D. students at the school protested.",
        "Washington, D.C. residents voted.",
        "The law (see Sec. 5) was changed.",
        "Visit www.example.org for details.",
        "Write to press@example.org by Friday.",
        "The node.js library was changed.",
        "Version 2.0.1 was released.",
        "He was born c. 1850 in York.",
        "It covers approx. 40 acres.",
        "The St. Petersburg Times reported it.",
        "Roe et al. found the same.",
        "It was 5 ft. 8 in. tall.",
        "The so-called Gang of Four ran the country.",
        "The temperature fell to -3.5 degrees.",
        "The company (NASDAQ: ROE) lost money.",
        "He finished in 9.58 seconds.",
        "“It rained.” he said.",
        "The play, titled Help!, was a success.",
        "Maj. Gen. Roe led the troops.",
        "The Rev. Martin Roe spoke.",
        "Roe was elected in Nov. 2019.",
        "The U.N. said on Monday that it would help.",
        "U.S. President Roe met U.N. Secretary-General Poe.",
        "In the U.S., prices rose.",
        "The U.S. and the E.U. agreed.",
        "On Oct. 3, 2019, at 3 p.m., the bridge fell.",
        "Capt. Roe's ship sank off Ft. Lauderdale.",
        "The case, No. 19-123, was closed.",
        "He is the author of Vol. 2 and pp. 20-30 of the book.",
        "The Hon. Justice Roe ruled on it.",
        "“We will win!” Roe told the crowd.",
        "“Who did it?” a reporter asked.",
        "The vote began at 5:00 p.m. (2100 UTC) in York.",
        "The storm was north of it at 8 p.m. AST on Monday.",
        "It opens at 9 a.m. Paris time.",
    ],
)
def test_a_sentence_of_the_news_is_not_cut(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. Roe left.", ["It rained.", "Roe left."]),
        ("He lives in the U.S. It is big.", ["He lives in the U.S.", "It is big."]),
        ("He works at Acme Inc. The firm is old.", ["He works at Acme Inc.", "The firm is old."]),
        ("They met at 5 p.m. Then they left.", ["They met at 5 p.m.", "Then they left."]),
        ("“It rained.” Roe left.", ["“It rained.”", "Roe left."]),
        ("He said “it rained.” Roe left.", ["He said “it rained.”", "Roe left."]),
        ("Was it safe? Roe thinks so.", ["Was it safe?", "Roe thinks so."]),
        ("It fell! Roe left.", ["It fell!", "Roe left."]),
        ("It was plan B. The council agreed.", ["It was plan B.", "The council agreed."]),
        ("He came with Roe Jr. They left.", ["He came with Roe Jr.", "They left."]),
        (
            "He sold apples, pears, etc. The shop closed.",
            ["He sold apples, pears, etc.", "The shop closed."],
        ),
        ("It rained (it poured.) Roe left.", ["It rained (it poured.)", "Roe left."]),
        ("It rained. (Roe left.)", ["It rained.", "(Roe left.)"]),
        ("It rained.[3][4] Roe left.", ["It rained.[3][4]", "Roe left."]),
        ("In 2019 it fell. 300 people left.", ["In 2019 it fell.", "300 people left."]),
        ("It cost $5. He paid.", ["It cost $5.", "He paid."]),
        ("The answer was no. The council left.", ["The answer was no.", "The council left."]),
        ("He won in May. June was wet.", ["He won in May.", "June was wet."]),
        ("It fell in Sept. The council met.", ["It fell in Sept.", "The council met."]),
        ("He waited... Then he left.", ["He waited...", "Then he left."]),
        ("It rained. 'It poured,' he said.", ["It rained.", "'It poured,' he said."]),
        ("It was he and I. We left.", ["It was he and I.", "We left."]),
        (
            "She was born in Washington, D.C. Her father was a smith.",
            ["She was born in Washington, D.C.", "Her father was a smith."],
        ),
        (
            "The ship sank at 3 a.m. Rescuers found 40 people.",
            ["The ship sank at 3 a.m.", "Rescuers found 40 people."],
        ),
        ("iPhone sales fell. iPad sales rose.", ["iPhone sales fell.", "iPad sales rose."]),
        ("“It rained!” “It poured.”", ["“It rained!”", "“It poured.”"]),
        ("“Is it safe?” The mayor did not answer.", ["“Is it safe?”", "The mayor did not answer."]),
        ("Is Roe safe? “Yes,” said Poe.", ["Is Roe safe?", "“Yes,” said Poe."]),
        ("It rained.Roe left the town.", ["It rained.", "Roe left the town."]),
        ("He said: “It rained. It poured.”", ["He said: “It rained.", "It poured.”"]),
    ],
)
def test_sentences_are_cut_where_they_end(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_a_list_with_semicolons_stays_one_sentence() -> None:
    text = "He was mayor of York, England; Perth, Scotland; and Cork, Ireland."
    assert cut(text) == [text]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_sentences_lie_in_order_and_lose_only_white_space(text: str) -> None:
    spans = sentences_of(text, Span(0, len(text)))
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    gaps = zip(edges[::2], edges[1::2], strict=True)
    assert all(not text[a:b].strip() for a, b in gaps)
