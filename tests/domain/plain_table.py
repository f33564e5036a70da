"""A table of plain Python rows: what the checks are tried on, and what Polars is compared with."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

Cells = tuple[str, ...]


@dataclass(frozen=True)
class PlainTable:
    columns: Cells
    numbered: tuple[tuple[int, Cells], ...]

    def __len__(self) -> int:
        return len(self.numbered)

    def cells(self, names: Sequence[str]) -> Iterator[tuple[int, Cells]]:
        places = [self.columns.index(name) for name in names]
        for row, cells in self.numbered:
            yield row, tuple(cells[place] for place in places)

    def tally(self, names: Sequence[str]) -> list[tuple[Cells, int]]:
        return list(Counter(cells for _, cells in self.cells(names)).items())

    def with_cells(
        self, names: Sequence[str], wanted: Collection[Cells]
    ) -> list[tuple[int, Cells]]:
        return [(row, cells) for row, cells in self.cells(names) if cells in wanted]

    def matching(self, name: str, pattern: str) -> list[int]:
        return [row for row, (cell,) in self.cells((name,)) if re.search(pattern, cell)]

    def longer(self, name: str, limit: int) -> list[int]:
        return [row for row, (cell,) in self.cells((name,)) if len(cell) > limit]

    def empty(self) -> list[int]:
        return [row for row, cells in self.numbered if not any(cells)]

    def without(self, rows: Collection[int]) -> "PlainTable":
        kept = tuple((row, cells) for row, cells in self.numbered if row not in rows)
        return PlainTable(self.columns, kept)

    def translated(
        self, names: Sequence[str], words: Mapping[Cells, str], into: str
    ) -> "PlainTable":
        meant = [words.get(cells, "") for _, cells in self.cells(names)]
        added = tuple(
            (row, (*cells, word)) for (row, cells), word in zip(self.numbered, meant, strict=True)
        )
        return PlainTable((*self.columns, into), added)

    def repeated(self, names: Sequence[str]) -> list[tuple[int, int]]:
        first: dict[Cells, int] = {}
        found = []
        for row, cells in self.cells(names):
            stood = first.setdefault(cells, row)
            if stood != row:
                found.append((row, stood))
        return found

    def rows(self, names: Sequence[str]) -> Iterator[Cells]:
        for _, cells in self.cells(names):
            yield cells


def plain_table(columns: Sequence[str], *rows: Sequence[str]) -> PlainTable:
    return PlainTable(tuple(columns), tuple((n, tuple(row)) for n, row in enumerate(rows, start=2)))
