"""Every door of the portal."""

from django.urls import include, path

from desmigratif.views import about

urlpatterns = [
    path("", include("accounts.urls")),
    path("", include("households.urls")),
    path("tentang/", about, name="about"),
]
