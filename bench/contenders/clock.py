"""Timing of one contender inside its process."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

COUNTED = ["iso3", "instrument", "category_code", "subcategory_code", "basis"]


def tell(figures: Callable[[Path], dict[str, Any]]) -> None:
    """Print the figures of the file named on the command line and the seconds they took."""
    started = time.perf_counter()
    found = figures(Path(sys.argv[1]))
    print(json.dumps({"inside": time.perf_counter() - started, "figures": found}))


def regions_beside(path: Path) -> dict[str, str]:
    """Return the group of each State from the file beside the statements."""
    groups: dict[str, str] = json.loads((path.parent / "regions.json").read_text("utf-8"))
    return groups


def summary(requests: int, states: int, counts: Callable[[str], dict[str, int]]) -> dict[str, Any]:
    """Return the figures that are counted column by column."""
    categories = counts("category_code")
    return {
        "requests": requests,
        "states": states,
        "by_category": categories,
        "by_instrument": counts("instrument"),
        "by_region": counts("region"),
        "shares": {code: round(100 * n / requests, 1) for code, n in categories.items()},
    }
