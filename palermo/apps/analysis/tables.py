"""The tables of the overview: kinds of assistance with their shares, and printed shares beside."""

from dataclasses import dataclass
from decimal import Decimal

from palermo.apps.analysis.figures import Link
from palermo.domain.measures import Overview, Query, Recorded, Share, shares_of
from palermo.domain.needs import Source
from palermo.engines.knowledge_taxonomy import load_taxonomy


@dataclass(frozen=True)
class Kind:
    """A row of the table of kinds: a category, or a subcategory beneath its category."""

    code: str
    n: int
    percent: Decimal | None
    address: str
    is_category: bool
    printed: bool


@dataclass(frozen=True)
class Beside:
    """A share that a document prints, and the share of the same category computed here."""

    code: str
    printed: int
    source: Source
    computed: Share | None
    address: str


def categories(overview: Overview, link: Link) -> tuple[Kind, ...]:
    """Return the table of kinds of assistance in printed order."""
    by_category = {share.code: share.percent for share in overview.shares}
    by_code = {share.code: share.percent for share in shares_of(overview.by_code)}
    rows = []
    for category in load_taxonomy().categories:
        n = overview.by_category[category.code]
        address = link(Query(category=category.code)) if n else ""
        share = by_category.get(category.code)
        rows.append(Kind(category.code, n, share, address, True, category.printed))
        for sub in category.subcategories:
            n = overview.by_code[sub.code]
            address = link(Query(code=sub.code)) if n else ""
            share = by_code.get(sub.code)
            rows.append(Kind(sub.code, n, share, address, False, sub.printed))
    return tuple(rows)


@dataclass(frozen=True)
class Rest:
    """What is left of 100 and of all requests, all the printed shares taken off."""

    printed: int
    percent: Decimal
    n: int


def rest(beside: tuple[Beside, ...], overview: Overview) -> Rest:
    """Return what the categories without a printed share make together, on either count."""
    computed = [one.computed for one in beside if one.computed]
    return Rest(
        printed=100 - sum(one.printed for one in beside),
        percent=Decimal(100) - sum((share.percent for share in computed), Decimal(0)),
        n=overview.requests - sum(share.n for share in computed),
    )


def foremost(overview: Overview) -> Share | None:
    """Return the category asked for most, or None where nothing was; of equals the first."""
    return max(overview.shares, key=lambda share: share.n, default=None)


def shares(overview: Overview, recorded: tuple[Recorded, ...], link: Link) -> tuple[Beside, ...]:
    """Return each share that a document prints with the computed one beside it, never mixed."""
    computed = {share.code: share for share in overview.shares}
    return tuple(
        Beside(
            one.code,
            one.percent,
            Source.parse(one.source),
            computed.get(one.code),
            link(Query(category=one.code)),
        )
        for one in recorded
    )
