"""The desk a note is written at: the snapshot counted once, phrases at hand, footnotes gathered.

The one thing that changes while a note is composed is the list of footnotes: a mark is numbered
where it is first set.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

from palermo.domain import wording
from palermo.domain.measures import Overview, Query, Request, overview, requests_of
from palermo.domain.notes.groups import Group, grouped
from palermo.domain.notes.reference import Edition, Reference
from palermo.domain.papers import FootnoteMark, Inline, Number, StateList, Text
from palermo.domain.phrases import Phrases, run
from palermo.domain.snapshots import Snapshot

Style = Literal["subject", "list"]
_PLURAL_ARTICLES = ("les ", "las ", "los ")
_BARE_IN_LISTS = ("fr", "es")  # these set no article in parentheses or after a colon


@dataclass
class Desk:
    """What the parts of a note share: facts, words and counts in one language."""

    snapshot: Snapshot
    reference: Reference
    phrases: Phrases
    edition: Edition
    footnotes: list[tuple[Inline, ...]] = field(default_factory=list)
    _marks: dict[str, FootnoteMark] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """Return the language of the note."""
        return self.phrases.language

    @cached_property
    def scope(self) -> Query:
        """Return what every query asks for: the quoted document, where all statements are its."""
        documents = {told.source.document for told in self.snapshot.statements}
        quoted = self.snapshot.quoted
        return Query(basis="", sources=quoted if documents == {quoted} else "")

    @property
    def regions(self) -> Mapping[str, str]:
        """Return the regional group of each participant that is in one."""
        return self.reference.register.regions

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Return every statement of the snapshot in its group, in the order of the codes."""
        order = {code: place for place, code in enumerate(self.reference.taxonomy.subcategories)}
        return grouped(
            self.snapshot.statements,
            scope=self.scope,
            order=order,
            has_phrase=lambda basis, code, topic: bool(self._topic_key(basis, code, topic)),
        )

    @cached_property
    def instruments(self) -> tuple[str, ...]:
        """Return the instruments in printed order, and after them any other that is spoken of."""
        spoken = dict.fromkeys(told.instrument for told in self.snapshot.statements)
        return tuple(dict.fromkeys((*self.reference.instruments, *spoken)))

    @cached_property
    def requests(self) -> frozenset[Request]:
        """Return every request of the snapshot."""
        return requests_of(self.snapshot.statements)

    @cached_property
    def counts(self) -> Overview:
        """Return the overview of the snapshot."""
        register = self.reference.register
        return overview(
            self.snapshot.lines,
            categories=self.reference.taxonomy.members,
            instruments=self.instruments,
            regions=self.regions,
            region_order=register.regional_groups,
        )

    @cached_property
    def bases(self) -> Counter[str]:
        """Return the number of statements by basis."""
        return Counter(told.basis for told in self.snapshot.statements)

    def query(self, basis: str = "need", **asked: str) -> Query:
        """Return a query within the note's scope."""
        return replace(self.scope, basis=basis, **asked)

    def names(self, codes: Iterable[str], style: Style = "list") -> tuple[str, ...]:
        """Return the names of States in the order and form of the note's language."""
        return tuple(
            self._name(code, style)
            for code in self.reference.register.ordered(codes, self.language)
        )

    def _name(self, code: str, style: Style) -> str:
        register, language = self.reference.register, self.language
        short = register.name(code, language)
        then = register.name_on(code, language, self.day) if self.snapshot.as_of else short
        inverted = "(" in short or language in _BARE_IN_LISTS
        if then != short or (style == "list" and inverted):
            return then
        return register.in_text(code, language)

    def agreement(self, codes: Iterable[str]) -> int:
        """Return 1 or 2, the number in which a verb agrees with one State as its subject.

        French and Spanish take a plural verb after a name with a plural article (les Comores).
        """
        return 2 if self.listed(codes, "subject").startswith(_PLURAL_ARTICLES) else 1

    @property
    def day(self) -> date:
        """Return the cut-off date."""
        return date.fromisoformat(self.snapshot.as_of)

    def listed(self, codes: Iterable[str], style: Style = "list") -> str:
        """Return States as one list, with the punctuation of the language."""
        return wording.joined(self.names(codes, style), self.language)

    def states(self, codes: Iterable[str], query: Query, style: Style = "list") -> StateList:
        """Return States as a list that opens to the statements behind it.

        A State that withholds all its statements of the list is counted at its end, not named.
        """
        made = set(codes)
        shown = self.reference.register.ordered(made & self._named(query), self.language)
        words = [*self.names(shown, style)]
        if len(shown) < len(made):
            words.append(self.words_counted("withheld", len(made) - len(shown)))
        return StateList(wording.joined(tuple(words), self.language), tuple(shown), query)

    def printed(self, codes: Iterable[str], query: Query) -> StateList:
        """Return the States of a list that a document prints, with the query of that list."""
        shown = self.reference.register.ordered(codes, self.language)
        return StateList(self.listed(shown), tuple(shown), query)

    def _named(self, query: Query) -> set[str]:
        """Return the States that may be named in a list: one of its statements is public."""
        return {
            told.state
            for told in self.snapshot.statements
            if told.visibility == "public" and query.matches(told, self.regions)
        }

    def counted(self, noun: str, n: int, query: Query, *, beside: int = 0) -> Number:
        """Return "eight States", "12 requests": a counted noun of the phrases, with its query.

        `beside` is another number of the same sentence: where one of them is over nine, both
        stand in figures.
        """
        return Number(self.words_counted(noun, n, beside=beside), query)

    def words_counted(self, noun: str, n: int, *, beside: int = 0) -> str:
        """Return the words of a counted noun."""
        numeral = wording.grouped(n, self.language)
        if beside < 10:
            gender = self.phrases.text(f"counted.{noun}.gender")
            numeral = wording.spelled(n, self.language, gender)
        return self.phrases.text(f"counted.{noun}.phrase", n, n=numeral)

    def figure(self, n: int, query: Query) -> Number:
        """Return a number in figures, with its query."""
        return Number(wording.grouped(n, self.language), query)

    def share(self, n: int, of: int) -> str:
        """Return the words that are true of n out of `of`."""
        return self.phrases.text(f"share.{wording.share_word(n, of)}")

    def items(self, parts: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
        """Return parts as an enumeration within a sentence."""
        between = Text(self.phrases.text("item_separator"))
        found: list[Inline] = []
        for part in parts:
            found.extend((between, *part) if found else part)
        return run(tuple(found))

    def mark(self, note: str, **places: str) -> FootnoteMark:
        """Return the mark of a footnote; the footnote is added where it is first marked."""
        if note not in self._marks:
            self.footnotes.append(self.phrases.say(f"footnotes.{note}", **places))
            self._marks[note] = FootnoteMark(len(self.footnotes))
        return self._marks[note]

    def subject(self, basis: str, code: str, topic: str, of: str) -> str:
        """Return in words what a statement is about; `of` names its instrument in the genitive."""
        key = self._topic_key(basis, code, topic) if topic else ""
        for found in (key, f"{basis}.{code}.general", *self._borrowed(basis, code)):
            if found and found in self.phrases:
                return self.phrases.text(found, of=of)
        taxonomy = self.reference.taxonomy
        name = taxonomy.name(code, self.language) if code in taxonomy.subcategories else code
        return self.phrases.text(f"fallback.{basis}", name=name)

    def of_instrument(self, instrument: str) -> str:
        """Return "of the Convention" or "of the Protocol"."""
        key = f"instruments.{instrument}.of"
        return self.phrases.text(key if key in self.phrases else "instruments.other.of")

    def category_name(self, code: str) -> str:
        """Return the name of a category as it stands within a sentence."""
        return wording.lowered(self.reference.taxonomy.name(code, self.language))

    def instrument_name(self, instrument: str) -> str:
        """Return the short title of an instrument, or its code where it has no words."""
        words = self.reference.words.get(instrument)
        return words[self.language].short if words else instrument

    def _topic_key(self, basis: str, code: str, topic: str) -> str:
        keys = [f"{basis}.{code}.{topic}"]
        if basis == "view":
            keys.append(f"need.{code}.{topic}")
        return next((key for key in keys if topic and key in self.phrases), "")

    def _borrowed(self, basis: str, code: str) -> tuple[str, ...]:
        return (f"need.{code}.general",) if basis == "view" else ()
