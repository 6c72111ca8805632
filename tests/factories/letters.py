"""Letters for tests, written straight into the tables; tests of actions use the actions."""

import datetime as dt

import factory
from django.utils import timezone

from infopost.letter_choices import Kinship, LetterKind, LetterState, Refusal
from infopost.models import Letter, LetterBook, Letterhead, LetterPrint, LetterWording
from tests.factories.accounts import UserFactory
from tests.factories.households import PersonFactory
from tests.factories.regions import RegionFactory

BODY = "Nama : {nama}\nNIK : {nik}\n\nmemberi izin. NIK pemberi {nik_pemberi}."


class LetterFactory(factory.django.DjangoModelFactory):
    """A letter of permission that waits for the head since 20 November 2026; `signed=True` has number 1 of the year."""

    class Meta:
        model = Letter

    person = factory.SubFactory(PersonFactory)
    village_id = factory.SelfAttribute("person.village_id")
    kind = LetterKind.FAMILY
    state = LetterState.WAITING
    signer_name = "Ibu Warga"
    signer_nik = "5203174107700001"
    kinship = Kinship.PARENT
    head = "PEMERINTAH KABUPATEN LOMBOK TIMUR\nKANTOR DESA KORLEKO"
    title = "Surat Keterangan Izin Keluarga"
    body = factory.LazyAttribute(lambda letter: BODY.replace("{nama}", letter.person.name))
    nik = factory.LazyAttribute(lambda letter: letter.person.nik or "")
    prepared_on = dt.date(2026, 11, 20)
    prepared_by = factory.SelfAttribute("person.created_by")
    changed_by = factory.SelfAttribute("prepared_by")

    class Params:
        signed = factory.Trait(
            state=LetterState.SIGNED,
            year=2026,
            serial=factory.Sequence(lambda n: n + 1),
            number=factory.LazyAttribute(lambda letter: f"470/{letter.serial:03d}/PMI/XI/2026"),
            token=factory.Sequence(lambda n: f"tanda-periksa-{n:018d}"),
            signed_on=dt.date(2026, 11, 21),
            signed_at=factory.LazyFunction(timezone.now),
            signed_by=factory.SubFactory(UserFactory, head=True, region=factory.SelfAttribute("..person.village")),
        )
        refused = factory.Trait(
            state=LetterState.REFUSED, refusal=Refusal.ABSENT, refused_on=dt.date(2026, 11, 20), body="", head=""
        )


class LetterPrintFactory(factory.django.DjangoModelFactory):
    """A letter was printed by whoever prepared it."""

    class Meta:
        model = LetterPrint

    letter = factory.SubFactory(LetterFactory, signed=True)
    printed_by = factory.SelfAttribute("letter.prepared_by")


class LetterBookFactory(factory.django.DjangoModelFactory):
    """The register of Korleko, numbered as usual."""

    class Meta:
        model = LetterBook

    village = factory.SubFactory(RegionFactory, code="5203172006")
    office_address = "Jalan Raya Korleko 1"
    changed_by = factory.SubFactory(UserFactory, region=factory.SelfAttribute("..village"))


class LetterheadFactory(factory.django.DjangoModelFactory):
    """The letterhead of Kabupaten Lombok Timur."""

    class Meta:
        model = Letterhead

    region = factory.SubFactory(RegionFactory, code="5203")
    lines = "PEMERINTAH {kabupaten}\nKANTOR {desa}"
    changed_by = factory.SubFactory(UserFactory, administrator=True)


class LetterWordingFactory(factory.django.DjangoModelFactory):
    """The words of Kabupaten Lombok Timur for a letter of marital status."""

    class Meta:
        model = LetterWording

    region = factory.SubFactory(RegionFactory, code="5203")
    kind = LetterKind.MARITAL
    title = "Surat Status"
    body = "{nama}, NIK {nik}, {status}."
    changed_by = factory.SubFactory(UserFactory, administrator=True)
