"""Doors of the information post."""

from django.urls import path

from infopost.views import facts, offers, public

app_name = "infopost"
urlpatterns = [
    path("info/", public.info_home, name="info_home"),
    path("info/negara/", public.country_list, name="country_list"),
    path("info/negara/<str:country>/", public.country_detail, name="country_detail"),
    path("info/negara/<str:country>/kartu/", public.safety_card, name="safety_card"),
    path("info/tawaran/periksa/", offers.offer_check, name="offer_check"),
    path("info/<slug:slug>/", public.topic_detail, name="topic_detail"),
    path("info/<slug:slug>/<slug:screen>/", public.screen_detail, name="screen_detail"),
    path("fakta/", facts.fact_list, name="fact_list"),
    path("fakta/baru/", facts.FactCreate.as_view(), name="fact_create"),
    path("fakta/baru/<uuid:op>/", facts.FactCreate.as_view(), name="fact_create"),
    path("fakta/<uuid:pk>/ubah/", facts.FactChange.as_view(), name="fact_change"),
    path("fakta/<uuid:pk>/ubah/<uuid:op>/", facts.FactChange.as_view(), name="fact_change"),
]
