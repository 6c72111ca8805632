"""Every door of the portal."""

from django.contrib import admin
from django.urls import include, path

from desmigratif.health import health
from desmigratif.views import about
from monitoring.views.home import home

urlpatterns = [
    path("", include("accounts.urls")),
    path("", include("households.urls")),
    path("", include("monitoring.urls")),
    path("", include("infopost.urls")),
    path("", home, name="home"),
    path("sehat", health, name="health"),
    path("tentang/", about, name="about"),
    path("admin/", admin.site.urls),
]

handler500 = "desmigratif.views.server_error"
