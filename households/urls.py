"""Doors of the registry. A form's address ends in its operation id; without one a fresh id is given."""

from django.urls import path

from households.views import (
    alike,
    circumstances,
    clearing,
    editing,
    histories,
    imports,
    life,
    profiles,
    reading,
    revealing,
    searching,
)

app_name = "households"
urlpatterns = [
    path("rumah-tangga/", searching.household_list, name="household_list"),
    path("rumah-tangga/cari/", searching.household_search, name="household_search"),
    path("rumah-tangga/daftar/", editing.HouseholdRegister.as_view(), name="household_register"),
    path("rumah-tangga/daftar/<uuid:op>/", editing.HouseholdRegister.as_view(), name="household_register"),
    path("rumah-tangga/<uuid:pk>/", reading.household_detail, name="household_detail"),
    path("rumah-tangga/<uuid:pk>/riwayat/", histories.household_history, name="household_history"),
    path("rumah-tangga/<uuid:pk>/ubah/", editing.HouseholdChange.as_view(), name="household_change"),
    path("rumah-tangga/<uuid:pk>/ubah/<uuid:op>/", editing.HouseholdChange.as_view(), name="household_change"),
    path("rumah-tangga/<uuid:pk>/anggota/", editing.PersonAdd.as_view(), name="person_add"),
    path("rumah-tangga/<uuid:pk>/anggota/<uuid:op>/", editing.PersonAdd.as_view(), name="person_add"),
    path("orang/terdata/", alike.people_known, name="people_known"),
    path("orang/<uuid:pk>/", reading.person_detail, name="person_detail"),
    path("orang/<uuid:pk>/nik/", revealing.nik_reveal, name="nik_reveal"),
    path("rumah-tangga/<uuid:pk>/kk/", revealing.card_reveal, name="card_reveal"),
    path("orang/<uuid:pk>/riwayat/", histories.person_history, name="person_history"),
    path("orang/<uuid:pk>/ubah/", editing.PersonChange.as_view(), name="person_change"),
    path("orang/<uuid:pk>/ubah/<uuid:op>/", editing.PersonChange.as_view(), name="person_change"),
    path("orang/<uuid:pk>/pendidikan-pekerjaan/", profiles.ProfileChange.as_view(), name="profile_change"),
    path("orang/<uuid:pk>/pendidikan-pekerjaan/<uuid:op>/", profiles.ProfileChange.as_view(), name="profile_change"),
    path("orang/<uuid:pk>/perjalanan/", editing.TripAdd.as_view(), name="trip_add"),
    path("orang/<uuid:pk>/perjalanan/<uuid:op>/", editing.TripAdd.as_view(), name="trip_add"),
    path("perjalanan/<uuid:pk>/ubah/", editing.TripChange.as_view(), name="trip_change"),
    path("perjalanan/<uuid:pk>/ubah/<uuid:op>/", editing.TripChange.as_view(), name="trip_change"),
    path("rumah-tangga/<uuid:pk>/kunjungan/", life.HouseholdVerify.as_view(), name="household_verify"),
    path("rumah-tangga/<uuid:pk>/kunjungan/<uuid:op>/", life.HouseholdVerify.as_view(), name="household_verify"),
    path("rumah-tangga/<uuid:pk>/kepala-keluarga/", life.HouseholdHead.as_view(), name="household_head"),
    path("rumah-tangga/<uuid:pk>/kepala-keluarga/<uuid:op>/", life.HouseholdHead.as_view(), name="household_head"),
    path("rumah-tangga/<uuid:pk>/tutup/", life.HouseholdClose.as_view(), name="household_close"),
    path("rumah-tangga/<uuid:pk>/tutup/<uuid:op>/", life.HouseholdClose.as_view(), name="household_close"),
    path(
        "rumah-tangga/<uuid:pk>/tempat-tinggal/", circumstances.HouseholdDwelling.as_view(), name="household_dwelling"
    ),
    path(
        "rumah-tangga/<uuid:pk>/tempat-tinggal/<uuid:op>/",
        circumstances.HouseholdDwelling.as_view(),
        name="household_dwelling",
    ),
    path("rumah-tangga/<uuid:pk>/telepon/", circumstances.HouseholdContact.as_view(), name="household_contact"),
    path(
        "rumah-tangga/<uuid:pk>/telepon/<uuid:op>/", circumstances.HouseholdContact.as_view(), name="household_contact"
    ),
    path("rumah-tangga/<uuid:pk>/bantuan/", circumstances.HouseholdAid.as_view(), name="household_aid"),
    path("rumah-tangga/<uuid:pk>/bantuan/<uuid:op>/", circumstances.HouseholdAid.as_view(), name="household_aid"),
    path("rumah-tangga/<uuid:pk>/penghasilan/", circumstances.HouseholdIncome.as_view(), name="household_income"),
    path(
        "rumah-tangga/<uuid:pk>/penghasilan/<uuid:op>/",
        circumstances.HouseholdIncome.as_view(),
        name="household_income",
    ),
    path("orang/<uuid:pk>/meninggal/", life.PersonDeath.as_view(), name="person_death"),
    path("orang/<uuid:pk>/meninggal/<uuid:op>/", life.PersonDeath.as_view(), name="person_death"),
    path("orang/<uuid:pk>/dicek/", clearing.PersonClear.as_view(), name="person_clear"),
    path("orang/<uuid:pk>/dicek/<uuid:op>/", clearing.PersonClear.as_view(), name="person_clear"),
    path("rumah-tangga/<uuid:pk>/dicek/", clearing.HouseholdClear.as_view(), name="household_clear"),
    path("rumah-tangga/<uuid:pk>/dicek/<uuid:op>/", clearing.HouseholdClear.as_view(), name="household_clear"),
    path("rumah-tangga/<uuid:pk>/persetujuan/", clearing.ConsentAdd.as_view(), name="consent_add"),
    path("rumah-tangga/<uuid:pk>/persetujuan/<uuid:op>/", clearing.ConsentAdd.as_view(), name="consent_add"),
    path("impor/", imports.import_list, name="import_list"),
    path("impor/<uuid:pk>/", imports.import_detail, name="import_detail"),
    path("impor/<uuid:pk>/berkas-dengan-alasan.xlsx", imports.import_return, name="import_return"),
    path("impor/<uuid:pk>/simpan/<uuid:op>/", imports.import_commit, name="import_commit"),
]
