"""A year at the village's post, week by week: whoever does what each week's list says misses nothing."""

import datetime as dt
import random
from dataclasses import dataclass

import pytest
import time_machine

from households.actions import verify_household
from households.models import Household
from infopost.actions import answer_referral, follow_service_up, sign_letter
from infopost.models import Referral, Service
from infopost.service_choices import FollowUp
from monitoring import duties
from tests.factories.desk import ServiceFactory
from tests.factories.files import ReferralFactory
from tests.factories.households import ConsentFactory, TripFactory
from tests.factories.journeys import PlacementFactory, TripDocumentFactory
from tests.factories.letters import LetterFactory
from tests.monitoring.conftest import family, member
from toolkit.dates import PartialDate

FIRST_MONDAY, WEEKS = dt.date(2026, 1, 5), 52
EACH = 4
SIX_MONTHS = 184


@dataclass(frozen=True)
class Task:
    """What must stand in a list: its kind and key, from when it exists, the last Monday that is soon enough."""

    code: str
    key: object
    born: dt.date
    latest: dt.date
    do: object


class Year:
    """Korleko's officer and head, and what the year brings them; every day is drawn with a seed."""

    def __init__(self, officer, head):
        self.officer, self.head, self.tasks = officer, head, []
        self.draw = random.Random(2026)  # noqa: S311 - a year that is the same each time
        for kind in ("passport", "visa", "contract", "insurance"):
            for _ in range(EACH):
                self.paper_that_ends(kind)
        for _ in range(EACH):
            self.contract_that_ends()
            self.family_to_visit()
            self.referral()
            self.letter()
            self.promise()

    def day(self, first: dt.date, last: dt.date) -> dt.date:
        return first + dt.timedelta(days=self.draw.randrange((last - first).days))

    def person(self, name: str, registered: dt.date = FIRST_MONDAY):
        household = family(self.officer, registered.isoformat())
        ConsentFactory(household=household)
        return member(household, name, relation="head")

    def abroad(self, name: str):
        return TripFactory(person=self.person(name), departed_on=dt.date(2025, 6, 1))

    def paper_that_ends(self, kind):
        ends = self.day(dt.date(2026, 4, 1), dt.date(2026, 12, 20))
        row = TripDocumentFactory(
            trip=self.abroad(kind), kind=kind, state="held", expires_on=ends, expires_precision="day"
        )
        again = ends + dt.timedelta(days=800)
        self.add("dokumen-habis", row.trip_id, FIRST_MONDAY, ends - dt.timedelta(days=60),
                 lambda today: type(row).objects.filter(pk=row.pk).update(expires_on=again))  # fmt: skip

    def contract_that_ends(self):
        ends = self.day(dt.date(2026, 4, 1), dt.date(2026, 12, 20))
        row = PlacementFactory(
            trip=self.abroad("Kontrak"), contract_until_on=ends, contract_until_precision="day", work_known_at=None
        )
        again = ends + dt.timedelta(days=800)
        self.add("kontrak-hampir-selesai", row.trip_id, FIRST_MONDAY, ends - dt.timedelta(days=60),
                 lambda today: type(row).objects.filter(pk=row.pk).update(contract_until_on=again))  # fmt: skip

    def family_to_visit(self):
        registered = self.day(dt.date(2025, 8, 1), dt.date(2026, 5, 1))
        household = self.person("Kunjungan", registered).household

        def visit(today):
            version = Household.objects.get(pk=household.pk).version
            verify_household(by=self.officer, household_id=household.pk, version=version, visited_on=today)

        latest = registered + dt.timedelta(days=SIX_MONTHS)
        self.add("perlu-pemutakhiran", household.pk, registered, latest, visit)

    def referral(self):
        made = self.day(FIRST_MONDAY, dt.date(2026, 12, 10))
        trip = TripFactory(person=self.person("Calon"), prospective_on=FIRST_MONDAY)
        row = ReferralFactory(trip=trip, referred_on=made)

        def answer(today):
            version = Referral.objects.get(pk=row.pk).version
            answer_referral(by=self.officer, referral_id=row.pk, version=version, answer="accepted",
                            answered=PartialDate(today, "day"))  # fmt: skip

        self.add("rujukan-tanpa-jawaban", row.pk, made, made + dt.timedelta(days=7), answer)

    def letter(self):
        prepared = self.day(FIRST_MONDAY, dt.date(2026, 12, 20))
        row = LetterFactory(person=self.person("Surat"), prepared_on=prepared)

        def sign(today):
            sign_letter(by=self.head, letter_id=row.pk, version=row.version, today=today)

        self.add("surat-menunggu", row.pk, prepared, prepared + dt.timedelta(days=7), sign)

    def promise(self):
        day = self.day(FIRST_MONDAY, dt.date(2026, 12, 20))
        row = ServiceFactory(
            village=self.officer.region, noted_by=self.officer, person=self.person("Janji"), sex="",
            happened_on=day - dt.timedelta(days=9), follow_up="waiting", follow_up_on=day,
        )  # fmt: skip

        def keep(today):
            version = Service.objects.get(pk=row.pk).version
            follow_service_up(by=self.officer, service_id=row.pk, version=version, outcome=FollowUp.DONE)

        self.add("janji-layanan", row.pk, day - dt.timedelta(days=9), day, keep)

    def add(self, code, key, born, latest, do):
        self.tasks.append(Task(code, key, born, max(latest, FIRST_MONDAY), do))


def listed(officer, until: dt.date) -> set:
    """Kind and key of every record that the week's list is made of."""
    return {(duty.code, row.pk) for duty in duties.DUTIES for row in duty.rows(officer, until)}


@pytest.fixture
def year(sari, mahdi):
    with time_machine.travel(dt.datetime.combine(FIRST_MONDAY, dt.time(1), dt.UTC), tick=False):
        yield Year(sari, mahdi)


def test_whoever_does_each_weeks_list_misses_nothing(sari, year):
    seen, stayed = {}, []
    open_tasks = {(task.code, task.key): task for task in year.tasks}
    for week in range(WEEKS):
        monday = FIRST_MONDAY + dt.timedelta(weeks=week)
        until = monday + dt.timedelta(days=7)
        with time_machine.travel(dt.datetime.combine(monday, dt.time(1), dt.UTC), tick=False):
            due = [open_tasks.pop(one) for one in listed(sari, until) & open_tasks.keys()]
            for task in due:
                seen[task] = monday
                task.do(monday)
            stayed += [task for task in due if (task.code, task.key) in listed(sari, until)] if due else []

    assert [task for task in year.tasks if task not in seen] == []
    assert [(task.code, seen[task], task.latest) for task in year.tasks if seen[task] > task.latest] == []
    assert stayed == []


def test_list_of_the_week_has_a_line_for_everything_in_it(sari, year):
    until = dt.date(2026, 7, 6)
    found = duties.coming(sari, dt.date(2026, 6, 29), until=until, most=1000)

    assert sum(len(waiting.lines) for waiting in found) == len(listed(sari, until)) > EACH
