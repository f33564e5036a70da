"""Addresses below overview/."""

from django.urls import path

from palermo.apps.analysis import views

app_name = "analysis"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("figures/<slug:name>.svg", views.figure, name="figure"),
    path("data.<str:form>", views.data, name="data"),
]
