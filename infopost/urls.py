"""Doors of the information post."""

from django.urls import path

from infopost.views import agencies, companies, facts, offers, posts, public, signs, warnings

app_name = "infopost"
urlpatterns = [
    path("info/", public.info_home, name="info_home"),
    path("info/negara/", public.country_list, name="country_list"),
    path("info/negara/<str:country>/", public.country_detail, name="country_detail"),
    path("info/negara/<str:country>/kartu/", public.safety_card, name="safety_card"),
    path("info/tawaran/periksa/", offers.offer_check, name="offer_check"),
    path("info/perusahaan/", companies.company_check, name="company_check"),
    path("info/<slug:slug>/", public.topic_detail, name="topic_detail"),
    path("info/<slug:slug>/<slug:screen>/", public.screen_detail, name="screen_detail"),
    # The same pages on the screen of one village's post, from which nothing leads elsewhere.
    path("pos/<str:code>/", public.info_home, name="info_home"),
    path("pos/<str:code>/negara/", public.country_list, name="country_list"),
    path("pos/<str:code>/negara/<str:country>/", public.country_detail, name="country_detail"),
    path("pos/<str:code>/negara/<str:country>/kartu/", public.safety_card, name="safety_card"),
    path("pos/<str:code>/tawaran/periksa/", offers.offer_check, name="offer_check"),
    path("pos/<str:code>/perusahaan/", companies.company_check, name="company_check"),
    path("pos/<str:code>/<slug:slug>/", public.topic_detail, name="topic_detail"),
    path("pos/<str:code>/<slug:slug>/<slug:screen>/", public.screen_detail, name="screen_detail"),
    path("pos-desa/", posts.PostKeep.as_view(), name="post_keep"),
    path("pos-desa/<uuid:op>/", posts.PostKeep.as_view(), name="post_keep"),
    path("pos-desa/peringatan/", warnings.warning_list, name="warning_list"),
    path("pos-desa/peringatan/baru/", warnings.WarningCreate.as_view(), name="warning_create"),
    path("pos-desa/peringatan/baru/<uuid:op>/", warnings.WarningCreate.as_view(), name="warning_create"),
    path("pos-desa/peringatan/<uuid:pk>/ubah/", warnings.WarningChange.as_view(), name="warning_change"),
    path("pos-desa/peringatan/<uuid:pk>/ubah/<uuid:op>/", warnings.WarningChange.as_view(), name="warning_change"),
    path("pos-desa/peringatan/<uuid:pk>/tarik/", warnings.WarningStand.as_view(), name="warning_stand"),
    path("pos-desa/peringatan/<uuid:pk>/tarik/<uuid:op>/", warnings.WarningStand.as_view(), name="warning_stand"),
    path("fakta/", facts.fact_list, name="fact_list"),
    path("fakta/tanda/", signs.sign_list, name="sign_list"),
    path("fakta/tanda/<uuid:pk>/ubah/", signs.SignChange.as_view(), name="sign_change"),
    path("fakta/tanda/<uuid:pk>/ubah/<uuid:op>/", signs.SignChange.as_view(), name="sign_change"),
    path("fakta/baru/", facts.FactCreate.as_view(), name="fact_create"),
    path("fakta/baru/<uuid:op>/", facts.FactCreate.as_view(), name="fact_create"),
    path("fakta/perusahaan/", agencies.agency_list_list, name="agency_list_list"),
    path("fakta/perusahaan/baru/", agencies.AgencyListBring.as_view(), name="agency_list_bring"),
    path("fakta/perusahaan/baru/<uuid:op>/", agencies.AgencyListBring.as_view(), name="agency_list_bring"),
    path("fakta/perusahaan/<uuid:pk>/", agencies.AgencyListDecide.as_view(), name="agency_list_detail"),
    path("fakta/perusahaan/<uuid:pk>/<uuid:op>/", agencies.AgencyListDecide.as_view(), name="agency_list_detail"),
    path("fakta/<uuid:pk>/ubah/", facts.FactChange.as_view(), name="fact_change"),
    path("fakta/<uuid:pk>/ubah/<uuid:op>/", facts.FactChange.as_view(), name="fact_change"),
]
