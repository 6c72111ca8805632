"""The register of a post in a large world: visits, calls, talks to many, and what was promised."""

from dataclasses import fields

from desmigratif.demo.bulk.post import YEAR, Post
from desmigratif.demo.desk import NOTES, OTHERWISE, SATURDAY, TOPICS, USUAL, VISITORS, WAYS
from infopost.entries import GatheringEntry, ServiceEntry
from infopost.models import Service
from infopost.service_choices import FollowUp, Given, Topic, Way

OF_ONE = {field.name for field in fields(ServiceEntry)} | {"follow_up"}
OF_MANY = {field.name for field in fields(GatheringEntry)} | {"people", "way"}
TALKS, PROMISES, MISTAKES = 0.02, 0.08, 0.01
NAMES = {str(topic): note for topic, note in NOTES.items()}
GIVEN = {str(topic): str(given) for topic, given in USUAL.items()}


def keep_register(post: Post) -> None:
    """A year of working days."""
    days = [ago for ago in range(YEAR + 1) if post.calendar.weekday(ago) < SATURDAY]
    grown = [one for one in post.residents if not one.is_dead and one.relation in ("head", "wife", "parent")]
    for ago in sorted((post.chance.choice(days) for _ in range(post.amounts.services)), reverse=True):
        if post.chance.random() < TALKS:
            _talk(post, ago)
        else:
            _visit(post, ago, grown)


def _visit(post, ago, grown):
    chance = post.chance
    person = chance.choice(grown) if chance.random() < 0.6 else None
    if person is not None and person.since < ago:
        person = None
    topic = post.pick(TOPICS)
    follow_up, version, changed, withdrawn = FollowUp.NONE, 1, ago, None
    # Promised for a week later, which may be still to come; now and then it was forgotten.
    promised = ago - 7 if chance.random() < PROMISES else None
    if promised is not None:
        follow_up = FollowUp.DONE if promised > 1 and chance.random() < 0.8 else FollowUp.WAITING
    if follow_up == FollowUp.DONE:
        version, changed = 2, promised - 1
    elif promised is None and chance.random() < MISTAKES:
        version, withdrawn = 2, post.at(ago)
    key = post.add_noted(
        Service, ago, OF_ONE, changed=changed, version=version,
        happened_on=post.day(ago), topic=topic, way=post.pick(WAYS), given=GIVEN.get(topic) or post.pick(OTHERWISE),
        minutes=chance.choice((5, 10, 10, 10, 20, 30)), people=1, person_id=person.key if person else None,
        visitor_name="" if person else chance.choice(VISITORS), sex=person.sex if person else chance.choice("LPPP"),
        note=NAMES.get(topic, "") if chance.random() < 0.3 else "", follow_up=follow_up.value,
        follow_up_on=None if promised is None else post.coming(promised), withdrawn_at=withdrawn,
    )  # fmt: skip
    if version == 2:
        post.changed(Service, changed, key, ["withdrawn_at"] if withdrawn else ["follow_up"])


def _talk(post, ago):
    chance = post.chance
    men, women = chance.randrange(4, 16), chance.randrange(12, 34)
    post.add_noted(
        Service, ago, OF_MANY, happened_on=post.day(ago), topic=chance.choice((Topic.INFORMATION, Topic.OFFER)).value,
        way=Way.EVENT.value, given=Given.LEAFLET.value, minutes=chance.choice((60, 90, 120)), men=men, women=women,
        people=men + women, hamlet=chance.choice(post.plot.hamlets),
    )  # fmt: skip
