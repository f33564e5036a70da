"""Addresses below needs/."""

from django.urls import path

from palermo.apps.needs import views

app_name = "needs"
urlpatterns = [
    path("", views.statements, name="list"),
    path("statements.csv", views.export, name="export"),
]
