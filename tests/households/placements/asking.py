"""What an officer sends about how somebody was placed."""

from django.urls import reverse

from households.models import Trip
from toolkit.ids import new_id


def post(client, name, trip, follow=False, **answers):
    """One of a journey's forms, as it is now."""
    version = Trip.objects.get(pk=trip.pk).version
    address = reverse(f"households:{name}", args=[trip.pk, new_id()])
    return client.post(address, {"version": str(version), **answers}, follow=follow)
