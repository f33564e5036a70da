"""The table in which statements of need arrive: what it can be asked, which columns it has."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol, Self

from palermo.domain.languages import LANGUAGES
from palermo.domain.mistakes import Mistake
from palermo.domain.statement_cells import Cells

# Columns that the checks add; no header can hold these names (they begin like a formula).
MEANT_STATE: Final = "=state"
MEANT_CODE: Final = "=code"
PLAIN: Final = ("instrument", "basis", "document", "paragraph")
_STATE: Final = ("iso3", "state", *(f"name_{language}" for language in LANGUAGES))
_PAIR: Final = ("category_code", "subcategory_code")
_OPTIONAL: Final = ("fit", "topic", "note", "coder", "coded_on", "visibility")


class Table(Protocol):
    """Rows of text cells, numbered as a spreadsheet shows them (the header is row 1)."""

    @property
    def columns(self) -> Cells:
        """Return the names of the columns, in order."""
        ...

    def __len__(self) -> int: ...

    def tally(self, names: Sequence[str]) -> list[tuple[Cells, int]]:
        """Return each combination of cells that occurs and the number of its rows, in no order."""
        ...

    def with_cells(
        self, names: Sequence[str], wanted: Collection[Cells]
    ) -> list[tuple[int, Cells]]:
        """Return the rows whose cells are one of the combinations wanted."""
        ...

    def matching(self, name: str, pattern: str) -> list[int]:
        """Return the rows whose cell matches a regular expression anywhere."""
        ...

    def longer(self, name: str, limit: int) -> list[int]:
        """Return the rows whose cell holds more than `limit` characters."""
        ...

    def empty(self) -> list[int]:
        """Return the rows that hold nothing at all."""
        ...

    def without(self, rows: Collection[int]) -> Self:
        """Return the table without some rows; the others keep their numbers."""
        ...

    def translated(self, names: Sequence[str], words: Mapping[Cells, str], into: str) -> Self:
        """Return the table with a column more: what combinations of cells stand for, or ""."""
        ...

    def repeated(self, names: Sequence[str]) -> list[tuple[int, int]]:
        """Return each row whose cells stood before, with the row where they stood first."""
        ...

    def rows(self, names: Sequence[str]) -> Iterator[Cells]:
        """Yield the cells of each row, in the order of the file."""
        ...


@dataclass(frozen=True)
class Layout:
    """Which columns of a table say what.

    `language` is the column that names the language of `words`, or "" where `spoken` does.
    `ignored` are columns that say nothing here; whoever sends the file is told.
    """

    state: Cells
    code: Cells
    words: str
    language: str
    spoken: str
    optional: Cells
    ignored: Cells

    @property
    def coded(self) -> Cells:
        """Return the columns that give the code, the instrument first: some codes depend on it."""
        return ("instrument", *self.code)

    @property
    def counted(self) -> Cells:
        """Return the columns that the overview needs."""
        return (*self.state, *self.coded, "basis")

    @property
    def identity(self) -> Cells:
        """Return the columns that make a row this statement, once its cells are understood."""
        named = (self.language,) if self.language else ()
        topic = ("topic",) if "topic" in self.optional else ()
        return (MEANT_STATE, *PLAIN, MEANT_CODE, self.words, *named, *topic)


def layout(columns: Sequence[str]) -> Layout:
    """Return what each column says; a Mistake names the one that is missing or in the way."""
    present = set(columns)
    state = tuple(name for name in _STATE if name in present)
    if not state:
        raise Mistake("column iso3 (or state) is missing")
    code = _code_columns(present)
    words, language, spoken = _words_columns(present)
    for name in PLAIN:
        if name not in present:
            raise Mistake(f"column {name} is missing")
    optional = tuple(name for name in _OPTIONAL if name in present)
    used = {*state, *code, *PLAIN, *optional, words, language}
    ignored = tuple(name for name in columns if name not in used)
    return Layout(state, code, words, language, spoken, optional, ignored)


def _code_columns(present: Collection[str]) -> Cells:
    found = tuple(name for name in (*_PAIR, "code") if name in present)
    if "code" in found or set(_PAIR) <= set(found):
        return found
    missing = [name for name in _PAIR if name not in found]
    raise Mistake(f"column {missing[0] if found else 'code'} is missing")


def _words_columns(present: Collection[str]) -> tuple[str, str, str]:
    spoken = [language for language in LANGUAGES if f"statement_{language}" in present]
    if len(spoken) + ("statement" in present) > 1:
        raise Mistake(
            "several columns hold words; a statement keeps its words in one language: "
            "use statement and language"
        )
    if spoken and "language" in present:
        raise Mistake(f"column language stands beside statement_{spoken[0]}: keep one of the two")
    if spoken:
        return f"statement_{spoken[0]}", "", spoken[0]
    if "statement" not in present:
        raise Mistake("column statement (or statement_en, ...) is missing")
    if "language" not in present:
        raise Mistake("column language is missing")
    return "statement", "language", ""
