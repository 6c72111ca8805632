"""The officer says where and when the village's post is open."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts import audit
from accounts.models import Act, User
from accounts.roles import Verb
from accounts.versions import change
from infopost.models import ServicePost


@transaction.atomic
def open_post(*, by: User, post_id: UUID, values: dict) -> ServicePost:
    """Describe the post of the officer's own village for the first time."""
    if not by.may(Verb.KEEP_POST):
        raise PermissionDenied
    post = ServicePost.objects.create(id=post_id, village_id=by.region_id, **values)
    audit.record(Act.CREATED, by=by, on=post, region=post.village_id, fields=values)
    return post


@transaction.atomic
def change_post(*, by: User, post_id: UUID, version: int, values: dict) -> ServicePost:
    """Correct what families read about the post. Raises StaleVersion, or DoesNotExist outside the own village."""
    before = ServicePost.objects.editable_by(by).get(pk=post_id)
    post = change(ServicePost.objects.editable_by(by), pk=post_id, version=version, **values)
    changed = [name for name, value in values.items() if getattr(before, name) != value]
    audit.record(Act.CHANGED, by=by, on=post, region=post.village_id, fields=changed)
    return post
