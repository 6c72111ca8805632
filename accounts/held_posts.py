"""Keeps what was typed into a form whose session had ended, until its owner is back."""

from datetime import timedelta

from django.http import QueryDict
from django.utils import timezone

from accounts import form_tokens
from accounts.models import HeldPost, User

LARGEST_BODY = 512 * 1024
KEPT_FOR = timedelta(days=1)


def hold(request) -> bool:
    """Keep the post if the form was made by us for some user; whether it was kept.

    Anybody may send a post, so only one that carries our own token, fits the size of a form and belongs to an account
    that may sign in is kept: one a form and user.
    """
    if request.method != "POST" or request.content_type == "multipart/form-data":
        return False
    user_id = form_tokens.read(request.POST.get("form_token", ""), path=request.path)
    body = request.POST.urlencode()
    if user_id is None or len(body) > LARGEST_BODY or not User.objects.filter(pk=user_id, is_active=True).exists():
        return False
    prune()
    HeldPost.objects.update_or_create(
        user_id=user_id, path=request.path, defaults={"body": body, "held_at": timezone.now()}
    )
    return True


def take(request) -> QueryDict | None:
    """What this user had typed at this address, once; None when nothing was kept."""
    held = HeldPost.objects.filter(user=request.user, path=request.path, held_at__gte=timezone.now() - KEPT_FOR).first()
    if held is None:
        return None
    held.delete()
    return QueryDict(held.body)


def prune() -> int:
    """Remove what nobody came back for within a day; how many there were."""
    return HeldPost.objects.filter(held_at__lt=timezone.now() - KEPT_FOR).delete()[0]
