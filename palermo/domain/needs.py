"""Statements of need: who said what, about which instrument, coded by which kind of assistance.

The counting unit of every table is the *request*: one State, one instrument, one subcategory,
stated with basis `need`. Views and difficulties are kept and shown, never counted as requests.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Final

BASES: Final = ("need", "view", "difficulty")
FITS: Final = ("exact", "near")
VISIBILITIES: Final = ("public", "secretariat", "state")
_TOPIC_MARK: Final = {"ar": "؛ ", "zh": "；"}


@dataclass(frozen=True)
class Subcategory:
    """A kind of assistance: `code` is `category/subcategory`, unique in the taxonomy.

    `only_for` is the one instrument it may be used with, or "". `printed` is false for the two
    codes added to the table of CTOC/COP/WG.2/2009/2 for statements that name no kind.
    """

    code: str
    category: str
    only_for: str
    printed: bool
    names: Mapping[str, str]


@dataclass(frozen=True)
class Category:
    """A heading of the table of the 2009 note, with its subcategories in printed order.

    `short` is its name for charts and chips, by language.
    """

    code: str
    printed: bool
    names: Mapping[str, str]
    subcategories: tuple[Subcategory, ...]
    short: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Taxonomy:
    """The kinds of assistance: eight printed categories and 28 printed subcategories.

    `topics` gives, by language, the name of each subject narrower than a subcategory.
    """

    categories: tuple[Category, ...]
    topics: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def members(self) -> dict[str, tuple[str, ...]]:
        """Return the codes of each category, both in printed order."""
        return {one.code: tuple(sub.code for sub in one.subcategories) for one in self.categories}

    @cached_property
    def subcategories(self) -> dict[str, Subcategory]:
        """Return every subcategory by its code, in printed order."""
        return {sub.code: sub for category in self.categories for sub in category.subcategories}

    def name(self, code: str, language: str) -> str:
        """Return the name of a category or subcategory; an unknown code is a KeyError."""
        for category in self.categories:
            if category.code == code:
                return category.names[language]
        return self.subcategories[code].names[language]

    def short(self, code: str, language: str) -> str:
        """Return a category's short name, for charts and chips; an unknown code is a KeyError."""
        return {one.code: one for one in self.categories}[code].short[language]

    def topic(self, value: str, language: str) -> str:
        """Return the name of a topic, several joined as the language joins them.

        A value that has no name stands as it was written: topics are free, names come later.
        """
        mark = _TOPIC_MARK.get(language, "; ")
        named = (self.topics.get(one, {}).get(language, one) for one in value.split(";"))
        return mark.join(named)

    def refusal(self, code: str, instrument: str) -> str:
        """Return why a code may not be used with an instrument, or "" where it may."""
        found = self.subcategories.get(code)
        if found is None:
            return f"unknown code {code}"
        if found.only_for and found.only_for != instrument:
            return f"code {code} belongs to {found.only_for} only, not to {instrument}"
        return ""


@dataclass(frozen=True)
class Source:
    """Where something stands: a document symbol with its paragraph, or an answer's digest."""

    document: str
    paragraph: str

    @classmethod
    def parse(cls, text: str) -> "Source":
        """Return the source that a recorded value names: `CTOC/COP/2008/7, 12`, or a document."""
        document, _, paragraph = text.rpartition(", ")
        return cls(document, paragraph) if document else cls(text, "")

    def __str__(self) -> str:
        return f"{self.document}, {self.paragraph}" if self.paragraph else self.document


@dataclass(frozen=True)
class Statement:
    """What one State said, coded once.

    `state` is ISO 3166-1 alpha-3 (or EU), `instrument` UNTOC, TIP, SOM or FIREARMS, `code`
    `category/subcategory`. `words` are the State's or the document's, in `language`. `fit` says
    how well they match the code (`exact`, `near`). `coded_on` is an ISO date.
    """

    state: str
    instrument: str
    code: str
    basis: str
    words: str
    language: str
    source: Source
    fit: str = "exact"
    topic: str = ""
    remark: str = ""
    coder: str = ""
    coded_on: str = ""
    visibility: str = "public"

    @property
    def category(self) -> str:
        """Return the category part of the code."""
        return self.code.partition("/")[0]

    @property
    def identity(self) -> str:
        """Return the SHA-256 of what makes it this statement: who, what, where; not who coded it.

        Two rows with one identity are one statement told twice.
        """
        told = asdict(self)
        for bookkeeping in ("fit", "remark", "coder", "coded_on", "visibility"):
            del told[bookkeeping]
        text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()
