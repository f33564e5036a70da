"""A short paper in each of the six languages, with every kind of block, for the writers' tests."""

import json
from pathlib import Path
from typing import Any

from palermo.domain.measures import Query
from palermo.domain.papers import (
    Annex,
    Bar,
    Cell,
    Chart,
    Cover,
    FootnoteMark,
    Grid,
    Heading,
    Labels,
    Notice,
    Number,
    Paper,
    Paragraph,
    StateList,
    Text,
)

CATEGORIES = ("training_capacity", "legal", "cooperation", "reporting", "victims_witnesses")
REGIONS = ("AFRICA", "AMERICAS", "ASIA_PACIFIC", "EUROPE")
COUNTS = {
    "AFRICA": (24, 15, 8, 9, 4),
    "AMERICAS": (16, 11, 5, 1, 6),
    "ASIA_PACIFIC": (11, 6, 7, 4, 1),
    "EUROPE": (3, 0, 2, 2, 0),
}
WORDS: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("sample_words.json").read_text(encoding="utf-8")
)


def sample(language: str, *, draft: bool = True, symbol: str = "") -> Paper:
    """Return the paper in that language."""
    words = WORDS[language]
    return Paper(
        language=language,
        title=words["title"],
        subtitle=words["subtitle"],
        cover=Cover(
            organization=words["organization"],
            body=words["body"],
            symbol=symbol,
            distribution=words["distribution"],
            date=words["date"],
            languages=tuple(words["languages"]),
            meeting=tuple(words["meeting"]),
            agenda=tuple(words["agenda"]),
        ),
        contents=words["contents"],
        draft=words["draft"] if draft else "",
        blocks=_blocks(words),
        footnotes=tuple((Text(note),) for note in words["footnotes"]),
        words_label=words["words_label"],
        dated="2009-08-27",
        words=1234,
        labels=Labels(**words["labels"]),
    )


def annexes(language: str) -> tuple[Annex, ...]:
    """Return one annex for each query of the paper."""
    words = WORDS[language]
    return tuple(
        Annex(query, " · ".join(query.parameters().values()), tuple(words["statements"]))
        for query in sample(language).queries()
    )


def _blocks(words: dict[str, Any]) -> tuple[Any, ...]:
    heads = words["headings"]
    return (
        Notice((Text(words["notice"], "strong"), Text(" "), Text(words["basis"]))),
        Heading(1, heads[0][0], heads[0][1], "introduction"),
        Paragraph(1, (Text(words["introduction"][0]), FootnoteMark(1))),
        Paragraph(
            2,
            (
                Text(words["counted"][0]),
                Number("134", Query()),
                Text(words["counted"][1]),
                FootnoteMark(2),
            ),
        ),
        Heading(1, heads[1][0], heads[1][1], "analysis"),
        Heading(2, heads[2][0], heads[2][1], "overview"),
        Heading(3, heads[3][0], heads[3][1], "needs"),
        Paragraph(3, (Text(words["figures"]),)),
        _single(words),
        _stacked(words),
        Heading(2, heads[4][0], heads[4][1], "reporting"),
        Paragraph(4, (Text(words["rates"]), FootnoteMark(1))),
        *(Paragraph(0, (Text(item),), indent=1) for item in words["items"]),
        Paragraph(5, _named(words)),
        _grid(words),
        Heading(1, heads[5][0], heads[5][1], "conclusions"),
        Paragraph(6, (Text(words["conclusion"]),)),
    )


def _named(words: dict[str, Any]) -> tuple[Any, ...]:
    states = ("DZA", "KHM", "MDA", "STP")
    query = Query(category="reporting")
    return (
        Text(words["named"][0]),
        StateList(words["states"], states, query),
        Text(words["named"][1]),
    )


def _single(words: dict[str, Any]) -> Chart:
    totals = [sum(COUNTS[region][place] for region in REGIONS) for place in range(len(CATEGORIES))]
    return Chart(
        label=words["figure"] + " 1",
        title=words["figure_titles"][0],
        unit=words["unit"],
        bars=tuple(
            Bar(words["categories"][code], total, Query(category=code))
            for code, total in zip(CATEGORIES, totals, strict=True)
        ),
        note=words["note"],
        anchor="figure-1",
        axis=words["axis"][0],
    )


def _stacked(words: dict[str, Any]) -> Chart:
    return Chart(
        label=words["figure"] + " 2",
        title=words["figure_titles"][1],
        unit=words["unit"],
        bars=tuple(
            Bar(
                words["regions"][region],
                COUNTS[region][place],
                Query(category=code, region=region),
                words["categories"][code],
            )
            for region in REGIONS
            for place, code in enumerate(CATEGORIES)
        ),
        series=tuple(words["categories"][code] for code in CATEGORIES),
        note=words["note"],
        anchor="figure-2",
        axis=words["axis"][1],
    )


def _grid(words: dict[str, Any]) -> Grid:
    return Grid(
        caption=words["table"],
        head=(words["axis"][0], words["unit"]),
        rows=tuple(
            (
                Cell((Text(words["categories"][code]),), heading=True),
                Cell((Number(str(sum(COUNTS[region][place] for region in REGIONS)), query),), True),
            )
            for place, code in enumerate(CATEGORIES)
            for query in (Query(category=code),)
        ),
        note=words["note"],
        anchor="table-1",
    )
