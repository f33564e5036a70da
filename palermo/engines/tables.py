"""Tables read from CSV files: rows as a spreadsheet numbers them, every cell as text.

Wraps Polars. Knows nothing of what the columns mean; `domain/statements` checks that through the
methods here.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from polars.exceptions import PolarsError

from palermo.domain.mistakes import Mistake
from palermo.engines.csv_bytes import broken_at, header, read_bytes

_FIRST_ROW = 2  # a spreadsheet shows the header as row 1
_COUNT = "=n"
_ROW = "=row"  # no header can hold this name: a cell that begins like a formula is refused

Cells = tuple[str, ...]


@dataclass(frozen=True)
class CsvTable:
    """The rows of a file; an empty cell is "", the row number counts the header as 1."""

    frame: pl.DataFrame
    columns: tuple[str, ...]

    def __len__(self) -> int:
        """Return the number of rows."""
        return self.frame.height

    def tally(self, names: Sequence[str]) -> list[tuple[Cells, int]]:
        """Return each combination of cells that occurs and the number of its rows, in no order."""
        return _counted(self.frame.lazy().group_by(list(names)).len(_COUNT).collect(), names)

    def with_cells(
        self, names: Sequence[str], wanted: Collection[Cells]
    ) -> list[tuple[int, Cells]]:
        """Return the rows whose cells are one of the combinations wanted."""
        if not wanted:
            return []
        keys = pl.DataFrame(list(wanted), schema=dict.fromkeys(names, pl.String), orient="row")
        found = self.frame.join(keys, on=list(names), how="semi", maintain_order="left")
        return [(row, tuple(cells)) for row, *cells in found.select(_ROW, *names).rows()]

    def matching(self, name: str, pattern: str) -> list[int]:
        """Return the rows whose cell matches a regular expression anywhere."""
        return self._rows(pl.col(name).str.contains(pattern))

    def longer(self, name: str, limit: int) -> list[int]:
        """Return the rows whose cell holds more than `limit` characters."""
        return self._rows(pl.col(name).str.len_chars() > limit)

    def empty(self) -> list[int]:
        """Return the rows that hold nothing at all."""
        return self._rows(pl.all_horizontal(pl.col(name) == "" for name in self.columns))

    def without(self, rows: Collection[int]) -> "CsvTable":
        """Return the table without some rows; the others keep their numbers."""
        if not rows:
            return self
        return CsvTable(
            self.frame.filter(
                ~pl.col(_ROW).is_in(pl.Series(list(rows), dtype=pl.UInt32).implode())
            ),
            self.columns,
        )

    def translated(self, names: Sequence[str], words: Mapping[Cells, str], into: str) -> "CsvTable":
        """Return the table with one more column: what each combination of cells stands for.

        A combination without a translation gives "".
        """
        rows = [(*cells, word) for cells, word in words.items()]
        schema = dict.fromkeys((*names, into), pl.String)
        key = pl.DataFrame(rows, schema=schema, orient="row")
        joined = self.frame.join(key, on=list(names), how="left", maintain_order="left")
        return CsvTable(joined.with_columns(pl.col(into).fill_null("")), (*self.columns, into))

    def repeated(self, names: Sequence[str]) -> list[tuple[int, int]]:
        """Return each row whose cells stood before, with the row where they stood first."""
        chosen = self.frame.select(_ROW, *names)
        hashes = chosen.drop(_ROW).hash_rows()
        suspects = chosen.filter(hashes.is_duplicated())
        first: dict[Cells, int] = {}
        found = []
        for row, *cells in suspects.iter_rows():
            stood = first.setdefault(tuple(cells), row)
            if stood != row:
                found.append((row, stood))
        return found

    def rows(self, names: Sequence[str]) -> Iterator[Cells]:
        """Yield the cells of each row, in the order of the file."""
        yield from self.frame.select(names).iter_rows()

    def _rows(self, condition: pl.Expr) -> list[int]:
        return self.frame.lazy().filter(condition).select(_ROW).collect()[_ROW].to_list()


@dataclass(frozen=True)
class CsvFile:
    """A CSV file that was read and found whole: its bytes and the names in its header, in order."""

    name: str
    data: bytes
    columns: tuple[str, ...]

    def table(self) -> CsvTable:
        """Return the rows; a Mistake where there is none, or one that cannot be read."""
        frame = self._frame(self.columns)
        numbered = frame.with_row_index(_ROW, offset=_FIRST_ROW)
        return CsvTable(numbered.with_columns(pl.col(self.columns).fill_null("")), self.columns)

    def tally(self, names: Sequence[str]) -> list[tuple[Cells, int]]:
        """Return what `table().tally` would, quicker: only these columns are read."""
        kept = [name for name in self.columns if name in names]
        groups = self._frame(kept).lazy().group_by(list(names)).len(_COUNT)
        return _counted(groups.collect(), names)

    def may_begin(self, marks: str) -> bool:
        """Return whether a cell could begin with one of some marks; quick, and not quite sure."""
        edges = (b",", b"\n", b'"')
        return any(
            mark in self.data and any(edge + mark in self.data for edge in edges)
            for mark in (one.encode() for one in marks)
        )

    def _frame(self, columns: Sequence[str]) -> pl.DataFrame:
        # Strings, not categories: what Polars reads as a category it does not check for UTF-8, and
        # a broken quote can cut a character in two.
        try:
            frame = pl.read_csv(
                self.data,
                columns=list(columns),
                schema_overrides=dict.fromkeys(columns, pl.String),
                infer_schema=False,
                raise_if_empty=False,
            )
        except PolarsError as error:
            reason = broken_at(self.data, len(self.columns))
            raise Mistake(f"{self.name}: {reason}") from error
        if not frame.height:
            raise Mistake(f"{self.name} has a header and no rows")
        return frame


def _counted(groups: pl.DataFrame, names: Sequence[str]) -> list[tuple[Cells, int]]:
    filled = groups.with_columns(pl.col(names).fill_null(""))
    cells = zip(*(filled[name].to_list() for name in names), strict=True)
    return list(zip(cells, filled[_COUNT].to_list(), strict=True))


def open_csv(path: Path, *, accept_bom: bool = False) -> CsvFile:
    """Return a CSV file: UTF-8, commas, each column named once; a Mistake else."""
    data = read_bytes(path, accept_bom=accept_bom)
    return CsvFile(path.name, data, header(data, path.name))
