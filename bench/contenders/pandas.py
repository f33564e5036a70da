"""The overview written by hand in pandas, without any check."""

from pathlib import Path
from typing import Any

import pandas as pd

from bench.contenders.clock import COUNTED, regions_beside, summary, tell


def figures(path: Path) -> dict[str, Any]:
    """Return the figures."""
    frame = pd.read_csv(path, usecols=COUNTED, dtype=str)
    requests = frame[frame["basis"] == "need"].drop_duplicates(COUNTED[:4])
    requests = requests.assign(region=requests["iso3"].map(regions_beside(path)))
    legal = requests[requests["category_code"] == "legal"]

    def counts(of: pd.DataFrame, name: str) -> dict[str, int]:
        return {str(key): int(n) for key, n in of[name].value_counts().items()}

    states = requests["iso3"].nunique()
    found = summary(len(requests), states, lambda name: counts(requests, name))
    return found | {"by_legal_subcategory": counts(legal, "subcategory_code")}


if __name__ == "__main__":
    tell(figures)
