"""What is measured: the pages that officers and coordinators open and send all day, in the largest places there are."""

import csv
import io
import secrets
from functools import partial

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import Count
from django.urls import reverse

from accounts import audit
from accounts.models import User
from accounts.roles import OFFICES, Role, Verb
from desmigratif.bench.forms import posted
from desmigratif.bench.measuring import REPEATS, WARM, client_of, measured
from desmigratif.demo.bulk.places import REFERENCE
from households.models import Household, ImportBatch, Person, Trip
from monitoring.models import VillageSummary
from toolkit.keyset import PAGE_SIZE

LIST, SEARCH = "households:household_list", "households:household_search"
NAME_PART, RARE_NAME = "siti", "zainuddin idris"
IMPORTED_ROWS = 5000


def people() -> dict[str, User]:
    """Officers of the reference village and of the largest, and the coordinator of the largest kabupaten."""
    families = dict(Household.objects.order_by().values_list("village_id").annotate(Count("pk")))
    regencies = {}
    for village, count in families.items():
        regencies[village[:4]] = regencies.get(village[:4], 0) + count
    largest, regency = max(families, key=families.get), max(regencies, key=regencies.get)
    return {
        "officer": User.objects.get(region_id=REFERENCE, role=Role.VILLAGE_OFFICER),
        "largest": User.objects.get(region_id=largest, role=Role.VILLAGE_OFFICER),
        "coordinator": User.objects.get(region_id=regency),
    }


def measure(who: str, user: User, say) -> dict[str, dict]:
    """Every page of this user by name."""
    client, found = client_of(user), {}
    families, persons = Household.objects.visible_to(user), Person.objects.visible_to(user)
    last = families.order_by("-village_id", "-sort_name", "-pk")[PAGE_SIZE - 1]
    person = persons.exclude(nik=None).filter(died_on=None).order_by("pk")[PAGE_SIZE]
    pages = {
        "home": reverse("home"),
        "list, first page": reverse(LIST),
        "list, last page": f"{reverse(LIST)}?sesudah={last.pk}",
        "search by name part": _searched(client, NAME_PART),
        "search by rare name": _searched(client, RARE_NAME),
        "list, by status": f"{reverse(LIST)}?status=active",
        "list, by country": f"{reverse(LIST)}?country=BN",
        "household, again": person.household.get_absolute_url(),
        "person": person.get_absolute_url(),
        "history": reverse("households:household_history", args=[person.household_id]),
    }
    for name, address in pages.items():
        found[name] = measured(lambda address=address: lambda: client.get(address))
        say(f"{who}: {name}", found[name])
    listed_first = families.order_by("village_id")[0].village_id
    found["list, after an act"] = measured(lambda: _opened_after_an_act(client, reverse(LIST), listed_first))
    say(f"{who}: list, after an act", found["list, after an act"])
    each = iter([family.get_absolute_url() for family in families.order_by("pk")[: REPEATS + WARM + 1]])
    found["household"] = measured(lambda: _opened(client, next(each)))
    say(f"{who}: household", found["household"])
    number = {"words": person.nik}
    found["search by NIK"] = measured(lambda: _numbered(user, client, number))
    say(f"{who}: search by NIK", found["search by NIK"])
    if user.may(Verb.EDIT_HOUSEHOLDS):
        trip = Trip.objects.editable_by(user).order_by("pk")[PAGE_SIZE]
        found["save household"] = measured(lambda: _change(client, "household_change", person.household_id, "address"))
        found["save journey"] = measured(lambda: _change(client, "trip_change", trip.pk, None))
        for name in ("save household", "save journey"):
            say(f"{who}: {name}", found[name])
    return found


def measure_import(user, say) -> dict[str, dict]:
    """A workbook of 5,000 people that the village does not have yet: looked through, and brought in.

    What is brought in is rolled back at once, or the village would be a larger one with each turn and each run.
    """
    client, found, kept = client_of(user), {}, {}

    def look():
        page = client.get(reverse("households:import_list")).content.decode()
        post = posted(page, reverse("households:import_list"))
        post["file"] = SimpleUploadedFile("warga.csv", _workbook(user.region_id), content_type="text/csv")

        def send():
            kept["answer"] = client.post(reverse("households:import_list"), post)
            return kept["answer"]

        return send

    found["import, looked through"] = measured(look, repeats=5, warm=0)
    say("import, looked through", found["import, looked through"])

    def write():
        look()()
        page = client.get(kept["answer"].headers["Location"]).content.decode()
        (target,) = {line.split('"')[0] for line in page.split('action="') if "/simpan/" in line.split('"')[0]}
        post = posted(page, target)

        def send():
            with transaction.atomic():
                answer = client.post(target, post)
                transaction.set_rollback(True)
            return answer

        return send

    found["import, brought in"] = measured(write, repeats=5, warm=0)
    say("import, brought in", found["import, brought in"])
    return found


def measure_reports(say) -> dict[str, dict]:
    """Reports of a village, a kabupaten and the country: counted anew, from kept numbers, and after one save.

    The country is counted anew once: at a million families that takes more than a minute.
    """
    monitor = User.objects.filter(
        region=None, role__in=[r for r, office in OFFICES.items() if Verb.COUNT in office.verbs]
    )
    client, found, who = client_of(monitor.get()), {}, people()
    # What an earlier measuring kept.
    VillageSummary.objects.all().delete()
    officer = client_of(who["largest"])
    for name, code, repeats in (
        ("village", who["largest"].region_id, 5),
        ("kabupaten", who["coordinator"].region_id, 5),
        ("nation", "indonesia", 1),
    ):
        address = f"{reverse('monitoring:report_households')}?wilayah={code}"
        anew = partial(_forgotten, client, address, "" if name == "nation" else code)
        found[f"report of the {name}, first"] = measured(anew, repeats=repeats, warm=0)
        say(f"report of the {name}, first", found[f"report of the {name}, first"])
        found[f"report of the {name}"] = measured(lambda a=address: lambda: client.get(a), repeats=5, warm=1)
        say(f"report of the {name}", found[f"report of the {name}"])

    def after_a_save():
        family = Household.objects.editable_by(who["largest"]).order_by("pk")[PAGE_SIZE]
        _change(officer, "household_change", family.pk, "address")()
        return lambda: client.get(address)

    found["report of the nation, after a save"] = measured(after_a_save, repeats=5, warm=0)
    say("report of the nation, after a save", found["report of the nation, after a save"])
    return found


def measure_admin(say) -> dict[str, dict]:
    """The admin's lists of the registry's largest tables, for the coordinator."""
    client, found = client_of(people()["coordinator"]), {}
    for model in (Household, Person, Trip):
        address, name = reverse(f"admin:households_{model._meta.model_name}_changelist"), model._meta.model_name
        found[f"admin list, {name}"] = measured(lambda address=address: lambda: client.get(address), repeats=5)
        say(f"admin list, {name}", found[f"admin list, {name}"])
    return found


def _opened(client, address):
    return lambda: client.get(address)


def _forgotten(client, address, code):
    """A report of whose numbers none are kept."""
    VillageSummary.objects.filter(village__code__startswith=code).delete()
    return lambda: client.get(address)


def _opened_after_an_act(client, address, village):
    """A page after somebody has written in the village: what its lines said is no longer remembered."""
    audit.concern(village)
    return lambda: client.get(address)


def _searched(client, words) -> str:
    """The list of what was searched; the words themselves stand in no address."""
    return client.post(reverse(SEARCH), {"words": words}).headers["Location"]


def _numbered(user, client, number):
    from accounts.models import TokenBucket

    # The throttle of number searches is not what is measured.
    TokenBucket.objects.all().delete()
    return lambda: client.post(reverse(SEARCH), number)


def _change(client, name, key, column):
    """A form as it is served, sent with something changed."""
    page = client.get(reverse(f"households:{name}", args=[key]), follow=True)
    address = page.redirect_chain[-1][0]
    post = posted(page.content.decode(), address)
    if column:
        post[column] = f"Jalan {secrets.token_hex(4)}"
    return lambda: client.post(address, post)


def _workbook(village: str) -> bytes:
    """People that the village does not have yet, however often this was measured before."""
    turn = 10 + ImportBatch.objects.filter(village_id=village).count() % 89
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(["nama", "no_kk", "nik", "sex", "tanggallahir", "kk_level", "status_dasar", "dusun", "rt", "rw"])
    for place in range(IMPORTED_ROWS):
        family, member = divmod(place, 4)
        card = f"{village[:4]}{turn}0101{20 + family // 1250:02}{family % 9999:04}"
        nik = f"{village[:4]}{turn}{1 + place % 28:02}{1 + member:02}{60 + place % 30:02}{place // 2 % 9999 + 1:04}"
        born = f"19{60 + place % 30}-{1 + member:02}-{1 + place % 28:02}"
        name, relation = f"Warga Impor {turn} {place}", "1" if member == 0 else "4"
        writer.writerow([name, card, nik, "1", born, relation, "1", "Krajan", "001", "002"])
    return sheet.getvalue().encode()
