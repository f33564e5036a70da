"""The overview written by hand in Polars, without any check."""

from pathlib import Path
from typing import Any

import polars as pl

from bench.contenders.clock import COUNTED, regions_beside, summary, tell


def figures(path: Path) -> dict[str, Any]:
    """Return the figures."""
    frame = pl.read_csv(path, columns=COUNTED, infer_schema=False)
    requests = frame.filter(pl.col("basis") == "need").select(COUNTED[:4]).unique()
    region = pl.col("iso3").replace_strict(regions_beside(path)).alias("region")
    requests = requests.with_columns(region)
    legal = requests.filter(pl.col("category_code") == "legal")

    def counts(of: pl.DataFrame, name: str) -> dict[str, int]:
        return dict(of[name].value_counts().rows())

    states = requests["iso3"].n_unique()
    found = summary(len(requests), states, lambda name: counts(requests, name))
    return found | {"by_legal_subcategory": counts(legal, "subcategory_code")}


if __name__ == "__main__":
    tell(figures)
