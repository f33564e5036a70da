"""Who is meant by a name: every name's key, who claims it, what comes nearest to an unknown one.

Nothing is guessed: a key that two participants claim with the same right belongs to neither.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Final, NamedTuple

from palermo.domain.name_keys import LONGEST, keys, script

_LANGUAGES_IN: Final = {
    "arabic": ("ar",),
    "cyrillic": ("ru",),
    "han": ("zh",),
    "latin": ("en", "fr", "es"),
}
# How much of two keys must agree for one to be suggested for the other; Chinese ones are short.
_LIKE: Final = {"arabic": 0.6, "cyrillic": 0.6, "han": 0.5, "latin": 0.6}
_PART: Final = {"arabic": 4, "cyrillic": 4, "han": 2, "latin": 4}  # letters that make a part


class Claim(NamedTuple):
    """A participant's claim to a name; the lower rank wins: short, formal, earlier, other names."""

    rank: int
    code: str
    language: str


@dataclass(frozen=True)
class NameTable:
    """All names and the claims to them.

    `claims` goes from a name as printed to who claims it, in the order of languages in which a
    spelling that several languages share is to be shown. `never` holds names that are never
    resolved, and who could be meant by them.
    """

    claims: Mapping[str, tuple[Claim, ...]]
    never: Mapping[str, tuple[Claim, ...]]

    def meant(self, name: str) -> tuple[Claim, ...]:
        """Return the one best claim to a name, several that are equally good, or none."""
        if len(name) > LONGEST:
            return ()
        return next((self._best[key] for key in keys(name) if key in self._best), ())

    def nearest(self, name: str, most: int) -> list[Claim]:
        """Return claims to the names most like an unknown one, in its script, of `most` States.

        Names that begin or end with it come first: "Papua" is nearer to Papua New Guinea than to
        Palau.
        """
        written = keys(name) if len(name) <= LONGEST else ()
        if not written:
            return []
        kind, sought = script(name), written[0]
        known = self._keys_in[kind]
        whole = [key for key in known if key.startswith(sought) or key.endswith(sought)]
        near = sorted(whole, key=len) if len(sought) >= _PART[kind] else []
        near += get_close_matches(sought, known, n=4 * most, cutoff=_LIKE[kind])
        found: dict[str, Claim] = {}
        for key in near:
            for claim in self._best[key]:
                found.setdefault(claim.code, claim)
        return list(found.values())[:most]

    @cached_property
    def contested(self) -> Mapping[str, tuple[Claim, ...]]:
        """Return the keys that two participants claim with the same right; none in good data."""
        return {key: claims for key, claims in _best(self.claims).items() if len(claims) > 1}

    @cached_property
    def _best(self) -> dict[str, tuple[Claim, ...]]:
        return _best(self.claims) | _best(self.never)

    @cached_property
    def _keys_in(self) -> dict[str, list[str]]:
        return {
            kind: [key for key, claims in self._best.items() if claims[0].language in languages]
            for kind, languages in _LANGUAGES_IN.items()
        }


def _best(claims: Mapping[str, tuple[Claim, ...]]) -> dict[str, tuple[Claim, ...]]:
    """Return per key the claims of the lowest rank, one for each participant."""
    found: dict[str, list[Claim]] = {}
    for name, by in claims.items():
        for key in keys(name):
            found.setdefault(key, []).extend(by)
    return {key: _lowest(every) for key, every in found.items()}


def _lowest(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    first: dict[str, Claim] = {}
    ranked = sorted(claims, key=lambda claim: claim.rank)
    for claim in ranked:
        if claim.rank == ranked[0].rank:
            first.setdefault(claim.code, claim)
    return tuple(first.values())
