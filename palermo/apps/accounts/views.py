"""Signing in and out."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpResponse

from palermo.apps.accounts import actions
from palermo.domain.access import Viewer


class SignIn(LoginView):
    """The sign-in page; the journal notes who came in and which name was refused."""

    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let the account in."""
        actions.note_sign_in(Viewer(id=form.get_user().get_username()), let_in=True)
        return super().form_valid(form)

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Show the form again, with a message that does not say whether the account exists."""
        name: Any = form.cleaned_data.get("username") or "guest"
        actions.note_sign_in(Viewer(id=str(name)[:150]), let_in=False)
        return super().form_invalid(form)


class SignOut(LogoutView):
    """Signing out, by POST only."""
