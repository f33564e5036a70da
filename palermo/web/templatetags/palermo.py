"""Template tags: names in the page's language, and the address that opens a query."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.translation import get_language

from palermo.domain.measures import Query
from palermo.engines.knowledge_states import load_register
from palermo.engines.knowledge_taxonomy import load_taxonomy

register = template.Library()


def query_address(query: Query) -> str:
    """Return the address of the statements a query asks for, in the page's language."""
    return f"{reverse('needs:list')}?{urlencode(query.parameters())}"


register.filter("address", query_address)


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
    return query_address(Query(**asked))
