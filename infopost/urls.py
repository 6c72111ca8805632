"""Doors of the information post."""

from django.urls import path

from infopost.views import facts

app_name = "infopost"
urlpatterns = [
    path("fakta/", facts.fact_list, name="fact_list"),
    path("fakta/baru/", facts.FactCreate.as_view(), name="fact_create"),
    path("fakta/baru/<uuid:op>/", facts.FactCreate.as_view(), name="fact_create"),
    path("fakta/<uuid:pk>/ubah/", facts.FactChange.as_view(), name="fact_change"),
    path("fakta/<uuid:pk>/ubah/<uuid:op>/", facts.FactChange.as_view(), name="fact_change"),
]
