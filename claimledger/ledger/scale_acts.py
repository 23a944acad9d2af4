"""Scales: defined, revised, mapped to each other, and chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimledger.config.builtin_scales import NAMES, builtin_scale
from claimledger.domain import codec
from claimledger.domain.acts import LEDGER, ScaleDefined, ScaleMapped
from claimledger.domain.scale_mappings import mapped
from claimledger.domain.scale_rules import check_scale
from claimledger.domain.scales import MappedRating, Scale, ScaleId, ScaleMapping, newest
from claimledger.errors import ConflictError, UnknownReferenceError
from claimledger.ledger.changing import Changing
from claimledger.ledger.policy_acts import policy_act
from claimledger.store import scale_queries


class ScaleActs(Changing):
    """Defining, mapping and choosing the scales that verdicts are given on."""

    def define_scale(
        self, scale: Scale, mappings: Iterable[ScaleMapping] = (), *, after: int | None = None
    ) -> Scale:
        """Bring a scale into the ledger, or a new version of one; the same again does nothing.

        The ledger counts the versions itself, from 1, whatever ``scale`` says.

        Args:
            scale: All of it, the ratings that are retired included.
            mappings: Each replaces what was decided between the two scales before.
            after: The version that ``scale`` was made from, where that is known.

        Raises:
            UsageError: The scale is not sound.
            ConflictError: The ledger has a later version than ``after``, a rating would vanish,
                or the policy names who may, and not this reviewer.
            UnknownReferenceError: A mapping's target is not in the ledger.
        """
        # As it will be read back: the two may spell an accent differently.
        wanted = codec.from_json(Scale, codec.to_json(scale), at="scale")
        check_scale(wanted)
        with self._journal.writing():
            self.check_may_settle()
            recorded = self._define(wanted, after)
            for mapping in mappings:
                target = self.scale(mapping.target)
                self._map(mapped(recorded, target, mapping.pairs))
        return recorded

    def map_scale(self, source: str, target: str, pairs: Sequence[MappedRating]) -> ScaleMapping:
        """Decide what ratings of one scale are on another; what is not named stays.

        Raises:
            UsageError: The two are the same scale, or a rating comes twice.
            UnknownRatingError: A code is none of its scale's, or the target has retired it.
        """
        with self._journal.writing():
            self.check_may_settle()
            ours, theirs = self.scale(source), self.scale(target)
            new = mapped(ours, theirs, pairs)
            before = scale_queries.mapping(self._sql, ours.id, theirs.id)
            decided = {pair.code: pair for pair in (before.pairs if before else ())}
            decided |= {pair.code: pair for pair in new.pairs}
            mapping = replace(
                new, pairs=tuple(decided[r.code] for r in ours.ratings if r.code in decided)
            )
            self._map(mapping)
        return mapping

    def mappings(self, source: str) -> list[ScaleMapping]:
        """Return what was decided for the ratings of a scale, one mapping a target.

        Ratings that its newest version lacks are left out.
        """
        ours = self.scale(source)
        codes = {rating.code for rating in ours.ratings}
        found = []
        for other in newest(self.scales()):
            mapping = scale_queries.mapping(self._sql, ours.id, other.id)
            if mapping is not None:
                pairs = tuple(pair for pair in mapping.pairs if pair.code in codes)
                found.append(replace(mapping, pairs=pairs))
        return found

    def scale_version(self, name: str | None, version: int) -> Scale:
        """Return one version of a scale; without a name, of the one in use.

        Raises:
            UnknownReferenceError: There is no such scale, or it never had this version.
        """
        last = self.scale(name)
        for scale in self.scales():
            if (scale.id, scale.version) == (last.id, version):
                return scale
        raise UnknownReferenceError(
            f'The scale "{last.id}" has no version {version}.',
            hint=f"Its newest is {last.version}.",
        )

    def use_scale(self, name: str) -> Scale:
        """Give verdicts on this scale from now on; a built-in one is added where it lacks.

        Raises:
            UnknownReferenceError: It is neither in the ledger nor built in.
        """
        with self._journal.writing():
            self.check_may_settle()
            wanted = ScaleId(name.strip().lower())
            if wanted in NAMES and wanted not in {scale.id for scale in self.scales()}:
                self._define(builtin_scale(wanted), None)
            scale = self.scale(name)
            policy = scale_queries.policy(self._sql)
            if scale.id != policy.scale:
                self._journal.record(policy_act(replace(policy, scale=scale.id)), subject=LEDGER)
        return scale

    def verdicts_on_other_scales(self) -> int:
        """Count the standing verdicts that the scale in use cannot tell.

        They were given on another scale, and nobody has said what they are on this one.
        """
        [number] = self._sql.execute(
            """SELECT count(*) FROM verdicts v WHERE v.standing = 1 AND v.scale <> ?1
                 AND NOT EXISTS (SELECT 1 FROM mappings m WHERE m.source = v.scale
                   AND m.target = ?1 AND m.code = v.rating AND m."to" IS NOT NULL)""",
            (self.scale().id,),
        ).fetchone()
        return int(number)

    def _define(self, wanted: Scale, after: int | None) -> Scale:
        known = next((s for s in newest(self.scales()) if s.id == wanted.id), None)
        version = 1
        if known is not None:
            if replace(wanted, version=known.version) == known:
                return known
            _check_is_newest(known, after)
            _check_keeps_ratings(known, wanted)
            version = known.version + 1
        scale = replace(wanted, version=version)
        act = ScaleDefined(
            version=version, title=scale.title, ordered=scale.ordered, ratings=scale.ratings
        )
        self._journal.record(act, subject=scale.id)
        return scale

    def _map(self, mapping: ScaleMapping) -> None:
        before = scale_queries.mapping(self._sql, mapping.source, mapping.target)
        if mapping.pairs != (before.pairs if before else ()):
            act = ScaleMapped(target=mapping.target, pairs=mapping.pairs)
            self._journal.record(act, subject=mapping.source)


def _check_keeps_ratings(known: Scale, wanted: Scale) -> None:
    """Refuse a version without a rating that there was: somebody may have given it."""
    lost = sorted({r.code for r in known.ratings} - {r.code for r in wanted.ratings})
    if lost:
        raise ConflictError(
            f'The new version of the scale "{known.id}" lacks {", ".join(lost)}.',
            hint="A rating is never removed. Keep it, with a line: retired = true.",
        )


def _check_is_newest(known: Scale, after: int | None) -> None:
    if after is not None and after < known.version:
        raise ConflictError(
            f'The scale "{known.id}" has come to version {known.version}, and this is another '
            f"version {after}.",
            hint=f"Compare with: claimledger scale show {known.id} --format toml. "
            f"To go on from there, write version = {known.version}.",
        )
