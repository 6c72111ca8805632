"""The ways beside a page that higher floors offer."""

from django import template
from django.urls import reverse

from toolkit import beside as offered

register = template.Library()


@register.simple_tag
def beside(page: str, record) -> list[dict]:
    """Label, icon and address of each way beside the page of `record`."""
    return [
        {"label": way.label, "icon": way.icon, "url": reverse(way.address, args=[record.pk])}
        for way in offered.ways(page)
    ]
