"""Section II.C: what States need, one subsection an instrument, in paragraphs that name the States.

Each subject is told once with one list of States. Requests come first, by category; difficulties
and views follow in sentences of their own that say they are not counted.
"""

from collections.abc import Sequence
from fractions import Fraction

from palermo.domain.notes.desk import Desk, Style
from palermo.domain.notes.groups import Group, told_together
from palermo.domain.notes.parts import paragraph, section, subsection
from palermo.domain.papers import Block, Inline, Text
from palermo.domain.phrases import sentences

FRAMES = ("first", "second", "third")  # ways to tell a request, taken in turn
NOTABLE = Fraction(1, 5)  # from this share of an instrument's requests on, the share is told
COUPLE = 3  # up to so many States are the subject of the sentence, more stand in parentheses


def specific(desk: Desk) -> list[Block]:
    """Return section C."""
    found: list[Block] = [section(desk, 3, "specific")]
    for number, instrument in enumerate(desk.instruments, 1):
        groups = [
            group
            for group in desk.groups
            if group.query.instrument == instrument and group.category != "reporting"
        ]
        found.append(subsection(number, _heading(desk, instrument), f"needs-{instrument.lower()}"))
        found.extend(_instrument(desk, instrument, groups))
    return found


def _heading(desk: Desk, instrument: str) -> str:
    key = f"instruments.{instrument}.heading"
    if key in desk.phrases:
        return desk.phrases.text(key)
    return desk.phrases.text("instruments.other.heading", name=desk.instrument_name(instrument))


def _instrument(desk: Desk, instrument: str, groups: Sequence[Group]) -> list[Block]:
    by_basis = {
        basis: [group for group in groups if group.query.basis == basis]
        for basis in ("need", "difficulty", "view")
    }
    needs = by_basis["need"]
    if not any(one.instrument == instrument for one in desk.snapshot.statements):
        return [paragraph(desk, desk.phrases.say("specific.nothing"))]
    asked = any(one[1] == instrument for one in desk.requests)  # perhaps for help with reporting
    if not asked and not groups:
        return [paragraph(desk, desk.phrases.say("specific.elsewhere"))]
    found: list[Block] = [paragraph(desk, _opening(desk, instrument))] if asked else []
    for category in dict.fromkeys(group.category for group in needs):
        same = [group for group in needs if group.category == category]
        found.append(_category(desk, instrument, category, same))
    for basis in ("difficulty", "view"):
        found.extend(paragraph(desk, told) for told in counted_apart(desk, by_basis[basis]))
    return found


def _opening(desk: Desk, instrument: str) -> tuple[Inline, ...]:
    """Say how many requests there are, and how many of them section B has told already."""
    asked = [one for one in desk.requests if one[1] == instrument]
    query = desk.query(instrument=instrument)
    states = {one[0] for one in asked}
    opening = desk.phrases.say(
        "specific.opening",
        len(states),
        requests=desk.counted("requests", len(asked), query, beside=len(states)),
        states=desk.counted("states", len(states), query, beside=len(asked)),
        of=desk.of_instrument(instrument),
    )
    reports = sum(code.startswith("reporting/") for _, _, code in asked)
    if not reports:
        return opening
    told = desk.phrases.say(
        "specific.reports_apart",
        reports,
        requests=desk.counted(
            "requests", reports, desk.query(instrument=instrument, category="reporting")
        ),
    )
    return sentences([opening, told], desk.language)


def _category(desk: Desk, instrument: str, category: str, groups: Sequence[Group]) -> Block:
    """Return the paragraph of one category: its count, then a sentence for each subject."""
    asked = [
        one for one in desk.requests if one[1] == instrument and one[2].startswith(f"{category}/")
    ]
    of = sum(one[1] == instrument for one in desk.requests)
    states = {one[0] for one in asked}
    query = desk.query(instrument=instrument, category=category)
    name = desk.reference.taxonomy.name(category, desk.language)
    places: dict[str, str | Inline] = {
        "category": Text(name, tone="strong"),
        "requests": desk.counted("requests", len(asked), query, beside=len(states)),
        "states": desk.counted("states", len(states), query, beside=len(asked)),
    }
    if Fraction(len(asked), of) >= NOTABLE:
        places["share"] = desk.share(len(asked), of)
    lead = desk.phrases.say(
        "specific.lead_share" if "share" in places else "specific.lead", **places
    )
    together = told_together(groups, same_category=True, regions=desk.regions)
    told = [_request(desk, group, turn) for turn, group in enumerate(together)]
    return paragraph(desk, lead, *told)


def _request(desk: Desk, group: Group, turn: int) -> tuple[Inline, ...]:
    """Return the sentence that says which States asked for what."""
    size = len(group.states)
    length = "single" if size == 1 else "couple" if size <= COUPLE else "several"
    style: Style = "list" if length == "several" else "subject"
    places: dict[str, str | Inline] = {
        "subject": _subjects(desk, group),
        "states": desk.states(group.states, group.query, style),
    }
    if length == "several":
        places["number"] = desk.counted("states", size, group.query)
    count = desk.agreement(group.states) if size == 1 else size
    return desk.phrases.say(f"frames.{length}.{FRAMES[turn % len(FRAMES)]}", count, **places)


def _subjects(desk: Desk, group: Group) -> str:
    of = desk.of_instrument(group.query.instrument)
    told = (desk.subject(group.query.basis, code, topic, of) for code, topic in group.subjects)
    *first, last = dict.fromkeys(told)
    if not first:
        return last
    between, before_last = (
        desk.phrases.text(name) for name in ("subject_separator", "subject_last")
    )
    return between.join(first) + before_last + last


def counted_apart(desk: Desk, groups: Sequence[Group]) -> list[tuple[Inline, ...]]:
    """Return the sentence on difficulties or on views: what was said, by whom; not requests."""
    if not groups:
        return []
    together = told_together(groups, same_category=False, regions=desk.regions)
    items = desk.items(
        desk.phrases.say(
            "specific.item",
            subject=_subjects(desk, group),
            states=desk.states(group.states, group.query),
        )
        for group in together
    )
    return [desk.phrases.say(f"specific.{groups[0].query.basis}", items=items)]
