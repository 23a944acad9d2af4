"""Names of people, bodies and things, and what the article calls them later."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimledger.domain.claims import Claim
from claimledger.splitting.document import Document, Sentence
from claimledger.splitting.reference.abbreviations import bodies_of
from claimledger.splitting.reference.mentions import mentions_of
from claimledger.splitting.reference.name_repairs import (
    things_named,
    with_names_joined,
    with_people_told,
    with_plurals_marked,
    without_false_people,
)
from claimledger.splitting.reference.names import names_of

Tree = Callable[[str], Sentence]
Claims = Callable[[str], list[Claim]]
Texts = Callable[[str], list[str]]

SPLIT_NAME = """
Mayor   Mayor   PROPN  nmod:desc  2
Ines    Ines    PROPN  nsubj      4
Duarte  Duarte  PROPN  nsubj      4  entity=PERSON
spoke   speak   VERB   root       0
"""


def document_of(*sentences: Sentence) -> Document:
    return Document(text="", sentences=sentences)


def test_a_name_that_the_parser_took_apart_is_put_together(tree: Tree) -> None:
    (name,) = mentions_of(with_names_joined(tree(SPLIT_NAME)))
    assert name.text == "Ines Duarte"


def test_a_name_put_together_hangs_on_the_verb_once(tree: Tree) -> None:
    joined = with_names_joined(tree(SPLIT_NAME))
    assert joined.kids(3, "nsubj") == [1]
    assert joined.kids(1, "flat") == [2]


def test_a_mayor_speaks_under_her_name(claims: Claims) -> None:
    found = claims("The town closed the bridge. Mayor Ines Duarte said the bridge was unsafe.")
    assert found[-1].speaker == "Ines Duarte"


def test_a_city_is_no_person(tree: Tree) -> None:
    sentence = tree("""
    Santos  Santos  PROPN  compound  2  entity=PERSON
    City    City    PROPN  nsubj     3  entity=PERSON
    grew    grow    VERB   root      0
    """)
    assert not list(mentions_of(without_false_people(sentence)))


def test_a_storm_is_no_person_wherever_it_is_named(tree: Tree) -> None:
    sentence = tree("""
    Phailin  Phailin  PROPN  nsubj  2  entity=PERSON
    grew     grow     VERB   root   0
    """)
    assert not list(mentions_of(without_false_people(sentence, {"Phailin"})))


def test_an_abbreviation_with_a_small_s_is_many(tree: Tree) -> None:
    sentence = tree("""
    CFCs  cfcs  DET   nsubj  2
    rise  rise  VERB  root   0
    """)
    assert with_plurals_marked(sentence)[0].has("Number", "Plur")


@pytest.mark.parametrize(
    ("word", "gender"), [("daughter", "Fem"), ("wife", "Fem"), ("brother", "Masc")]
)
def test_a_word_for_kin_tells_the_gender_of_a_name(tree: Tree, word: str, gender: str) -> None:
    sentence = tree(f"""
    his     his     PRON   nmod:poss  2
    {word}  {word}  NOUN   nsubj      5
    Manju   Manju   PROPN  appos      2  entity=PERSON
    Roe     Roe     PROPN  flat       3
    left    leave   VERB   root       0
    """)
    names = names_of(document_of(with_names_joined(sentence)))
    assert names.gender["Manju Roe"] == gender


def test_a_surname_misspelt_by_a_letter_is_the_one_named_in_full(tree: Tree) -> None:
    full = tree("""
    Sally  Sally  PROPN  nsubj  3  entity=PERSON
    Wasef  Wasef  PROPN  flat   1
    left   leave  VERB   root   0
    """)
    slip = tree("""
    Wasif  Wasif  PROPN  nsubj  2  entity=PERSON
    spoke  speak  VERB   root   0
    """)
    names = names_of(document_of(with_names_joined(full), slip))
    assert names.fullest("Wasif") == "Sally Wasef"


def test_an_abbreviation_never_explained_is_found_by_its_initials(tree: Tree) -> None:
    full = tree("""
    The         the         DET    det    2
    Commission  Commission  PROPN  nsubj  6
    on          on          ADP    case   5
    Town        Town        PROPN  compound  5
    Debates     Debates     PROPN  nmod   2
    met         meet        VERB   root   0
    """)
    short = tree("""
    CTD  CTD   PROPN  nsubj  2
    met  meet  VERB   root   0
    """)
    assert bodies_of(document_of(full, short)) == {"CTD": "Commission on Town Debates"}


def test_the_event_is_the_convention_that_the_article_names(texts: Texts) -> None:
    found = texts("Ann Poe attended the Texas Bridge Convention. The event was held in May.")
    assert "The Texas Bridge Convention was held in May." in found


def test_the_child_is_the_one_whose_name_stood_beside_it(texts: Texts) -> None:
    found = texts("The police found their child, Gloria. The child slept.")
    assert "Gloria slept." in found


def test_a_family_is_named_in_the_plural(texts: Texts) -> None:
    found = texts("Tom Poe and Ann Poe met the Poes. Tom Poe sold the house of the Poes.")
    assert not any("Poes's" in text for text in found)


@pytest.mark.parametrize("word", ["Earl", "Duke"])
def test_a_rank_is_no_name(word: str, tree: Tree) -> None:
    sentence = tree(f"""
    {word}  {word}  PROPN  nsubj  4  entity=PERSON
    of      of      ADP    case   3
    Ham     Ham     PROPN  nmod   1
    left    leave   VERB   root   0
    """)
    assert not list(mentions_of(sentence))


def test_a_name_with_a_digit_is_no_person_s(tree: Tree) -> None:
    sentence = tree("""
    XC90  XC90  PROPN  nsubj  2  entity=PERSON
    left  leave VERB   root   0
    """)
    assert not list(mentions_of(sentence))


def test_the_office_of_a_place_is_no_part_of_the_name_after_it(claims: Claims) -> None:
    found = claims("Senator from Vermont Bernie Sanders said the bridge was closed.")
    assert found[-1].speaker == "Bernie Sanders"


def test_what_stands_with_the_is_no_person(tree: Tree) -> None:
    sentences = [
        tree("""
        the    the    DET    det    2
        Sabha  Sabha  PROPN  nsubj  3  entity=PERSON
        met    meet   VERB   root   0
        """)
    ]
    assert "Sabha" in things_named(sentences)


def test_a_name_is_a_person_s_where_it_is_said_to_be_a_doctor(tree: Tree) -> None:
    sentence = tree("""
    Ines    Ines    PROPN  nsubj  5  entity=PLACE
    Roe     Roe     PROPN  flat   1  entity=PLACE
    is      be      AUX    cop    5
    a       a       DET    det    5
    doctor  doctor  NOUN   root   0
    """)
    (name,) = mentions_of(with_people_told(sentence))
    assert name.text == "Ines Roe"


def test_a_country_that_leads_is_no_person(tree: Tree) -> None:
    sentence = tree("""
    North   North   PROPN  nsubj  5  entity=PLACE
    Ham     Ham     PROPN  flat   1  entity=PLACE
    is      be      AUX    cop    5
    a       a       DET    det    5
    leader  leader  NOUN   root   0
    """)
    assert not list(mentions_of(with_people_told(sentence)))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mayor of Ham, Ines Duarte, said the bridge was closed.", "Ines Duarte"),
        ("Police on Thursday said the bridge was closed.", "police"),
        ("Co-author Jing-Shan Poe said the bridge was closed.", "Jing-Shan Poe"),
    ],
)
def test_a_speaker_goes_by_the_name_alone(text: str, speaker: str, claims: Claims) -> None:
    assert claims(text)[-1].speaker == speaker


def test_a_body_whose_name_holds_an_and_is_named_whole() -> None:
    from claimledger.splitting.run import split

    [claim] = split(
        "The hole covered 18 million square kilometers on average, NASA and the US National"
        " Oceanic and Atmospheric Administration reported."
    )
    assert claim.speaker == "NASA and the US National Oceanic and Atmospheric Administration"
