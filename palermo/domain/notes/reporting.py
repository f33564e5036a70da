"""Section II.B: response rates, who asks for help with reporting, who is silent, what contradicts.

Rates and lists are recorded values of the quoted document; they stand beside what is computed from
statements and participation, and each is called what it is.
"""

from collections.abc import Sequence
from typing import Final

from palermo.domain import wording
from palermo.domain.findings import (
    NO_ACT_QUOTED,
    PROTOCOL_WITHOUT_CONVENTION,
    SIGNATORY_QUOTED,
    SILENT_BEFORE_CONSENT,
    SILENT_BUT_QUOTED,
    Finding,
    findings,
    said_by,
)
from palermo.domain.measures import Query, Rate
from palermo.domain.notes.desk import Desk
from palermo.domain.notes.parts import number_cell, paragraph, section, words_cell
from palermo.domain.notes.specific import counted_apart
from palermo.domain.papers import Block, Cell, Grid, Inline, Text
from palermo.domain.replies import rates

QUOTED_OUTSIDE: Final = (SIGNATORY_QUOTED, NO_ACT_QUOTED, PROTOCOL_WITHOUT_CONVENTION)


def reporting(desk: Desk) -> list[Block]:
    """Return section B."""
    found: list[Block] = [section(desk, 2, "reporting")]
    if desk.snapshot.recorded_rates:
        found.extend(_rates(desk))
    found.extend(_help(desk))
    if desk.snapshot.listed("silent"):
        found.append(_silent(desk))
    if desk.snapshot.as_of:
        found.extend(_oddities(desk))
    return found


def _oddities(desk: Desk) -> list[Block]:
    """Return what does not fit together on the cut-off date, reported and not smoothed away."""
    snapshot = desk.snapshot
    found = findings(
        said_by(snapshot.statements), snapshot.listings, desk.reference.participations, desk.day
    )
    contradictions = _contradictions(desk, found)
    told: list[Block] = []
    if contradictions:
        opening = desk.phrases.say("reporting.contradictions")
        told.append(paragraph(desk, opening, *contradictions))
    outsiders = _outsiders(desk, found)
    return [*told, paragraph(desk, outsiders)] if outsiders else told


def _rates(desk: Desk) -> list[Block]:
    say, day = desk.phrases, wording.day(desk.snapshot.as_of, desk.language)
    heads = ("instrument", "measured", "replies", "parties", "percent", "union")
    found = rates(
        desk.snapshot.statements,
        desk.reference.participations,
        desk.snapshot.recorded_rates,
        desk.day,
    )
    return [
        paragraph(
            desk,
            say.say(
                "reporting.rates",
                document=desk.snapshot.quoted,
                mark=desk.mark("responses", document=desk.edition.responses),
            ),
            say.say("reporting.no_replies", day=day, mark=desk.mark("measure", day=day)),
        ),
        Grid(
            caption=say.text("tables.caption_2"),
            head=tuple(say.text(f"tables.{head}") for head in heads),
            rows=tuple(_rate(desk, rate) for rate in found),
            note=say.text("tables.note_2", day=day),
            anchor="table-2",
        ),
    ]


def _rate(desk: Desk, rate: Rate) -> tuple[Cell, ...]:
    language, absent = desk.language, desk.phrases.text("tables.absent")
    parties = desk.reference.participations.count(rate.instrument, desk.day)
    percent = rate.percent if rate.recorded is None else rate.recorded
    return (
        words_cell(desk.instrument_name(rate.instrument)),
        words_cell(_measured(desk, rate)),
        _figure(absent if rate.n is None else wording.grouped(rate.n, language)),
        _figure(absent if rate.of is None else wording.grouped(rate.of, language)),
        _figure(absent if percent is None else wording.per_cent(percent, language, table=True)),
        _figure(wording.grouped(parties.organizations, language)),
    )


def _measured(desk: Desk, rate: Rate) -> str:
    if rate.recorded is None:
        return desk.phrases.text("tables.computed_quoted")
    if not rate.cycle:
        return desk.phrases.text("tables.recorded_no_cycle")
    return desk.phrases.text("tables.recorded_cycle", number=rate.cycle)


def _figure(words: str) -> Cell:
    return number_cell(Text(words))


def _help(desk: Desk) -> list[Block]:
    """Say who needs help with reporting: the statements coded so, with any instrument."""
    groups = [group for group in desk.groups if group.category == "reporting"]
    needs = [group for group in groups if group.query.basis == "need"]
    told = [
        desk.phrases.say(
            "reporting.help",
            len(group.states),
            number=desk.counted("states", len(group.states), group.query),
            states=desk.states(group.states, group.query),
            subject=desk.subject(
                "need", *group.subjects[0], desk.of_instrument(group.query.instrument)
            ),
        )
        for group in needs
    ]
    apart = [
        content
        for basis in ("difficulty", "view")
        for content in counted_apart(
            desk, [group for group in groups if group.query.basis == basis]
        )
    ]
    found: list[Block] = [paragraph(desk, *told)] if told else []
    found.extend(paragraph(desk, content) for content in apart)
    differing = _listed_otherwise(desk, {state for group in needs for state in group.states})
    return [*found, paragraph(desk, differing)] if differing else found


def _listed_otherwise(desk: Desk, stated: set[str]) -> tuple[Inline, ...]:
    """Name the States that the document lists as asking for help, where the statements do not."""
    listed = set(desk.snapshot.listed("reporting_help")) - stated
    return desk.phrases.say("reporting.listed", states=desk.listed(listed)) if listed else ()


def _silent(desk: Desk) -> Block:
    silent = desk.snapshot.listed("silent")
    printed = Query(basis="", listing="silent")
    return paragraph(
        desk,
        desk.phrases.say(
            "reporting.silent",
            len(silent),
            number=desk.counted("parties", len(silent), printed),
            states=desk.printed(silent, printed),
        ),
        desk.phrases.say("reporting.presumed"),
    )


def _contradictions(desk: Desk, found: Sequence[Finding]) -> list[tuple[Inline, ...]]:
    """Return what the recorded list contradicts: who is quoted after all, who was no Party yet."""
    told = []
    quoted = [one for one in found if one.kind == SILENT_BUT_QUOTED]
    if quoted:
        told.append(desk.phrases.say("reporting.silent_quoted", items=_quoted(desk, quoted)))
    early = [one for one in found if one.kind == SILENT_BEFORE_CONSENT]
    if early:
        day = wording.day(desk.snapshot.as_of, desk.language)
        items = desk.items(_consent(desk, one) for one in _ordered(desk, early))
        told.append(desk.phrases.say("reporting.silent_early", day=day, items=items))
    return told


def _ordered(desk: Desk, found: Sequence[Finding]) -> list[Finding]:
    """Return findings in the order of their States in the note's language."""
    order = desk.reference.register.ordered({one.state for one in found}, desk.language)
    return sorted(found, key=lambda one: order.index(one.state))


def _quoted(desk: Desk, found: Sequence[Finding]) -> tuple[Inline, ...]:
    return desk.items(
        desk.phrases.say(
            "reporting.with_statements",
            name=desk.names([one.state])[0],
            statements=desk.counted(
                "statements",
                one.statements,
                desk.query("", state=one.state, instrument=one.instrument, sources=one.document),
            ),
            instrument=desk.instrument_name(one.instrument),
        )
        for one in _ordered(desk, found)
    )


def _consent(desk: Desk, finding: Finding) -> tuple[Inline, ...]:
    name = desk.names([finding.state])[0]
    if not finding.day:
        return desk.phrases.say("reporting.no_act", name=name)
    day = wording.day(finding.day, desk.language)
    return desk.phrases.say("reporting.consented_on", name=name, day=day)


def _outsiders(desk: Desk, found: Sequence[Finding]) -> tuple[Inline, ...]:
    """Name the States quoted about an instrument to which they were no Parties on the day."""
    quoted = [one for one in found if one.kind in QUOTED_OUTSIDE]
    if not quoted:
        return ()
    items = desk.items(
        desk.phrases.say(
            "reporting.outsiders_item",
            instrument=desk.instrument_name(instrument),
            states=desk.listed({one.state for one in quoted if one.instrument == instrument}),
        )
        for instrument in desk.instruments
        if any(one.instrument == instrument for one in quoted)
    )
    day = wording.day(desk.snapshot.as_of, desk.language)
    return desk.phrases.say("reporting.outsiders", day=day, items=items)
