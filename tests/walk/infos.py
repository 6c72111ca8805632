"""Who may do what about charges and premiums; and how their forms are made."""

from infopost.forms import ChargeQuestionForm, ChargeRuleForm, PremiumForm
from infopost.forms.aged import AgedForm
from tests.factories.infopost import ChargeRuleFactory
from tests.walk.addresses import Rule
from tests.walk.offices import FACT_KEEPERS


def charge(place):
    """The key of a rule about charges, which is everybody's."""
    return ChargeRuleFactory(code=f"aturan-{place.village.code}").pk


PUBLIC_INFO = {"infopost:charge_ask", "infopost:premium_ask"}
INFO_RULES = {
    "infopost:charge_ask": Rule(),
    "infopost:premium_ask": Rule(),
    "infopost:charge_list": Rule(FACT_KEEPERS),
    "infopost:charge_create": Rule(FACT_KEEPERS, FACT_KEEPERS),
    "infopost:charge_change": Rule(FACT_KEEPERS, FACT_KEEPERS, pk=charge),
}
INFO_MAKERS = {
    AgedForm: lambda user, place: AgedForm(),
    ChargeRuleForm: lambda user, place: ChargeRuleForm(),
    ChargeQuestionForm: lambda user, place: ChargeQuestionForm(),
    PremiumForm: lambda user, place: PremiumForm(),
}
