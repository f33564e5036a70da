"""The phrases of documents: reads `data/phrases/<paper>.<language>.yaml` into flat tables.

Not here: how a phrase is filled (`domain/phrases`). Wraps no tool of its own; `files` reads.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from palermo.domain.phrases import Phrase, Phrases
from palermo.domain.wording import PLURALS
from palermo.engines.files import read_yaml

FORMS = frozenset(form for forms in PLURALS.values() for form in forms)


@cache
def load_phrases(paper: str, language: str) -> Phrases:
    """Return the phrases of a kind of paper ("note") in a language, keys joined by dots."""
    return Phrases(language, dict(_flat(read_yaml("phrases", f"{paper}.{language}.yaml"), "")))


@cache
def load_structure(paper: str) -> Mapping[str, Any]:
    """Return what a kind of paper has in all languages alike, from `<paper>.structure.yaml`."""
    structure: Mapping[str, Any] = read_yaml("phrases", f"{paper}.structure.yaml")
    return structure


def _flat(tree: Mapping[str, Any], above: str) -> Iterator[tuple[str, Phrase]]:
    for name, value in tree.items():
        key = f"{above}.{name}" if above else str(name)
        if not isinstance(value, Mapping) or FORMS.issuperset(value):
            yield key, value
        else:
            yield from _flat(value, key)
