"""Who signs in to the demo world, and in which villages it plays. The tests' people carry the same names."""

from dataclasses import dataclass

from accounts.roles import Role


@dataclass(frozen=True)
class Player:
    """An account of the demo; its passphrase is made at random on each machine."""

    username: str
    full_name: str
    role: Role
    region_code: str | None


@dataclass(frozen=True)
class Stage:
    """A village of the demo: who keeps it, its hamlets, how many families it has, and how people are named there."""

    code: str
    officer: str
    hamlets: tuple[str, ...]
    families: int
    naming: str


PLAYERS = (
    Player("sari", "Sari Wulandari", Role.VILLAGE_OFFICER, "5203172006"),
    Player("budi", "Budi Hartono", Role.VILLAGE_OFFICER, "5203212002"),
    Player("nina", "Nina Karlina", Role.VILLAGE_OFFICER, "3212162004"),
    Player("wulan", "Wulan Prasetya", Role.VILLAGE_OFFICER, "3307102004"),
    Player("ratna", "Ratna Puspita", Role.VILLAGE_OFFICER, "3510042007"),
    Player("mahdi", "Mahdi Amrullah", Role.VILLAGE_HEAD, "5203172006"),
    Player("sapri", "Sapri Hamdani", Role.VILLAGE_HEAD, "5203212002"),
    Player("dedi", "Dedi Supriadi", Role.VILLAGE_HEAD, "3212162004"),
    Player("slamet", "Slamet Riyadi", Role.VILLAGE_HEAD, "3307102004"),
    Player("joko", "Joko Susilo", Role.VILLAGE_HEAD, "3510042007"),
    Player("rina", "Rina Astuti", Role.REGENCY_COORDINATOR, "5203"),
    Player("hendra", "Hendra Gunawan", Role.REGENCY_COORDINATOR, "3212"),
    Player("tri", "Tri Handayani", Role.REGENCY_COORDINATOR, "3307"),
    Player("yoga", "Yoga Pratama", Role.REGENCY_COORDINATOR, "3510"),
    Player("lina", "Lina Marlina", Role.PROVINCE_MONITOR, "52"),
    Player("agus", "Agus Salim", Role.PROVINCE_MONITOR, "35"),
    Player("dewi", "Dewi Lestari", Role.MINISTRY_MONITOR, None),
    Player("adi", "Adi Nugroho", Role.ADMINISTRATOR, None),
)

HEADS = {player.region_code: player.username for player in PLAYERS if player.role is Role.VILLAGE_HEAD}

STAGES = (
    Stage("5203172006", "sari", ("Dasan Baru", "Gubuk Timuk", "Gubuk Bat", "Karang Anyar", "Montong"), 52, "sasak"),
    Stage("5203212002", "budi", ("Lauk Masjid", "Dasan Tengak", "Gubuk Lauk", "Paok Pondong"), 24, "sasak"),
    Stage("3212162004", "nina", ("Blok Kulon", "Blok Wetan", "Blok Tengah"), 20, "sunda"),
    Stage("3307102004", "wulan", ("Krajan", "Kalibening", "Sidomulyo"), 18, "jawa"),
    Stage("3510042007", "ratna", ("Kedungsari", "Damtelu", "Dambuntung"), 16, "jawa"),
)
