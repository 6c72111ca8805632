"""Who may do what at every address: the matrix that an auditor reads. A URL name that is not here fails the tests."""

from households.models import MoveOffer
from tests.factories.households import HomecomingFactory, HouseholdFactory
from tests.factories.stays import MoveOfferFactory
from tests.walk import admin
from tests.walk.addresses import Rule
from tests.walk.files import RULES_OF_FILES
from tests.walk.info import PUBLIC_OF_INFO, RULES_OF_INFO
from tests.walk.offices import (
    ADMINISTRATOR,
    COORDINATOR,
    COUNTS,
    EVERYBODY,
    KEEPERS,
    NAMES,
    NOBODY,
    OFFICER,
)

# Pages that are there for people without an account.
PUBLIC = {
    *("accounts:login", "accounts:logout", "about", "health"),
    *PUBLIC_OF_INFO,
}


def household(place):
    """The key of the place's family."""
    return place.household.pk


def person(place):
    """The key of the head of the place's family."""
    return place.head.pk


def child(place):
    """The key of the child of the place's family."""
    return place.child.pk


def caregiver(place):
    """The key of whoever looks after the child: a neighbour."""
    return place.child.caregivers.get().pk

    """The key of the head's child, who has never been abroad."""
    return place.child.pk


def trip(place):
    """The key of the head's journey."""
    return place.trip.pk


def homecoming(place):
    """The key of a journey that the child came home from; made here, so that the place has one journey elsewhere."""
    ended = place.child.trips.first()
    return ended.pk if ended else HomecomingFactory(trip__person=place.child, skills=place.mark).trip_id


def need(place):
    """The key of what the family needs."""
    return place.need.pk


def remittance(place):
    """The key of a note about money sent to the place's family."""
    return place.remittance.pk


def batch(place):
    """The key of the workbook that the place's officer uploaded."""
    return place.batch.pk


def offer(place):
    """The key of the family that another village offers to the place."""
    waiting = MoveOffer.objects.filter(to_village=place.village).first()
    return (waiting or MoveOfferFactory(to_village=place.village)).pk


def mover(place):
    """The key of the family's head, in a village that has another family to go to."""
    HouseholdFactory(village=place.village, created_by=place.officer)
    return place.head.pk


def officer(place):
    """The key of the place's officer."""
    return place.officer.pk


def membership(place):
    """The key of the place's part in the programme."""
    return place.membership.pk


def region(place):
    """A list narrowed to the place."""
    return {"wilayah": place.village.code}


def families_to_visit(place):
    """The families of the place that wait for a visit."""
    return {"wilayah": place.village.code, "daftar": "perlu-pemutakhiran"}


def all_families(place):
    """The list behind the number of families at the place."""
    return {"wilayah": place.village.code, "indikator": "G1.1"}


RULES = {
    "about": Rule(),
    "health": Rule(),
    # Whoever is signed in already is led on, and nothing is written.
    "accounts:login": Rule(writes_silently=True),
    "accounts:logout": Rule(NOBODY, EVERYBODY),
    # A sign of life is no act.
    "accounts:session_alive": Rule(NOBODY, EVERYBODY, writes_silently=True),
    "accounts:password_change": Rule(EVERYBODY, EVERYBODY),
    # A posted search stays on the page, so that no name stands in an address.
    "accounts:account_list": Rule(KEEPERS, KEEPERS),
    "accounts:account_create": Rule(KEEPERS, KEEPERS),
    "accounts:account_detail": Rule(KEEPERS, pk=officer),
    "accounts:code_issue": Rule(NOBODY, KEEPERS, pk=officer),
    "accounts:account_disable": Rule(NOBODY, KEEPERS, pk=officer),
    # The officers of the test world are active already, and stay so without a new line.
    "accounts:account_enable": Rule(NOBODY, KEEPERS, pk=officer, writes_silently=True),
    "accounts:audit_list": Rule(COORDINATOR),
    "accounts:region_list": Rule(ADMINISTRATOR),
    "accounts:region_search": Rule(EVERYBODY),
    "accounts:region_detail": Rule(ADMINISTRATOR),
    "accounts:membership_create": Rule(ADMINISTRATOR, ADMINISTRATOR),
    "accounts:membership_change": Rule(ADMINISTRATOR, ADMINISTRATOR, pk=membership),
    "home": Rule(EVERYBODY),
    **RULES_OF_INFO,
    **RULES_OF_FILES,
    "monitoring:report_households": Rule(COUNTS, reads=True, query=region, query_is_place=True),
    # A PDF takes a second: only the methods that can differ.
    "monitoring:report_households_pdf": Rule(
        COUNTS, reads=True, query=region, query_is_place=True, methods=("get", "post", "options")
    ),
    "monitoring:report_households_xlsx": Rule(COUNTS, reads=True, query=region, query_is_place=True),
    # A PDF takes a second: only the methods that can differ.
    "monitoring:household_print": Rule(
        NAMES, pk=household, reads=True, shows_mark=True, methods=("get", "post", "options")
    ),
    "monitoring:person_print": Rule(NAMES, pk=person, reads=True, shows_mark=True, methods=("get", "post", "options")),
    "monitoring:duty_list": Rule(NAMES, reads=True, query=families_to_visit, query_is_place=True),
    "monitoring:duty_week": Rule(NAMES, reads=True, query=region, query_is_place=True),
    "monitoring:duty_walk": Rule(NAMES, reads=True, query=families_to_visit, query_is_place=True),
    "monitoring:indicator_list": Rule(NAMES, reads=True, shows_mark=True, query=all_families, query_is_place=True),
    "households:import_list": Rule(OFFICER, OFFICER, shows_mark=True),
    "households:import_detail": Rule(OFFICER, pk=batch, reads=True, shows_mark=True),
    "households:import_return": Rule(OFFICER, pk=batch, reads=True),
    # An empty answer writes nothing and leads back to the plan.
    "households:import_commit": Rule(OFFICER, OFFICER, pk=batch, writes_silently=True),
    "households:household_list": Rule(NAMES, reads=True, shows_mark=True, query=region),
    # Searching changes nothing; a search for a number, and the list that follows, have their own lines.
    "households:household_search": Rule(NOBODY, NAMES, writes_silently=True),
    # The page says how many; the file is made by a post that says what for.
    "households:household_export": Rule(NAMES, NAMES),
    "households:import_template": Rule(OFFICER),
    "households:household_register": Rule(OFFICER, OFFICER),
    "households:household_detail": Rule(NAMES, pk=household, reads=True, shows_mark=True),
    "households:household_history": Rule(NAMES, pk=household, reads=True, shows_mark=True),
    "households:household_change": Rule(OFFICER, OFFICER, pk=household),
    "households:household_verify": Rule(OFFICER, OFFICER, pk=household),
    "households:household_head": Rule(OFFICER, OFFICER, pk=household),
    "households:household_close": Rule(OFFICER, OFFICER, pk=household),
    "households:household_dwelling": Rule(OFFICER, OFFICER, pk=household),
    "households:household_contact": Rule(OFFICER, OFFICER, pk=household),
    "households:household_aid": Rule(OFFICER, OFFICER, pk=household),
    "households:household_income": Rule(OFFICER, OFFICER, pk=household),
    "households:household_needs": Rule(OFFICER, OFFICER, pk=household),
    "households:household_remittances": Rule(NAMES, pk=household, reads=True, shows_mark=True),
    "households:remittance_add": Rule(OFFICER, OFFICER, pk=household),
    "households:remittance_change": Rule(OFFICER, OFFICER, pk=remittance),
    "households:need_change": Rule(OFFICER, OFFICER, pk=need),
    "households:person_add": Rule(OFFICER, OFFICER, pk=household),
    "households:nik_reveal": Rule(NAMES, NAMES, pk=person, reads=True, shows_mark=True),
    "households:card_reveal": Rule(NAMES, NAMES, pk=household, reads=True),
    "households:people_known": Rule(OFFICER, reads=True, shows_mark=True),
    "households:person_detail": Rule(NAMES, pk=person, reads=True, shows_mark=True),
    "households:person_history": Rule(NAMES, pk=person, reads=True, shows_mark=True),
    "households:person_change": Rule(OFFICER, OFFICER, pk=person),
    "households:household_move": Rule(OFFICER, OFFICER, pk=household),
    "households:household_split": Rule(OFFICER, OFFICER, pk=household),
    "households:move_list": Rule(OFFICER, reads=True),
    # Offered to the place by a village that is no place of the walk.
    "households:move_answer": Rule(OFFICER, OFFICER, pk=offer, reads=True),
    "households:person_born": Rule(OFFICER, OFFICER, pk=household),
    "households:person_marry": Rule(OFFICER, OFFICER, pk=household),
    "households:person_joined": Rule(OFFICER, OFFICER, pk=person),
    "households:person_leave": Rule(OFFICER, OFFICER, pk=person),
    "households:person_move": Rule(OFFICER, OFFICER, pk=mover),
    "households:person_death": Rule(OFFICER, OFFICER, pk=person),
    "households:profile_change": Rule(OFFICER, OFFICER, pk=person),
    "households:person_clear": Rule(OFFICER, OFFICER, pk=person),
    "households:household_clear": Rule(OFFICER, OFFICER, pk=household),
    "households:consent_add": Rule(OFFICER, OFFICER, pk=household),
    "households:child_change": Rule(OFFICER, OFFICER, pk=child),
    "households:caregiver_add": Rule(OFFICER, OFFICER, pk=child),
    "households:caregiver_end": Rule(OFFICER, OFFICER, pk=caregiver),
    "households:homecoming_change": Rule(OFFICER, OFFICER, pk=homecoming),
    "households:trip_detail": Rule(NAMES, pk=trip, reads=True, shows_mark=True),
    "households:trip_way": Rule(OFFICER, OFFICER, pk=trip),
    "households:trip_work": Rule(OFFICER, OFFICER, pk=trip),
    "households:trip_money": Rule(OFFICER, OFFICER, pk=trip),
    "households:trip_contact": Rule(OFFICER, OFFICER, pk=trip),
    "households:trip_documents": Rule(OFFICER, OFFICER, pk=trip),
    "households:trip_decide": Rule(OFFICER, OFFICER, pk=trip),
    "households:trip_depart": Rule(OFFICER, OFFICER, pk=trip),
    "households:trip_return": Rule(OFFICER, OFFICER, pk=trip),
    "households:trip_cancel": Rule(OFFICER, OFFICER, pk=trip),
    "households:trip_extend": Rule(OFFICER, OFFICER, pk=trip),
    "households:trip_lost": Rule(OFFICER, OFFICER, pk=trip),
    "households:trip_heard": Rule(OFFICER, OFFICER, pk=trip),
    "households:trip_again": Rule(OFFICER, OFFICER, pk=child),
    "households:trip_add": Rule(OFFICER, OFFICER, pk=person),
    "households:trip_change": Rule(OFFICER, OFFICER, pk=trip),
    **admin.rules(),
}
