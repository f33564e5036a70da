"""The filter of the list of statements: from an address to a query, bad values told in words."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.measures import Query
from palermo.domain.needs import BASES, Taxonomy


class Filter(forms.Form):
    """Which statements are asked for; every field may be empty.

    The two fields `category` and `code` of a query are one choice on the page; an address may name
    them as `category`, as `code` (several joined by a comma), or as the page's own `kind`.
    """

    kind = forms.ChoiceField(
        label=_("Kind of assistance"),
        required=False,
        error_messages={"invalid_choice": _("There is no kind of assistance “%(value)s”.")},
    )
    region = forms.ChoiceField(
        label=_("Regional group"),
        required=False,
        error_messages={"invalid_choice": _("There is no regional group “%(value)s”.")},
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        error_messages={"invalid_choice": _("There is no State with the code “%(value)s”.")},
    )
    instrument = forms.ChoiceField(
        required=False,
        choices=[(code, code) for code in ("", *INSTRUMENTS)],
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": _("There is no instrument “%(value)s”.")},
    )
    basis = forms.ChoiceField(
        required=False,
        choices=[(basis, basis) for basis in ("", *BASES)],
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": _("There is no basis “%(value)s”.")},
    )
    code = forms.CharField(required=False, max_length=800, widget=forms.HiddenInput)
    topics = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)
    sources = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(
        self,
        asked: Mapping[str, str],
        *,
        taxonomy: Taxonomy,
        language: str,
        regions: Mapping[str, str],
        states: Mapping[str, str],
        offered: Iterable[str],
    ) -> None:
        """Make the form for an address.

        `regions` and `states` go from code to name; `offered` are the States on the menu, in
        order, to which the one asked for is added.
        """
        named = {name: asked.get(name, "").strip() for name in self.base_fields}
        if "," not in named["code"]:
            named["kind"] = named["kind"] or named.pop("code") or asked.get("category", "").strip()
        super().__init__(named, auto_id="filter-%s")
        self.codes = frozenset(taxonomy.subcategories)
        menu = [code for code in offered if code in states]
        if named["state"] in states and named["state"] not in menu:
            menu.append(named["state"])
        self._offer("kind", _kinds(taxonomy, language))
        self._offer("region", list(regions.items()))
        self._offer("state", [(code, states[code]) for code in menu])

    def _offer(self, name: str, choices: list[tuple[str, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("All")), *choices]

    def clean_code(self) -> str:
        """Return several codes joined by a comma, as a number of the note asks for them."""
        codes = str(self.cleaned_data["code"])
        for code in filter(None, codes.split(",")):
            if code not in self.codes:
                raise forms.ValidationError(
                    _("There is no kind of assistance “%(value)s”."), params={"value": code}
                )
        return codes

    def query(self) -> Query:
        """Return the query; of a field that was refused nothing is asked."""
        asked = {name: str(value) for name, value in self.cleaned_data.items()}
        kind = asked.pop("kind", "")
        if kind:
            asked["code" if "/" in kind else "category"] = kind
        return Query(**asked)


def _kinds(taxonomy: Taxonomy, language: str) -> list[tuple[str, object]]:
    return [
        (
            category.names[language],
            [
                (category.code, category.names[language]),
                *((sub.code, f"– {sub.names[language]}") for sub in category.subcategories),
            ],
        )
        for category in taxonomy.categories
    ]
