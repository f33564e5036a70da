"""The tile grid: States by regional group, one equal tile each, whatever the tile then says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from palermo.engines.knowledge_states import load_register

KEY: Final = (("0", ""), ("1", "q1"), ("2", "q2"), ("3-4", "q3"), ("5-7", "q4"), ("8+", "q5"))
STEPS: Final = ((8, "q5"), (5, "q4"), (3, "q3"), (2, "q2"), (1, "q1"))

T = TypeVar("T")


@dataclass(frozen=True)
class Tile:
    """A State on the grid: requests counted, and whether it is recorded as silent."""

    code: str
    name: str
    requests: int
    silent: bool

    @property
    def tint(self) -> str:
        """Return the class that tints the tile; hatching says silence, also with a request."""
        step = next((name for least, name in STEPS if self.requests >= least), "")
        return f"{step} silent".strip() if self.silent else step


@dataclass(frozen=True)
class Group(Generic[T]):
    """A regional group with its tiles in the order of the page's language."""

    code: str
    name: str
    tiles: tuple[T, ...]


def arranged(tile: Callable[[str], T], language: str) -> tuple[Group[T], ...]:
    """Return one tile a participant: the five groups, then those that belong to none."""
    register = load_register()
    ordered = register.ordered(register.participants, language)
    named = [(group, register.group_name(group, language)) for group in register.regional_groups]
    return tuple(
        Group(
            group,
            name,
            tuple(
                tile(code)
                for code in ordered
                if (register.participants[code].regional_group or "") == group
            ),
        )
        for group, name in (*named, ("", ""))
    )


def groups(
    by_state: Mapping[str, int], silent: Iterable[str], language: str
) -> tuple[Group[Tile], ...]:
    """Return the grid of requests."""
    register = load_register()
    unheard = frozenset(silent)
    return arranged(
        lambda code: Tile(
            code, register.name(code, language), by_state.get(code, 0), code in unheard
        ),
        language,
    )
