"""Curating: claims reworded, divided, merged, retracted, tagged and assigned."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from claimledger.domain.outside import clean, line
from claimledger.domain.verdicts import ClaimStatus, Relation
from claimledger.errors import UsageError
from claimledger.report.theme import QUIET, STRONG
from claimledger.review.checking import Checking, about
from claimledger.review.fields import Choice, Field
from claimledger.review.forms import Form, Values
from claimledger.review.keys import UNDO


class Curating(Checking):
    """What a checker makes of claims."""

    def action_edit(self) -> None:
        """Correct a claim's words or its speaker."""
        claim = self.claim_here()
        if claim is None:
            return

        def edit(typed: Values) -> None:
            text = None if typed["text"] == clean(claim.text).strip() else typed["text"]
            speaker = None
            if typed["speaker"] != clean(claim.speaker or "").strip():
                speaker = typed["speaker"]
            if text is None and speaker is None:
                return
            self.ledger.edit_claim(claim.id, text=text, speaker=speaker)
            self.tell(f"{claim.ref} is corrected.", hint=UNDO)
            self.changed(claim.id)

        fields = (
            Field(name="text", label="claim", value=claim.text, required=True),
            Field(
                name="speaker",
                label="speaker",
                value=claim.speaker or "",
                example="nobody: the article itself says it",
            ),
        )
        form = Form(name="edit", title=about(claim, "Correct"), fields=fields, claim=claim.id)
        self.ask(form, edit)

    def action_split(self) -> None:
        """Divide a claim into several."""
        claim = self.claim_here()
        if claim is None:
            return

        def split(typed: Values) -> None:
            texts = [text.strip() for text in typed["parts"].splitlines() if text.strip()]
            if len(texts) < 2:  # noqa: PLR2004 - one part is none
                raise UsageError(
                    "This is one part.", hint="Put each part on a line of its own with Enter."
                )
            parts = self.ledger.split_claim(claim.id, texts)
            self.tell(f"{claim.ref} is now {', '.join(part.ref for part in parts)}.")
            self.changed(claim.id, *(part.id for part in parts), to=parts[0].id)

        parts = Field(name="parts", label="parts", value=claim.text, required=True, rows=True)
        form = Form(
            name="split",
            title=about(claim, "Divide", more=", each part on a line of its own"),
            fields=(parts,),
            claim=claim.id,
        )
        self.ask(form, split)

    def action_merge(self) -> None:
        """Merge the marked claims, or those named, into the one under the cursor."""
        claim = self.claim_here()
        if claim is None:
            return
        marked = [entry.ref for entry in self.worklist.chosen if entry.id != claim.id]

        def merge(typed: Values) -> None:
            others = typed["others"].replace(",", " ").split()
            merged = self.ledger.merge_claims(claim.id, others, because=typed["because"])
            self.worklist.marked.clear()
            self.tell(f"Merged into {merged.ref}: {', '.join(others)}.", hint=UNDO)
            ids = [entry.id for entry in self.worklist.entries if entry.ref in others]
            self.changed(claim.id, *ids)

        fields = (
            Field(
                name="others",
                label="others",
                value=" ".join(marked),
                required=True,
                example="the numbers of those that say the same, such as 1.4 2.7",
            ),
            Field(name="because", label="because", example="if it is not plain"),
        )
        title = about(claim, "Merge others into")
        self.ask(Form(name="merge", title=title, fields=fields, claim=claim.id), merge)

    def action_retract(self) -> None:
        """Take a claim out of the review, or back in."""
        claim = self.claim_here()
        if claim is None:
            return
        gone = claim.status is ClaimStatus.RETRACTED

        def retract(typed: Values) -> None:
            act = self.ledger.restore_claim if gone else self.ledger.retract_claim
            act(claim.id, because=typed["because"])
            self.tell(f"{claim.ref} is {'back' if gone else 'retracted'}.", hint="u undoes it.")
            self.changed(claim.id, on=not gone)

        fields = (Field(name="because", label="because", required=True),)
        title = about(claim, "Take back in" if gone else "Retract")
        self.ask(Form(name="retract", title=title, fields=fields, claim=claim.id), retract)

    def action_add(self) -> None:
        """Add a claim that the splitter did not see."""
        claim = self.claim_here()
        if claim is None:
            return
        article = str(claim.article_number)

        def add(typed: Values) -> None:
            added = self.ledger.add_claim(
                article, typed["text"], quote=typed["quote"] or None, speaker=typed["speaker"]
            )
            self.tell(f"{added.ref} is added.", hint=UNDO)
            self.load()
            self.changed(added.id, to=added.id)

        fields = (
            Field(name="text", label="claim", required=True, example="one sentence, by itself"),
            Field(name="quote", label="quote", example="its words in the article, if it has some"),
            Field(name="speaker", label="speaker", example="nobody: the article itself says it"),
        )
        title = Text().append("A claim that was not seen", STRONG)
        title.append(f"  in article {article}, {line(self.shelf.article(claim).title)}", QUIET)
        # The draft belongs to the article: it is there beside any of its claims.
        form = Form(name="add", title=title, fields=fields, claim=claim.article)
        self.ask(form, add)

    def action_link(self) -> None:
        """Put the claim into a relation to another one."""
        claim = self.claim_here()
        if claim is None:
            return
        marked = [entry.ref for entry in self.worklist.chosen if entry.id != claim.id]

        def link(typed: Values) -> None:
            relation = Relation(typed["relation"])
            linked = self.ledger.link(
                claim.id, typed["other"], relation, note=typed["note"] or None
            )
            self.worklist.marked.clear()
            self.tell(f"{linked.ref} {relation} {typed['other']}.", hint=UNDO)
            self.changed(claim.id)

        fields = (
            Field(
                name="relation",
                label="it",
                required=True,
                choices=tuple(Choice(value=relation) for relation in Relation),
            ),
            Field(
                name="other",
                label="claim",
                required=True,
                value=marked[0] if marked else "",
                example="its number, such as 2.7",
            ),
            Field(name="note", label="note"),
        )
        title = about(claim, "Link")
        self.ask(Form(name="link", title=title, fields=fields, claim=claim.id), link)

    def action_tag(self) -> None:
        """Tag the chosen claims."""
        claim = self.claim_here()
        if claim is None:
            return
        before, ids = claim.tags, [entry.id for entry in self.worklist.chosen]

        def tag(typed: Values) -> None:
            wanted = list(dict.fromkeys(_listed(typed["tags"])))
            add = [one for one in wanted if one not in before]
            remove = [one for one in before if one not in wanted]
            self.ledger.tag(ids, add=add, remove=remove)
            self._done_with(ids, f"Tagged: {', '.join(wanted) or 'no tag'}.")

        field = Field(name="tags", label="tags", value=", ".join(before), example="energy, urgent")
        more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
        title = about(claim, "Tag", more=more)
        self.ask(Form(name="tag", title=title, fields=(field,), claim=claim.id), tag)

    def action_assign(self) -> None:
        """Say who is to check the chosen claims."""
        claim = self.claim_here()
        if claim is None:
            return
        ids = [entry.id for entry in self.worklist.chosen]

        def assign(typed: Values) -> None:
            names = list(dict.fromkeys(_listed(typed["who"])))
            names = [self.ledger.reviewer if name == "me" else name for name in names]
            self.ledger.assign(ids, names)
            self._done_with(ids, f"Assigned to {', '.join(names) or 'nobody'}.")

        field = Field(
            name="who",
            label="who",
            value=", ".join(claim.assigned),
            example="reviewers, with commas between them; me for yourself",
        )
        more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
        title = about(claim, "Who checks", more=more)
        self.ask(Form(name="assign", title=title, fields=(field,), claim=claim.id), assign)

    def _done_with(self, ids: Sequence[str], words: str) -> None:
        self.worklist.marked.clear()
        self.tell(words, hint=UNDO)
        self.changed(*ids)


def _listed(typed: str) -> list[str]:
    return [part.strip() for part in typed.split(",") if part.strip()]
