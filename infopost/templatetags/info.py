"""Small parts of the families' pages: drawings and signs from one file of ours."""

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def drawing(name: str) -> str:
    """A drawing of people and things of a village; words always stand beside it."""
    return format_html(
        '<svg class="drawing" aria-hidden="true" width="96" height="96"><use href="{}#{}"></use></svg>',
        static("img/village.svg"),
        name,
    )


@register.simple_tag
def sign(name: str) -> str:
    """A small sign in the colour of the text."""
    return format_html(
        '<svg class="sign" aria-hidden="true" width="24" height="24"><use href="{}#s-{}"></use></svg>',
        static("img/village.svg"),
        name,
    )


@register.simple_tag(takes_context=True)
def to(context, name: str, *args) -> str:
    """The address of another families' page; on the screen of a post the one that stays there."""
    kiosk = context.get("kiosk")
    return reverse(f"infopost:{name}", args=[*([kiosk.village.pk] if kiosk else []), *args])
