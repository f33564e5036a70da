"""Template tags: names in the page's language, and the address that opens a query."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from palermo.apps.accounts.viewers import page_language
from palermo.apps.needs.queries import address
from palermo.domain import wording
from palermo.domain.languages import direction
from palermo.domain.measures import Query
from palermo.domain.needs import Source
from palermo.engines.knowledge_instruments import load_words
from palermo.engines.knowledge_states import load_register
from palermo.engines.knowledge_taxonomy import load_taxonomy
from palermo.engines.phrases import load_phrases

register = template.Library()


register.filter("address", address)


@register.filter
def state_name(code: str) -> str:
    """Return the short name of a State in the page's language; an unknown code stands as it is."""
    register_of_states = load_register()
    known = code in register_of_states.participants
    return register_of_states.name(code, page_language()) if known else code


@register.filter
def kind_name(code: str) -> str:
    """Return the name of a category or subcategory in the page's language."""
    return load_taxonomy().name(code, page_language())


@register.filter
def kind_short(code: str) -> str:
    """Return the short name of a category, for charts and chips."""
    return load_taxonomy().short(code, page_language())


@register.filter
def kind_names(codes: str) -> str:
    """Return the names of several kinds of assistance whose codes are joined by a comma."""
    return _listed(kind_name(code) for code in codes.split(","))


@register.filter
def topic_names(topics: str) -> str:
    """Return the names of topics joined by a comma; a leading `~` (all but) is passed over."""
    taxonomy, language = load_taxonomy(), page_language()
    named = topics.removeprefix("~").split(",")
    return _listed(taxonomy.topic(topic, language) for topic in named)


def _listed(items: Iterable[str]) -> str:
    return load_phrases("note", page_language()).text("item_separator").join(items)


register.filter("text_direction", direction)


@register.simple_tag
def number(n: int, address: str, opened: str = "") -> str:
    """Return a number as a link to what it counts; plain where there is nothing to open."""
    if not address:
        return str(n)
    here = format_html(' aria-current="{}"', "true") if address == opened else ""
    return format_html('<a href="{}"{}>{}</a>', address, here, n)


@register.simple_tag
def asks(**asked: str) -> str:
    """Return the address of the statements asked for, such as `{% asks category="legal" %}`."""
    return address(Query(**asked))


@register.simple_tag
def cite(source: Source | str) -> SafeString:
    """Return a document's symbol, left to right, with its paragraph where one is known."""
    if isinstance(source, str):
        source = Source.parse(source)
    symbol = format_html('<bdi dir="ltr">{}</bdi>', source.document)
    if not source.paragraph:
        return symbol
    words = gettext("%(document)s, paragraph %(number)s")
    number = format_html('<bdi dir="ltr">{}</bdi>', source.paragraph)
    return format_html(
        words.replace("%(document)s", "{}").replace("%(number)s", "{}"),
        symbol,
        source.paragraph if source.paragraph.isdigit() else number,
    )


@register.filter
def grouped(n: int) -> str:
    """Return a whole number with its thousands set apart as the page's language does."""
    return wording.grouped(n, page_language())


@register.filter
def per_cent(value: Decimal | int) -> str:
    """Return a percentage as a table or a figure prints it in the page's language."""
    return wording.per_cent(value, page_language(), table=True)


@register.filter
def instrument_short(code: str) -> str:
    """Return the name of an instrument for running text, in the page's language."""
    return load_words(code.upper(), page_language()).short


@register.filter
def formal_name(code: str) -> str:
    """Return the formal name of a State in the page's language."""
    return load_register().formal(code, page_language())


@register.filter
def instrument_title(code: str) -> str:
    """Return the full title of an instrument in the page's language."""
    return load_words(code.upper(), page_language()).title


@register.filter
def instrument_label(code: str) -> str:
    """Return the shortest name of an instrument, for a chip or the head of a column."""
    return load_words(code.upper(), page_language()).label


@register.filter
def group_name(group: str) -> str:
    """Return the name of a regional group of the United Nations in the page's language."""
    return load_register().group_name(group, page_language()) if group else ""


@register.filter
def region_name(region: str) -> str:
    """Return the name of a region in which the Office reports, in the page's language."""
    return load_register().region_name(region, page_language())


@register.filter
def day(on: date | str | None) -> str:
    """Return a day, or its ISO form, as the page's language writes it; "" where there is none."""
    if not on:
        return ""
    return wording.day(str(on), page_language())
