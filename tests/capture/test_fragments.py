from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimledger.capture import QuoteMatch, find_quote
from claimledger.capture.fragments import LONGEST, text_fragment
from claimledger.domain.text import Span

PAGE = "https://example.org/a"
TEXT = (
    "Council news\n\nThe rate fell in May. The rate fell, said Ann – the mayor. “We aren't, & "
    "won't be, 5-7% over,” she said.\n\nname | cost\n\nroads | $5 million\n"
)


def matched(text: str, span: Span) -> QuoteMatch:
    return QuoteMatch(span=span, exact=span.of(text), prefix="", suffix="")


def link_to(quote: str, text: str = TEXT, url: str = PAGE) -> str:
    match = find_quote(text, quote)
    assert match is not None
    return text_fragment(url, match, text)


def destination(text: str, link: str) -> Span | None:
    """Follow a link as the draft says, in a text with one block a line."""
    directive = link.partition(":~:text=")[2]
    parts = re.fullmatch(r"(?:([^,]+)-,)?([^,-]+)(?:,([^,-]+))?(?:,-([^,]+))?", directive)
    assert parts is not None
    before, start, end, after = (re.escape(unquote(part or "")) for part in parts.groups())
    pattern = rf"\b{before}\s*" if before else ""
    pattern += rf"(?P<passage>\b{start}\b(?s:.*?){end}\b)" if end else rf"(?P<passage>\b{start}\b)"
    found = re.search(pattern + (rf"\s*{after}\b" if after else ""), text)
    return Span(*found.span("passage")) if found else None


@pytest.mark.parametrize(
    ("quote", "directive"),
    [
        ("The rate fell in May", "The%20rate%20fell%20in%20May"),
        (
            "“We aren't, & won't be, 5-7% over,”",
            "We%20aren%27t%2C%20%26%20won%27t%20be%2C%205%2D7%25%20over",
        ),
        ("council news the rate fell in may", "Council%20news,The%20rate%20fell%20in%20May"),
        ("roads | $5 million", "roads,%245%20million"),
        ("Ann – the mayor", "Ann%20%E2%80%93%20the%20mayor"),
    ],
)
def test_a_passage_is_spelled_out_block_by_block(quote: str, directive: str) -> None:
    assert link_to(quote) == f"{PAGE}#:~:text={directive}"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        (PAGE, f"{PAGE}#:~:text=Council%20news"),
        (f"{PAGE}?x=1&y=2", f"{PAGE}?x=1&y=2#:~:text=Council%20news"),
        (f"{PAGE}#", f"{PAGE}#:~:text=Council%20news"),
        (f"{PAGE}#part-2", f"{PAGE}#part-2:~:text=Council%20news"),
        (f"{PAGE}#part-2:~:text=old", f"{PAGE}#part-2:~:text=Council%20news"),
    ],
)
def test_an_addresss_own_fragment_stays(url: str, link: str) -> None:
    assert link_to("Council news", url=url) == link


def test_context_is_given_only_where_the_passage_stands_twice() -> None:
    first, second = (found.start() for found in re.finditer("The rate fell", TEXT))

    assert "-" not in text_fragment(PAGE, matched(TEXT, Span(first, first + 13)), TEXT)[30:]
    assert text_fragment(PAGE, matched(TEXT, Span(second, second + 13)), TEXT) == (
        f"{PAGE}#:~:text=May.-,The%20rate%20fell"
    )


def test_of_a_long_passage_only_the_ends_are_given() -> None:
    passage = " ".join(f"Word {n} of it." for n in range(LONGEST))

    link = link_to(passage, f"Before. {passage} After.")

    assert link.startswith(f"{PAGE}#:~:text=Word%200%20of%20it.%20Word%201,")
    assert len(link) < 200
    assert destination(f"Before. {passage} After.", link) == Span(8, 8 + len(passage) - 1)


def test_a_passage_that_starts_inside_a_word_is_widened() -> None:
    start = TEXT.index("ate fell in Ma")

    assert text_fragment(PAGE, matched(TEXT, Span(start, start + 14)), TEXT) == (
        f"{PAGE}#:~:text=rate%20fell%20in%20May"
    )


def test_a_passage_without_a_word_has_no_link_of_its_own() -> None:
    assert text_fragment(PAGE, matched("a – b", Span(2, 3)), "a – b") == PAGE


@given(
    st.lists(st.sampled_from(["the rate fell", "{}", "she said {},", "\n"]), max_size=8),
    st.lists(st.sampled_from(["the rate fell", "{}", "he said", "\n"]), max_size=8),
    st.sampled_from(["the rate fell", "the rate fell again and again " * 16 + "at last"]),
)
def test_a_link_leads_to_its_own_passage(before: list[str], after: list[str], said: str) -> None:
    def written(pieces: list[str], letter: str) -> str:
        joined = " ".join(piece.format(f"{letter}{n}") for n, piece in enumerate(pieces))
        return re.sub(r" ?\n ?", "\n", joined)

    ahead = f"start {written(before, 'b')} "
    text = f"{ahead}{said} {written(after, 'a')} end"
    span = Span(len(ahead), len(ahead) + len(said))
    lines, own = text.split("\n"), ahead.count("\n")
    around = lines[max(0, own - 1) : own + 2]
    # A directive tells a passage by the blocks beside it; where they are the same, it cannot.
    assume(all(lines[max(0, at - 1) : at + 2] != around for at in range(own)))
    assume("fell the rate fell the rate fell" not in " ".join(text.split()))

    assert destination(text, text_fragment(PAGE, matched(text, span), text)) == span


def test_a_passage_that_is_said_over_and_over_has_a_link_to_the_one_that_is_meant() -> None:
    text = f"start {'the rate fell ' * 9}and then it rose end"
    span = Span(6 + 8 * 14, 6 + 8 * 14 + 13)

    assert destination(text, text_fragment(PAGE, matched(text, span), text)) == span
