"""Template tags: names in the page's language, and the address that opens a query."""

from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.translation import get_language

from palermo.apps.needs.queries import address
from palermo.domain.languages import direction
from palermo.domain.measures import Query
from palermo.engines.knowledge_instruments import load_words
from palermo.engines.knowledge_states import load_register
from palermo.engines.knowledge_taxonomy import load_taxonomy

register = template.Library()


register.filter("address", address)


@register.filter
def state_name(code: str) -> str:
    """Return the short name of a State in the page's language."""
    return load_register().name(code, get_language() or "en")


@register.filter
def kind_name(code: str) -> str:
    """Return the name of a category or subcategory in the page's language."""
    return load_taxonomy().name(code, get_language() or "en")


@register.simple_tag
def asks(**asked: str) -> str:
    """Return the address of the statements asked for, such as `{% asks category="legal" %}`."""
    return address(Query(**asked))


register.filter("text_direction", direction)


@register.filter
def instrument_short(code: str) -> str:
    """Return the name of an instrument for running text, in the page's language."""
    return load_words(code.upper(), get_language() or "en").short


@register.filter
def instrument_label(code: str) -> str:
    """Return the shortest name of an instrument, for a chip or the head of a column."""
    return load_words(code.upper(), get_language() or "en").label


@register.filter
def group_name(group: str) -> str:
    """Return the name of a regional group of the United Nations in the page's language."""
    return load_register().group_name(group, get_language() or "en") if group else ""


@register.filter
def region_name(region: str) -> str:
    """Return the name of a region in which the Office reports, in the page's language."""
    return load_register().region_name(region, get_language() or "en")


@register.filter
def day(on: date | str | None) -> str:
    """Return a day, or its ISO form, as the page's language writes dates; "" where there is none."""
    if not on:
        return ""
    known = date.fromisoformat(on) if isinstance(on, str) else on
    return date_format(known, "DATE_FORMAT")
