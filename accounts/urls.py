"""Doors of the accounts."""

from django.urls import path

from accounts.views import accounts, audit, regions, sessions

app_name = "accounts"
urlpatterns = [
    path("masuk/", sessions.sign_in, name="login"),
    path("keluar/", sessions.sign_out, name="logout"),
    path("sesi/", sessions.alive, name="session_alive"),
    path("sandi/", sessions.password_change, name="password_change"),
    path("akun/", accounts.account_list, name="account_list"),
    path("akun/baru/", accounts.AccountCreate.as_view(), name="account_create"),
    path("akun/baru/<uuid:op>/", accounts.AccountCreate.as_view(), name="account_create"),
    path("akun/<int:pk>/", accounts.account_detail, name="account_detail"),
    path("akun/<int:pk>/kode/", accounts.code_issue, name="code_issue"),
    path("akun/<int:pk>/nonaktifkan/", accounts.account_disable, name="account_disable"),
    path("akun/<int:pk>/aktifkan/", accounts.account_enable, name="account_enable"),
    path("catatan/", audit.audit_list, name="audit_list"),
    path("wilayah/", regions.region_list, name="region_list"),
    path("wilayah/cari/", regions.region_search, name="region_search"),
    path("wilayah/<str:code>/", regions.region_detail, name="region_detail"),
    path("wilayah/<str:code>/program/baru/", regions.MembershipCreate.as_view(), name="membership_create"),
    path("wilayah/<str:code>/program/baru/<uuid:op>/", regions.MembershipCreate.as_view(), name="membership_create"),
    path("wilayah/program/<uuid:pk>/ubah/", regions.MembershipChange.as_view(), name="membership_change"),
    path("wilayah/program/<uuid:pk>/ubah/<uuid:op>/", regions.MembershipChange.as_view(), name="membership_change"),
]
