from django.apps import AppConfig

from toolkit import beside


class InfopostConfig(AppConfig):
    name = "infopost"
    verbose_name = "Pos informasi migrasi"

    def ready(self):
        """Offer the post's page of somebody beside the registry's, which does not know this room."""
        beside.add("person", beside.Way("Layanan pos untuk orang ini", "home", "infopost:person_desk"))
