from django.apps import AppConfig

from toolkit import beside


class InfopostConfig(AppConfig):
    name = "infopost"
    verbose_name = "Pos informasi migrasi"

    def ready(self):
        """Offer the post's page of somebody beside the registry's, which does not know this room."""
        beside.add("person", beside.Way("Layanan pos untuk orang ini", "home", "infopost:person_desk"))
        _tell_in_histories()
        _listen()


def _listen() -> None:
    """The registry's page and the file note the same departure; what was missing is kept for both.

    And the registry asks the facts how a country stood.
    """
    from households.signals import closing_asked, departure_noted
    from infopost.actions.leaving import keep_gaps
    from infopost.closings import was_closed

    closing_asked.connect(was_closed, dispatch_uid="infopost.was_closed")
    departure_noted.connect(keep_gaps, dispatch_uid="infopost.keep_gaps")


def _tell_in_histories() -> None:
    """Who opened or changed what the desk keeps of somebody stands in his history too."""
    from households.views.histories import tell_of
    from infopost import models

    tell_of(models.Service, "layanan pos untuk {name}", member="person")
    tell_of(models.Letter, "surat desa tentang {name}", member="person")
    tell_of(models.FamilyCall, "kabar keluarga {name}", member="trip__person")
    tell_of(models.ReturnTalk, "percakapan pulang {name}", member="trip__person")
    tell_of(models.ReturnTask, "tawaran desa untuk {name}", member="trip__person")
    tell_of(models.WritingConsent, "izin ditulisi keluarga ini", family="household")
    tell_of(models.Message, "pesan untuk keluarga ini", family="household")
