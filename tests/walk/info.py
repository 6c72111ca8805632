"""The information post's addresses and forms: who may do what there, and how each form is made."""

from infopost.forms import (
    ChargeQuestionForm,
    ChargeRuleForm,
    CompanyForm,
    EntryForm,
    FactForm,
    JobOrderForm,
    ListDecisionForm,
    ListForm,
    PostForm,
    PremiumForm,
    SignForm,
    WarningForm,
    WarningStandForm,
)
from infopost.forms.aged import AgedForm
from infopost.forms.board import NoticeForm
from tests.factories.infopost import (
    AgencyListFactory,
    CalendarEntryFactory,
    ChargeRuleFactory,
    FactFactory,
    JobOrderFactory,
    SignFactory,
    VillageWarningFactory,
)
from tests.walk.addresses import Rule
from tests.walk.desk import MAKERS_OF_DESK, RULES_OF_DESK
from tests.walk.letters import MAKERS_OF_LETTERS, PUBLIC_OF_LETTERS, RULES_OF_LETTERS
from tests.walk.offices import BOARD_KEEPERS, COUNTS, FACT_KEEPERS, NAMES, OFFICER

# Pages that are there for people without an account.
PUBLIC_OF_INFO = {
    *("infopost:info_home", "infopost:topic_detail", "infopost:screen_detail", "infopost:offer_check"),
    *("infopost:charge_ask", "infopost:premium_ask", "infopost:check_count"),
    *("infopost:company_check", "infopost:board_detail"),
    *("infopost:country_list", "infopost:country_detail", "infopost:safety_card"),
    *("infopost:worker_read", "infopost:page_unread"),
    *PUBLIC_OF_LETTERS,
}


def fact(place):
    """The key of a fact, which is everybody's."""
    return FactFactory(code=f"fakta-{place.village.code}").pk


def sign(place):
    """The key of a danger sign, which is everybody's."""
    return SignFactory().pk


def agency_list(place):
    """The key of a list of licensed companies, which is everybody's."""
    return AgencyListFactory().pk


def person(place):
    """The key of the head of the place's family."""
    return place.head.pk


def charge(place):
    """The key of a rule about charges, which is everybody's."""
    return ChargeRuleFactory(code=f"aturan-{place.village.code}").pk


def warning(place):
    """The key of a warning of the place's officer."""
    return VillageWarningFactory(village=place.village, noted_by=place.officer, how=place.mark).pk


def job_order(place):
    """The key of a job order that the place's officer told of."""
    return JobOrderFactory(region=place.village, noted_by=place.officer).pk


def entry(place):
    """The key of a day that the place's officer told of."""
    return CalendarEntryFactory(region=place.village, noted_by=place.officer).pk


RULES_OF_INFO = {
    **RULES_OF_DESK,
    **RULES_OF_LETTERS,
    "infopost:person_desk": Rule(NAMES, pk=person, reads=True, shows_mark=True),
    "infopost:info_home": Rule(),
    "infopost:topic_detail": Rule(),
    "infopost:offer_check": Rule(),
    "infopost:screen_detail": Rule(),
    "infopost:country_list": Rule(),
    "infopost:country_detail": Rule(),
    "infopost:safety_card": Rule(),
    "infopost:worker_read": Rule(),
    "infopost:page_unread": Rule(),
    "infopost:company_check": Rule(),
    "infopost:charge_ask": Rule(),
    "infopost:premium_ask": Rule(),
    # It adds one to a number that belongs to nobody.
    "infopost:check_count": Rule(writes_silently=True),
    "infopost:reading_list": Rule(COUNTS),
    "infopost:charge_list": Rule(FACT_KEEPERS),
    "infopost:charge_create": Rule(FACT_KEEPERS, FACT_KEEPERS),
    "infopost:charge_change": Rule(FACT_KEEPERS, FACT_KEEPERS, pk=charge),
    "infopost:agency_list_list": Rule(FACT_KEEPERS),
    "infopost:agency_list_bring": Rule(FACT_KEEPERS, FACT_KEEPERS),
    "infopost:agency_list_detail": Rule(FACT_KEEPERS, FACT_KEEPERS, pk=agency_list),
    "infopost:sign_list": Rule(FACT_KEEPERS),
    "infopost:sign_change": Rule(FACT_KEEPERS, FACT_KEEPERS, pk=sign),
    "infopost:post_keep": Rule(OFFICER, OFFICER),
    "infopost:warning_list": Rule(OFFICER),
    "infopost:warning_create": Rule(OFFICER, OFFICER),
    "infopost:warning_change": Rule(OFFICER, OFFICER, pk=warning),
    "infopost:warning_stand": Rule(OFFICER, OFFICER, pk=warning),
    "infopost:board_detail": Rule(),
    "infopost:board_list": Rule(BOARD_KEEPERS),
    "infopost:job_order_create": Rule(BOARD_KEEPERS, BOARD_KEEPERS),
    "infopost:job_order_change": Rule(BOARD_KEEPERS, BOARD_KEEPERS, pk=job_order),
    "infopost:entry_create": Rule(BOARD_KEEPERS, BOARD_KEEPERS),
    "infopost:entry_change": Rule(BOARD_KEEPERS, BOARD_KEEPERS, pk=entry),
    "infopost:fact_list": Rule(FACT_KEEPERS),
    "infopost:fact_create": Rule(FACT_KEEPERS, FACT_KEEPERS),
    "infopost:fact_change": Rule(FACT_KEEPERS, FACT_KEEPERS, pk=fact),
}

MAKERS_OF_INFO = {
    **MAKERS_OF_DESK,
    **MAKERS_OF_LETTERS,
    SignForm: lambda user, place: SignForm(record=SignFactory()),
    ListForm: lambda user, place: ListForm(),
    ListDecisionForm: lambda user, place: ListDecisionForm(),
    WarningForm: lambda user, place: WarningForm(),
    WarningStandForm: lambda user, place: WarningStandForm(),
    NoticeForm: lambda user, place: NoticeForm(),
    JobOrderForm: lambda user, place: JobOrderForm(),
    EntryForm: lambda user, place: EntryForm(),
    CompanyForm: lambda user, place: CompanyForm(),
    PostForm: lambda user, place: PostForm(),
    FactForm: lambda user, place: FactForm(),
    AgedForm: lambda user, place: AgedForm(),
    ChargeRuleForm: lambda user, place: ChargeRuleForm(),
    ChargeQuestionForm: lambda user, place: ChargeQuestionForm(),
    PremiumForm: lambda user, place: PremiumForm(),
}
