from django.apps import AppConfig

from toolkit import beside


class MonitoringConfig(AppConfig):
    name = "monitoring"
    verbose_name = "Pemantauan"

    def ready(self):
        """Offer a story on paper beside the pages of the registry, which does not know this room."""
        beside.add("household", beside.Way("Kartu keluarga ini (PDF)", "print", "monitoring:household_print"))
        beside.add("person", beside.Way("Ringkasan orang ini (PDF)", "print", "monitoring:person_print"))
