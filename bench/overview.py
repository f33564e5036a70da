"""The overview of 100,000 and of 1,000,000 statements, beside Polars and pandas written by hand.

`inside` is the time from the file to the figures, without start-up and imports; `CPU` is what all
cores worked, which a busy machine changes less. Ratios are to pandas. Palermo checks the
file's encoding and every State, code and basis that it counts; the other two check nothing.
"""

import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench.machine import machine_line, table
from palermo.engines.knowledge_states import load_register
from palermo.engines.statement_files import load_rules

SEED = 20090820
SIZES = (100_000, 1_000_000)
RUNS = 5
CONTENDERS = ("palermo", "polars", "pandas")
AGREED = (
    *("requests", "states", "by_category", "by_legal_subcategory"),
    *("by_instrument", "by_region"),
)
HEAD = [
    *("document", "paragraph", "iso3", "instrument", "category_code", "subcategory_code"),
    *("statement_en", "basis", "fit", "topic", "note"),
]
WORDS = (
    *("assistance", "in", "drafting", "legislation", "training", "of", "prosecutors", "and"),
    *("judges", "equipment", "for", "laboratories", "the", "protection", "witnesses", "marking"),
)


def generate(path: Path, size: int) -> None:
    """Write a file of `size` statements that all pass the checks; the same file each time."""
    rules, chance = load_rules(), random.Random(SEED)
    states = [code for code in sorted(rules.states) if code != "EU"]
    weights = [1 / (place + 5) for place in range(len(states))]
    kinds = [
        (instrument, *sub.code.split("/"))
        for instrument in rules.instruments
        for sub in rules.taxonomy.subcategories.values()
        if sub.only_for in ("", instrument)
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEAD)
        named = chance.choices(states, weights, k=size)
        coded = chance.choices(kinds, k=size)
        bases = chance.choices(("need", "view", "difficulty"), (8, 1, 1), k=size)
        for row, (state, kind, basis) in enumerate(zip(named, coded, bases, strict=True)):
            words = f"{' '.join(chance.choices(WORDS, k=7))}, statement {row}"
            writer.writerow(["BENCH/2009/1", row % 40, state, *kind, words, basis, "exact", "", ""])


def write_regions(folder: Path) -> None:
    """Write the group of each State for the contenders that know none."""
    participants = load_register().participants
    groups = {code: one.regional_group or "none" for code, one in participants.items()}
    (folder / "regions.json").write_text(json.dumps(groups), encoding="utf-8")


def once(contender: str, path: Path) -> tuple[float, float, float, dict[str, Any]]:
    """Return the seconds of the whole process, inside it and of the processors; its figures."""
    used, started = _processors(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", f"bench.contenders.{contender}", str(path)],
        capture_output=True,
        check=True,
        text=True,
    )
    whole = time.perf_counter() - started
    told = json.loads(done.stdout)
    return whole, told["inside"], _processors() - used, told["figures"]


def _processors() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def command(path: Path) -> float:
    """Return the seconds of the command as a person types it."""
    started = time.perf_counter()
    subprocess.run(
        [Path(sys.executable).parent / "palermo", "overview", path, "--json"],
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - started


def agree(figures: dict[str, dict[str, Any]]) -> None:
    """Stop where the contenders do not come to the same counts; zeros may be left out."""
    for key in AGREED:
        told = {name: _without_zeros(one[key]) for name, one in figures.items()}
        assert told["palermo"] == told["polars"] == told["pandas"], (key, told)


def _without_zeros(value: Any) -> Any:
    return {k: n for k, n in value.items() if n} if isinstance(value, dict) else value


def main() -> int:
    """Print the table; return 1 where a target was missed, else 0."""
    print("\n## Overview from CSV\n")
    print(machine_line("polars", "pandas"), f"- median of {RUNS} runs, seconds\n")
    rows, missed = [], 0
    with tempfile.TemporaryDirectory() as folder:
        write_regions(Path(folder))
        for size in SIZES:
            path = Path(folder) / f"{size}.csv"
            generate(path, size)
            runs: dict[str, list[Any]] = {name: [] for name in CONTENDERS}
            typed = []
            for _ in range(RUNS):  # in turn, so that a busy moment meets all of them
                for name in CONTENDERS:
                    runs[name].append(once(name, path))
                typed.append(command(path))
            agree({name: told[-1][3] for name, told in runs.items()})
            rows += _rows(size, path, runs, median(typed))
            missed += _missed(size, runs, median(typed))
    head = ("statements", "contender", "process", "ratio", "inside", "ratio", "CPU", "ratio")
    print(table(head, rows))
    print("\nTarget missed" if missed else "\nTargets met", end=": ")
    print("100,000 in under 2 s as a command; 1,000,000 not slower than pandas.")
    return int(missed > 0)


def _rows(size: int, path: Path, runs: dict[str, list[Any]], typed: float) -> list[tuple[str, ...]]:
    whole = {name: median(one[0] for one in told) for name, told in runs.items()}
    inside = {name: median(one[1] for one in told) for name, told in runs.items()}
    used = {name: median(one[2] for one in told) for name, told in runs.items()}
    label = f"{size:,} ({path.stat().st_size // 1_000_000} MB)"
    found = [
        (
            label,
            name,
            f"{whole[name]:.2f}",
            f"{whole[name] / whole['pandas']:.2f}",
            f"{inside[name]:.2f}",
            f"{inside[name] / inside['pandas']:.2f}",
            f"{used[name]:.2f}",
            f"{used[name] / used['pandas']:.2f}",
        )
        for name in CONTENDERS
    ]
    ratio = f"{typed / whole['pandas']:.2f}"
    return [*found, (label, "`palermo overview FILE --json`", f"{typed:.2f}", ratio, *[""] * 4)]


def _missed(size: int, runs: dict[str, list[Any]], typed: float) -> int:
    if size == SIZES[0]:
        return int(typed >= 2)
    pandas = median(one[0] for one in runs["pandas"])
    return int(typed > pandas)
