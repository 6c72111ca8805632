"""The portal's own table of people for django-import-export: what goes out, and what an empty template asks for."""

from collections.abc import Iterator

from django.db.models import Case, Prefetch, Value, When
from import_export import fields, resources

from households.choices import Precision, Relation, Sex
from households.columns import COLUMNS
from households.countries import REFUSED, country_name
from households.models import Person, Trip
from households.person_choices import Education, Marital, Occupation
from households.rules.journeys import standing_of
from toolkit.dates import PartialDate
from toolkit.templatetags.indonesian import mask_number

CHUNK = 500
# What an officer may choose from while he fills the template.
OFFERED = {"sex": Sex, "relation": Relation, "marital": Marital, "education": Education, "occupation": Occupation}
NOT_OFFERED = {"Belum diketahui", "Tidak bersedia menjawab"}


class Told(fields.Field):
    """One column of the table: its heading, and how it is told of a person. It is never written back from here."""

    def __init__(self, column, tell):
        super().__init__(column_name=column.heading, readonly=True)
        self.tell = tell

    def export(self, instance, **kwargs):
        """A text, a number or a day; numbers of people are masked."""
        return self.tell(instance)


class PersonResource(resources.ModelResource):
    """A row for each person that `reader` may read by name, family by family, the head first.

    It only goes out. Coming back is the importer's business (households.imports), which plans, shows and asks first.
    """

    class Meta:
        model = Person
        fields = ()

    def __init__(self, *, reader, today, **kwargs):
        super().__init__(**kwargs)
        self.reader = reader
        tells = _tells(today)
        self.fields = {column.field: Told(column, tells[column.field]) for column in COLUMNS}

    def get_queryset(self):
        """The reader's own people."""
        return Person.objects.visible_to(self.reader)

    def filter_export(self, queryset, **kwargs):
        """Whatever is handed in, only the reader's own of it, in the order of the table."""
        head_first = Case(When(relation=Relation.HEAD, then=Value(0)), default=Value(1))
        order = ("village_id", "household__sort_name", "household_id", head_first, "birth_on", "pk")
        people = queryset.visible_to(self.reader).select_related("household").order_by(*order)
        trips = Trip.objects.visible_to(self.reader)
        # A village is made once for all its people of a chunk, and not once for each.
        return people.prefetch_related("village__parent", Prefetch("trips", trips, to_attr="trips_at_hand"))

    def get_export_fields(self, selected_fields=None):
        """All columns, always in the same order."""
        return list(self.fields.values())

    def rows(self, queryset) -> Iterator[list]:
        """The rows one after the other, without holding them all."""
        for person in self.filter_export(queryset).iterator(chunk_size=CHUNK):
            yield [field.export(person) for field in self.fields.values()]

    def import_data(self, *args, **kwargs):
        """Not by this door: it has no plan, no receipts and no versions."""
        raise TypeError("People are brought in by households.imports.")


def offered() -> dict[str, list[str]]:
    """By heading, the words that the template offers."""
    headings = {column.field: column.heading for column in COLUMNS}
    return {headings[f]: [one.label for one in kind if one.label not in NOT_OFFERED] for f, kind in OFFERED.items()}


def _tells(today) -> dict:
    """How each column is told of a person."""
    labelled = ("relation", "nik_missing", "sex", "marital", "education", "occupation")
    return {
        **{name: _in_words(name) for name in labelled},
        **{name: _of_household(name) for name in ("hamlet", "rt", "rw", "address")},
        "card": lambda person: mask_number(person.household.family_card_number),
        "name": lambda person: person.name,
        "nik": lambda person: mask_number(person.nik),
        "birth_place": lambda person: person.birth_place or person.get_birth_place_missing_display(),
        "birth": _birth,
        "age": lambda person: person.age_on(today),
        "stage": lambda person: _standing(person, today)[0],
        "country": lambda person: _standing(person, today)[1],
        "village": lambda person: person.village.name,
        "district": lambda person: person.village.parent.name,
        "village_code": lambda person: person.village_id,
        "key": lambda person: str(person.pk),
    }


def _of_household(name):
    return lambda person: getattr(person.household, name)


def _in_words(name):
    """What somebody chose, by the words looked up once: Django's own way builds them anew for each person."""
    words = dict(Person._meta.get_field(name).flatchoices)
    return lambda person: str(words.get(getattr(person, name), getattr(person, name)))


def _birth(person):
    """A day as a day; what is known by its month or year alone as words."""
    if person.birth_on is None or person.birth_precision == Precision.DAY:
        return person.birth_on
    _, month, year = PartialDate.within(person.birth_on, person.birth_precision).parts
    return f"{int(month):02}-{year}" if month else year


def _standing(person, today) -> tuple[str, str]:
    standing = standing_of(person, today)
    if standing is None:
        return "", ""
    country = standing.trip.country
    return standing.label, country_name(country) if country not in ("", REFUSED) else ""
