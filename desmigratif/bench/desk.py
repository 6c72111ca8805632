"""What is measured of a busy desk: the officer with 5,000 services and 5,000 letters a year, and the head who signs."""

from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from accounts.models import TokenBucket, User
from accounts.roles import Role
from desmigratif.bench.forms import posted
from desmigratif.bench.measuring import client_of, measured
from desmigratif.bench.pages import NAME_PART, people
from households.models import Person
from infopost.files.waiting import candidates
from infopost.homecomers import home_on
from infopost.models import Letter, Service
from toolkit.keyset import PAGE_SIZE

SERVICES, LETTERS = "infopost:service_list", "infopost:letter_list"
VISIT = {"topic": "documents", "given": "form", "way": "came", "minutes": "10", "sex": "P", "who": ""}


def measure_desk(say) -> dict[str, dict]:
    """Every page of the desk by name."""
    officer = people()["officer"]
    head = User.objects.get(region_id=officer.region_id, role=Role.VILLAGE_HEAD)
    desk, found = _Desk(officer, head), {}
    for name, address in desk.pages().items():
        found[name] = measured(lambda address=address: lambda: desk.client.get(address))
        say(name, found[name])
    for name, act in desk.acts().items():
        found[name] = measured(act)
        say(name, found[name])
    return found


class _Desk:
    """The officer's and the head's browsers, and the rows whose pages they open."""

    def __init__(self, officer, head):
        self.officer, self.client, self.head = officer, client_of(officer), client_of(head)
        day = timezone.localdate()
        self.candidate = candidates(officer, day).order_by("-changed_at", "-pk")[PAGE_SIZE]
        self.home = home_on(officer, day).order_by("-returned_on", "-pk")[0]
        served = Person.objects.visible_to(officer).members_on(day).annotate(times=Count("services"))
        self.known = served.order_by("-times", "pk")[0]
        letters = Letter.objects.visible_to(officer)
        self.asks = letters.filter(kind="marital", person__died_on=None).exclude(number="").order_by("pk")[0].person
        self.signed = letters.filter(state="signed").order_by("pk")[PAGE_SIZE]
        self.oldest_letter = letters.order_by("pk")[PAGE_SIZE]
        self.oldest = Service.objects.visible_to(officer).order_by("happened_on", "pk")[PAGE_SIZE]

    def pages(self) -> dict[str, str]:
        """Pages that are opened."""
        return {
            "post's first page": reverse("infopost:desk_home"),
            "register, this month": reverse(SERVICES),
            "register, first page": _list(SERVICES, bulan=""),
            "register, last page": _list(SERVICES, bulan="", sesudah=self.oldest.pk),
            "register, by topic": _list(SERVICES, bulan="", keperluan="documents"),
            "register, by way": _list(SERVICES, bulan="", cara="phone"),
            "somebody at the post": reverse("infopost:person_desk", args=[self.known.pk]),
            "candidates": reverse("infopost:file_list"),
            "candidate's file": reverse("infopost:file_detail", args=[self.candidate.pk]),
            "letters, first page": reverse(LETTERS),
            "letters, last page": _list(LETTERS, sesudah=self.oldest_letter.pk),
            "letters, by state": _list(LETTERS, keadaan="refused"),
            "letters, by kind and year": _list(LETTERS, jenis="return", tahun=self.signed.year),
            "letters, by number": _list(LETTERS, nomor=self.signed.number),
            "letter": self.signed.get_absolute_url(),
            "home-comers": reverse("infopost:return_list"),
            "home-comer": reverse("infopost:return_detail", args=[self.home.pk]),
            "families to call": reverse("infopost:call_list"),
            "families to call, 90 days": _list("infopost:call_list", jeda="90"),
            "messages": reverse("infopost:message_list"),
            "what waits": reverse("monitoring:duty_list"),
            "the week": reverse("monitoring:duty_week"),
            "home, remembered": reverse("home"),
        }

    def acts(self) -> dict:
        """What is sent; each prepares itself, and what it gives back is timed."""
        return {
            "search on the form of a visit": lambda: self._visit(who=NAME_PART, find="1"),
            "save a visit": self._visit,
            "save a visit of somebody known": lambda: self._visit(person=self.known.pk, at=f"?orang={self.known.pk}"),
            "home, after a visit was noted": self._home_after_a_visit,
            "prepare a letter": lambda: self._prepare()[0],
            "head: letters that wait": lambda: lambda: self.head.get(_list(LETTERS, keadaan="waiting")),
            "head: home": lambda: lambda: self.head.get(reverse("home")),
            "head: sign a letter": self._sign,
            "public: check a letter": self._check,
        }

    def _form(self, client, address):
        """A fresh form: where it is sent, and what it holds."""
        page = client.get(address, follow=True)
        target = page.redirect_chain[-1][0].split("?")[0]
        return target, posted(page.content.decode(), target)

    def _visit(self, *, at="", **told):
        target, post = self._form(self.client, reverse("infopost:service_note") + at)
        return lambda: self.client.post(target, post | VISIT | told)

    def _home_after_a_visit(self):
        self._visit()()
        return lambda: self.client.get(reverse("home"))

    def _prepare(self):
        target, post = self._form(self.client, reverse("infopost:letter_marital", args=[self.asks.pk]))
        post["marital"] = Letter.objects.filter(person=self.asks, kind="marital").latest("pk").marital
        return (lambda: self.client.post(target, post)), target

    def _sign(self):
        prepare, target = self._prepare()
        key = prepare().headers["Location"].rstrip("/").split("/")[-1]
        target, post = self._form(self.head, reverse("infopost:letter_sign", args=[key]))
        return lambda: self.head.post(target, post)

    def _check(self):
        # The throttle of one who checks a pile is not what is measured.
        TokenBucket.objects.all().delete()
        address = reverse("infopost:letter_verify", args=[self.signed.token])
        return lambda: self.client.get(address)


def _list(name, **asked) -> str:
    return f"{reverse(name)}?{urlencode(asked)}"
