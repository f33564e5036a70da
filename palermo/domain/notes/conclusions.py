"""Part III: what the figures amount to. Computed and recorded shares stand apart and never mix."""

from palermo.domain import wording
from palermo.domain.measures import Share
from palermo.domain.needs import Source
from palermo.domain.notes.desk import Desk
from palermo.domain.notes.overview import foremost
from palermo.domain.notes.parts import number_cell, paragraph, part, words_cell
from palermo.domain.papers import Block, Cell, Grid, Inline, Text


def conclusions(desk: Desk) -> list[Block]:
    """Return part III."""
    found: list[Block] = [part(desk, 3, "conclusions")]
    if desk.counts.requests:
        found.append(paragraph(desk, _computed(desk)))
    if desk.snapshot.recorded_shares:
        told = [_recorded(desk), desk.phrases.say("conclusions.apart")]
        if desk.counts.requests:
            told.append(desk.phrases.say("conclusions.apart_table"))
        found.append(paragraph(desk, *told))
    if desk.counts.requests:
        found.append(_table(desk))
    found.append(paragraph(desk, desk.phrases.say("conclusions.action")))
    return found


def _computed(desk: Desk) -> tuple[Inline, ...]:
    shares = {share.code: share for share in desk.counts.shares}
    items = desk.items(
        _share(desk, shares[code]) for code, _ in foremost(desk.counts.by_category.items())
    )
    requests = desk.counted("requests", desk.counts.requests, desk.query())
    return desk.phrases.say("conclusions.computed", requests=requests, items=items)


def _share(desk: Desk, share: Share) -> tuple[Inline, ...]:
    return desk.phrases.say(
        "conclusions.share",
        name=desk.category_name(share.code),
        percent=wording.per_cent(share.percent, desk.language),
        n=desk.figure(share.n, desk.query(category=share.code)),
        of=wording.grouped(share.of, desk.language),
    )


def _recorded(desk: Desk) -> tuple[Inline, ...]:
    items = desk.items(
        desk.phrases.say(
            "conclusions.recorded_share",
            name=desk.category_name(share.code),
            percent=wording.per_cent(share.percent, desk.language),
        )
        for share in desk.snapshot.recorded_shares
    )
    source = Source.parse(desk.snapshot.recorded_shares[0].source)
    return desk.phrases.say(
        "conclusions.recorded", document=source.document, paragraph=source.paragraph, items=items
    )


def _table(desk: Desk) -> Grid:
    say = desk.phrases.text
    recorded = {share.code: share.percent for share in desk.snapshot.recorded_shares}
    heads = ["category", "requests", "share"] + (["recorded"] if recorded else [])
    return Grid(
        caption=say("tables.caption_3"),
        head=tuple(say(f"tables.{head}") for head in heads),
        rows=(
            *(_row(desk, share, recorded) for share in desk.counts.shares),
            _sum(desk, recorded),
        ),
        note=say("tables.note_3", n=wording.grouped(desk.counts.requests, desk.language)),
        anchor="table-3",
    )


def _row(desk: Desk, share: Share, recorded: dict[str, int]) -> tuple[Cell, ...]:
    cells = (
        words_cell(desk.reference.taxonomy.name(share.code, desk.language)),
        number_cell(desk.figure(share.n, desk.query(category=share.code))),
        _percent(wording.per_cent(share.percent, desk.language, table=True)),
    )
    if not recorded:
        return cells
    printed = recorded.get(share.code)
    absent = desk.phrases.text("tables.absent")
    words = absent if printed is None else wording.per_cent(printed, desk.language, table=True)
    return (*cells, _percent(words))


def _sum(desk: Desk, recorded: dict[str, int]) -> tuple[Cell, ...]:
    total = sum(share.percent for share in desk.counts.shares)
    cells = (
        words_cell(desk.phrases.text("tables.total"), heading=True),
        number_cell(desk.figure(desk.counts.requests, desk.query()), heading=True),
        number_cell(Text(wording.per_cent(total, desk.language, table=True)), heading=True),
    )
    empty = number_cell(Text(desk.phrases.text("tables.absent")), heading=True)
    return (*cells, empty) if recorded else cells


def _percent(words: str) -> Cell:
    return number_cell(Text(words))
