"""The line that every figure is read with: what it was measured on."""

import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path


def machine_line(*packages: str) -> str:
    """Return cores, memory, system, Python and the versions of packages in one line."""
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{cores} cores, {_memory()}, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}" + (f", {versions}" if versions else "")
    )


def _memory() -> str:
    try:
        words = Path("/proc/meminfo").read_text(encoding="ascii").split()
    except OSError:
        return "memory unknown"
    return f"{int(words[1]) / 1024 / 1024:.0f} GB RAM"


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return rows as a Markdown table with aligned columns."""
    every = [head, tuple("-" * len(name) for name in head), *rows]
    widths = [max(len(row[place]) for row in every) for place in range(len(head))]
    lines = (
        " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in every
    )
    return "\n".join(f"| {line} |" for line in lines)
