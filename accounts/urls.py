"""Doors of the accounts."""

from django.urls import path

from accounts.views import sessions

app_name = "accounts"
urlpatterns = [
    path("masuk/", sessions.sign_in, name="login"),
    path("keluar/", sessions.sign_out, name="logout"),
    path("sesi/", sessions.alive, name="session_alive"),
    path("sandi/", sessions.password_change, name="password_change"),
]
