"""Addresses below notes/."""

from django.urls import path

from palermo.apps.notes import views

app_name = "notes"
urlpatterns = [
    path("", views.draft, name="draft"),
    path("issue/", views.issue, name="issue"),
    path("files/note.<str:language>.<str:form>", views.file, name="file"),
]
