"""Explanations as plain objects: what JSON holds of the steps to a claim."""

from __future__ import annotations

from dataclasses import asdict

from claimledger.formats.records import Record, split_object
from claimledger.splitting.explaining.values import Made, Steps


def explanation_object(step: Steps, source: str) -> Record:
    """Return how one sentence was read; ``source`` is what the person named."""
    return {
        "source": source,
        "sentence": list(step.span),
        "text": step.text,
        "claims": [_made(made, source) for made in step.claims],
        "repeated": list(step.repeated),
        "whole": step.whole,
        "silent": step.silent,
        "quotations": [asdict(quoted) for quoted in step.quotations],
        "reported": [asdict(reported) for reported in step.reported],
        "references": [asdict(referred) for referred in step.references],
        "mended": [asdict(mended) for mended in step.mended],
    }


def _made(made: Made, source: str) -> Record:
    return {
        "number": made.number,
        **split_object(made.claim, source),
        "origin": made.origin,
        "borrowed": made.borrowed,
        "put_in": list(made.put_in),
        "inflected": [list(pair) for pair in made.inflected],
    }
