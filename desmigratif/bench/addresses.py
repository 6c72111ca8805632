"""The portal's addresses and one page more, to compare with: login, one query, three words. Never in a real portal."""

from django.http import HttpResponse
from django.urls import include, path

from desmigratif.bench import waiting
from households.models import Household

waiting.watch()


def trivial(request):
    """A page that wants a signed-in user and asks the database once."""
    family = Household.objects.visible_to(request.user).values("version").first()
    return HttpResponse(f"<p>{family['version']}</p>")


urlpatterns = [path("bench/", trivial), path("", include("desmigratif.urls"))]
