"""The information post's addresses and forms: who may do what there, and how each form is made."""

from infopost.forms import (
    CompanyForm,
    FactForm,
    ListDecisionForm,
    ListForm,
    PostForm,
    SignForm,
    WarningForm,
    WarningStandForm,
)
from tests.factories.infopost import AgencyListFactory, FactFactory, SignFactory, VillageWarningFactory
from tests.walk.addresses import Rule
from tests.walk.infos import INFO_MAKERS, INFO_RULES, PUBLIC_INFO
from tests.walk.offices import FACT_KEEPERS, OFFICER

# Pages that are there for people without an account.
PUBLIC_OF_INFO = {
    *("infopost:info_home", "infopost:topic_detail", "infopost:screen_detail", "infopost:offer_check"),
    "infopost:company_check",
    *PUBLIC_INFO,
    *("infopost:country_list", "infopost:country_detail", "infopost:safety_card"),
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


def warning(place):
    """The key of a warning of the place's officer."""
    return VillageWarningFactory(village=place.village, noted_by=place.officer, how=place.mark).pk


RULES_OF_INFO = {
    **INFO_RULES,
    "infopost:info_home": Rule(),
    "infopost:topic_detail": Rule(),
    "infopost:offer_check": Rule(),
    "infopost:screen_detail": Rule(),
    "infopost:country_list": Rule(),
    "infopost:country_detail": Rule(),
    "infopost:safety_card": Rule(),
    "infopost:company_check": Rule(),
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
    "infopost:fact_list": Rule(FACT_KEEPERS),
    "infopost:fact_create": Rule(FACT_KEEPERS, FACT_KEEPERS),
    "infopost:fact_change": Rule(FACT_KEEPERS, FACT_KEEPERS, pk=fact),
}

MAKERS_OF_INFO = {
    **INFO_MAKERS,
    SignForm: lambda user, place: SignForm(record=SignFactory()),
    ListForm: lambda user, place: ListForm(),
    ListDecisionForm: lambda user, place: ListDecisionForm(),
    WarningForm: lambda user, place: WarningForm(),
    WarningStandForm: lambda user, place: WarningStandForm(),
    CompanyForm: lambda user, place: CompanyForm(),
    PostForm: lambda user, place: PostForm(),
    FactForm: lambda user, place: FactForm(),
}
