"""Instruments: the Convention and its Protocols, the codes of their provisions, who takes part.

Two functions tell who takes part on a day. `consented` counts the instruments of consent deposited
by that day; `bound` counts those for whom the instrument is in force that day. Every table says
which of the two it uses. The European Union is counted apart from States.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final, Literal

from palermo.domain.mistakes import Mistake
from palermo.domain.papers import digest
from palermo.domain.provisions import Provision, below

INSTRUMENTS: Final = ("UNTOC", "TIP", "SOM", "FIREARMS")
CONVENTION: Final = "UNTOC"
ORGANIZATIONS: Final = frozenset({"EU"})  # the code is not ISO 3166-1 alpha-3
KINDS: Final = (
    "general",
    "definition",
    "criminalization",
    "jurisdiction",
    "measure",
    "cooperation",
    "protection",
    "prevention",
    "assistance",
    "institutional",
    "final",
)
CLUSTERS: Final = ("I", "II", "III", "IV")
ACTS: Final = (
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "formal-confirmation",
    "succession",
)

# The rule of `bound` needs these days; the shipped structure files state them too, and a test
# compares. UNTOC art. 38(1), TIP 17(1), SOM 22(1), Firearms 18(1): the ninetieth day after the
# fortieth deposit.
ENTRY_INTO_FORCE: Final[Mapping[str, date]] = {
    "UNTOC": date(2003, 9, 29),
    "TIP": date(2003, 12, 25),
    "SOM": date(2004, 1, 28),
    "FIREARMS": date(2005, 7, 3),
}
WAIT: Final = timedelta(days=30)

Standing = Literal["party", "signatory", "none"]

_ROMAN: Final = "x{0,3}(?:ix|iv|v?i{0,3})"
_CODE: Final = re.compile(
    r"(?P<instrument>[a-z][a-z0-9]*)/(?P<article>[1-9][0-9]{0,2})"
    r"(?:/(?P<paragraph>[1-9][0-9]?))?"
    rf"(?:/(?P<letter>[a-z])(?:/(?P<roman>(?=[xvi]){_ROMAN})(?:/(?P<point>[a-z]))?)?)?"
)


@dataclass(frozen=True, order=True)
class Code:
    """The code of a provision, for ever: `untoc/18/13`, `untoc/5/1/a/ii`, `untoc/23/b`.

    `paragraph` is 0 where the code names the whole article, or a letter of an article whose
    paragraphs are not numbered; `letter`, `roman` and `point` are "" where the code stops before
    them. A point is the small letter below a roman numeral: UNTOC art. 5 (1) (a) (ii) a.
    """

    instrument: str
    article: int
    paragraph: int = 0
    letter: str = ""
    roman: str = ""
    point: str = ""

    @classmethod
    def parse(cls, text: str) -> "Code":
        """Return the code that `text` writes; a Mistake where it is not one."""
        found = _CODE.fullmatch(text)
        if not found:
            raise Mistake(f"{text!r} is not the code of a provision, such as untoc/18/13")
        return cls(
            found["instrument"],
            int(found["article"]),
            int(found["paragraph"] or 0),
            found["letter"] or "",
            found["roman"] or "",
            found["point"] or "",
        )

    def __str__(self) -> str:
        parts = (self.article, self.paragraph, self.letter, self.roman, self.point)
        return "/".join((self.instrument, *(str(part) for part in parts if part)))


@dataclass(frozen=True)
class Article:
    """An article: its number and code, what it does, how many numbered paragraphs it has.

    `cluster` is the thematic cluster of the review mechanism, or None; `also` names a second one
    that takes up part of the article. `confirmed` is False where the cluster is inferred from the
    subject and was not read in a document of the mechanism.
    """

    number: int
    code: str
    kind: str
    paragraphs: int = 0
    cluster: str | None = None
    also: tuple[str, ...] = ()
    confirmed: bool = False


@dataclass(frozen=True)
class Instrument:
    """One version of the Convention or of a Protocol: codes, dates and rules, no words.

    `annex` is None where the resolution has a single annex. `parent` is the Convention for a
    Protocol (UNTOC art. 37). `treaty_collection` is the chapter and entry in the status of
    multilateral treaties deposited with the Secretary-General. `binding_rule` is the paragraph on
    entry into force for one participant; `facts_published` (year and month) says when the facts of
    participation were published: later consents are missing. `provisions` are all articles,
    paragraphs and sub-paragraphs, each before its parts; () where only the articles are at hand.
    """

    code: str
    version: str
    parent: str | None
    resolution: str
    annex: int | None
    adopted: date
    in_force: date
    treaty_series_volume: int
    treaty_series_number: int
    treaty_collection: str
    binding_rule: str
    facts_published: str
    articles: tuple[Article, ...] = field(repr=False)
    provisions: tuple[Provision, ...] = field(default=(), repr=False)

    def article(self, number: int) -> Article | None:
        """Return the article of that number, or None."""
        return self.articles[number - 1] if 0 < number <= len(self.articles) else None

    def provision(self, code: Code) -> Provision | None:
        """Return the provision of that code, or None."""
        return self._each.get(str(code))

    def provisions_of(self, article: Article) -> tuple[Provision, ...]:
        """Return an article's provisions in order, the article itself first."""
        return below(self.provisions, article.code)

    def holds(self, code: Code) -> bool:
        """Say whether the instrument has that provision.

        Without provisions at hand, whether it has the article and paragraph.
        """
        if self.provisions:
            return str(code) in self._each
        found = self.article(code.article) if code.instrument == self.code.lower() else None
        return found is not None and code.paragraph <= found.paragraphs

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the instrument's canonical JSON."""
        return digest(self.tree())

    def tree(self) -> dict[str, Any]:
        """Return the instrument as a JSON tree, dates in ISO form."""
        tree = asdict(self)
        tree["adopted"] = self.adopted.isoformat()
        tree["in_force"] = self.in_force.isoformat()
        tree["articles"] = [{**asdict(one), "also": list(one.also)} for one in self.articles]
        tree["provisions"] = [one.tree() for one in self.provisions]
        return tree

    @cached_property
    def _each(self) -> dict[str, Provision]:
        return {one.code: one for one in self.provisions}


@dataclass(frozen=True)
class Words:
    """The words of an instrument in one language: its names and the titles of its articles.

    `title` is the authentic one, `short` the one for running text, `label` fits on a chip.
    """

    title: str
    short: str
    label: str
    articles: Mapping[int, str]


@dataclass(frozen=True)
class Participation:
    """What one participant did about one instrument; a date is None where nothing is on file.

    `state` is ISO 3166-1 alpha-3 or EU, `consent` the day of deposit, `act` one of ACTS.
    """

    instrument: str
    state: str
    signature: date | None
    consent: date | None
    act: str | None

    @property
    def binding_from(self) -> date | None:
        """Return the day on which the instrument enters into force for this participant, or None.

        The thirtieth day after the day of deposit, not before the instrument's own entry into
        force: UNTOC art. 38(2), TIP 17(2), SOM 22(2), Firearms 18(2). These paragraphs do not
        name succession: a successor State was bound already, so it does not wait.
        """
        if self.consent is None:
            return None
        wait = timedelta() if self.act == "succession" else WAIT
        return max(self.consent + wait, ENTRY_INTO_FORCE[self.instrument])


@dataclass(frozen=True)
class Count:
    """How many take part, States and regional economic integration organizations apart."""

    states: int
    organizations: int

    @property
    def together(self) -> int:
        """Return States and organizations in one sum, as older tables print it."""
        return self.states + self.organizations


def count(participants: Iterable[str]) -> Count:
    """Return how many States and how many organizations stand in a list of codes."""
    named = frozenset(participants)
    return Count(len(named - ORGANIZATIONS), len(named & ORGANIZATIONS))


@dataclass(frozen=True)
class Finding:
    """Something in the facts that cannot be right, or that a reader should know.

    `kind` is `protocol_without_convention` (UNTOC art. 37(2)), `protocol_before_convention`,
    `act_without_signature` (ratification, acceptance and approval presuppose one, art. 36) or
    `consent_without_act`. The first is an error, the others are information.
    """

    kind: str
    instrument: str
    state: str
    day: date | None

    @property
    def is_error(self) -> bool:
        """Say whether the fact breaks a rule of the instruments."""
        return self.kind == "protocol_without_convention"


@dataclass(frozen=True)
class Participations:
    """All facts of participation, as published in March 2015; later consents are missing."""

    facts: tuple[Participation, ...] = ()

    def of(self, instrument: str, state: str) -> Participation | None:
        """Return what is on file for one participant and instrument, or None."""
        return self._each.get((instrument, state))

    def consented(self, instrument: str, on: date) -> frozenset[str]:
        """Return who had deposited an instrument of consent on or before that day."""
        return frozenset(f.state for f in self._about(instrument) if _reached(f.consent, on))

    def bound(self, instrument: str, on: date) -> frozenset[str]:
        """Return for whom the instrument was in force on that day; see `binding_from`."""
        return frozenset(f.state for f in self._about(instrument) if _reached(f.binding_from, on))

    def signatories(self, instrument: str, on: date) -> frozenset[str]:
        """Return who had signed by that day and not yet consented."""
        signed = frozenset(f.state for f in self._about(instrument) if _reached(f.signature, on))
        return signed - self.consented(instrument, on)

    def count(self, instrument: str, on: date) -> Count:
        """Return how many had consented by that day, States and organizations apart."""
        return count(self.consented(instrument, on))

    def count_bound(self, instrument: str, on: date) -> Count:
        """Return for how many it was in force on that day, States and organizations apart."""
        return count(self.bound(instrument, on))

    def standing(self, instrument: str, state: str, on: date) -> Standing:
        """Return `party` (consented by that day), `signatory` (signed only) or `none`."""
        fact = self.of(instrument, state)
        if fact is None:
            return "none"
        if _reached(fact.consent, on):
            return "party"
        return "signatory" if _reached(fact.signature, on) else "none"

    def latest(self, instrument: str) -> date | None:
        """Return the day of the latest consent on file: what is missing is later than this."""
        return max((f.consent for f in self._about(instrument) if f.consent), default=None)

    @cached_property
    def _each(self) -> dict[tuple[str, str], Participation]:
        return {(fact.instrument, fact.state): fact for fact in self.facts}

    def _about(self, instrument: str) -> tuple[Participation, ...]:
        return tuple(fact for fact in self.facts if fact.instrument == instrument)


def check(participations: Participations) -> tuple[Finding, ...]:
    """Return what cannot be right in the facts, errors first.

    To be a Party to a Protocol a State must also be a Party to the Convention: UNTOC art. 37(2).
    """
    convention = {
        fact.state: fact.consent for fact in participations.facts if fact.instrument == CONVENTION
    }
    found = [
        Finding(kind, fact.instrument, fact.state, fact.consent)
        for fact in participations.facts
        for kind in _faults(fact, convention.get(fact.state))
    ]
    return tuple(sorted(found, key=lambda one: not one.is_error))


def _faults(fact: Participation, convention: date | None) -> Iterable[str]:
    if fact.consent is None:
        return
    if fact.instrument != CONVENTION and convention is None:
        yield "protocol_without_convention"
    elif fact.instrument != CONVENTION and convention is not None and fact.consent < convention:
        yield "protocol_before_convention"
    if fact.act is None:
        yield "consent_without_act"
    elif fact.act in ("ratification", "acceptance", "approval") and fact.signature is None:
        yield "act_without_signature"


def _reached(day: date | None, on: date) -> bool:
    return day is not None and day <= on
