from django.apps import AppConfig


class InfopostConfig(AppConfig):
    name = "infopost"
    verbose_name = "Pos informasi migrasi"
