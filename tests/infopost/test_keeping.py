"""The keepers' forms have one page, whatever they keep."""

import pytest
from django.urls import reverse

from infopost.actions import load_facts
from infopost.models import ChargeRule, Fact, Sign

pytestmark = pytest.mark.django_db

FORMS = [
    ("fact_create", None, "fact_list"),
    ("fact_change", Fact, "fact_list"),
    ("charge_create", None, "charge_list"),
    ("charge_change", ChargeRule, "charge_list"),
    ("sign_change", Sign, "sign_list"),
]


@pytest.mark.parametrize(("name", "model", "listed"), FORMS)
def test_form_leads_back_to_its_list(name, model, listed, client_of, dewi):
    load_facts()
    address = reverse(f"infopost:{name}", args=[model.objects.first().pk] if model else [])

    page = client_of(dewi).get(address, follow=True).content.decode()

    bar = page[page.index('class="action-bar') :]
    assert f'href="{reverse(f"infopost:{listed}")}"' in bar
