"""Shipped knowledge: the YAML and CSV files below `palermo/data`, and nothing else.

Wraps PyYAML. Every other module gets its knowledge from here.
"""

import csv
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a PyYAML built without libyaml: slower, same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]


def data_file(*parts: str) -> Traversable:
    """Return the shipped file at `parts` below the data folder."""
    return files("palermo").joinpath("data", *parts)


def data_text(*parts: str) -> str:
    """Return the text of a shipped file; a missing file is a FileNotFoundError."""
    return data_file(*parts).read_text(encoding="utf-8")


def data_folder(*parts: str) -> list[str]:
    """Return the names of what lies in a shipped folder, sorted."""
    return sorted(entry.name for entry in data_file(*parts).iterdir())


@cache
def read_yaml(*parts: str) -> Any:
    """Return the content of a shipped YAML file; treat it as read-only, it is read once."""
    return yaml.load(data_text(*parts), Loader=Loader)


def read_rows(*parts: str) -> list[dict[str, str]]:
    """Return the rows of a shipped CSV file, every value as text."""
    return list(csv.DictReader(data_text(*parts).splitlines()))
