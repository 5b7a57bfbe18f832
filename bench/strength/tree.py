"""A gradient-boosted tree on the features that our forecast has: of the latest sessions, and what they speak for."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor

from bench.strength.cases import Case
from legday.progress.forecast import speakers

SESSIONS_SEEN = 5


def boosted_tree(known: Sequence[Case], wanted: Sequence[Case]) -> list[float]:
    """Learn from some cases to foretell others, by the absolute error."""
    counts: dict[str, int] = {}
    for case in known:
        counts[case.athlete] = counts.get(case.athlete, 0) + 1
    weight = np.array([counts[case.athlete] ** -0.5 for case in known])
    tree = HistGradientBoostingRegressor(loss="absolute_error", max_iter=300, learning_rate=0.05, random_state=0)
    tree.fit(_table(known), np.array([case.reps for case in known]), sample_weight=weight)
    return [float(each) for each in tree.predict(_table(wanted))]


def _table(cases: Sequence[Case]) -> Any:
    rows = []
    for case in cases:
        features, values, heard = speakers(case.history, case.start, case.kg)
        told = np.where(heard > 0, values, np.nan)
        recent = [each.reps for each in case.history[-SESSIONS_SEEN:]]
        rows.append(
            np.concatenate(
                [features[:SESSIONS_SEEN].ravel(), told[:SESSIONS_SEEN].ravel(), [np.median(recent), np.mean(recent)]]
            )
        )
    return np.array(rows)
