"""Through what an indicator is counted: whose eyes, where, and which days."""

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import cached_property
from zoneinfo import ZoneInfo

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce

from households.choices import Precision
from households.models import Household, Need, Person, Remittance, Trip
from households.remittances import Amount
from households.whereabouts import NOBODY, Moved, Stays, belonged, journeys_on, registrations_on, stays
from monitoring.indicators.dimensions import SENT
from monitoring.periods import Period, Span
from monitoring.places import Place
from regions.models import Level

# What a family's notes may say where none tells of money that came; what stands first outweighs the others.
NO_MONEY_TOLD = (Amount.REFUSED, Amount.UNKNOWN, Amount.NONE)


@dataclass(frozen=True)
class Lens:
    """A user, a place and the days of a period up to its last counted day.

    Every number and every list of the monitoring pages is one of the querysets below with an indicator's own
    condition on top, so a number and its list cannot be about different rows. `named` tells rows that are listed
    from rows that are counted: the same rows for whoever may read names, none at all for whoever may only count.
    """

    user: object
    place: Place
    period: Period
    last: dt.date
    named: bool = False
    # Where the villages of a place are told apart, those that are asked about; empty for all of them.
    villages: tuple[str, ...] | None = None
    # Who was elsewhere, where that was read already: for several periods, or for more than this place.
    stays: Stays | None = field(default=None, compare=False, repr=False)

    @classmethod
    def on(cls, user, place: Place, period: Period, now: dt.datetime) -> "Lens":
        """The lens for a period as it stands at the moment `now`. Raises FuturePeriod."""
        return cls(user, place, period, period.as_of(place_today(place, now)))

    def previous(self) -> "Lens":
        """The same at the end of the period before."""
        before = self.period.previous()
        return replace(self, period=before, last=before.end)

    def with_previous(self) -> tuple["Lens", "Lens"]:
        """This one and that of the period before, with one reading of who was elsewhere then."""
        before = self.previous()
        region = self._where["region"]
        read = stays((self.last, before.last), since=before.first, region=region, reader=self.user)
        return replace(self, stays=read), replace(before, stays=read)

    def along(self, villages: tuple[str, ...] = ()) -> "Lens":
        """The same with the villages told apart: these, or all of them."""
        return replace(self, villages=villages)

    def with_names(self) -> "Lens":
        """The same for a list."""
        return replace(self, named=True)

    @property
    def first(self) -> dt.date:
        """The period's first day."""
        return self.period.start

    def households(self):
        """Families that were in the registry on the last day, those closed on it left out."""
        return self._in_place(Household, self._families).filter(registered_on__lte=self.last).open_on(self.last)

    def newly_registered(self):
        """Families registered in the period, also those that were closed within it."""
        rows = self._in_place(Household, registrations_on(**self._where))
        return rows.filter(registered_on__gte=self.first, registered_on__lte=self.last)

    def people(self):
        """Living members of those families, those who joined or were born later left out."""
        return self._of_open_families(self._members(), "household", Q(pk__in=self._people.come))

    def journeys(self):
        """Migrant workers' journeys, of living members, that had begun and were not given up on the last day."""
        rows = self._journeys_in_place().of_pmi().of_members_on(self.last)
        return self._of_open_families(rows, "person__household", Q(person__in=self._people.come))

    def standings(self):
        """For each migrant worker the one journey that gives his status on the last day, with its `stage`, and
        `known_by`, how that is known.
        """
        return self.journeys().standing_on(self.last).known_on(self.last)

    def pmi_households(self):
        """Families with a member who is CPMI, active or returned on the last day."""
        return self.households().pmi_on(
            self.last,
            journeys=self._journeys_in_place(),
            without=self._people.families,
            also=self._made_by_the_moved,
        )

    def living_households(self):
        """Those families with what they said last of income and money sent home, and what they said came in the period.

        Of several notes one of money that came outweighs a refusal, that one 'belum diketahui', and that one of none.
        """
        notes = self._of_families(Remittance).within(self.first, self.last).filter(household=OuterRef("pk"))
        return self.pmi_households().annotate(
            told_income=Coalesce("circumstances__income_band", Value("")),
            told_share=Coalesce("circumstances__remittance_share", Value("")),
            told_sent=Case(
                When(Exists(notes.came()), then=Value(SENT)),
                *(When(Exists(notes.filter(amount=said)), then=Value(said)) for said in NO_MONEY_TOLD),
                default=Value(""),
            ),
        )

    def needs(self):
        """What families that were kept on the last day needed then."""
        return self._of_families(Need).open_on(self.last).filter(household__in=self.households().values("pk"))

    def remittances(self):
        """Money sent in a month or quarter that touches the period, to PMI families of its last day."""
        sent = self._of_families(Remittance).of_money().within(self.first, self.last)
        return sent.filter(household__in=self.pmi_households().values("pk"))

    def pmi_people(self):
        """Members of those families."""
        # A set of families, not a question asked of each person: five times as quick for the country.
        families, moved = self.pmi_households().values("pk"), list(self._people.families)
        own = Q(household__in=families)
        if not moved:
            # Those families are kept, so nobody has to be asked once more for his.
            return self._members().filter(own)
        theirs = belonged(moved, self.last).filter(household__in=families).values("person")
        return self.people().filter(own & ~Q(pk__in=moved) | Q(pk__in=theirs))

    def of_villages(self, model):
        """What the villages of the place noted in a book of their own: it stays theirs, whoever moves away later."""
        return self._in_place(model)

    def steps(self, step: str):
        """Journeys whose `step` (departed, returned) surely happened in the period.

        A step known by its year alone is part of a year's report, but of no month's and no quarter's.
        """
        sure = [Precision.DAY, Precision.MONTH]
        if self.period.span == Span.YEAR:
            sure.append(Precision.YEAR)
        return self._steps(step, "on").filter(
            **{f"{step}_on__gte": self.first, f"{step}_on__lte": self.last, f"{step}_precision__in": sure}
        )

    def late_steps(self, step: str):
        """Journeys whose `step` happened in an earlier period and became known in this one ('susulan')."""
        january = dt.date(self.first.year, 1, 1)
        earlier = Q(**{f"{step}_on__lt": self.first, f"{step}_precision__in": [Precision.DAY, Precision.MONTH]}) | Q(
            **{f"{step}_on__lt": january, f"{step}_precision": Precision.YEAR}
        )
        return self._steps(step, "known_at").filter(earlier, self._became_known(step))

    def undated_steps(self, step: str):
        """Journeys whose `step` became known in the period, while nobody knows in which period it happened."""
        undated = Q(**{f"{step}_precision": Precision.UNKNOWN})
        if self.period.span != Span.YEAR:
            undated |= Q(**{f"{step}_precision": Precision.YEAR, f"{step}_on__year": self.first.year})
        return self._steps(step, "known_at").filter(undated, self._became_known(step))

    @property
    def remembers_moves(self) -> bool:
        """Whether somebody was elsewhere on the last day than he is now, so that lists may be shorter than numbers."""
        return bool(self._people or self._families)

    def village_then(self, rows):
        """In which village each of the rows lay on the last day."""
        key = "person" if rows.model is Trip else "pk"
        moved = {Household: self._families, Person: self._people, Trip: self._people}.get(rows.model, NOBODY)
        then = [When(**{f"{key}__in": keys}, then=Value(code)) for code, keys in moved.by_village().items()]
        village = F(rows.model.scope_path)
        return Case(*then, default=village, output_field=CharField()) if then else village

    @cached_property
    def _families(self) -> Moved:
        return self._stays.families_on(self.last, **self._where)

    @cached_property
    def _people(self) -> Moved:
        return self._stays.people_on(self.last, **self._where)

    @cached_property
    def _stays(self) -> Stays:
        region = self._where["region"]
        if self.stays and self.stays.tells_of(region, self.last):
            return self.stays
        return stays((self.last,), region=region)

    @property
    def _where(self) -> dict:
        told_apart = self.place.level_below if self.villages is None else None
        return {
            "region": self.place.region.code if self.place.region else "",
            "digits": told_apart or Level.VILLAGE,
        }

    @property
    def _made_by_the_moved(self):
        """Families that were of migrants on the last day by somebody who belongs to another family now."""
        moved = list(self._people.families)
        if not moved:
            return ()
        begun = Trip.objects.begun_by(self.last).of_pmi().filter(person__in=moved).order_by().values("person")
        return belonged(moved, self.last).filter(person__in=begun).values("household")

    def _steps(self, step, dated):
        column = f"{step}_{dated}"
        given_up = Q(cancelled_on__isnull=False, cancelled_on__lte=self.last)
        zone = ZoneInfo(self.place.timezone)
        moved = journeys_on(column, since=self.first, last=self.last, zone=zone, **self._where)
        known = Q(person__household__registered_on__lte=self.last) | Q(pk__in=moved.come)
        joined = Q(person__joined_on__isnull=True) | Q(person__joined_on__lte=self.last)
        return self._in_place(Trip, moved).of_pmi().filter(~given_up, known, joined).known_at_step(step)

    def _members(self):
        """Living members of families of the place, whether or not the family was kept on the last day."""
        born = Q(birth_on__isnull=True) | Q(birth_on__lte=self.last)
        return self._in_place(Person, self._people).members_on(self.last).filter(born)

    def _of_open_families(self, rows, path, moved_then: Q):
        """The rows whose family was kept on the last day; of the moved it is known already."""
        known = Q(**{f"{path}__registered_on__lte": self.last})
        known &= ~Q(Exists(self._in_place(Household).closed_on(self.last).filter(pk=OuterRef(path))))
        return rows.filter(known | moved_then) if self._people else rows.filter(known)

    def _became_known(self, step):
        zone = ZoneInfo(self.place.timezone)
        begins = dt.datetime.combine(self.first, dt.time(), zone)
        ends = dt.datetime.combine(self.last + dt.timedelta(days=1), dt.time(), zone)
        return Q(**{f"{step}_known_at__gte": begins, f"{step}_known_at__lt": ends})

    def _journeys_in_place(self):
        if not self._people:
            return self._in_place(Trip)
        # Through the travellers, so that the few who were here then are found by their keys.
        return Trip.objects.begun_by(self.last).filter(person__in=self._in_place(Person, self._people).values("pk"))

    def _of_families(self, model):
        """Rows about families, wherever the family was on the last day."""
        return self._in_place(model, self._families, by="household")

    def _in_place(self, model, moved: Moved = NOBODY, *, by: str = "pk"):
        """Rows of the place: those that are there now, without whoever was elsewhere, and with whoever was there.

        Rows that are listed stay within what the reader may read today. `by` is the way to what has moved.
        """
        if self.named:
            opened = model.objects.visible_to(self.user)
        else:
            opened = model.objects.countable_by(self.user, and_keys=moved.come, by=by)
        code, villages = self.place.region and self.place.region.code, self.villages or None
        if moved:
            return opened.in_region_then(code, gone=moved.gone, come=moved.come, by=by, villages=villages)
        if villages:
            return opened.in_villages(villages)
        return opened.in_region(code) if code else opened


def place_today(place: Place, now: dt.datetime) -> dt.date:
    """The day on the clocks of the place."""
    return now.astimezone(ZoneInfo(place.timezone)).date()
