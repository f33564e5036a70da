"""What a note is composed with beside the snapshot: who is who, and for which meeting it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from palermo.domain.instruments import Instrument, Participations, Words
from palermo.domain.needs import Taxonomy
from palermo.domain.states import Register


@dataclass(frozen=True)
class Reference:
    """The reference knowledge of a note.

    `instruments` and their `words` (by code, then language) are in printed order.
    """

    register: Register
    taxonomy: Taxonomy
    instruments: Mapping[str, Instrument]
    words: Mapping[str, Mapping[str, Words]]
    participations: Participations


@dataclass(frozen=True)
class Edition:
    """The meeting that a note is written for, and the documents it cites.

    Dates are ISO. `item` is the item of the provisional agenda. `requests` and `responses` are the
    symbols of the documents that give the requests and the responses in detail.
    """

    meeting_start: str
    meeting_end: str
    item: int
    requests: str
    responses: str
