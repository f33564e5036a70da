"""The shipped instruments and who takes part in them, read from the data folder into the domain."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from palermo.domain.instruments import (
    INSTRUMENTS,
    Article,
    Instrument,
    Participation,
    Participations,
    Words,
)
from palermo.domain.provision_words import Vocabulary
from palermo.domain.provisions import Alternatives, Notification, Provision
from palermo.engines.files import data_folder, read_rows, read_yaml


@cache
def load_instruments() -> dict[str, Instrument]:
    """Return the newest shipped version of each instrument by its code, in printed order."""
    return {code: load_instrument(code, versions(code)[-1]) for code in INSTRUMENTS}


def versions(code: str) -> tuple[str, ...]:
    """Return the shipped versions of an instrument, oldest first."""
    names = (name for name in data_folder("instruments", code.lower()) if name.isdecimal())
    return tuple(sorted(names, key=int))


@cache
def load_instrument(code: str, version: str) -> Instrument:
    """Return one version of an instrument; FileNotFoundError where it was never shipped."""
    told = read_yaml("instruments", code.lower(), version, "structure.yaml")
    return Instrument(
        code=told["code"],
        version=told["version"],
        parent=told["parent"],
        resolution=told["resolution"]["symbol"],
        annex=told["resolution"]["annex"],
        adopted=date.fromisoformat(told["adopted"]),
        in_force=date.fromisoformat(told["in_force"]),
        treaty_series_volume=told["treaty_series"]["volume"],
        treaty_series_number=told["treaty_series"]["number"],
        treaty_collection=told["treaty_collection"],
        binding_rule=told["binding_rule"],
        facts_published=told["facts"]["published"],
        articles=tuple(_article(code, *one) for one in told["articles"].items()),
        provisions=_provisions(code, version),
    )


def _article(code: str, number: int, told: Mapping[str, Any]) -> Article:
    return Article(
        number=number,
        code=f"{code.lower()}/{number}",
        kind=told["kind"],
        paragraphs=told["paragraphs"],
        cluster=told.get("cluster"),
        also=tuple(told.get("also", ())),
        confirmed=told.get("confirmed", False),
    )


def _provisions(code: str, version: str) -> tuple[Provision, ...]:
    told = read_yaml("instruments", code.lower(), version, "provisions.yaml")
    return tuple(_provision(*one) for one in told["provisions"].items())


def _provision(code: str, told: Mapping[str, Any]) -> Provision:
    group, duty = told.get("alternatives"), told.get("notification")
    return Provision(
        code=code,
        level=told["level"],
        also=tuple(told.get("also", ())),
        qualifiers=tuple(told.get("qualifiers", ())),
        alternatives=Alternatives(group["rule"], tuple(group["branches"])) if group else None,
        only_if=told.get("only_if", ""),
        part_if=told.get("part_if", ""),
        notification=Notification(**duty) if duty else None,
        references=tuple(told.get("references", ())),
        prohibition=told.get("prohibition", False),
        note=told.get("note", ""),
    )


@cache
def load_vocabulary() -> Vocabulary:
    """Return what levels, qualifiers, conditions and notifications are called, in six languages."""
    told = dict(read_yaml("instruments", "levels.yaml"))
    facts = {
        name: {language: (words["yes"], words["no"]) for language, words in languages.items()}
        for name, languages in told.pop("conditions").items()
    }
    return Vocabulary(names=told, facts=facts)


@cache
def load_words(code: str, language: str) -> Words:
    """Return the words of the newest version of an instrument in one of the six languages."""
    told = read_yaml("instruments", code.lower(), versions(code)[-1], f"text.{language}.yaml")
    return Words(
        title=told["title"],
        short=told["short"],
        label=told["label"],
        articles=told["articles"],
    )


@cache
def load_summaries(code: str, language: str) -> Mapping[str, str]:
    """Return our own short wording of each provision by its code, in one of the six languages.

    A summary is not the treaty text. Empty where an instrument is not yet summarized.
    """
    name = f"summaries.{language}.yaml"
    try:
        told = read_yaml("instruments", code.lower(), versions(code)[-1], name)
    except FileNotFoundError:
        return {}
    return {f"{code.lower()}/{place}": words for place, words in told.items()}


@cache
def load_participations() -> Participations:
    """Return the shipped facts of participation, as published in March 2015."""
    rows = read_rows("instruments", "participation.csv")
    return Participations(
        tuple(
            Participation(
                instrument=row["instrument"],
                state=row["code"],
                signature=_day(row["signature"]),
                consent=_day(row["consent_date"]),
                act=row["act"] or None,
            )
            for row in rows
        )
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
