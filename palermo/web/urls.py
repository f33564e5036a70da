"""Every address: language first, plural nouns, one line a room."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from palermo.web.views import front, instruments, states

urlpatterns = [
    path("", front.choose_language, name="front-door"),
    path("live", front.live, name="live"),
    path("ready", front.ready, name="ready"),
    *i18n_patterns(
        path("", front.home, name="home"),
        path("states/", states.states, name="states"),
        path("states/<str:code>/", states.state, name="state"),
        path("instruments/", instruments.instruments, name="instruments"),
        path("instruments/<slug:code>/", instruments.instrument, name="instrument"),
        path("instruments/<slug:code>/<int:number>/", instruments.article, name="article"),
        path("needs/", include("palermo.apps.needs.urls")),
        path("overview/", include("palermo.apps.analysis.urls")),
        path("replies/", include("palermo.apps.analysis.replies_urls")),
        path("notes/", include("palermo.apps.notes.urls")),
        path("accounts/", include("palermo.apps.accounts.urls")),
        prefix_default_language=True,
    ),
]
handler404 = "palermo.web.views.front.not_found"
handler500 = "palermo.web.views.front.failed"
