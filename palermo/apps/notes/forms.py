"""The form with which the Secretariat issues a note."""

from django import forms
from django.utils.translation import gettext_lazy


class IssueForm(forms.Form):
    """The document symbol, typed in by hand."""

    symbol = forms.CharField(max_length=60, label=gettext_lazy("Document symbol"), strip=True)
