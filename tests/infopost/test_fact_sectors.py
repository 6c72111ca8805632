"""A status or an age says for which branches of work it holds."""

import importlib

import pytest
from django.apps import apps
from django.urls import reverse

from infopost.models import Fact
from infopost.vendored import read_facts
from tests.factories.infopost import FactFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
ANSWERS = {
    "title": "Rumah tangga",
    "placement": "closed",
    "trust": "sourced",
    "source": "Situs contoh",
    "check": "later",
    "version": "1",
}


def closed(**told):
    return FactFactory(kind="status", country="SA", value="", placement="closed", title="Rumah tangga", **told)


def test_keeper_says_for_which_work_a_country_is_closed(client_of, dewi):
    fact = closed()

    address = reverse("infopost:fact_change", args=[fact.pk, new_id()])
    client_of(dewi).post(address, ANSWERS | {"sectors": ["domestic", "elderly_care"]})

    assert Fact.objects.get().sectors == ["domestic", "elderly_care"]


def test_second_keeper_reads_the_branches_in_words(client_of, dewi):
    fact = closed(sectors=["domestic"], version=2)

    address = reverse("infopost:fact_change", args=[fact.pk, new_id()])
    response = client_of(dewi).post(address, ANSWERS | {"sectors": ["health"]})

    row = next(row for row in response.context["compared"] if row["label"] == "Untuk bidang kerja")
    assert (row["saved"], row["yours"]) == ("Rumah tangga", "Kesehatan")


def test_rows_that_the_ministry_touched_are_told_their_branches_too():
    step = importlib.import_module("infopost.migrations.0012_facts_by_branch_of_work")
    closed(code="sa-household", version=4)

    step.name_them(apps, None)

    assert Fact.objects.get().sectors == ["domestic"]


def test_migration_and_files_say_the_same_of_each_fact():
    step = importlib.import_module("infopost.migrations.0012_facts_by_branch_of_work")
    written = {fact["code"]: fact["sectors"] for fact in read_facts() if fact["sectors"]}

    assert {code: written[code] for code in step.SECTORS} == step.SECTORS
