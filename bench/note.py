"""The note in six languages and three formats from the 2009 data, as one command."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.machine import machine_line, table
from palermo.engines.files import data_file

FORMATS = ("docx", "pdf", "html")
RUNS = 3
TARGET = 10.0  # seconds for all of them together on two cores


def written(forms: tuple[str, ...], folder: Path) -> float:
    """Write the note in six languages and some formats; return the seconds of the command."""
    command: list[str] = [str(Path(sys.executable).parent / "palermo"), "note"]
    command += ["--language", "all", "--out", str(folder)]
    command += ["--statements", str(data_file("records", "2009-2", "statements.csv"))]
    for form in forms:
        command += ["--format", form]
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> int:
    """Print the table; return 1 where the target was missed, else 0."""
    print("\n## The note, six languages\n")
    print(machine_line("typst", "python-docx"), f"- median of {RUNS} runs, seconds\n")
    rows, whole = [], 0.0
    with tempfile.TemporaryDirectory() as folder:
        for forms in (*((form,) for form in FORMATS), FORMATS):
            seconds = median(written(forms, Path(folder)) for _ in range(RUNS))
            files = 6 * len(forms)
            rows.append((", ".join(forms), str(files), f"{seconds:.2f}", f"{seconds / files:.2f}"))
            whole = seconds
    print(table(("formats", "files", "seconds", "a file"), rows))
    print(f"\nTarget {'missed' if whole >= TARGET else 'met'}: all in under {TARGET:.0f} s.")
    return int(whole >= TARGET)
