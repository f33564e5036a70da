"""States and the other participants: their codes, their names in six languages, their groups.

Codes are ISO 3166-1 alpha-3, with one exception: `EU` is the European Union, which has none.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from palermo.domain.name_keys import AROUND, LONGEST, collation
from palermo.domain.name_table import Claim, NameTable

MEMBER: Final = "member"
KINDS: Final = (MEMBER, "observer", "other_state", "organization")
_SHOWN_FIRST: Final = ("en", "fr", "es", "ru", "zh", "ar")  # for a spelling that several share
_SUGGESTIONS: Final = 3
_LONGEST_CODE: Final = 3
_TWICE: Final = re.compile(r"(.+)\s*\(([^()]+)\)|([^/]+)/([^/]+)")


@dataclass(frozen=True)
class Participant:
    """One that is or can be a Party, and where it is counted.

    `code` is ISO 3166-1 alpha-3 or `EU`; `m49` has three digits, None for the European Union.
    `kind` is one of KINDS. `regional_group` is None where UN practice places it in no group.
    """

    code: str
    iso2: str
    m49: str | None
    kind: str
    regional_group: str | None
    unodc_region: str


def regions_of(participants: Mapping[str, Participant]) -> dict[str, str]:
    """Return the regional group of each participant that is in one."""
    return {code: one.regional_group for code, one in participants.items() if one.regional_group}


@dataclass(frozen=True)
class Earlier:
    """A name once in use: from `since` (None: from the beginning) to the day before `until`."""

    name: str
    until: date
    since: date | None = None


@dataclass(frozen=True)
class Names:
    """The names of one participant in one language.

    `short` is the form of lists, `in_text` the form of a sentence, with its article; `earlier` is
    in order of time; `also` are other names that people write, understood but never printed.
    """

    short: str
    formal: str
    in_text: str
    earlier: tuple[Earlier, ...] = ()
    also: tuple[str, ...] = ()

    def ranked(self) -> Iterator[tuple[int, str]]:
        """Yield every name with its rank: where two States share one, the lower rank has it."""
        yield from ((0, self.short), (0, self.in_text), (1, self.formal))
        yield from ((2, earlier.name) for earlier in self.earlier)
        yield from ((3, name) for name in self.also)


@dataclass(frozen=True)
class Resolution:
    """Who is meant by a name: a code, or None and the nearest names, each as `Niger (NER)`."""

    name: str
    code: str | None
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Register:
    """All participants and their names; the one place that knows who is called what.

    `participants` is in English alphabetical order. `names` goes from language to code to names,
    `group_names` and `region_names` from language to group or region, each in printed order;
    `as_of` says on which day names and groupings stood so. `ambiguous` holds, per language, the
    names that are never resolved and the participants to suggest instead.
    """

    participants: Mapping[str, Participant]
    names: Mapping[str, Mapping[str, Names]]
    group_names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    region_names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    as_of: Mapping[str, date] = field(default_factory=dict)
    ambiguous: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    @property
    def regional_groups(self) -> tuple[str, ...]:
        """Return the regional groups of the United Nations in printed order."""
        return tuple(next(iter(self.group_names.values()), ()))

    @property
    def unodc_regions(self) -> tuple[str, ...]:
        """Return the regions in which the Office reports, in printed order."""
        return tuple(next(iter(self.region_names.values()), ()))

    @cached_property
    def regions(self) -> Mapping[str, str]:
        """Return the regional group of each participant that is in one."""
        return regions_of(self.participants)

    def name(self, code: str, language: str) -> str:
        """Return the short name, as in a list."""
        return self.names[language][code].short

    def formal(self, code: str, language: str) -> str:
        """Return the formal name."""
        return self.names[language][code].formal

    def in_text(self, code: str, language: str) -> str:
        """Return the name as it stands in a sentence, with its article where it takes one."""
        return self.names[language][code].in_text

    def name_on(self, code: str, language: str, on: date) -> str:
        """Return the short name that was in use on a day."""
        names = self.names[language][code]
        for earlier in names.earlier:
            if on < earlier.until and (earlier.since is None or earlier.since <= on):
                return earlier.name
        return names.short

    def group_name(self, group: str, language: str) -> str:
        """Return the name of a regional group of the United Nations."""
        return self.group_names[language][group]

    def region_name(self, region: str, language: str) -> str:
        """Return the name of a region in which the Office reports."""
        return self.region_names[language][region]

    def ordered(self, codes: Iterable[str], language: str) -> tuple[str, ...]:
        """Return codes in the order in which that language's UN documents list States.

        Each language has its own alphabetical order; Chinese documents keep the English one.
        """
        places = self._places["en" if language == "zh" else language]
        return tuple(sorted(codes, key=places.__getitem__))

    def code(self, name: str) -> str | None:
        """Return the code of the participant that a name means; None if unknown or ambiguous.

        "Türkiye (Turkey)" and "Niger (NER)" name one participant twice; two that differ name none.
        """
        found = self._code(name)
        if found is None and len(name) <= LONGEST:
            twice = _TWICE.fullmatch(unicodedata.normalize("NFKC", name).strip(AROUND))
            said = {self._code(one) for one in twice.groups() if one} if twice else set()
            found = said.pop() if len(said) == 1 else None
        return found

    def _code(self, name: str) -> str | None:
        known = self._known.get(name)
        if known is not None:
            return known
        bare = name.strip(AROUND)
        meant = self.table.meant(bare)
        return self._known.get(bare) or (meant[0].code if len(meant) == 1 else None)

    def resolve(self, name: str) -> Resolution:
        """Return who is meant by a name in any of the languages, or the nearest names.

        A name is a code (in capitals) or any short, formal, earlier or other name, whatever its
        case, accents, articles or inversion. A name that two could mean gives None and both.
        """
        code = self.code(name)
        return Resolution(name, code, () if code else self.suggestions(name))

    def suggestions(self, name: str) -> tuple[str, ...]:
        """Return all that an ambiguous name could mean, or up to three like an unknown one."""
        if name not in self._suggested:
            bare = name.strip(AROUND)
            claims = self.table.meant(bare) or (
                *self._codes_like(bare),
                *self.table.nearest(bare, _SUGGESTIONS),
            )
            found: dict[str, str] = {}
            for claim in claims:
                shown = f"{self.name(claim.code, claim.language)} ({claim.code})"
                found.setdefault(claim.code, shown)
            most = None if self.table.meant(bare) else _SUGGESTIONS
            self._suggested[name] = tuple(found.values())[:most]
        return self._suggested[name]

    def _codes_like(self, name: str) -> Iterator[Claim]:
        """Yield whose code it is when written in capitals."""
        code = self._known.get(name.upper()) if len(name) <= _LONGEST_CODE else None
        if code is not None:
            yield Claim(0, code, _SHOWN_FIRST[0])

    @cached_property
    def table(self) -> NameTable:
        """Return the table of all names and who claims them."""
        claims: dict[str, list[Claim]] = {}
        for language in sorted(self.names, key=_SHOWN_FIRST.index):
            for code, names in self.names[language].items():
                for rank, name in names.ranked():
                    claims.setdefault(name, []).append(Claim(rank, code, language))
        never = {
            name: tuple(Claim(0, code, language) for code in codes)
            for language, names in self.ambiguous.items()
            for name, codes in names.items()
        }
        return NameTable({name: tuple(by) for name, by in claims.items()}, never)

    @cached_property
    def _known(self) -> dict[str, str]:
        """Return what needs no thought: codes, and names exactly as they are printed."""
        meant = {name: self.table.meant(name) for name in self.table.claims}
        known = {name: claims[0].code for name, claims in meant.items() if len(claims) == 1}
        known |= {one.iso2: code for code, one in self.participants.items()}
        return known | {code: code for code in self.participants}

    @cached_property
    def _places(self) -> dict[str, dict[str, int]]:
        return {language: _order(names, language) for language, names in self.names.items()}

    @cached_property
    def _suggested(self) -> dict[str, tuple[str, ...]]:
        return {}


def _order(names: Mapping[str, Names], language: str) -> dict[str, int]:
    ranked = sorted(names, key=lambda code: (collation(names[code].short, language), code))
    return {code: place for place, code in enumerate(ranked)}
