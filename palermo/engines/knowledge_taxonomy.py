"""The kinds of assistance as shipped: reads `palermo/data/taxonomy` and makes the domain's values.

Wraps no tool of its own; the file is read by `files`.
"""

from functools import cache
from typing import Any

from palermo.domain.needs import Category, Subcategory, Taxonomy
from palermo.engines.files import read_yaml


@cache
def load_taxonomy() -> Taxonomy:
    """Return the taxonomy of the 2009 note with the two codes added to it, in printed order."""
    tree = read_yaml("taxonomy", "taxonomy.yaml")
    return Taxonomy(tuple(_category(one) for one in tree["categories"]), topics=tree["topics"])


def _category(entry: dict[str, Any]) -> Category:
    return Category(
        code=entry["code"],
        printed=entry["printed"],
        names=entry["names"],
        short=entry["short"],
        subcategories=tuple(_subcategory(entry["code"], one) for one in entry["subcategories"]),
    )


def _subcategory(category: str, entry: dict[str, Any]) -> Subcategory:
    return Subcategory(
        code=f"{category}/{entry['code']}",
        category=category,
        only_for=entry.get("only_for", ""),
        printed=entry["printed"],
        names=entry["names"],
    )
