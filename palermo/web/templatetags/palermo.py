"""Template tags: names in the page's language, and the address that opens a query."""

from django import template
from django.utils.translation import get_language

from palermo.apps.needs.queries import address
from palermo.domain.measures import Query
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
