"""The indicators of the first pillar: what the village's information and service post did."""

from infopost.models import Service
from infopost.service_choices import Given, Topic, Way
from monitoring.indicators.dimensions import Dimension, Sums, labels
from monitoring.indicators.shapes import Indicator, Kind

REGISTER = "Buku layanan pos desa"

TOPIC = Dimension("keperluan", "Keperluan", {Service: "topic"}, labels(Topic))
WAY = Dimension("cara", "Cara", {Service: "way"}, labels(Way))
GIVEN = Dimension("diberikan", "Yang diberikan", {Service: "given"}, labels(Given))
PEOPLE = Sums("orang", "Orang yang dilayani", {"people": "people"})
AUDIENCE = Sums("hadirin", "Orang yang hadir", {"L": "men", "P": "women"})


def _services(lens):
    return lens.of_villages(Service).standing().between(lens.first, lens.last)


INDICATORS = (
    Indicator(
        "P1.1",
        "Layanan pos",
        "layanan",
        Kind.FLOW,
        "Layanan pos desa di dalam periode, menurut harinya: setiap orang yang datang, menelepon, atau dikunjungi, dan "
        "setiap penyuluhan. Yang keliru dicatat dan ditarik tidak dihitung.",
        _services,
        (TOPIC, WAY, GIVEN),
        sums=(PEOPLE,),
        source=REGISTER,
    ),
    Indicator(
        "P1.2",
        "Penyuluhan",
        "penyuluhan",
        Kind.FLOW,
        "Penyuluhan kepada banyak orang sekaligus di dalam periode, dan berapa orang yang hadir. Orang yang hadir dua "
        "kali dihitung dua kali, karena namanya tidak dicatat.",
        lambda lens: _services(lens).gatherings(),
        sums=(AUDIENCE,),
        source=REGISTER,
    ),
)
