"""Section II.A: the needs by category, by legal kind and by region, and the table of categories."""

from collections.abc import Iterable

from palermo.domain import wording
from palermo.domain.measures import NO_GROUP
from palermo.domain.notes.desk import Desk
from palermo.domain.notes.parts import (
    number_cell,
    paragraph,
    part,
    section,
    subsection,
    words_cell,
)
from palermo.domain.papers import Bar, Block, Cell, Chart, Grid, Inline

FOREMOST = 4  # how many categories the text names, as many as the 2009 note printed shares for


def analysis(desk: Desk) -> list[Block]:
    """Return the heading of part II and its section A."""
    return [
        part(desk, 2, "analysis"),
        section(desk, 1, "overview"),
        *_by_category(desk),
        *_by_region(desk),
        *_categories(desk),
    ]


def category_label(desk: Desk, code: str) -> str:
    """Return the short name of a category, or its whole name where it has no short one."""
    found = next(one for one in desk.reference.taxonomy.categories if one.code == code)
    return found.short.get(desk.language) or found.names[desk.language]


def foremost(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return the categories asked for most, most first; ties keep the printed order."""
    asked = [(code, n) for code, n in counts if n]
    return sorted(asked, key=lambda one: -one[1])[:FOREMOST]


def _by_category(desk: Desk) -> list[Block]:
    say = desk.phrases.say
    return [
        subsection(1, desk.phrases.text("headings.by_category"), "by-category"),
        paragraph(desk, say("overview.by_category"), _foremost_told(desk)),
        _chart(
            desk,
            1,
            [
                Bar(category_label(desk, code), n, desk.query(category=code))
                for code, n in desk.counts.by_category.items()
            ],
        ),
        _chart(
            desk,
            2,
            [
                Bar(desk.reference.taxonomy.name(code, desk.language), n, desk.query(code=code))
                for code, n in desk.counts.by_legal_subcategory.items()
            ],
            n=desk.counts.by_category.get("legal", 0),
        ),
    ]


def _foremost_told(desk: Desk) -> tuple[Inline, ...]:
    of = desk.counts.requests
    if not of:
        return ()
    return desk.phrases.say(
        "overview.foremost",
        items=desk.items(
            desk.phrases.say(
                "overview.share_of",
                name=desk.category_name(code),
                n=desk.figure(n, desk.query(category=code)),
                of=wording.grouped(of, desk.language),
                share=desk.share(n, of),
            )
            for code, n in foremost(desk.counts.by_category.items())
        ),
    )


def _chart(
    desk: Desk, number: int, bars: list[Bar], *, series: tuple[str, ...] = (), n: int | None = None
) -> Chart:
    say = desk.phrases.text
    total = desk.counts.requests if n is None else n
    note = say("figures.note", n=wording.grouped(total, desk.language))
    return Chart(
        label=say("figures.label", number=str(number)),
        title=say(f"figures.title_{number}"),
        unit=say("figures.unit"),
        bars=tuple(bars),
        series=series,
        note=note + say("figures.order") if series else note,
        anchor=f"figure-{number}",
        axis=say(f"figures.axis_{number}"),
    )


def _by_region(desk: Desk) -> list[Block]:
    labels = {code: category_label(desk, code) for code in desk.counts.by_category}
    bars = [
        Bar(
            region_name(desk, region),
            desk.counts.by_region_and_category.get((region, code), 0),
            desk.query(region=region, category=code),
            label,
        )
        for region in desk.counts.by_region
        for code, label in labels.items()
    ]
    register = desk.reference.register
    as_of = register.as_of.get("regional_groups")
    day = wording.day(as_of.isoformat(), desk.language) if as_of else ""
    return [
        subsection(2, desk.phrases.text("headings.by_region"), "by-region"),
        paragraph(
            desk,
            desk.phrases.say("overview.by_region", mark=desk.mark("groups", day=day)),
            _regions_told(desk),
        ),
        _chart(desk, 3, bars, series=tuple(labels.values())),
    ]


def region_name(desk: Desk, region: str) -> str:
    """Return the name of a regional group, or what stands for States in none."""
    if region == NO_GROUP:
        return desk.phrases.text("overview.no_group")
    return desk.reference.register.group_name(region, desk.language)


def _region_told(desk: Desk, region: str) -> str:
    """Return the name of a group as it stands within a sentence; Russian writes it small."""
    name = region_name(desk, region)
    return wording.lowered(name) if desk.language == "ru" else name


def _regions_told(desk: Desk) -> tuple[Inline, ...]:
    of = desk.counts.requests
    if not of:
        return ()
    return desk.phrases.say(
        "overview.regions",
        items=desk.items(
            desk.phrases.say(
                "overview.share_of",
                name=_region_told(desk, region),
                n=desk.figure(n, desk.query(region=region)),
                of=wording.grouped(of, desk.language),
                share=desk.share(n, of),
            )
            for region, n in desk.counts.by_region.items()
            if n
        ),
    )


def _categories(desk: Desk) -> list[Block]:
    say = desk.phrases.text
    rows: list[tuple[Cell, ...]] = []
    for category in desk.reference.taxonomy.categories:
        rows.append(_row(desk, category.code, heading=True))
        rows.extend(_row(desk, sub.code, printed=sub.printed) for sub in category.subcategories)
    return [
        subsection(3, say("headings.categories"), "categories"),
        paragraph(desk, desk.phrases.say("overview.categories")),
        Grid(
            caption=say("tables.caption_1"),
            head=(say("tables.category"), say("tables.requests"), say("tables.states")),
            rows=tuple(rows),
            note=say("figures.note", n=wording.grouped(desk.counts.requests, desk.language)),
            anchor="table-1",
        ),
    ]


def _row(desk: Desk, code: str, *, heading: bool = False, printed: bool = True) -> tuple[Cell, ...]:
    query = desk.query(category=code) if heading else desk.query(code=code)
    asked = [one for one in desk.requests if code in (one[2], one[2].partition("/")[0])]
    name = desk.reference.taxonomy.name(code, desk.language)
    mark = () if printed else (desk.mark("added"),)
    return (
        words_cell(name, *mark, heading=heading),
        number_cell(desk.figure(len(asked), query), heading=heading),
        number_cell(desk.figure(len({one[0] for one in asked}), query), heading=heading),
    )
