"""Opening a candidate's file and sending its forms, as a browser would."""

from django.urls import reverse

from households.models import Trip
from toolkit.ids import new_id


def read(client, trip):
    """The file's page."""
    return client.get(reverse("infopost:file_detail", args=[trip.pk]))


def post(client, address_name, trip, *part, version=None, **answers):
    """A form of the file, of the version that the journey has now unless another is told."""
    version = Trip.objects.get(pk=trip.pk).version if version is None else version
    address = reverse(f"infopost:{address_name}", args=[trip.pk, *part, new_id()])
    return client.post(address, {"version": str(version), **answers})
