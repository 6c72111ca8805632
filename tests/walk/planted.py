"""The portal's addresses with holes in them, which the walk has to find."""

from django.http import HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from households.models import Household


def bare_manager(request, pk):
    """A page that forgot whose family it is."""
    return HttpResponse(Household._base_manager.get(pk=pk).hamlet)


def bare_list(request):
    """A list that forgot the same, and shows typed text as it is."""
    return HttpResponse("".join(Household._base_manager.values_list("hamlet", flat=True)), content_type="text/html")


@csrf_exempt
def trusting_form(request, op):
    """A form that believes the key it is sent."""
    Household._base_manager.filter(pk=request.POST.get("household")).update(hamlet=request.POST["hamlet"])
    return HttpResponse("Tersimpan")


def handler(request):
    """A page with an inline handler."""
    return HttpResponse('<button onclick="go()">Pergi</button>')


urlpatterns = [
    path("", include("desmigratif.urls")),
    path("lubang/<uuid:pk>/", bare_manager, name="planted_detail"),
    path("lubang/", bare_list, name="planted_list"),
    path("lubang/isi/<uuid:op>/", trusting_form, name="planted_form"),
    path("lubang/tombol/", handler, name="planted_handler"),
]
