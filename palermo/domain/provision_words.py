"""What provisions ask, in words: the names of levels, qualifiers, conditions and duties to tell.

The words themselves come from the shipped vocabulary; a code without words is a mistake of the
data, which `gaps` finds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from palermo.domain.languages import LANGUAGES
from palermo.domain.provisions import PARTS, Notification, Provision, cite, condition


@dataclass(frozen=True)
class Told:
    """One provision in the words of one language; "" and () where it has nothing of the kind.

    `levels` begins with the leading one; `branches` names codes as they are cited; `notification`
    is what is told, to whom, by when; `remarks` are prohibition and note.
    """

    code: str
    cited: str
    is_container: bool
    levels: tuple[str, ...]
    qualifiers: tuple[str, ...]
    only_if: str
    part_if: str
    rule: str
    branches: tuple[str, ...]
    notification: tuple[str, str, str] | None
    remarks: tuple[str, ...]
    references: tuple[str, ...]

    @property
    def is_tempered(self) -> bool:
        """Say whether anything stands beside the level: qualifier, condition, duty to tell."""
        return bool(
            self.qualifiers or self.branches or self.only_if or self.part_if or self.notification
        )


@dataclass(frozen=True)
class Vocabulary:
    """Names by section, code and language; for each condition what is so, and what else is so."""

    names: Mapping[str, Mapping[str, Mapping[str, str]]] = field(repr=False)
    facts: Mapping[str, Mapping[str, tuple[str, str]]] = field(repr=False)

    def name(self, section: str, code: str, language: str) -> str:
        """Return what a code of a section (`levels`, `qualifiers`, ...) is called."""
        return self.names[section][code][language]

    def level(self, code: str, language: str) -> str:
        """Return what a level of obligation is called; `parts` says: see the parts."""
        return self.name("levels", code, language)

    def fact(self, name: str, is_so: bool, language: str) -> str:
        """Return a fact about the State as a clause: what is so, or what is so otherwise."""
        return self.facts[name][language][0 if is_so else 1]

    def condition(self, text: str, language: str) -> str:
        """Return a condition as a clause: "the State makes extradition conditional on ..."."""
        either, both = (self.name("joins", word, language) for word in ("or", "and"))
        return either.join(
            both.join(self.fact(name, wanted, language) for name, wanted in clause)
            for clause in condition(text).clauses
        )

    def notification(self, duty: Notification, language: str) -> tuple[str, str, str]:
        """Return what is told, to whom, and by when."""
        limit = self.name("limits", duty.limit, language)
        if duty.repeats:
            again = self.name("repeats", duty.repeats, language)
            limit = f"{limit}{'' if language == 'zh' else ' '}{again}"
        return (
            self.name("notifications", duty.kind, language),
            self.name("recipients", duty.to, language),
            limit,
        )

    def tell(self, one: Provision, language: str) -> Told:
        """Return a provision in words."""
        group = one.alternatives
        return Told(
            code=one.code,
            cited=cite(one.code),
            is_container=one.level == PARTS,
            levels=tuple(self.level(code, language) for code in one.levels or (PARTS,)),
            qualifiers=tuple(self.name("qualifiers", code, language) for code in one.qualifiers),
            only_if=self.condition(one.only_if, language) if one.only_if else "",
            part_if=self.condition(one.part_if, language) if one.part_if else "",
            rule=self.name("rules", group.rule, language) if group else "",
            branches=tuple(self._branch(code, language) for code in group.branches)
            if group
            else (),
            notification=self.notification(one.notification, language)
            if one.notification
            else None,
            remarks=tuple(self.name("notes", remark, language) for remark in one.remarks),
            references=one.references,
        )

    def _branch(self, code: str, language: str) -> str:
        return cite(code) if "/" in code else self.name("branches", code, language)


def needed(provisions: Iterable[Provision]) -> Iterator[tuple[str, str]]:
    """Yield the section and code of every name that provisions ask for."""
    for one in provisions:
        yield "levels", one.level
        yield from (("levels", level) for level in one.also)
        yield from (("qualifiers", code) for code in one.qualifiers)
        yield from (("conditions", name) for name in one.conditions)
        if one.alternatives:
            yield "rules", one.alternatives.rule
            yield from (("branches", b) for b in one.alternatives.branches if "/" not in b)
        if duty := one.notification:
            yield "notifications", duty.kind
            yield "recipients", duty.to
            yield "limits", duty.limit
            if duty.repeats:
                yield "repeats", duty.repeats
        yield from (("notes", remark) for remark in one.remarks)


def gaps(provisions: Sequence[Provision], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return what is not said in one of the six languages, one line for each code and language."""
    named = {**vocabulary.names, "conditions": vocabulary.facts}
    wanted = dict.fromkeys(needed(provisions))
    return tuple(
        f"{section} {code}: no words in {language}"
        for section, code in wanted
        for language in LANGUAGES
        if language not in named.get(section, {}).get(code, {})
    )
