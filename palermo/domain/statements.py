"""Statements of need that arrive as a table: what each row says and what is wrong with it.

All or nothing: a table with one fault gives no statement. Nothing is guessed: a cell that is not
understood is a fault with its row, its column and the reason.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from palermo.domain.languages import LANGUAGES
from palermo.domain.measures import Line
from palermo.domain.mistakes import Mistake
from palermo.domain.needs import BASES, FITS, VISIBILITIES, Source, Statement
from palermo.domain.statement_cells import (
    Cells,
    Rules,
    codes_meant,
    day_reason,
    given_reason,
    one_of,
    states_meant,
)
from palermo.domain.statement_table import MEANT_CODE, MEANT_STATE, PLAIN, Layout, Table, layout

LONGEST: Final = 20_000  # characters in one cell
# What a spreadsheet would run as a formula. "+ " and "- " begin a line of a list and may stay.
FORMULA: Final = r"^[=@\t\r]|^[+-]([^ ]|$)"
FORMULA_MARKS: Final = "=@+-\t"  # how it begins; a line's end aside, which ends every line
# Control characters, overrides of the direction of writing, and what XML cannot hold.
CONTROL: Final = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ufffe\uffff]"


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong: `row` as a spreadsheet shows it, the column, the reason in words."""

    row: int
    column: str
    reason: str


@dataclass(frozen=True)
class Checked:
    """A table that was looked at: its faults, and what it says where it has none."""

    table: Table
    layout: Layout
    rows: int
    faults: tuple[Fault, ...]

    @property
    def accepted(self) -> int:
        """Return the number of rows with nothing against them."""
        return self.rows - len({fault.row for fault in self.faults})

    def sound(self) -> Table:
        """Return the rows with nothing against them."""
        return self.table.without({fault.row for fault in self.faults})

    def lines(self) -> tuple[Line, ...]:
        """Return the tally of the sound rows."""
        counted = self.sound().tally((MEANT_STATE, "instrument", MEANT_CODE, "basis"))
        return tuple(
            Line(state, instrument, code, basis, n)
            for (state, instrument, code, basis), n in counted
        )

    def said(self) -> dict[tuple[str, str, str], int]:
        """Return how many sound rows each State has on each instrument in each document."""
        counted = self.sound().tally((MEANT_STATE, "instrument", "document"))
        return {(state, instrument, document): n for (state, instrument, document), n in counted}

    def statements(self) -> Iterator[Statement]:
        """Yield each row as a statement; a Mistake where the table has a fault."""
        if self.faults:
            raise Mistake("a table with errors gives no statements")
        words = (self.layout.words, *((self.layout.language,) if self.layout.language else ()))
        names = (MEANT_STATE, MEANT_CODE, *PLAIN, *words, *self.layout.optional)
        for cells in self.table.rows(names):
            yield self._statement(dict(zip(names, cells, strict=True)))

    def _statement(self, told: Mapping[str, str]) -> Statement:
        return Statement(
            state=told[MEANT_STATE],
            instrument=told["instrument"],
            code=told[MEANT_CODE],
            basis=told["basis"],
            words=told[self.layout.words],
            language=self.layout.spoken or told[self.layout.language],
            source=Source(told["document"], told["paragraph"]),
            fit=told.get("fit") or "exact",
            topic=told.get("topic", ""),
            remark=told.get("note", ""),
            coder=told.get("coder", ""),
            coded_on=told.get("coded_on", ""),
            visibility=told.get("visibility") or "public",
        )


def check(table: Table, rules: Rules) -> Checked:
    """Return what a table says and everything that is wrong with it.

    An empty row says nothing and is passed over; the rows after it keep their numbers.
    """
    columns = layout(table.columns)
    full = table.without(table.empty())
    states = states_meant(columns.state, _distinct(full, columns.state), rules)
    codes = codes_meant(columns.coded, _distinct(full, columns.coded), rules)
    faults = [
        *_faults(full, columns.state, states.wrong),
        *_faults(full, columns.coded, codes.wrong),
        *_cell_faults(full, columns),
        *_text_faults(full, columns.words),
        *formulas(full),
    ]
    meant = full.translated(columns.state, states.words, MEANT_STATE)
    meant = meant.translated(columns.coded, codes.words, MEANT_CODE)
    faults += _repeated(meant.without({fault.row for fault in faults}), columns)
    return Checked(meant, columns, len(full), tuple(sorted(faults)))


def lines_of(
    counted: Sequence[tuple[Cells, int]], columns: Layout, rules: Rules
) -> tuple[Line, ...] | None:
    """Return the lines of a tally of the counted columns; None where a cell is wrong."""
    width, end = len(columns.state), len(columns.counted) - 1
    state_cells = [cells[:width] for cells, _ in counted]
    code_cells = [cells[width:end] for cells, _ in counted]
    states = states_meant(columns.state, sorted(set(state_cells)), rules)
    codes = codes_meant(columns.coded, sorted(set(code_cells)), rules)
    if states.wrong or codes.wrong or not {cells[end] for cells, _ in counted} <= set(BASES):
        return None
    return tuple(
        Line(states.words[state], code[0], codes.words[code], cells[end], n)
        for state, code, (cells, n) in zip(state_cells, code_cells, counted, strict=True)
    )


def _distinct(table: Table, names: Sequence[str]) -> list[Cells]:
    return sorted(cells for cells, _ in table.tally(names))


def _faults(
    table: Table, names: Sequence[str], wrong: Mapping[Cells, tuple[tuple[str, str], ...]]
) -> Iterator[Fault]:
    for row, cells in table.with_cells(names, wrong.keys()):
        yield from (Fault(row, column, reason) for column, reason in wrong[cells])


def _cell_faults(table: Table, columns: Layout) -> Iterator[Fault]:
    """Yield what is wrong in the columns that are looked at one by one."""
    checks: dict[str, Callable[[str], str]] = {
        "basis": one_of("basis", BASES, empty=False),
        "document": given_reason,
        "fit": one_of("fit", FITS, empty=True),
        "visibility": one_of("visibility", VISIBILITIES, empty=True),
        "coded_on": day_reason,
    }
    if columns.language:
        checks[columns.language] = one_of("language", LANGUAGES, empty=False)
    for name, reason in checks.items():
        if name in table.columns:
            told = {cells: reason(cells[0]) for cells in _distinct(table, (name,))}
            wrong = {cells: ((name, why),) for cells, why in told.items() if why}
            yield from _faults(table, (name,), wrong)


def _text_faults(table: Table, words: str) -> Iterator[Fault]:
    """Yield what no cell may be: unprintable, endless; and rows without words."""
    for name in table.columns:
        for row in table.matching(name, CONTROL):
            yield Fault(row, name, "the cell holds control characters")
        for row in table.longer(name, LONGEST):
            yield Fault(row, name, f"the cell is longer than {LONGEST:,} characters")
    for row in table.matching(words, r"^\s*$"):
        yield Fault(row, words, "the cell is empty")


def formulas(table: Table) -> Iterator[Fault]:
    """Yield each cell that a spreadsheet would run as a formula."""
    for name in table.columns:
        for row in table.matching(name, FORMULA):
            yield Fault(row, name, "the cell begins like a spreadsheet formula")


def _repeated(table: Table, columns: Layout) -> Iterator[Fault]:
    for row, first in table.repeated(columns.identity):
        yield Fault(row, columns.words, f"the same statement as row {first}")
