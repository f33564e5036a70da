"""Every address: language first, plural nouns, one line a room."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from palermo.web import views

urlpatterns = [
    path("", views.choose_language, name="front-door"),
    path("live", views.live, name="live"),
    path("ready", views.ready, name="ready"),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("states/", views.states, name="states"),
        path("states/<str:code>/", views.state, name="state"),
        path("instruments/", views.instruments, name="instruments"),
        path("instruments/<slug:code>/", views.instrument, name="instrument"),
        path("instruments/<slug:code>/<int:number>/", views.article, name="article"),
        path("needs/", include("palermo.apps.needs.urls")),
        path("overview/", include("palermo.apps.analysis.urls")),
        path("replies/", include("palermo.apps.responses.urls")),
        path("notes/", include("palermo.apps.notes.urls")),
        path("accounts/", include("palermo.apps.accounts.urls")),
        prefix_default_language=True,
    ),
]
handler404 = "palermo.web.views.not_found"
handler500 = "palermo.web.views.failed"
