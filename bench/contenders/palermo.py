"""The overview as `palermo overview` makes it: every cell that is counted is checked."""

from pathlib import Path
from typing import Any

from bench.contenders.clock import tell
from palermo.cli.overview import figures_of_file, tree


def figures(path: Path) -> dict[str, Any]:
    """Return the figures as the command prints them."""
    return tree(figures_of_file(path))


if __name__ == "__main__":
    tell(figures)
