"""Provisions: what each paragraph and sub-paragraph asks of a State, how strongly, and when.

The level is that of the treaty's wording: "shall adopt" is mandatory, "shall endeavour" best
efforts, "shall consider" must consider, "may" optional; definitions, scope and saving clauses ask
no action of the State. Conditions are a closed grammar of names, `and`, `or` and `not`; a fact
that is not known yet leaves a condition open, it never decides it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, Final

from palermo.domain.mistakes import Mistake

LEVELS: Final = ("M", "E", "C", "O", "N")
PARTS: Final = "parts"
AT_LEAST_ONE: Final = "at_least_one"
RULES: Final = (AT_LEAST_ONE,)

_NAME: Final = re.compile("[a-z][a-z0-9_]*")
_WORDS: Final = frozenset({"and", "or", "not"})

Clause = tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Condition:
    """A condition: it holds where every term of one of its clauses is as the term says."""

    clauses: tuple[Clause, ...]

    @classmethod
    def parse(cls, text: str) -> "Condition":
        """Return the condition that `text` writes, `a and not b or c`; a Mistake where it is none.

        `or` binds less than `and`; there are no parentheses.
        """
        return cls(
            tuple(
                tuple(_term(term, text) for term in clause.split(" and "))
                for clause in text.split(" or ")
            )
        )

    def __str__(self) -> str:
        return " or ".join(
            " and ".join(name if wanted else f"not {name}" for name, wanted in clause)
            for clause in self.clauses
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Return the facts that decide it, each once, in the order in which they are named."""
        return tuple(dict.fromkeys(name for clause in self.clauses for name, _ in clause))

    def holds(self, facts: Mapping[str, bool]) -> bool | None:
        """Say whether it holds; None as long as facts that could decide it are not known."""
        return _any(_all(_as_wanted(facts, *term) for term in clause) for clause in self.clauses)


@dataclass(frozen=True)
class Alternatives:
    """Branches of which the rule asks some: codes of provisions, or names of the vocabulary.

    UNTOC art. 5 (1) (a) "either or both", Firearms 8 (1) (a) "either ... or".
    """

    rule: str
    branches: tuple[str, ...]


@dataclass(frozen=True)
class Notification:
    """A duty to tell: what (`kind`), to whom, by when (`limit`), and when again (`repeats`).

    `repeats` is "" where it is told once.
    """

    kind: str
    to: str
    limit: str
    repeats: str = ""


@dataclass(frozen=True)
class Provision:
    """One unit of an instrument: an article, a paragraph, a letter, a roman numeral, a point.

    `level` is one of LEVELS, or PARTS where the levels stand on the parts; `also` are further
    levels in the same unit, in the order of its sentences. `only_if` is the condition under which
    the unit applies, `part_if` that under which a part of it does; "" is always. `references` are
    provisions on the same matter in the other instruments, the Convention against Corruption
    (`uncac/46/13`) and the Convention of 1988 (`drugs1988/7`). `prohibition`: the wording forbids.
    """

    code: str
    level: str
    also: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    alternatives: Alternatives | None = None
    only_if: str = ""
    part_if: str = ""
    notification: Notification | None = None
    references: tuple[str, ...] = ()
    prohibition: bool = False
    note: str = ""

    @property
    def levels(self) -> tuple[str, ...]:
        """Return every level in the unit itself, the leading one first; () for a container."""
        return () if self.level == PARTS else (self.level, *self.also)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Return the remarks of the vocabulary that belong to it: prohibition, note."""
        return (("prohibition",) if self.prohibition else ()) + ((self.note,) if self.note else ())

    @property
    def conditions(self) -> tuple[str, ...]:
        """Return the facts about the State that its conditions ask for."""
        texts = (text for text in (self.only_if, self.part_if) if text)
        return tuple(dict.fromkeys(name for text in texts for name in condition(text).names))

    def applies(self, facts: Mapping[str, bool]) -> bool | None:
        """Say whether the unit applies to a State of which these facts are known; None if open."""
        return condition(self.only_if).holds(facts) if self.only_if else True

    def tree(self) -> dict[str, Any]:
        """Return the provision as a JSON tree."""
        tree = asdict(self)
        for name in ("also", "qualifiers", "references"):
            tree[name] = list(tree[name])
        if self.alternatives:
            tree["alternatives"]["branches"] = list(self.alternatives.branches)
        return tree


@cache
def condition(text: str) -> Condition:
    """Return the condition that `text` writes, parsed once."""
    return Condition.parse(text)


def applicable(provisions: Iterable[Provision], facts: Mapping[str, bool]) -> tuple[Provision, ...]:
    """Return the provisions that apply to a State, and those still open, in their order.

    Left out is only what the facts known so far rule out: `not applicable` is a legal answer.
    """
    return tuple(one for one in provisions if one.applies(facts) is not False)


def gates(provisions: Iterable[Provision], facts: Mapping[str, bool] | None = None) -> list[str]:
    """Return the facts still to be asked before all is known to apply or not, each once."""
    known = facts or {}
    return list(
        dict.fromkeys(
            name
            for one in provisions
            if one.applies(known) is not False
            for name in one.conditions
            if name not in known
        )
    )


def alternatives_met(group: Alternatives, answers: Mapping[str, bool]) -> bool | None:
    """Say whether a State does what the group asks; None while an open branch could still do it.

    `answers` says for each branch whether it is implemented. At least one: two branches are one
    duty, so the branch not chosen is no failure.
    """
    if group.rule != AT_LEAST_ONE:
        raise Mistake(f"{group.rule!r} is no rule of alternatives; there is {AT_LEAST_ONE}")
    return _any(answers.get(branch) for branch in group.branches)


def duties(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """Return the provisions that ask for a notification, or give the right to one, in order."""
    return tuple(one for one in provisions if one.notification)


def parent(code: str) -> str:
    """Return the code of what a provision is a part of; "" for an article."""
    head = code.rpartition("/")[0]
    return head if "/" in head else ""


def parts(provisions: Iterable[Provision], code: str) -> tuple[Provision, ...]:
    """Return the immediate parts of a provision, in order; () where it has none."""
    return tuple(one for one in provisions if parent(one.code) == code)


def below(provisions: Iterable[Provision], code: str) -> tuple[Provision, ...]:
    """Return a provision and everything it is made of, in order."""
    return tuple(one for one in provisions if one.code == code or one.code.startswith(f"{code}/"))


def units(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """Return what is assessed: the provisions that carry a level themselves, in order."""
    return tuple(one for one in provisions if one.level != PARTS)


def cite(code: str) -> str:
    """Return how a code is cited after the instrument's name: `18 (13)`, `6 (1) (b) (i)`."""
    article, *rest = code.split("/")[1:]
    return " ".join((article, *(f"({part})" for part in rest)))


def faults(provisions: Sequence[Provision]) -> tuple[str, ...]:
    """Return what cannot be right in the provisions of one instrument, one line for each fault."""
    known = {one.code: one for one in provisions}
    holders = {parent(one.code) for one in provisions}
    found = [f"{one.code} stands twice" for one in provisions if known[one.code] is not one]
    for one in provisions:
        found += _faults(one, known, one.code in holders)
    return tuple(found)


def _faults(one: Provision, known: Mapping[str, Provision], is_holder: bool) -> Iterable[str]:
    if (above := parent(one.code)) and above not in known:
        yield f"{one.code} stands below {above}, which is missing"
    if one.level not in LEVELS and not (one.level == PARTS and is_holder):
        yield f"{one.code} has no level"
    if set(one.also) - set(LEVELS) or one.level in one.also or (one.also and one.level == PARTS):
        yield f"{one.code} has further levels that are none, or that it has already"
    if one.prohibition and "M" not in one.levels:
        yield f"{one.code} forbids without being mandatory"
    if one.level == PARTS and one.notification:
        yield f"{one.code} asks for a notification but carries no level"
    for text in (one.only_if, one.part_if):
        try:
            Condition.parse(text or "always")
        except Mistake as mistake:
            yield f"{one.code}: {mistake}"
    if one.alternatives:
        yield from _faults_of_group(one.code, one.alternatives)


def _faults_of_group(code: str, group: Alternatives) -> Iterable[str]:
    if group.rule not in RULES:
        yield f"{code}: {group.rule} is no rule of alternatives"
    if len(group.branches) < 2:
        yield f"{code}: there is no alternative to a single branch"
    for branch in group.branches:
        if "/" in branch and parent(branch) != code:
            yield f"{code}: its alternative {branch} is no part of it"


def _term(text: str, whole: str) -> tuple[str, bool]:
    name = text.removeprefix("not ")
    if not _NAME.fullmatch(name) or name in _WORDS:
        raise Mistake(f"{whole!r} is no condition; write names joined by and, or, not")
    return name, name == text


def _as_wanted(facts: Mapping[str, bool], name: str, wanted: bool) -> bool | None:
    known = facts.get(name)
    return None if known is None else known is wanted


def _all(values: Iterable[bool | None]) -> bool | None:
    told = tuple(values)
    return False if False in told else None if None in told else True


def _any(values: Iterable[bool | None]) -> bool | None:
    told = tuple(values)
    return True if True in told else None if None in told else False
