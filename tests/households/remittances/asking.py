"""Sending and opening the pages about money sent home."""

from django.urls import reverse

from toolkit.ids import new_id

TENTHS = {"daily": "5", "school": "3", "business": "2"}
# The other page of October: whoever sent it is not known.
SEPTEMBER = {"span": "month", "month": "9", "year": "2026", "trip": "", "receiver": ""}


def address(name, record, op=None):
    return reverse(f"households:remittance_{name}", args=[record.pk, op or new_id()])


def add(client, place, op=None, **answers):
    return client.post(address("add", place.household, op), {"version": "0", **SEPTEMBER, **answers})


def change(client, noted, op=None, **answers):
    post = {"version": str(noted.version), "what": "happened", **SEPTEMBER, **answers}
    return client.post(address("change", noted, op), post)


def pages(client, place):
    urls = place.household.get_absolute_url(), reverse("households:household_remittances", args=[place.household.pk])
    return [client.get(url).content.decode() for url in urls]
