"""Doors of the monitoring room; the home page's door stands in the roof."""

from django.urls import path

from monitoring.views import lists, reports, stories, waiting

app_name = "monitoring"
urlpatterns = [
    path("laporan/rumah-tangga/", reports.report_households, name="report_households"),
    path("laporan/rumah-tangga.pdf", reports.report_households_pdf, name="report_households_pdf"),
    path("laporan/rumah-tangga.xlsx", reports.report_households_xlsx, name="report_households_xlsx"),
    path("rumah-tangga/<uuid:pk>/kartu.pdf", stories.household_print, name="household_print"),
    path("orang/<uuid:pk>/ringkasan.pdf", stories.person_print, name="person_print"),
    path("menunggu/", waiting.duty_list, name="duty_list"),
    path("menunggu/minggu/", waiting.duty_week, name="duty_week"),
    path("menunggu/cetak/", waiting.duty_walk, name="duty_walk"),
    path("laporan/daftar/", lists.indicator_list, name="indicator_list"),
]
