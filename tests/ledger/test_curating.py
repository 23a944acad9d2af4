"""Curating: claims are divided, merged, assigned, tagged and linked, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimledger.domain.acts import ArticleRevised
from claimledger.domain.articles import article_id
from claimledger.domain.evidence import Stance
from claimledger.domain.verdicts import ClaimStatus, Relation
from claimledger.errors import ConflictError, UsageError
from claimledger.ledger import Ledger
from claimledger.ledger.selection import Selection
from claimledger.ledger.sourcing import Source

MakeSource = Callable[..., Source]
PARTS = ["The repairs took months.", "The months were nine."]


def test_parts_stand_where_the_whole_stood_and_have_its_speaker(ana: Ledger) -> None:
    whole = ana.claim("1.3")
    parts = ana.split_claim("1.3", PARTS)

    assert [(part.ref, part.text, part.part_of) for part in parts] == [
        ("1.4", PARTS[0], "1.3"),
        ("1.5", PARTS[1], "1.3"),
    ]
    for part in parts:
        assert (part.spans, part.quote, part.speaker) == (whole.spans, whole.quote, "The council")
        assert part.status is ClaimStatus.OPEN
    assert ana.search("months")[0].ref in {"1.4", "1.5"}
    assert ana.verify() == []


def test_a_claim_that_was_split_leaves_the_review_with_what_was_found(
    ana: Ledger, source: MakeSource
) -> None:
    ana.attach("1.3", source())
    ana.give_verdict("1.3", "true", because="Seen.")
    [first, _] = ana.split_claim("1.3", PARTS)
    whole = ana.claim("1.3")

    assert (whole.status, whole.retracted_because) == (
        ClaimStatus.RETRACTED,
        "divided into 1.4 and 1.5",
    )
    assert whole.parts == ("1.4", "1.5")
    assert (len(whole.evidence), len(whole.standing_verdicts)) == (1, 1)
    assert (first.evidence, first.verdicts) == ((), ())
    with pytest.raises(ConflictError, match=r"divided into 1\.4"):
        ana.split_claim("1.3", ["A.", "B."])


@pytest.mark.parametrize(
    "texts", [[], ["One."], ["One.", "One."], ["One.", "  "], ["é", "e\u0301"]]
)
def test_a_split_needs_two_different_texts(ana: Ledger, texts: list[str]) -> None:
    before = ana.size()
    with pytest.raises(UsageError, match="two or more different texts"):
        ana.split_claim("1.3", texts)

    assert ana.size() == before


def test_a_part_that_is_a_claim_already_is_refused(ana: Ledger) -> None:
    taken = ana.claim("1.1").text
    with pytest.raises(ConflictError, match=r"has this claim already: 1\.1"):
        ana.split_claim("1.3", ["The months were nine.", taken])

    assert ana.claim("1.3").retracted_because is None


def test_a_split_that_was_undone_can_be_made_again_with_the_same_numbers(ana: Ledger) -> None:
    made = [(part.ref, part.id) for part in ana.split_claim("1.3", PARTS)]
    ana.undo()
    assert ana.claim("1.3").parts == ()
    assert {ana.claim(ref).status for ref, _ in made} == {ClaimStatus.RETRACTED}

    assert [(part.ref, part.id) for part in ana.split_claim("1.3", PARTS)] == made
    assert {ana.claim(ref).status for ref, _ in made} == {ClaimStatus.OPEN}
    assert ana.verify() == []


def test_a_part_comes_back_as_its_verdicts_say(ana: Ledger) -> None:
    ana.split_claim("1.3", PARTS)
    ana.give_verdict("1.4", "true", because="Seen.")
    ana.retract_claim("1.4", because="No.")
    with pytest.raises(ConflictError, match=r"In the place of 1\.3 there is now 1\.5"):
        ana.restore_claim("1.3", because="Whole after all.")
    ana.retract_claim("1.5", because="No.")
    ana.restore_claim("1.3", because="Whole after all.")
    first, second = ana.split_claim("1.3", PARTS)

    assert (first.status, second.status) == (ClaimStatus.CHECKED, ClaimStatus.OPEN)


def test_a_part_of_a_claim_that_the_article_makes_no_more_has_no_place(ana: Ledger) -> None:
    text = "The bridge is open.\n"
    revised = ArticleRevised(
        text=article_id(text),
        raw=None,
        media_type="text/plain",
        source="bridge.txt",
        splitter="by hand",
        kept=(),
        added=(),
    )
    with ana._journal.writing():
        ana._journal.keep(text.encode(), "text/plain")
        ana._journal.record(revised, subject=ana.article("1").id)
    [part, _] = ana.split_claim("1.3", PARTS)

    assert (part.spans, part.quote, part.outdated) == ((), "", False)
    assert ana.verify() == []


def test_merged_claims_leave_and_their_evidence_counts_for_the_survivor(
    ana: Ledger, bo: Ledger, source: MakeSource
) -> None:
    ana.attach("1.1", source(name="own"))
    bo.attach("1.2", source(Stance.REFUTES, "merged"))
    bo.give_verdict("1.2", "true", because="Read.")
    survivor = ana.merge_claims("1.1", ["1.2", "1.3"], because="One repair.")

    assert [evidence.ref for evidence in survivor.evidence] == ["1.1.1", "1.2.1"]
    assert (survivor.count(Stance.SUPPORTS), survivor.count(Stance.REFUTES)) == (1, 1)
    assert survivor.verdicts == ()
    merged = ana.claim("1.2")
    assert (merged.status, merged.merged_into, merged.retracted_because) == (
        ClaimStatus.RETRACTED,
        "1.1",
        "merged into 1.1: One repair.",
    )
    assert [evidence.ref for evidence in merged.evidence] == ["1.2.1"]
    assert [claim.ref for claim in ana.claims()] == ["1.1"]
    assert ana.one_evidence("1.2.1").ref == "1.2.1"
    assert ana.verify() == []


def test_a_chain_of_mergers_brings_all_evidence_to_its_end(ana: Ledger, source: MakeSource) -> None:
    for ref in ("1.1", "1.2", "1.3"):
        ana.attach(ref, source(name=ref))
    ana.merge_claims("1.2", ["1.3"])
    ana.merge_claims("1.1", ["1.2"])

    assert [e.ref for e in ana.claim("1.1").evidence] == ["1.1.1", "1.2.1", "1.3.1"]
    assert ana.evidence("1.1") == list(ana.claim("1.1").evidence)
    assert ana.claim("1.3").merged_into == "1.2"
    ana.restore_claim("1.2", because="Another thing.")
    assert [e.ref for e in ana.claim("1.1").evidence] == ["1.1.1"]
    assert [e.ref for e in ana.claim("1.2").evidence] == ["1.2.1", "1.3.1"]
    assert ana.verify() == []


def test_withdrawn_evidence_of_a_merged_claim_counts_for_the_survivor_no_more(
    ana: Ledger, source: MakeSource
) -> None:
    ana.attach("1.2", source())
    ana.merge_claims("1.1", ["1.2"])
    ana.withdraw_evidence("1.2.1", because="A forgery.")

    assert ana.claim("1.1").count(Stance.SUPPORTS) == 0


def test_a_merger_needs_another_claim_that_is_under_review(ana: Ledger) -> None:
    with pytest.raises(UsageError, match="No other claim"):
        ana.merge_claims("1.1", ["1.1"])
    ana.merge_claims("1.1", ["1.2"])
    for into, others in (("1.1", ["1.2"]), ("1.2", ["1.3"])):
        with pytest.raises(ConflictError, match=r"merged into 1\.1"):
            ana.merge_claims(into, others)


def test_a_merged_claim_gets_no_more_evidence(ana: Ledger, source: MakeSource) -> None:
    ana.merge_claims("1.1", ["1.2"])
    with pytest.raises(ConflictError, match=r"merged into 1\.1"):
        ana.attach("1.2", source())


def test_the_history_of_each_claim_tells_how_it_was_divided_or_merged(ana: Ledger) -> None:
    ana.split_claim("1.3", PARTS)
    ana.merge_claims("1.1", ["1.2"], because="The same.")

    for ref in ("1.3", "1.4", "1.5"):
        assert [e.kind for e in ana.log(ref)] == ["claims_split", "claim_divided"], ref
    for ref in ("1.1", "1.2"):
        assert [e.kind for e in ana.log(ref)] == ["claims_split", "claims_merged"], ref


def test_the_history_of_a_merged_claim_tells_of_no_other_merger(ana: Ledger) -> None:
    ana.merge_claims("1.1", ["1.2"])
    ana.merge_claims("1.1", ["1.3"])

    assert [e.kind for e in ana.log("1.2")] == ["claims_split", "claims_merged"]
    assert [e.kind for e in ana.log("1.1")] == ["claims_split", "claims_merged", "claims_merged"]


def test_curating_keeps_ids_and_numbers(ana: Ledger) -> None:
    before = {claim.ref: claim.id for claim in ana.claims()}
    ana.merge_claims("1.1", ["1.2"])
    ana.split_claim("1.3", PARTS)
    ana.tag(["1.1"], add=["bridge"])
    after = {c.ref: c.id for c in ana.claims(Selection(retracted=True))}

    assert before.items() < after.items()
    assert len(after) == 5


def test_reviewers_replace_those_named_before(ana: Ledger) -> None:
    ana.assign(["1.1", "1.2", "1.1"], ["Bo", "  Cy   Day ", "Bo"])
    assert [ana.claim(ref).assigned for ref in ("1.1", "1.2")] == [("Bo", "Cy Day")] * 2
    assert [c.ref for c in ana.claims(Selection(assigned="Cy Day"))] == ["1.1", "1.2"]

    [first, _] = ana.assign(["1.1", "1.2"], [])
    assert first.assigned == ()
    with pytest.raises(UsageError, match="reviewer's name"):
        ana.assign(["1.1"], [" "])


def test_what_is_so_already_is_no_event(ana: Ledger) -> None:
    ana.assign(["1.1"], ["Bo"])
    ana.tag(["1.1"], add=["bridge"])
    ana.link("1.1", "1.2", Relation.SAME)
    before = ana.size()
    ana.assign(["1.1"], ["Bo"])
    ana.tag(["1.1"], add=["Bridge"], remove=["cost"])
    ana.link("1.1", "1.2", Relation.SAME)
    ana.link("1.2", "1.1", Relation.SAME)

    assert ana.size() == before


def test_tags_are_folded_and_come_in_alphabetical_order(ana: Ledger) -> None:
    [claim] = ana.tag(["1.1"], add=["Roads", "bridge", "  City  hall "])
    assert claim.tags == ("bridge", "city hall", "roads")
    assert [c.ref for c in ana.claims(Selection(tag="roads"))] == ["1.1"]

    [claim] = ana.tag(["1.1"], add=["new"], remove=["ROADS"])
    assert claim.tags == ("bridge", "city hall", "new")


@pytest.mark.parametrize("tag", ["", "a,b", "two\x00", "\u202e"])
def test_a_tag_is_one_plain_line_without_a_comma(ana: Ledger, tag: str) -> None:
    with pytest.raises(UsageError):
        ana.tag(["1.1"], add=[tag])


def test_both_claims_show_a_link_and_which_way_it_goes(ana: Ledger) -> None:
    ana.link("1.1", "1.2", Relation.SUPPORTS, note=" In part. ")
    [here], [there] = ana.claim("1.1").links, ana.claim("1.2").links

    assert (here.ref, here.relation, here.inward, here.note, here.by) == (
        "1.2",
        Relation.SUPPORTS,
        False,
        "In part.",
        "Ana",
    )
    assert (there.ref, there.text, there.inward) == ("1.1", ana.claim("1.1").text, True)


def test_support_can_go_both_ways(ana: Ledger) -> None:
    ana.link("1.1", "1.2", Relation.SUPPORTS)
    claim = ana.link("1.2", "1.1", Relation.SUPPORTS)

    assert [link.inward for link in claim.links] == [False, True]


def test_a_link_is_taken_away_from_either_side(ana: Ledger) -> None:
    ana.link("1.1", "1.2", Relation.CONTRADICTS)
    with pytest.raises(ConflictError, match="not linked as same"):
        ana.unlink("1.1", "1.2", Relation.SAME)
    claim = ana.unlink("1.2", "1.1", Relation.CONTRADICTS)

    assert claim.links == ana.claim("1.1").links == ()
    with pytest.raises(UsageError, match="linked to itself"):
        ana.link("1.1", "1.1", Relation.SAME)
