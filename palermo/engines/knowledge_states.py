"""The register of States as shipped: `palermo/data/states` made into values of the domain.

Wraps no tool of its own; the files are read by `files`.
"""

from datetime import date
from functools import cache
from typing import Any

from palermo.domain.languages import LANGUAGES
from palermo.domain.states import Earlier, Names, Participant, Register
from palermo.engines.files import read_yaml

_GROUPS = "_regional_groups"
_REGIONS = "_unodc_regions"


@cache
def load_participants() -> dict[str, Participant]:
    """Return the participants by code, without their names: quicker where only codes are asked."""
    codes = read_yaml("states", "structure.yaml")["participants"]
    return {code: Participant(code=code, **entry) for code, entry in codes.items()}


@cache
def load_regional_groups() -> tuple[str, ...]:
    """Return the regional groups of the United Nations in printed order."""
    return tuple(read_yaml("states", "structure.yaml")["regional_groups"])


@cache
def load_register() -> Register:
    """Return the register of States and other participants, with their names in six languages."""
    structure = read_yaml("states", "structure.yaml")
    tables = {language: read_yaml("states", f"names.{language}.yaml") for language in LANGUAGES}
    codes = structure["participants"]
    return Register(
        participants=load_participants(),
        names={
            language: {code: _names(table[code]) for code in codes}
            for language, table in tables.items()
        },
        group_names=_titles(tables, _GROUPS, structure["regional_groups"]),
        region_names=_titles(tables, _REGIONS, structure["unodc_regions"]),
        as_of={what: _day(day) for what, day in structure["as_of"].items()},
        ambiguous={
            language: {name: tuple(meant) for name, meant in names.items()}
            for language, names in structure["ambiguous"].items()
        },
    )


def _titles(tables: dict[str, Any], section: str, order: list[str]) -> dict[str, dict[str, str]]:
    return {
        language: {one: table[section][one] for one in order} for language, table in tables.items()
    }


def _names(entry: dict[str, Any]) -> Names:
    earlier = [
        Earlier(one["name"], _day(one["until"]), _day(one["since"]) if "since" in one else None)
        for one in entry.get("earlier", ())
    ]
    return Names(
        short=entry["short"],
        formal=entry["formal"],
        in_text=entry.get("in_text", entry["short"]),
        earlier=tuple(sorted(earlier, key=lambda one: one.until)),
        also=tuple(entry.get("also", ())),
    )


def _day(text: object) -> date:
    return date.fromisoformat(str(text))
