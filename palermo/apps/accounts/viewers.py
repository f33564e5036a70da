"""Who reads, and in which language: from a request to the viewer that queries and actions take."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from palermo.apps.accounts.models import User
from palermo.domain.access import GUEST, Viewer


def viewer_of(user: object, now: datetime) -> Viewer:
    """Return the viewer an account stands for now; rights that have run out are not given."""
    if not isinstance(user, User) or not user.is_active or not user.role:
        return GUEST
    if user.rights_until is not None and user.rights_until <= now:
        return Viewer(id=user.get_username(), state=user.state)
    return Viewer(
        id=user.get_username(),
        roles=frozenset({user.role}),
        state=user.state,
        until=user.rights_until.isoformat() if user.rights_until else "",
    )


def viewer(request: HttpRequest) -> Viewer:
    """Return the viewer of a request; a guest where nobody signed in."""
    found = getattr(request, "viewer", GUEST)
    return found if isinstance(found, Viewer) else GUEST


def page_language() -> str:
    """Return the language of the page that is being made; English where none was chosen."""
    return get_language() or "en"


class ViewerMiddleware:
    """Middleware that puts the viewer on the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the answer to a request that knows its viewer."""
        signed_in = "sessionid" in request.COOKIES and request.user.is_authenticated
        request.viewer = (  # type: ignore[attr-defined]  # read back by `viewer` only
            viewer_of(request.user, timezone.now()) if signed_in else GUEST
        )
        return self.get_response(request)
