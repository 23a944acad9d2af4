"""Train the check-worthiness weights that claimledger ships: ``python -m training.worth TSV``.

TSV has quoted fields ``Text`` and ``class_label`` (Yes or No): the ClaimBuster sentences of
US presidential debates as the CheckThat! lab releases them, in about ten seconds on one core.
Needs scikit-learn, which the program itself does not.

The sentences and labels are those of F. Arslan, N. Hassan, C. Li and M. Tremayne, "A Benchmark
Dataset of Check-worthy Factual Claims", ICWSM 2020 (https://zenodo.org/record/3609356), under
CC BY 4.0. The weights are derived from them.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Sequence
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from claimledger.splitting.judging.kinds import read, wording
from claimledger.splitting.judging.worth import WEIGHTS, features

ABOUT = (
    "Weights (log odds) of readable features, learnt by training/worth.py from the ClaimBuster"
    " data of Arslan, Hassan, Li and Tremayne (2020), CC BY 4.0,"
    " https://zenodo.org/record/3609356"
)
RAREST = 5
"""In how many sentences a feature must occur to be weighed at all."""
FREEDOM = 0.3
"""The inverse strength of the L1 penalty: about 1,300 weights remain."""

MISSED = 1.25
"""How much worse it is to miss a claim worth a check than to look at one in vain."""


def main() -> None:
    """Read the sentences, fit, and put the weights in their place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    texts, labels = sentences(options.sentences)
    weights = fit([observed(text) for text in texts], labels)
    intercept = weights.pop("")
    stored = {"about": ABOUT, "intercept": intercept, "weights": dict(sorted(weights.items()))}
    options.to.write_text(json.dumps(stored, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"{len(weights)} weights from {len(texts)} sentences in {options.to}")


def sentences(path: Path) -> tuple[list[str], list[bool]]:
    """Return the texts and whether each is worth a check."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [row["Text"] for row in rows], [row["class_label"] == "Yes" for row in rows]


def observed(text: str) -> frozenset[str]:
    """Return the features of a sentence whose speaker is not known."""
    claim = wording(text)
    return features(claim, read(claim, speaker=None, quoted=False))


def fit(rows: Sequence[frozenset[str]], labels: Sequence[bool]) -> dict[str, float]:
    """Return the weights that are not zero, the intercept under the empty name.

    How many claims of an article deserve a check is not known from debates, so both classes
    weigh the same, but for ``MISSED``.
    """
    counter = CountVectorizer(analyzer=sorted, min_df=RAREST, binary=True)
    table = counter.fit_transform(rows)
    names = counter.get_feature_names_out()
    half, worth = len(labels) / 2, sum(labels)
    weigh = {True: MISSED * half / worth, False: half / (len(labels) - worth)}
    model = LogisticRegression(
        l1_ratio=1, C=FREEDOM, class_weight=weigh, solver="liblinear", random_state=0
    ).fit(table, labels)
    weights = {str(n): round(float(w), 3) for n, w in zip(names, model.coef_[0], strict=True)}
    return {n: w for n, w in weights.items() if w} | {"": round(float(model.intercept_[0]), 3)}


if __name__ == "__main__":
    main()
