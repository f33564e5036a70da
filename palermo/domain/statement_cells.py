"""What one cell, or a few cells together, mean: the State, the code, and what is wrong with them.

Each function takes distinct values, never rows: a million statements name some two hundred States.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Final

from palermo.domain.needs import Taxonomy

Cells = tuple[str, ...]
Wrong = tuple[str, str]  # column, reason

_SHOWN: Final = 60
_HINTED: Final = 200  # unknown values that get suggestions: looking for what is near takes time


@dataclass(frozen=True)
class Rules:
    """What cells are checked against.

    `states` are the codes of participants; `code` gives the code that a name means or None,
    `suggestions` the names nearest to it. `instruments` are in printed order.
    """

    states: Collection[str]
    code: Callable[[str], str | None]
    suggestions: Callable[[str], tuple[str, ...]]
    instruments: tuple[str, ...]
    taxonomy: Taxonomy


@dataclass(frozen=True)
class Meaning:
    """What each combination of cells means (where it means something) and what is wrong with it."""

    words: Mapping[Cells, str]
    wrong: Mapping[Cells, tuple[Wrong, ...]]


def shown(value: str) -> str:
    """Return a cell as it is told in a message: in quotes, on one line, not too long."""
    plain = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in value)
    return f'"{plain[:_SHOWN]}…"' if len(plain) > _SHOWN else f'"{plain}"'


def states_meant(names: Sequence[str], combinations: Iterable[Cells], rules: Rules) -> Meaning:
    """Return the State that each combination of cells means; `names` are its columns.

    A code and a name that mean two different States are an error, never a choice.
    """
    told = list(combinations)
    values = dict.fromkeys(value for cells in told for value in cells if value)
    codes = {value: rules.code(value) for value in values if value not in rules.states}
    unknown = [value for value, code in codes.items() if code is None]
    hints = {value: rules.suggestions(value) for value in unknown[:_HINTED]}
    words: dict[Cells, str] = {}
    wrong: dict[Cells, tuple[Wrong, ...]] = {}
    for cells in told:
        found = {
            name: _state(name, value, codes)
            for name, value in zip(names, cells, strict=True)
            if value
        }
        faults = [
            (name, _no_state(value, codes[value], hints.get(value, ())))
            for name, value in zip(names, cells, strict=True)
            if value and found[name] is None
        ]
        meant = {code for code in found.values() if code}
        if not found:
            faults = [(names[0], "no State is named")]
        elif len(meant) > 1:
            said = ", ".join(f"{name} says {code}" for name, code in found.items() if code)
            faults.append((names[0], f"the columns name different States: {said}"))
        if faults:
            wrong[cells] = tuple(faults)
        else:
            words[cells] = meant.pop()
    return Meaning(words, wrong)


def _state(name: str, value: str, codes: Mapping[str, str | None]) -> str | None:
    """Return the code a cell means; in the column iso3 only a code itself will do."""
    if value not in codes:
        return value
    return None if name == "iso3" else codes[value]


def _no_state(value: str, code: str | None, near: Sequence[str]) -> str:
    if code:
        return f"{shown(value)} is not a code; {code} is: names belong in a column named state"
    return _unknown("State", value, near)


def codes_meant(names: Sequence[str], combinations: Iterable[Cells], rules: Rules) -> Meaning:
    """Return the code of each combination of instrument and cells of code.

    `names` begins with the column of the instrument; then `category_code`, `subcategory_code`
    and `code`, those of them that there are. A code bound to one Protocol is refused elsewhere.
    """
    words: dict[Cells, str] = {}
    wrong: dict[Cells, tuple[Wrong, ...]] = {}
    hinted: dict[str, tuple[str, ...]] = {}
    for cells in combinations:
        told = dict(zip(names, cells, strict=True))
        faults = list(_instrument_faults(names[0], told[names[0]], rules))
        code, found = _code(told, rules.taxonomy, hinted)
        if code and not faults:
            reason = rules.taxonomy.refusal(code, told[names[0]])
            found = [(_code_column(told), reason)] if reason else found
        faults += found
        if faults:
            wrong[cells] = tuple(faults)
        else:
            words[cells] = code
    return Meaning(words, wrong)


def _instrument_faults(column: str, value: str, rules: Rules) -> Iterable[Wrong]:
    if not value:
        yield column, "no instrument is named"
    elif value not in rules.instruments:
        yield column, f"unknown instrument {shown(value)}; one of {', '.join(rules.instruments)}"


def _code_column(told: Mapping[str, str]) -> str:
    return "code" if told.get("code") else "subcategory_code"


def _code(
    told: Mapping[str, str], taxonomy: Taxonomy, hinted: dict[str, tuple[str, ...]]
) -> tuple[str, list[Wrong]]:
    """Return the code that the cells give, or "" and what is wrong."""
    category, kind = told.get("category_code", ""), told.get("subcategory_code", "")
    whole = told.get("code", "")
    pair = f"{category}/{kind}" if category or kind else ""
    if not whole and not pair:
        return "", [("code" if "code" in told else "category_code", "no code is given")]
    if pair and not (category and kind):
        column = "subcategory_code" if category else "category_code"
        return "", [(column, "the code is not complete")]
    if whole and pair and whole != pair:
        return "", [("code", f"code says {shown(whole)}, the other columns say {shown(pair)}")]
    code = whole or pair
    if code in taxonomy.subcategories:
        return code, []
    if code not in hinted:
        near = len(hinted) < _HINTED
        hinted[code] = tuple(get_close_matches(code, taxonomy.subcategories, n=2)) if near else ()
    column = _code_column(told)
    if not whole and category not in {one.code for one in taxonomy.categories}:
        column = "category_code"
    return "", [(column, _unknown("code", code, hinted[code]))]


def _unknown(what: str, value: str, near: Sequence[str]) -> str:
    nearest = f"; nearest: {', '.join(near)}" if near else ""
    return f"unknown {what} {shown(value)}{nearest}"


def one_of(what: str, allowed: Sequence[str], *, empty: bool) -> Callable[[str], str]:
    """Return the check of a cell that holds one of a few words: it gives the reason, or ""."""

    def reason(value: str) -> str:
        if value in allowed or (empty and not value):
            return ""
        if not value:
            return f"no {what} is given; one of {', '.join(allowed)}"
        return f"unknown {what} {shown(value)}; one of {', '.join(allowed)}"

    return reason


def day_reason(value: str) -> str:
    """Return why a cell is no date as 2009-08-20, or "" where it is one or empty."""
    try:
        if value and (len(value) != 10 or date.fromisoformat(value).isoformat() != value):
            return f"{shown(value)} is not a date as 2009-08-20"
    except ValueError:
        return f"{shown(value)} is not a date as 2009-08-20"
    return ""


def given_reason(value: str) -> str:
    """Return why a cell that must say something is refused, or ""."""
    return "" if value.strip() else "the cell is empty"
