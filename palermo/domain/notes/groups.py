"""Statements of one subject brought together: what one list of States in the note rests on.

Every statement of a snapshot belongs to exactly one group, and a group's query matches its
statements and no others, so the list in the note and the list behind it cannot disagree.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from palermo.domain.measures import Query
from palermo.domain.needs import Statement


@dataclass(frozen=True)
class Group:
    """Statements about one instrument, with one basis, on one subject (or a few told together).

    `subjects` are pairs of code and topic; topic "" stands for every topic without a phrase.
    """

    query: Query
    subjects: tuple[tuple[str, str], ...]
    statements: tuple[Statement, ...]

    @property
    def states(self) -> frozenset[str]:
        """Return the States that made the statements."""
        return frozenset(told.state for told in self.statements)

    @property
    def category(self) -> str:
        """Return the category of the first subject."""
        return self.subjects[0][0].partition("/")[0]


def grouped(
    statements: Iterable[Statement],
    *,
    scope: Query,
    order: Mapping[str, int],
    has_phrase: Callable[[str, str, str], bool],
) -> tuple[Group, ...]:
    """Return the groups of statements, in the order of the codes and then of first mention.

    `scope` is what every query asks for besides. `has_phrase(basis, code, topic)` says which topics
    can be told in words; statements on any other topic are told by their code.
    """
    found: dict[tuple[str, str, str, str], list[Statement]] = {}
    for told in statements:
        topic = told.topic if has_phrase(told.basis, told.code, told.topic) else ""
        found.setdefault((told.instrument, told.basis, told.code, topic), []).append(told)
    keys = sorted(found, key=lambda key: order.get(key[2], len(order)))
    return tuple(
        Group(
            replace(
                scope,
                instrument=instrument,
                basis=basis,
                code=code,
                topics=topic or _all_but(keys, (instrument, basis, code)),
            ),
            ((code, topic),),
            tuple(found[instrument, basis, code, topic]),
        )
        for instrument, basis, code, topic in keys
    )


def _all_but(keys: Sequence[tuple[str, str, str, str]], kind: tuple[str, str, str]) -> str:
    named = [topic for *same, topic in keys if tuple(same) == kind and topic]
    return "~" + ",".join(named) if named else ""


def told_together(
    groups: Sequence[Group], *, same_category: bool, regions: Mapping[str, str]
) -> tuple[Group, ...]:
    """Return the groups with those merged that the same States made, where one query fits them.

    The groups are of one instrument and one basis. Only groups of one category are merged where
    `same_category` is asked for; a merged group stands where its first part stood.
    """
    every = [told for group in groups for told in group.statements]
    merged: list[Group] = []
    for group in groups:
        for place, earlier in enumerate(merged):
            fits = not same_category or earlier.category == group.category
            if fits and earlier.states == group.states:
                both = _both(earlier, group)
                if _matches_only(both, every, regions):
                    merged[place] = both
                    break
        else:
            merged.append(group)
    return tuple(merged)


def _both(one: Group, other: Group) -> Group:
    subjects = (*one.subjects, *other.subjects)
    codes = dict.fromkeys(code for code, _ in subjects)
    topics = {one.query.topics, other.query.topics}
    named = dict.fromkeys(topic for _, topic in subjects if topic)
    query = replace(
        one.query,
        code=",".join(codes),
        topics=topics.pop() if len(topics) == 1 else ",".join(named),
    )
    return Group(query, subjects, (*one.statements, *other.statements))


def _matches_only(group: Group, every: Sequence[Statement], regions: Mapping[str, str]) -> bool:
    matched = {id(told) for told in every if group.query.matches(told, regions)}
    return matched == {id(told) for told in group.statements}
