"""The cover and the introduction: mandate, purpose, what the figures rest on, the plan."""

from typing import Final

from palermo.domain import wording
from palermo.domain.notes.desk import Desk
from palermo.domain.notes.parts import paragraph, part
from palermo.domain.papers import Block, Cover, FootnoteMark, Inline, Notice

# The heading block of documents in these languages is printed in English, and the Treaty Series is
# cited in English in Arabic and Russian documents.
ENGLISH_HEADS: Final = ("ar", "zh", "ru")
ENGLISH_TREATY_SERIES: Final = ("ar", "ru")


def cover(desk: Desk, *, symbol: str, day: str) -> Cover:
    """Return the heading block; `symbol` is "" until the Secretariat has typed one in."""
    say, edition = desk.phrases.text, desk.edition
    when = wording.days(edition.meeting_start, edition.meeting_end, desk.language)
    head = "en" if desk.language in ENGLISH_HEADS else desk.language
    return Cover(
        organization=say("cover.organization"),
        body=say("cover.body"),
        symbol=symbol,
        distribution=say("cover.distribution"),
        date=wording.day(day, head) if day else "",
        languages=(say("cover.language"), say("cover.original")),
        meeting=(say("cover.meeting"), say("cover.place", dates=when)),
        agenda=(say("cover.item", item=str(edition.item)), say("cover.item_title")),
    )


def notice(desk: Desk) -> Notice:
    """Return what stands before the text: what the figures are computed from."""
    return Notice(_computed_from(desk, "notice"))


def introduction(desk: Desk) -> list[Block]:
    """Return part I."""
    say = desk.phrases.say
    return [
        part(desk, 1, "introduction"),
        paragraph(
            desk,
            say("introduction.mandate", mark=_treaty(desk, "convention", desk.instruments[:1])),
            say("introduction.group"),
        ),
        paragraph(
            desk,
            say("introduction.purpose", mark=_treaty(desk, "protocols", desk.instruments[1:4])),
        ),
        paragraph(desk, _computed_from(desk, "introduction.basis"), _counted(desk), _apart(desk)),
        paragraph(desk, say("introduction.structure")),
    ]


def _computed_from(desk: Desk, key: str) -> tuple[Inline, ...]:
    """Say how many statements the note is computed from, and that these are not the replies."""
    every = desk.query("")
    statements = desk.counted("statements", len(desk.snapshot.statements), every)
    if not desk.scope.sources:
        return desk.phrases.say(f"{key}.other", statements=statements)
    places: dict[str, str | Inline] = {"statements": statements, "document": desk.snapshot.quoted}
    if key != "notice":
        places["mark"] = desk.mark("requests", document=desk.edition.requests)
    return desk.phrases.say(f"{key}.quoted", **places)


def _counted(desk: Desk) -> tuple[Inline, ...]:
    needs = desk.query()
    requests, states = desk.counts.requests, desk.counts.states
    return desk.phrases.say(
        "introduction.counted",
        desk.bases["need"],
        needs=desk.figure(desk.bases["need"], needs),
        requests=desk.counted("requests", requests, needs, beside=states),
        states=desk.counted("states", states, needs, beside=requests),
        mark=desk.mark("unit"),
    )


def _apart(desk: Desk) -> tuple[Inline, ...]:
    views, difficulties = desk.bases["view"], desk.bases["difficulty"]
    if not views and not difficulties:
        return ()
    return desk.phrases.say(
        "introduction.apart",
        views=desk.counted("views", views, desk.query("view"), beside=difficulties),
        difficulties=desk.counted(
            "difficulties", difficulties, desk.query("difficulty"), beside=views
        ),
    )


def _treaty(desk: Desk, note: str, codes: tuple[str, ...]) -> FootnoteMark:
    found = [desk.reference.instruments[code] for code in codes]
    volumes = [str(one.treaty_series_volume) for one in found]
    language = "en" if desk.language in ENGLISH_TREATY_SERIES else desk.language
    return desk.mark(
        note,
        volumes=wording.joined(volumes, language),
        number=str(found[0].treaty_series_number),
    )
