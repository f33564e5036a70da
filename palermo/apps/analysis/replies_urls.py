"""Addresses below replies/: the page of `responses`, here because it reads needs as well."""

from django.urls import path

from palermo.apps.analysis import replies

app_name = "responses"
urlpatterns = [
    path("", replies.replies, name="list"),
    path("figures/silent.svg", replies.figure, name="figure"),
    path("data.csv", replies.data, name="data"),
]
