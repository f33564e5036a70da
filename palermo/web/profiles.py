"""What is known about one State, one instrument, one article: gathered from the rooms, frozen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from palermo.apps.analysis import queries as analysis
from palermo.apps.instruments import queries as participation
from palermo.apps.needs import queries as needs
from palermo.domain.access import Viewer
from palermo.domain.findings import Finding, findings, said_by, words
from palermo.domain.instruments import INSTRUMENTS, Article, Instrument
from palermo.domain.languages import LANGUAGES, OWN_NAMES, direction
from palermo.domain.measures import Query
from palermo.domain.needs import Statement
from palermo.domain.snapshots import Listing, Snapshot
from palermo.domain.states import Earlier, Participant
from palermo.engines.knowledge_instruments import load_words
from palermo.engines.knowledge_states import load_register
from palermo.engines.knowledge_topics import articles_about
from palermo.engines.phrases import load_phrases
from palermo.web import standings
from palermo.web.standings import Standing

CUT_OFF: Final = date(2009, 8, 20)  # used only until a record is loaded
# The thematic clusters of the review mechanism.
CLUSTERS: Final[Mapping[str, Promise]] = {
    "I": gettext_lazy("Criminalization and jurisdiction"),
    "II": gettext_lazy("Prevention, technical assistance, protection measures and other measures"),
    "III": gettext_lazy("Law enforcement and the judicial system"),
    "IV": gettext_lazy("International cooperation, mutual legal assistance and confiscation"),
}


@dataclass(frozen=True)
class Row:
    """One State in the table of all: where it stands, what it asked for, whether it was silent."""

    who: Participant
    standings: tuple[Standing, ...]
    requests: int
    silent: bool


@dataclass(frozen=True)
class Named:
    """A name or title in one language, to be set with that language and its direction."""

    language: str
    own_name: str
    direction: str
    short: str
    formal: str
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True)
class Told:
    """What a State said about one instrument: requests apart from what is not counted as one."""

    instrument: str
    requests: tuple[Statement, ...]
    others: tuple[Statement, ...]


def cut_off(snapshot: Snapshot) -> date:
    """Return the day on which Parties are counted."""
    return date.fromisoformat(snapshot.as_of) if snapshot.as_of else CUT_OFF


def rows(snapshot: Snapshot, codes: Iterable[str], language: str) -> tuple[Row, ...]:
    """Return the rows of the table of States, in the order of the page's language."""
    register = load_register()
    requests = analysis.overview_of(snapshot).by_state
    silent = frozenset(snapshot.listed("silent"))
    on_file = standings.read(cut_off(snapshot))
    return tuple(
        Row(
            register.participants[code],
            on_file.get(code) or standings.nothing(code),
            requests.get(code, 0),
            code in silent,
        )
        for code in register.ordered(codes, language)
    )


def names_of(code: str) -> tuple[Named, ...]:
    """Return the names of a participant in the six languages, with earlier ones."""
    register = load_register()
    return tuple(
        Named(
            language,
            OWN_NAMES[language],
            direction(language),
            register.name(code, language),
            register.formal(code, language),
            register.names[language][code].earlier,
        )
        for language in LANGUAGES
    )


def titles_of(instrument: str, number: int = 0) -> tuple[Named, ...]:
    """Return the titles of an instrument, or of one of its articles, in the six languages."""
    found = []
    for language in LANGUAGES:
        words = load_words(instrument, language)
        short, formal = (words.articles[number], "") if number else (words.short, words.title)
        found.append(Named(language, OWN_NAMES[language], direction(language), short, formal))
    return tuple(found)


def told_by(viewer: Viewer, state: str) -> tuple[tuple[Told, ...], int]:
    """Return what a State said, by instrument, and how many statements are withheld."""
    shown = needs.statements(viewer, query=Query(basis="", state=state))
    return tuple(
        Told(
            instrument,
            tuple(one for one in said if one.basis == "need"),
            tuple(one for one in said if one.basis != "need"),
        )
        for instrument in INSTRUMENTS
        if (said := [one for one in shown.statements if one.instrument == instrument])
    ), shown.withheld


def listings_of(snapshot: Snapshot, state: str) -> tuple[Listing, ...]:
    """Return the printed lists on which a State stands."""
    return tuple(listing for listing in snapshot.listings if state in listing.states)


def told_about(viewer: Viewer, article: Article) -> tuple[Statement, ...]:
    """Return the statements whose subject is an article's beyond doubt, of all instruments."""
    shown = needs.statements(viewer, query=Query(basis=""))
    return tuple(
        one for one in shown.statements if article.code in articles_about(one.instrument, one.topic)
    )


def articles(instrument: Instrument, language: str) -> tuple[tuple[Article, str], ...]:
    """Return the articles of an instrument, each with its title."""
    titles = load_words(instrument.code, language).articles
    return tuple((one, titles[one.number]) for one in instrument.articles)


def beside(instrument: Instrument, number: int, language: str) -> tuple[int, str] | None:
    """Return number and title of the article of that number, or None where there is none."""
    found = instrument.article(number)
    if found is None:
        return None
    return number, load_words(instrument.code, language).articles[number]


def clusters(article: Article) -> tuple[tuple[str, Promise], ...]:
    """Return the thematic clusters of an article with their names, the main one first."""
    named = (article.cluster, *article.also) if article.cluster else ()
    return tuple((one, CLUSTERS[one]) for one in named)


def findings_on(snapshot: Snapshot, state: str, language: str) -> tuple[str, ...]:
    """Return in words what does not fit together about one State on the cut-off date."""
    said = said_by(told for told in snapshot.statements if told.state == state)
    found = findings(
        said, listings_of(snapshot, state), participation.participations(), cut_off(snapshot)
    )
    return tuple(finding_words(one, language) for one in found if one.state == state)


def finding_words(finding: Finding, language: str) -> str:
    """Return a finding in words, in a language."""
    return words(
        finding,
        load_phrases("findings", language),
        load_register().name(finding.state, language),
        load_words(finding.instrument, language).short,
    )
