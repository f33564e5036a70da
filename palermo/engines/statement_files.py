"""Statements of need read from CSV files and checked against the shipped knowledge.

Joins `tables` and the loaders of knowledge; the rules themselves stand in `domain/statements`.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.measures import Line
from palermo.domain.mistakes import Mistake
from palermo.domain.statement_cells import Rules
from palermo.domain.statement_table import Layout, layout
from palermo.domain.statements import FORMULA_MARKS, Checked, check, formulas, lines_of
from palermo.engines.knowledge_states import load_participants, load_register
from palermo.engines.knowledge_taxonomy import load_taxonomy
from palermo.engines.tables import CsvFile, open_csv


@dataclass(frozen=True)
class Counted:
    """What the overview reads of a file: its tally and the documents it quotes, in order."""

    lines: tuple[Line, ...]
    documents: tuple[str, ...]


@cache
def load_rules() -> Rules:
    """Return what statements are checked against: States, instruments and the taxonomy.

    The names of States in six languages are read only when a file names one.
    """
    return Rules(
        states=load_participants().keys(),
        code=_code,
        suggestions=_suggestions,
        instruments=INSTRUMENTS,
        taxonomy=load_taxonomy(),
    )


def _code(name: str) -> str | None:
    return load_register().code(name)


def _suggestions(name: str) -> tuple[str, ...]:
    return load_register().suggestions(name)


def check_statements(path: Path, *, accept_bom: bool = False) -> Checked:
    """Return what a file says and every row that is wrong; a Mistake where it cannot be read."""
    return _checked(open_csv(path, accept_bom=accept_bom))


def count_statements(path: Path, *, accept_bom: bool = False) -> Counted:
    """Return the tally of a file, reading only the columns that are counted.

    A Mistake where one of these cells is wrong or any cell is a formula; words and repetitions are
    not looked at.
    """
    file = open_csv(path, accept_bom=accept_bom)
    columns = _layout(file)
    counted = file.tally((*columns.counted, "document"))
    documents = tuple(sorted({cells[-1] for cells, _ in counted} - {""}))
    lines = lines_of(counted, columns, load_rules())
    if lines is not None and not _holds_formulas(file):
        return Counted(lines, documents)
    checked = _checked(file)  # an empty row, or a cell that is wrong
    refuse_faults(file.name, checked)
    return Counted(checked.lines(), documents)


def refuse_faults(name: str, checked: Checked) -> None:
    """Raise a Mistake that tells how many rows of a file are wrong, and the first, in one line."""
    if checked.faults:
        first = checked.faults[0]
        raise Mistake(
            f"{name} has errors in {checked.rows - checked.accepted:,} of {checked.rows:,} rows; "
            f"the first: row {first.row}, column {first.column}: {first.reason}. "
            f"All of them: palermo statements check {name}"
        )


def _holds_formulas(file: CsvFile) -> bool:
    return file.may_begin(FORMULA_MARKS) and any(formulas(file.table()))


def _layout(file: CsvFile) -> Layout:
    try:
        return layout(file.columns)
    except Mistake as mistake:
        raise Mistake(f"{file.name}: {mistake}") from mistake


def _checked(file: CsvFile) -> Checked:
    _layout(file)  # a missing column is told before a missing row
    try:
        return check(file.table(), load_rules())
    except Mistake as mistake:
        if str(mistake).startswith(file.name):
            raise
        raise Mistake(f"{file.name}: {mistake}") from mistake
