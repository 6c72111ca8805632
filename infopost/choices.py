"""What the information post tells of, and how far it can be trusted."""

from django.db import models


class FactKind(models.TextChoices):
    """What sort of thing a fact says."""

    HOTLINE = "hotline", "Nomor telepon"
    OFFICE = "office", "Perwakilan RI"
    LAW = "law", "Dasar hukum"
    COST = "cost", "Biaya"
    WAGE = "wage", "Upah"
    RULE = "rule", "Aturan"
    STATUS = "status", "Status penempatan"


class Placement(models.TextChoices):
    """Whether people may be placed in a branch of work of a country."""

    OPEN = "open", "Dibuka"
    RESTRICTED = "restricted", "Dibatasi"
    CLOSED = "closed", "Ditutup"
    NO_AGREEMENT = "no_agreement", "Tidak ada perjanjian penempatan"
    UNKNOWN = "unknown", "Belum diketahui"


class Trust(models.TextChoices):
    """Where a fact comes from, before anybody of the ministry has checked it."""

    SOURCED = "sourced", "Ada sumbernya"
    UNVERIFIED = "unverified", "Belum diperiksa"


class LicenceState(models.TextChoices):
    """What a list says about a company's licence to place people."""

    ACTIVE = "active", "Berlaku"
    SUSPENDED = "suspended", "Dihentikan sementara"
    REVOKED = "revoked", "Dicabut"
    EXPIRED = "expired", "Habis masa berlakunya"
