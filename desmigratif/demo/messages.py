"""Families of the demo that may be written to, and what was sent to them."""

import datetime as dt
import random

from accounts.models import User
from households.choices import ConsentHow
from households.models import Circumstances
from infopost.actions import allow_writing, cancel_message, open_message, prepare_message
from infopost.message_texts import read_messages
from infopost.models import Message, ServicePost, WritingConsent
from infopost.rules.messages import fill, first_name, number_of
from toolkit.dates import date_in_words
from toolkit.ids import new_id


def write_to_families(stage, *, by: User, today: dt.date, at) -> None:
    """Ask every other family that reads WhatsApp, and write to some of them; `at` gives the office hour of a day."""
    post, letters = ServicePost.objects.get(village=stage.code), []
    reading = Circumstances.objects.filter(household__village=stage.code, contact_told_on__isnull=False)
    for known in reading.select_related("household").prefetch_related("household__members").order_by("household_id"):
        # A world that is the same on every machine is the point here; no secret comes from it.
        chance = random.Random(f"pesan {known.household_id}")  # noqa: S311
        if not number_of(known.whatsapp_answer, phone=known.phone, whatsapp=known.whatsapp) or chance.random() < 0.5:
            continue
        day, family = max(known.contact_told_on, today - dt.timedelta(days=365)), known.household_id
        how = chance.choice((ConsentHow.SPOKEN, ConsentHow.SPOKEN, ConsentHow.SIGNED))
        consent = allow_writing(by=by, household_id=family, consent_id=new_id(), given_on=day, how=how)
        WritingConsent.objects.filter(pk=consent.pk).update(known_at=at(day, village=by.region))
        sent_on = day + dt.timedelta(days=chance.randrange(10, 120))
        if sent_on <= today:
            letters.append((sent_on, chance.random(), known.household))
    for day, luck, household in sorted(letters, key=lambda told: told[:2]):
        _send(random.Random(luck), household, post, day, by=by, moment=at(day, village=by.region))  # noqa: S311


def _send(chance, household, post, day, *, by, moment) -> None:
    message = chance.choice(list(read_messages().values()))
    grown = [person for person in household.members.all() if (person.age_on(day) or 0) >= 18]
    if not grown:
        return
    values = {
        "nama": first_name(grown[0].name),
        "desa": by.region.name,
        "tempat": post.place,
        "jam": post.hours,
        "hari": date_in_words(day + dt.timedelta(days=3)),
    }
    about = {"by": by, "household_id": household.pk, "code": message.code, "text": fill(message.text, values)}
    row = open_message(by=by, message_id=prepare_message(message_id=new_id(), **about).pk)
    if chance.random() < 0.1:
        cancel_message(by=by, message_id=row.pk, version=row.version)
    Message.objects.filter(pk=row.pk).update(known_at=moment, opened_at=moment)
