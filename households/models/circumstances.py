"""How a family lives."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.living import (
    SECTIONS,
    Dwelling,
    IncomeBand,
    IncomeSource,
    MayCall,
    NeedsAnswer,
    PhoneAnswer,
    RemittanceShare,
    Section,
    WhatsappAnswer,
    YesNo,
)
from toolkit.ids import new_id


def _told_on():
    return models.DateField("ditanyakan pada", null=True, blank=True)


def _known_at():
    return models.DateTimeField("dicatat pada", null=True, blank=True)


def _version():
    return models.PositiveIntegerField("versi", default=0)


def _answer(name, choices):
    return models.CharField(name, max_length=8, choices=choices, blank=True)


class Circumstances(models.Model):
    """A family's dwelling, telephone, social aid, income and needs: the answers that hold now, section by section.

    Each section has the day on which the family answered, the time at which that became known, and a version of its
    own. Whoever has not been asked yet has no row, or a section without a day.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.OneToOneField("households.Household", models.PROTECT, related_name="circumstances")

    dwelling = _answer("tempat tinggal", Dwelling)
    # Shown to whoever has Verb.LOCATE, and nowhere else.
    latitude = models.DecimalField("lintang", max_digits=7, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField("bujur", max_digits=8, decimal_places=5, null=True, blank=True)
    dwelling_told_on, dwelling_known_at = _told_on(), _known_at()
    dwelling_version = _version()

    phone_answer = _answer("telepon", PhoneAnswer)
    # E.164; numbers abroad too.
    phone = models.CharField("nomor telepon", max_length=16, blank=True)
    whatsapp_answer = _answer("pemakaian WhatsApp", WhatsappAnswer)
    whatsapp = models.CharField("nomor WhatsApp", max_length=16, blank=True)
    may_call = _answer("boleh ditelepon", MayCall)
    may_call_name = models.CharField("nama yang boleh ditelepon", max_length=120, blank=True)
    contact_told_on, contact_known_at = _told_on(), _known_at()
    contact_version = _version()

    aid_registered = _answer("terdata di DTSEN", YesNo)
    aid_pkh = _answer("PKH", YesNo)
    aid_bpnt = _answer("BPNT", YesNo)
    aid_pip = _answer("PIP", YesNo)
    aid_kis = _answer("KIS-PBI", YesNo)
    aid_told_on, aid_known_at = _told_on(), _known_at()
    aid_version = _version()

    income_source = _answer("sumber penghasilan utama", IncomeSource)
    income_band = _answer("penghasilan sebulan", IncomeBand)
    remittance_share = _answer("bagian dari kiriman", RemittanceShare)
    income_told_on, income_known_at = _told_on(), _known_at()
    income_version = _version()

    # The needs themselves are rows of Need; this says that the family was asked, and what it said without any.
    needs_answer = _answer("kebutuhan keluarga", NeedsAnswer)
    needs_told_on, needs_known_at = _told_on(), _known_at()
    needs_version = _version()

    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    scope_path = "household__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "keadaan rumah tangga"
        verbose_name_plural = "keadaan rumah tangga"
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="households_circumstances_whole_point",
                violation_error_message="Isi lintang dan bujur, atau kosongkan keduanya.",
            ),
            models.CheckConstraint(
                condition=Q(phone="", phone_answer__in=["", PhoneAnswer.NONE, PhoneAnswer.REFUSED, PhoneAnswer.UNKNOWN])
                | (~Q(phone="") & Q(phone_answer=PhoneAnswer.NUMBER)),
                name="households_circumstances_phone_answered",
                violation_error_message="Isi nomor teleponnya, atau pilih mengapa tidak ada.",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{section}_told_on__isnull": True, f"{section}_known_at__isnull": True})
                    | Q(**{f"{section}_told_on__isnull": False, f"{section}_known_at__isnull": False}),
                    name=f"households_circumstances_{section}_two_dates",
                )
                for section in ("dwelling", "contact", "aid", "income", "needs")
            ),
        ]

    def __str__(self):
        return f"keadaan rumah tangga {self.pk}"

    def get_absolute_url(self):
        """How a family lives is read on its page."""
        return self.household.get_absolute_url()

    @classmethod
    def of(cls, household) -> "Circumstances":
        """What is known of the family, or a blank sheet that is not saved; joined to the family beforehand."""
        try:
            return household.circumstances
        except cls.DoesNotExist:
            return cls(household=household)

    def version_of(self, section: Section) -> int:
        """How often the section was answered."""
        return getattr(self, section.version)

    def is_asked(self, section: Section) -> bool:
        """Whether the family has answered the section."""
        return getattr(self, section.told_on) is not None

    def unasked_after(self, section: Section) -> Section | None:
        """The next section, in the order of asking, that the family has not answered."""
        following = list(SECTIONS.values())[section.place :]
        return next((later for later in following if not self.is_asked(later)), None)
