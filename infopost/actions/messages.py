"""The officer notes that a family may be written to, and sends prepared texts from his own telephone."""

import datetime as dt
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from households.choices import ConsentHow
from households.models import Household
from infopost.actions.desk_rows import taken_back, write_new, write_over
from infopost.models import Message, WritingConsent

NO_CONSENT = "Keluarga ini belum mengizinkan ditulisi. Tanyakan dan catat dulu izinnya."


@transaction.atomic
def allow_writing(
    *, by: User, household_id: UUID, consent_id: UUID, given_on: dt.date, how: ConsentHow
) -> WritingConsent:
    """A family agrees to be written to. Raises DoesNotExist for another village's."""
    household = Household.objects.editable_by(by).get(pk=household_id)
    row = WritingConsent(id=consent_id, household=household, village_id=household.village_id)
    return write_new(by=by, row=row, values={"given_on": given_on, "how": how})


@transaction.atomic
def end_writing(*, by: User, consent_id: UUID, version: int, ended_on: dt.date) -> WritingConsent:
    """The family takes it back: from that day on nothing is written to it. Raises StaleVersion or DoesNotExist."""
    before = WritingConsent.objects.editable_by(by).get(pk=consent_id)
    return write_over(by=by, before=before, version=version, values={"ended_on": ended_on})


@transaction.atomic
def resume_writing(*, by: User, consent_id: UUID, version: int) -> WritingConsent:
    """That it was taken back was a mistake. Raises StaleVersion or DoesNotExist."""
    before = WritingConsent.objects.editable_by(by).get(pk=consent_id)
    return write_over(by=by, before=before, version=version, values={"ended_on": None, "withdrawn_at": None})


@transaction.atomic
def withdraw_writing(*, by: User, consent_id: UUID, version: int) -> WritingConsent:
    """The consent was noted by mistake: there never was one. Raises StaleVersion or DoesNotExist."""
    before = WritingConsent.objects.editable_by(by).get(pk=consent_id)
    return write_over(by=by, before=before, version=version, values=taken_back(before))


@transaction.atomic
def prepare_message(*, by: User, household_id: UUID, message_id: UUID, code: str, text: str) -> Message:
    """Keep a text that is ready to be opened. Raises ValidationError where the family has not agreed."""
    household = Household.objects.editable_by(by).get(pk=household_id)
    _refuse_without_consent(by, household)
    row = Message(id=message_id, household=household, village_id=household.village_id)
    return write_new(by=by, row=row, values={"code": code, "text": text})


@transaction.atomic
def open_message(*, by: User, message_id: UUID) -> Message:
    """The officer opens it in his own WhatsApp: from now on it counts as sent. Raises ValidationError, DoesNotExist."""
    message = Message.objects.editable_by(by).get(pk=message_id)
    _refuse_without_consent(by, message.household)
    values = {"opened_at": timezone.now(), "cancelled_at": None}
    return write_over(by=by, before=message, version=message.version, values=values)


@transaction.atomic
def cancel_message(*, by: User, message_id: UUID, version: int) -> Message:
    """It was opened, but not sent after all. Raises StaleVersion or DoesNotExist."""
    before = Message.objects.editable_by(by).get(pk=message_id)
    return write_over(by=by, before=before, version=version, values={"cancelled_at": timezone.now()})


@transaction.atomic
def restore_message(*, by: User, message_id: UUID, version: int) -> Message:
    """It was sent after all. Raises StaleVersion or DoesNotExist."""
    before = Message.objects.editable_by(by).get(pk=message_id)
    return write_over(by=by, before=before, version=version, values={"cancelled_at": None})


def _refuse_without_consent(by, household) -> None:
    consents = WritingConsent.objects.editable_by(by).filter(household=household, village=household.village_id)
    if not consents.filter(ended_on__isnull=True, withdrawn_at__isnull=True).exists():
        raise ValidationError(NO_CONSENT)
