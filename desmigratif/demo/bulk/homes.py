"""What a post in a large world hears from families of those away and of those who came home, and writes to them."""

import datetime as dt
from dataclasses import fields

from accounts.models import Act
from desmigratif.demo.bulk.people import as_json
from desmigratif.demo.bulk.post import HOURS, YEAR, Post
from desmigratif.demo.desk import CALL_WAYS, LEFT, SAID
from households.choices import ConsentHow
from households.homecoming_choices import Debts, Savings, Wellbeing, Wish
from households.living import MayCall, PhoneAnswer, WhatsappAnswer
from households.models import Circumstances, Homecoming
from infopost.entries import CallEntry
from infopost.message_texts import read_messages
from infopost.models import FamilyCall, Message, ReturnTalk, ReturnTask, WritingConsent
from infopost.return_choices import Left, TaskState
from infopost.rules.messages import fill, first_name
from infopost.rules.returns import offers_for
from toolkit.dates import date_in_words

CALLED = {field.name for field in fields(CallEntry)}
WISHES = {Wish.STAY: 30, Wish.BUSINESS: 30, Wish.JOB: 12, Wish.AGAIN: 18, Wish.UNDECIDED: 10}
WELL = {Wellbeing.WELL: 80, Wellbeing.TIRED: 10, Wellbeing.HELP: 5, Wellbeing.REFUSED: 5}
RIGHTS = ("wages", "insurance", "savings", "documents")
CONTACT = ("may_call", "phone", "phone_answer", "whatsapp_answer")


def call_families(post: Post) -> None:
    """Speak with the families of those away every two or three months; some are forgotten for longer."""
    called = 0
    for person in post.residents:
        for journey in person.trips:
            if journey.departed is None or called >= post.amounts.families_called:
                continue
            called += 1
            day = min(journey.departed, journey.heard, person.since, YEAR) - post.chance.randrange(60)
            until = max(journey.returned or 0, post.chance.choice((0, 0, 0, 20, 50, 80)))
            while (day := day - post.chance.choice((50, 60, 75, 90))) >= until:
                post.add_noted(
                    FamilyCall, day, CALLED, trip_id=journey.key, called_on=post.day(day), way=post.pick(CALL_WAYS),
                    said=post.pick(SAID),
                )  # fmt: skip


def welcome_home(post: Post) -> None:
    """Talk with most of those who came home within two years, and offer them what fits their wish."""
    talks = 0
    for person in post.residents:
        for journey in person.trips:
            if journey.returned is None or journey.returned > 2 * YEAR or talks >= post.amounts.talks:
                continue
            day = min(journey.returned, journey.heard, person.since) - post.chance.randrange(5, 25)
            if day >= 0 and not person.is_dead and post.chance.random() > 0.15:
                talks += 1
                _talk(post, journey, day)


def _talk(post, journey, day):
    wish, well = post.pick(WISHES), post.pick(WELL)
    told = {"wish": wish, "wellbeing": well, "savings": Savings.UNDER_5.value, "debts": Debts.NONE.value}
    about = {"trip_id": journey.key, "changed_at": post.at(day), "changed_by_id": post.officer}
    home = post.add(Homecoming, id=post.key(day), **about, **told)
    post.changed(Homecoming, day, home, told)
    journey.touches.append(day)
    left = {name: post.pick(LEFT) for name in RIGHTS}
    key = post.add(
        ReturnTalk, id=post.key(day), village_id=post.plot.code, talked_on=post.day(day), known_at=post.at(day),
        **about, **left,
    )  # fmt: skip
    post.note(day, Act.CREATED, "infopost.returntalk", key, as_json(sorted([*left, "talked_on"])))
    rights = [Left(answer) for answer in left.values()]
    for offer in offers_for(wish, rights=rights, wellbeing=well)[:2]:
        _offer(post, journey, day, offer.value)


def _offer(post, journey, day, offer):
    closed = day - post.chance.randrange(10, 60)
    is_closed = closed >= 0 and post.chance.random() < 0.85
    done = TaskState.DONE if post.chance.random() < 0.75 else TaskState.NOT_WANTED
    state = done if is_closed else TaskState.OPEN
    key = post.add_noted(
        ReturnTask, day, ["due_on", "offer"], changed=closed if is_closed else day, version=1 + is_closed,
        trip_id=journey.key, offer=offer, due_on=post.coming(day - 21), state=state.value,
        closed_on=post.day(closed) if is_closed else None,
    )  # fmt: skip
    if is_closed:
        post.changed(ReturnTask, closed, key, ["closed_on", "state"])


def write_to_families(post: Post) -> None:
    """Families that told of a telephone and agreed to be written to, and what was sent to them."""
    heads = [one for one in post.residents if one.relation == "head" and not one.is_dead and one.since > 60]
    for place, head in enumerate(heads[: post.amounts.families_written_to]):
        day = min(head.since, YEAR) - post.chance.randrange(10)
        _contact(post, head, day, place)
        consent = {"given_on": post.day(day), "how": post.chance.choice((ConsentHow.SPOKEN, ConsentHow.SIGNED)).value}
        post.add_noted(WritingConsent, day, consent, household_id=head.household, **consent)
        while (day := day - post.chance.randrange(30, 120)) >= 0:
            _send(post, head, day)


def _contact(post, head, day, place):
    # The numbers of the small world: nobody has them.
    answers = (MayCall.values[0], f"+6281200000{place % 1000:03}", PhoneAnswer.NUMBER.value, WhatsappAnswer.SAME.value)
    key = post.add(
        Circumstances, id=post.key(day), household_id=head.household, contact_told_on=post.day(day),
        contact_known_at=post.at(day), contact_version=1, dwelling_version=0, aid_version=0, income_version=0,
        needs_version=0, changed_at=post.at(day), changed_by_id=post.officer,
        **dict(zip(CONTACT, answers, strict=True)),
    )  # fmt: skip
    post.changed(Circumstances, day, key, CONTACT)


def _send(post, head, day):
    message = post.chance.choice(list(read_messages().values()))
    values = {
        "nama": first_name(head.name), "desa": post.region.name, "tempat": post.place_name, "jam": HOURS,
        "hari": date_in_words(post.calendar.today - dt.timedelta(days=day - 3)),
    }  # fmt: skip
    is_cancelled = post.chance.random() < 0.1
    key = post.add_noted(
        Message, day, ["code", "text"], version=2 + is_cancelled, household_id=head.household, code=message.code,
        text=fill(message.text, values), opened_at=post.at(day), cancelled_at=post.at(day) if is_cancelled else None,
    )  # fmt: skip
    post.changed(Message, day, key, ["opened_at"])
    if is_cancelled:
        post.changed(Message, day, key, ["cancelled_at"])
