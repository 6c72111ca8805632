"""A picture of each page in each state, at 360 and 1280 px, into `.screenshots/`: `make screenshots`.

The scenes are those that the browser tests walk. They play in a demo world on a database that is thrown away, at a
fixed morning, so that two runs can be laid side by side. Words after the command take only the scenes that hold them.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import time_machine
from playwright.sync_api import sync_playwright

from tools import chromium, demo

ROOT = demo.ROOT
FOLDER = ROOT / ".screenshots"
WIDTHS = (360, 1280)
A4 = 794
PRINTED = {"family", "report, officer", "report, ministry", "account, code"}
EMPTY_VILLAGE = "5203172001"


def build_world():
    """The demo world as it stands on the tests' morning; the people and records that the scenes name."""
    from django.core.management import call_command

    from accounts.models import User
    from accounts.roles import Role
    from tests.browser.moments import MORNING

    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_regions", verbosity=0)
    call_command("load_facts")
    demo.collect_static()
    with Path(os.devnull).open("w") as nowhere:
        call_command("demo", today=MORNING.date(), stdout=nowhere)
    people = {user.username: user for user in User.objects.all()}
    newcomer = User.objects.create(
        username="melati", full_name="Melati Suci", role=Role.VILLAGE_OFFICER, region_id=EMPTY_VILLAGE,
        must_change_password=False,
    )  # fmt: skip
    return SimpleNamespace(newcomer=newcomer, **records_of(people["sari"]), **people)


def records_of(officer) -> dict:
    """A record of the officer's own village for each that a scene names."""
    from households.models import Caregiver, Household, MoveOffer, Need, Person, Remittance, Trip
    from infopost.models import Letter, Referral

    village = officer.region
    trips = Trip.objects.filter(village=village, person__left_on=None, cancelled_on=None).order_by("pk")
    ended = trips.filter(returned_on__isnull=False)[0]
    caregiver = Caregiver.objects.filter(child__village=village, ended_on=None).order_by("pk")[0]
    place = SimpleNamespace(
        head=ended.person, household=ended.person.household, trip=ended, child=caregiver.child, village=village,
        need=Need.objects.filter(household__village=village, met_on=None).order_by("pk")[0],
        remittance=Remittance.objects.filter(household__village=village).order_by("pk")[0],
        membership=village.memberships.first(),
    )  # fmt: skip
    letters = Letter.objects.filter(village=village).order_by("pk")
    return {
        "place": place,
        "letter": letters.filter(state="waiting")[0],
        "signed": letters.filter(state="signed", kind="family")[0],
        "refused": letters.filter(state="refused")[0],
        "ended": ended,
        "desk": desk_of(village),
        "referral": Referral.objects.filter(trip__village=village, answer="", withdrawn_at=None).order_by("pk")[0],
        "away": trips.filter(departed_on__isnull=False, returned_on=None)[0],
        "planned": trips.filter(departed_on=None, returned_on=None)[0],
        "unclear": next(one for one in Person.objects.filter(village=village).order_by("pk") if clearable(one)),
        "content": Household.objects.filter(village=village, needs=None).order_by("pk")[0],
        "caregiver": caregiver,
        "offer": MoveOffer.objects.waiting().filter(to_village=village)[0],
    }


def desk_of(village) -> SimpleNamespace:
    """A row of each kind that the scenes of the desk name."""
    from infopost.models import FamilyCall, Message, ReturnTask, Service

    services = Service.objects.filter(village=village).order_by("-happened_on", "pk")
    return SimpleNamespace(
        service=services.exclude(follow_up="")[0],
        talk=services.filter(men__isnull=False)[0],
        call=FamilyCall.objects.filter(village=village).order_by("-called_on", "pk")[0],
        task=ReturnTask.objects.filter(village=village).order_by("pk")[0],
        message=Message.objects.filter(village=village).order_by("pk")[0],
    )


def clearable(person) -> bool:
    """Whether something looks wrong with the person that may be right as it is."""
    from households.rules.clearing import may_clear

    return any(may_clear(code) for code in person.checks)


def serve():
    """The portal with its packed files, in a thread of this process, which has the fixed clock."""
    from django.test.testcases import LiveServerThread

    thread = LiveServerThread("127.0.0.1", static_handler=lambda handler: handler)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    return f"http://127.0.0.1:{thread.port}"


def cookie_of(user, url):
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


def take(browser, url, scene, world, width):
    """One scene at one width; printed pages once more as they come out of the printer."""
    context = browser.new_context(base_url=url, viewport={"width": width, "height": 900}, locale="id-ID")
    if scene.user:
        context.add_cookies([cookie_of(getattr(world, scene.user), url)])
    page = context.new_page()
    page.goto(scene.open.format(**vars(world)))
    if scene.then:
        scene.then(page)
    name = scene.name.replace(", ", "-").replace(" ", "-")
    # As tall as the page, so that what sticks to the screen's edge stands where it belongs.
    page.set_viewport_size({"width": width, "height": max(900, page.evaluate("document.body.scrollHeight"))})
    page.screenshot(path=FOLDER / f"{name}-{width}.png")
    if width == WIDTHS[-1] and scene.name in PRINTED:
        page.emulate_media(media="print")
        page.set_viewport_size({"width": A4, "height": 1123})
        page.screenshot(path=FOLDER / f"{name}-print.png", full_page=True)
    context.close()


def main(words) -> int:
    path = chromium.find()
    if path is None:
        print("Perlu Chromium. Ketik: sudo apt-get install chromium (atau CHROMIUM=/jalan/ke/chromium)")
        return 1
    os.chdir(ROOT)
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code of ours.
    os.environ |= {"DEBUG": "0", "TLS": "0", "DJANGO_SETTINGS_MODULE": "desmigratif.settings"}
    os.environ |= {"DJANGO_ALLOW_ASYNC_UNSAFE": "1", "ALLOWED_HOSTS": "127.0.0.1,testserver"}
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="desmigratif-screenshots-")
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from tests.browser.moments import MORNING
    from tests.browser.scenes import SCENES

    FOLDER.mkdir(exist_ok=True)
    chosen = [scene for scene in SCENES if not words or any(word in scene.name for word in words)]
    try:
        with time_machine.travel(MORNING, tick=True), sync_playwright() as playwright:
            world, url = build_world(), serve()
            browser = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
            for scene in chosen:
                for width in WIDTHS:
                    take(browser, url, scene, world, width)
            browser.close()
    finally:
        shutil.rmtree(os.environ["DATA_DIR"], ignore_errors=True)
    print(f"{len(chosen)} halaman di {FOLDER.relative_to(ROOT)}/")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
