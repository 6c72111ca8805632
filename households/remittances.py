"""Money sent home: the answers that are possible. An empty column is a question that nobody has asked yet."""

from django.db import models


class Span(models.TextChoices):
    """How long a note of money sent home reaches."""

    MONTH = "month", "Satu bulan"
    QUARTER = "quarter", "Tiga bulan"


class Amount(models.TextChoices):
    """How much was sent home within a month or quarter, in bands of rupiah; or that nothing was."""

    NONE = "none", "Tidak ada kiriman"
    UNDER_1 = "under_1", "Kurang dari 1 juta"
    FROM_1 = "from_1", "1 sampai 3 juta"
    FROM_3 = "from_3", "3 sampai 5 juta"
    FROM_5 = "from_5", "5 sampai 10 juta"
    OVER_10 = "over_10", "Lebih dari 10 juta"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


# The answers that say how much came.
BANDS = (Amount.UNDER_1, Amount.FROM_1, Amount.FROM_3, Amount.FROM_5, Amount.OVER_10)


class Channel(models.TextChoices):
    """By which way the money came."""

    BANK = "bank", "Bank"
    AGENT = "agent", "Pos atau agen kiriman uang"
    APP = "app", "Aplikasi di telepon"
    CARRIED = "carried", "Dibawa atau dititipkan"
    BROKER = "broker", "Lewat perantara"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class ReceiverAnswer(models.TextChoices):
    """Who received the money where it was nobody of the family, or why nobody is named."""

    OUTSIDE = "outside", "Orang di luar keluarga ini"
    REFUSED = "refused", "Tidak bersedia menjawab"
    UNKNOWN = "unknown", "Belum diketahui"


class Use(models.TextChoices):
    """What money from abroad is used for."""

    DAILY = "daily", "Kebutuhan sehari-hari"
    SCHOOL = "school", "Sekolah anak"
    DEBT = "debt", "Bayar utang"
    HOUSE = "house", "Rumah atau tanah"
    BUSINESS = "business", "Usaha"
    SAVINGS = "savings", "Tabungan"
    GOODS = "goods", "Kendaraan atau barang"
    HEALTH = "health", "Kesehatan"
    WORSHIP = "worship", "Ibadah atau sedekah"


# In which money is sent home; ISO 4217.
CURRENCIES = {
    "IDR": "rupiah",
    "MYR": "ringgit Malaysia",
    "SGD": "dolar Singapura",
    "HKD": "dolar Hong Kong",
    "TWD": "dolar Taiwan",
    "SAR": "riyal Arab Saudi",
    "AED": "dirham Uni Emirat Arab",
    "KRW": "won Korea",
    "JPY": "yen Jepang",
    "BND": "dolar Brunei",
    "KWD": "dinar Kuwait",
    "QAR": "riyal Qatar",
    "OMR": "rial Oman",
    "USD": "dolar Amerika",
    "EUR": "euro",
    "AUD": "dolar Australia",
}
