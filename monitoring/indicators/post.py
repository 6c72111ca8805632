"""The indicators of the first pillar: what the village's information and service post did."""

import datetime as dt

from django.db.models import Case, Exists, OuterRef, Value, When

from households.choices import Stage
from households.models import Trip
from households.placement_choices import DocumentKind
from infopost.call_choices import Said
from infopost.file_choices import Office, ReferralAnswer
from infopost.letter_choices import LetterKind, Refusal
from infopost.models import DocumentHelp, FamilyCall, Letter, Referral, Service
from infopost.service_choices import Given, Topic, Way
from monitoring.indicators.dimensions import Dimension, Sums, labels
from monitoring.indicators.shapes import Indicator, Kind

REGISTER, CALLS, FILES = "Buku layanan pos desa", "Catatan kontak pos dengan keluarga", "Berkas calon PMI di pos desa"
# Days since the post last spoke with the family, and their words; the last is without an end.
RECENT, QUIET = 30, 90

TOPIC = Dimension("keperluan", "Keperluan", {Service: "topic"}, labels(Topic))
WAY = Dimension("cara", "Cara", {Service: "way"}, labels(Way))
GIVEN = Dimension("diberikan", "Yang diberikan", {Service: "given"}, labels(Given))
PEOPLE = Sums("orang", "Orang yang dilayani", {"people": "people"})
AUDIENCE = Sums("hadirin", "Orang yang hadir", {"L": "men", "P": "women"})
SAID = Dimension("kata", "Kata keluarga", {FamilyCall: "said"}, labels(Said))
HEARD = Dimension(
    "kontak-terakhir",
    "Kontak terakhir",
    {Trip: "heard"},
    {"recent": f"{RECENT} hari terakhir", "quiet": f"{RECENT + 1} sampai {QUIET} hari lalu", "old": "Lebih lama"},
)
DOCUMENT = Dimension("dokumen", "Dokumen", {DocumentHelp: "kind"}, labels(DocumentKind))
OFFICE = Dimension("kantor", "Kantor", {Referral: "office"}, labels(Office))
ANSWER = Dimension("jawaban", "Jawaban kantor", {Referral: "answer"}, labels(ReferralAnswer))
KIND = Dimension("surat", "Jenis surat", {Letter: "kind"}, labels(LetterKind))
REFUSED = Dimension("tolak", "Alasan", {Letter: "refusal"}, labels(Refusal))
LETTERS = "Register surat desa"
MOVED = "Dihitung di desa tempat keluarganya tinggal sekarang."


def _services(lens):
    return lens.of_villages(Service).standing().between(lens.first, lens.last)


def _calls(lens):
    return lens.of_villages(FamilyCall).standing().between(lens.first, lens.last)


def _away_by_last_call(lens):
    """Who is abroad on the last day, with how long ago the post had spoken with the family by then."""
    calls = lens.of_villages(FamilyCall).reached().filter(called_on__lte=lens.last)
    calls = calls.filter(trip=OuterRef("pk"), village=OuterRef("village"))
    # Whether there is a call, not which is the last: PostgreSQL answers that for all journeys at once.
    since = {name: lens.last - dt.timedelta(days=n) for name, n in {"recent": RECENT, "quiet": QUIET}.items()}
    heard = [When(Exists(calls.filter(called_on__gte=day)), then=Value(name)) for name, day in since.items()]
    away = lens.standings().at_stage_on(lens.last, Stage.ACTIVE)
    return away.annotate(heard=Case(*heard, When(Exists(calls), then=Value("old")), default=Value("")))


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
    Indicator(
        "P1.3",
        "Dokumen calon PMI yang dibantu",
        "dokumen",
        Kind.FLOW,
        f"Dokumen yang dicatat atau diurus lewat berkas calon PMI di dalam periode, satu kali sehari. {MOVED}",
        lambda lens: lens.of_villages(DocumentHelp).helped_within(lens.first, lens.last),
        (DOCUMENT,),
        source=FILES,
    ),
    Indicator(
        "P1.10",
        "Rujukan",
        "rujukan",
        Kind.FLOW,
        "Rujukan calon PMI ke kantor lain di dalam periode, menurut kantornya dan jawabannya sampai sekarang. Belum "
        f"terdata berarti kantornya belum menjawab. {MOVED}",
        lambda lens: lens.of_villages(Referral).made_within(lens.first, lens.last),
        (OFFICE, ANSWER),
        source=FILES,
    ),
    Indicator(
        "P1.8",
        "Kontak dengan keluarga PMI",
        "kontak",
        Kind.FLOW,
        "Kontak pos dengan keluarga orang yang sedang di luar negeri, di dalam periode, menurut kata keluarganya. "
        "Percobaan yang belum terhubung dihitung sendiri.",
        _calls,
        (SAID,),
        source=CALLS,
    ),
    Indicator(
        "P1.9",
        "PMI aktif menurut kontak terakhir",
        "orang",
        Kind.STOCK,
        "PMI aktif pada hari terakhir, menurut kapan pos terakhir berbicara dengan keluarganya. Belum terdata berarti "
        "pos belum pernah mencatat kontak dengan keluarga itu.",
        _away_by_last_call,
        (HEARD,),
        source=CALLS,
    ),
    Indicator(
        "P1.11",
        "Surat desa yang diberikan",
        "surat",
        Kind.FLOW,
        "Surat yang ditandatangani kepala desa di dalam periode, juga yang kemudian ditarik.",
        lambda lens: lens.of_villages(Letter).given_between(lens.first, lens.last),
        (KIND,),
        source=LETTERS,
    ),
    Indicator(
        "P1.12",
        "Surat desa yang ditolak",
        "surat",
        Kind.FLOW,
        "Permintaan surat yang ditolak di dalam periode, menurut alasannya. Penolakan yang ditarik kembali tidak "
        "dihitung.",
        lambda lens: lens.of_villages(Letter).refused_between(lens.first, lens.last),
        (KIND, REFUSED),
        source=LETTERS,
    ),
)
