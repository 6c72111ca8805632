"""Regions for tests: name a code, and the region stands there with everything above it."""

import factory

from regions.choices import MembershipStatus, Programme
from regions.models import ProgrammeMembership, Region, Succession
from regions.places import search_key, search_path

# The demo villages and all above them, as in the official list.
NAMES = {
    "32": "Jawa Barat",
    "3212": "Kabupaten Indramayu",
    "321216": "Sindang",
    "3212162004": "Kenanga",
    "33": "Jawa Tengah",
    "3307": "Kabupaten Wonosobo",
    "330710": "Watumalang",
    "3307102004": "Kuripan",
    "35": "Jawa Timur",
    "3510": "Kabupaten Banyuwangi",
    "351004": "Tegaldlimo",
    "3510042007": "Kedunggebang",
    "52": "Nusa Tenggara Barat",
    "5203": "Kabupaten Lombok Timur",
    "520309": "Aikmel",
    "520317": "Labuhan Haji",
    "5203172006": "Korleko",
    "520321": "Lenek",
    "5203212002": "Lenek Lauk",
}


class RegionFactory(factory.django.DjangoModelFactory):
    """A village of Labuhan Haji unless another code is given; the regions above are made when missing."""

    class Meta:
        model = Region
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"5203172{n % 900 + 100}")
    name = factory.LazyAttribute(lambda region: NAMES.get(region.code, f"Wilayah {region.code}"))
    level = factory.LazyAttribute(lambda region: len(region.code))
    search_name = factory.LazyAttribute(lambda region: search_key(region.name))

    @classmethod
    def _get_or_create(cls, model_class, *args, **kwargs):
        # factory_boy's own would answer a broken constraint with a region that it made on the way up.
        return model_class.objects.get_or_create(code=kwargs.pop("code"), defaults=kwargs)[0]

    @factory.lazy_attribute
    def parent(self):
        """The region one level up, None for a province."""
        above = {4: 2, 6: 4, 10: 6}.get(len(self.code))
        return RegionFactory(code=self.code[:above]) if above else None

    @factory.lazy_attribute
    def search_text(self):
        """As the loader fills it."""
        return search_path(self.name, self.parent.search_text if self.parent else "")


class SuccessionFactory(factory.django.DjangoModelFactory):
    """Lenek, split from Aikmel."""

    class Meta:
        model = Succession

    old = factory.SubFactory(RegionFactory, code="520309")
    new = factory.SubFactory(RegionFactory, code="520321")
    kind = "split"


class MembershipFactory(factory.django.DjangoModelFactory):
    """Korleko's part in Desmigratif, by hearsay."""

    class Meta:
        model = ProgrammeMembership

    village = factory.SubFactory(RegionFactory, code="5203172006")
    programme = Programme.DESMIGRATIF
    since_year = 2017
    source = "Berita 2017"
    status = MembershipStatus.ACTIVE
