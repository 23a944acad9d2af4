"""Curating claims: divided, merged, assigned, tagged, linked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimledger.domain.acts import (
    ClaimAssigned,
    ClaimDivided,
    ClaimLinked,
    ClaimsMerged,
    ClaimTagged,
    ClaimUnlinked,
    SplitClaim,
)
from claimledger.domain.claims import claim_id
from claimledger.domain.names import one_line, tag_of
from claimledger.domain.records import ClaimRecord
from claimledger.domain.verdicts import Relation
from claimledger.errors import ConflictError, UsageError
from claimledger.ledger.changing import Changing
from claimledger.ledger.people import assigned_name
from claimledger.store import queries


class CuratingActs(Changing):
    """Sorting claims, with history kept and ids stable."""

    def split_claim(self, ref: str, texts: Sequence[str]) -> list[ClaimRecord]:
        """Divide a claim that asserts several things into claims with these texts.

        Each part rests on the same words of the article, and has the same speaker, tags and
        reviewers. The claim itself leaves the review, with its evidence and verdicts, which
        were given on all of it.

        Raises:
            UsageError: There are fewer than two texts, an empty one, or one twice.
            ConflictError: The article has one of them as a claim already, or the claim is
                retracted, settled or published.
        """
        from claimledger.ledger.intake import own_claim

        wording = [" ".join(unicodedata.normalize("NFC", text).split()) for text in texts]
        if len(set(wording)) < max(2, len(wording)) or not all(wording):
            raise UsageError(
                "A claim is split into two or more different texts.",
                hint='Write each part as one sentence: claim split 3.7 "FIRST." "SECOND."',
            )
        with self._journal.writing():
            claim = self.undecided(ref)
            article = self.article(claim.article)
            text = self.text_of(article)
            parts = []
            for words in wording:
                judged = own_claim(
                    article,
                    text,
                    words,
                    quote=None,
                    speaker=claim.speaker,
                    kind=None,
                    checkable=None,
                )
                part = _placed(judged, claim)
                there = queries.claims(self._sql, "c.id = ?", (part.id,))
                if there and not _can_come_back(there[0], part):
                    raise ConflictError(
                        f"The article has this claim already: {there[0].ref} {words}",
                        hint="Word this part in another way, or leave it out.",
                    )
                parts.append(part)
            act = ClaimDivided(article=claim.article, parts=tuple(parts))
            self._journal.record(act, subject=claim.id)
            for part in parts:
                self._pass_on(claim, part.id)
        return [self.claim(part.id) for part in parts]

    def _pass_on(self, whole: ClaimRecord, part: str) -> None:
        """Give a part the tags and the reviewers of the claim that it is a part of."""
        if whole.assigned:
            self._journal.record(ClaimAssigned(reviewers=whole.assigned), subject=part)
        if whole.tags:
            self._journal.record(ClaimTagged(added=whole.tags, removed=()), subject=part)

    def merge_claims(self, into: str, others: Sequence[str], *, because: str = "") -> ClaimRecord:
        """Take claims out of the review that say the same as another one.

        Their evidence counts for that one from now on, under the numbers that it has; their
        verdicts were given on other words and do not.

        Raises:
            UsageError: No other claim is named.
            ConflictError: A claim is retracted, settled or published, or what is kept back of it
                in a blind review would be shown.
        """
        with self._journal.writing():
            survivor = self.standing(into)
            merged = {claim.id: claim for claim in map(self.undecided, others)}
            merged.pop(survivor.id, None)
            for claim in merged.values():
                if claim.hidden and not survivor.hidden:
                    raise ConflictError(
                        f"{claim.ref} is in blind review, and {survivor.ref} is open to all:"
                        " merging would show what is kept back.",
                        hint=f"Wait until all reviewers of {claim.ref} have spoken.",
                    )
            if not merged:
                raise UsageError(
                    "No other claim to merge was named.",
                    hint="Name the one that stays first: claim merge 3.7 3.9",
                )
            act = ClaimsMerged(merged=tuple(merged), because=because.strip())
            self._journal.record(act, subject=survivor.id)
        return self.claim(survivor.id)

    def assign(self, refs: Sequence[str], reviewers: Sequence[str]) -> list[ClaimRecord]:
        """Say who is to check claims; these reviewers replace those named before.

        Raises:
            UsageError: A name is empty.
            ConflictError: A claim was retracted.
        """
        typed = [one_line(name, what="reviewer's name") for name in reviewers]
        names = tuple(dict.fromkeys(assigned_name(self._sql, name) for name in typed))
        with self._journal.writing():
            claims = list({claim.id: claim for claim in map(self.standing, refs)}.values())
            for claim in claims:
                if claim.assigned != names:
                    self._journal.record(ClaimAssigned(reviewers=names), subject=claim.id)
        return [self.claim(claim.id) for claim in claims]

    def tag(
        self, refs: Sequence[str], *, add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> list[ClaimRecord]:
        """Give claims tags, or take some away.

        Raises:
            UsageError: A tag is empty, holds a comma, or is both given and taken away.
        """
        more, less = (tuple(dict.fromkeys(map(tag_of, tags))) for tags in (add, remove))
        if both := sorted(set(more) & set(less)):
            raise UsageError(
                f'The tag "{both[0]}" is given and taken away.', hint="Do one of both."
            )
        with self._journal.writing():
            claims = list({claim.id: claim for claim in map(self.claim, refs)}.values())
            for claim in claims:
                added = tuple(tag for tag in more if tag not in claim.tags)
                removed = tuple(tag for tag in less if tag in claim.tags)
                if added or removed:
                    act = ClaimTagged(added=added, removed=removed)
                    self._journal.record(act, subject=claim.id)
        return [self.claim(claim.id) for claim in claims]

    def link(
        self, ref: str, other: str, relation: Relation, *, note: str | None = None
    ) -> ClaimRecord:
        """Put a claim into a relation to another one; both show it.

        Raises:
            UsageError: It is the same claim.
        """
        with self._journal.writing():
            claim, to = self.claim(ref), self.claim(other)
            if claim.id == to.id:
                raise UsageError(f"{claim.ref} cannot be linked to itself.", hint="Name another.")
            one_way = relation is Relation.SUPPORTS  # the others hold both ways
            known = {(x.id, x.relation) for x in claim.links if not (one_way and x.inward)}
            if (to.id, relation) not in known:
                act = ClaimLinked(to=to.id, relation=relation, note=note and note.strip())
                self._journal.record(act, subject=claim.id)
        return self.claim(claim.id)

    def unlink(self, ref: str, other: str, relation: Relation) -> ClaimRecord:
        """Take a relation between two claims back, from whichever side it was stated.

        Raises:
            ConflictError: They are not linked so.
        """
        with self._journal.writing():
            claim, to = self.claim(ref), self.claim(other)
            found = [x for x in claim.links if x.id == to.id and x.relation is relation]
            if not found:
                raise ConflictError(
                    f"{claim.ref} and {to.ref} are not linked as {relation}.",
                    hint=f"See its links with: claimledger show {claim.ref}.",
                )
            for one in found:
                here, there = (to, claim) if one.inward else (claim, to)
                self._journal.record(ClaimUnlinked(to=there.id, relation=relation), subject=here.id)
        return self.claim(claim.id)


def _placed(part: SplitClaim, whole: ClaimRecord) -> SplitClaim:
    """Put a part at the place of the claim that it is a part of, if the article still has it."""
    if whole.outdated:
        return part
    return replace(
        part,
        id=claim_id(whole.article, whole.spans, part.text),
        spans=whole.spans,
        sentence=whole.sentence,
        speaker_span=whole.speaker_span,
        attribution_span=whole.attribution_span,
        cue=whole.cue,
    )


def _can_come_back(there: ClaimRecord, part: SplitClaim) -> bool:
    """Tell whether a claim that was taken out, as by an undoing, can be this part."""
    is_out = there.retracted_because is not None and there.merged_into is None
    return is_out and there.text == part.text
