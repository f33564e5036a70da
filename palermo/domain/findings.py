"""Findings of consistency: where the facts contradict each other, listed and never smoothed away.

A finding is information: the statement is kept, and it never enters a numerator based on Parties
while its State was none. The words stand in `data/phrases/findings.<language>.yaml`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from palermo.domain import wording
from palermo.domain.instruments import CONVENTION, Participations
from palermo.domain.needs import Statement
from palermo.domain.phrases import Phrases
from palermo.domain.snapshots import Listing

SILENT_BUT_QUOTED: Final = "silent_but_quoted"
SILENT_BEFORE_CONSENT: Final = "silent_before_consent"
SIGNATORY_QUOTED: Final = "signatory_quoted"
NO_ACT_QUOTED: Final = "no_act_quoted"
PROTOCOL_WITHOUT_CONVENTION: Final = "protocol_without_convention"
KINDS: Final = (
    SILENT_BUT_QUOTED,
    SILENT_BEFORE_CONSENT,
    PROTOCOL_WITHOUT_CONVENTION,
    SIGNATORY_QUOTED,
    NO_ACT_QUOTED,
)

Said = Mapping[tuple[str, str, str], int]  # (State, instrument, document) -> statements


@dataclass(frozen=True)
class Finding:
    """One thing that does not fit together, in codes.

    `on` is the cut-off date and `day` the date that contradicts it (ISO, "" where none is on
    file); `statements` is how many statements it concerns; `document` and `paragraph` say where
    the listing stands, or which document quotes the State.
    """

    kind: str
    state: str
    instrument: str
    on: str = ""
    day: str = ""
    statements: int = 0
    document: str = ""
    paragraph: str = ""

    def tree(self) -> dict[str, Any]:
        """Return the finding as a JSON tree."""
        return asdict(self)


def words(finding: Finding, phrases: Phrases, state: str, instrument: str) -> str:
    """Return a finding as a sentence; `state` and `instrument` are names in its language."""
    language = phrases.language
    source = finding.document
    if finding.paragraph:
        source = phrases.text("place", document=source, paragraph=finding.paragraph)
    return phrases.text(
        finding.kind,
        state=state,
        instrument=instrument,
        source=source,
        on=wording.day(finding.on, language),
        day=wording.day(finding.day, language) if finding.day else phrases.text("no_date"),
        statements=wording.grouped(finding.statements, language),
    )


def said_by(statements: Iterable[Statement]) -> dict[tuple[str, str, str], int]:
    """Return how many public statements each State has on each instrument in each document.

    What a State withholds is left out: a finding names its State.
    """
    found: dict[tuple[str, str, str], int] = {}
    for told in statements:
        if told.visibility != "public":
            continue
        key = (told.state, told.instrument, told.source.document)
        found[key] = found.get(key, 0) + 1
    return found


def findings(
    said: Said, listings: Iterable[Listing], participations: Participations, on: date
) -> tuple[Finding, ...]:
    """Return everything that does not fit together on the cut-off date, contradictions first."""
    silent = [listing for listing in listings if listing.kind == "silent"]
    found = [
        *(one for listing in silent for one in _silent_but_quoted(listing, said, on)),
        *(one for listing in silent for one in _silent_before_consent(listing, participations, on)),
        *_quoted_without_act(said, participations, on),
    ]
    return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), one.state, one.instrument)))


def _silent_but_quoted(listing: Listing, said: Said, on: date) -> Iterator[Finding]:
    """Yield who gave no information at all and is quoted all the same, by the same document."""
    source = listing.source
    for (state, instrument, document), n in said.items():
        if state in listing.states and document == source.document:
            yield Finding(
                SILENT_BUT_QUOTED,
                state,
                instrument,
                on=on.isoformat(),
                statements=n,
                document=document,
                paragraph=source.paragraph,
            )


def _silent_before_consent(
    listing: Listing, participations: Participations, on: date
) -> Iterator[Finding]:
    """Yield who is listed as a silent State party but had not consented to the Convention yet."""
    parties = participations.consented(CONVENTION, on)
    for state in listing.states:
        if state not in parties:
            fact = participations.of(CONVENTION, state)
            day = fact.consent.isoformat() if fact and fact.consent else ""
            source = listing.source
            yield Finding(
                SILENT_BEFORE_CONSENT,
                state,
                CONVENTION,
                on=on.isoformat(),
                day=day,
                document=source.document,
                paragraph=source.paragraph,
            )


def _quoted_without_act(said: Said, participations: Participations, on: date) -> Iterator[Finding]:
    """Yield whose statements are on an instrument to which the State was no Party that day.

    To be a Party to a Protocol a State must also be a Party to the Convention: UNTOC art. 37(2).
    """
    for (state, instrument, document), n in said.items():
        standing = participations.standing(instrument, state, on)
        kind, day = SIGNATORY_QUOTED, ""
        fact = participations.of(instrument, state)
        if standing == "none":
            kind = NO_ACT_QUOTED
        elif standing == "signatory":
            day = fact.signature.isoformat() if fact and fact.signature else ""
        elif participations.standing(CONVENTION, state, on) == "party":
            continue
        else:
            kind = PROTOCOL_WITHOUT_CONVENTION
            day = fact.consent.isoformat() if fact and fact.consent else ""
        yield Finding(
            kind, state, instrument, on=on.isoformat(), day=day, statements=n, document=document
        )
